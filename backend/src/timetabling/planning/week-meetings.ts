/** The meetings of a section as meetings of the problem (教学班的每周课次): those that are locked, and those to be placed. Pure. */
import type { Meeting, Place } from '../solver/problem.js'
import { isWholeTerm } from '../timetables/clashes.js'
import { fittingRooms, givenRoom, givenTeacherId, leadersOf } from './week-candidates.js'
import type { Numbers } from './week-numbers.js'
import type { WeekPlacement, WeekSection } from './week.js'

export interface SectionMeeting {
  readonly meeting: Meeting
  readonly sectionId: number
  /** null: to be chosen. */
  readonly teacherId: number | null
}

export function meetingsOf(numbers: Numbers, section: WeekSection, index: number): SectionMeeting[] {
  const { week } = numbers
  const own = week.placed.filter((placed) => placed.sectionId === section.id)
  const locked = own.filter((placed) => placed.isLocked && isWholeTerm(placed))
  const byHand = own.filter((placed) => !isWholeTerm(placed)).length
  const free = Math.max(0, section.meetingsPerWeek - byHand - locked.length)
  return [
    ...locked.map((placed) => lockedMeeting(numbers, section, index, placed)),
    ...freeMeetings(numbers, section, index, formerOf(numbers, section, locked).slice(0, free), free),
  ]
}

/** Where the timetable in force has those that are not locked. */
function formerOf(
  { week, timeOf }: Numbers,
  section: WeekSection,
  locked: readonly WeekPlacement[],
): WeekPlacement[] {
  const lockedSlots = new Set(locked.map((placed) => placed.slotId))
  return (week.former ?? []).filter(
    (placed) =>
      placed.sectionId === section.id &&
      isWholeTerm(placed) &&
      !lockedSlots.has(placed.slotId) &&
      timeOf.has(placed.slotId),
  )
}

const common = ({ name, category }: WeekSection, index: number) => ({
  name,
  section: index,
  length: 1,
  isRoomOptional: false,
  starts: null,
  category,
})

/** The class, and the children who chose the section together with others. */
const childrenOf = ({ classOf, profiles, firstProfile }: Numbers, section: WeekSection): number[] => [
  ...(section.homeClassId === null ? [] : [classOf.get(section.homeClassId)!]),
  ...profiles.flatMap(({ sectionIds }, at) => (sectionIds.includes(section.id) ? [firstProfile + at] : [])),
]

function lockedMeeting(
  numbers: Numbers,
  section: WeekSection,
  index: number,
  { slotId, roomId, teacherId }: WeekPlacement,
): SectionMeeting {
  const { week, teacherOf, roomOf, timeOf } = numbers
  const place: Place = { time: timeOf.get(slotId)!, room: roomOf.get(roomId)!, leader: null }
  return {
    sectionId: section.id,
    teacherId,
    meeting: {
      ...common(section, index),
      people: [teacherOf.get(teacherId)!, ...childrenOf(numbers, section)],
      leaders: [],
      rooms: [place.room!],
      locked: place,
      former: week.former ? place : null,
    },
  }
}

function freeMeetings(
  numbers: Numbers,
  section: WeekSection,
  index: number,
  former: readonly WeekPlacement[],
  count: number,
): SectionMeeting[] {
  const { week, teacherOf, roomOf, timeOf } = numbers
  const given = givenTeacherId(week, section)
  const leaders = given === null ? leadersOf(week, section).map(({ id }) => teacherOf.get(id)!) : []
  const room = givenRoom(week, section)
  const rooms = (room ? [room] : fittingRooms(week, section)).map(({ id }) => roomOf.get(id)!)
  const people = [...(given === null ? [] : [teacherOf.get(given)!]), ...childrenOf(numbers, section)]
  const placeOf = (was: WeekPlacement): Place => ({
    time: timeOf.get(was.slotId)!,
    room: roomOf.get(was.roomId) ?? null,
    leader: leaders.length > 0 ? (teacherOf.get(was.teacherId) ?? null) : null,
  })
  return Array.from({ length: count }, (_, at) => ({
    sectionId: section.id,
    teacherId: given,
    meeting: {
      ...common(section, index),
      people,
      leaders,
      rooms,
      locked: null,
      former: former[at] ? placeOf(former[at]) : null,
    },
  }))
}
