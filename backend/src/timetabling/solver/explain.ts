/** Why does a meeting stand nowhere better (排课解释)? For each time it might have, what that would break, and with whom. Pure. */
import { check, type Violation } from './check.js'
import type { Place, Problem, Solution } from './problem.js'

export interface TimeExplained {
  readonly time: number
  readonly room: number | null
  /** Empty: it could stand there as things are. */
  readonly breaks: readonly Violation[]
}

/** Every time of the week that is open at all, with what the meeting would break there while everything else stays. */
export function explainTimes(problem: Problem, solution: Solution, meeting: number): TimeExplained[] {
  const near = neighboursOf(problem, solution, meeting)
  const around: Solution = { places: solution.places.map((place, index) => (near.has(index) ? place : null)) }
  const { length, rooms } = problem.meetings[meeting]!
  const leader = solution.places[meeting]?.leader ?? sectionLeader(problem, solution, meeting)
  const times = Array.from({ length: problem.days * problem.periods }, (_, time) => time).filter(
    (time) => (time % problem.periods) + length <= problem.periods && !problem.closed.includes(time),
  )
  return times.map((time) => {
    const room = freeRoom(problem, solution, meeting, time) ?? rooms[0] ?? null
    const places = around.places.with(meeting, { time, room, leader })
    const breaks = check(problem, { places }).filter((found) => found.meetings.includes(meeting))
    return {
      time,
      room,
      breaks: breaks.toSorted((one, other) => other.weight * other.amount - one.weight * one.amount),
    }
  })
}

// The others cannot matter: they share nobody, no room and no rule with it.
function neighboursOf(problem: Problem, solution: Solution, meeting: number): Set<number> {
  const { people, rooms, section } = problem.meetings[meeting]!
  const leader = solution.places[meeting]?.leader ?? null
  const near = new Set<number>()
  problem.meetings.forEach((other, index) => {
    const place = solution.places[index]
    if (index === meeting || !place) return
    const sharesRoom = place.room !== null && rooms.includes(place.room)
    const sharesPeople =
      other.people.some((person) => people.includes(person)) ||
      (place.leader !== null && (people.includes(place.leader) || place.leader === leader)) ||
      (leader !== null && other.people.includes(leader))
    if (sharesRoom || sharesPeople || other.section === section) near.add(index)
  })
  for (const rule of problem.rules) {
    const tied = 'first' in rule ? [rule.first, rule.second] : 'meetings' in rule ? (rule.meetings ?? []) : []
    if (tied.includes(meeting)) for (const other of tied) if (other !== meeting) near.add(other)
  }
  return near
}

function sectionLeader(problem: Problem, solution: Solution, meeting: number): number | null {
  const { section, leaders } = problem.meetings[meeting]!
  const chosen = solution.places.find(
    (place, index) => place && place.leader !== null && problem.meetings[index]!.section === section,
  )
  return chosen?.leader ?? leaders[0] ?? null
}

function freeRoom(problem: Problem, solution: Solution, meeting: number, time: number): number | null {
  const { rooms, length } = problem.meetings[meeting]!
  const overlaps = (place: Place | null, index: number) =>
    place !== null &&
    index !== meeting &&
    place.time < time + length &&
    time < place.time + problem.meetings[index]!.length
  const taken = new Set(
    solution.places.flatMap((place, index) => (overlaps(place, index) ? [place!.room] : [])),
  )
  const isOpen = (room: number) =>
    !problem.rooms[room]!.unavailable.some((at) => at >= time && at < time + length)
  return rooms.find((room) => !taken.has(room) && isOpen(room)) ?? null
}
