import { Transform, Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, IsIn, IsString, Length, Matches, Max, Min } from 'class-validator'
import { PlainText } from '../../platform/http/plain-text.js'
import { EventIn, SeenIn } from '../../audit/index.js'
import { Items } from '../../platform/http/items.js'
import { IsFen, IsInt, IsDocumentDate, Nullable, Optional } from '../../platform/http/validation.js'
import { addFen, type Fen, subtractFen } from '../../platform/money.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { SearchListQuery } from '../../platform/paging.js'
import { availableOf, leftOf, type Account, accounts, askedAccounts } from '../../ledger/index.js'
import type { Purpose } from '../../entitlement/index.js'
import { AccountNumber, accountPattern } from '../payees/account-number.js'
import { PaymentCommitmentOut, toPaymentCommitmentOut } from '../commitments/payment-commitments.js'
import {
  mostInvoices,
  PaymentInvoiceIn,
  PaymentInvoiceOut,
  toPaymentInvoiceOut,
} from '../invoices/payment-invoices.dto.js'
import { PaymentListOut, toPaymentListOut } from '../pay-lists/payment-pay-lists.js'
import { takenBy } from './lines.js'
import { bankSerialOf } from './payment-keys.js'
import type { Payment } from './payment.entity.js'
import type { PaymentLine } from './payment-line.entity.js'
import type { UnusualCode } from './unusual.js'
import {
  isHeld,
  type PaymentKind,
  paymentKinds,
  paymentStates,
  type PaymentStatus,
} from './payment.states.js'
import { paymentStateWords } from '../state-words.js'

/** As many as a school has classes. */
export const mostPaymentLines = 200

export class PaymentListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  allotmentId?: number

  @Optional()
  @IsIn(paymentStates)
  status?: PaymentStatus

  @Optional()
  @IsIn(paymentKinds)
  kind?: PaymentKind

  @Optional()
  @Type(() => Number)
  @IsInt()
  fiscalYear?: number

  /** Only those in this order for the bank. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  bankOrderId?: number

  /** Only those that this pay list has made. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  payListId?: number

  /** Only those of exactly this amount, to settle a line of the bank by hand. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  amountFen?: number
}

export class PaymentLineIn {
  /** A class's money for one purpose; all lines of a payment take that of one school and year. */
  @IsInt()
  allotmentId!: number

  @IsFen()
  @Min(1)
  amountFen!: number

  /** Expense account of the internal chart, E500 and following, but those of before. */
  @IsIn(askedAccounts)
  account!: Account

  /** Class-hours that it pays, where it pays people. */
  @Optional()
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(100_000)
  lessonCount?: number | null
}

export class CreatePaymentIn {
  /** Whom the school owes, unless said otherwise; a reimbursement pays back a person who has paid ahead. */
  @Optional()
  @IsIn(paymentKinds)
  kind?: PaymentKind

  /** What of which invoices it pays: when it is handed in, together its amount. */
  @Optional()
  @Items(() => PaymentInvoiceIn)
  @ArrayMaxSize(mostInvoices)
  invoices?: PaymentInvoiceIn[]

  /** What it takes from which class, for what: together the amount that is paid. */
  @Items(() => PaymentLineIn)
  @ArrayMinSize(1)
  @ArrayMaxSize(mostPaymentLines)
  lines!: PaymentLineIn[]

  /** The contract or purchase that it pays a part of: with its lines and its payee, who may be left out here. */
  @Optional()
  @Nullable()
  @IsInt()
  commitmentId?: number | null

  /** One of the school's payees, whose name, account and bank it takes; else they are typed here. */
  @Optional()
  @Nullable()
  @IsInt()
  payeeId?: number | null

  /** Needed where no payee is chosen. */
  @Optional()
  @IsString()
  @Length(1, 80)
  @PlainText()
  payee?: string

  /** Bank account of the payee: 5 to 40 digits and letters. Only its last four go out again. */
  @Optional()
  @Nullable()
  @AccountNumber()
  @Matches(accountPattern)
  payeeAccount?: string | null

