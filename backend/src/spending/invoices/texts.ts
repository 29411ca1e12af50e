import type { Texts } from '../../platform/texts.js'

export const invoiceTexts: Texts = {
  'funding.invoice_code_needed': {
    zh: '数电发票的号码是 20 位数字，没有发票代码；其他发票请把发票代码也填上。',
    en: 'A fully digital invoice has a number of 20 digits and no code. Of any other invoice put in the code as well.',
  },
  'funding.invoice_without_code': {
    zh: '号码是 20 位数字的数电发票没有发票代码，请把发票代码留空。',
    en: 'A fully digital invoice, with a number of 20 digits, has no code. Please leave the code empty.',
  },
  'funding.invoice_day': {
    zh: '开票日期 {issuedOn} 晚于今天 {today}，请核对发票。',
    en: 'The invoice cannot have been issued on {issuedOn}, after today, {today}. Please check it.',
  },
  'funding.invoice_registered': {
    zh: '发票 {number} 已经登记过。',
    en: 'The invoice {number} is registered already.',
  },
  'funding.invoice_registered_here': {
    zh: '发票 {number} 本校已经登记过：{seller}，{amountFen}。请在发票列表里找到它。',
    en: 'The invoice {number} is registered already, as one of {seller} of {amountFen}. Look for it in the list of invoices.',
  },
  'funding.invoice_paid_already': {
    zh: '发票 {number} 本校已经登记过，用在 {requestedOn} 付给“{payee}”的 {amountFen} 支付上。',
    en: 'The invoice {number} is registered already; it belongs to the payment of {amountFen} to {payee}, requested on {requestedOn}.',
  },
  'funding.invoice_held': {
    zh: '这张发票已用在提交的支付（{count} 笔）上，不能改。请先撤回或退回那些支付。',
    en: 'Payments that were handed in ({count}) go by this invoice, so it cannot be changed. They must be withdrawn or refused first.',
  },
  'funding.invoice_used': {
    zh: '这张发票用在支付（{count} 笔）上，不能删除。',
    en: 'Payments ({count}) name this invoice, so it cannot be deleted.',
  },
  'funding.invoice_twice': {
    zh: '发票 {number} 选了两次，请合并。',
    en: 'The invoice {number} stands here twice. Please join the two.',
  },
  'funding.invoices_sum': {
    zh: '发票合计 {sumFen}，支付 {amountFen}，两者要相等。',
    en: 'The invoices come to {sumFen}, the payment to {amountFen}: they must agree.',
  },
  'funding.invoice_used_up': {
    zh: '发票 {number} 还能支付 {freeFen}，这笔用了 {askedFen}。其余已用在别的支付上。',
    en: 'Of the invoice {number} {freeFen} can still be paid, and this takes {askedFen}. The rest belongs to other payments.',
  },
  'funding.invoice_of_other': {
    zh: '发票 {number} 由“{seller}”开具，收款人却是“{payee}”。直接支付要付给开票方；先由个人垫付的请选“报销”。',
    en: 'The invoice {number} was issued by {seller}, but {payee} would be paid. A direct payment goes to the seller; where somebody has paid ahead, choose a reimbursement.',
  },
  'funding.reimbursed_invoice_missing': {
    zh: '报销至少要有一张发票。',
    en: 'A reimbursement needs at least one invoice.',
  },
  'funding.reimbursed_person': {
    zh: '报销付给垫付的个人：请从收款人名册里选一位个人。',
    en: 'A reimbursement pays the person who has paid ahead: choose a person from the payees.',
  },
}
