/** How often may somebody be wrong (失败次数限制)? Counted in the database, so that all processes count together. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, LessThan, MoreThan } from 'typeorm'
import { Clock, columnInstant, instantOf, instantPlusMinutes } from '../../platform/calendar.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Database } from '../../platform/database/database.js'
import { TooMany } from '../../platform/errors.js'
import { Attempt } from './attempt.entity.js'

const beginning = instantOf('1970-01-01T00:00:00Z')

/** So many failures in a window of so many minutes. */
export interface Limit {
  readonly kind: string
  readonly most: number
  readonly minutes: number
  /** The code of the refusal; without one, access.wait. */
  readonly refusal?: string
}

/** An attempt that counts as failed until it is given back. */
export interface Reservation {
  readonly keyHash: string
}

@Injectable()
export class Attempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: FieldSeal,
  ) {}

  /**
   * Takes one of the attempts that are left, before the costly work: of a thousand at once only so many are worked on.
   * Throws access.wait, or what the limit says. One row and one short transaction each, so that no two wait for one another crosswise.
   */
  async reserve(limit: Limit, ...subject: readonly string[]): Promise<Reservation> {
    const { keyHash, endsAt } = this.windowOf(limit, subject)
    const isLeft = await this.database.transaction(async (tx) => {
      if ((await this.addOne(tx, keyHash, endsAt)) <= limit.most) return true
      await tx.decrement(Attempt, { keyHash }, 'failureCount', 1)
      return false
    })
    if (!isLeft) throw new TooMany(limit.refusal ?? 'access.wait', { minutes: this.minutesUntil(endsAt) })
    return { keyHash }
  }

  /** Counts without a limit; answers how many there are now. */
  async count(limit: Limit, ...subject: readonly string[]): Promise<{ count: number; taken: Reservation }> {
    const { keyHash, endsAt } = this.windowOf(limit, subject)
    const count = await this.database.transaction((tx) => this.addOne(tx, keyHash, endsAt))
    return { count, taken: { keyHash } }
  }

  /** It was right after all, or was no attempt: it does not count. */
  async giveBack(taken: readonly Reservation[]): Promise<void> {
    if (taken.length === 0) return
    const keyHash = In(taken.map((each) => each.keyHash).sort())
    await this.database.transaction((tx) =>
      tx.decrement(Attempt, { keyHash, failureCount: MoreThan(0) }, 'failureCount', 1),
    )
  }

  /** Forgets all failures of these windows: who has just been right is no guesser. */
  async forget(taken: readonly Reservation[]): Promise<void> {
    for (const { keyHash } of taken) await this.database.transaction((tx) => tx.delete(Attempt, { keyHash }))
  }

  /** Takes away the rows of windows that are over. */
  async sweep(): Promise<void> {
    await this.database.transaction((tx) => tx.delete(Attempt, { expiresAt: LessThan(this.clock.now()) }))
  }

  minutesUntil(endsAt: Date): number {
    return Math.max(1, Math.ceil((endsAt.getTime() - this.clock.now().getTime()) / 60_000))
  }

  // One statement, which waits for its turn at the row and sees what others have added.
  private async addOne(tx: EntityManager, keyHash: string, endsAt: Date): Promise<number> {
    const insert = 'INSERT INTO attempt (keyHash, failureCount, expiresAt) VALUES (?, 1, ?)'
    await tx.query(
      this.database.isSqlite
        ? `${insert} ON CONFLICT (keyHash) DO UPDATE SET failureCount = failureCount + 1`
        : `${insert} ON DUPLICATE KEY UPDATE failureCount = failureCount + 1`,
      [keyHash, columnInstant(endsAt)],
    )
    return (await tx.findOneByOrFail(Attempt, { keyHash })).failureCount
  }

  private windowOf({ kind, minutes }: Limit, subject: readonly string[]): { keyHash: string; endsAt: Date } {
    const number = Math.floor(this.clock.now().getTime() / (minutes * 60_000))
    return {
      keyHash: this.seal.hash(`attempt:${JSON.stringify([kind, number, ...subject])}`),
      endsAt: instantPlusMinutes(beginning, (number + 1) * minutes),
    }
  }
}
