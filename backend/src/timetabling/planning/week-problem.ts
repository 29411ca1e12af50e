/** How does a school's week become a problem to be solved, and an answer the school's week again (排课建模)? Pure. */
import type { Meeting, Place, Problem, Solution } from '../solver/problem.js'
import { isWholeTerm } from '../timetables/clashes.js'
import type { Week, WeekPlacement } from './week.js'
import { meetingsOf } from './week-meetings.js'
import { numbersOf, takenTimes } from './week-numbers.js'
import { peopleOf } from './week-people.js'
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
