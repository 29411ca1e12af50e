/**
 * What the week of one person may look like (个人课表的形状): days, periods a day and in a row, gaps, early starts. Of a
 * week that would have a wrong shape, the block whose going mends most has to go. Pure.
 */
import { free, type Model, type Shape, unlimited } from './model.js'
import { countOf, gapsOf, lateBy, longestRow } from './week-shape.js'
import type { Week } from './week.js'

export class Shapes {
  /** Busy periods of each day of the resource that is looked at, as they would be. */
  private readonly trial: Int32Array

  constructor(
    private readonly model: Model,
    private readonly week: Week,
  ) {
    this.trial = new Int32Array(model.days)
  }

  /** Notes who has to give way so that no resource of the block has a wrong week. False: impossible, or dearer than `most`. */
  ask(block: number, time: number, most: number): boolean {
    const { shapes, days, periods } = this.model
    const list = this.week.resources[block]!
    const lengths = this.model.lengths[block]!
    for (let at = 0; at < list.length; at += 1) {
      const resource = list[at]!
      const shape = shapes[resource]
      if (!shape) continue
      for (let day = 0; day < days; day += 1) this.trial[day] = this.week.busy[resource * days + day]!
      let left = this.week.left[resource]! - lengths[at]!
      for (let index = 0; index < this.week.conflictCount; index += 1)
        left += this.takeOff(resource, this.week.conflicts[index]!)
      this.trial[(time / periods) | 0]! |= ((1 << lengths[at]!) - 1) << (time % periods)
      let wrong = this.excess(shape, resource, left)
      while (wrong > 0) {
        const { other, better } = this.bestToGo(shape, resource, left, wrong, block)
        if (other < 0 || !this.week.giveWay(other)) return false
        left += this.takeOff(resource, other)
        wrong = better
        if (this.week.cost > most) return false
      }
    }
    return true
  }

  private bestToGo(
    shape: Shape,
    resource: number,
    left: number,
    wrong: number,
    block: number,
  ): { other: number; better: number } {
    const { periods, isLocked } = this.model
    let best = -1
    let better = wrong
    for (const other of this.placedOn(resource)) {
      if (other === block || isLocked[other] || this.week.isConflicting(other)) continue
      const day = (this.week.startOf[other]! / periods) | 0
      const before = this.trial[day]!
      const periodsOff = this.takeOff(resource, other)
      const now = this.excess(shape, resource, left + periodsOff)
      this.trial[day] = before
      if (
        now < better ||
        (now === better && now < wrong && best >= 0 && this.week.costs[other]! < this.week.costs[best]!)
      ) {
        better = now
        best = other
      }
    }
    return { other: best, better }
  }

  private *placedOn(resource: number): Generator<number> {
    const { times } = this.model
    let last = free
    for (let time = 0; time < times; time += 1) {
      const block = this.week.taken[resource * times + time]!
      if (block >= 0 && block !== last) yield block
      last = block
    }
  }

  /** Periods that the trial week gains back without the block. */
  private takeOff(resource: number, block: number): number {
    const start = this.week.startOf[block]!
    if (start < 0) return 0
    const list = this.week.resources[block]!
    for (let at = 0; at < list.length; at += 1) {
      if (list[at] !== resource) continue
      const length = this.model.lengths[block]![at]!
      this.trial[(start / this.model.periods) | 0]! &= ~(((1 << length) - 1) << (start % this.model.periods))
      return length
    }
    return 0
  }

  /** By how many periods the trial week of the resource breaks its shape, beyond what is left to place could mend. */
  private excess(shape: Shape, resource: number, left: number): number {
    const { days, open } = this.model
    let wrong = 0
    let used = 0
    let gaps = 0
    let gapsOverDay = 0
    let late = 0
    let lateDays = 0
    let tooFew = 0
    let each = 0
    for (let day = 0; day < days; day += 1) {
      const busy = this.trial[day]!
      if (busy === 0) {
        if (shape.minEveryDay && open[resource * days + day] !== 0) {
          tooFew += shape.minADay
          each += shape.minADay
        }
        continue
      }
      used += 1
      const count = countOf(busy)
      if (count > shape.maxADay) wrong += count - shape.maxADay
      if (shape.maxInARow < unlimited) {
        const row = longestRow(busy)
        if (row > shape.maxInARow) wrong += row - shape.maxInARow
      }
      let holes = 0
      if (shape.maxGapsWeek < unlimited || shape.maxGapsDay < unlimited) {
        const dayGaps = gapsOf(busy, open[resource * days + day]!)
        gaps += dayGaps
        if (dayGaps > shape.maxGapsDay) gapsOverDay += dayGaps - shape.maxGapsDay
        holes += dayGaps
      }
      if (shape.earlyStart < unlimited) {
        const dayLate = lateBy(busy, open[resource * days + day]!)
        late += dayLate
        if (dayLate > 0) lateDays += 1
        holes += dayLate
      }
      const missing = shape.minADay > count ? shape.minADay - count : 0
      tooFew += missing
      each += holes > missing ? holes : missing
    }
    if (used > shape.maxDays) wrong += (used - shape.maxDays) * 2
    const gapNeed = Math.max(gapsOverDay, shape.maxGapsWeek < unlimited ? gaps - shape.maxGapsWeek : 0)
    const lateNeed = shape.earlyStart < unlimited ? late - Math.min(lateDays, shape.earlyStart) : 0
    let need = gapNeed + lateNeed
    if (tooFew > need) need = tooFew
    // What fills holes also makes a short day longer, so both are met at once; allowed gaps need nothing.
    if (shape.minADay > 0 && shape.maxGapsWeek < unlimited) {
      const together =
        each - shape.maxGapsWeek - (shape.earlyStart < unlimited ? Math.min(lateDays, shape.earlyStart) : 0)
      if (together > need) need = together
    }
    if (need > left) wrong += need - left
    return wrong
  }

  /** The block whose going mends most of a resource that is wrong as it stands, with nothing more to come; −1: none does. */
  tidyOne(resource: number): number {
    const { shapes, days } = this.model
    const shape = shapes[resource]
    if (!shape) return -1
    for (let day = 0; day < days; day += 1) this.trial[day] = this.week.busy[resource * days + day]!
    this.week.forgetConflicts()
    const wrong = this.excess(shape, resource, 0)
    if (wrong === 0) return -1
    let best = -1
    let better = wrong
    for (const other of this.placedOn(resource)) {
      if (this.model.isLocked[other]) continue
      const day = (this.week.startOf[other]! / this.model.periods) | 0
      const before = this.trial[day]!
      this.takeOff(resource, other)
      const now = this.excess(shape, resource, 0)
      this.trial[day] = before
      if (now < better) {
        better = now
        best = other
      }
    }
    return best
  }
}
