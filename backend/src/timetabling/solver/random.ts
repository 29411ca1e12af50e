/** Chance that can be repeated (可重复的随机数): the same seed gives the same row of numbers on every machine. Pure. */
export class Draws {
  private state: number

  constructor(seed: number) {
    // Seeds that lie close together must not give rows that do.
    this.state = Math.imul(seed | 0, 0x9e3779b1) ^ 0x6d2b79f5
  }

  /** A whole number from 0 to `count` − 1. */
  below(count: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((((mixed ^ (mixed >>> 14)) >>> 0) * count) / 4294967296) | 0
  }
}
