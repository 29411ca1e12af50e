import { Transform, Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, IsIn, IsString, Length, Matches, Max, Min } from 'class-validator'
import { PlainText } from '../../platform/http/plain-text.js'
import { EventIn, SeenIn } from '../../audit/index.js'
import { IsFen, IsInt, IsLocalDate, Nullable, Optional } from '../../platform/http/validation.js'
import { addFen, type Fen, subtractFen } from '../../platform/money.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { SearchListQuery } from '../../platform/paging.js'
import {
  availableOf,
  leftOf,
  type Account,
  accounts,
  expenseAccounts,
  paysPeople,
} from '../../ledger/index.js'
import type { Purpose } from '../../entitlement/index.js'
import { AccountNumber, accountPattern } from '../payees/account-number.js'
import { bankSerialOf } from './payment-keys.js'
import type { Payment } from './payment.entity.js'
import type { UnusualCode } from './unusual.js'
import { paymentStates, type PaymentStatus } from './payment.states.js'

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
  @Type(() => Number)
  @IsInt()
  fiscalYear?: number

  /** Only those in this order for the bank. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  bankOrderId?: number

  /** Only those of exactly this amount, to settle a line of the bank by hand. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  amountFen?: number
}

export class CreatePaymentIn {
  @IsInt()
  allotmentId!: number

  @IsFen()
  @Min(1)
  amountFen!: number

  /** Expense account of the internal chart, E500 and following. */
  @IsIn(expenseAccounts)
  account!: Account

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

  /** Class-hours that it pays, where it pays people. */
  @Optional()
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(100_000)
  lessonCount?: number | null

  @IsString()
  @Length(2, 200)
  @PlainText()
  reason!: string
}

export class UpdatePaymentIn extends SeenIn {
  @Optional()
  @IsFen()
  @Min(1)
  amountFen?: number

  @Optional()
  @IsIn(expenseAccounts)
  account?: Account

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
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(100_000)
  lessonCount?: number | null

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
  @IsLocalDate()
  paidOn?: string

  /** The bank's serial number: one payment of the school each. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? bankSerialOf(value) : value))
  @IsString()
  @Length(1, 60)
  @Matches(/^[0-9A-Z\p{Script=Han}._/:-]*$/u)
  bankSerial!: string
}

export class PaymentIdsIn extends EventIn {
  @IsInt({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  ids!: number[]
}

export class UnusualOut {
  code!: UnusualCode
  /** In the reader's language, with its figures. */
  message!: string
}

export class PaymentOut {
  id!: number
  schoolId!: number
  allotmentId!: number
  homeClassId!: number
  className!: string
  fundId!: number
  fundName!: string
  fiscalYear!: number
  purpose!: Purpose
  status!: PaymentStatus
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  amountFen!: number
  account!: string
  accountName!: string
  /** The school's payee that it names; null: typed by hand. */
  payeeId!: number | null
  payee!: string
  /** The last four characters of the payee's account; null: none was given. */
  payeeAccountLast4!: string | null
  payeeBank!: string | null
  /** Whether it pays people by the class-hour. */
  paysPeople!: boolean
  lessonCount!: number | null
  reason!: string
  requestedOn!: string
  /** What goes to the bank and comes back from it. */
  reference!: string | null
  paidOn!: string | null
  bankSerial!: string | null
  failure!: string | null
  /** What the class may spend for this purpose in all. */
  availableFen!: number
  /** What the class has left for this purpose now. */
  leftFen!: number
  /** What it has left without this payment, and with it. */
  leftBeforeFen!: number
  leftAfterFen!: number
  /** What whoever decides should look at twice. Only of one payment on which somebody still decides. */
  unusual!: UnusualOut[]
  /** The order for the bank that holds it. Only of one payment. */
  bankOrderNumber!: string | null
  /** Who can register the bank's slip: people who had no part in the payment. Only of one payment that is at the bank. */
  slipBy!: string[]
  actions!: string[]
}

// Of these the class's money is reserved or spent already.
const counted: ReadonlySet<PaymentStatus> = new Set(['submitted', 'approved', 'checked', 'failed', 'paid'])

function leftAround({ allotment, status, amountFen }: Payment): { leftBeforeFen: Fen; leftAfterFen: Fen } {
  const leftFen = leftOf(allotment!)
  if (counted.has(status)) return { leftBeforeFen: addFen(leftFen, amountFen), leftAfterFen: leftFen }
  const isDraft = status === 'draft'
  return { leftBeforeFen: leftFen, leftAfterFen: isDraft ? subtractFen(leftFen, amountFen) : leftFen }
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
  const { id, schoolId, allotmentId, status, revision, amountFen, account, payee, reason, requestedOn } =
    payment
  const { homeClassId, homeClass, fundId, fund, fiscalYear, purpose } = payment.allotment!
  return {
    id,
    schoolId,
    allotmentId,
    homeClassId: homeClassId!,
    className: homeClass?.name ?? '',
    fundId,
    fundName: fund?.name ?? '',
    fiscalYear,
    purpose: purpose as Purpose,
    status,
    revision,
    amountFen,
    account,
    accountName: accounts[account as Account].zh,
    payeeId: payment.payeeId,
    payee,
    payeeAccountLast4: payment.payeeAccountLast4,
    payeeBank: payment.payeeBank,
    paysPeople: paysPeople.has(account),
    lessonCount: payment.lessonCount,
    reason,
    requestedOn,
    reference: payment.reference,
    paidOn: payment.paidOn,
    bankSerial: payment.bankSerial,
    failure: payment.failure,
    availableFen: availableOf(payment.allotment!),
    leftFen: leftOf(payment.allotment!),
    ...leftAround(payment),
    unusual,
    bankOrderNumber,
    slipBy,
    actions,
  }
}

/** The columns of the exported list. */
export const paymentColumns: readonly ListColumn<PaymentOut>[] = [
  { zh: '申请日期', en: 'Requested', kind: 'date', of: (row) => row.requestedOn },
  { zh: '班级', en: 'Class', kind: 'text', of: (row) => row.className },
  { zh: '资金', en: 'Fund', kind: 'text', of: (row) => row.fundName },
  { zh: '用途', en: 'Spent on', kind: 'text', of: (row) => row.accountName },
  { zh: '收款人', en: 'Payee', kind: 'text', of: (row) => row.payee },
  { zh: '事由', en: 'Reason', kind: 'text', of: (row) => row.reason },
  { zh: '金额', en: 'Amount', kind: 'fen', of: (row) => row.amountFen },
  { zh: '状态', en: 'State', kind: 'text', of: (row) => row.status },
]
