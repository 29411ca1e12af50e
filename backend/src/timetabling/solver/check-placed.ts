/** Where does an answer put everybody (已排结果)? What all the judges look at; worked out anew from the answer, slowly and plainly. Pure. */
import type { Person, Problem, RoomOf, Solution } from './problem.js'

export interface PlacedMeeting {
  readonly meeting: number
  readonly section: number
  readonly day: number
  /** Period of the day at which it starts, and the first one after it. */
  readonly start: number
  readonly end: number
  readonly time: number
  /** Each period of it, as times. */
  readonly times: readonly number[]
  readonly room: number | null
  readonly leader: number | null
  /** Each of `people` once, and the leader that was chosen. */
  readonly people: readonly number[]
}

export interface Placed {
  readonly problem: Problem
  /** Those of the answer that have a place in the week, in the order of the meetings. */
  readonly meetings: readonly PlacedMeeting[]
  readonly byPerson: ReadonlyMap<number, readonly PlacedMeeting[]>
}

export function placedOf(problem: Problem, solution: Solution): Placed {
  const meetings = problem.meetings.flatMap((meeting, index): PlacedMeeting[] => {
    const place = solution.places[index] ?? null
    if (place === null || !isInWeek(problem, place.time)) return []
    const start = place.time % problem.periods
    return [
      {
        meeting: index,
        section: meeting.section,
        day: dayOf(problem, place.time),
        start,
        end: start + meeting.length,
        time: place.time,
        // A meeting that runs over the end of its day does not go on in the next one.
        times: timesBetween(place.time, Math.min(meeting.length, problem.periods - start)),
        room: place.room,
        leader: place.leader,
        people: [...new Set([...meeting.people, ...(place.leader === null ? [] : [place.leader])])],
      },
    ]
  })
  const byPerson = new Map<number, PlacedMeeting[]>()
  for (const meeting of meetings)
    for (const person of meeting.people) byPerson.set(person, [...(byPerson.get(person) ?? []), meeting])
  return { problem, meetings, byPerson }
}

const isInWeek = (problem: Problem, time: number): boolean =>
  Number.isInteger(time) && time >= 0 && time < problem.days * problem.periods
export const dayOf = (problem: Problem, time: number): number => Math.floor(time / problem.periods)
export const timesBetween = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i)
export const daysOf = (problem: Problem): number[] => timesBetween(0, problem.days)
export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

export const meetingsOf = ({ byPerson }: Placed, person: number): readonly PlacedMeeting[] =>
  byPerson.get(person) ?? []

/** The placed ones among the meetings named. */
export const among = ({ meetings }: Placed, named: readonly number[]): PlacedMeeting[] =>
  meetings.filter(({ meeting }) => named.includes(meeting))

/** Whether the person or room can be there and the time exists. */
export const isOpenTo = (problem: Problem, who: Person | RoomOf | undefined, time: number): boolean =>
  !problem.closed.includes(time) && !(who?.unavailable.includes(time) ?? false)

/** Each two of them, once. */
export const pairsOf = <Item>(items: readonly Item[]): [Item, Item][] =>
  items.flatMap((one, i) => items.slice(i + 1).map((other): [Item, Item] => [one, other]))
