import { Type } from 'class-transformer'
import { IsString, Length, Matches } from 'class-validator'
import { IsInt } from '../../platform/http/validation.js'
import type { PeriodStatus } from './ledger-period.states.js'

const month = /^\d{4}-(0[1-9]|1[0-2])$/

export class LedgerPeriodListQuery {
  @Type(() => Number)
  @IsInt()
  schoolId!: number
}

export class ClosePeriodIn {
  @IsInt()
  schoolId!: number

  /** 'YYYY-MM'. */
  @Matches(month)
  month!: string
}

export class ReopenPeriodIn extends ClosePeriodIn {
  /** Why: it stays in the history. */
  @IsString()
  @Length(2, 500)
  comment!: string
}

export class LedgerPeriodOut {
  /** Of the month once it has been closed; null before. */
  id!: number | null
  schoolId!: number
  month!: string
  status!: PeriodStatus
  journalCount!: number
  /** Sum of the entries that are money, memoranda left out. */
  debitFen!: number
  /** What was still committed at the end of the month. */
  committedFen!: number
  /** Where the chain ended when it was last closed. */
  closingSequence!: number | null
  closingHash!: string | null
  actions!: string[]
  /** Why it is neither closed nor opened now, in the reader's language; null where somebody with the permission may. */
  obstacle!: string | null
}
