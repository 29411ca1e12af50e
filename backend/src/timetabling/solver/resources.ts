/**
 * All that can be at one place only (排课资源): people, and what stands for sets of meetings; which blocks need which, for
 * how long, and what the week of each may look like. Pure.
 */
import { type Shape, unlimited } from './model.js'
import { isHard, type Problem, type WeekRule, type WishRule } from './problem.js'

type PeopleRule = WeekRule | Extract<WishRule, { readonly who: readonly number[] }>

export class Resources {
  /** Of each block: resources and, beside them, for how many periods each is needed. */
  readonly ofBlock: number[][]
  readonly lengths: number[][]
  readonly shapes: (Shape | null)[]
  /** Of each resource: 1 at the times that are open to it. */
  readonly openTimes: Uint8Array[]
  readonly wished: { readonly resource: number; readonly rule: WeekRule }[] = []

  constructor(
    private readonly problem: Problem,
    members: readonly (readonly number[])[],
    private readonly blockOf: Int32Array,
  ) {
    this.ofBlock = members.map(() => [])
    this.lengths = members.map(() => [])
    this.shapes = problem.people.map(() => null)
    this.openTimes = problem.people.map(({ unavailable }) => this.openBut(unavailable))
    members.forEach((list, block) =>
      list.forEach((member) =>
        problem.meetings[member]!.people.forEach((person) =>
          this.need(block, person, problem.meetings[member]!.length),
        ),
      ),
    )
  }

  /** One more, which all these meetings need. */
  add(meetings: readonly number[], shape: Shape | null): number {
    const resource = this.shapes.push(shape) - 1
    this.openTimes.push(this.openBut([]))
    for (const member of meetings)
      this.need(this.blockOf[member]!, resource, this.problem.meetings[member]!.length)
    return resource
  }

  addRule(rule: PeopleRule): void {
    if (!isWeekRule(rule)) return
    if (isHard(rule)) for (const who of rule.who) this.limit(who, rule)
    else
      for (const who of rule.who) {
        const resource = this.whoIsCounted(rule, who)
        if (resource >= 0) this.wished.push({ resource, rule })
      }
  }

  private need(block: number, resource: number, length: number): void {
    const [list, lengths] = [this.ofBlock[block]!, this.lengths[block]!]
    const at = list.indexOf(resource)
    if (at < 0) {
      list.push(resource)
      lengths.push(length)
    } else if (lengths[at]! < length) lengths[at] = length
  }

  private openBut(unavailable: readonly number[]): Uint8Array {
    const isOpen = new Uint8Array(this.problem.days * this.problem.periods).fill(1)
    for (const time of this.problem.closed) isOpen[time] = 0
    for (const time of unavailable) isOpen[time] = 0
    return isOpen
  }

  private limit(who: number, rule: WeekRule): void {
    if (rule.kind === 'building_gaps') return
    const counted = 'meetings' in rule ? rule.meetings : undefined
    if (!counted) {
      narrow((this.shapes[who] ??= noShape()), rule)
      return
    }
    // Only some of the person's meetings count: they get a resource of their own.
    const own = this.among(counted, who)
    const shape = noShape()
    narrow(shape, rule)
    if (own.length > 0) this.add(own, shape)
  }

  /** The person, or what stands for those of the person's meetings that the rule counts; −1: there are none. */
  private whoIsCounted(rule: WeekRule, who: number): number {
    const counted = 'meetings' in rule ? rule.meetings : undefined
    if (!counted) return who
    const own = this.among(counted, who)
    return own.length === 0 ? -1 : this.add(own, null)
  }

  private among(meetings: readonly number[], who: number): number[] {
    return meetings.filter((meeting) => this.problem.meetings[meeting]!.people.includes(who))
  }
}

function noShape(): Shape {
  return {
    maxDays: unlimited,
    maxADay: unlimited,
    minADay: 0,
    minEveryDay: false,
    maxInARow: unlimited,
    maxGapsWeek: unlimited,
    maxGapsDay: unlimited,
    earlyStart: unlimited,
  }
}

function isWeekRule(rule: PeopleRule): rule is WeekRule {
  return rule.kind !== 'rather_not' && rule.kind !== 'even_load' && rule.kind !== 'mixed_days'
}

function narrow(shape: Shape, rule: WeekRule): void {
  if (rule.kind === 'building_gaps') return
  if (rule.kind === 'max_days') shape.maxDays = Math.min(shape.maxDays, rule.most)
  else if (rule.kind === 'max_a_day') shape.maxADay = Math.min(shape.maxADay, rule.most)
  else if (rule.kind === 'max_in_a_row') shape.maxInARow = Math.min(shape.maxInARow, rule.most)
  else if (rule.kind === 'max_gaps_a_week') shape.maxGapsWeek = Math.min(shape.maxGapsWeek, rule.most)
  else if (rule.kind === 'max_gaps_a_day') shape.maxGapsDay = Math.min(shape.maxGapsDay, rule.most)
  else if (rule.kind === 'early_start') shape.earlyStart = Math.min(shape.earlyStart, rule.most)
  else {
    shape.minADay = Math.max(shape.minADay, rule.least)
    shape.minEveryDay ||= rule.everyDay
  }
}
