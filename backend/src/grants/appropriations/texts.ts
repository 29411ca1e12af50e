import type { Texts } from '../../platform/texts.js'

export const appropriationTexts: Texts = {
  'funding.notice_reason_needed': { zh: '调整金额要写明原因。', en: 'Say why amounts are changed.' },
  'funding.over_available': {
    zh: '调整后合计 {totalFen}，超过可下达的 {availableFen}。请减少其他学校的金额。',
    en: "The rows would add up to {totalFen}, but there is {availableFen} to give. Lower other schools' amounts.",
  },
  'funding.claims_taken': {
    zh: '{school}的金额超过尚未下达的核定额 {overFen}。请减少金额，或刷新后重新起草。',
    en: '{school} would get {overFen} more than its claim has open. Lower the amount, or reload and draft anew.',
  },
  'funding.nothing_approved': {
    zh: '{fiscalYear} 年度“{fund}”没有已批准且尚未下达的申报。',
    en: 'There is no approved declaration of {fund} for {fiscalYear} that has not been granted yet.',
  },
  'funding.sum_differs': {
    zh: '附表合计 {sumFen} 与总额 {totalFen} 不一致，请删除草稿后重新起草。',
    en: 'The attachment adds up to {sumFen}, the notice says {totalFen}; delete the draft and draft it anew.',
  },
  'funding.document_number_taken': {
    zh: '文号“{documentNumber}”已被使用。',
    en: 'The document number {documentNumber} is taken.',
  },
  'funding.notice_of_other_region': {
    zh: '这份通知由另一地区办理，您只能查看。',
    en: 'This notice belongs to another region; you may only look at it.',
  },
  'funding.level_needed': {
    zh: '这项资金由几级财政分担，请选择由哪一级下达。',
    en: 'Several levels of government share this fund: choose whose share is granted.',
  },
  'funding.publish_unissued': {
    zh: '“{title}”还没有下达，不能公示。',
    en: '{title} has not been issued and cannot be published.',
  },
}
