/** Hainan (海南): a least amount for each participating student and year, a fifth of what the service costs. */
import { fen } from '../../../platform/money.js'
import { policy, type PolicyPack, presetNotes, servicePurposes, standard } from './pack.js'

const issuer = '海南省'
const year = {
  fundCode: 'HAINAN_SUBSIDY',
  model: 'per_participant',
  unit: 'year',
  amountFen: fen(24_000),
  validFromOn: '2022-01-01',
  issuer,
} as const

export const hainan: PolicyPack = {
  code: 'hainan',
  title: '海南省课后服务财政补助',
  titleEn: 'Hainan: fiscal subsidy for after-school service',
  regionCode: '46',
  issuer,
  documentNumber: null,
  effectiveOn: '2022-01-01',
  source: ['https://edu.hczyw.com/2022/0107/56224.html'],
  notes: `财政补助每生每年不低于 240 元，占成本的 20%，即成本约 1,200 元。240 元是下限，市县可以定得更高。按参加学生计算、两个学段同一标准是预设；来源未载各级分担，启用前请填写分担比例。来源只说月份，未载文号。${presetNotes.zh}`,
  notesEn: `At least 240 yuan for each student and year, 20% of a cost of about 1,200 yuan. 240 is the least; cities and counties may set more. That participants are counted and that both stages have the same standard are presets. The source does not say which level pays: enter the shares before use. It gives the month only, no document number. ${presetNotes.en}`,
  funds: [
    {
      code: 'HAINAN_SUBSIDY',
      name: '课后服务财政补助',
      nameEn: 'After-school subsidy',
      purposes: servicePurposes,
    },
  ],
  standards: [standard({ ...year, stage: 'primary' }), standard({ ...year, stage: 'junior_secondary' })],
  policies: [policy('HAINAN_SUBSIDY')],
  notice: null,
}
