/** How blocks stand to one another (课次之间的关系), by the hard rules about meetings. Pure. */
import { bound } from './blocks.js'
import { type Crowd, type Relation, relation } from './model.js'
import type { MeetingsRule, Problem } from './problem.js'

export class BlockRelations {
  readonly relations: Relation[][]
  readonly crowds: Crowd[] = []
  readonly endsDay: Uint8Array

  constructor(
    private readonly problem: Problem,
    private readonly blockOf: Int32Array,
    blockCount: number,
    /** Told of meetings of which only one at a time may take place. */
    private readonly onExclusive: (meetings: readonly number[]) => void,
  ) {
    this.relations = Array.from({ length: blockCount }, () => [])
    this.endsDay = new Uint8Array(blockCount)
  }

  /** The rule must be a hard one. */
  add(rule: MeetingsRule): void {
    switch (rule.kind) {
      case 'days_apart':
        if (rule.least > 0) this.relateAll(rule.meetings, relation.apart, rule.least)
        else if (rule.adjacent) this.touch(rule.meetings)
        break
      case 'same_day':
        this.relateAll(rule.meetings, relation.sameDay, 0)
        break
      case 'same_period':
        this.relateAll(rule.meetings, relation.samePeriod, 0)
        break
      case 'same_start':
        if (bound(this.problem, rule.meetings).length === 0)
          this.relateAll(rule.meetings, relation.sameStart, 0)
        break
      case 'not_overlapping':
        this.onExclusive(rule.meetings)
        break
      case 'consecutive':
        this.order(rule.first, rule.second, relation.precedes, relation.follows)
        break
      case 'ordered':
        this.order(rule.first, rule.second, relation.before, relation.after)
        break
      case 'at_most_at_once':
        this.crowds.push(this.crowdOf(rule.meetings, rule.times, rule.most))
        break
      case 'ends_day':
        for (const meeting of rule.meetings) this.endsDay[this.blockOf[meeting]!] = 1
        break
      // The kinds of a day are not watched by the search: the score mends them.
      case 'kinds_a_day':
        break
    }
  }

  private relateAll(meetings: readonly number[], kind: number, least: number): void {
    const blocks = this.blocksOf(meetings)
    for (const one of blocks)
      for (const other of blocks)
        if (one !== other) this.relations[one]!.push({ kind, other, least, otherLength: 0 })
  }

  /** Two of them on one day follow each other directly. */
  private touch(meetings: readonly number[]): void {
    for (const one of meetings)
      for (const other of meetings)
        if (this.blockOf[one] !== this.blockOf[other])
          this.relations[this.blockOf[one]!]!.push({
            kind: relation.touchIfSameDay,
            other: this.blockOf[other]!,
            least: this.lengthOf(one),
            otherLength: this.lengthOf(other),
          })
  }

  private order(first: number, second: number, ofFirst: number, ofSecond: number): void {
    const [one, other, least] = [this.blockOf[first]!, this.blockOf[second]!, this.lengthOf(first)]
    this.relations[one]!.push({ kind: ofFirst, other, least, otherLength: 0 })
    this.relations[other]!.push({ kind: ofSecond, other: one, least, otherLength: 0 })
  }

  private crowdOf(meetings: readonly number[], times: readonly number[], most: number): Crowd {
    const isCounted = new Uint8Array(this.problem.days * this.problem.periods)
    for (const time of times) isCounted[time] = 1
    return { blocks: this.blocksOf(meetings), isCounted, most }
  }

  private blocksOf(meetings: readonly number[]): number[] {
    return [...new Set(meetings.map((meeting) => this.blockOf[meeting]!))]
  }

  private lengthOf(meeting: number): number {
    return this.problem.meetings[meeting]!.length
  }
}
