/**
 * How good is the week (排课质量)? The soft rules, kept up to date while blocks come and go: each change marks what it
 * touches, and `settle` counts only that anew. The amounts are those of problem.ts. Pure.
 */
import { free } from './model.js'
import type { MeetingsRule, Rule } from './problem.js'
import {
  categoriesOf,
  groupsOf,
  type LoadGroup,
  loadGroupsOf,
  resourceRulesOf,
  roomCostsOf,
  roomWishesOf,
} from './score-rules.js'
import { countOf, gapsOf, lateBy } from './week-shape.js'
import type { Week } from './week.js'
import type { Wishes } from './wishes.js'

export class Score {
  total = 0
  private readonly resourceRules: (readonly Rule[] | null)[]
  private readonly resourceCosts: Float64Array
  private readonly categories: readonly Int32Array[]
  private readonly groups: readonly { rule: MeetingsRule; blocks: readonly number[]; weight: number }[]
  private readonly groupsOf: readonly (readonly number[])[]
  private readonly groupCosts: Float64Array
  private readonly loads: LoadGroup[]
  private readonly roomCosts: (Float64Array | null)[]
  private readonly roomWishOfSection: Map<number, { members: number[]; weight: number }>
  private readonly memberCosts: Float64Array
  private readonly sectionCosts: Map<number, number> = new Map()
  private readonly dirtyResources: number[] = []
  private readonly dirtyGroups: number[] = []
  private readonly dirtyMembers: number[] = []
  private readonly isDirtyResource: Uint8Array
  private readonly isDirtyGroup: Uint8Array
  private readonly isDirtyMember: Uint8Array

  constructor(
    private readonly week: Week,
    private readonly wishes: Wishes,
  ) {
    const { model } = week
    const { problem, blockCount } = model
    this.resourceRules = resourceRulesOf(model)
    this.resourceCosts = new Float64Array(model.resourceCount)
    this.categories = categoriesOf(model)
    this.groups = groupsOf(model)
    this.groupCosts = new Float64Array(this.groups.length)
    const groupsOfBlock: number[][] = Array.from({ length: blockCount }, () => [])
    this.groups.forEach(({ blocks }, group) => blocks.forEach((block) => groupsOfBlock[block]!.push(group)))
    this.groupsOf = groupsOfBlock
    this.loads = loadGroupsOf(model)
    this.roomCosts = roomCostsOf(model)
    this.roomWishOfSection = roomWishesOf(model)
    this.memberCosts = new Float64Array(problem.meetings.length)
    this.isDirtyResource = new Uint8Array(model.resourceCount)
    this.isDirtyGroup = new Uint8Array(this.groups.length)
    this.isDirtyMember = new Uint8Array(problem.meetings.length)
    week.rooms.onChange = (member) => this.markMember(member)
    week.rooms.costOf = (member, room) => this.roomCostOf(member, room)
    for (let block = 0; block < blockCount; block += 1) if (week.startOf[block]! >= 0) this.placed(block)
    this.groups.forEach((_, group) => this.markGroup(group))
    for (let resource = 0; resource < model.resourceCount; resource += 1) this.markResource(resource)
    this.settle()
  }

  /** There is nothing that could be better. */
  get isEmpty(): boolean {
    return (
      this.wishes.isEmpty &&
      this.resourceRules.every((each) => each === null) &&
      this.groups.length === 0 &&
      this.loads.length === 0 &&
      this.roomCosts.every((each) => each === null) &&
      this.roomWishOfSection.size === 0
    )
  }

  /** With `roomOf`, into these rooms, which must be free. */
  place(block: number, time: number, roomOf: Int32Array | null = null): void {
    this.week.place(block, time, roomOf)
    this.placed(block)
  }

  remove(block: number): void {
    this.count(block, -1)
    this.week.remove(block)
  }

  private placed(block: number): void {
    this.count(block, 1)
    for (const member of this.week.model.roomedMembers[block]!) this.markMember(member)
  }

