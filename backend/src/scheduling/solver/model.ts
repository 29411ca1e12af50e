/**
 * The problem in the form in which it is solved quickly (求解模型): meetings that must start together are one block, all
 * that can be at one place only is a resource, and what a resource's week may look like is a row of limits. Pure.
 */
import { isHard, type MeetingsRule, type Problem, type WeekRule } from './problem.js'

/** No limit. */
export const unlimited = 1_000_000
/** In an occupancy: nobody is there. */
export const free = -1
/** In an occupancy: nothing may ever be there. */
export const shut = -2

export interface Shape {
  maxDays: number
  maxADay: number
  minADay: number
  minEveryDay: boolean
  maxInARow: number
  maxGapsWeek: number
  maxGapsDay: number
  /** Days that may begin at the second period; unlimited: no rule. */
  earlyStart: number
}

export const relation = {
  apart: 0,
  touchIfSameDay: 1,
  sameDay: 2,
  samePeriod: 3,
  follows: 4,
  precedes: 5,
  after: 6,
  before: 7,
  sameStart: 8,
} as const

/** A relation of a block to another, seen from the block. */
export interface Relation {
  readonly kind: number
  readonly other: number
  /** Days between, or the length of what comes first. */
  readonly least: number
  /** For what has to touch: the other's length. */
  readonly otherLength: number
}

export interface Crowd {
  readonly blocks: readonly number[]
  /** 1 at the times that count. */
  readonly isCounted: Uint8Array
  readonly most: number
}

export interface Model {
  readonly problem: Problem
  readonly days: number
  readonly periods: number
  readonly times: number
  readonly blockCount: number
  readonly members: readonly (readonly number[])[]
  readonly blockOf: Int32Array
  /** Of each block: resources and, beside them, for how many periods each is needed. */
  readonly resources: readonly Int32Array[]
  readonly lengths: readonly Int32Array[]
  /** Longest of the members. */
  readonly blockLength: Int32Array
  /** 1: the block may start there as far as it alone is concerned. */
  readonly isAllowed: Uint8Array
  readonly starts: readonly Int32Array[]
  readonly isLocked: Uint8Array
  /** People first, in the order of the problem, then what stands for sets of meetings. */
  readonly resourceCount: number
  readonly shapes: readonly (Shape | null)[]
  /** Periods open to the resource, a mask for each day. */
  readonly open: Int32Array
  readonly blocksOf: readonly (readonly number[])[]
  readonly relations: readonly (readonly Relation[])[]
  readonly crowds: readonly Crowd[]
  readonly crowdsOf: readonly (readonly number[])[]
  readonly endsDay: Uint8Array
  readonly hasEnds: Uint8Array
  readonly hasAnyEnds: boolean
  /** Sections whose leader is chosen: position of the leader in each block's resources, else −1. */
  readonly leaderAt: Int32Array
  /** Of people who need time between buildings: so many periods; and the building of each block, −1 where it is open. */
  readonly hasBuildings: boolean
  readonly buildingGap: Int32Array
  readonly buildingOf: Int32Array
  readonly ledSections: readonly LedSection[]
  readonly ledSectionOf: Int32Array
  readonly roomedMembers: readonly (readonly number[])[]
  /** What is better for the week of one resource; a rule about some of a person's meetings has a resource of its own. */
  readonly wishedShapes: readonly { readonly resource: number; readonly rule: WeekRule }[]
}

