/**
 * Of some meetings only so many may be at once (同时上限): how many there are at each time, and which of them would have
 * to give way to one more. Whoever costs least goes, and equals are drawn by lot: in the order of a list the same ones
 * would be sent away again and again, and the search would go round in a circle. Pure.
 */
import type { Model } from './model.js'
import type { Draws } from './random.js'
import type { Week } from './week.js'

export class Crowds {
  /** Placed blocks of a crowd: crowd × times + time → how many, counted ones only. */
  private readonly counts: Int16Array

  constructor(
    private readonly model: Model,
    private readonly week: Week,
    private readonly draws: Draws,
  ) {
    this.counts = new Int16Array(model.crowds.length * model.times)
  }

  place(block: number, time: number): void {
    this.count(block, time, 1)
  }

  remove(block: number, time: number): void {
    this.count(block, time, -1)
  }

  /** Notes who has to give way if the block, which stands nowhere, stood at the time. False: impossible. */
  ask(block: number, time: number): boolean {
    const { crowds, crowdsOf, blockLength, times } = this.model
    const end = time + blockLength[block]!
    for (const index of crowdsOf[block]!) {
      const { isCounted, most } = crowds[index]!
      for (let at = time; at < end; at += 1)
        if (isCounted[at] && this.counts[index * times + at]! >= most && !this.makeWay(block, index, at))
          return false
    }
    return true
  }

  private count(block: number, time: number, by: number): void {
    const { crowds, crowdsOf, blockLength, times } = this.model
    const end = time + blockLength[block]!
    for (const index of crowdsOf[block]!)
      for (let at = time; at < end; at += 1)
        if (crowds[index]!.isCounted[at]) this.counts[index * times + at]! += by
  }

  private makeWay(block: number, index: number, at: number): boolean {
    const { blocks, most } = this.model.crowds[index]!
    const there = blocks.filter((other) => other !== block && this.isThere(other, at))
    for (let tooMany = there.length + 1 - most; tooMany > 0; tooMany -= 1) {
      const other = this.cheapest(there)
      if (other < 0 || !this.week.giveWay(other)) return false
    }
    return true
  }

  private isThere(block: number, at: number): boolean {
    const start = this.week.startOf[block]!
    return (
      start >= 0 &&
      start <= at &&
      at < start + this.model.blockLength[block]! &&
      !this.week.isConflicting(block)
    )
  }

  private cheapest(there: readonly number[]): number {
    const { week, draws } = this
    let best = -1
    let ties = 0
    for (const other of there) {
      if (this.model.isLocked[other] || week.isConflicting(other)) continue
      const difference = best < 0 ? -1 : week.costs[other]! - week.costs[best]!
      if (difference > 0) continue
      ties = difference < 0 ? 1 : ties + 1
      if (ties === 1 || draws.below(ties) === 0) best = other
    }
    return best
  }
}
