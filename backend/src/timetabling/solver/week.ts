/**
 * A week while it is being arranged (排课过程中的一周): where each block stands, who and what is taken by it, and which
 * other blocks would have to give way if a block stood at a time. Everything that is placed keeps every hard rule, as far
 * as what is still to come can mend it: a gap is allowed as long as enough is left to fill it. Pure.
 */
import { Crowds } from './crowds.js'
import { free, type Model, relation, shut } from './model.js'
import type { Draws } from './random.js'
import { Rooms } from './rooms.js'
import { Shapes } from './shapes.js'

/** In answer to "who must give way": nobody can. */
export const impossible = -1

export class Week {
  readonly startOf: Int32Array
  /** Who is at which resource at which time: resource × times + time → block. */
  readonly taken: Int16Array
  /** Busy periods of a resource, a mask for each day. */
  readonly busy: Int32Array
  /** Periods of a resource that are still to be placed. */
  readonly left: Int32Array
  readonly resources: Int32Array[]
  readonly rooms: Rooms
  private readonly crowds: Crowds
  placedCount = 0
  /** Blocks that would have to give way, of the last question. */
  readonly conflicts: Int32Array
  conflictCount = 0
  cost = 0
  /** What it costs when a block has to give way; the search raises it. */
  readonly costs: Float64Array
  private readonly stamps: Int32Array
  private stamp = 0
  private readonly shapes: Shapes

  constructor(
    readonly model: Model,
    draws: Draws,
  ) {
    const { blockCount, resourceCount, times, days, problem } = model
    this.startOf = new Int32Array(blockCount).fill(free)
    this.taken = new Int16Array(resourceCount * times).fill(free)
    this.busy = new Int32Array(resourceCount * days)
    this.left = new Int32Array(resourceCount)
    this.resources = model.resources.map((list) => Int32Array.from(list))
    this.conflicts = new Int32Array(blockCount)
    this.costs = new Float64Array(blockCount).fill(1)
    this.stamps = new Int32Array(blockCount)
    this.shapes = new Shapes(model, this)
    this.rooms = new Rooms(model, this)
    this.crowds = new Crowds(model, this, draws)
    problem.people.forEach((_, resource) => {
      for (let time = 0; time < times; time += 1)
        if (!((model.open[resource * days + ((time / model.periods) | 0)]! >>> (time % model.periods)) & 1))
          this.taken[resource * times + time] = shut
    })
    for (let block = 0; block < blockCount; block += 1)
      this.eachResource(block, (resource, length) => {
        this.left[resource]! += length
      })
  }

  private eachResource(block: number, visit: (resource: number, length: number) => void): void {
    const list = this.resources[block]!
    const lengths = this.model.lengths[block]!
    for (let at = 0; at < list.length; at += 1) if (list[at]! >= 0) visit(list[at]!, lengths[at]!)
  }

  /** Chooses who leads the section; none of its blocks may stand in the week. */
  setLeader(ledSection: number, leader: number): void {
    for (const block of this.model.ledSections[ledSection]!.blocks) {
      const at = this.model.leaderAt[block]!
      const former = this.resources[block]![at]!
      const length = this.model.lengths[block]![at]!
      if (former >= 0) this.left[former]! -= length
      this.resources[block]![at] = leader
      this.left[leader]! += length
    }
  }

  leaderOf(block: number): number {
    const at = this.model.leaderAt[block]!
    return at < 0 ? -1 : this.resources[block]![at]!
  }

  /** With `roomOf`, into these rooms, which must be free. */
  place(block: number, time: number, roomOf: Int32Array | null = null): void {
    const { times, days, periods } = this.model
    const day = (time / periods) | 0
    const list = this.resources[block]!
    const lengths = this.model.lengths[block]!
    this.startOf[block] = time
    this.placedCount += 1
    for (let at = 0; at < list.length; at += 1) {
      const resource = list[at]!
      const length = lengths[at]!
      const base = resource * times + time
      for (let offset = 0; offset < length; offset += 1) this.taken[base + offset] = block
      this.busy[resource * days + day]! |= ((1 << length) - 1) << (time % periods)
      this.left[resource]! -= length
    }
    if (this.model.crowds.length > 0) this.crowds.place(block, time)
    if (roomOf) this.rooms.placeIn(block, time, roomOf)
    else this.rooms.place(block, time)
  }

  remove(block: number): void {
    const { times, days, periods } = this.model
    const time = this.startOf[block]!
    const day = (time / periods) | 0
    const list = this.resources[block]!
    const lengths = this.model.lengths[block]!
    this.rooms.remove(block, time)
    if (this.model.crowds.length > 0) this.crowds.remove(block, time)
    for (let at = 0; at < list.length; at += 1) {
      const resource = list[at]!
      const length = lengths[at]!
      const base = resource * times + time
      for (let offset = 0; offset < length; offset += 1) this.taken[base + offset] = free
      this.busy[resource * days + day]! &= ~(((1 << length) - 1) << (time % periods))
      this.left[resource]! += length
    }
    this.startOf[block] = free
    this.placedCount -= 1
  }

  isConflicting(block: number): boolean {
    return this.stamps[block] === this.stamp
  }

  private mustGo(block: number): boolean {
    if (this.stamps[block] === this.stamp) return true
    if (this.model.isLocked[block]) return false
    this.stamps[block] = this.stamp
    this.conflicts[this.conflictCount] = block
    this.conflictCount += 1
    this.cost += this.costs[block]!
    return true
  }