  /** 开户行 */
  @Optional()
  @Nullable()
  @IsString()
  @Length(2, 80)
  @PlainText()
  payeeBank?: string | null

  @IsString()
  @Length(2, 200)
  @PlainText()
  reason!: string
}

export class UpdatePaymentIn extends SeenIn {
  @Optional()
  @IsIn(paymentKinds)
  kind?: PaymentKind

  /** All invoices anew; left out: they stay as they are. */
  @Optional()
  @Items(() => PaymentInvoiceIn)
  @ArrayMaxSize(mostInvoices)
  invoices?: PaymentInvoiceIn[]

  /** All lines anew; left out: they stay as they are. */
  @Optional()
  @Items(() => PaymentLineIn)
  @ArrayMinSize(1)
  @ArrayMaxSize(mostPaymentLines)
  lines?: PaymentLineIn[]

  /** Another contract or purchase; null: none. */
  @Optional()
  @Nullable()
  @IsInt()
  commitmentId?: number | null

  /** Another payee of the school; null, or anything typed below: no longer one of them. */
  @Optional()
  @Nullable()
  @IsInt()
  payeeId?: number | null

  @Optional()
  @IsString()
  @Length(1, 80)
  @PlainText()
  payee?: string

  /** Left out: stays as it is; null: taken away. */
  @Optional()
  @Nullable()
  @AccountNumber()
  @Matches(accountPattern)
  payeeAccount?: string | null

  @Optional()
  @Nullable()
  @IsString()
  @Length(2, 80)
  @PlainText()
  payeeBank?: string | null

  @Optional()
  @IsString()
  @Length(2, 200)
  @PlainText()
  reason?: string
}

/** What the bank's slip says; it stays with the school's papers. */
export class RegisterSlipIn extends EventIn {
  /** The day on which the bank paid, not before the payment was sent to it; today unless said otherwise. */
  @Optional()
  @IsDocumentDate()
  paidOn?: string

  /** The bank's serial number: one payment of the school each. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? bankSerialOf(value) : value))
  @IsString()
  @Length(1, 60)
  @Matches(/^[0-9A-Z\p{Script=Han}._/:-]*$/u)
  bankSerial!: string
}

export class UnusualOut {
  code!: UnusualCode
  /** In the reader's language, with its figures. */
  message!: string
}

export class PaymentLineOut {
  number!: number
  allotmentId!: number
  homeClassId!: number
  className!: string
  fundId!: number
  fundName!: string
  purpose!: Purpose
  account!: string
  accountName!: string
  amountFen!: number
  lessonCount!: number | null
  /** What the class may spend for this purpose in all. */
  availableFen!: number
  /** What it has left without this payment, and with it. */
  leftBeforeFen!: number
  leftAfterFen!: number
}

export class PaymentOut {
  id!: number
  schoolId!: number
  fiscalYear!: number
  /** The class of the first line, and how many classes there are. */
  className!: string
  classCount!: number
  fundName!: string
  fundCount!: number
  accountName!: string
  accountCount!: number
  kind!: PaymentKind
  status!: PaymentStatus
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  amountFen!: number
  lines!: PaymentLineOut[]
  invoices!: PaymentInvoiceOut[]
  commitmentId!: number | null
  commitment!: PaymentCommitmentOut | null
  /** The pay list that has made it; amount, payee and lines are that list's. */
  payList!: PaymentListOut | null
  /** The school's payee that it names; null: typed by hand. */
  payeeId!: number | null
  payee!: string
  /** The last four characters of the payee's account; null: none was given. */
  payeeAccountLast4!: string | null
  payeeBank!: string | null
  reason!: string
  requestedOn!: string
  /** What goes to the bank and comes back from it. */
  reference!: string | null
  paidOn!: string | null
  bankSerial!: string | null
  failure!: string | null
  /** What whoever decides should look at twice. Only of one payment on which somebody still decides. */
  unusual!: UnusualOut[]
  /** The order for the bank that holds it. Only of one payment. */
  bankOrderNumber!: string | null
  /** Who can register the bank's slip: people who had no part in the payment. Only of one payment that is at the bank. */
  slipBy!: string[]
  actions!: string[]
}

