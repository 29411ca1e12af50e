/** What became of a line of the bank, and why (回单明细的结果与原因), in words for lists and papers. Pure. */
import type { LineOutcome } from './bank-return-line.entity.js'
import type { UnmatchedReason } from './match-lines.js'

export const outcomeWords: Record<'zh' | 'en', Record<LineOutcome, string>> = {
  zh: {
    paid: '已付款',
    confirmed: '与登记的回单一致',
    failed: '付款失败',
    paid_twice: '重复付款',
    returned: '银行退回',
    taken_back: '退回已入账',
    repeated: '重复',
    unmatched: '未匹配',
    settled_by_hand: '手工核销',
  },
  en: {
    paid: 'Paid',
    confirmed: 'As the slip says',
    failed: 'Failed',
    paid_twice: 'Paid twice',
    returned: 'Sent back by the bank',
    taken_back: 'Sent back, and posted',
    repeated: 'Repeated',
    unmatched: 'Unmatched',
    settled_by_hand: 'Settled by hand',
  },
}

export const reasonWords: Record<UnmatchedReason, { zh: string; en: string }> = {
  no_reference: { zh: '没有业务参考号', en: 'No reference' },
  digits_lost: {
    zh: '参考号被表格软件存成了数字，末几位已丢失',
    en: 'The reference was saved as a figure and its last digits are lost',
  },
  unknown_reference: { zh: '系统里没有这个参考号', en: 'Unknown reference' },
  earlier_reference: {
    zh: '参考号不是这笔支付现在的参考号，是以前一次送银行的',
    en: 'Not the reference that the payment has now, but that of an earlier try',
  },
  unreadable_amount: { zh: '金额读不出', en: 'The amount cannot be read' },
  no_amount: { zh: '没有金额', en: 'No amount' },
  negative_amount: {
    zh: '金额是负数，看不出是付出还是冲回',
    en: 'The amount is negative: it may be money that goes out or one taken back',
  },
  amount_differs: { zh: '金额与支付申请不同', en: 'The amount differs from the request' },
  slip_differs: {
    zh: '流水号与登记的回单不同（金额和日期相同）',
    en: 'The serial differs from the slip that was registered (same amount and day)',
  },
  unclear_result: { zh: '看不出是否已付款', en: 'It is not clear whether it was paid' },
  no_date: { zh: '没有付款日期', en: 'No day of payment' },
  unreadable_date: { zh: '付款日期读不出', en: 'The day of payment cannot be read' },
  future_date: { zh: '付款日期还没有到', en: 'The day of payment has not come yet' },
  before_request: {
    zh: '付款日期早于支付送银行的日期',
    en: 'The day of payment is before the payment was sent to the bank',
  },
  payee_differs: { zh: '收款人与支付申请不符', en: 'The payee differs from the request' },
  not_sent: { zh: '这笔支付还没有送银行', en: 'The payment has not been sent to the bank' },
  paid_already: { zh: '这笔支付已经付款入账', en: 'The payment has been paid already' },
  failed_already: { zh: '这笔支付已经退回', en: 'The payment has come back already' },
  given_up: { zh: '这笔支付已撤回或未批准', en: 'The payment was withdrawn or refused' },
  returned_already: {
    zh: '这笔退汇已经登记过',
    en: 'That this came back has been written down before',
  },
  serial_known: { zh: '这个流水号已经处理过', en: 'The serial number has been dealt with before' },
  month_closed: { zh: '付款日期所在月份已结账', en: 'The month of the payment is closed' },
  own_request: {
    zh: '您经办了这笔支付，要由另一位同事核销',
    en: 'You have asked for this payment: a colleague settles it',
  },
  own_approval: {
    zh: '您批准了这笔支付，不能自己核销',
    en: 'You approved this payment and may not settle it',
  },
  one_of_two: {
    zh: '这笔银行付了两次，退回的可能是多付的那次',
    en: 'The bank has paid this twice; what came back may be the second payment',
  },
  said_before: { zh: '同一笔，银行以前已经报过', en: 'The same line, said by the bank before' },
  said_anew: {
    zh: '同一笔，银行后来报了结果，以后来的为准',
    en: 'The bank has said later what became of it; that line counts',
  },
}
