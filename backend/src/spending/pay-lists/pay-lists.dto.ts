import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, IsIn, IsString, Length, Max, Min } from 'class-validator'
import { SeenIn } from '../../audit/index.js'
import { Items } from '../../platform/http/items.js'
import { PlainText } from '../../platform/http/plain-text.js'
import { IsFen, IsInt, IsLocalDate, Nullable, Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { type Account, askedAccounts, leftOf, paysPeople } from '../../ledger/index.js'
import type { Purpose } from '../../entitlement/index.js'
import type { Payment } from '../payments/payment.entity.js'
import type { PaymentStatus } from '../payments/payment.states.js'
import type { PayListEntry } from './pay-list-entry.entity.js'
import type { PayListLine } from './pay-list-line.entity.js'
import type { PayList } from './pay-list.entity.js'
import { mostEntries, payListStates, type PayListStatus, type TaxKind, taxKinds } from './pay-list.states.js'

/** Accounts from which people are paid. */
export const payAccounts: readonly Account[] = askedAccounts.filter((account) => paysPeople.has(account))
export const mostHoursHundredths = 1_000_000
/** As many classes as one person may work for. */
export const mostEntryLines = 50

export class PayListListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolYear?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fiscalYear?: number

  @Optional()
  @IsIn(payListStates)
  status?: PayListStatus
}

export class PayListLineIn {
  /** A class's money for one purpose, of the list's school and year. */
  @IsInt()
  allotmentId!: number

  @IsIn(payAccounts)
  account!: Account

  /** Whole class-hours for this class; by them the person's amount is shared. */
  @Optional()
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(100_000)
  lessonCount?: number | null

  /** Left out of all lines: shared by class-hours, or evenly. Else they add up to the person's amount. */
  @Optional()
  @Nullable()
  @IsFen()
  @Min(1)
  amountFen?: number | null
}

export class PayListEntryIn {
  /** A person of the school's payees: once in a list. */
  @IsInt()
  payeeId!: number

  /** Who that is among the school's teachers. */
  @Optional()
  @Nullable()
  @IsInt()
  teacherId?: number | null

  /** Hundredths of a class-hour: 1250 is 12.5. */
  @Optional()
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(mostHoursHundredths)
  hoursHundredths?: number | null

  /** For one class-hour. */
  @Optional()
  @Nullable()
  @IsFen()
  @Min(1)
  rateFen?: number | null

  /** Needed without hours or rate; with both it is what they come to. */
  @Optional()
  @Nullable()
  @IsFen()
  @Min(1)
  amountFen?: number | null

  @IsIn(taxKinds)
  taxKind!: TaxKind

  @Optional()
  @Nullable()
  @IsString()
  @Length(1, 200)
  @PlainText()
  note?: string | null

  @Items(() => PayListLineIn)
  @ArrayMinSize(1)
  @ArrayMaxSize(mostEntryLines)
  lines!: PayListLineIn[]
}

export class CreatePayListIn {
  @IsInt()
  schoolId!: number

  /** The year whose money it takes. */
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear!: number

  @IsString()
  @Length(2, 100)
  @PlainText()
  title!: string

  @IsLocalDate()
  startsOn!: string

  @IsLocalDate()
  endsOn!: string

  @Optional()
  @Items(() => PayListEntryIn)
  @ArrayMaxSize(mostEntries)
  entries?: PayListEntryIn[]
}

export class UpdatePayListIn extends SeenIn {
  @Optional()
  @IsString()
  @Length(2, 100)
  @PlainText()
  title?: string

  @Optional()
  @IsLocalDate()
  startsOn?: string

  @Optional()
  @IsLocalDate()
  endsOn?: string

  /** All people anew; left out: they stay as they are. */
  @Optional()
  @Items(() => PayListEntryIn)
  @ArrayMaxSize(mostEntries)
  entries?: PayListEntryIn[]
}

export class PayListLineOut {
  number!: number
  allotmentId!: number
  className!: string
  fundName!: string
  purpose!: Purpose
  account!: string
  amountFen!: number
  lessonCount!: number | null
  /** What the class has left now. */
  leftFen!: number
}

