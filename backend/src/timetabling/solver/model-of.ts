/** From the problem to its quick form (建立求解模型). Pure. */
import { BlockRelations } from './block-relations.js'
import { blocksOf, contradicts } from './blocks.js'
import { ledSectionsOf } from './led-sections.js'
import type { Crowd, Model } from './model.js'
import { isHard, type MeetingsRule, type Problem } from './problem.js'
import { Resources } from './resources.js'

/** Throws RangeError where a day has more periods than a mask has bits. */
export function modelOf(problem: Problem): Model {
  const { days, periods, meetings } = problem
  if (periods > 30) throw new RangeError('a day of more than 30 periods')
  const times = days * periods
  const { members, blockOf } = blocksOf(problem)
  const blockCount = members.length
  const resources = new Resources(problem, members, blockOf)
  const between = new BlockRelations(problem, blockOf, blockCount, (list) => resources.add(list, null))
  for (const rule of problem.rules) {
    if ('who' in rule) resources.addRule(rule)
    else if (isHard(rule)) between.add(rule as MeetingsRule)
  }
  const { ofBlock, lengths, openTimes, shapes } = resources
  const led = ledSectionsOf(problem, blockOf, ofBlock, lengths, blockCount)
  const resourceCount = shapes.length
  const buildingGap = buildingGapsOf(problem, resourceCount)
  const hasEnds = childrenWhoGoHome(problem, ofBlock, between.endsDay, resourceCount)
  return {
    problem,
    days,
    periods,
    times,
    blockCount,
    members,
    blockOf,
    resources: ofBlock.map((list) => Int32Array.from(list)),
    lengths: lengths.map((list) => Int32Array.from(list)),
    blockLength: Int32Array.from(
      members.map((list) => Math.max(...list.map((member) => meetings[member]!.length))),
    ),
    ...startsOf(problem, members, openTimes),
    isLocked: Uint8Array.from(
      members.map((list) => (list.some((member) => meetings[member]!.locked) ? 1 : 0)),
    ),
    resourceCount,
    shapes,
    open: masksOf(problem, openTimes),
    blocksOf: blocksOfResources(ofBlock, led.leaderAt, resourceCount),
    relations: between.relations,
    crowds: between.crowds,
    crowdsOf: crowdsOf(between.crowds, blockCount),
    endsDay: between.endsDay,
    hasEnds,
    hasAnyEnds: hasEnds.includes(1),
    ...led,
    hasBuildings: buildingGap.some((gap) => gap > 0),
    buildingGap,
    buildingOf: Int32Array.from(members.map((list) => buildingOf(problem, list))),
    wishedShapes: resources.wished,
    roomedMembers: members.map((list) => list.filter((member) => meetings[member]!.rooms.length > 0)),
  }
}

/** Where each block may start as far as it alone is concerned. */
function startsOf(
  problem: Problem,
  members: readonly (readonly number[])[],
  openTimes: readonly Uint8Array[],
): Pick<Model, 'isAllowed' | 'starts'> {
  const times = problem.days * problem.periods
  const isAllowed = new Uint8Array(members.length * times)
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
  return { isAllowed, starts }
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

/** Of people who need time between buildings: so many periods. */
function buildingGapsOf(problem: Problem, resourceCount: number): Int32Array {
  const gaps = new Int32Array(resourceCount)
  for (const rule of problem.rules)
    if (rule.kind === 'building_gaps' && isHard(rule))
      for (const who of rule.who) gaps[who] = Math.max(gaps[who]!, rule.least)
  return gaps
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

/** The blocks that need a resource; a leader who is still to be chosen is none. */
function blocksOfResources(
  ofBlock: readonly (readonly number[])[],
  leaderAt: Int32Array,
  resourceCount: number,
): number[][] {
  const found: number[][] = Array.from({ length: resourceCount }, () => [])
  ofBlock.forEach((list, block) =>
    list.forEach((resource, at) => {
      if (at !== leaderAt[block]) found[resource]!.push(block)
    }),
  )
  return found
}

/** Periods open to each resource, a mask for each day. */
function masksOf({ days, periods }: Problem, openTimes: readonly Uint8Array[]): Int32Array {
  const open = new Int32Array(openTimes.length * days)
  openTimes.forEach((isOpen, resource) => {
    for (let time = 0; time < days * periods; time += 1)
      if (isOpen[time]) open[resource * days + Math.floor(time / periods)]! |= 1 << (time % periods)
  })
  return open
}

/** Children for whom something is the last of the day. */
function childrenWhoGoHome(
  problem: Problem,
  ofBlock: readonly (readonly number[])[],
  endsDay: Uint8Array,
  resourceCount: number,
): Uint8Array {
  const hasEnds = new Uint8Array(resourceCount)
  endsDay.forEach((flag, block) => {
    if (!flag) return
    for (const resource of ofBlock[block]!)
      if (problem.people[resource]?.kind === 'students') hasEnds[resource] = 1
  })
  return hasEnds
}

function crowdsOf(crowds: readonly Crowd[], blockCount: number): number[][] {
  const found: number[][] = Array.from({ length: blockCount }, () => [])
  crowds.forEach(({ blocks }, crowd) => blocks.forEach((block) => found[block]!.push(crowd)))
  return found
}
