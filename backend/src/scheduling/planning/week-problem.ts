/** How does a school's week become a problem to be solved, and an answer the school's week again (排课建模)? Pure. */
import type { Meeting, Person, Place, Problem, Solution } from '../solver/problem.js'
import { isWholeTerm } from '../timetables/clashes.js'
import type { ChildrenProfile } from '../timetables/shared-children.js'
import type { Week, WeekPlacement, WeekSection } from './week.js'
import { fittingRooms, givenRoom, givenTeacherId, leadersOf, openSlots } from './week-candidates.js'
import { rulesOf } from './week-rules.js'

export interface WeekProblem {
  readonly problem: Problem
  /** The slot of each time; null: closed. */
  readonly slotIds: readonly (number | null)[]
  /** Of each meeting: its section, and the teacher where none is to be chosen. */
  readonly meetings: readonly { readonly sectionId: number; readonly teacherId: number | null }[]
}

export interface Arranged {
  readonly sectionId: number
  readonly slotId: number
  readonly teacherId: number
  readonly roomId: number
}

/** What the week is made of, as numbers of the problem. */
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

/** `leftOut`: sections that are not ready; what they have in the week stays as it is. */
export function weekProblem(week: Week, leftOut: ReadonlySet<number> = new Set()): WeekProblem {
  const numbers = numbersOf(week, leftOut)
  const made = numbers.sections.flatMap((section, index) => meetingsOf(numbers, section, index))
  const meetings = made.map(({ meeting }) => meeting)
  const problem: Problem = {
    days: numbers.days,
    periods: numbers.periods,
    closed: numbers.slotIds.flatMap((slotId, time) => (slotId === null ? [time] : [])),
    people: peopleOf(numbers),
    rooms: week.rooms.map((room) => ({
      name: room.name,
      unavailable: takenTimes(numbers, (placed) => placed.roomId === room.id),
    })),
    meetings,
    rules: rulesOf(numbers, meetings),
  }
  return {
    problem,
    slotIds: numbers.slotIds,
    meetings: made.map(({ sectionId, teacherId }) => ({ sectionId, teacherId })),
  }
}

/** What an answer puts where. */
export function arrangedOf(week: Week, { slotIds, meetings }: WeekProblem, solution: Solution): Arranged[] {
  return solution.places.flatMap((place, index) => {
    if (place === null) return []
    const { sectionId, teacherId } = meetings[index]!
    return [
      {
        sectionId,
        slotId: slotIds[place.time]!,
        teacherId: teacherId ?? week.teachers[place.leader!]!.id,
        roomId: week.rooms[place.room!]!.id,
      },
    ]
  })
}

/** The draft as an answer of the problem, as far as it is one; to begin from and to be compared with. */
export function draftAsSolution(week: Week, { problem, slotIds, meetings }: WeekProblem): Solution {
  const left = week.placed.filter((placed) => isWholeTerm(placed) && !placed.isLocked)
  return {
    places: problem.meetings.map((meeting, index): Place | null => {
      if (meeting.locked) return meeting.locked
      const at = left.findIndex((placed) => placed.sectionId === meetings[index]!.sectionId)
      if (at < 0) return null
      return placeOf(meeting, left.splice(at, 1)[0]!, slotIds, week)
    }),
  }
}

function placeOf(
  meeting: Meeting,
  placed: WeekPlacement,
  slotIds: readonly (number | null)[],
  week: Week,
): Place | null {
  const time = slotIds.indexOf(placed.slotId)
  const room = week.rooms.findIndex(({ id }) => id === placed.roomId)
  const leader = week.teachers.findIndex(({ id }) => id === placed.teacherId)
  if (
    time < 0 ||
    !meeting.rooms.includes(room) ||
    (meeting.leaders.length > 0 && !meeting.leaders.includes(leader))
  )
    return null
  return { time, room, leader: meeting.leaders.length > 0 ? leader : null }
}

