/** Harbin (哈尔滨): ten months for each participating primary student, half of the fees waived for hardship, city and district 1 : 1. */
import { fen } from '../../../platform/money.js'
import { policy, type PolicyPack, presetNotes, servicePurposes, standard } from './pack.js'

const issuer = '哈尔滨市'
const shares = [
  { level: 'city', weight: 1 },
  { level: 'district', weight: 1 },
] as const
const common = { shares, validFromOn: '2017-01-01', validToOn: '2020-12-31', issuer } as const
// amountFen 0: a share of the sum waived, whatever each fee was.
const hardship = {
  ...common,
  fundCode: 'HARBIN_HARDSHIP',
  model: 'per_waived',
  unit: 'year',
  amountFen: fen(0),
  sharePerMille: 500,
} as const

export const harbin: PolicyPack = {
  code: 'harbin',
  title: '哈尔滨市课后服务补助和困难减免补偿',
  titleEn: 'Harbin: subsidy for after-school service and compensation for hardship waivers',
  regionCode: '2301',
  issuer,
  documentNumber: null,
  effectiveOn: '2017-01-01',
  source: ['http://epaper.hljnews.cn/hljrb/pc/con/202109/24/content_54190.html'],
  notes: `2017 至 2020 年：小学每生每月 20 元，每年 10 个月；困难学生减免的费用由财政补 50%；市、区各半。两项都已到期，留作核对以往年度之用。减免补偿按实际减免金额计算，两个学段都计是预设。来源只说年份，未载文号。${presetNotes.zh}`,
  notesEn: `2017 to 2020: 20 yuan for each primary student and month, ten months a year; half of the fees waived for hardship; city and district pay half each. Both have expired and serve to check past years. Compensation is computed from the sum actually waived; that it holds for both stages is a preset. The source gives years only, no document number. ${presetNotes.en}`,
  funds: [
    {
      code: 'HARBIN_SUBSIDY',
      name: '课后服务补助',
      nameEn: 'After-school subsidy',
      purposes: [{ stage: 'primary', service: 'after_school_primary', other: null }],
    },
    {
      code: 'HARBIN_HARDSHIP',
      name: '困难减免补偿',
      nameEn: 'Compensation for hardship waivers',
      purposes: servicePurposes,
    },
  ],
  standards: [
    standard({
      ...common,
      fundCode: 'HARBIN_SUBSIDY',
      stage: 'primary',
      model: 'per_participant',
      unit: 'month',
      amountFen: fen(2_000),
      monthTenths: 100,
    }),
    standard({ ...hardship, stage: 'primary' }),
    standard({ ...hardship, stage: 'junior_secondary' }),
  ],
  policies: [policy('HARBIN_SUBSIDY'), policy('HARBIN_HARDSHIP')],
  notice: null,
}
