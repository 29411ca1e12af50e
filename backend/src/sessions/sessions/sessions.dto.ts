import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsString, MaxLength } from 'class-validator'
import { SeenIn } from '../../audit/index.js'
import { BooleanText, IsInt, IsLocalDate, IsLocalTime, Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import type { ListSheet } from '../../platform/sheets/index.js'
import type { SubstitutionKind } from '../substitutions/substitution.entity.js'
import type { SubstitutionStatus } from '../substitutions/substitution.states.js'
import type { Session } from './session.entity.js'
import { sessionStates, type SessionStatus } from './session.states.js'

export class SessionListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  termId?: number

  /** First day, included. */
  @Optional()
  @IsLocalDate()
  from?: string

  /** Last day, included. */
  @Optional()
  @IsLocalDate()
  to?: string

  @Optional()
  @Type(() => Number)
  @IsInt()
  sectionId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  teacherId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  roomId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  homeClassId?: number

  @Optional()
  @IsIn(sessionStates)
  status?: SessionStatus

  /** Only those that are not as planned: moved, with a substitute, cancelled, made up … */
  @Optional()
  @BooleanText()
  @IsBoolean()
  isChanged?: boolean

  /** Only those that are to take place but whose teacher is on leave. */
  @Optional()
  @BooleanText()
  @IsBoolean()
  isUncovered?: boolean
}

class WhenIn extends SeenIn {
  @IsLocalDate()
  heldOn!: string

  /** A slot of that day; or else start and end. */
  @Optional()
  @IsInt()
  slotId?: number

  @Optional()
  @IsLocalTime()
  startTime?: string

  @Optional()
  @IsLocalTime()
  endTime?: string

  /** Left out: the session's room. */
  @Optional()
  @IsInt()
  roomId?: number

  @Optional()
  @IsString()
  @MaxLength(200)
  comment?: string
}

export class MoveSessionIn extends WhenIn {}

export class MakeUpSessionIn extends WhenIn {
  /** Left out: the session's teacher. */
  @Optional()
  @IsInt()
  teacherId?: number
}

export class ChangeRoomIn extends SeenIn {
  @IsInt()
  roomId!: number

  @Optional()
  @IsString()
  @MaxLength(200)
  comment?: string
}

export class SessionChoicesQuery {
  @IsLocalDate()
  heldOn!: string

  /** The time for which rooms are looked at; left out: the session's own. */
  @Optional()
  @IsLocalTime()
  startTime?: string

  @Optional()
  @IsLocalTime()
  endTime?: string
}

export class SessionSlotOut {
  slotId!: number
  startTime!: string
  endTime!: string
  isFree!: boolean
  /** Why not. */
  message!: string | null
  /** The session's own room is taken then; another one is needed. */
  isRoomTaken!: boolean
}

export class SessionRoomOut {
  roomId!: number
  name!: string
  capacity!: number
  isFree!: boolean
  message!: string | null
}

export class SessionChoicesOut {
  heldOn!: string
  /** What speaks against the day as a whole, for example that there is no school. */
  message!: string | null
  slots!: SessionSlotOut[]
  rooms!: SessionRoomOut[]
}

/** What is other than the timetable plans. */
export const sessionChangeKinds = [
  'day',
  'time',
  'teacher',
  'room',
  'cancelled',
  'made_up',
  'make_up',
] as const
export type SessionChangeKind = (typeof sessionChangeKinds)[number]

/** Why the session has nobody who may take it. */
export type TeacherProblem = 'on_leave' | 'not_cleared' | 'left'

export class OpenRequestOut {
  id!: number
  kind!: SubstitutionKind
  status!: SubstitutionStatus
  askingTeacherName!: string
  colleagueName!: string
}

export class SessionOut {
  id!: number
  schoolId!: number
  termId!: number
  sectionId!: number
  sectionName!: string
  courseName!: string
  homeClassName!: string | null
  enrolledCount!: number
  slotId!: number
  heldOn!: string
  startTime!: string
  endTime!: string
  teacherId!: number
  teacherName!: string
  roomId!: number
  roomName!: string
  plannedOn!: string
  plannedStartTime!: string
  plannedEndTime!: string
  plannedTeacherId!: number
  plannedTeacherName!: string
  plannedRoomId!: number
  plannedRoomName!: string
  makesUpId!: number | null
  /** The day of the session for which this one makes up. */
  makesUpOn!: string | null
  madeUpById!: number | null
  /** The day on which this one is made up. */
  madeUpOn!: string | null
  changes!: SessionChangeKind[]
  teacherProblem!: TeacherProblem | null
  openRequest!: OpenRequestOut | null
  hasBegun!: boolean
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  status!: SessionStatus
  reason!: string | null
  actions!: string[]
}

