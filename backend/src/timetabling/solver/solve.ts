/**
 * Arranges the week (自动排课): first everything gets a place in which all hard rules hold, then the time that is left
 * makes it better. The same problem, seed and number of steps give the same answer. Pure.
 */
import { chooseLeaders } from './lead.js'
import { modelOf } from './model-of.js'
import { Improvement } from './improve.js'
import type { Problem, Solution } from './problem.js'
import { Draws } from './random.js'
import { Score } from './score.js'
import { Search } from './search.js'
import { Week } from './week.js'
import { Wishes } from './wishes.js'

export interface Progress {
  readonly placed: number
  readonly total: number
  /** null: as long as something has no place. */
  readonly softCost: number | null
  readonly steps: number
}

export interface SolveOptions {
  readonly seed: number
  /** Stops after so long at the latest. Without `seconds` and `steps`: ten seconds. */
  readonly seconds?: number
  /** Stops after so many steps, which makes the answer repeatable. */
  readonly steps?: number
  /** False: the first week in which everything has a place will do. */
  readonly improves?: boolean
  readonly onProgress?: (progress: Progress) => void
  readonly isCancelled?: () => boolean
}

export interface Solved {
  /** The best that was found; where not everything could be placed, what is placed keeps the rules. */
  readonly solution: Solution
  readonly steps: number
  readonly milliseconds: number
  /** Steps until everything had a place; null: it never had. */
  readonly placedAfterSteps: number | null
  /** Milliseconds until then. */
  readonly placedAfterMilliseconds: number | null
}

const usualSeconds = 10
const progressEveryMilliseconds = 200
/** Steps between two looks at the clock. */
const stepsAtOnce = 32

export function solve(problem: Problem, options: SolveOptions): Solved {
  const begun = performance.now()
  const limit = new Limit(begun, options)
  const draws = new Draws(options.seed)
  const week = new Week(modelOf(problem), draws)
  begin(week, draws)
  const wishes = new Wishes(week.model)
  const search = new Search(week, wishes, draws)
  let best = new Snapshot(week)
  let fewest = search.waitingCount
  const total = problem.meetings.length
  const placedIn = () =>
    week.model.members.reduce((sum, list, block) => sum + (week.startOf[block]! >= 0 ? list.length : 0), 0)
  while (search.waitingCount > 0 && limit.goesOn(() => ({ placed: placedIn(), total, softCost: null }))) {
    search.step()
    if (search.waitingCount < fewest) {
      fewest = search.waitingCount
      best.take()
    }
  }
  const placedAfterSteps = week.placedCount === week.model.blockCount ? limit.steps : null
  const placedAt = performance.now()
  if (search.waitingCount > 0) best.restore()
  if (placedAfterSteps === null) search.tidy()
  const score = new Score(week, wishes)
  if (options.improves !== false && !score.isEmpty && search.waitingCount === 0) {
    const improvement = new Improvement(week, score, wishes, draws)
    best = new Snapshot(week)
    let least = score.total
    while (least > 0 && limit.goesOn(() => ({ placed: total, total, softCost: least }))) {
      if (!improvement.step() || score.total >= least) continue
      least = score.total
      best.take()
    }
    best.restore()
  }
  return {
    solution: solutionOf(week),
    steps: limit.steps,
    milliseconds: Math.round(performance.now() - begun),
    placedAfterSteps,
    placedAfterMilliseconds: placedAfterSteps === null ? null : Math.round(placedAt - begun),
  }
}

/** What is locked stands first, then what may stand where it stood before. */
function begin(week: Week, draws: Draws): void {
  const { members, isAllowed, times, problem, ledSections } = week.model
  const former = (block: number) =>
    problem.meetings[members[block]![0]!]!.locked ?? problem.meetings[members[block]![0]!]!.former
  chooseLeaders(week, draws, (at) => {
    const { blocks, leaders } = ledSections[at]!
    const leader = blocks.map((block) => former(block)?.leader ?? null).find((each) => each !== null) ?? null
    return leader !== null && leaders.includes(leader) ? leader : null
  })
  members.forEach((list, block) => {
    const place = former(block)
    if (!place || (week.model.leaderAt[block]! >= 0 && week.leaderOf(block) < 0)) return
    if (!isAllowed[block * times + place.time] || week.ask(block, place.time, 0) !== 0) return
    week.place(block, place.time)
    if (!week.rooms.areSettled(block)) {
      week.remove(block)
      return
    }
    for (const member of list) {
      const room = problem.meetings[member]!.former?.room ?? null
      if (
        room !== null &&
        problem.meetings[member]!.rooms.includes(room) &&
        week.rooms.isFree(room, member, place.time)
      )
        week.rooms.change(member, room)
    }
  })
}

class Limit {
  steps = 0
  private shownAt = 0

  constructor(
    private readonly begun: number,
    private readonly options: SolveOptions,
  ) {}

  /** Counts a step; false: no more. */
  goesOn(shape: () => Omit<Progress, 'steps'>): boolean {
    const { steps, onProgress, isCancelled } = this.options
    if (steps !== undefined && this.steps >= steps) return false
    this.steps += 1
    if (this.steps % stepsAtOnce !== 0) return true
    const passed = performance.now() - this.begun
    if (isCancelled?.()) return false
    if (onProgress && passed - this.shownAt >= progressEveryMilliseconds) {
      this.shownAt = passed
      onProgress({ ...shape(), steps: this.steps })
    }
    const seconds = this.options.seconds ?? (steps === undefined ? usualSeconds : Infinity)
    return passed < seconds * 1000
  }
}

/** The week as it stood, to be put back. */
class Snapshot {
  private readonly startOf: Int32Array
  private readonly roomOf: Int32Array
  private readonly leaders: Int32Array

  constructor(private readonly week: Week) {
    this.startOf = Int32Array.from(week.startOf)
    this.roomOf = Int32Array.from(week.rooms.roomOf)
    this.leaders = new Int32Array(week.model.ledSections.length)
    this.take()
  }

  take(): void {
    this.startOf.set(this.week.startOf)
    this.roomOf.set(this.week.rooms.roomOf)
    this.week.model.ledSections.forEach(({ blocks }, at) => {
      this.leaders[at] = this.week.leaderOf(blocks[0]!)
    })
  }

  restore(): void {
    const { week } = this
    for (let block = 0; block < this.startOf.length; block += 1)
      if (week.startOf[block]! >= 0) week.remove(block)
    this.leaders.forEach((leader, at) => {
      if (leader >= 0) week.setLeader(at, leader)
    })
    this.startOf.forEach((time, block) => {
      if (time >= 0) week.place(block, time, this.roomOf)
    })
  }
}

function solutionOf(week: Week): Solution {
  const { blockOf, problem } = week.model
  return {
    places: problem.meetings.map(({ leaders }, meeting) => {
      const block = blockOf[meeting]!
      const time = week.startOf[block]!
      if (time < 0) return null
      const room = week.rooms.roomOf[meeting]!
      return { time, room: room < 0 ? null : room, leader: leaders.length > 0 ? week.leaderOf(block) : null }
    }),
  }
}