export interface LedSection {
  readonly section: number
  readonly blocks: readonly number[]
  readonly leaders: readonly number[]
  /** Of a lock; null: free to choose. */
  readonly lockedLeader: number | null
  readonly periods: number
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

export function modelOf(problem: Problem): Model {
  const { days, periods, meetings } = problem
  if (periods > 30) throw new RangeError('a day of more than 30 periods')
  const times = days * periods
  const { members, blockOf } = blocksOf(problem)
  const blockCount = members.length
  const resources: number[][] = members.map(() => [])
  const lengths: number[][] = members.map(() => [])
  const shapes: (Shape | null)[] = problem.people.map(() => null)
  const openTimes: Uint8Array[] = problem.people.map(({ unavailable }) =>
    openFor(times, problem.closed, unavailable),
  )
  const need = (block: number, resource: number, length: number) => {
    const at = resources[block]!.indexOf(resource)
    if (at < 0) {
      resources[block]!.push(resource)
      lengths[block]!.push(length)
    } else if (lengths[block]![at]! < length) lengths[block]![at] = length
  }
  members.forEach((list, block) =>
    list.forEach((member) =>
      meetings[member]!.people.forEach((person) => need(block, person, meetings[member]!.length)),
    ),
  )
  const addResource = (list: readonly number[], shape: Shape | null): void => {
    const resource = shapes.length
    shapes.push(shape)
    openTimes.push(openFor(times, problem.closed, []))
    for (const member of list) need(blockOf[member]!, resource, meetings[member]!.length)
  }
  const relations: Relation[][] = members.map(() => [])
  const crowds: Crowd[] = []
  const endsDay = new Uint8Array(blockCount)
  const wishedShapes: { resource: number; rule: WeekRule }[] = []
  for (const rule of problem.rules) {
    if ('who' in rule) {
      if (!isWeekRule(rule)) continue
      if (isHard(rule)) addWeekRule(problem, rule, shapes, addResource)
      else
        for (const who of rule.who)
          wishedShapes.push({ resource: ownResource(problem, rule, who, shapes, addResource), rule })
    } else if (isHard(rule))
      addMeetingsRule(rule as MeetingsRule, problem, blockOf, relations, crowds, endsDay, addResource, times)
  }
  const { leaderAt, ledSections, ledSectionOf } = ledSectionsOf(
    problem,
    blockOf,
    resources,
    lengths,
    blockCount,
  )
  const isAllowed = new Uint8Array(blockCount * times)
  const starts = members.map((list, block) => {
    const found: number[] = []
    if (list.length > 1 && contradicts(problem, list)) return new Int32Array(0)
    for (let time = 0; time < times; time += 1) {
      if (!list.every((member) => canStart(problem, member, time, openTimes))) continue
      isAllowed[block * times + time] = 1
      found.push(time)
    }
    return Int32Array.from(found)
  })
  const resourceCount = shapes.length
  const buildingGap = new Int32Array(resourceCount)
  for (const rule of problem.rules)
    if (rule.kind === 'building_gaps' && isHard(rule))
      for (const who of rule.who) buildingGap[who] = Math.max(buildingGap[who]!, rule.least)
  const ofResource: number[][] = Array.from({ length: resourceCount }, () => [])
  resources.forEach((list, block) =>
    list.forEach((resource, at) => {
      if (at !== leaderAt[block]) ofResource[resource]!.push(block)
    }),
  )
  const open = new Int32Array(resourceCount * days)
  openTimes.forEach((isOpen, resource) => {
    for (let time = 0; time < times; time += 1)
      if (isOpen[time]) open[resource * days + Math.floor(time / periods)]! |= 1 << (time % periods)
  })
  const hasEnds = new Uint8Array(resourceCount)
  endsDay.forEach((flag, block) => {
    if (flag)
      resources[block]!.forEach((resource) => {
        if (problem.people[resource]?.kind === 'students') hasEnds[resource] = 1
      })
  })
  const crowdsOf: number[][] = members.map(() => [])
  crowds.forEach(({ blocks }, crowd) => blocks.forEach((block) => crowdsOf[block]!.push(crowd)))
  return {
    problem,
    days,
    periods,
    times,
    blockCount,
    members,
    blockOf,
    resources: resources.map((list) => Int32Array.from(list)),
    lengths: lengths.map((list) => Int32Array.from(list)),
    blockLength: Int32Array.from(
      members.map((list) => Math.max(...list.map((member) => meetings[member]!.length))),
    ),
    isAllowed,
    starts,
    isLocked: Uint8Array.from(
      members.map((list) => (list.some((member) => meetings[member]!.locked) ? 1 : 0)),
    ),
    resourceCount,
    shapes,
    open,
    blocksOf: ofResource,
    relations,
    crowds,
    crowdsOf,
    endsDay,
    hasEnds,
    hasAnyEnds: hasEnds.includes(1),
    leaderAt,
    ledSections,
    ledSectionOf,
    hasBuildings: buildingGap.some((gap) => gap > 0),
    buildingGap,
    buildingOf: Int32Array.from(members.map((list) => buildingOf(problem, list))),
    wishedShapes: wishedShapes.filter(({ resource }) => resource >= 0),
    roomedMembers: members.map((list) => list.filter((member) => meetings[member]!.rooms.length > 0)),
  }
}

/** Where the block must be, if all its rooms are in one building. */
function buildingOf(problem: Problem, members: readonly number[]): number {
  const buildings = new Set(
    members.flatMap((member) =>
      problem.meetings[member]!.rooms.map((room) => problem.rooms[room]!.building ?? -1),
    ),
  )
  return buildings.size === 1 ? [...buildings][0]! : -1
}

function openFor(times: number, closed: readonly number[], unavailable: readonly number[]): Uint8Array {
  const isOpen = new Uint8Array(times).fill(1)
  for (const time of closed) isOpen[time] = 0
  for (const time of unavailable) isOpen[time] = 0
  return isOpen
}

function canStart(problem: Problem, member: number, time: number, openTimes: readonly Uint8Array[]): boolean {
  const { length, people, starts, locked } = problem.meetings[member]!
  if (locked && locked.time !== time) return false
  if (starts && !starts.includes(time)) return false
  if ((time % problem.periods) + length > problem.periods) return false
  for (let at = time; at < time + length; at += 1) {
    if (problem.closed.includes(at)) return false
    if (people.some((person) => !openTimes[person]![at])) return false
  }
  return true
}

/** Meetings that a hard rule starts together are one block. */
function blocksOf(problem: Problem): { members: number[][]; blockOf: Int32Array } {
  const parent = problem.meetings.map((_, index) => index)
  const root = (index: number): number =>
    parent[index] === index ? index : (parent[index] = root(parent[index]!))
  for (const rule of problem.rules) {
    if (rule.kind !== 'same_start' || !isHard(rule)) continue
    for (const other of bound(problem, rule.meetings).slice(1)) parent[root(other)] = root(rule.meetings[0]!)
  }
  const members: number[][] = []
  const blockOf = new Int32Array(problem.meetings.length).fill(-1)
  const blockOfRoot = new Map<number, number>()
  problem.meetings.forEach((_, index) => {
    const at = root(index)
    const block = blockOfRoot.get(at) ?? members.push([]) - 1
    blockOfRoot.set(at, block)
    members[block]!.push(index)
    blockOf[index] = block
  })
  return { members, blockOf }
}

/** What must start together but needs the same person, or must be apart: it can stand nowhere. */
function contradicts(problem: Problem, list: readonly number[]): boolean {
  const people = list.flatMap((meeting) => problem.meetings[meeting]!.people)
  if (new Set(people).size < people.length) return true
  return problem.rules.some((rule) => {
    if (!isHard(rule)) return false
    if (rule.kind === 'consecutive' || rule.kind === 'ordered')
      return list.includes(rule.first) && list.includes(rule.second)
    const isApart =
      rule.kind === 'not_overlapping' || (rule.kind === 'days_apart' && (rule.least > 0 || rule.adjacent))
    return isApart && rule.meetings.filter((meeting) => list.includes(meeting)).length > 1
  })
}

/** A block has one leader to choose at most, so meetings that wait for theirs are tied by a relation instead. */
function bound(problem: Problem, list: readonly number[]): readonly number[] {
  return list.some((meeting) => problem.meetings[meeting]!.leaders.length > 0) ? [] : list
}

function isWeekRule(rule: { kind: string }): rule is WeekRule {
  return rule.kind !== 'rather_not' && rule.kind !== 'even_load' && rule.kind !== 'mixed_days'
}

function addWeekRule(
  problem: Problem,
  rule: WeekRule,
  shapes: (Shape | null)[],
  addResource: (list: readonly number[], shape: Shape | null) => void,
): void {
  for (const who of rule.who) {
    if ((rule.kind === 'max_a_day' || rule.kind === 'max_in_a_row') && rule.meetings) {
      // Only some of the person's meetings count: they get a resource of their own.
      const own = rule.meetings.filter((meeting) => problem.meetings[meeting]!.people.includes(who))
      const shape = noShape()
      if (rule.kind === 'max_a_day') shape.maxADay = rule.most
      else shape.maxInARow = rule.most
      if (own.length > 0) addResource(own, shape)
      continue
    }
    const shape = (shapes[who] ??= noShape())
    if (rule.kind === 'building_gaps') continue
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
}

/** The person, or what stands for those of the person's meetings that the rule counts; −1: there are none. */
function ownResource(
  problem: Problem,
  rule: WeekRule,
  who: number,
  shapes: readonly unknown[],
  addResource: (list: readonly number[], shape: null) => void,
): number {
  const counted = 'meetings' in rule ? rule.meetings : undefined
  if (!counted) return who
  const own = counted.filter((meeting) => problem.meetings[meeting]!.people.includes(who))
  if (own.length === 0) return -1
  addResource(own, null)
  return shapes.length - 1
}

function addMeetingsRule(
  rule: MeetingsRule,
  problem: Problem,
  blockOf: Int32Array,
  relations: Relation[][],
  crowds: Crowd[],
  endsDay: Uint8Array,
  addResource: (list: readonly number[], shape: Shape | null) => void,
  times: number,
): void {
  const pairs = (list: readonly number[], kind: number, least: number) => {
    const blocks = [...new Set(list.map((meeting) => blockOf[meeting]!))]
    for (const one of blocks)
      for (const other of blocks)
        if (one !== other) relations[one]!.push({ kind, other, least, otherLength: 0 })
  }
  const lengthOf = (meeting: number) => problem.meetings[meeting]!.length
  if (rule.kind === 'days_apart') {
    if (rule.least > 0) pairs(rule.meetings, relation.apart, rule.least)
    else if (rule.adjacent) {
      for (const one of rule.meetings)
        for (const other of rule.meetings)
          if (blockOf[one] !== blockOf[other])
            relations[blockOf[one]!]!.push({
              kind: relation.touchIfSameDay,
              other: blockOf[other]!,
              least: lengthOf(one),
              otherLength: lengthOf(other),
            })
    }
  } else if (rule.kind === 'same_day') pairs(rule.meetings, relation.sameDay, 0)
  else if (rule.kind === 'same_period') pairs(rule.meetings, relation.samePeriod, 0)
  else if (rule.kind === 'same_start') {
    if (bound(problem, rule.meetings).length === 0) pairs(rule.meetings, relation.sameStart, 0)
  } else if (rule.kind === 'not_overlapping') addResource(rule.meetings, null)
  else if (rule.kind === 'consecutive') {
    relations[blockOf[rule.first]!]!.push({
      kind: relation.precedes,
      other: blockOf[rule.second]!,
      least: lengthOf(rule.first),
      otherLength: 0,
    })
    relations[blockOf[rule.second]!]!.push({
      kind: relation.follows,
      other: blockOf[rule.first]!,
      least: lengthOf(rule.first),
      otherLength: 0,
    })
  } else if (rule.kind === 'ordered') {
    relations[blockOf[rule.first]!]!.push({
      kind: relation.before,
      other: blockOf[rule.second]!,
      least: lengthOf(rule.first),
      otherLength: 0,
    })
    relations[blockOf[rule.second]!]!.push({
      kind: relation.after,
      other: blockOf[rule.first]!,
      least: lengthOf(rule.first),
      otherLength: 0,
    })
  } else if (rule.kind === 'at_most_at_once') {
    const isCounted = new Uint8Array(times)
    for (const time of rule.times) isCounted[time] = 1
    crowds.push({
      blocks: [...new Set(rule.meetings.map((meeting) => blockOf[meeting]!))],
      isCounted,
      most: rule.most,
    })
  } else if (rule.kind === 'ends_day') for (const meeting of rule.meetings) endsDay[blockOf[meeting]!] = 1
}

function ledSectionsOf(
  problem: Problem,
  blockOf: Int32Array,
  resources: number[][],
  lengths: number[][],
  blockCount: number,
) {
  const leaderAt = new Int32Array(blockCount).fill(-1)
  const ledSectionOf = new Int32Array(blockCount).fill(-1)
  const bySection = new Map<number, number[]>()
  problem.meetings.forEach((meeting, index) => {
    if (meeting.leaders.length > 0)
      bySection.set(meeting.section, [...(bySection.get(meeting.section) ?? []), index])
  })
  const ledSections = [...bySection].map(([section, list], at): LedSection => {
    let periods = 0
    for (const index of list) {
      const block = blockOf[index]!
      // Filled in when the leader is chosen.
      leaderAt[block] = resources[block]!.push(-1) - 1
      lengths[block]!.push(problem.meetings[index]!.length)
      ledSectionOf[block] = at
      periods += problem.meetings[index]!.length
    }
    const common = problem.meetings[list[0]!]!.leaders.filter((leader) =>
      list.every((index) => problem.meetings[index]!.leaders.includes(leader)),
    )
    const lockedLeader =
      list
        .map((index) => problem.meetings[index]!.locked?.leader ?? null)
        .find((leader) => leader !== null) ?? null
    return { section, blocks: list.map((index) => blockOf[index]!), leaders: common, lockedLeader, periods }
  })
  return { leaderAt, ledSections, ledSectionOf }
}
