/** Xiamen (厦门): so much for each participating child and month, four and a half months a term, city and district 4 : 6. */
import { fen } from '../../../platform/money.js'
import { policy, type PolicyPack, presetNotes, standard } from './pack.js'

const issuer = '厦门市'

export const xiamen: PolicyPack = {
  code: 'xiamen',
  title: '厦门市小学课后服务补助',
  titleEn: 'Xiamen: subsidy for primary after-school service',
  regionCode: '3502',
  issuer,
  documentNumber: null,
  effectiveOn: '2018-09-01',
  source: [
    'http://m.banilagirl.com/e/20180816/5b75167384ea9_3.shtml',
    'http://m.eduhup.com.cn/news/fj/mn/xm/201808/08/1584736.shtml',
    'https://hyyz888.com/xm/2018-07/23/content_21283944.htm',
  ],
  notes: `2018 年秋季试行：小学每生每月 50 元，每学期 4.5 个月，市、区按 4:6 分担。来源另有幼儿园每生每月 60 元，这里不含幼儿园。来源只说月份，未载文号和发文机关全称。${presetNotes.zh}`,
  notesEn: `On trial from autumn 2018: 50 yuan for each primary student and month, 4.5 months a term, city and district 4 : 6. The source also has 60 yuan for kindergartens, which are not covered here. It gives the month only, no document number and no full name of the issuer. ${presetNotes.en}`,
  funds: [
    {
      code: 'XIAMEN_SUBSIDY',
      name: '课后服务补助',
      nameEn: 'After-school subsidy',
      purposes: [{ stage: 'primary', service: 'after_school_primary', other: null }],
    },
  ],
  standards: [
    standard({
      fundCode: 'XIAMEN_SUBSIDY',
      stage: 'primary',
      model: 'per_participant',
      unit: 'month',
      amountFen: fen(5_000),
      monthTenths: 45,
      monthsPer: 'term',
      shares: [
        { level: 'city', weight: 4 },
        { level: 'district', weight: 6 },
      ],
      validFromOn: '2018-09-01',
      issuer,
    }),
  ],
  policies: [policy('XIAMEN_SUBSIDY')],
  notice: null,
}
