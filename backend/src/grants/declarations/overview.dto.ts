import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsString, Matches, Max, Min } from 'class-validator'
import type { Stage } from '../../organisation/index.js'
import { BooleanText, IsInt, Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import { periodKeyForm } from '../../entitlement/index.js'
import { declarationStates, type DeclarationStatus } from './declaration.states.js'

export class OverviewQuery extends SearchListQuery {
  @Type(() => Number)
  @IsInt()
  fundId!: number

  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear!: number

  /** One period of the year; left out: of each school the latest. */
  @Optional()
  @Matches(periodKeyForm)
  periodKey?: string

  @Optional()
  @IsIn(['not_declared', ...declarationStates])
  status?: DeclarationStatus | 'not_declared'

  /** Only those whose day has passed without a declaration that was handed in. */
  @Optional()
  @BooleanText()
  @IsBoolean()
  isLate?: boolean

  @Optional()
  @IsString()
  @Matches(/^\d{2,12}$/)
  regionCode?: string

  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number
}

export class OverviewRowOut {
  /** Of the latest declaration, so that a step can be taken on it; below zero, and then the school's, where there is none. */
  id!: number
  schoolId!: number
  schoolName!: string
  regionCode!: string
  stage!: Stage
  /** The fund names a purpose for the school's stage; otherwise it can never declare. */
  isCovered!: boolean
  declarationId!: number | null
  /** Of the latest declaration, supplementary ones included. */
  status!: DeclarationStatus | 'not_declared'
  sequence!: number | null
  periodName!: string | null
  periodNameEn!: string | null
  /** Of all of the school's declarations of this fund and year, or of the period asked for; null where there is none: that is not 0. */
  amountFen!: number | null
  dueOn!: string | null
  isLate!: boolean
  /** Classes on the register, in the declarations, and with after-school sessions in the year. */
  registerCount!: number
  declaredCount!: number | null
  heldCount!: number
  isRegisterDifferent!: boolean
  isHeldDifferent!: boolean
  actions!: string[]
}
