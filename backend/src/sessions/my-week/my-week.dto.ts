import { IsLocalDate, Optional } from '../../platform/http/validation.js'
import { DutyOut } from '../duties/duties.dto.js'
import { TeacherLeaveOut } from '../leaves/leaves.dto.js'
import { SubstitutionOut } from '../substitutions/substitutions.dto.js'
import { SessionOut } from '../sessions/sessions.dto.js'

export class MyWeekQuery {
  /** A day of the week that is looked at; left out: today. */
  @Optional()
  @IsLocalDate()
  on?: string
}

/** own: my session; for_other: I take it for somebody; taken: somebody takes mine. */
export const myParts = ['own', 'for_other', 'taken'] as const
export type MyPart = (typeof myParts)[number]

export class MySessionOut {
  session!: SessionOut
  part!: MyPart
}

export class MyDayOut {
  dayOn!: string
  weekday!: number
  sessions!: MySessionOut[]
  /** Sessions planned for this day that take place on another one. */
  movedAway!: SessionOut[]
  duties!: DutyOut[]
}

export class MyWeekOut {
  /** Null: the account is not linked to a teacher. */
  teacherId!: number | null
  fromOn!: string
  toOn!: string
  days!: MyDayOut[]
  /** Requests that wait for my answer. */
  forMe!: SubstitutionOut[]
  /** My own requests that wait for others. */
  mine!: SubstitutionOut[]
  leaves!: TeacherLeaveOut[]
}
