/** Datong (大同): so much for each class and year, and a principal's fund that also carries the junior schools' service. */
import { fen } from '../../../platform/money.js'
import { policy, type PolicyPack, presetNotes, standard } from './pack.js'

const issuer = '大同市财政'
const year = { issuer, model: 'per_class', unit: 'year', validFromOn: '2019-01-01' } as const

export const datong: PolicyPack = {
  code: 'datong',
  title: '大同市课后看护经费和校长基金',
  titleEn: "Datong: care fund and principal's fund",
  regionCode: '1402',
  issuer,
  documentNumber: null,
  effectiveOn: '2019-01-01',
  source: [],
  notes: `数字来自公开报道：2019 年起小学每班每年 1 万元看护经费，校长基金每班每年 3 万元，其中一部分用于初中课后服务，比例由学校决定。报道只说年份，没有文号，也没有发文机关全称。${presetNotes.zh}`,
  notesEn: `Figures from a press report: since 2019 each primary class brings 10,000 yuan a year for care, and a principal's fund of 30,000 yuan a class and year serves junior after-school service in part; the school decides the share. The report gives the year only, no document number and no full name of the issuer. ${presetNotes.en}`,
  funds: [
    {
      code: 'AFTER_SCHOOL_CARE_FUND',
      name: '课后看护经费',
      nameEn: 'After-school care fund',
      purposes: [{ stage: 'primary', service: 'after_school_primary', other: null }],
    },
    {
      code: 'PRINCIPAL_FUND',
      name: '校长基金',
      nameEn: "Principal's fund",
      purposes: [
        { stage: 'primary', service: 'school_general', other: null },
        { stage: 'junior_secondary', service: 'after_school_junior', other: 'school_general' },
      ],
    },
  ],
  standards: [
    standard({ ...year, fundCode: 'AFTER_SCHOOL_CARE_FUND', stage: 'primary', amountFen: fen(1_000_000) }),
    standard({ ...year, fundCode: 'PRINCIPAL_FUND', stage: 'primary', amountFen: fen(3_000_000) }),
    standard({ ...year, fundCode: 'PRINCIPAL_FUND', stage: 'junior_secondary', amountFen: fen(3_000_000) }),
  ],
  policies: [policy('AFTER_SCHOOL_CARE_FUND'), policy('PRINCIPAL_FUND')],
  notice: null,
}