  private count(block: number, sign: number): void {
    const { week } = this
    const start = week.startOf[block]!
    this.total += sign * this.wishes.costAt(week, block, start)
    const list = week.resources[block]!
    const lengths = week.model.lengths[block]!
    for (let at = 0; at < list.length; at += 1) {
      const resource = list[at]!
      this.markResource(resource)
      for (const group of this.loads)
        if (group.isIn[resource]) this.load(group, resource, start, lengths[at]!, sign)
    }
    for (const group of this.groupsOf[block]!) this.markGroup(group)
  }

  private load(group: LoadGroup, person: number, start: number, length: number, sign: number): void {
    const { periods } = this.week.model
    const counted = group.masks
      ? countOf(group.masks[(start / periods) | 0]! & (((1 << length) - 1) << (start % periods)))
      : length
    if (counted === 0) return
    this.total -= loadCost(group)
    const before = group.loads[person]!
    const after = before + sign * counted
    group.loads[person] = after
    group.sum += after - before
    group.squares += after * after - before * before
    this.total += loadCost(group)
  }

  private markResource(resource: number): void {
    if (this.resourceRules[resource] === null || this.isDirtyResource[resource]) return
    this.isDirtyResource[resource] = 1
    this.dirtyResources.push(resource)
  }

  private markGroup(group: number): void {
    if (this.isDirtyGroup[group]) return
    this.isDirtyGroup[group] = 1
    this.dirtyGroups.push(group)
  }

  private markMember(member: number): void {
    if (this.isDirtyMember[member]) return
    this.isDirtyMember[member] = 1
    this.dirtyMembers.push(member)
  }

  /** Counts anew what has changed; `total` is right afterwards. */
  settle(): number {
    for (const resource of this.dirtyResources) {
      this.isDirtyResource[resource] = 0
      const cost = this.resourceCost(resource)
      this.total += cost - this.resourceCosts[resource]!
      this.resourceCosts[resource] = cost
    }
    for (const group of this.dirtyGroups) {
      this.isDirtyGroup[group] = 0
      const cost = this.groupCost(group)
      this.total += cost - this.groupCosts[group]!
      this.groupCosts[group] = cost
    }
    for (const member of this.dirtyMembers) {
      this.isDirtyMember[member] = 0
      const room = this.week.rooms.roomOf[member]!
      const isPlaced = this.week.startOf[this.week.model.blockOf[member]!]! >= 0
      const cost = isPlaced
        ? (this.roomCosts[member]?.[room < 0 ? this.week.model.problem.rooms.length : room] ?? 0)
        : 0
      this.total += cost - this.memberCosts[member]!
      this.memberCosts[member] = cost
      this.settleSection(this.week.model.problem.meetings[member]!.section)
    }
    this.dirtyResources.length = 0
    this.dirtyGroups.length = 0
    this.dirtyMembers.length = 0
    return this.total
  }

  private settleSection(section: number): void {
    const wish = this.roomWishOfSection.get(section)
    if (!wish) return
    const rooms = new Set<number>()
    for (const member of wish.members)
      if (this.week.rooms.roomOf[member]! >= 0) rooms.add(this.week.rooms.roomOf[member]!)
    const cost = rooms.size > 1 ? wish.weight * (rooms.size - 1) : 0
    this.total += cost - (this.sectionCosts.get(section) ?? 0)
    this.sectionCosts.set(section, cost)
  }

  /** What the room would cost the meeting, for choosing among free ones. */
  private roomCostOf(member: number, room: number): number {
    let cost = this.roomCosts[member]?.[room] ?? 0
    const wish = this.roomWishOfSection.get(this.week.model.problem.meetings[member]!.section)
    if (
      wish &&
      wish.members.some((other) => other !== member && this.week.rooms.roomOf[other]! >= 0) &&
      !wish.members.some((other) => other !== member && this.week.rooms.roomOf[other] === room)
    )
      cost += wish.weight
    return cost
  }

