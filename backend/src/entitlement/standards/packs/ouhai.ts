/** Ouhai (瓯海): a joint notice that grants a sum to schools by an attached list; no formula is published. */
import { fen } from '../../../platform/money.js'
import { policy, type PolicyPack, servicePurposes } from './pack.js'

export const ouhai: PolicyPack = {
  code: 'ouhai',
  title: '瓯海区课后服务补助（联合下达）',
  titleEn: 'Ouhai: after-school subsidy by joint notice',
  regionCode: '330304',
  issuer: '温州市瓯海区教育、财政部门',
  documentNumber: null,
  effectiveOn: '2022-06-27',
  source: ['http://www.ouhai.gov.cn/art/2022/7/4/art_1506431_59050502.html'],
  notes:
    '2022 年 6 月 27 日联合下达 5,721,730 元，附各校金额表，列“205 教育类”。通知没有公布计算标准，所以这里只有资金和下达参数，没有标准：学校不能据此申报，由下达附表给出金额。公示 5 个工作日和结余结转是预设，来源未载。',
  notesEn:
    'On 27 June 2022 a joint notice granted 5,721,730 yuan by an attached list of schools, budget category 205 (education). It publishes no formula, so this pack holds the fund and the parameters of the notice but no standard: schools cannot declare by it, the attachment gives the amounts. Five workdays of publication and the carrying over of what is left are presets, not in the source.',
  funds: [
    {
      code: 'OUHAI_SUBSIDY',
      name: '课后服务补助',
      nameEn: 'After-school subsidy',
      purposes: servicePurposes,
    },
  ],
  standards: [],
  policies: [policy('OUHAI_SUBSIDY', { budgetCategory: '205' })],
  notice: {
    fundCode: 'OUHAI_SUBSIDY',
    totalFen: fen(572_173_000),
    issuedOn: '2022-06-27',
    attachment: 'per_school',
  },
}
