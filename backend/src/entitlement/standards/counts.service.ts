/** What do the records say about each class (计数依据)? Enrolled, taking part, sessions held, on a day or up to it. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Enrolment } from '../../enrolment/index.js'
import { HomeClass, type School, Term } from '../../organisation/index.js'
import { Student } from '../../people/index.js'
import { fen } from '../../platform/money.js'
import { type ServiceType, Slot } from '../../timetabling/index.js'
import { Session } from '../../sessions/index.js'
import { Section } from '../../catalogue/index.js'
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
  /**
   * Active classes of the school year in which the day lies. Participants: enrolled on the day in a section of a term
   * that then runs. Months: those of the calendar year in which the student's section met. Sessions: from 1 January up
   * to the day, each counted for one class (sessionsByClass). No waivers are recorded yet: 0, to be set with a reason.
   * The number of queries does not depend on the number of classes.
   */
  async count(manager: EntityManager, school: School, countedOn: string): Promise<CountedSchool> {
    const rows = await this.register(manager, school.id, countedOn)
    const participants = await this.participants(manager, school.id, countedOn)
    const months = await this.participantMonths(manager, school.id, countedOn)
    const sessions = sessionsByClass(
      rows.map((row) => row.homeClassId),
      await this.held(manager, school.id, countedOn),
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
        Student,
        'student',
        'student.homeClassId = homeClass.id AND (student.leftOn IS NULL OR student.leftOn > :countedOn)',
        { countedOn },
      )
      .select([
        'homeClass.id AS homeClassId',
        'homeClass.name AS className',
        'homeClass.grade AS grade',
        'homeClass.number AS number',
        'COUNT(student.id) AS enrolled',
      ])
      .where(
        'homeClass.schoolId = :schoolId AND homeClass.schoolYear = :schoolYear AND homeClass.isActive = :yes',
        { schoolId, schoolYear: schoolYearOf(countedOn), yes: true },
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
      .innerJoin(
        Student,
        'student',
        'student.id = enrolment.studentId AND (student.leftOn IS NULL OR student.leftOn > :countedOn)',
      )
      .innerJoin(
        Term,
        'term',
        'term.id = enrolment.termId AND term.startsOn <= :countedOn AND term.endsOn >= :countedOn',
      )
      .select(['student.homeClassId AS homeClassId', 'COUNT(DISTINCT student.id) AS count'])
      .where(
        'enrolment.schoolId = :schoolId AND enrolment.startsOn <= :countedOn AND (enrolment.endsOn IS NULL OR enrolment.endsOn >= :countedOn)',
        { schoolId, countedOn },
      )
      .groupBy('student.homeClassId')
      .getRawMany<{ homeClassId: number; count: number | string }>()
    return new Map(rows.map(({ homeClassId, count }) => [homeClassId, Number(count)]))
  }

  // A student counts for the class in which they are now, once a month, where a section met while they had a place in it.
  private async participantMonths(
    manager: EntityManager,
    schoolId: number,
    countedOn: string,
  ): Promise<Map<number, { month: string; count: number }[]>> {
    const year = countedOn.slice(0, 4)
    const rows = await manager
      .createQueryBuilder()
      .from(
        (met) =>
          met
            .select([
              'session.sectionId AS sectionId',
              'SUBSTR(session.heldOn, 1, 7) AS month',
              'MIN(session.heldOn) AS firstOn',
              'MAX(session.heldOn) AS lastOn',
            ])
            .from(Session, 'session')
            .innerJoin(Slot, 'slot', 'slot.id = session.slotId AND slot.serviceType IN (:...countedTypes)')
            .where(
              "session.schoolId = :schoolId AND session.status = 'planned' AND session.heldOn BETWEEN :firstDay AND :lastDay",
              {
                schoolId,
                firstDay: `${year}-01-01`,
                lastDay: `${year}-12-31`,
                countedTypes: [...countedTypes],
              },
            )
            .groupBy('session.sectionId')
            .addGroupBy('SUBSTR(session.heldOn, 1, 7)'),
        'met',
      )
      .innerJoin(
        Enrolment,
        'enrolment',
        'enrolment.sectionId = met.sectionId AND enrolment.startsOn <= met.lastOn AND (enrolment.endsOn IS NULL OR enrolment.endsOn >= met.firstOn)',
      )
      .innerJoin(Student, 'student', 'student.id = enrolment.studentId')
      .select([
        'student.homeClassId AS homeClassId',
        'met.month AS month',
        'COUNT(DISTINCT student.id) AS count',
      ])
      .groupBy('student.homeClassId')
      .addGroupBy('met.month')
      .orderBy('met.month')
      .getRawMany<{ homeClassId: number; month: string; count: number | string }>()
    const months = new Map<number, { month: string; count: number }[]>()
    for (const { homeClassId, month, count } of rows)
      months.set(homeClassId, [...(months.get(homeClassId) ?? []), { month, count: Number(count) }])
    return months
  }

  private async held(manager: EntityManager, schoolId: number, countedOn: string): Promise<HeldSection[]> {
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
        "session.schoolId = :schoolId AND session.status = 'planned' AND session.heldOn BETWEEN :firstDay AND :countedOn",
        { schoolId, firstDay: `${countedOn.slice(0, 4)}-01-01`, countedOn },
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
      .innerJoin(Student, 'student', 'student.id = enrolment.studentId')
      .select([
        'enrolment.sectionId AS sectionId',
        'student.homeClassId AS homeClassId',
        'COUNT(enrolment.id) AS count',
      ])
      .where('enrolment.schoolId = :schoolId AND enrolment.startsOn BETWEEN :earliest AND :countedOn', {
        schoolId,
        earliest: `${Number(countedOn.slice(0, 4)) - 1}-07-01`,
        countedOn,
      })
      .groupBy('enrolment.sectionId')
      .addGroupBy('student.homeClassId')
      .getRawMany<{ sectionId: number; homeClassId: number; count: number | string }>()
    return rows.map(({ sectionId, homeClassId, count }) => ({ sectionId, homeClassId, count: Number(count) }))
  }
}
