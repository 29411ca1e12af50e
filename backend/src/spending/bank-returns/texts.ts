import type { Texts } from '../../platform/texts.js'

export const bankReturnTexts: Texts = {
  'funding.bank_file_known': {
    zh: '这份文件在 {importedOn} 已经导入过（{fileName}），没有重复入账。',
    en: 'This file was imported on {importedOn} already ({fileName}); nothing was posted twice.',
  },
  'funding.bank_file_columns': {
    zh: '没有找到需要的列：{missing}。请核对是不是银行回单文件，第一行要有列名。',
    en: "These columns were not found: {missing}. Check that this is the bank's return file and that its first row has titles.",
  },
  'funding.bank_file_empty': { zh: '文件里没有回单明细。', en: 'The file has no lines.' },
  'funding.bank_file_too_long': {
    zh: '一份文件最多 {most} 行，现有 {count} 行，请分成几份导入。',
    en: 'A file has at most {most} lines; this one has {count}. Split it.',
  },
  'funding.bank_mapping_wrong': {
    zh: '列的对应关系看不懂。请重新选择每一列是什么。',
    en: 'What was said of the columns cannot be understood. Choose again what each column is.',
  },
  'funding.bank_line_not_returned': {
    zh: '这一行的退汇已经办理过，或支付已不在“已付款”状态。请刷新后再看。',
    en: 'This line has been dealt with already, or its payment is no longer paid. Please refresh.',
  },
  'funding.bank_line_matched': { zh: '这一行已经核销过了。', en: 'This line has been settled already.' },
  'funding.bank_line_not_paid': {
    zh: '银行没有说这一笔已付款，不能手工核销。',
    en: 'The bank does not say that this was paid; it cannot be settled by hand.',
  },
  'funding.bank_line_no_amount': {
    zh: '第 {rowNumber} 行的金额读不出，不能手工核销。请改正文件后重新导入。',
    en: 'The amount in row {rowNumber} cannot be read, so it cannot be settled by hand. Mend the file and import it again.',
  },
  'funding.bank_line_no_date': {
    zh: '第 {rowNumber} 行没有付款日期，请填写。',
    en: 'Row {rowNumber} has no day of payment; please give it.',
  },
  'funding.bank_amount_differs': {
    zh: '银行付款 {bankFen}，支付申请 {amountFen}，金额不同，不能核销。',
    en: 'The bank paid {bankFen}, the request is {amountFen}: different amounts cannot be settled with one another.',
  },
  'funding.bank_not_sent': {
    zh: '这笔支付不在等待银行付款的状态，不能核销。',
    en: 'This payment does not wait for the bank, so it cannot be settled.',
  },
  'funding.bank_second_person': {
    zh: '手工核销要由导入文件以外的另一位同事办理。',
    en: 'Settling by hand needs a second person, not the one who imported the file.',
  },
  'funding.paid_in_future': {
    zh: '付款日期 {paidOn} 还没有到，请核对。',
    en: 'The day of payment {paidOn} has not come yet; please check it.',
  },
  'funding.bank_line_by_itself': {
    zh: '这一行另有原因要查明，请单独核销。',
    en: 'Something else about this line has to be looked into; settle it by itself.',
  },
  'funding.bank_line_closed': {
    zh: '这一行已经办理过了，请刷新后再看。',
    en: 'This line has been dealt with already. Please refresh.',
  },
  'funding.bank_line_take_back': {
    zh: '银行退回的款项要登记退汇、冲回支出，不能只作说明。',
    en: 'Money that the bank has sent back is taken back; explaining it is not enough.',
  },
  'funding.bank_before_request': {
    zh: '银行付款日期 {paidOn} 早于支付送银行的日期 {sentOn}，不是这笔支付，不能核销。请向银行查明。',
    en: 'The bank paid on {paidOn}, before the payment was sent to it on {sentOn}: that is another payment and cannot be settled with this one. Ask the bank.',
  },
  'funding.bank_payee_differs': {
    zh: '银行付给“{payee}”，支付申请的收款人是“{asked}”。请写明查明的情况再核销。',
    en: 'The bank paid “{payee}”, the request names “{asked}”. Say what was found out before it is settled.',
  },
  'funding.statement_days': {
    zh: '请选择一个月，或不超过一年的起止日期。',
    en: 'Choose a month, or days from first to last within a year.',
  },
}
