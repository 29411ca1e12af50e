/** Sentences of settlements (结算提示). */
import type { Texts } from '../../platform/texts.js'

export const settlementTexts: Texts = {
  'funding.settlement_exists': {
    zh: '“{fund}”{fiscalYear} 年度的这一期已有结算，请打开原有的结算。',
    en: 'There is a settlement of {fund} for this period of {fiscalYear} already; please open that one.',
  },
  'funding.settlement_nothing_later': {
    zh: '“{fund}”{fiscalYear} 年度已经结清，之后没有新的款项，不用再结算。',
    en: '{fund} of {fiscalYear} is settled, and nothing has come since; there is nothing to settle.',
  },
  'funding.settle_too_early': {
    zh: '{fiscalYear} 年度还有 {committedFen} 已预留未支付。12 月 1 日起可以结算；要提前结算，请先办完支付。',
    en: '{committedFen} of {fiscalYear} is still reserved. The year can be settled from 1 December on; to settle earlier, finish the payments first.',
  },
  'funding.payments_open': {
    zh: '还有 {count} 笔支付没有办完（{payments}），请先支付或作废，再结算。',
    en: 'Payments are still open ({count}: {payments}). Pay them or give them up, then settle.',
  },
  'funding.leftover_undecided': {
    zh: '{fiscalYear} 年度的结余如何处理还没有规定。请教育局财务在“资金管理规定”中选择结转或上缴。',
    en: "It has not been laid down what becomes of the money left in {fiscalYear}. The education office decides in the fund's rules: carry over or return.",
  },
  'funding.term_running': {
    zh: '学期到 {endsOn} 结束，结束后才能提交结算。',
    en: 'The term runs until {endsOn}; its settlement can be submitted from that day on.',
  },
  'funding.term_of_other_year': {
    zh: '“{term}”不在 {fiscalYear} 年度内，请另选学期或年度。',
    en: '{term} does not lie in {fiscalYear}; choose another term or year.',
  },
  'funding.statement_stale': {
    zh: '提交以后台账又有变动，请退回，由学校财务重新提交。',
    en: 'The ledger has changed since this was handed in. Send it back and have it submitted anew.',
  },
  'funding.publish_unsettled': {
    zh: '“{title}”的结算还没有批准，不能公示。',
    en: 'The statement for {title} has not been approved and cannot be published.',
  },
}
