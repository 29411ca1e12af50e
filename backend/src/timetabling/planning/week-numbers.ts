/** What a school's week is made of, as numbers of the problem (排课编号): times, teachers, classes, rooms, children. Pure. */
import { isWholeTerm } from '../timetables/clashes.js'
import type { ChildrenProfile } from '../timetables/shared-children.js'
import type { Week, WeekPlacement, WeekSection } from './week.js'

export interface Numbers {
  readonly week: Week
  readonly days: number
  readonly periods: number
  readonly timeOf: ReadonlyMap<number, number>
  readonly slotIds: readonly (number | null)[]
  readonly teacherOf: ReadonlyMap<number, number>
  readonly classOf: ReadonlyMap<number, number>
  readonly roomOf: ReadonlyMap<number, number>
  readonly profiles: readonly ChildrenProfile[]
  readonly firstProfile: number
  readonly sections: readonly WeekSection[]
}

export function numbersOf(week: Week, leftOut: ReadonlySet<number>): Numbers {
  const weekdays = [...new Set(week.slots.map((slot) => slot.weekday))].sort((a, b) => a - b)
  const ofDay = weekdays.map((weekday) => week.slots.filter((slot) => slot.weekday === weekday))
  const periods = Math.max(0, ...ofDay.map((slots) => slots.length))
  const slotIds = ofDay.flatMap((slots) =>
    Array.from({ length: periods }, (_, period) => slots[period]?.id ?? null),
  )
  const sections = week.sections.filter((section) => !leftOut.has(section.id))
  const classes = week.homeClasses.filter((homeClass) =>
    week.sections.some((section) => section.homeClassId === homeClass.id),
  )
  const index = (ids: readonly number[], from = 0) => new Map(ids.map((id, at) => [id, from + at]))
  return {
    week,
    days: weekdays.length,
    periods,
    slotIds,
    sections,
    profiles: widest(week.profiles, new Set(sections.map(({ id }) => id))),
    timeOf: new Map(slotIds.flatMap((slotId, time) => (slotId === null ? [] : [[slotId, time] as const]))),
    teacherOf: index(week.teachers.map(({ id }) => id)),
    classOf: index(
      classes.map(({ id }) => id),
      week.teachers.length,
    ),
    roomOf: index(week.rooms.map(({ id }) => id)),
    firstProfile: week.teachers.length + classes.length,
  }
}

/** Children who share their sections, without those who are in some of the sections of others only: these are kept apart by the wider ones. */
function widest(profiles: readonly ChildrenProfile[], known: ReadonlySet<number>): ChildrenProfile[] {
  const bySet = new Map<string, ChildrenProfile>()
  for (const { sectionIds, count } of profiles) {
    const ids = sectionIds.filter((id) => known.has(id)).sort((a, b) => a - b)
    if (ids.length > 1)
      bySet.set(ids.join(), { sectionIds: ids, count: (bySet.get(ids.join())?.count ?? 0) + count })
  }
  const all = [...bySet.values()].sort((one, other) => other.sectionIds.length - one.sectionIds.length)
  const kept: ChildrenProfile[] = []
  for (const each of all)
    if (!kept.some((wider) => each.sectionIds.every((id) => wider.sectionIds.includes(id)))) kept.push(each)
  return kept
}

// What does not stand in every week of the term stays by hand; whom and what it takes is not free then.
export function takenTimes(
  { week, timeOf, sections }: Numbers,
  isMine: (placed: WeekPlacement) => boolean,
): number[] {
  const arranged = new Set(sections.map(({ id }) => id))
  const stays = week.placed.filter(
    (placed) => (!isWholeTerm(placed) || !arranged.has(placed.sectionId)) && isMine(placed),
  )
  return sortedTimes(stays.flatMap((placed) => timeOf.get(placed.slotId) ?? []))
}

export const sortedTimes = (times: readonly number[]): number[] => [...new Set(times)].sort((a, b) => a - b)