function toLineOut(payment: Payment, line: PaymentLine, taken: ReadonlyMap<number, Fen>): PaymentLineOut {
  const { number, allotmentId, account, amountFen, lessonCount } = line
  const { homeClassId, homeClass, fundId, fund, purpose } = line.allotment!
  const leftFen = leftOf(line.allotment!)
  // Lines of several accounts may take the money of one class.
  const takenFen = taken.get(allotmentId)!
  const isCounted = isHeld(payment.status)
  // What its contract has reserved is taken over: the class has as much left with it as without.
  const isTakenOver = payment.commitmentId !== null
  return {
    number,
    allotmentId,
    homeClassId: homeClassId!,
    className: homeClass!.name,
    fundId,
    fundName: fund!.name,
    purpose: purpose as Purpose,
    account,
    accountName: accounts[account as Account].zh,
    amountFen,
    lessonCount,
    availableFen: availableOf(line.allotment!),
    leftBeforeFen: isCounted && !isTakenOver ? addFen(leftFen, takenFen) : leftFen,
    leftAfterFen: payment.status === 'draft' && !isTakenOver ? subtractFen(leftFen, takenFen) : leftFen,
  }
}

export function toPaymentOut(
  payment: Payment,
  actions: string[],
  {
    slipBy = [],
    unusual = [],
    bankOrderNumber = null,
  }: Partial<Pick<PaymentOut, 'slipBy' | 'unusual' | 'bankOrderNumber'>> = {},
): PaymentOut {
  const taken = takenBy(payment.lines!)
  const lines = payment.lines!.map((line) => toLineOut(payment, line, taken))
  const first = lines[0]!
  const count = (of: (line: PaymentLineOut) => number | string) => new Set(lines.map(of)).size
  return {
    id: payment.id,
    schoolId: payment.schoolId,
    fiscalYear: payment.fiscalYear,
    className: first.className,
    classCount: count(({ homeClassId }) => homeClassId),
    fundName: first.fundName,
    fundCount: count(({ fundId }) => fundId),
    accountName: first.accountName,
    accountCount: count(({ account }) => account),
    kind: payment.kind,
    status: payment.status,
    revision: payment.revision,
    amountFen: payment.amountFen,
    lines,
    invoices: payment.invoices!.map(toPaymentInvoiceOut),
    commitmentId: payment.commitmentId,
    commitment: payment.commitment ? toPaymentCommitmentOut(payment.commitment) : null,
    payList: payment.payList ? toPaymentListOut(payment.payList) : null,
    payeeId: payment.payeeId,
    payee: payment.payee,
    payeeAccountLast4: payment.payeeAccountLast4,
    payeeBank: payment.payeeBank,
    reason: payment.reason,
    requestedOn: payment.requestedOn,
    reference: payment.reference,
    paidOn: payment.paidOn,
    bankSerial: payment.bankSerial,
    failure: payment.failure,
    unusual,
    bankOrderNumber,
    slipBy,
    actions,
  }
}

const severalOf = (first: string, count: number) => (count === 1 ? first : `${first} (${count})`)

/** The columns of the exported list. */
export const paymentColumns: readonly ListColumn<PaymentOut>[] = [
  { zh: '申请日期', en: 'Requested', kind: 'date', of: (row) => row.requestedOn },
  { zh: '班级', en: 'Class', kind: 'text', of: (row) => severalOf(row.className, row.classCount) },
  { zh: '资金', en: 'Fund', kind: 'text', of: (row) => severalOf(row.fundName, row.fundCount) },
  { zh: '用途', en: 'Spent on', kind: 'text', of: (row) => severalOf(row.accountName, row.accountCount) },
  { zh: '收款人', en: 'Payee', kind: 'text', of: (row) => row.payee },
  { zh: '事由', en: 'Reason', kind: 'text', of: (row) => row.reason },
  { zh: '金额', en: 'Amount', kind: 'fen', of: (row) => row.amountFen },
  { zh: '状态', en: 'State', kind: 'text', of: (row, language) => paymentStateWords[row.status][language] },
]
