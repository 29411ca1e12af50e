/**
 * Does an answer keep every rule (课表检查)? Independent of the solver: plain, slow and obvious, and it shares only the
 * types of problem.ts. Rules are judged over what is placed; what is not is counted by `unplaced`. Pure.
 */
import { isOpenTo, pairsOf, placedOf, sum, type Placed, type PlacedMeeting } from './check-placed.js'
import { judgeMeetings } from './check-meetings.js'
import { judgeWeek, type Finding } from './check-week.js'
import { judgeWish } from './check-wishes.js'
import {
  hardWeight,
  isHard,
  type Meeting,
  type Place,
  type Problem,
  type Rule,
  type RuleKind,
  type Solution,
} from './problem.js'

/** What must hold without any rule. */
export type BasicKind =
  /** One person, one room at two meetings at once. */
  | 'person_twice'
  | 'room_twice'
  | 'person_unavailable'
  | 'room_unavailable'
  /** In a closed time; over the end of a day or outside the week; at a start that is not among `starts`. */
  | 'closed'
  | 'over_end'
  | 'start'
  /** A room that is not among `rooms`, or none though one is needed. */
  | 'room'
  /** Away from where it is locked. */
  | 'lock'
  /** A leader who is not among `leaders`, or none though one is needed; two leaders of one section. */
  | 'leader'
  | 'section_leader'

export interface Violation extends Finding {
  readonly rule: RuleKind | BasicKind
  /** 100 for what must hold. */
  readonly weight: number
  readonly amount: number
  readonly meetings: readonly number[]
  readonly people: readonly number[]
  readonly rooms: readonly number[]
  /** Times at which it shows. */
  readonly times: readonly number[]
}

export function check(problem: Problem, solution: Solution): Violation[] {
  if (solution.places.length !== problem.meetings.length)
    throw new Error(
      `The answer has ${solution.places.length} places for ${problem.meetings.length} meetings.`,
    )
  const placed = placedOf(problem, solution)
  return [
    ...problem.meetings.flatMap((meeting, index) =>
      basicOf(placed, meeting, index, solution.places[index] ?? null),
    ),
    ...twice(placed),
    ...sectionLeaders(placed),
    ...problem.rules.flatMap((rule) =>
      judge(placed, rule).map((found): Violation => ({ rule: rule.kind, weight: rule.weight, ...found })),
    ),
  ]
}

/** What must hold and does not. */
export const hardViolations = (problem: Problem, solution: Solution): Violation[] =>
  check(problem, solution).filter(isHard)

/** Weight times amount of everything that need not hold and does not. */
export const softCost = (problem: Problem, solution: Solution): number =>
  sum(
    check(problem, solution)
      .filter((found) => !isHard(found))
      .map(({ weight, amount }) => weight * amount),
  )

/** The meetings without a place. */
export const unplaced = (solution: Solution): number[] =>
  solution.places.flatMap((place, index) => (place === null ? [index] : []))

function judge(placed: Placed, rule: Rule): Finding[] {
  switch (rule.kind) {
    case 'max_days':
    case 'max_a_day':
    case 'min_a_day':
    case 'max_in_a_row':
    case 'max_gaps_a_week':
    case 'max_gaps_a_day':
    case 'early_start':
    case 'building_gaps':
      return judgeWeek(placed, rule)
    case 'days_apart':
    case 'same_start':
    case 'same_day':
    case 'same_period':
    case 'not_overlapping':
    case 'consecutive':
    case 'ordered':
    case 'at_most_at_once':
    case 'kinds_a_day':
    case 'ends_day':
      return judgeMeetings(placed, rule)
    case 'starts_among':
    case 'rooms_among':
    case 'rather_not':
    case 'even_load':
    case 'one_room':
    case 'mixed_days':
    case 'keep':
      return judgeWish(placed, rule)
  }
}

