/** Which children are in another section at the very time of one of this section's sessions (学生时间冲突)? What is dated decides: weeks, days, moved and made-up sessions. */
import type { EntityManager } from 'typeorm'
import { Section } from '../../catalogue/index.js'
import type { LocalDate, LocalTime } from '../../platform/calendar.js'
import { printWhen, Slot } from '../../timetabling/index.js'
import { printMoment, Session } from '../../sessions/index.js'
import { Enrolment } from './enrolment.entity.js'
import type { Busy } from './may-join.js'

interface Asked {
  readonly sectionId: number
  readonly studentIds: readonly number[]
  /** Sessions that begin after this moment. */
  readonly today: LocalDate
  readonly time: LocalTime
  readonly language: 'zh' | 'en'
}

const asPlanned = (alias: string) =>
  `${alias}.heldOn = ${alias}.plannedOn AND ${alias}.startTime = ${alias}.plannedStartTime AND ${alias}.makesUpId IS NULL`

/** The soonest of each child comes last. Only published weeks have sessions, so drafts do not count. */
export async function busyElsewhere(
  manager: EntityManager,
  { sectionId, studentIds, today, time, language }: Asked,
): Promise<Busy[]> {
  const rows = await manager
    .createQueryBuilder(Session, 'own')
    .innerJoin(
      Session,
      'other',
      "other.schoolId = own.schoolId AND other.heldOn = own.heldOn AND other.sectionId <> own.sectionId AND other.status = 'planned' AND other.startTime < own.endTime AND other.endTime > own.startTime",
    )
    // Whose last day elsewhere is today is free from now on.
    .innerJoin(
      Enrolment,
      'enrolment',
      "enrolment.sectionId = other.sectionId AND (enrolment.status = 'active' OR enrolment.endsOn > :today) AND enrolment.startsOn <= other.heldOn AND (enrolment.endsOn IS NULL OR enrolment.endsOn >= other.heldOn)",
    )
    .innerJoin(Section, 'section', 'section.id = other.sectionId')
    .innerJoin(Slot, 'slot', 'slot.id = other.slotId')
    .select([
      'enrolment.studentId AS studentId',
      'section.name AS sectionName',
      'slot.weekday AS weekday',
      'other.startTime AS startTime',
      'other.endTime AS endTime',
    ])
    .addSelect(`CASE WHEN ${asPlanned('own')} AND ${asPlanned('other')} THEN 1 ELSE 0 END`, 'isWeekly')
    .addSelect('MIN(other.heldOn)', 'heldOn')
    .where(
      "own.sectionId = :sectionId AND own.status = 'planned' AND (own.heldOn > :today OR (own.heldOn = :today AND own.startTime > :time)) AND enrolment.studentId IN (:...studentIds)",
    )
    .setParameters({ sectionId, today, time, studentIds: [...studentIds] })
    .groupBy('enrolment.studentId')
    .addGroupBy('section.name')
    .addGroupBy('slot.weekday')
    .addGroupBy('other.startTime')
    .addGroupBy('other.endTime')
    .addGroupBy('isWeekly')
    .getRawMany<{
      studentId: number
      sectionName: string
      weekday: number
      startTime: string
      endTime: string
      isWeekly: number | string
      heldOn: string
    }>()
  return rows
    .sort(
      (one, other) => other.heldOn.localeCompare(one.heldOn) || other.startTime.localeCompare(one.startTime),
    )
    .map(({ studentId, sectionName, isWeekly, ...moment }) => ({
      studentId,
      sectionName,
      when: Number(isWeekly) === 1 ? printWhen(moment, language) : printMoment(moment, language),
    }))
}
