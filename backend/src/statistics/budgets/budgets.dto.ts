import { Type } from 'class-transformer'
import { IsIn, Max, Min } from 'class-validator'
import { IsInt, Optional } from '../../platform/http/validation.js'

export const splits = ['school', 'account'] as const
export type Split = (typeof splits)[number]

export class BudgetsQuery {
  /** The last year; the present one unless said otherwise. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  untilYear?: number

  /** How many years side by side; three unless said otherwise. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(5)
  yearCount?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  /** Each fund once more by school or by account. */
  @Optional()
  @IsIn(splits)
  by?: Split
}

export class BudgetYearOut {
  fiscalYear!: number
  /** Of approved estimates; null by account, which estimates do not know. */
  estimatedFen!: number | null
  /** By issued notices; null by account. */
  appropriatedFen!: number | null
  receivedFen!: number
  carriedFen!: number
  returnedFen!: number
  committedFen!: number
  spentFen!: number
  /** Null by account: what is left belongs to none yet. */
  leftFen!: number | null
}

export class BudgetRowOut {
  fundId!: number
  fundName!: string
  /** By school. */
  schoolId!: number | null
  schoolName!: string | null
  /** By account. */
  account!: string | null
  accountName!: string | null
  /** One for each year of the answer, in its order. */
  years!: BudgetYearOut[]
}

export class BudgetsOut {
  fiscalYears!: number[]
  /** Funds of which nothing is known in these years are left out. */
  rows!: BudgetRowOut[]
  totals!: BudgetYearOut[]
}
