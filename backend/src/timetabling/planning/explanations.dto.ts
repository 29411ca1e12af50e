import { Type } from 'class-transformer'
import { IsInt, Optional } from '../../platform/http/validation.js'

export class ExplanationQuery {
  @Type(() => Number)
  @IsInt()
  sectionId!: number

  /** The placement that would be moved; left out: a new one. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  placementId?: number
}

export class RuleAgainstOut {
  /** days_apart, kinds_a_day, rather_not … */
  rule!: string
  /** False: it would be possible, but is not liked. */
  isHard!: boolean
  sentence!: string
}

export class SlotExplainedOut {
  slotId!: number
  /** Rules of the school that are against it; clashes are said by the choices. Empty: none is. */
  breaks!: RuleAgainstOut[]
}
