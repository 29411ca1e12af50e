/** Who is free and able to take a session (谁能代课), best first; and which sessions could be taken in exchange? */
import { Injectable } from '@nestjs/common'
import { Brackets, type EntityManager, MoreThanOrEqual } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Course, Section } from '../../catalogue/index.js'
import { CalendarService } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { addDays, Clock, mondayOf } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Forbidden } from '../../platform/errors.js'
import { Sentences } from '../../platform/sentences.js'
import type { Language } from '../../platform/texts.js'
import { Duty } from '../duties/duty.entity.js'
import { TeacherLeave } from '../leaves/teacher-leave.entity.js'
import { CourseLeader, overlap } from '../../timetabling/index.js'
import { ownTeacher } from '../sessions/own-teacher.js'
import { printDay } from '../sessions/print-moment.js'
import {
  clashProblem,
  leaveProblem,
  type Problem,
  SessionChecks,
  toStanding,
} from '../sessions/session-checks.service.js'
import type { Standing } from '../sessions/session-clashes.js'
import { joinedSessions } from '../sessions/session-query.js'
import { Session } from '../sessions/session.entity.js'
import { SessionsService } from '../sessions/sessions.service.js'
import { unclearedDays } from '../sessions/uncleared-days.js'
import {
  type ColleagueFacts,
  type Experience,
  isAble,
  rankColleagues,
  reasonsFor,
} from './rank-colleagues.js'
import { Substitution } from './substitution.entity.js'
import type { ColleagueOut, SwapOut } from './substitutions.dto.js'

/** School days from today on in which sessions are offered for a swap. */
const swapDays = 14
const mostSwaps = 60

interface Load {
  readonly dayCount: number
  readonly weekCount: number
  readonly termCount: number
}