  /**
   * How many blocks would have to give way if this one, which stands nowhere, stood at the time; they are in
   * `conflicts`, and `cost` is what they cost together. `impossible`: it cannot stand there whoever gives way, or the
   * cost is above `most`.
   */
  ask(block: number, time: number, most: number): number {
    this.forgetConflicts()
    if (!this.askResources(block, time) || this.cost > most) return impossible
    if (this.model.relations[block]!.length > 0 && !this.askRelations(block, time)) return impossible
    if (this.model.crowdsOf[block]!.length > 0 && !this.crowds.ask(block, time)) return impossible
    if (this.model.hasAnyEnds && !this.askEnds(block, time)) return impossible
    if (this.model.hasBuildings && !this.askBuildings(block, time)) return impossible
    if (this.cost > most) return impossible
    if (this.model.roomedMembers[block]!.length > 0 && (!this.rooms.ask(block, time) || this.cost > most))
      return impossible
    if (!this.shapes.ask(block, time, most) || this.cost > most) return impossible
    return this.conflictCount
  }

  /** A new question: nobody has to give way yet. */
  forgetConflicts(): void {
    this.stamp += 1
    this.conflictCount = 0
    this.cost = 0
  }

  /** The block whose going mends most of a resource that is wrong as it stands, with nothing more to come; −1: none does. */
  tidyOne(resource: number): number {
    return this.shapes.tidyOne(resource)
  }

  /** For rooms, crowds and shapes: this block has to give way too. False: it is locked. */
  giveWay(block: number): boolean {
    return this.mustGo(block)
  }

  private askResources(block: number, time: number): boolean {
    const { times, days, periods } = this.model
    const day = (time / periods) | 0
    const list = this.resources[block]!
    const lengths = this.model.lengths[block]!
    for (let at = 0; at < list.length; at += 1) {
      const resource = list[at]!
      const length = lengths[at]!
      const base = resource * times + time
      const isLeader = at === this.model.leaderAt[block]
      if (!isLeader && (this.busy[resource * days + day]! & (((1 << length) - 1) << (time % periods))) === 0)
        continue
      for (let offset = 0; offset < length; offset += 1) {
        const other = this.taken[base + offset]!
        if (other === shut || (other >= 0 && !this.mustGo(other))) return false
      }
    }
    return true
  }

  private askRelations(block: number, time: number): boolean {
    for (const { kind, other, least, otherLength } of this.model.relations[block]!) {
      const start = this.startOf[other]!
      if (start < 0 || this.holds(kind, time, start, least, otherLength)) continue
      if (!this.mustGo(other)) return false
    }
    return true
  }

  private holds(kind: number, time: number, start: number, least: number, otherLength: number): boolean {
    const { periods } = this.model
    const day = (time / periods) | 0
    const otherDay = (start / periods) | 0
    switch (kind) {
      case relation.apart:
        return Math.abs(day - otherDay) >= least
      case relation.touchIfSameDay:
        return day !== otherDay || time + least === start || start + otherLength === time
      case relation.sameDay:
        return day === otherDay
      case relation.samePeriod:
        return time % periods === start % periods
      case relation.sameStart:
        return time === start
      case relation.precedes:
        return day === otherDay && this.nextOpen(time + least) === start
      case relation.follows:
        return day === otherDay && this.nextOpen(start + least) === time
      case relation.before:
        return time + least <= start
      default:
        return start + least <= time
    }
  }

  private nextOpen(time: number): number {
    const { closed } = this.model.problem
    let at = time
    while (closed.includes(at) && at % this.model.periods !== 0) at += 1
    return at
  }

  private askEnds(block: number, time: number): boolean {
    const { times, periods, hasEnds, endsDay } = this.model
    const list = this.resources[block]!
    const lengths = this.model.lengths[block]!
    for (let at = 0; at < list.length; at += 1) {
      const resource = list[at]!
      if (!hasEnds[resource]) continue
      const dayStart = time - (time % periods)
      const base = resource * times
      if (endsDay[block]) {
        for (let later = time + lengths[at]!; later < dayStart + periods; later += 1) {
          const other = this.taken[base + later]!
          if (other >= 0 && !this.mustGo(other)) return false
        }
      }
      for (let earlier = dayStart; earlier < time; earlier += 1) {
        const other = this.taken[base + earlier]!
        if (other >= 0 && endsDay[other] && !this.mustGo(other)) return false
      }
    }
    return true
  }

  // Whoever needs time between buildings has nothing in another one too soon before or after.
  private askBuildings(block: number, time: number): boolean {
    const { times, periods, buildingGap, buildingOf } = this.model
    const building = buildingOf[block]!
    if (building < 0) return true
    const list = this.resources[block]!
    const lengths = this.model.lengths[block]!
    const dayStart = time - (time % periods)
    for (let at = 0; at < list.length; at += 1) {
      const gap = buildingGap[list[at]!]!
      if (gap === 0) continue
      const last = Math.min(dayStart + periods, time + lengths[at]! + gap)
      for (let near = Math.max(dayStart, time - gap); near < last; near += 1) {
        const other = this.taken[list[at]! * times + near]!
        if (other >= 0 && buildingOf[other]! >= 0 && buildingOf[other] !== building && !this.mustGo(other))
          return false
      }
    }
    return true
  }
}
