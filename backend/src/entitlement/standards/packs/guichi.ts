/** Guichi (贵池): so much for each student with a waiver and term, paid to the schools. */
import { fen } from '../../../platform/money.js'
import { policy, type PolicyPack, presetNotes, servicePurposes, standard } from './pack.js'

const issuer = '池州市贵池区'
const term = {
  fundCode: 'GUICHI_HARDSHIP',
  model: 'per_waived',
  unit: 'term',
  amountFen: fen(35_000),
  validFromOn: '2024-02-01',
  issuer,
} as const

export const guichi: PolicyPack = {
  code: 'guichi',
  title: '贵池区课后服务困难减免补助',
  titleEn: 'Guichi: subsidy for hardship waivers',
  regionCode: '341702',
  issuer,
  documentNumber: null,
  effectiveOn: '2024-02-01',
  source: ['http://www.0577-ktv.com/OpennessContent/show/1560753.html'],
  notes: `2024 年春季：2,435 名减免学生，每生每学期 350 元，共 852,250 元，拨付学校。两个学段同一标准、起始日 2 月 1 日是预设。来源是通知的转载，未载文号。${presetNotes.zh}`,
  notesEn: `Spring 2024: 2,435 students with a waiver, 350 yuan each a term, together 852,250 yuan, paid to the schools. The same standard for both stages and 1 February as the first day are presets. The source is a copy of the notice and gives no document number. ${presetNotes.en}`,
  funds: [
    {
      code: 'GUICHI_HARDSHIP',
      name: '困难减免补助',
      nameEn: 'Subsidy for hardship waivers',
      purposes: servicePurposes,
    },
  ],
  standards: [standard({ ...term, stage: 'primary' }), standard({ ...term, stage: 'junior_secondary' })],
  policies: [policy('GUICHI_HARDSHIP')],
  notice: null,
}
