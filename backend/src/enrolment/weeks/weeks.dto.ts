import { IsLocalDate, Optional } from '../../platform/http/validation.js'
import type { DayKind } from '../../organisation/index.js'
import type { SessionStatus } from '../../sessions/index.js'

export class WeekQuery {
  /** First of seven days; left out: Monday of the present week. */
  @Optional()
  @IsLocalDate()
  from?: string
}

export class WeekSessionOut {
  id!: number
  startTime!: string
  endTime!: string
  courseName!: string
  roomName!: string
  teacherName!: string
  status!: SessionStatus
  reason!: string | null
  /** Another teacher than planned takes it. */
  isSubstituted!: boolean
  isRoomChanged!: boolean
  /** The time of before, where the time of day was changed. */
  wasStartTime!: string | null
  /** The day of before, where it was moved to this one. */
  movedFromOn!: string | null
  /** The day of the cancelled session for which this one makes up. */
  makesUpOn!: string | null
  /** The day on which this one, cancelled, is made up. */
  madeUpOn!: string | null
}

/** A session that was planned for this day and takes place on another one. */
export class MovedAwayOut {
  id!: number
  courseName!: string
  plannedStartTime!: string
  heldOn!: string
  startTime!: string
}

export class WeekDayOut {
  dayOn!: string
  weekday!: number
  /** null: outside every term. */
  kind!: DayKind | null
  note!: string | null
  sessions!: WeekSessionOut[]
  movedAway!: MovedAwayOut[]
}

export class WeekOut {
  days!: WeekDayOut[]
}
