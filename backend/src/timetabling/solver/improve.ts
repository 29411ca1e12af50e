/**
 * Makes a complete week better (排课优化) without ever breaking what must hold: a meeting moves, changes places with one
 * or two others, takes another room or another leader; a step is kept if it is better than now or than some time ago. Pure.
 */
import { impossible, type Week } from './week.js'
import type { Draws } from './random.js'
import type { Score } from './score.js'
import { Search } from './search.js'
import type { Wishes } from './wishes.js'

/** A rebuild costs as much as many small steps. */
const stepsBetweenRebuilds = 1000
const stepsOfRebuild = 500
/** In a rebuild a broken wish weighs about as much as one that has to give way. */
const shareOfRebuild = 1
const triesOfBlock = 3
const triesOfTime = 3
/** How long ago a step is compared with. */
const memory = 400

export class Improvement {
  private readonly history: Float64Array
  private readonly movable: number[]
  private readonly roomed: number[]
  private readonly led: number[]
  private readonly search: Search
  private readonly stood: Int32Array
  private readonly roomsStood: Int32Array
  private steps = 0

  constructor(
    private readonly week: Week,
    private readonly score: Score,
    private readonly wishes: Wishes,
    private readonly draws: Draws,
  ) {
    const { model } = week
    this.history = new Float64Array(memory).fill(score.total)
    this.search = new Search(week, wishes, draws, score, shareOfRebuild)
    this.search.forgetWaiting()
    this.stood = Int32Array.from(week.startOf)
    this.roomsStood = Int32Array.from(week.rooms.roomOf)
    this.movable = Array.from({ length: model.blockCount }, (_, block) => block).filter(
      (block) => !model.isLocked[block] && week.startOf[block]! >= 0 && model.starts[block]!.length > 1,
    )
    this.roomed = model.problem.meetings.flatMap(({ rooms, locked }, member) =>
      rooms.length > 1 &&
      (locked === null || locked.room === null) &&
      week.startOf[model.blockOf[member]!]! >= 0
        ? [member]
        : [],
    )
    this.led = model.ledSections.flatMap(({ leaders, lockedLeader, blocks }, at) =>
      leaders.length > 1 && lockedLeader === null && blocks.every((block) => week.startOf[block]! >= 0)
        ? [at]
        : [],
    )
  }

  /** One try. True: the week has changed. */
  step(): boolean {
    this.steps += 1
    if (!this.wishes.isEmpty && this.steps % stepsBetweenRebuilds === 0) return this.tryRebuild()
    const kind = this.draws.below(10)
    if (kind === 0 && this.roomed.length > 0) return this.tryRoom()
    if (kind === 1 && this.led.length > 0) return this.tryLeader()
    if (this.movable.length > 0) return this.tryMove()
    if (this.roomed.length > 0) return this.tryRoom()
    return this.led.length > 0 && this.tryLeader()
  }

  private isKept(before: number): boolean {
    const at = this.steps % memory
    const now = this.score.settle()
    const isKept = now <= before || now <= this.history[at]!
    this.history[at] = isKept ? now : before
    return isKept
  }

  private tryMove(): boolean {
    const { week, score } = this
    const block = this.costliest()
    const from = week.startOf[block]!
    const time = this.cheapestOf(block)
    if (time === from) return false
    const before = this.remember()
    score.remove(block)
    const count = week.ask(block, time, Infinity)
    if (count === impossible || count > 2) return this.goBack([block])
    const gone = Array.from(week.conflicts.subarray(0, count))
    for (const other of gone) score.remove(other)
    score.place(block, time)
    let isWhole = week.rooms.areSettled(block)
    for (const other of gone) {
      const to = isWhole ? this.newTime(other, from) : -1
      isWhole = to >= 0
      if (!isWhole) break
      score.place(other, to)
      isWhole = week.rooms.areSettled(other)
    }
    return (isWhole && this.isKept(before)) || this.goBack([block, ...gone])
  }

  /** The cost now; where everything stands is kept, for going back. */
  private remember(): number {
    const cost = this.score.settle()
    this.stood.set(this.week.startOf)
    this.roomsStood.set(this.week.rooms.roomOf)
    this.week.rooms.touched.length = 0
    return cost
  }