export class PayListPaymentOut {
  id!: number
  status!: PaymentStatus
  failure!: string | null
}

export class PayListEntryOut {
  number!: number
  payeeId!: number
  payee!: string
  accountLast4!: string
  bankName!: string | null
  teacherId!: number | null
  teacherName!: string | null
  hoursHundredths!: number | null
  rateFen!: number | null
  amountFen!: number
  taxKind!: TaxKind
  note!: string | null
  lines!: PayListLineOut[]
  /** Null: not made yet. */
  payment!: PayListPaymentOut | null
  /** Under which other names this account stands in the school's payments or payees: to be looked at before anything is paid. */
  accountAlsoOf!: string[]
}

export class PayListOut {
  id!: number
  schoolId!: number
  schoolYear!: number
  fiscalYear!: number
  title!: string
  startsOn!: string
  endsOn!: string
  status!: PayListStatus
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  personCount!: number
  hoursHundredths!: number
  amountFen!: number
  /** What of it the bank has paid. */
  paidFen!: number
  createdAt!: Date
  /** Only of one list. */
  entries!: PayListEntryOut[]
  actions!: string[]
}

export interface PayListSums {
  readonly personCount: number
  readonly hoursHundredths: number
  readonly paidFen: number
}

/** The columns of the list in the archive of a year. */
export const payListColumns: readonly ListColumn<PayListOut>[] = [
  { zh: '名称', en: 'Title', kind: 'text', of: (row) => row.title },
  { zh: '开始日期', en: 'From', kind: 'date', of: (row) => row.startsOn },
  { zh: '结束日期', en: 'To', kind: 'date', of: (row) => row.endsOn },
  { zh: '人数', en: 'People', kind: 'integer', of: (row) => row.personCount },
  { zh: '课时', en: 'Class-hours', kind: 'raw', of: (row) => row.hoursHundredths / 100 },
  { zh: '金额', en: 'Amount', kind: 'fen', of: (row) => row.amountFen },
  { zh: '已付', en: 'Paid', kind: 'fen', of: (row) => row.paidFen },
  { zh: '状态', en: 'State', kind: 'text', of: (row) => row.status },
]

const toLineOut = (line: PayListLine): PayListLineOut => ({
  number: line.number,
  allotmentId: line.allotmentId,
  className: line.allotment!.homeClass!.name,
  fundName: line.allotment!.fund!.name,
  purpose: line.allotment!.purpose as Purpose,
  account: line.account,
  amountFen: line.amountFen,
  lessonCount: line.lessonCount,
  leftFen: leftOf(line.allotment!),
})

export function toEntryOut(
  entry: PayListEntry,
  payment: Payment | undefined,
  accountAlsoOf: string[],
): PayListEntryOut {
  const { number, payeeId, teacherId, hoursHundredths, rateFen, amountFen, taxKind, note } = entry
  const { name, accountLast4, bankName } = entry.payee!
  return {
    number,
    payeeId,
    payee: name,
    accountLast4,
    bankName,
    teacherId,
    teacherName: entry.teacher?.name ?? null,
    hoursHundredths,
    rateFen,
    amountFen,
    taxKind,
    note,
    lines: entry.lines!.map(toLineOut),
    payment: payment ? { id: payment.id, status: payment.status, failure: payment.failure } : null,
    accountAlsoOf,
  }
}

export function toPayListOut(
  list: PayList,
  { personCount, hoursHundredths, paidFen }: PayListSums,
  actions: string[],
  entries: PayListEntryOut[] = [],
): PayListOut {
  const { id, schoolId, schoolYear, fiscalYear, title, startsOn, endsOn, status, revision } = list
  return {
    id,
    schoolId,
    schoolYear,
    fiscalYear,
    title,
    startsOn,
    endsOn,
    status,
    revision,
    personCount,
    hoursHundredths,
    amountFen: list.amountFen,
    paidFen,
    createdAt: list.createdAt,
    entries,
    actions,
  }
}