/** What is known about a session beside its own row. */
export interface SessionAround {
  readonly teacherProblem: TeacherProblem | null
  readonly openRequest: OpenRequestOut | null
  readonly hasBegun: boolean
  readonly actions: string[]
}

export function changesOf(session: Session): SessionChangeKind[] {
  const isChanged: Record<SessionChangeKind, boolean> = {
    day: session.heldOn !== session.plannedOn,
    time: session.startTime !== session.plannedStartTime || session.endTime !== session.plannedEndTime,
    teacher: session.teacherId !== session.plannedTeacherId,
    room: session.roomId !== session.plannedRoomId,
    cancelled: session.status === 'cancelled',
    made_up: session.status === 'made_up',
    make_up: session.makesUpId !== null,
  }
  return sessionChangeKinds.filter((kind) => isChanged[kind])
}

export function toSessionOut(session: Session, around: SessionAround): SessionOut {
  const {
    id,
    schoolId,
    termId,
    sectionId,
    section,
    course,
    homeClass,
    slotId,
    heldOn,
    startTime,
    endTime,
    teacherId,
    teacher,
    roomId,
    room,
    status,
    revision,
    reason,
    makesUpId,
  } = session
  const { plannedOn, plannedStartTime, plannedEndTime, plannedTeacherId, plannedRoomId } = session
  return {
    id,
    schoolId,
    termId,
    sectionId,
    sectionName: section!.name,
    courseName: course!.name,
    homeClassName: homeClass?.name ?? null,
    enrolledCount: section!.enrolledCount,
    slotId,
    heldOn,
    startTime,
    endTime,
    teacherId,
    teacherName: teacher!.name,
    roomId,
    roomName: room!.name,
    plannedOn,
    plannedStartTime,
    plannedEndTime,
    plannedTeacherId,
    plannedTeacherName: session.plannedTeacher!.name,
    plannedRoomId,
    plannedRoomName: session.plannedRoom!.name,
    makesUpId,
    makesUpOn: session.original?.heldOn ?? null,
    madeUpById: session.makeUp?.id ?? null,
    madeUpOn: session.makeUp?.heldOn ?? null,
    changes: changesOf(session),
    status,
    revision,
    reason,
    ...around,
  }
}

const stateWords = {
  planned: { zh: '照常上课', en: 'planned' },
  cancelled: { zh: '停课', en: 'cancelled' },
  made_up: { zh: '已补课', en: 'made up' },
} as const satisfies Record<SessionStatus, unknown>

export const sessionListSheet: ListSheet<Session> = {
  zh: '课次',
  en: 'Sessions',
  columns: [
    { zh: '日期', en: 'Date', kind: 'date', of: ({ heldOn }) => heldOn },
    { zh: '开始', en: 'Start', kind: 'text', of: ({ startTime }) => startTime },
    { zh: '结束', en: 'End', kind: 'text', of: ({ endTime }) => endTime },
    { zh: '课程班', en: 'Section', width: 24, kind: 'text', of: ({ section }) => section!.name },
    { zh: '课程', en: 'Course', width: 20, kind: 'text', of: ({ course }) => course!.name },
    { zh: '教师', en: 'Teacher', kind: 'text', of: ({ teacher }) => teacher!.name },
    { zh: '场地', en: 'Room', kind: 'text', of: ({ room }) => room!.name },
    { zh: '状态', en: 'State', kind: 'text', of: ({ status }, language) => stateWords[status][language] },
    { zh: '停课原因', en: 'Why cancelled', width: 30, kind: 'text', of: ({ reason }) => reason },
    { zh: '原定日期', en: 'Planned date', kind: 'date', of: ({ plannedOn }) => plannedOn },
    { zh: '原定教师', en: 'Planned teacher', kind: 'text', of: (session) => session.plannedTeacher!.name },
    { zh: '原定场地', en: 'Planned room', kind: 'text', of: ({ plannedRoom }) => plannedRoom!.name },
  ],
}
