/** What speaks against a session at a time, in a room, with a teacher (课次能不能这样安排)? Each answer is a sentence that names the other. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import type { Section } from '../../catalogue/index.js'
import { CalendarDay, type Room, School } from '../../organisation/index.js'
import type { Teacher } from '../../people/index.js'
import { Clock, type LocalDate, type LocalTime, localTimeOf } from '../../platform/calendar.js'
import { type ErrorParams, RuleBroken, StateConflict } from '../../platform/errors.js'
import { TeacherLeave } from '../leaves/teacher-leave.entity.js'
import { slotProblem, ChildrenWatch, sharedOn } from '../../timetabling/index.js'
import { type Moment, printDay, printMoment } from './print-moment.js'
import { type Standing, standingClashes, type WantedSession } from './session-clashes.js'
import { Session } from './session.entity.js'
import { joinedSessions } from './session-query.js'
import { unclearedDays } from './uncleared-days.js'

export interface Problem {
  readonly code: string
  readonly params: ErrorParams
}

export function refuse(problem: Problem | null): void {
  if (problem) throw new RuleBroken(problem.code, problem.params)
}

@Injectable()
export class SessionChecks {
  constructor(
    private readonly clock: Clock,
    private readonly children: ChildrenWatch,
  ) {}

  hasBegun({ heldOn, startTime }: { heldOn: LocalDate; startTime: LocalTime }): boolean {
    const today = this.clock.today()
    return heldOn < today || (heldOn === today && startTime <= localTimeOf(this.clock.now()))
  }

  /** Throws unless the session is still to come and has not been called off. */
  requireOpen(session: Session, { language }: Actor): void {
    const params = { section: session.section!.name, when: printMoment(session, language) }
    if (this.hasBegun(session)) throw new RuleBroken('scheduling.session_has_begun', params)
    if (session.status !== 'planned') throw new StateConflict('scheduling.session_not_planned', params)
  }

  /** Not in the past, on a day with school, after the last lesson. */
  async dayProblem(
    manager: EntityManager,
    { language }: Actor,
    session: Pick<Session, 'schoolId' | 'termId'>,
    moment: Moment,
  ): Promise<Problem | null> {
    if (this.hasBegun(moment))
      return { code: 'scheduling.moment_has_passed', params: { when: printMoment(moment, language) } }
    const weekday = await this.weekdayFollowed(manager, session.termId, moment.heldOn)
    if (weekday === null)
      return { code: 'scheduling.no_school_day', params: { day: printDay(moment.heldOn, language) } }
    const { lastLessonEndTime } = await manager.findOneByOrFail(School, { id: session.schoolId })
    const problem = slotProblem(
      { ...moment, weekday, serviceType: 'after_school' },
      { lastLessonEndTime, weekdaysWithSchool: new Set([weekday]) },
    )
    return problem && { code: problem.code, params: { rule: problem.rule, ...problem.params } }
  }

  /** Whose timetable the day follows; null: no school. */
  async weekdayFollowed(manager: EntityManager, termId: number, on: LocalDate): Promise<number | null> {
    return (await manager.findOneBy(CalendarDay, { termId, dayOn: on }))?.weekdayFollowed ?? null
  }

  roomProblem({ name, capacity }: Room, section: Section): Problem | null {
    if (capacity >= section.enrolledCount) return null
    return {
      code: 'scheduling.room_too_small_for_children',
      params: { room: name, roomCapacity: capacity, section: section.name, enrolled: section.enrolledCount },
    }
  }

  /** Who has left, is on leave or is not cleared for the day (rule BAN-5) takes no session on it. */
  async teacherProblem(
    manager: EntityManager,
    { language }: Actor,
    teacher: Teacher,
    on: LocalDate,
  ): Promise<Problem | null> {
    if (!teacher.isActive) return { code: 'scheduling.teacher_gone', params: { teacher: teacher.name } }
    const leave = (await this.leavesOn(manager, teacher.schoolId, on)).find(
      (each) => each.teacherId === teacher.id,
    )
    if (leave) return leaveProblem(teacher.name, leave, on, language)
    const [uncleared] = await unclearedDays(manager, teacher.schoolId, [
      { teacherId: teacher.id, heldOn: on },
    ])
    return uncleared
      ? {
          code: 'scheduling.lecturer_not_cleared',
          params: { teacher: teacher.name, day: printDay(on, language) },
        }
      : null
  }

  /** Granted leaves that hold the day. */
  leavesOn(manager: EntityManager, schoolId: number, on: LocalDate): Promise<TeacherLeave[]> {
    return manager
      .createQueryBuilder(TeacherLeave, 'leave')
      .where(
        "leave.schoolId = :schoolId AND leave.status = 'granted' AND leave.fromOn <= :on AND leave.toOn >= :on",
        { schoolId, on },
      )
      .getMany()
  }

  /** Planned sessions of the day, without those named. */
  async standing(
    manager: EntityManager,
    schoolId: number,
    on: LocalDate,
    exceptIds: readonly number[] = [],
  ): Promise<Standing[]> {
    const query = joinedSessions(manager).where(
      "session.schoolId = :schoolId AND session.heldOn = :on AND session.status = 'planned'",
      { schoolId, on },
    )
    if (exceptIds.length > 0)
      query.andWhere('session.id NOT IN (:...exceptIds)', { exceptIds: [...exceptIds] })
    return (await query.orderBy('session.startTime').addOrderBy('session.id').getMany()).map(toStanding)
  }

  /** The first session that stands in the way, if any. */
  async clashProblem(
    manager: EntityManager,
    { language }: Actor,
    schoolId: number,
    wanted: WantedSession,
    exceptIds: readonly number[] = [],
  ): Promise<Problem | null> {
    const others = await this.standing(manager, schoolId, wanted.heldOn, exceptIds)
    const clash = standingClashes(wanted, others, await this.shared(manager, wanted, others))[0]
    return clash ? clashProblem(clash, language) : null
  }

  async shared(
    manager: EntityManager,
    wanted: Pick<WantedSession, 'sectionId' | 'heldOn'>,
    others: readonly Standing[],
  ): Promise<Map<number, number>> {
    const otherIds = [...new Set(others.map((other) => other.sectionId))].filter(
      (id) => id !== wanted.sectionId,
    )
    const shared = await this.children.sharing(manager, [wanted.sectionId], otherIds)
    return new Map(
      otherIds
        .map((id): [number, number] => [id, sharedOn(shared, wanted.sectionId, id, wanted.heldOn)])
        .filter(([, count]) => count > 0),
    )
  }
}

export function clashProblem(
  { code, other, count }: ReturnType<typeof standingClashes>[number],
  language: 'zh' | 'en',
): Problem {
  return {
    code,
    params: {
      when: printMoment(other, language),
      section: other.sectionName,
      teacher: other.teacherName,
      room: other.roomName,
      homeClass: other.homeClassName ?? '',
      count,
    },
  }
}

export function leaveProblem(
  teacher: string,
  leave: Pick<TeacherLeave, 'fromOn' | 'toOn'>,
  on: LocalDate,
  language: 'zh' | 'en',
): Problem {
  return {
    code: 'scheduling.teacher_on_leave',
    params: { teacher, from: leave.fromOn, to: leave.toOn, day: printDay(on, language) },
  }
}

export function toStanding(session: Session): Standing {
  const { id, heldOn, startTime, endTime, sectionId, teacherId, roomId } = session
  return {
    id,
    heldOn,
    startTime,
    endTime,
    sectionId,
    teacherId,
    roomId,
    sectionName: session.section!.name,
    teacherName: session.teacher!.name,
    roomName: session.room!.name,
    homeClassId: session.section!.homeClassId,
    homeClassName: session.homeClass?.name ?? null,
  }
}
