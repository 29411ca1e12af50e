import { Type } from 'class-transformer'
import { Matches } from 'class-validator'
import { IsInt, IsDocumentDate, Optional } from '../../platform/http/validation.js'
import type { DifferenceClass, DifferenceReason } from './differences.js'

/** A month, or some days; without either, this month up to today. Without a school, all that the person may see. */
export class ReconciliationQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  /** 'YYYY-MM' */
  @Optional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month?: string

  @Optional()
  @IsDocumentDate()
  fromOn?: string

  @Optional()
  @IsDocumentDate()
  toOn?: string
}

export class BankDifferenceGroupOut {
  class!: DifferenceClass
  reason!: DifferenceReason
  count!: number
  openCount!: number
  /** Of those whose amount is known. */
  amountFen!: number
  /** How many amounts, or whether anything was paid, nobody can say. */
  unknownCount!: number
}

export class BankDifferenceOut {
  class!: DifferenceClass
  reason!: DifferenceReason
  /** Null: it is not known, which is not zero. */
  amountFen!: number | null
  /** What the bank's line says, also where it is not clear whether it was paid. */
  lineAmountFen!: number | null
  on!: string
  isOpen!: boolean
  schoolId!: number | null
  schoolName!: string | null
  lineId!: number | null
  bankReturnId!: number | null
  rowNumber!: number | null
  reference!: string | null
  serial!: string | null
  payee!: string | null
  paymentId!: number | null
  paymentAmountFen!: number | null
  paymentPayee!: string | null
  comment!: string | null
  closedAt!: string | null
  closedByName!: string | null
  /** What this person may do now with the bank's line. */
  actions!: string[]
}

/** 银行存款余额调节表: bank against ledger for the same schools and days. Both adjusted sums are the same. */
export class ReconciliationStatementOut {
  schoolId!: number | null
  schoolName!: string | null
  fromOn!: string
  toOn!: string
  bankPaidFen!: number
  bankReturnedFen!: number
  bankNetFen!: number
  ledgerSpentFen!: number
  ledgerTakenBackFen!: number
  ledgerNetFen!: number
  /** In the ledger, and not at the bank; back in the ledger, and not at the bank. */
  ledgerOnlyFen!: number
  takenBackOnlyFen!: number
  /** Paid by the bank, and not in the ledger; sent back by the bank, and still spent. */
  bankOnlyFen!: number
  returnedFen!: number
  adjustedBankFen!: number
  adjustedLedgerFen!: number
  /** Differences that wait for somebody; only where there is none do the sides agree. */
  openCount!: number
  explainedCount!: number
  unknownCount!: number
  isAgreed!: boolean
  groups!: BankDifferenceGroupOut[]
  differences!: BankDifferenceOut[]
  /** More than are shown; groups and sums count them. */
  leftOffCount!: number
}
