/** What do the records say about each class (计数依据)? Enrolled, taking part, sessions held, on a day or up to it. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Enrolment } from '../../enrolment/index.js'
import { HomeClass, type School, Term } from '../../organisation/index.js'
import { stayOn, StudentStay } from '../../people/index.js'
import { addDays, Clock, type LocalDate } from '../../platform/calendar.js'
import { fen } from '../../platform/money.js'
import { type ServiceType, Slot } from '../../timetabling/index.js'
import { Session } from '../../sessions/index.js'
import { Section } from '../../catalogue/index.js'
import { firstDayOf, lastDayOf, type Period } from './periods.js'
import { type HeldSection, type SectionChildren, sessionsByClass } from './sessions-by-class.js'
import type { CountedClass, CountedSchool } from './rules.js'

/** Care at noon, in the morning or in the holidays is no after-school service. */
const countedTypes: readonly ServiceType[] = ['after_school', 'extended_care']

interface ClassRow {
  readonly homeClassId: number
  readonly className: string
  readonly grade: number
  readonly enrolled: number | string
}

/** From August a new school year begins. */
export function schoolYearOf(on: string): number {
  return Number(on.slice(0, 4)) - (on.slice(5) < '08-01' ? 1 : 0)
}

@Injectable()
export class CountsService {
  constructor(private readonly clock: Clock) {}

  /**
   * The classes that there were on the day. Enrolled: who was in the class on the day, by the stays. Participants: of
   * those, who had a place on the day in a section of a term that then ran. Months: those of the calendar year that are
   * over, in which a section of the student met. Sessions: from 1 January up to the day, of days that are over, each
   * counted for one class (sessionsByClass). Nobody confirms yet that a session was held: what was planned and not
   * cancelled counts (计划数，未经登记确认). Of a period only its own months and sessions count, all of them. No waivers are recorded yet: 0, to be set with a reason. The number of
   * queries does not depend on the number of classes.
   */
  async count(
    manager: EntityManager,
    school: School,
    countedOn: string,
    leastParticipants: number | null,
    period?: Period,
  ): Promise<CountedSchool> {
    const span = spanOf(countedOn, period)
    const rows = await this.register(manager, school.id, countedOn)
    const participants = await this.participants(manager, school.id, countedOn)
    const months = await this.participantMonths(manager, school.id, span)
    const sessions = sessionsByClass(
      rows.map((row) => row.homeClassId),
      await this.held(manager, school.id, span),
      await this.children(manager, school.id, countedOn),
    )
    const classes = rows.map(({ homeClassId, className, grade, enrolled }): CountedClass => ({
      homeClassId,
      className,
      grade,
      enrolled: Number(enrolled),
      participants: participants.get(homeClassId) ?? 0,
      participantMonths: months.get(homeClassId) ?? [],
      sessions: sessions.get(homeClassId) ?? 0,
      waived: 0,
      waivedFen: fen(0),
      leastParticipants,
    }))
    return {
      schoolId: school.id,
      schoolName: school.name,
      regionCode: school.regionCode,
      stage: school.stage,
      area: school.area,
      ownership: school.ownership,
      classes,
    }
  }

  private register(manager: EntityManager, schoolId: number, countedOn: string): Promise<ClassRow[]> {
    return manager
      .createQueryBuilder(HomeClass, 'homeClass')
      .leftJoin(
        StudentStay,
        'stay',
        'stay.homeClassId = homeClass.id AND stay.startsOn <= :countedOn AND (stay.endsOn IS NULL OR stay.endsOn > :countedOn)',
      )
      .select([
        'homeClass.id AS homeClassId',
        'homeClass.name AS className',
        'homeClass.grade AS grade',
        'homeClass.number AS number',
        'COUNT(stay.id) AS enrolled',
      ])
      .where(
        'homeClass.schoolId = :schoolId AND homeClass.schoolYear = :schoolYear AND homeClass.startsOn <= :countedOn AND (homeClass.endsOn IS NULL OR homeClass.endsOn > :countedOn)',
        { schoolId, schoolYear: schoolYearOf(countedOn), countedOn },
      )
      .groupBy('homeClass.id')
      .addGroupBy('homeClass.name')
      .addGroupBy('homeClass.grade')
      .addGroupBy('homeClass.number')
      .orderBy('homeClass.grade')
      .addOrderBy('homeClass.number')
      .getRawMany<ClassRow>()
  }

