/**
 * Finds a place for everything (可行解搜索): a block that waits goes where it costs least who has to give way; who has to
 * give way often costs more, so that the search does not go round in a circle. Pure.
 */
import { leastLoaded } from './lead.js'
import type { Draws } from './random.js'
import { impossible, type Week } from './week.js'
import type { Wishes } from './wishes.js'

/** What it costs at first when a block has to give way; each time it does, one more. */
const usualCost = 3
/** Steps for which a block that had to give way does not come back to the same time. */
const banned = 2
/** Steps without getting on after which what was learnt counts for a tenth, and wishes for less: everything has a place first. */
const patience = 5000
const kept = 0.1
const shareKept = 0.3
/** Of what a wish costs, so much counts beside who has to give way. */
export const wishShare = 0.1
/** Times that a section finds no good place before somebody else leads it. */
const triesOfLeader = 25

/** From here on costs have been learnt in vain, and a difference of so small a share of them counts for nothing. */
const dear = 400
const nearly = 0.01

/**
 * Who gives way to one another in a circle becomes dearer together: a way out that costs a little more would never be
 * taken, however dear they all are.
 */
const toleranceAt = (cost: number): number => (cost > dear && cost < Infinity ? (cost - dear) * nearly : 0)

/** What blocks are put on and taken from: the week itself, or the score that keeps count of it. */
export interface Board {
  place(block: number, time: number): void
  remove(block: number): void
}

export class Search {
  private readonly tabuUntil: Int32Array
  private readonly waiting: number[]
  private readonly triesOf: Int32Array
  private isFirstRound = true
  private steps = 0
  private fewestWaiting = Infinity
  private fewestAtStep = 0

  constructor(
    readonly week: Week,
    private readonly wishes: Wishes,
    private readonly draws: Draws,
    private readonly board: Board = week,
    private share: number = wishShare,
  ) {
    const { blockCount, times } = week.model
    if (board === week) week.costs.fill(usualCost)
    this.tabuUntil = new Int32Array(blockCount * times)
    const difficulty = difficulties(week)
    // The last one is taken first.
    this.waiting = Array.from({ length: blockCount }, (_, block) => block)
      .filter((block) => week.startOf[block]! < 0 && !isHopeless(week, block))
      .sort((one, other) => difficulty[one]! - difficulty[other]! || other - one)
    this.triesOf = new Int32Array(week.model.ledSections.length)
  }

  /** Blocks that may still find a place. */
  get waitingCount(): number {
    return this.waiting.length
  }

  /** Takes a placed block out, to be placed anew. */
  release(block: number): void {
    this.board.remove(block)
    this.waiting.push(block)
  }

  forgetWaiting(): void {
    this.waiting.length = 0
  }

  /** One block more, perhaps at the cost of others. False: nothing waits. */
  step(): boolean {
    const block = this.next()
    if (block === undefined) return false
    this.steps += 1
    this.watch()
    const time = this.bestTime(block)
    if (time < 0) {
      // It fits nowhere now: the others first.
      this.week.costs[block]! += 1
      this.waiting.unshift(block)
      this.doubtLeader(block)
      return true
    }
    if (this.put(block, time) > 0) this.doubtLeader(block)
    return true
  }

  /** Takes out what breaks a rule now that nothing more will come: a gap that was to be filled stays one. */
  tidy(): void {
    const { week } = this
    for (let isClean = false; !isClean;) {
      isClean = true
      for (let resource = 0; resource < week.model.resourceCount; resource += 1) {
        const block = week.tidyOne(resource)
        if (block < 0) continue
        week.remove(block)
        isClean = false
      }
    }
  }

  // A section that finds no place without sending others away may have the wrong leader.
  private doubtLeader(block: number): void {
    const { week } = this
    const at = week.model.ledSectionOf[block]!
    // Only a first search changes leaders: a rebuild must be able to go back.
    if (at < 0 || this.board !== week) return
    const { lockedLeader, leaders, blocks } = week.model.ledSections[at]!
    if (lockedLeader !== null || leaders.length < 2) return
    this.triesOf[at]! += 1
    if (this.triesOf[at]! < triesOfLeader) return
    this.triesOf[at] = 0
    for (const other of blocks) {
      if (week.startOf[other]! < 0) continue
      this.board.remove(other)
      this.waiting.push(other)
    }
    week.setLeader(at, leastLoaded(week, at, this.draws, week.leaderOf(block)))
  }