function numbersOf(week: Week, leftOut: ReadonlySet<number>): Numbers {
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
function takenTimes(
  { week, timeOf, sections }: Numbers,
  isMine: (placed: WeekPlacement) => boolean,
): number[] {
  const arranged = new Set(sections.map(({ id }) => id))
  const stays = week.placed.filter(
    (placed) => (!isWholeTerm(placed) || !arranged.has(placed.sectionId)) && isMine(placed),
  )
  return sortedTimes(stays.flatMap((placed) => timeOf.get(placed.slotId) ?? []))
}

const sortedTimes = (times: readonly number[]): number[] => [...new Set(times)].sort((a, b) => a - b)

function peopleOf(numbers: Numbers): Person[] {
  const { week, timeOf, classOf, profiles } = numbers
  const teachers = week.teachers.map((teacher): Person => {
    const open = new Set(openSlots(week, teacher).map((slot) => slot.id))
    const closed = week.slots.filter((slot) => !open.has(slot.id)).map((slot) => timeOf.get(slot.id)!)
    return {
      name: teacher.name,
      kind: 'teacher',
      unavailable: sortedTimes([
        ...closed,
        ...takenTimes(numbers, (placed) => placed.teacherId === teacher.id),
      ]),
    }
  })
  const sectionsOf = (isMine: (section: WeekSection) => boolean) =>
    new Set(week.sections.filter(isMine).map(({ id }) => id))
  const classes = week.homeClasses
    .filter((homeClass) => classOf.has(homeClass.id))
    .map((homeClass): Person => {
      const own = sectionsOf((section) => section.homeClassId === homeClass.id)
      return {
        name: homeClass.name,
        kind: 'students',
        unavailable: takenTimes(numbers, (placed) => own.has(placed.sectionId)),
      }
    })
  const children = profiles.map(({ sectionIds, count }): Person => ({
    name: `${sectionIds.map((id) => week.sections.find((section) => section.id === id)!.name).join('、')} ×${count}`,
    kind: 'students',
    unavailable: takenTimes(numbers, (placed) => sectionIds.includes(placed.sectionId)),
  }))
  return [...teachers, ...classes, ...children]
}

function meetingsOf(
  numbers: Numbers,
  section: WeekSection,
  index: number,
): { meeting: Meeting; sectionId: number; teacherId: number | null }[] {
  const { week, teacherOf, classOf, roomOf, timeOf, profiles, firstProfile } = numbers
  const own = week.placed.filter((placed) => placed.sectionId === section.id)
  const locked = own.filter((placed) => placed.isLocked && isWholeTerm(placed))
  const byHand = own.filter((placed) => !isWholeTerm(placed)).length
  const given = givenTeacherId(week, section)
  const leaders = given === null ? leadersOf(week, section).map(({ id }) => teacherOf.get(id)!) : []
  const room = givenRoom(week, section)
  const rooms = (room ? [room] : fittingRooms(week, section)).map(({ id }) => roomOf.get(id)!)
  const children = [
    ...(section.homeClassId === null ? [] : [classOf.get(section.homeClassId)!]),
    ...profiles.flatMap(({ sectionIds }, at) => (sectionIds.includes(section.id) ? [firstProfile + at] : [])),
  ]
  const common = {
    name: section.name,
    section: index,
    length: 1,
    isRoomOptional: false,
    starts: null,
    category: section.category,
  }
  const lockedTimes = new Set(locked.map((placed) => placed.slotId))
  const former = (week.former ?? []).filter(
    (placed) =>
      placed.sectionId === section.id &&
      isWholeTerm(placed) &&
      !lockedTimes.has(placed.slotId) &&
      timeOf.has(placed.slotId),
  )
  const free = Math.max(0, section.meetingsPerWeek - byHand - locked.length)
  return [
    ...locked.map((placed) => {
      const place = { time: timeOf.get(placed.slotId)!, room: roomOf.get(placed.roomId)!, leader: null }
      return {
        sectionId: section.id,
        teacherId: placed.teacherId,
        meeting: {
          ...common,
          people: [teacherOf.get(placed.teacherId)!, ...children],
          leaders: [],
          rooms: [place.room],
          locked: place,
          former: week.former ? place : null,
        },
      }
    }),
    ...Array.from({ length: free }, (_, at) => {
      const was = former[at]
      const place = was
        ? {
            time: timeOf.get(was.slotId)!,
            room: roomOf.get(was.roomId) ?? null,
            leader: leaders.length > 0 ? (teacherOf.get(was.teacherId) ?? null) : null,
          }
        : null
      return {
        sectionId: section.id,
        teacherId: given,
        meeting: {
          ...common,
          people: [...(given === null ? [] : [teacherOf.get(given)!]), ...children],
          leaders,
          rooms,
          locked: null,
          former: place,
        },
      }
    }),
  ]
}
