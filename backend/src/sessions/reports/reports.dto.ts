import { Type } from 'class-transformer'
import type { RoomKind } from '../../organisation/index.js'
import { IsInt, IsLocalDate, Optional } from '../../platform/http/validation.js'

export class ReportQuery {
  @Type(() => Number)
  @IsInt()
  schoolId!: number

  @Type(() => Number)
  @IsInt()
  termId!: number

  /** First day, included; left out: the term's first. */
  @Optional()
  @IsLocalDate()
  from?: string

  /** Last day, included; left out: the term's last. */
  @Optional()
  @IsLocalDate()
  to?: string
}

/** What is counted: sessions that stand, on these days; what was called off is shown apart. */
export class ReportSpanOut {
  schoolId!: number
  termId!: number
  from!: string
  to!: string
  /** As of when changes are included. */
  asOf!: string
  weekCount!: number
}

export class RoomUseRowOut {
  roomId!: number
  name!: string
  kind!: RoomKind
  capacity!: number
  sessionCount!: number
  minutes!: number
  /** On the average of all weeks. */
  minutesPerWeek!: number
  /** Of the times at which service is offered. Null: none is. */
  usePerMille!: number | null
  /** Most sessions in one week, and its Monday; null: unused. */
  busiestWeekCount!: number
  busiestWeekOn!: string | null
  cancelledCount!: number
}

export class PeakOut {
  heldOn!: string
  startTime!: string
  roomCount!: number
}

export class RoomUseOut extends ReportSpanOut {
  /** How many slots there are on all school days together: what a room could be used for. */
  slotCount!: number
  /** When most rooms are used at once. */
  peak!: PeakOut | null
  usedRoomCount!: number
  /** The most used first; those without a session last. */
  items!: RoomUseRowOut[]
}

export class TeacherLoadRowOut {
  teacherId!: number
  name!: string
  kind!: 'staff' | 'lecturer'
  sessionCount!: number
  minutes!: number
  dayCount!: number
  /** In the last slot of the day, where a day has more than one. */
  lateCount!: number
  /** Taken for a colleague, and given to one. */
  takenCount!: number
  givenCount!: number
  /** Minutes, of the mean of those who have any. */
  ofMeanPerMille!: number | null
  cancelledCount!: number
}

/** How many teachers have so many sessions. */
export class LoadStepOut {
  fromCount!: number
  toCount!: number
  teacherCount!: number
}

export class TeacherLoadOut extends ReportSpanOut {
  /** Those who have at least one session. */
  teachingCount!: number
  meanMinutes!: number | null
  distribution!: LoadStepOut[]
  /** The most minutes first; those without a session last. */
  items!: TeacherLoadRowOut[]
}
