/** What does a child's week look like (孩子的一周), for the child's own guardian? */
import { Injectable } from '@nestjs/common'
import { Between, type EntityManager, In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Course, Section } from '../../catalogue/index.js'
import { CalendarDay, Room, Term, regionsDownTo } from '../../organisation/index.js'
import { ChildrenService, Teacher } from '../../people/index.js'
import { addDays, Clock, datesBetween, mondayOf, weekdayOf } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Session } from '../../sessions/index.js'
import { Enrolment } from '../enrolments/enrolment.entity.js'
import type { WeekOut, WeekSessionOut } from './weeks.dto.js'

@Injectable()
export class WeeksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly children: ChildrenService,
  ) {}

  /** Seven days with the sessions of the child's sections, cancelled ones included. */
  async week(actor: Actor, studentId: number, from: string = mondayOf(this.clock.today())): Promise<WeekOut> {
    const manager = this.database.read
    const { school } = await this.children.require(manager, actor, studentId)
    const last = addDays(from, 6)
    const calendar = await this.calendar(manager, school.regionCode, from, last)
    const sessions = await this.sessions(manager, studentId, from, last)
    return {
      days: datesBetween(from, last).map((dayOn) => ({
        dayOn,
        weekday: weekdayOf(dayOn),
        kind: calendar.get(dayOn)?.kind ?? null,
        note: calendar.get(dayOn)?.note ?? null,
        sessions: sessions.filter((session) => session.heldOn === dayOn).map(toWeekSessionOut),
        movedAway: sessions
          .filter(
            (session) =>
              session.plannedOn === dayOn && session.heldOn !== dayOn && session.status === 'planned',
          )
          .map(({ id, course, plannedStartTime, heldOn, startTime }) => ({
            id,
            courseName: course!.name,
            plannedStartTime,
            heldOn,
            startTime,
          })),
      })),
    }
  }

  private async calendar(
    manager: EntityManager,
    regionCode: string,
    from: string,
    last: string,
  ): Promise<Map<string, CalendarDay>> {
    const above = regionsDownTo(regionCode)
    const terms = await manager.find(Term, { where: { regionCode: In(above) } })
    if (terms.length === 0) return new Map()
    const days = await manager.find(CalendarDay, {
      where: { termId: In(terms.map((term) => term.id)), dayOn: Between(from, last) },
    })
    return new Map(days.map((day) => [day.dayOn, day]))
  }

  private sessions(
    manager: EntityManager,
    studentId: number,
    from: string,
    last: string,
  ): Promise<Session[]> {
    return manager
      .createQueryBuilder(Session, 'session')
      .innerJoin(
        Enrolment,
        'enrolment',
        'enrolment.sectionId = session.sectionId AND enrolment.startsOn <= session.heldOn AND (enrolment.endsOn IS NULL OR enrolment.endsOn >= session.heldOn)',
      )
      .innerJoin(Section, 'section', 'section.id = session.sectionId')
      .innerJoinAndMapOne('session.course', Course, 'course', 'course.id = section.courseId')
      .innerJoinAndMapOne('session.teacher', Teacher, 'teacher', 'teacher.id = session.teacherId')
      .innerJoinAndMapOne('session.room', Room, 'room', 'room.id = session.roomId')
      .leftJoinAndMapOne('session.original', Session, 'original', 'original.id = session.makesUpId')
      .leftJoinAndMapOne(
        'session.makeUp',
        Session,
        'makeUp',
        "makeUp.makesUpId = session.id AND makeUp.status = 'planned'",
      )
      .where(
        'enrolment.studentId = :studentId AND (session.heldOn BETWEEN :from AND :last OR session.plannedOn BETWEEN :from AND :last)',
        { studentId, from, last },
      )
      .orderBy('session.heldOn')
      .addOrderBy('session.startTime')
      .getMany()
  }
}

// Families read that somebody else takes the session, never why: a teacher's leave is the teacher's own matter.
function toWeekSessionOut(session: Session): WeekSessionOut {
  const { id, startTime, endTime, course, room, teacher, status, reason, original, makeUp } = session
  const isTimeChanged = startTime !== session.plannedStartTime || endTime !== session.plannedEndTime
  return {
    id,
    startTime,
    endTime,
    courseName: course!.name,
    roomName: room!.name,
    teacherName: teacher!.name,
    status,
    reason,
    isSubstituted: session.teacherId !== session.plannedTeacherId,
    isRoomChanged: session.roomId !== session.plannedRoomId,
    wasStartTime: isTimeChanged ? session.plannedStartTime : null,
    movedFromOn: session.heldOn === session.plannedOn ? null : session.plannedOn,
    makesUpOn: original?.heldOn ?? null,
    madeUpOn: makeUp?.heldOn ?? null,
  }
}
