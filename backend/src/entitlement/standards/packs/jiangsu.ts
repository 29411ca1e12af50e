/** Jiangsu (江苏): thirty per cent of the enrolled students of the north, 300 yuan a year each, graded by fiscal capacity. */
import { fen } from '../../../platform/money.js'
import { policy, type PolicyPack, presetNotes, servicePurposes, standard } from './pack.js'

const issuer = '江苏省财政'
const north = {
  code: 'NORTH',
  name: '苏北',
  nameEn: 'northern Jiangsu',
  regionCodes: ['3203', '3207', '3208', '3209', '3213'],
  coefficientPerMille: 1000,
  shares: [],
}
const year = {
  fundCode: 'PROVINCIAL_SUBSIDY',
  model: 'per_enrolled',
  unit: 'year',
  amountFen: fen(30_000),
  sharePerMille: 300,
  tiers: [north],
  validFromOn: '2020-02-01',
  issuer,
} as const

export const jiangsu: PolicyPack = {
  code: 'jiangsu',
  title: '江苏省对苏北课后服务补助',
  titleEn: 'Jiangsu: provincial subsidy for after-school service in the north',
  regionCode: '32',
  issuer,
  documentNumber: null,
  effectiveOn: '2020-02-01',
  source: ['http://320924.com/archiver/tid-21910.html'],
  notes: `2020 年春季起：按在籍学生的 30%、每生每年 300 元，依财力分档，省级共安排 1.9 亿元。来源没有公布各档的系数和范围：这里只有一档，系数为 1，范围为通常所称的苏北五市（徐州、连云港、淮安、盐城、宿迁），启用前请按文件补齐各档。两个学段都计、起始日 2 月 1 日是预设。${presetNotes.zh}`,
  notesEn: `From spring 2020: 30% of the enrolled students, 300 yuan each a year, graded by fiscal capacity; 190 million yuan of provincial money. The source publishes neither coefficients nor the regions of each tier: here is one tier with coefficient 1 for the five cities commonly called northern Jiangsu (Xuzhou, Lianyungang, Huai'an, Yancheng, Suqian). Complete the tiers from the document before use. Both stages and 1 February as the first day are presets. ${presetNotes.en}`,
  funds: [
    {
      code: 'PROVINCIAL_SUBSIDY',
      name: '省级课后服务补助',
      nameEn: 'Provincial after-school subsidy',
      purposes: servicePurposes,
    },
  ],
  standards: [standard({ ...year, stage: 'primary' }), standard({ ...year, stage: 'junior_secondary' })],
  policies: [policy('PROVINCIAL_SUBSIDY')],
  notice: null,
}
