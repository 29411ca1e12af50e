/** What waits for this person today (今日)? Counts of what the person may act on, and a few figures of the own schools. */
import { Injectable } from '@nestjs/common'
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm'
import type { Actor, Permission } from '../../access/index.js'
import { Plan, Section } from '../../catalogue/index.js'
import { Enrolment } from '../../enrolment/index.js'
import { Allotment, leftOf } from '../../ledger/index.js'
import { Declaration } from '../../grants/index.js'
import { School, scoped } from '../../organisation/index.js'
import { Student, Teacher } from '../../people/index.js'
import { addDays, Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { toFen } from '../../platform/money.js'
import { Timetable } from '../../timetabling/index.js'
import { Duty, Inspection, Session, Substitution, TeacherLeave } from '../../sessions/index.js'
import { Invitation, isWholeShown, Survey } from '../../surveys/index.js'
import { type Asked, moneyWaiting } from './money-waiting.js'
import type { TodayOut, TodayQuery, WaitingOut } from './today.dto.js'

@Injectable()
export class TodayService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async today(actor: Actor, { termId, schoolId }: TodayQuery): Promise<TodayOut> {
    const may = (permission: Permission) => actor.permissions.has(permission)
    const own = <E extends ObjectLiteral>(query: SelectQueryBuilder<E>) =>
      scoped(query, actor, `${query.alias}.schoolId`, schoolId)
    const today = this.clock.today()
    const mayShow = (count: number | null) =>
      may('enrolment.read') || count === null || count === 0 || isWholeShown(count)
    const [
      waiting,
      schoolCount,
      plansFiledCount,
      schoolsDeclaredCount,
      studentCount,
      takingPartCount,
      sessionsTodayCount,
      survey,
      moneyLeftFen,
    ] = await Promise.all([
      this.waiting(actor, own, termId),
      scoped(this.query(School, 'school'), actor, 'school.id', schoolId)
        .andWhere('school.isActive = :yes', { yes: true })
        .getCount(),
      may('plan.read')
        ? this.distinct(
            own(this.query(Plan, 'plan')).andWhere("plan.status = 'filed'"),
            'plan.schoolId',
            termId,
          )
        : null,
      may('funding.read') ? this.schoolsDeclared(own, Number(today.slice(0, 4))) : null,
      may('student.read') || may('statistics.read')
        ? own(this.query(Student, 'student')).andWhere('student.leftOn IS NULL').getCount()
        : null,
      // Who may not see the children themselves sees no single school's count here: the page of participation hides small ones.
      may('enrolment.read') || (may('statistics.read') && schoolId === undefined)
        ? this.distinct(
            own(this.query(Enrolment, 'enrolment')).andWhere("enrolment.status = 'active'"),
            'enrolment.studentId',
            termId,
          )
        : null,
      may('timetable.read')
        ? own(this.query(Session, 'session'))
            .andWhere("session.heldOn = :today AND session.status = 'planned'", { today })
            .getCount()
        : null,
      may('survey.read') ? this.openSurvey(own) : null,
      may('funding.read') ? this.moneyLeft(own, today) : null,
    ])
    return {
      today,
      waiting,
      schoolCount,
      plansFiledCount,
      schoolsDeclaredCount,
      studentCount,
      takingPartCount: mayShow(takingPartCount) ? takingPartCount : null,
      sessionsTodayCount,
      openSurveyInvited: survey?.invited ?? null,
      openSurveyAnswered: survey?.answered ?? null,
      moneyLeftFen,
    }
  }

  private schoolsDeclared(
    own: <E extends ObjectLiteral>(query: SelectQueryBuilder<E>) => SelectQueryBuilder<E>,
    year: number,
  ): Promise<number> {
    return this.distinct(
      own(this.query(Declaration, 'declaration')).andWhere(
        "declaration.fiscalYear = :year AND declaration.status NOT IN ('draft', 'returned')",
        { year },
      ),
      'declaration.schoolId',
    )
  }

  // Each is one count on an index; only those that the role can act on are asked.
  private async waiting(
    actor: Actor,
    own: <E extends ObjectLiteral>(query: SelectQueryBuilder<E>) => SelectQueryBuilder<E>,
    termId?: number,
  ): Promise<WaitingOut[]> {
    const inTerm = <E extends ObjectLiteral>(query: SelectQueryBuilder<E>) =>
      termId ? query.andWhere(`${query.alias}.termId = :termId`, { termId }) : query
    const status = <E extends ObjectLiteral>(query: SelectQueryBuilder<E>, ...states: string[]) =>
      query.andWhere(`${query.alias}.status IN (:...states)`, { states })
    const today = this.clock.today()
    const asked: Asked[] = [
      [
        'plans.write',
        'plan.write',
        () => status(inTerm(own(this.query(Plan, 'plan'))), 'draft', 'returned').getCount(),
      ],
      [
        'plans.review',
        'plan.review',
        () => status(inTerm(own(this.query(Plan, 'plan'))), 'submitted').getCount(),
      ],
      [
        'sections.unstaffed',
        'course.write',
        () =>
          inTerm(own(this.query(Section, 'section')))
            .andWhere('section.isActive = :yes AND section.teacherId IS NULL', { yes: true })
            .getCount(),
      ],
      [
        'timetables.publish',
        'timetable.publish',
        () => status(inTerm(own(this.query(Timetable, 'timetable'))), 'draft').getCount(),
      ],
      ...this.daily(actor, own),
      ...moneyWaiting(this.database.read, actor, own, today),
      [
        'surveys.open',
        'survey.write',
        () =>
          status(
            this.query(Survey, 'survey').where('survey.regionCode LIKE :region', {
              region: `${actor.regionCode}%`,
            }),
            'draft',
          ).getCount(),
      ],
    ]
    const counted = await Promise.all(
      asked
        .filter(([, permission]) => actor.permissions.has(permission))
        .map(async ([key, , count]) => ({ key, count: await count() })),
    )
    return counted.filter((each) => each.count > 0)
  }

  // What changes from day to day: requests, leave, sessions without anybody, the roster.
  private daily(
    actor: Actor,
    own: <E extends ObjectLiteral>(query: SelectQueryBuilder<E>) => SelectQueryBuilder<E>,
  ): Asked[] {
    const today = this.clock.today()
    const uncovered = (from: string, to: string) =>
      own(this.query(Session, 'session'))
        .andWhere("session.status = 'planned' AND session.heldOn BETWEEN :from AND :to", { from, to })
        .innerJoin(
          TeacherLeave,
          'teacherLeave',
          "teacherLeave.teacherId = session.teacherId AND teacherLeave.status = 'granted' AND teacherLeave.fromOn <= session.heldOn AND teacherLeave.toOn >= session.heldOn",
        )
        .getCount()
    const mine = <E extends ObjectLiteral>(query: SelectQueryBuilder<E>, column: string) =>
      query.innerJoin(Teacher, 'me', `me.id = ${column} AND me.userId = :userId`, { userId: actor.userId })
    return [
      [
        'substitutions.answer',
        'substitution.ask',
        () =>
          mine(own(this.query(Substitution, 'substitution')), 'substitution.colleagueId')
            .andWhere("substitution.status = 'asked'")
            .getCount(),
      ],
      [
        'inspections.patrol',
        'inspection.write',
        () =>
          mine(own(this.query(Duty, 'duty')), 'duty.teacherId')
            .andWhere("duty.kind = 'patrol' AND duty.heldOn = :today", { today })
            .getCount(),
      ],
      ['sessions.uncovered', 'substitution.approve', () => uncovered(today, today)],
      ['leaves.arrange', 'substitution.approve', () => uncovered(addDays(today, 1), addDays(today, 14))],
      [
        'substitutions.approve',
        'substitution.approve',
        () =>
          own(this.query(Substitution, 'substitution')).andWhere("substitution.status = 'agreed'").getCount(),
      ],
      [
        'leaves.grant',
        'substitution.approve',
        () => own(this.query(TeacherLeave, 'leave')).andWhere("leave.status = 'requested'").getCount(),
      ],
      ['duties.missing', 'duty.write', () => this.daysWithoutLeader(own, today)],
      [
        'inspections.mend',
        'duty.write',
        () => own(this.query(Inspection, 'inspection')).andWhere("inspection.status = 'open'").getCount(),
      ],
    ]
  }

  /** Service days of today and the six days after that have no duty leader (rule SAFE-8). */
  private async daysWithoutLeader(
    own: <E extends ObjectLiteral>(query: SelectQueryBuilder<E>) => SelectQueryBuilder<E>,
    today: string,
  ): Promise<number> {
    const row = await own(this.query(Session, 'session'))
      .leftJoin(
        Duty,
        'duty',
        "duty.schoolId = session.schoolId AND duty.heldOn = session.heldOn AND duty.kind = 'duty_leader'",
      )
      .andWhere("session.status = 'planned' AND session.heldOn BETWEEN :from AND :to AND duty.id IS NULL", {
        from: today,
        to: addDays(today, 6),
      })
      .select('COUNT(DISTINCT session.heldOn)', 'count')
      .getRawOne<{ count: string | number }>()
    return Number(row?.count ?? 0)
  }

  private async distinct<E extends ObjectLiteral>(
    query: SelectQueryBuilder<E>,
    column: string,
    termId?: number,
  ): Promise<number> {
    if (termId) query.andWhere(`${query.alias}.termId = :termId`, { termId })
    return Number(
      (await query.select(`COUNT(DISTINCT ${column})`, 'count').getRawOne<{ count: string | number }>())
        ?.count ?? 0,
    )
  }

  private async openSurvey(
    own: <E extends ObjectLiteral>(query: SelectQueryBuilder<E>) => SelectQueryBuilder<E>,
  ): Promise<{ invited: number; answered: number } | null> {
    const row = await own(this.query(Invitation, 'invitation'))
      .innerJoin(Survey, 'survey', "survey.id = invitation.surveyId AND survey.status = 'open'")
      .select('COUNT(*)', 'invited')
      .addSelect('SUM(CASE WHEN invitation.isAnswered = :yes THEN 1 ELSE 0 END)', 'answered')
      .setParameter('yes', true)
      .getRawOne<{ invited: string | number; answered: string | number | null }>()
    return row && Number(row.invited) > 0
      ? { invited: Number(row.invited), answered: Number(row.answered) }
      : null
  }

  private async moneyLeft(
    own: <E extends ObjectLiteral>(query: SelectQueryBuilder<E>) => SelectQueryBuilder<E>,
    today: string,
  ): Promise<number> {
    const parts = ['receivedFen', 'carriedFen', 'returnedFen', 'committedFen', 'spentFen'] as const
    const row = await own(this.query(Allotment, 'allotment'))
      .andWhere('allotment.fiscalYear = :year', { year: Number(today.slice(0, 4)) })
      .select(parts.map((part) => `SUM(allotment.${part}) AS ${part}`))
      .getRawOne<Record<(typeof parts)[number], string | number | null>>()
    return leftOf({
      receivedFen: toFen(row?.receivedFen),
      carriedFen: toFen(row?.carriedFen),
      returnedFen: toFen(row?.returnedFen),
      committedFen: toFen(row?.committedFen),
      spentFen: toFen(row?.spentFen),
    })
  }

  private query<E extends ObjectLiteral>(target: new () => E, alias: string): SelectQueryBuilder<E> {
    return this.database.read.createQueryBuilder(target, alias)
  }
}
