/** Sentences of notices, receipts and schemes (下达、到账、分配的提示). */
import type { Texts } from '../../platform/texts.js'

export const appropriationTexts: Texts = {
  'funding.reason_needed': { zh: '调整金额要写明原因。', en: 'Say why amounts are changed.' },
  'funding.over_available': {
    zh: '调整后合计 {totalFen}，超过可下达的 {availableFen}。请减少其他学校的金额。',
    en: "The rows would add up to {totalFen}, but there is {availableFen} to give. Lower other schools' amounts.",
  },
  'funding.row_twice': { zh: '同一行填了两次，请只填一次。', en: 'A row is given twice; give it once.' },
  'funding.claims_taken': {
    zh: '{school}的金额超过尚未下达的核定额 {overFen}。请减少金额，或刷新后重新起草。',
    en: '{school} would get {overFen} more than its claim has open. Lower the amount, or reload and draft anew.',
  },
  'funding.receipt_day': {
    zh: '到账日期应在下达日期 {issuedOn} 与今天 {today} 之间。',
    en: 'The day of the receipt lies between the issue on {issuedOn} and today, {today}.',
  },
  'funding.scheme_sum_differs': {
    zh: '“{purpose}”的明细合计 {sumFen}，应为 {totalFen}，{side} {differenceFen}。请调整后再保存。',
    en: 'The lines for {purpose} add up to {sumFen} instead of {totalFen}: {differenceFen} too {side}. Mend them and save again.',
  },
  'funding.scheme_nothing': {
    zh: '“{fund}”没有尚未到班的结转资金，不需要分配方案。',
    en: '{fund} has no carried-over money that stands on no class; no scheme is needed.',
  },
  'funding.scheme_open': {
    zh: '这笔结转资金已有办理中的分配方案，请打开原有的方案。',
    en: 'A scheme for this carried-over money is under way; please open that one.',
  },
  'funding.scheme_no_classes': {
    zh: '{school}没有在用的班级，不能分配。',
    en: '{school} has no active classes to put the money on.',
  },
  'funding.scheme_class_strange': {
    zh: '有一行的班级不是本校在用的班级。',
    en: 'A line names a class that is no active class of the school.',
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
}