  private resourceCost(resource: number): number {
    const { week } = this
    const { days, periods, open, times } = week.model
    let cost = 0
    for (const rule of this.resourceRules[resource]!) {
      if (rule.kind === 'rather_not') {
        let amount = 0
        for (const time of rule.times) if (week.taken[resource * times + time]! >= 0) amount += 1
        cost += amount * rule.weight
        continue
      }
      if (rule.kind === 'mixed_days') {
        cost += rule.weight * this.sameKinds(resource)
        continue
      }
      let amount = 0
      let late = 0
      for (let day = 0; day < days; day += 1) {
        const busy = week.busy[resource * days + day]!
        const free = open[resource * days + day]!
        if (rule.kind === 'min_a_day') {
          if (busy !== 0 || rule.everyDay) amount += Math.max(0, rule.least - countOf(busy))
        } else if (rule.kind === 'max_days') amount += busy === 0 ? 0 : 1
        else if (rule.kind === 'max_a_day') amount += Math.max(0, countOf(busy) - rule.most)
        else if (rule.kind === 'max_in_a_row') amount += rowsOver(busy, rule.most, periods)
        else if (rule.kind === 'max_gaps_a_day') amount += Math.max(0, gapsOf(busy, free) - rule.most)
        else if (rule.kind === 'max_gaps_a_week') amount += gapsOf(busy, free)
        else if (rule.kind === 'building_gaps') amount += 0
        else if (rule.kind === 'early_start') {
          const by = lateBy(busy, free)
          if (by > 1) amount += 1
          else if (by === 1) late += 1
        }
      }
      if (rule.kind === 'max_days' || rule.kind === 'max_gaps_a_week')
        amount = Math.max(0, amount - rule.most)
      if (rule.kind === 'early_start') amount += Math.max(0, late - rule.most)
      cost += amount * rule.weight
    }
    return cost
  }

  private sameKinds(resource: number): number {
    const { week } = this
    const { times, periods } = week.model
    let amount = 0
    for (let first = 0; first < times; first += periods) {
      let last = free
      const seen: number[] = []
      for (let time = first; time < first + periods; time += 1) {
        const block = week.taken[resource * times + time]!
        if (block >= 0 && block !== last) {
          const category = this.categories[block]![week.resources[block]!.indexOf(resource)]!
          if (seen.includes(category)) amount += 1
          else seen.push(category)
        }
        last = block
      }
    }
    return amount
  }

  private groupCost(group: number): number {
    const { rule, blocks, weight } = this.groups[group]!
    const { week } = this
    const { periods, blockLength, problem, members } = week.model
    if (rule.kind === 'at_most_at_once') {
      let amount = 0
      for (const time of rule.times) {
        let there = 0
        for (const block of blocks)
          if (
            week.startOf[block]! >= 0 &&
            week.startOf[block]! <= time &&
            time < week.startOf[block]! + blockLength[block]!
          )
            there += 1
        amount += Math.max(0, there - rule.most)
      }
      return weight * amount
    }
    if (rule.kind === 'kinds_a_day') {
      let amount = 0
      for (const day of rule.days) {
        const kinds = new Set<number>()
        for (const block of blocks)
          if (week.startOf[block]! >= 0 && ((week.startOf[block]! / periods) | 0) === day)
            kinds.add(problem.meetings[members[block]![0]!]!.category)
        amount += Math.max(0, rule.least - kinds.size)
      }
      return weight * amount
    }
    return 0
  }
}

function loadCost({ size, sum, squares, weight }: LoadGroup): number {
  const mean = Math.floor(sum / size)
  return weight * (squares - 2 * mean * sum + size * mean * mean)
}

function rowsOver(busy: number, most: number, periods: number): number {
  let over = 0
  let row = 0
  for (let period = 0; period <= periods; period += 1) {
    if ((busy >>> period) & 1) row += 1
    else {
      over += Math.max(0, row - most)
      row = 0
    }
  }
  return over
}