  private next(): number | undefined {
    const last = this.waiting.length - 1
    if (this.isFirstRound) {
      if (this.steps > this.week.model.blockCount) this.isFirstRound = false
    } else if (last > 0) {
      const at = this.draws.below(last + 1)
      const block = this.waiting[at]!
      this.waiting[at] = this.waiting[last]!
      this.waiting[last] = block
    }
    return this.waiting.pop()
  }

  // Long without getting on: what was learnt counts for less, so that other ways open.
  private watch(): void {
    if (this.waiting.length < this.fewestWaiting) {
      this.fewestWaiting = this.waiting.length
      this.fewestAtStep = this.steps
    } else if (this.steps - this.fewestAtStep > patience) {
      if (this.board === this.week) this.share *= shareKept
      this.fewestAtStep = this.steps
      this.fewestWaiting = Infinity
      const { costs } = this.week
      for (let block = 0; block < costs.length; block += 1)
        costs[block] = usualCost + (costs[block]! - usualCost) * kept
    }
  }

  /** How many had to give way. */
  private put(block: number, time: number): number {
    const { week } = this
    const { times } = week.model
    week.ask(block, time, Infinity)
    const gone = Array.from(week.conflicts.subarray(0, week.conflictCount))
    for (const other of gone) {
      week.costs[other]! += 1
      this.tabuUntil[other * times + week.startOf[other]!] = this.steps + banned + this.draws.below(banned)
      this.board.remove(other)
    }
    this.board.place(block, time)
    if (!week.rooms.areSettled(block)) {
      // Its members would have taken each other's rooms.
      this.board.remove(block)
      week.costs[block]! += 1
      this.tabuUntil[block * times + time] = this.steps + 50
      this.waiting.unshift(block)
    }
    this.waiting.push(...gone)
    return gone.length
  }

  private bestTime(block: number): number {
    const { week } = this
    const { starts, times } = week.model
    const list = starts[block]!
    let best = -1
    let least = Infinity
    let ties = 0
    const isTabu = (time: number) => this.tabuUntil[block * times + time]! > this.steps
    for (let at = 0; at < list.length; at += 1) {
      const time = list[at]!
      const most = least + toleranceAt(least)
      const count = week.ask(block, time, most)
      if (count === impossible) continue
      const cost =
        week.cost +
        (count > 0 && isTabu(time) ? 1000 : 0) +
        (this.wishes.isEmpty ? 0 : this.share * this.wishes.costAt(week, block, time))
      if (cost + toleranceAt(cost) < least) {
        best = time
        least = cost
        ties = 1
      } else if (cost <= most) {
        ties += 1
        if (this.draws.below(ties) === 0) best = time
        if (cost < least) least = cost
      }
    }
    return best
  }
}

// No time at all, or nobody to lead it: whatever the others do, it has no place.
function isHopeless(week: Week, block: number): boolean {
  return (
    week.model.starts[block]!.length === 0 || (week.model.leaderAt[block]! >= 0 && week.leaderOf(block) < 0)
  )
}

// Many people, few times, long: placed first.
function difficulties(week: Week): Float64Array {
  const { blockCount, resources, starts, blocksOf, blockLength, isLocked } = week.model
  const found = new Float64Array(blockCount)
  for (let block = 0; block < blockCount; block += 1) {
    const others = new Set<number>()
    for (const resource of resources[block]!)
      if (resource >= 0) for (const other of blocksOf[resource]!) others.add(other)
    let busy = 0
    for (const other of others) busy += blockLength[other]!
    found[block] = isLocked[block] ? 1e9 : (busy * blockLength[block]!) / Math.max(1, starts[block]!.length)
  }
  return found
}