  /** Exactly as it was: the moved blocks at their times, and everybody in the rooms they had. */
  private goBack(moved: readonly number[]): false {
    const { week, score } = this
    for (const block of moved) if (week.startOf[block]! >= 0) score.remove(block)
    week.rooms.restore(this.roomsStood)
    for (const block of moved) score.place(block, this.stood[block]!, this.roomsStood)
    score.settle()
    return false
  }

  // One block that stands badly is sent looking for a better time, as in the first search; who gives way looks on.
  private tryRebuild(): boolean {
    const { week, search } = this
    const shift = this.draws.below(this.movable.length)
    const at = this.movable.findIndex((_, index) => {
      const block = this.movable[(index + shift) % this.movable.length]!
      return this.wishes.costAt(week, block, week.startOf[block]!) > 0
    })
    if (at < 0) return false
    const before = this.remember()
    search.release(this.movable[(at + shift) % this.movable.length]!)
    for (let step = 0; step < stepsOfRebuild && search.waitingCount > 0; step += 1) search.step()
    if (search.waitingCount === 0 && this.isKept(before)) return true
    search.forgetWaiting()
    return this.goBack(
      Array.from(this.stood.keys()).filter(
        (block) => this.stood[block]! >= 0 && week.startOf[block] !== this.stood[block],
      ),
    )
  }

  // Of a few blocks drawn, the one whose time costs most: there is most to gain.
  private costliest(): number {
    let found = this.movable[this.draws.below(this.movable.length)]!
    if (this.wishes.isEmpty) return found
    let most = this.wishes.costAt(this.week, found, this.week.startOf[found]!)
    for (let draw = 0; draw < triesOfBlock; draw += 1) {
      const block = this.movable[this.draws.below(this.movable.length)]!
      const cost = this.wishes.costAt(this.week, block, this.week.startOf[block]!)
      if (cost > most) {
        most = cost
        found = block
      }
    }
    return found
  }

  private cheapestOf(block: number): number {
    const list = this.week.model.starts[block]!
    let found = list[this.draws.below(list.length)]!
    if (this.wishes.isEmpty) return found
    let least = this.wishes.costAt(this.week, block, found)
    for (let draw = 0; draw < triesOfTime; draw += 1) {
      const time = list[this.draws.below(list.length)]!
      const cost = this.wishes.costAt(this.week, block, time)
      if (cost < least) {
        least = cost
        found = time
      }
    }
    return found
  }

  // First where the one stood that takes its place, else anywhere free but where it stood itself.
  private newTime(block: number, first: number): number {
    const { week, draws } = this
    const { isAllowed, starts, times } = week.model
    if (isAllowed[block * times + first] && week.ask(block, first, 0) === 0) return first
    const list = starts[block]!
    const shift = draws.below(list.length)
    for (let at = 0; at < list.length; at += 1) {
      const time = list[(at + shift) % list.length]!
      if (time !== this.stood[block] && week.ask(block, time, 0) === 0) return time
    }
    return -1
  }

  private tryRoom(): boolean {
    const { week, draws } = this
    const member = this.roomed[draws.below(this.roomed.length)]!
    const { rooms } = week.model.problem.meetings[member]!
    const room = rooms[draws.below(rooms.length)]!
    const from = week.rooms.roomOf[member]!
    const block = week.model.blockOf[member]!
    const time = week.startOf[block]!
    if (
      room === from ||
      !week.rooms.isFree(room, member, time) ||
      (week.model.hasBuildings && week.model.buildingOf[block]! < 0)
    )
      return false
    const before = this.remember()
    week.rooms.change(member, room)
    return this.isKept(before) || this.goBack([])
  }

  private tryLeader(): boolean {
    const { week, score, draws } = this
    const at = this.led[draws.below(this.led.length)]!
    const { leaders, blocks } = week.model.ledSections[at]!
    const leader = leaders[draws.below(leaders.length)]!
    const former = week.leaderOf(blocks[0]!)
    if (leader === former) return false
    const before = this.remember()
    for (const block of blocks) score.remove(block)
    week.setLeader(at, leader)
    const isWhole = blocks.every((block) => {
      if (week.ask(block, this.stood[block]!, 0) !== 0) return false
      score.place(block, this.stood[block]!, this.roomsStood)
      return true
    })
    if (isWhole && this.isKept(before)) return true
    for (const block of blocks) if (week.startOf[block]! >= 0) score.remove(block)
    week.setLeader(at, former)
    return this.goBack(blocks)
  }
}
