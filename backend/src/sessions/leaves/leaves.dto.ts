import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, MaxLength } from 'class-validator'
import type { ListColumn } from '../../platform/sheets/index.js'
import { Items } from '../../platform/http/items.js'
import { IsInt, IsLocalDate, Nullable, Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import { SessionOut } from '../sessions/sessions.dto.js'
import { ColleagueOut } from '../substitutions/substitutions.dto.js'
import { type LeaveKind, leaveKinds, type TeacherLeave } from './teacher-leave.entity.js'
import { leaveStates, type LeaveStatus } from './teacher-leave.states.js'

export class LeaveListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  /** Leaves that hold a day of this term. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  termId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  teacherId?: number

  @Optional()
  @IsIn(leaveStates)
  status?: LeaveStatus

  /** Leaves that hold a day from this one on. */
  @Optional()
  @IsLocalDate()
  from?: string

  @Optional()
  @IsLocalDate()
  to?: string
}

export class CreateLeaveIn {
  /** Left out: the person who is signed in. */
  @Optional()
  @IsInt()
  teacherId?: number

  @IsLocalDate()
  fromOn!: string

  /** Included. */
  @IsLocalDate()
  toOn!: string

  @IsIn(leaveKinds)
  kind!: LeaveKind

  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(200)
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
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
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

  @Optional()
  @IsInt()
  colleagueId?: number

  /** The reason that the colleague reads, or families where it is cancelled. */
  @Optional()
  @IsString()
  @MaxLength(200)
  comment?: string
}

export class ArrangeIn {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @Items(() => ArrangeItemIn)
  items!: ArrangeItemIn[]
}

export function toTeacherLeaveOut(
  leave: TeacherLeave,
  openCount: number,
  actions: string[],
): TeacherLeaveOut {
  const { id, schoolId, teacherId, teacher, fromOn, toOn, kind, remark, status, revision, createdAt } = leave
  return {
    id,
    schoolId,
    teacherId,
    teacherName: teacher!.name,
    fromOn,
    toOn,
    kind,
    remark,
    status,
    revision,
    createdAt: createdAt.toISOString(),
    openCount,
    actions,
  }
}

const words = {
  sick: { zh: '病假', en: 'sick' },
  official: { zh: '公出', en: 'on official business' },
  personal: { zh: '事假', en: 'personal' },
  requested: { zh: '等准假', en: 'requested' },
  granted: { zh: '已准假', en: 'granted' },
  refused: { zh: '未准', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
} as const satisfies Record<LeaveKind | LeaveStatus, unknown>

export const leaveColumns: readonly ListColumn<TeacherLeaveOut>[] = [
  { zh: '教师', en: 'Teacher', kind: 'text', of: (row) => row.teacherName },
  { zh: '开始', en: 'From', kind: 'date', of: (row) => row.fromOn },
  { zh: '结束', en: 'To', kind: 'date', of: (row) => row.toOn },
  { zh: '类别', en: 'Kind', kind: 'text', of: (row, language) => words[row.kind][language] },
  { zh: '说明', en: 'Remark', kind: 'text', of: (row) => row.remark },
  { zh: '状态', en: 'State', kind: 'text', of: (row, language) => words[row.status][language] },
  { zh: '还要安排的课次', en: 'Sessions to arrange', kind: 'integer', of: (row) => row.openCount },
]
