/** The sessions (课次) of some days with every name that a week or a calendar shows, in one query. */
import type { EntityManager } from 'typeorm'
import type { Course, Section } from '../../catalogue/index.js'
import type { HomeClass, Room } from '../../organisation/index.js'
import type { Teacher } from '../../people/index.js'
import { addDays, type LocalDate } from '../../platform/calendar.js'
import type { Session } from '../sessions/session.entity.js'
import { joinedSessions } from '../sessions/session-query.js'
import type { Owner, Span, WeekSession } from './cells.js'

const longestMoveDays = 230

interface Names {
  readonly section: Section
  readonly course: Course
  readonly teacher: Teacher
  readonly room: Room
  readonly plannedTeacher: Teacher
  readonly plannedRoom: Room
  readonly homeClass: HomeClass | null
  readonly original: { heldOn: LocalDate } | null
  readonly makeUp: { heldOn: LocalDate } | null
}

/** Whatever takes place or was planned in the span; of a home class also what is open to several classes. */
export async function loadSessions(
  manager: EntityManager,
  schoolId: number,
  { kind, id }: Pick<Owner, 'kind' | 'id'>,
  { fromOn, toOn }: Span,
): Promise<WeekSession[]> {
  const query = joinedSessions(manager)
    .where('session.schoolId = :schoolId', { schoolId })
    // No session is moved further than a term is long; the wide range is what the index finds, whatever was planned when.
    .andWhere('session.heldOn BETWEEN :early AND :late', {
      early: addDays(fromOn, -longestMoveDays),
      late: addDays(toOn, longestMoveDays),
    })
    .andWhere('(session.heldOn BETWEEN :fromOn AND :toOn OR session.plannedOn BETWEEN :fromOn AND :toOn)', {
      fromOn,
      toOn,
    })
  if (kind === 'teacher')
    query.andWhere('(session.teacherId = :id OR session.plannedTeacherId = :id)', { id })
  if (kind === 'room') query.andWhere('(session.roomId = :id OR session.plannedRoomId = :id)', { id })
  if (kind === 'home-class') query.andWhere("(section.homeClassId = :id OR section.kind = 'mixed')", { id })
  const found = await query
    .orderBy('session.heldOn')
    .addOrderBy('session.startTime')
    .addOrderBy('session.id')
    .getMany()
  return found.map((session) => toWeekSession(session as Session & Names))
}

function toWeekSession(session: Session & Names): WeekSession {
  const {
    id,
    slotId,
    sectionId,
    section,
    course,
    homeClass,
    heldOn,
    startTime,
    endTime,
    teacherId,
    teacher,
    roomId,
    room,
    plannedOn,
    plannedStartTime,
    plannedEndTime,
  } = session
  const { plannedTeacherId, plannedTeacher, plannedRoomId, plannedRoom, original, makeUp, status, reason } =
    session
  return {
    id,
    slotId,
    sectionId,
    sectionName: section.name,
    kind: section.kind,
    grades: section.grades,
    courseName: course.name,
    homeClassId: section.homeClassId,
    homeClassName: homeClass?.name ?? null,
    heldOn,
    startTime,
    endTime,
    teacherId,
    teacherName: teacher.name,
    roomId,
    roomName: room.name,
    plannedOn,
    plannedStartTime,
    plannedEndTime,
    plannedTeacherId,
    plannedTeacherName: plannedTeacher.name,
    plannedRoomId,
    plannedRoomName: plannedRoom.name,
    makesUpOn: original?.heldOn ?? null,
    madeUpOn: makeUp?.heldOn ?? null,
    status,
    reason,
  }
}