  private async participants(
    manager: EntityManager,
    schoolId: number,
    countedOn: string,
  ): Promise<Map<number, number>> {
    const rows = await manager
      .createQueryBuilder(Enrolment, 'enrolment')
      .innerJoin(StudentStay, 'stay', stayOn('enrolment.studentId', ':countedOn'))
      .innerJoin(
        Term,
        'term',
        'term.id = enrolment.termId AND term.startsOn <= :countedOn AND term.endsOn >= :countedOn',
      )
      .select(['stay.homeClassId AS homeClassId', 'COUNT(DISTINCT stay.studentId) AS count'])
      .where(
        'enrolment.schoolId = :schoolId AND enrolment.startsOn <= :countedOn AND (enrolment.endsOn IS NULL OR enrolment.endsOn >= :countedOn)',
        { schoolId, countedOn },
      )
      .groupBy('stay.homeClassId')
      .getRawMany<{ homeClassId: number; count: number | string }>()
    return new Map(rows.map(({ homeClassId, count }) => [homeClassId, Number(count)]))
  }

  /**
   * A student counts once a month: for the class in which they were at the first meeting of the month to which they had
   * a place. Whole months are compared first; only for a place or a stay that began or ended between the first and the
   * last meeting of a month are the meetings themselves looked up.
   */
  private async participantMonths(
    manager: EntityManager,
    schoolId: number,
    { fromOn, monthsUntil }: Span,
  ): Promise<Map<number, { month: string; count: number }[]>> {
    const met = manager
      .createQueryBuilder(Session, 'session')
      .innerJoin(Slot, 'slot', 'slot.id = session.slotId AND slot.serviceType IN (:...countedTypes)')
      .select('session.sectionId', 'sectionId')
      .addSelect('SUBSTR(session.heldOn, 1, 7)', 'month')
      .addSelect('MIN(session.heldOn)', 'firstOn')
      .addSelect('MAX(session.heldOn)', 'lastOn')
      .where(
        "session.schoolId = :schoolId AND session.status = 'planned' AND session.heldOn BETWEEN :firstDay AND :lastDay",
      )
      .groupBy('session.sectionId')
      .addGroupBy('SUBSTR(session.heldOn, 1, 7)')
    const meeting = manager
      .createQueryBuilder(Session, 'meeting')
      .innerJoin(Slot, 'hour', 'hour.id = meeting.slotId AND hour.serviceType IN (:...countedTypes)')
      .select('1')
      .where(
        `meeting.sectionId = met.sectionId AND meeting.status = 'planned' AND meeting.heldOn BETWEEN met.firstOn AND met.lastOn AND ${bothOn('meeting.heldOn')}`,
      )
    const first = manager
      .createQueryBuilder()
      .from(`(${met.getQuery()})`, 'met')
      .innerJoin(
        Enrolment,
        'enrolment',
        `enrolment.sectionId = met.sectionId AND ${placeWithin('met.firstOn', 'met.lastOn')}`,
      )
      .innerJoin(
        StudentStay,
        'stay',
        `stay.studentId = enrolment.studentId AND ${stayWithin('met.firstOn', 'met.lastOn')}`,
      )
      .select('stay.studentId', 'studentId')
      .addSelect('met.month', 'month')
      .addSelect('MIN(stay.startsOn)', 'since')
      .where(`(${bothOn('met.firstOn')} OR ${bothOn('met.lastOn')} OR EXISTS (${meeting.getQuery()}))`)
      .groupBy('stay.studentId')
      .addGroupBy('met.month')
    const rows = await manager
      .createQueryBuilder()
      .from(`(${first.getQuery()})`, 'first')
      .innerJoin(
        StudentStay,
        'inClass',
        'inClass.studentId = first.studentId AND inClass.startsOn = first.since',
      )
      .select(['inClass.homeClassId AS homeClassId', 'first.month AS month', 'COUNT(*) AS count'])
      .setParameters({
        schoolId,
        firstDay: fromOn,
        lastDay: earlier(monthsUntil, lastDayOfMonthBefore(this.clock.today())),
        countedTypes: [...countedTypes],
      })
      .groupBy('inClass.homeClassId')
      .addGroupBy('first.month')
      .orderBy('first.month')
      .getRawMany<{ homeClassId: number; month: string; count: number | string }>()
    const months = new Map<number, { month: string; count: number }[]>()
    for (const { homeClassId, month, count } of rows)
      months.set(homeClassId, [...(months.get(homeClassId) ?? []), { month, count: Number(count) }])
    return months
  }

