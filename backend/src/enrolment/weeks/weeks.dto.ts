import { IsOptional } from 'class-validator'
import { IsLocalDate } from '../../platform/http/validation.js'
import type { DayKind } from '../../organisation/index.js'
import type { SessionStatus } from '../../scheduling/index.js'

export class WeekQuery {
  /** First of seven days; left out: Monday of the present week. */
  @IsOptional() @IsLocalDate()
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
}

export class WeekDayOut {
  dayOn!: string
  weekday!: number
  /** null: outside every term. */
  kind!: DayKind | null
  note!: string | null
  sessions!: WeekSessionOut[]
}

export class WeekOut {
  days!: WeekDayOut[]
}
