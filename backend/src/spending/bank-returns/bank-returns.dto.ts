import { Type } from 'class-transformer'
import { IsIn, Min } from 'class-validator'
import { fen } from '../../platform/money.js'
import { SearchListQuery } from '../../platform/paging.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { IsInt, IsLocalDate, Optional } from '../../platform/http/validation.js'
import { EventIn } from '../../audit/index.js'
import type { Payment } from '../payments/payment.entity.js'
import { spendKeyOf } from '../payments/payment-keys.js'
import { BankColumnsOut } from './bank-columns.dto.js'
import type { BankReturn } from './bank-return.entity.js'
import {
  type BankResult,
  type BankReturnLine,
  type LineOutcome,
  lineOutcomes,
} from './bank-return-line.entity.js'
import { type MatchedLine, type UnmatchedReason, unmatchedReasons } from './match-lines.js'

export class BankReturnListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number
}

export class BankReturnLineListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  bankReturnId?: number

  @Optional()
  @IsIn(lineOutcomes)
  outcome?: LineOutcome

  @Optional()
  @IsIn(unmatchedReasons)
  reason?: UnmatchedReason
}

export class SettleLineIn {
  @IsInt()
  @Min(1)
  paymentId!: number

  /** In place of the bank's day, where it is missing or its month is closed. */
  @Optional()
  @IsLocalDate()
  paidOn?: string
}

/** The comment is why the bank has sent it back; the bank's remark stands where there is none. */
export class TakeBackLineIn extends EventIn {}

export class BankReturnOut {
  id!: number
  schoolId!: number | null
  fileName!: string
  lineCount!: number
  /** Lines that have settled or failed a payment. */
  matchedCount!: number
  paidFen!: number
  importedAt!: string
}

export class OutcomeSumOut {
  outcome!: LineOutcome
  count!: number
  amountFen!: number
}

/** Paid by the bank against spent in the ledger, for one file. */
export class BankReturnWithStatementOut extends BankReturnOut {
  outcomes!: OutcomeSumOut[]
  /** Lines that the bank paid and that have settled a payment. */
  bankPaidFen!: number
  /** What the ledger has spent by these lines. */
  ledgerSpentFen!: number
  /** Paid here before, and sent back by the bank. */
  bankReturnedFen!: number
  /** What of that the ledger no longer has as spent. */
  ledgerReturnedFen!: number
  /** What the bank has paid and not sent back, less the same by the ledger; 0 where both agree. */
  differenceFen!: number
  /** Paid by the bank, and no payment is known for it. */
  unmatchedPaidFen!: number
}

export class BankReturnLineOut {
  id!: number
  bankReturnId!: number | null
  schoolId!: number | null
  rowNumber!: number
  serial!: string | null
  reference!: string | null
  payee!: string | null
  amountFen!: number | null
  paidOn!: string | null
  result!: BankResult
  outcome!: LineOutcome
  reason!: UnmatchedReason | null
  bankRemark!: string | null
  paymentId!: number | null
  /** What was asked for, where a payment is known. */
  paymentAmountFen!: number | null
  paymentPayee!: string | null
  actions!: string[]
}

/** What an import would do; nothing has been written. */
export class BankReturnPreviewOut extends BankColumnsOut {
  fileName!: string
  lineCount!: number
  outcomes!: OutcomeSumOut[]
  lines!: BankReturnLineOut[]
}

export function toBankReturnOut({
  id,
  schoolId,
  fileName,
  lineCount,
  matchedCount,
  paidFen,
  importedAt,
}: BankReturn): BankReturnOut {
  return { id, schoolId, fileName, lineCount, matchedCount, paidFen, importedAt: importedAt.toISOString() }
}

export function toBankReturnLineOut(
  line: BankReturnLine & { payment?: Payment | null },
  actions: string[],
): BankReturnLineOut {
  const {
    id,
    bankReturnId,
    schoolId,
    rowNumber,
    serial,
    reference,
    payee,
    amountFen,
    paidOn,
    result,
    outcome,
    reason,
    bankRemark,
    paymentId,
  } = line
  return {
    id,
    bankReturnId,
    schoolId,
    rowNumber,
    serial,
    reference,
    payee,
    amountFen,
    paidOn,
    result,
    outcome,
    reason: reason as UnmatchedReason | null,
    bankRemark,
    paymentId,
    paymentAmountFen: line.payment?.amountFen ?? null,
    paymentPayee: line.payment?.payee ?? null,
    actions,
  }
}

