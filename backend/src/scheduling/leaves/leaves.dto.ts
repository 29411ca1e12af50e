import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator'
import { IsLocalDate } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import { SessionOut } from '../sessions/sessions.dto.js'
import { ColleagueOut } from '../substitutions/substitutions.dto.js'
import { type LeaveKind, leaveKinds, type TeacherLeave } from './teacher-leave.entity.js'
import { leaveStates, type LeaveStatus } from './teacher-leave.states.js'

export class LeaveListQuery extends ListQuery {
  @IsOptional() @Type(() => Number) @IsInt()
  schoolId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  termId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  teacherId?: number

  @IsOptional() @IsIn(leaveStates)
  status?: LeaveStatus

  /** Leaves that hold a day from this one on. */
  @IsOptional() @IsLocalDate()
  from?: string

  @IsOptional() @IsLocalDate()
  to?: string
}

export class CreateLeaveIn {
  /** Left out: the person who is signed in. */
  @IsOptional() @IsInt()
  teacherId?: number

  @IsLocalDate()
  fromOn!: string

  /** Included. */
  @IsLocalDate()
  toOn!: string

  @IsIn(leaveKinds)
  kind!: LeaveKind

  @IsOptional() @IsString() @MaxLength(200)
  remark?: string | null
}

export class TeacherLeaveOut {
  id!: number
  schoolId!: number
  teacherId!: number
  teacherName!: string
  fromOn!: string
  toOn!: string
  kind!: LeaveKind
  remark!: string | null
  status!: LeaveStatus
  createdAt!: string
  /** Sessions to come for which nobody else has been found yet. */
  openCount!: number
  actions!: string[]
}

/** open: nobody found; asked and agreed: a request waits; substituted; cancelled; over: it has begun. */
export const arrangements = ['open', 'asked', 'agreed', 'substituted', 'cancelled', 'over'] as const
export type Arrangement = (typeof arrangements)[number]

export class LeaveSessionOut {
  session!: SessionOut
  arrangement!: Arrangement
  /** Who takes it, or was asked. */
  colleagueName!: string | null
  substitutionId!: number | null
  /** The best who can, where nobody is found yet and the person may arrange. */
  best!: ColleagueOut | null
}

export class TeacherLeaveWithSessionsOut extends TeacherLeaveOut {
  sessions!: LeaveSessionOut[]
}

export const arrangeActs = ['ask', 'arrange', 'cancel'] as const

export class ArrangeItemIn {
  @IsInt()
  sessionId!: number

  /** ask: the colleague answers; arrange: has said yes already; cancel: nobody comes. */
  @IsIn(arrangeActs)
  act!: (typeof arrangeActs)[number]

  @IsOptional() @IsInt()
  colleagueId?: number

  /** The reason that the colleague reads, or families where it is cancelled. */
  @IsOptional() @IsString() @MaxLength(200)
  comment?: string
}

export class ArrangeIn {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => ArrangeItemIn)
  items!: ArrangeItemIn[]
}

export class ArrangeRowOut {
  sessionId!: number
  isDone!: boolean
  /** Why not. */
  message!: string | null
}

export class ArrangeOut {
  doneCount!: number
  refusedCount!: number
  rows!: ArrangeRowOut[]
}

export function toTeacherLeaveOut(leave: TeacherLeave, openCount: number, actions: string[]): TeacherLeaveOut {
  const { id, schoolId, teacherId, teacher, fromOn, toOn, kind, remark, status, createdAt } = leave
  return { id, schoolId, teacherId, teacherName: teacher!.name, fromOn, toOn, kind, remark, status, createdAt: createdAt.toISOString(), openCount, actions }
}
