/**
 * What a time would cost a block by itself and against where the others stand (时间偏好): the soft rules about times,
 * ready to be asked very often. Pure.
 */
import type { Model } from './model.js'
import { isHard } from './problem.js'
import type { Week } from './week.js'

interface Pair {
  readonly other: number
  readonly weight: number
  readonly amountOf: (own: number, other: number) => number
}

export class Wishes {
  private readonly pairs: readonly Pair[][]
  private readonly ownCosts: (Float64Array | null)[]
  readonly isEmpty: boolean

  constructor(model: Model) {
    this.pairs = pairsOf(model)
    this.ownCosts = ownCostsOf(model)
    this.isEmpty =
      this.pairs.every((list) => list.length === 0) && this.ownCosts.every((each) => each === null)
  }

  /** Weight times amount of what would be broken with the others where they are. */
  costAt(week: Week, block: number, time: number): number {
    let cost = this.ownCosts[block]?.[time] ?? 0
    for (const { other, weight, amountOf } of this.pairs[block]!) {
      const at = week.startOf[other]!
      if (at >= 0) cost += weight * amountOf(time, at)
    }
    return cost
  }
}

function pairsOf(model: Model): Pair[][] {
  const { problem, periods, blockOf } = model
  const pairs: Pair[][] = Array.from({ length: model.blockCount }, () => [])
  const lengthOf = (meeting: number) => problem.meetings[meeting]!.length
  const add = (
    one: number,
    other: number,
    weight: number,
    amountOf: (own: number, other: number) => number,
  ) => {
    if (blockOf[one] === blockOf[other]) return
    pairs[blockOf[one]!]!.push({ other: blockOf[other]!, weight, amountOf })
    pairs[blockOf[other]!]!.push({
      other: blockOf[one]!,
      weight,
      amountOf: (own, that) => amountOf(that, own),
    })
  }
  const each = (
    list: readonly number[],
    weight: number,
    amountOf: (one: number, other: number) => (own: number, that: number) => number,
  ) =>
    list.forEach((one, at) =>
      list.slice(at + 1).forEach((other) => add(one, other, weight, amountOf(one, other))),
    )
  const dayOf = (time: number) => (time / periods) | 0
  for (const rule of problem.rules) {
    if (isHard(rule)) continue
    const { weight } = rule
    if (rule.kind === 'days_apart') {
      each(rule.meetings, weight, (one, other) => (own, that) => {
        const apart = Math.abs(dayOf(own) - dayOf(that))
        const touches = own + lengthOf(one) === that || that + lengthOf(other) === own
        return Math.max(0, rule.least - apart) + (rule.adjacent && apart === 0 && !touches ? 1 : 0)
      })
    } else if (rule.kind === 'same_start')
      each(rule.meetings, weight, () => (own, that) => (own === that ? 0 : 1))
    else if (rule.kind === 'same_day')
      each(rule.meetings, weight, () => (own, that) => (dayOf(own) === dayOf(that) ? 0 : 1))
    else if (rule.kind === 'same_period')
      each(rule.meetings, weight, () => (own, that) => (own % periods === that % periods ? 0 : 1))
    else if (rule.kind === 'not_overlapping')
      each(
        rule.meetings,
        weight,
        (one, other) => (own, that) =>
          Math.max(0, Math.min(own + lengthOf(one), that + lengthOf(other)) - Math.max(own, that)),
      )
    else if (rule.kind === 'consecutive') {
      add(rule.first, rule.second, weight, (own, that) => {
        let end = own + lengthOf(rule.first)
        while (problem.closed.includes(end) && end % periods !== 0) end += 1
        return dayOf(own) === dayOf(that) && that === end ? 0 : 1
      })
    } else if (rule.kind === 'ordered')
      add(rule.first, rule.second, weight, (own, that) => (own + lengthOf(rule.first) <= that ? 0 : 1))
    else if (rule.kind === 'ends_day') endPairs(model, rule.meetings, weight, add)
  }
  return pairs
}

// A meeting that should be the last: each of its students who has another later on that day costs once.
function endPairs(
  { problem, periods }: Model,
  list: readonly number[],
  weight: number,
  add: (one: number, other: number, weight: number, amountOf: (own: number, that: number) => number) => void,
): void {
  for (const last of list) {
    problem.meetings.forEach((meeting, other) => {
      const shared =
        other === last
          ? 0
          : meeting.people.filter(
              (person) =>
                problem.people[person]!.kind === 'students' &&
                problem.meetings[last]!.people.includes(person),
            ).length
      if (shared === 0) return
      add(last, other, weight, (own, that) =>
        ((own / periods) | 0) === ((that / periods) | 0) && that >= own + problem.meetings[last]!.length
          ? shared
          : 0,
      )
    })
  }
}

function ownCostsOf(model: Model): (Float64Array | null)[] {
  const { problem, blockOf, times } = model
  const costs: (Float64Array | null)[] = Array.from({ length: model.blockCount }, () => null)
  const of = (meeting: number) => (costs[blockOf[meeting]!] ??= new Float64Array(times))
  for (const rule of problem.rules) {
    if (isHard(rule)) continue
    if (rule.kind === 'starts_among') {
      const isAmong = new Set(rule.times)
      for (const meeting of rule.meetings)
        for (let time = 0; time < times; time += 1) if (!isAmong.has(time)) of(meeting)[time]! += rule.weight
    } else if (rule.kind === 'keep') {
      for (const meeting of rule.meetings) {
        const { former } = problem.meetings[meeting]!
        if (former)
          for (let time = 0; time < times; time += 1)
            if (time !== former.time) of(meeting)[time]! += rule.weight
      }
    }
  }
  return costs
}
