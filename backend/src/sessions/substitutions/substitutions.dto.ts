import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsString, Length } from 'class-validator'
import type { ListColumn } from '../../platform/sheets/index.js'
import { BooleanText, IsInt, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import type { Session } from '../sessions/session.entity.js'
import type { SessionStatus } from '../sessions/session.states.js'
import { type Substitution, type SubstitutionKind, substitutionKinds } from './substitution.entity.js'
import { substitutionStates, type SubstitutionStatus } from './substitution.states.js'

export class SubstitutionListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  termId?: number

  @Optional()
  @IsIn(substitutionStates)
  status?: SubstitutionStatus

  @Optional()
  @IsIn(substitutionKinds)
  kind?: SubstitutionKind

  /** Asked for or asked: requests in which the teacher takes part. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  teacherId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  sessionId?: number

  /** Only those that wait for an answer or an approval. */
  @Optional()
  @BooleanText()
  @IsBoolean()
  isOpen?: boolean
}

export class CreateSubstitutionIn {
  @IsIn(substitutionKinds)
  kind!: SubstitutionKind

  @IsInt()
  sessionId!: number

  @IsInt()
  colleagueId!: number

  /** Of a swap: the colleague's session that is taken in return. */
  @Optional()
  @IsInt()
  otherSessionId?: number

  @IsString()
  @Length(1, 200)
  reason!: string

  /** The colleague has said yes by word of mouth: recorded and approved at once, by who may approve. */
  @Optional()
  @IsBoolean()
  isAgreed?: boolean
}

export class SubstitutionSessionOut {
  id!: number
  heldOn!: string
  startTime!: string
  endTime!: string
  sectionName!: string
  courseName!: string
  homeClassName!: string | null
  roomName!: string
  teacherName!: string
  status!: SessionStatus
}

export class SubstitutionOut {
  id!: number
  schoolId!: number
  kind!: SubstitutionKind
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  status!: SubstitutionStatus
  reason!: string
  askingTeacherId!: number
  askingTeacherName!: string
  colleagueId!: number
  colleagueName!: string
  session!: SubstitutionSessionOut
  otherSession!: SubstitutionSessionOut | null
  /** Whether the person who is signed in is the one who was asked. */
  isForMe!: boolean
  createdAt!: string
  endedAt!: string | null
  actions!: string[]
}

export class ColleagueOut {
  teacherId!: number
  name!: string
  kind!: 'staff' | 'lecturer'
  subject!: string | null
  /** Nothing makes it impossible. */
  isPossible!: boolean
  /** Knows the course, the section or the children. */
  isAble!: boolean
  /** What makes it impossible. */
  problem!: string | null
  /** Why they stand where they stand, in words. */
  reasons!: string[]
  dayCount!: number
  weekCount!: number
  termCount!: number
}

/** A colleague's session that could be taken in exchange. */
export class SwapOut {
  sessionId!: number
  teacherId!: number
  teacherName!: string
  heldOn!: string
  startTime!: string
  endTime!: string
  sectionName!: string
  roomName!: string
  isPossible!: boolean
  problem!: string | null
}

export function toSubstitutionSessionOut(session: Session): SubstitutionSessionOut {
  const { id, heldOn, startTime, endTime, status } = session
  return {
    id,
    heldOn,
    startTime,
    endTime,
    status,
    sectionName: session.section!.name,
    courseName: session.course!.name,
    homeClassName: session.homeClass?.name ?? null,
    roomName: session.room!.name,
    teacherName: session.teacher!.name,
  }
}

export function toSubstitutionOut(
  substitution: Substitution,
  sessions: ReadonlyMap<number, Session>,
  isForMe: boolean,
  actions: string[],
): SubstitutionOut {
  const {
    id,
    schoolId,
    kind,
    status,
    revision,
    reason,
    askingTeacherId,
    askingTeacher,
    colleagueId,
    colleague,
    sessionId,
    otherSessionId,
    createdAt,
    endedAt,
  } = substitution
  return {
    id,
    schoolId,
    kind,
    status,
    revision,
    reason,
    askingTeacherId,
    askingTeacherName: askingTeacher!.name,
    colleagueId,
    colleagueName: colleague!.name,
    session: toSubstitutionSessionOut(sessions.get(sessionId)!),
    otherSession: otherSessionId === null ? null : toSubstitutionSessionOut(sessions.get(otherSessionId)!),
    isForMe,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    actions,
  }
}

const words = {
  substitute: { zh: '代课', en: 'substitution' },
  swap: { zh: '换课', en: 'swap' },
  asked: { zh: '等对方答复', en: 'asked' },
  agreed: { zh: '等批准', en: 'agreed' },
  approved: { zh: '已安排', en: 'approved' },
  declined: { zh: '已谢绝', en: 'declined' },
  refused: { zh: '未批准', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  revoked: { zh: '已撤销', en: 'revoked' },
} as const satisfies Record<SubstitutionKind | SubstitutionStatus, unknown>

const momentOf = ({ heldOn, startTime, endTime, sectionName }: SubstitutionSessionOut) =>
  `${heldOn} ${startTime}–${endTime} ${sectionName}`

export const substitutionColumns: readonly ListColumn<SubstitutionOut>[] = [
  { zh: '日期', en: 'Date', kind: 'date', of: (row) => row.session.heldOn },
  { zh: '时间', en: 'Time', kind: 'text', of: (row) => `${row.session.startTime}–${row.session.endTime}` },
  { zh: '课程班', en: 'Section', kind: 'text', of: (row) => row.session.sectionName },
  { zh: '课程', en: 'Course', kind: 'text', of: (row) => row.session.courseName },
  { zh: '场地', en: 'Room', kind: 'text', of: (row) => row.session.roomName },
  { zh: '方式', en: 'Kind', kind: 'text', of: (row, language) => words[row.kind][language] },
  { zh: '原任教师', en: 'Asking teacher', kind: 'text', of: (row) => row.askingTeacherName },
  { zh: '代课或换课教师', en: 'Colleague', kind: 'text', of: (row) => row.colleagueName },
  {
    zh: '换对方的课次',
    en: 'In exchange for',
    kind: 'text',
    of: (row) => row.otherSession && momentOf(row.otherSession),
  },
  { zh: '原因', en: 'Reason', kind: 'text', of: (row) => row.reason },
  { zh: '状态', en: 'State', kind: 'text', of: (row, language) => words[row.status][language] },
]
