import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, IsIn, Length, MaxLength, Min } from 'class-validator'
import { fen } from '../../platform/money.js'
import { SearchListQuery } from '../../platform/paging.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { PlainText } from '../../platform/http/plain-text.js'
import { IsInt, IsDocumentDate, Optional } from '../../platform/http/validation.js'
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
import { outcomeWords, reasonWords } from './line-words.js'
import { ReconciliationStatementOut } from './reconciliation-statement.dto.js'
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

  @Optional()
  @Type(() => Number)
  @IsInt()
  paymentId?: number

  /** yes: what waits for somebody: unmatched, paid twice or sent back, and not closed. */
  @Optional()
  @IsIn(['yes', 'no'])
  isOpen?: 'yes' | 'no'
}

export class SettleLineIn {
  @IsInt()
  @Min(1)
  paymentId!: number

  /** In place of the bank's day, where it is missing or its month is closed. */
  @Optional()
  @IsDocumentDate()
  paidOn?: string

  /** Needed where the payee differs: what was found out. */
  @Optional()
  @PlainText()
  @MaxLength(200)
  comment?: string
}

/** Lines that wait only because of who imported them. */
export class SettleManyIn {
  @IsInt({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  ids!: number[]
}

/** What was found out of a difference, and what is done about it. */
export class CloseLineIn {
  @PlainText()
  @Length(1, 200)
  comment!: string
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

/** The file, and how its school and days stand between bank and ledger. */
export class BankReturnWithStatementOut extends BankReturnOut {
  outcomes!: OutcomeSumOut[]
  statement!: ReconciliationStatementOut
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
  /** What the second person said who settled or closed it. */
  comment!: string | null
  closedAt!: string | null
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
  line: Omit<BankReturnLine, 'countedOn'> & { payment?: Payment | null },
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
    comment,
    closedAt,
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
    comment,
    closedAt: closedAt?.toISOString() ?? null,
    actions,
  }
}

/** A line as it will be written. */
export function toLineRow(
  { row, outcome, reason, payment }: MatchedLine,
  rowNumber: number,
  schoolId: number | null,
  payments: ReadonlyMap<number, Payment>,
  importedOn: string,
) {
  const paidOn = row.paidOn === 'unreadable' ? null : row.paidOn
  return {
    schoolId: payment?.schoolId ?? schoolId,
    rowNumber,
    serial: row.serial,
    // What a spreadsheet has left of a number is not shown as if it were one.
    reference: row.reference === 'digits_lost' ? null : row.reference,
    payee: row.payee,
    amountFen: typeof row.amountFen === 'number' ? fen(row.amountFen) : null,
    paidOn,
    countedOn: paidOn ?? importedOn,
    result: row.result,
    outcome: outcome as LineOutcome,
    reason: reason as string | null,
    bankRemark: row.remark,
    paymentId: payment?.id ?? null,
    spendKey: payment && spendKeyOfLine(outcome, payments.get(payment.id)!),
  }
}

/** Of which spending the line speaks: what has been taken back by hand before is the try before this one. */
function spendKeyOfLine(outcome: LineOutcome, payment: Payment): string | null {
  if (outcome === 'taken_back')
    return spendKeyOf({ id: payment.id, takenBackCount: payment.takenBackCount - 1 })
  return outcome === 'paid' || outcome === 'returned' || outcome === 'confirmed' ? spendKeyOf(payment) : null
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
  { zh: '查明情况', en: 'Found out', kind: 'text', of: (line) => line.comment },
]