const basic = (
  rule: BasicKind,
  amount: number,
  meetings: readonly number[],
  more: Partial<Finding> = {},
): Violation[] =>
  amount > 0
    ? [{ rule, weight: hardWeight, amount, meetings, people: [], rooms: [], times: [], ...more }]
    : []

/** What one meeting breaks by itself. */
function basicOf(
  { problem, meetings }: Placed,
  meeting: Meeting,
  index: number,
  place: Place | null,
): Violation[] {
  if (place === null) return []
  const own = [index]
  const placed = meetings.find((each) => each.meeting === index)
  if (placed === undefined) return basic('over_end', 1, own, { times: [place.time] })
  const { times, room, leader, people } = placed
  const rightRoom =
    room === null ? meeting.rooms.length === 0 || meeting.isRoomOptional : meeting.rooms.includes(room)
  const rightLeader = leader === null ? meeting.leaders.length === 0 : meeting.leaders.includes(leader)
  const shut = times.filter((time) => problem.closed.includes(time))
  const roomShut =
    room === null ? [] : times.filter((time) => problem.rooms[room]?.unavailable.includes(time))
  return [
    ...basic('over_end', Math.max(0, placed.end - problem.periods), own, { times }),
    ...basic('closed', shut.length, own, { times: shut }),
    ...basic('start', meeting.starts === null || meeting.starts.includes(place.time) ? 0 : 1, own, {
      times: [place.time],
    }),
    ...basic('room', rightRoom ? 0 : 1, own, { rooms: room === null ? [] : [room], times: [place.time] }),
    ...basic('leader', rightLeader ? 0 : 1, own, {
      people: leader === null ? [] : [leader],
      times: [place.time],
    }),
    ...basic('lock', isWhereLocked(meeting.locked, place) ? 0 : 1, own, { times: [place.time] }),
    ...basic('room_unavailable', roomShut.length, own, {
      rooms: room === null ? [] : [room],
      times: roomShut,
    }),
    ...people.flatMap((person) => {
      const away = times.filter(
        (time) => !problem.closed.includes(time) && !isOpenTo(problem, problem.people[person], time),
      )
      return basic('person_unavailable', away.length, own, { people: [person], times: away })
    }),
  ]
}

/** A lock without a room or leader leaves that open. */
const isWhereLocked = (locked: Place | null, { time, room, leader }: Place): boolean =>
  locked === null ||
  (locked.time === time &&
    (locked.room === null || locked.room === room) &&
    (locked.leader === null || locked.leader === leader))

/** Two meetings at once that share people or the room: one finding for each two and what they share. */
function twice({ meetings }: Placed): Violation[] {
  return pairsOf(meetings).flatMap(([one, other]) => {
    const times = one.times.filter((time) => other.times.includes(time))
    if (times.length === 0) return []
    const both = [one.meeting, other.meeting]
    return [
      ...one.people
        .filter((person) => other.people.includes(person))
        .flatMap((person) => basic('person_twice', times.length, both, { people: [person], times })),
      ...basic('room_twice', one.room !== null && one.room === other.room ? times.length : 0, both, {
        rooms: one.room === null ? [] : [one.room],
        times,
      }),
    ]
  })
}

/** The leader that was chosen is the same for all meetings of a section; the amount is the number of others. */
function sectionLeaders({ meetings, problem }: Placed): Violation[] {
  const chosen = meetings.filter(
    ({ meeting, leader }) => leader !== null && problem.meetings[meeting]!.leaders.length > 0,
  )
  return [...new Set(chosen.map(({ section }) => section))].flatMap((section) => {
    const own: PlacedMeeting[] = chosen.filter((meeting) => meeting.section === section)
    const leaders = [...new Set(own.map(({ leader }) => leader!))]
    return basic(
      'section_leader',
      leaders.length - 1,
      own.map(({ meeting }) => meeting),
      { people: leaders, times: own.map(({ time }) => time) },
    )
  })
}
