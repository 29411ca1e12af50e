import { Type } from 'class-transformer'
import { IsInt, Optional } from '../../platform/http/validation.js'

export class TodayQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  termId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number
}

export class WaitingOut {
  /** What waits, as a code that the page translates, for example 'declarations.check'. */
  key!: string
  count!: number
}

export class TodayOut {
  today!: string
  /** What this person can act on now; nothing that waits for others. */
  waiting!: WaitingOut[]
  /** Figures of the person's schools; null where the role does not see them. */
  schoolCount!: number
  /** Schools whose plan for the term has been filed. */
  plansFiledCount!: number | null
  /** Schools that have submitted a declaration for this fiscal year. */
  schoolsDeclaredCount!: number | null
  studentCount!: number | null
  takingPartCount!: number | null
  sessionsTodayCount!: number | null
  openSurveyInvited!: number | null
  openSurveyAnswered!: number | null
  moneyLeftFen!: number | null
}