@Injectable()
export class ColleaguesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    private readonly checks: SessionChecks,
    private readonly calendar: CalendarService,
    private readonly sentences: Sentences,
  ) {}

  async colleagues(actor: Actor, sessionId: number): Promise<ColleagueOut[]> {
    const session = await this.sessions.require(this.database.read, actor, sessionId)
    await this.requireMayAsk(actor, session)
    return this.of(this.database.read, actor, session)
  }

  /** Every active teacher but the session's own, those who can first. */
  async of(manager: EntityManager, actor: Actor, session: Session): Promise<ColleagueOut[]> {
    const { schoolId, heldOn } = session
    const teachers = (await manager.findBy(Teacher, { schoolId, isActive: true })).filter(
      (teacher) => teacher.id !== session.teacherId,
    )
    const [standing, leaves, uncleared, experience, loads, duties, requests] = await Promise.all([
      this.checks.standing(manager, schoolId, heldOn, [session.id]),
      this.checks.leavesOn(manager, schoolId, heldOn),
      unclearedDays(
        manager,
        schoolId,
        teachers.map((teacher) => ({ teacherId: teacher.id, heldOn })),
      ),
      this.experience(manager, session),
      this.loads(manager, session),
      manager.findBy(Duty, { schoolId, heldOn }),
      this.requests(manager, session),
    ])
    const busy = standing.filter((each) => overlap(each, session))
    const facts = teachers.map((teacher): ColleagueFacts & { teacher: Teacher } => ({
      teacher,
      teacherId: teacher.id,
      sortName: teacher.namePinyin,
      problem: this.problemOf(teacher, session, busy, leaves, uncleared, actor.language),
      experience: experience.get(teacher.id) ?? 'none',
      isHomeTeacher:
        session.section!.homeClassId !== null && teacher.homeClassId === session.section!.homeClassId,
      isOnDuty: duties.some((duty) => duty.teacherId === teacher.id),
      hasDeclined: requests.declined.has(teacher.id),
      isAskedThen: requests.askedThen.has(teacher.id),
      hasAccount: teacher.userId !== null,
      ...(loads.get(teacher.id) ?? { dayCount: 0, weekCount: 0, termCount: 0 }),
    }))
    return rankColleagues(facts).map((each) => ({
      teacherId: each.teacherId,
      name: each.teacher.name,
      kind: each.teacher.kind,
      subject: each.teacher.subject,
      isPossible: each.problem === null,
      isAble: isAble(each),
      problem: each.problem,
      reasons: reasonsFor(each).map(({ key, count }) =>
        this.sentences.say({ code: `colleague.${key}`, params: { count } }, actor.language),
      ),
      dayCount: each.dayCount,
      weekCount: each.weekCount,
      termCount: each.termCount,
    }))
  }

  /** Sessions of colleagues on the next school days, soonest first, those that would fit before those that would not. */
  async swaps(actor: Actor, sessionId: number): Promise<SwapOut[]> {
    const manager = this.database.read
    const session = await this.sessions.require(manager, actor, sessionId)
    await this.requireMayAsk(actor, session)
    const { schoolId, termId, heldOn } = session
    const days = (await this.calendar.schoolDays(manager, termId, this.clock.today()))
      .slice(0, swapDays)
      .map((day) => day.dayOn)
    // One reading for all: who would be busy is found among the same sessions.
    const around = await joinedSessions(manager)
      .where("session.schoolId = :schoolId AND session.status = 'planned' AND session.heldOn IN (:...days)", {
        schoolId,
        days: [...days, heldOn],
      })
      .orderBy('session.heldOn')
      .addOrderBy('session.startTime')
      .addOrderBy('session.id')
      .getMany()
    const open = await askedFor(manager, schoolId)
    const leaves = await manager.findBy(TeacherLeave, {
      schoolId,
      status: 'granted',
      toOn: MoreThanOrEqual(this.clock.today()),
    })
    const candidates = around.filter(
      (each) =>
        days.includes(each.heldOn) &&
        each.termId === termId &&
        each.teacherId !== session.teacherId &&
        each.teacher!.isActive &&
        !this.checks.hasBegun(each) &&
        !open.has(each.id),
    )
    const uncleared = await unclearedDays(
      manager,
      schoolId,
      candidates.flatMap((each) => [
        { teacherId: each.teacherId, heldOn: session.heldOn },
        { teacherId: session.teacherId, heldOn: each.heldOn },
      ]),
    )
    const standing = around.map(toStanding)
    const swaps = candidates.map((each): SwapOut => {
      const others = standing.filter((other) => other.id !== session.id && other.id !== each.id)
      const takes = (teacher: Teacher, taken: Session) =>
        this.problemOf(
          teacher,
          taken,
          others.filter((other) => other.heldOn === taken.heldOn && overlap(other, taken)),
          leaves.filter((leave) => leave.fromOn <= taken.heldOn && taken.heldOn <= leave.toOn),
          uncleared,
          actor.language,
        )
      const problem = takes(each.teacher!, session) ?? takes(session.teacher!, each)
      return {
        sessionId: each.id,
        teacherId: each.teacherId,
        teacherName: each.teacher!.name,
        heldOn: each.heldOn,
        startTime: each.startTime,
        endTime: each.endTime,
        sectionName: each.section!.name,
        roomName: each.room!.name,
        isPossible: problem === null,
        problem,
      }
    })
    return possibleFirst(swaps).slice(0, mostSwaps)
  }

  private async requireMayAsk(actor: Actor, session: Session): Promise<void> {
    if (actor.permissions.has('substitution.approve')) return
    const own = await ownTeacher(this.database.read, actor)
    if (own?.id !== session.teacherId) throw new Forbidden('scheduling.not_your_session')
  }

  // What was taken before tells more than any list, but the list stands above it.
  private async experience(manager: EntityManager, session: Session): Promise<Map<number, Experience>> {
    const { courseId } = session.section!
    const rows = await manager
      .createQueryBuilder(Session, 'past')
      .innerJoin(Section, 'section', 'section.id = past.sectionId')
      .innerJoin(Course, 'course', 'course.id = section.courseId')
      .select([
        'past.teacherId AS teacherId',
        'MAX(CASE WHEN section.id = :sectionId THEN 3 WHEN course.id = :courseId THEN 2 ELSE 1 END) AS level',
      ])
      .where(
        "past.schoolId = :schoolId AND past.status = 'planned' AND past.heldOn < :today AND course.categoryId = :categoryId",
      )
      .setParameters({
        schoolId: session.schoolId,
        today: this.clock.today(),
        sectionId: session.sectionId,
        courseId,
        categoryId: session.course!.categoryId,
      })
      .groupBy('past.teacherId')
      .getRawMany<{ teacherId: number; level: number | string }>()
    const levels: Record<number, Experience> = { 1: 'category', 2: 'course', 3: 'section' }
    const known = new Map(
      rows.map((row): [number, Experience] => [row.teacherId, levels[Number(row.level)]!]),
    )
    for (const { teacherId } of await manager.findBy(CourseLeader, { courseId }))
      known.set(teacherId, 'leader')
    return known
  }

  private async loads(
    manager: EntityManager,
    { schoolId, termId, heldOn }: Session,
  ): Promise<Map<number, Load>> {
    const monday = mondayOf(heldOn)
    const rows = await manager
      .createQueryBuilder(Session, 'session')
      .select([
        'session.teacherId AS teacherId',
        'SUM(CASE WHEN session.heldOn = :heldOn THEN 1 ELSE 0 END) AS dayCount',
        'SUM(CASE WHEN session.heldOn BETWEEN :monday AND :sunday THEN 1 ELSE 0 END) AS weekCount',
        'COUNT(*) AS termCount',
      ])
      .where("session.schoolId = :schoolId AND session.termId = :termId AND session.status = 'planned'")
      .setParameters({ schoolId, termId, heldOn, monday, sunday: addDays(monday, 6) })
      .groupBy('session.teacherId')
      .getRawMany<{ teacherId: number } & Record<keyof Load, number | string>>()
    return new Map(
      rows.map((row) => [
        row.teacherId,
        {
          dayCount: Number(row.dayCount),
          weekCount: Number(row.weekCount),
          termCount: Number(row.termCount),
        },
      ]),
    )
  }

  private async requests(
    manager: EntityManager,
    session: Session,
  ): Promise<{ declined: Set<number>; askedThen: Set<number> }> {
    const declined = await manager.findBy(Substitution, { sessionId: session.id, status: 'declined' })
    const asked = await manager
      .createQueryBuilder(Substitution, 'substitution')
      .innerJoin(Session, 'session', 'session.id = substitution.sessionId')
      .where(
        'substitution.openSessionId IS NOT NULL AND substitution.schoolId = :schoolId AND session.heldOn = :heldOn',
        { schoolId: session.schoolId, heldOn: session.heldOn },
      )
      .andWhere(
        new Brackets((then) =>
          then.where('session.startTime < :endTime AND session.endTime > :startTime', {
            startTime: session.startTime,
            endTime: session.endTime,
          }),
        ),
      )
      .getMany()
    return {
      declined: new Set(declined.map((each) => each.colleagueId)),
      askedThen: new Set(asked.map((each) => each.colleagueId)),
    }
  }

  /** What makes it impossible for the teacher to take the session; `busy` are the sessions at that time, `leaves` those of the day. */
  private problemOf(
    teacher: Teacher,
    session: Session,
    busy: readonly Standing[],
    leaves: readonly TeacherLeave[],
    uncleared: Awaited<ReturnType<typeof unclearedDays>>,
    language: Language,
  ): string | null {
    const say = (problem: Problem) => this.sentences.say(problem, language)
    const leave = leaves.find((each) => each.teacherId === teacher.id)
    if (leave) return say(leaveProblem(teacher.name, leave, session.heldOn, language))
    if (uncleared.some((each) => each.teacher.id === teacher.id && each.days.includes(session.heldOn))) {
      const params = { teacher: teacher.name, day: printDay(session.heldOn, language) }
      return say({ code: 'scheduling.lecturer_not_cleared', params })
    }
    const other = busy.find((each) => each.teacherId === teacher.id)
    return other ? say(clashProblem({ code: 'scheduling.teacher_busy', other, count: 1 }, language)) : null
  }
}

/** Sessions for which somebody has been asked already. */
async function askedFor(manager: EntityManager, schoolId: number): Promise<Set<number | null>> {
  const open = await manager
    .createQueryBuilder(Substitution, 'substitution')
    .where('substitution.schoolId = :schoolId AND substitution.openSessionId IS NOT NULL', { schoolId })
    .getMany()
  return new Set(open.flatMap((each) => [each.openSessionId, each.openOtherSessionId]))
}

const possibleFirst = (swaps: readonly SwapOut[]): SwapOut[] => [
  ...swaps.filter((swap) => swap.isPossible),
  ...swaps.filter((swap) => !swap.isPossible),
]