  private async held(
    manager: EntityManager,
    schoolId: number,
    { fromOn, sessionsUntil }: Span,
  ): Promise<HeldSection[]> {
    const rows = await manager
      .createQueryBuilder(Session, 'session')
      .innerJoin(Section, 'section', 'section.id = session.sectionId')
      .innerJoin(Slot, 'slot', 'slot.id = session.slotId AND slot.serviceType IN (:...countedTypes)', {
        countedTypes: [...countedTypes],
      })
      .select([
        'session.sectionId AS sectionId',
        'section.homeClassId AS homeClassId',
        'COUNT(session.id) AS count',
      ])
      .where(
        "session.schoolId = :schoolId AND session.status = 'planned' AND session.heldOn BETWEEN :firstDay AND :lastDay",
        {
          schoolId,
          firstDay: fromOn,
          lastDay: earlier(sessionsUntil, addDays(this.clock.today(), -1)),
        },
      )
      .groupBy('session.sectionId')
      .addGroupBy('section.homeClassId')
      .getRawMany<{ sectionId: number; homeClassId: number | null; count: number | string }>()
    return rows.map(({ sectionId, homeClassId, count }) => ({ sectionId, homeClassId, count: Number(count) }))
  }

  private async children(
    manager: EntityManager,
    schoolId: number,
    countedOn: string,
  ): Promise<SectionChildren[]> {
    const rows = await manager
      .createQueryBuilder(Enrolment, 'enrolment')
      .innerJoin(StudentStay, 'stay', stayOn('enrolment.studentId', ':countedOn'))
      .select([
        'enrolment.sectionId AS sectionId',
        'stay.homeClassId AS homeClassId',
        'COUNT(enrolment.id) AS count',
      ])
      .where('enrolment.schoolId = :schoolId AND enrolment.startsOn BETWEEN :earliest AND :countedOn', {
        schoolId,
        earliest: `${Number(countedOn.slice(0, 4)) - 1}-07-01`,
        countedOn,
      })
      .groupBy('enrolment.sectionId')
      .addGroupBy('stay.homeClassId')
      .getRawMany<{ sectionId: number; homeClassId: number; count: number | string }>()
    return rows.map(({ sectionId, homeClassId, count }) => ({ sectionId, homeClassId, count: Number(count) }))
  }
}

interface Span {
  readonly fromOn: LocalDate
  readonly monthsUntil: LocalDate
  readonly sessionsUntil: LocalDate
}

function spanOf(countedOn: string, period?: Period): Span {
  const year = countedOn.slice(0, 4)
  if (!period || period.kind === 'year')
    return { fromOn: `${year}-01-01`, monthsUntil: `${year}-12-31`, sessionsUntil: countedOn }
  const until = lastDayOf(period)
  return { fromOn: firstDayOf(period), monthsUntil: until, sessionsUntil: until }
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b)

const lastDayOfMonthBefore = (on: LocalDate): LocalDate => addDays(`${on.slice(0, 7)}-01`, -1)

// A place is left after its last day, a class on the first day no longer in it.
const placeWithin = (from: string, to: string): string =>
  `enrolment.startsOn <= ${to} AND (enrolment.endsOn IS NULL OR enrolment.endsOn >= ${from})`
const stayWithin = (from: string, to: string): string =>
  `stay.startsOn <= ${to} AND (stay.endsOn IS NULL OR stay.endsOn > ${from})`
const bothOn = (on: string): string => `(${placeWithin(on, on)} AND ${stayWithin(on, on)})`
