/** Has this request been carried out before (是否已办理)? The claim is written in the transaction of the change itself. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, LessThan } from 'typeorm'
import { Clock, instantPlusMinutes } from '../../platform/calendar.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Database } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import { HandledRequest } from './handled-request.entity.js'
import { HandledAlready, type Once } from './once.js'

const keptMinutes = 24 * 60
const sweptAtOnce = 500
/** Longer answers are not kept: the page is told what was made and reads it anew. */
const longestAnswer = 60_000

/** The first answer, or, where it is not kept, what the request made. */
export interface Handled {
  readonly status: number | null
  readonly answer: unknown
  readonly entity: string
  readonly entityId: number | null
  /** Of the request that did it. */
  readonly requestId: string
}

interface Person {
  readonly userId: number
  readonly requestId: string
}

@Injectable()
export class HandledRequests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: FieldSeal,
  ) {}

  /**
   * Claims the key for this request, within the transaction of its change. Throws HandledAlready where another request
   * has it. Called again by the same request, whose work takes several transactions, it does nothing.
   */
  async claim(
    tx: EntityManager,
    { userId, requestId }: Person,
    once: Once,
    { entity, entityId }: Pick<HandledRequest, 'entity' | 'entityId'>,
  ): Promise<void> {
    const { key: requestKey, route } = once
    const bodyHash = once.bodyHash() ?? ''
    // What is over and not yet swept is no claim any more.
    await tx.delete(HandledRequest, { actorId: userId, requestKey, at: LessThan(this.oldest()) })
    await tx
      .createQueryBuilder()
      .insert()
      .into(HandledRequest)
      .values({
        actorId: userId,
        requestKey,
        route,
        bodyHash,
        requestId,
        entity,
        entityId,
        status: null,
        answer: null,
        at: this.clock.now(),
      })
      .orIgnore()
      .updateEntity(false)
      .execute()
    const holder = await tx.findOneByOrFail(HandledRequest, { actorId: userId, requestKey })
    if (holder.requestId !== requestId) throw new HandledAlready()
  }

  /** Throws RuleBroken (422) where the key was used for something else. */
  async find({ userId }: Person, { key, route, bodyHash }: Once): Promise<Handled | null> {
    const found = await this.database.read.findOneBy(HandledRequest, { actorId: userId, requestKey: key })
    if (!found || found.at < this.oldest()) return null
    if (found.route !== route || found.bodyHash !== (bodyHash() ?? ''))
      throw new RuleBroken('request.other_under_key')
    const { status, entity, entityId, requestId } = found
    const answer: unknown = found.answer === null ? null : JSON.parse(this.seal.open(found.answer))
    return { status: found.answer === null ? null : status, answer, entity, entityId, requestId }
  }

  /** Keeps the answer for who asks again. Losing it loses nothing: the claim stands. */
  async keep({ userId, requestId }: Person, { key }: Once, status: number, answer: unknown): Promise<void> {
    const text = JSON.stringify(answer ?? null)
    if (text.length > longestAnswer) return
    await this.database.transaction((tx) =>
      tx.update(
        HandledRequest,
        { actorId: userId, requestKey: key, requestId },
        { status, answer: this.seal.seal(text) },
      ),
    )
  }

  /** Forgets those whose day is over, some at a time: nobody waits for a delete of a whole day. */
  async sweep(): Promise<void> {
    const at = LessThan(this.oldest())
    for (;;) {
      const old = await this.database.read.find(HandledRequest, {
        select: { id: true },
        where: { at },
        take: sweptAtOnce,
      })
      if (old.length === 0) return
      await this.database.transaction((tx) =>
        tx.delete(
          HandledRequest,
          old.map(({ id }) => id),
        ),
      )
    }
  }

  private oldest(): Date {
    return instantPlusMinutes(this.clock.now(), -keptMinutes)
  }
}
