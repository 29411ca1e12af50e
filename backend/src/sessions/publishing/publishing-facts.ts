/** What the school's records say about a week that is to be published (发布前的核对). */
import type { EntityManager } from 'typeorm'
import { Section } from '../../catalogue/index.js'
import { Room } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Inspection } from '../inspections/inspection.entity.js'
import { Session } from '../sessions/session.entity.js'
import { unclearedDays } from '../sessions/uncleared-days.js'
import { Substitution } from '../substitutions/substitution.entity.js'
import type { Held, Meeting, SessionChanges } from './plan-sessions.js'
import { publishRows } from './publish-rows.js'
import type { PublishRowOut, UnclearedOut } from './publishing.dto.js'
import type { Timetable } from '../../timetabling/index.js'

/** Whatever refers to a session keeps it from being deleted. */
export async function attachedSessions(manager: EntityManager, schoolId: number): Promise<Set<number>> {
  const [substitutions, inspections, makeUps] = await Promise.all([
    manager.find(Substitution, {
      where: { schoolId },
      select: { id: true, sessionId: true, otherSessionId: true },
    }),
    manager.find(Inspection, { where: { schoolId }, select: { id: true, sessionId: true } }),
    manager
      .createQueryBuilder(Session, 'session')
      .where('session.schoolId = :schoolId AND session.makesUpId IS NOT NULL', { schoolId })
      .getMany(),
  ])
  return new Set(
    [
      ...substitutions.flatMap((each) => [each.sessionId, each.otherSessionId]),
      ...inspections.map((each) => each.sessionId),
      ...makeUps.map((each) => each.makesUpId),
    ].filter((id) => id !== null),
  )
}

/** Meetings of active sections that have no place yet. */
export async function unplacedCount(
  manager: EntityManager,
  { schoolId, termId }: Timetable,
  meetings: readonly Meeting[],
): Promise<number> {
  const sections = await manager.find(Section, { where: { schoolId, termId, isActive: true } })
  const counts = new Map<number, number>()
  // An odd and an even week together are one meeting a week.
  for (const { sectionId, weeks } of meetings)
    counts.set(sectionId, (counts.get(sectionId) ?? 0) + (weeks === 'every' ? 2 : 1))
  return sections.reduce(
    (sum, section) =>
      sum + Math.max(0, section.meetingsPerWeek - Math.floor((counts.get(section.id) ?? 0) / 2)),
    0,
  )
}

/** Days on which somebody from outside would work without clearance. */
export async function unclearedTeachers(
  manager: EntityManager,
  schoolId: number,
  { added, changed, replanned }: SessionChanges,
): Promise<UnclearedOut[]> {
  const held: Pick<Held, 'teacherId' | 'heldOn'>[] = [
    ...added,
    ...[...changed, ...replanned].map((each) => each.held),
  ]
  return (await unclearedDays(manager, schoolId, held)).map(({ teacher, days }) => ({
    teacherId: teacher.id,
    teacherName: teacher.name,
    days: [...days],
  }))
}

/** The list of what changes, with names. */
export async function publishRowsOf(
  manager: EntityManager,
  schoolId: number,
  changes: SessionChanges,
): Promise<PublishRowOut[]> {
  const [sections, teachers, rooms] = await Promise.all([
    manager.findBy(Section, { schoolId }),
    manager.findBy(Teacher, { schoolId }),
    manager.findBy(Room, { schoolId }),
  ])
  const names = (rows: readonly { id: number; name: string }[]) =>
    new Map(rows.map(({ id, name }) => [id, name]))
  return publishRows(changes, { sections: names(sections), teachers: names(teachers), rooms: names(rooms) })
}