/** A line as it will be written. */
export function toLineRow(
  { row, outcome, reason, payment }: MatchedLine,
  rowNumber: number,
  schoolId: number | null,
  payments: ReadonlyMap<number, Payment>,
) {
  const isOfSpending = outcome === 'paid' || outcome === 'returned'
  return {
    schoolId: payment?.schoolId ?? schoolId,
    rowNumber,
    serial: row.serial,
    // What a spreadsheet has left of a number is not shown as if it were one.
    reference: row.reference === 'digits_lost' ? null : row.reference,
    payee: row.payee,
    amountFen: typeof row.amountFen === 'number' ? fen(row.amountFen) : null,
    paidOn: row.paidOn === 'unreadable' ? null : row.paidOn,
    result: row.result,
    outcome: outcome as LineOutcome,
    reason: reason as string | null,
    bankRemark: row.remark,
    paymentId: payment?.id ?? null,
    spendKey: payment && isOfSpending ? spendKeyOf(payments.get(payment.id)!) : null,
  }
}

const outcomeWords = {
  zh: {
    paid: '已付款',
    failed: '付款失败',
    returned: '银行退回',
    taken_back: '退回已入账',
    repeated: '重复',
    unmatched: '未匹配',
    settled_by_hand: '手工核销',
  },
  en: {
    paid: 'Paid',
    failed: 'Failed',
    returned: 'Sent back by the bank',
    taken_back: 'Sent back, and posted',
    repeated: 'Repeated',
    unmatched: 'Unmatched',
    settled_by_hand: 'Settled by hand',
  },
}

/** Why a line was not settled, in words for the downloaded list. */
export const reasonWords: Record<UnmatchedReason, { zh: string; en: string }> = {
  no_reference: { zh: '没有业务参考号', en: 'No reference' },
  digits_lost: {
    zh: '参考号被表格软件存成了数字，末几位已丢失',
    en: 'The reference was saved as a figure and its last digits are lost',
  },
  unknown_reference: { zh: '系统里没有这个参考号', en: 'Unknown reference' },
  unreadable_amount: { zh: '金额读不出', en: 'The amount cannot be read' },
  no_amount: { zh: '没有金额', en: 'No amount' },
  negative_amount: {
    zh: '金额是负数，看不出是付出还是冲回',
    en: 'The amount is negative: it may be money that goes out or one taken back',
  },
  amount_differs: { zh: '金额与支付申请不同', en: 'The amount differs from the request' },
  unclear_result: { zh: '看不出是否已付款', en: 'It is not clear whether it was paid' },
  no_date: { zh: '没有付款日期', en: 'No day of payment' },
  unreadable_date: { zh: '付款日期读不出', en: 'The day of payment cannot be read' },
  future_date: { zh: '付款日期还没有到', en: 'The day of payment has not come yet' },
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
  own_approval: {
    zh: '您批准了这笔支付，不能自己核销',
    en: 'You approved this payment and may not settle it',
  },
}

/** The columns of the exported list of lines. */
export const bankReturnLineColumns: readonly ListColumn<BankReturnLineOut>[] = [
  { zh: '行号', en: 'Row', kind: 'integer', of: (line) => line.rowNumber },
  { zh: '业务参考号', en: 'Reference', kind: 'text', of: (line) => line.reference },
  { zh: '流水号', en: 'Serial number', kind: 'text', of: (line) => line.serial },
  { zh: '日期', en: 'Date', kind: 'date', of: (line) => line.paidOn },
  { zh: '收款人', en: 'Payee', kind: 'text', of: (line) => line.payee },
  { zh: '金额', en: 'Amount', kind: 'fen', of: (line) => line.amountFen },
  { zh: '结果', en: 'Outcome', kind: 'text', of: (line, language) => outcomeWords[language][line.outcome] },
  {
    zh: '原因',
    en: 'Why',
    kind: 'text',
    of: (line, language) => line.reason && reasonWords[line.reason][language],
  },
  { zh: '支付申请金额', en: 'Requested', kind: 'fen', of: (line) => line.paymentAmountFen },
  { zh: '备注', en: 'Remark', kind: 'text', of: (line) => line.bankRemark },
]
