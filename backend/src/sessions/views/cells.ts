/** What stands in which field of a week (课表的一格): where sessions really take place, and where they were planned but are not. Pure. */
import type { LocalDate, LocalTime } from '../../platform/calendar.js'
import type { SessionStatus } from '../sessions/session.states.js'
import type { CellChange, ViewCellOut, ViewKind } from './views.dto.js'

/** A session with the names around it. */
export interface WeekSession {
  readonly id: number
  readonly slotId: number
  readonly sectionId: number
  readonly sectionName: string
  readonly kind: 'home_class' | 'mixed'
  readonly grades: readonly number[]
  readonly courseName: string
  readonly homeClassId: number | null
  readonly homeClassName: string | null
  readonly heldOn: LocalDate
  readonly startTime: LocalTime
  readonly endTime: LocalTime
  readonly teacherId: number
  readonly teacherName: string
  readonly roomId: number
  readonly roomName: string
  readonly plannedOn: LocalDate
  readonly plannedStartTime: LocalTime
  readonly plannedEndTime: LocalTime
  readonly plannedTeacherId: number
  readonly plannedTeacherName: string
  readonly plannedRoomId: number
  readonly plannedRoomName: string
  readonly makesUpOn: LocalDate | null
  readonly madeUpOn: LocalDate | null
  readonly status: SessionStatus
  readonly reason: string | null
}

export interface Owner {
  readonly kind: ViewKind
  readonly id: number
  /** Of a home class: sections open to its grade count too. */
  readonly grade: number | null
}

export interface Span {
  readonly fromOn: LocalDate
  readonly toOn: LocalDate
}

export function cellsOf(sessions: readonly WeekSession[], owner: Owner, span: Span): ViewCellOut[] {
  const cells = sessions.flatMap((session) => {
    const isHere = isOf(owner, session, 'held') && isIn(span, session.heldOn)
    const wasHere = isOf(owner, session, 'planned') && isIn(span, session.plannedOn)
    // A moved session is shown twice, but not when it only moved inside the same field.
    const hasLeft =
      wasHere &&
      session.status === 'planned' &&
      !(isHere && session.heldOn === session.plannedOn && session.startTime === session.plannedStartTime)
    return [...(isHere ? [cellOf(session, false)] : []), ...(hasLeft ? [cellOf(session, true)] : [])]
  })
  return cells.toSorted(
    (one, other) => keyOf(one).localeCompare(keyOf(other)) || one.sessionId - other.sessionId,
  )
}

const keyOf = ({ dayOn, startTime, isMixed }: ViewCellOut): string =>
  `${dayOn} ${startTime} ${isMixed ? 1 : 0}`
const isIn = ({ fromOn, toOn }: Span, on: LocalDate): boolean => on >= fromOn && on <= toOn

function isOf({ kind, id, grade }: Owner, session: WeekSession, when: 'held' | 'planned'): boolean {
  if (kind === 'teacher') return (when === 'held' ? session.teacherId : session.plannedTeacherId) === id
  if (kind === 'room') return (when === 'held' ? session.roomId : session.plannedRoomId) === id
  if (kind === 'school') return true
  return session.kind === 'mixed'
    ? grade !== null && session.grades.includes(grade)
    : session.homeClassId === id
}

export function changesOf(
  session: Pick<
    WeekSession,
    | 'heldOn'
    | 'plannedOn'
    | 'startTime'
    | 'plannedStartTime'
    | 'endTime'
    | 'plannedEndTime'
    | 'teacherId'
    | 'plannedTeacherId'
    | 'roomId'
    | 'plannedRoomId'
    | 'status'
    | 'makesUpOn'
  >,
): CellChange[] {
  return [
    ...(session.heldOn === session.plannedOn ? [] : ['day' as const]),
    ...(session.startTime === session.plannedStartTime && session.endTime === session.plannedEndTime
      ? []
      : ['time' as const]),
    ...(session.teacherId === session.plannedTeacherId ? [] : ['teacher' as const]),
    ...(session.roomId === session.plannedRoomId ? [] : ['room' as const]),
    ...(session.status === 'planned' ? [] : [session.status]),
    ...(session.makesUpOn === null ? [] : ['make_up' as const]),
  ]
}

function cellOf(session: WeekSession, isElsewhere: boolean): ViewCellOut {
  const {
    id,
    slotId,
    kind,
    sectionId,
    sectionName,
    courseName,
    teacherId,
    teacherName,
    roomId,
    roomName,
    homeClassId,
    homeClassName,
    status,
    reason,
  } = session
  const {
    heldOn,
    startTime,
    endTime,
    plannedOn,
    plannedStartTime,
    plannedEndTime,
    plannedTeacherName,
    plannedRoomName,
    makesUpOn,
    madeUpOn,
  } = session
  return {
    sessionId: id,
    slotId,
    dayOn: isElsewhere ? plannedOn : heldOn,
    startTime: isElsewhere ? plannedStartTime : startTime,
    endTime: isElsewhere ? plannedEndTime : endTime,
    sectionId,
    sectionName,
    isMixed: kind === 'mixed',
    courseName,
    teacherId,
    teacherName,
    roomId,
    roomName,
    homeClassId,
    homeClassName,
    status,
    reason,
    changes: changesOf(session),
    isElsewhere,
    heldOn,
    heldStartTime: startTime,
    heldEndTime: endTime,
    plannedOn,
    plannedStartTime,
    plannedEndTime,
    plannedTeacherName,
    plannedRoomName,
    makesUpOn,
    madeUpOn,
  }
}
