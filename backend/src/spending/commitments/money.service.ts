/**
 * Where does the money of a commitment stand (合同预留)? Pending in the books as long as it is approved: what it is for, less
 * what its payments have taken over. Whoever moves money between the two holds the commitment, then the payment, then the
 * chain; in this order, so that two of them never wait for each other.
 */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { type Taken, Transitions } from '../../audit/index.js'
import { scoped } from '../../organisation/index.js'
import { Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { addFen, type Fen, fen } from '../../platform/money.js'
import { type Account, LedgerService } from '../../ledger/index.js'
import { sameName } from '../bank-returns/same-payee.js'
import { Payment } from '../payments/payment.entity.js'
import { commitmentSource } from './commitment-source.js'
import { Commitment } from './commitment.entity.js'
import { drawnOf, type PlainLine, placeOf, readLines, remainingOf } from './lines.js'
import { CommitmentReadingService } from './reading.service.js'

/** Of a payment, drafted or handed in, what its commitment has a say in. */
export interface Asked {
  readonly schoolId: number
  readonly commitmentId: number
  readonly payeeId: number | null
  readonly lines: readonly PlainLine[]
}

@Injectable()
export class CommitmentMoneyService {
  constructor(
    private readonly transitions: Transitions,
    private readonly ledger: LedgerService,
    private readonly reading: CommitmentReadingService,
  ) {}

  /** Locks it and reads it after. Throws NotFound out of the actor's scope. */
  async hold(tx: EntityManager, actor: Actor, id: number): Promise<Taken<Commitment>> {
    const [commitment] = await this.transitions.takeAll(tx, Commitment, [id], (ids) =>
      this.reading.findMany(tx, actor, ids),
    )
    if (!commitment) throw new NotFound('commitment', id)
    return commitment
  }

  /** As it stands, for a draft, which takes nothing. Throws NotFound out of the actor's scope or of another school. */
  async find(tx: EntityManager, actor: Actor, id: number, schoolId: number): Promise<Commitment> {
    const commitment = await this.reading.find(tx, actor, id)
    if (commitment.schoolId !== schoolId) throw new NotFound('commitment', id)
    return commitment
  }

  /** The same by its payment, before that is locked: who locks it next looks whether it still names this one. */
  async holdOf(tx: EntityManager, actor: Actor, paymentId: number): Promise<Taken<Commitment> | null> {
    const payment = await scoped(tx.createQueryBuilder(Payment, 'payment'), actor)
      .select(['payment.id', 'payment.commitmentId'])
      .andWhere('payment.id = :paymentId', { paymentId })
      .getOne()
    return payment?.commitmentId ? this.hold(tx, actor, payment.commitmentId) : null
  }

  /** Throws RuleBroken where nothing is paid under it now, Invalid for another payee or a line that it does not have. */
  requireFitting(commitment: Commitment, { payeeId, lines }: Pick<Asked, 'payeeId' | 'lines'>): void {
    const { title, payee, status } = commitment
    if (status !== 'approved') throw new RuleBroken('funding.commitment_not_open', { title })
    if (payeeId !== commitment.payeeId)
      throw Invalid.field('payeeId', 'funding.commitment_other_payee', { title, payee })
    const known = new Set(commitment.lines!.map(placeOf))
    const other = lines.findIndex((line) => !known.has(placeOf(line)))
    if (other >= 0)
      throw Invalid.field('lines', 'funding.commitment_other_line', { number: other + 1, title })
  }

  /** The payee may have been put right since, but it is the same party. Throws Invalid or RuleBroken. */
  requirePayee({ title, payeeId, payee }: Commitment, payment: Payment): void {
    if (payment.payeeId !== payeeId)
      throw Invalid.field('payeeId', 'funding.commitment_other_payee', { title, payee })
    if (!sameName(payee, payment.payee))
      throw new RuleBroken('funding.commitment_other_name', { title, agreed: payee, payee: payment.payee })
  }

  /** Under its lock, when a payment is handed in and not yet counted. Throws as above, and RuleBroken beyond what is left. */
  async requireLeft(tx: EntityManager, commitment: Taken<Commitment>, payment: Payment): Promise<void> {
    this.requirePayee(commitment, payment)
    this.requireFitting(commitment, { payeeId: payment.payeeId, lines: payment.lines! })
    const drawn = (await drawnOf(tx, [commitment.id])).get(commitment.id)!
    const places = new Map(commitment.lines!.map((line) => [placeOf(line), line]))
    for (const { amountFen, ...asked } of payment.lines!) {
      const line = places.get(placeOf(asked))!
      const leftFen = remainingOf(line, drawn)
      if (amountFen <= leftFen) continue
      const className = line.allotment!.homeClass!.name
      const { title } = commitment
      throw new RuleBroken('funding.commitment_exceeded', { className, title, leftFen, askedFen: amountFen })
    }
  }

  /** Voids what it has reserved and reserves what is left of it now, by its payments as they stand; nothing once it has ended. */
  async redraw(tx: EntityManager, actor: Actor, commitment: Taken<Commitment>): Promise<void> {
    if (commitment.status !== 'approved') return
    await this.free(tx, actor, commitment)
    await this.reserve(tx, actor, commitment)
  }

  async free(tx: EntityManager, actor: Actor, commitment: Commitment): Promise<void> {
    const pending = await this.ledger.reserved(tx, 'commitment', [commitment.id])
    // All of it may have gone to its payments.
    if (pending.length === 0) return
    await this.ledger.settle(tx, actor, [
      { phase: 'void', kind: 'free', source: commitmentSource(commitment) },
    ])
  }

  async reserve(tx: EntityManager, actor: Actor, commitment: Commitment): Promise<void> {
    const { id, schoolId } = commitment
    const source = commitmentSource(commitment)
    const drawn = (await drawnOf(tx, [id])).get(id)!
    const round = await this.ledger.roundOf(tx, source, 'commit')
    const lines = commitment.lines!.flatMap((line) => {
      const amountFen = remainingOf(line, drawn)
      if (amountFen === 0) return []
      const { homeClassId, fundId, purpose, fiscalYear } = line.allotment!
      return [
        {
          debit: line.account as Account,
          credit: 'A110' as const,
          amountFen,
          homeClassId,
          fundId,
          purpose,
          fiscalYear,
        },
      ]
    })
    if (lines.length === 0) return
    const businessKey = `commit:commitment:${id}:${round}`
    await this.ledger.reserve(tx, actor, [{ kind: 'commit', businessKey, schoolId, source, lines }])
  }

  /** What a commitment has reserved on each class's money: of a draft under it, as good as left. */
  async reservedFor(manager: EntityManager, id: number): Promise<Map<number, Fen>> {
    const reserved = new Map<number, Fen>()
    const commitment = await manager.findOneBy(Commitment, { id, status: 'approved' })
    if (!commitment) return reserved
    const drawn = (await drawnOf(manager, [id])).get(id)!
    await readLines(manager, [commitment])
    for (const line of commitment.lines!)
      reserved.set(
        line.allotmentId,
        addFen(reserved.get(line.allotmentId) ?? fen(0), remainingOf(line, drawn)),
      )
    return reserved
  }
}
