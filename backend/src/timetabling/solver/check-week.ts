/** How far is one person's week from what a rule asks (个人周课表规则)? Pure. */
import {
  daysOf,
  isOpenTo,
  meetingsOf,
  sum,
  timesBetween,
  type Placed,
  type PlacedMeeting,
} from './check-placed.js'
import type { Problem, WeekRule } from './problem.js'

export interface Finding {
  readonly amount: number
  readonly meetings: readonly number[]
  readonly people: readonly number[]
  readonly rooms: readonly number[]
  readonly times: readonly number[]
}

/** The times at which the person is at one of the meetings (null: any), on one day, in order. */
function busyOn(placed: Placed, person: number, day: number, only: readonly number[] | null): number[] {
  const mine = meetingsOf(placed, person).filter(
    (meeting) => meeting.day === day && (only === null || only.includes(meeting.meeting)),
  )
  return [...new Set(mine.flatMap(({ times }) => times))].toSorted((a, b) => a - b)
}

/** Free times between the first and the last that are open to the person. */
function gapsIn(problem: Problem, person: number, busy: readonly number[]): number[] {
  if (busy.length === 0) return []
  const [first, last] = [busy[0]!, busy.at(-1)!]
  return timesBetween(first, last - first + 1).filter(
    (time) => !busy.includes(time) && isOpenTo(problem, problem.people[person], time),
  )
}

/** Runs of times without any other between. */
function runsIn(busy: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const time of busy) {
    const last = runs.at(-1)
    if (last?.at(-1) === time - 1) last.push(time)
    else runs.push([time])
  }
  return runs
}

/** How many times open to the person pass before the day begins. */
function latenessOf(problem: Problem, person: number, day: number, busy: readonly number[]): number {
  if (busy.length === 0) return 0
  const start = day * problem.periods
  return timesBetween(start, busy[0]! - start).filter((time) =>
    isOpenTo(problem, problem.people[person], time),
  ).length
}

/** One finding for each person whose week breaks the rule. */
export function judgeWeek(placed: Placed, rule: WeekRule): Finding[] {
  return rule.who.flatMap((person) => {
    const { amount, times } = judgePerson(placed, rule, person)
    if (amount <= 0) return []
    const meetings = meetingsOf(placed, person)
      .filter((meeting) => meeting.times.some((time) => times.includes(time)))
      .map(({ meeting }) => meeting)
    return [{ amount, people: [person], rooms: [], times, meetings }]
  })
}

/** By how much, and at which times it shows. */
interface Shown {
  readonly amount: number
  readonly times: number[]
}

function judgePerson(placed: Placed, rule: WeekRule, person: number): Shown {
  const { problem } = placed
  const only = 'meetings' in rule ? (rule.meetings ?? null) : null
  const days = daysOf(problem).map((day) => ({ day, busy: busyOn(placed, person, day, only) }))
  const perDay = (excessOf: (busy: readonly number[], day: number) => number) => {
    const broken = days.filter(({ busy, day }) => excessOf(busy, day) > 0)
    return {
      amount: sum(broken.map(({ busy, day }) => excessOf(busy, day))),
      times: broken.flatMap(({ busy }) => busy),
    }
  }
  switch (rule.kind) {
    case 'max_days': {
      const used = days.filter(({ busy }) => busy.length > 0)
      return { amount: used.length - rule.most, times: used.flatMap(({ busy }) => busy) }
    }
    case 'max_a_day':
      return perDay((busy) => busy.length - rule.most)
    case 'min_a_day':
      return perDay((busy) => (busy.length === 0 && !rule.everyDay ? 0 : rule.least - busy.length))
    case 'max_in_a_row':
      return perDay((busy) => sum(runsIn(busy).map((run) => Math.max(0, run.length - rule.most))))
    case 'max_gaps_a_day':
      return perDay((busy) => gapsIn(problem, person, busy).length - rule.most)
    case 'max_gaps_a_week': {
      const gaps = days.flatMap(({ busy }) => gapsIn(problem, person, busy))
      return {
        amount: gaps.length - rule.most,
        times: days
          .filter(({ busy }) => gapsIn(problem, person, busy).length > 0)
          .flatMap(({ busy }) => busy),
      }
    }
    case 'early_start': {
      const late = days
        .map(({ day, busy }) => ({ busy, lateness: latenessOf(problem, person, day, busy) }))
        .filter(({ lateness }) => lateness > 0)
      const tooLate = late.filter(({ lateness }) => lateness > 1)
      const second = late.filter(({ lateness }) => lateness === 1)
      // Days that begin later than the second period, and those at the second beyond the ones allowed.
      return {
        amount: tooLate.length + Math.max(0, second.length - rule.most),
        times: late.flatMap(({ busy }) => busy),
      }
    }
    case 'building_gaps':
      return judgeBuildings(placed, person, rule.least)
  }
}

/** Each change of building on a day, by the periods that are missing between. */
function judgeBuildings(placed: Placed, person: number, least: number): Shown {
  const changes = daysOf(placed.problem).flatMap((day) => {
    const own = meetingsOf(placed, person)
      .filter((meeting) => meeting.day === day && buildingOf(placed.problem, meeting) !== null)
      .toSorted((a, b) => a.start - b.start)
    return own
      .slice(1)
      .map((to, i) => ({ from: own[i]!, to }))
      .filter(
        ({ from, to }) =>
          buildingOf(placed.problem, from) !== buildingOf(placed.problem, to) && to.start - from.end < least,
      )
  })
  return {
    amount: sum(changes.map(({ from, to }) => least - (to.start - from.end))),
    times: changes.flatMap(({ from, to }) => [...from.times, ...to.times]),
  }
}

const buildingOf = (problem: Problem, { room }: PlacedMeeting): number | null =>
  room === null ? null : (problem.rooms[room]?.building ?? null)
