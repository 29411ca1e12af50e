/** How does a spending request move (支付办理)? Its state, the ledger and the class's standing together; by hand, or many by what the bank says. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, IsNull } from 'typeorm'
import type { Actor } from '../../access/index.js'
import {
  noteSupplied,
  othersThan,
  type Seen,
  type Supplied,
  type Taken,
  Transitions,
} from '../../audit/index.js'
import { Clock, localDateOf } from '../../platform/calendar.js'
import { setEachRow } from '../../platform/database/set-each-row.js'
import { RuleBroken, StateConflict } from '../../platform/errors.js'
import { editing } from '../../platform/states.js'
import { type Account, type Ending, LedgerService } from '../../ledger/index.js'
import { nextReference, referenceOf, sourceOf, spendKeyOf } from './payment-keys.js'
import { BankReturnLine } from '../bank-returns/bank-return-line.entity.js'
import type { Commitment } from '../commitments/commitment.entity.js'
import { type Asked, CommitmentMoneyService } from '../commitments/money.service.js'
import { drawnOrdersOf } from '../bank-orders/drawn-orders.js'
import { Correction } from '../corrections/correction.entity.js'
import { invoiceMakersOf } from '../invoices/invoice-makers.js'
import { requireInvoices } from '../invoices/parts.js'
import { mendingStates, partialKinds } from '../corrections/correction.states.js'
import { PaidToService } from '../payees/paid-to.service.js'
import { type Move, PayRatesService } from './pay-rates.service.js'
import { PaymentReadingService } from './reading.service.js'
import { Payment } from './payment.entity.js'
import { refuseSerial } from './refuse-serial.js'
import { committedStates, paymentTable, type PaymentStatus } from './payment.states.js'

export type PaymentEvent = keyof typeof paymentTable.events

/** What the bank says of a payment. */
export interface Settled {
  readonly paidOn?: string | undefined
  readonly bankSerial?: string | null | undefined
}

const mostOfReason = 200
/** By whole characters: half of one cannot be read. */
const shortened = (comment: string | undefined): string | null =>
  [...(comment?.trim() ?? '')].slice(0, mostOfReason).join('') || null

const freedBy: ReadonlySet<PaymentStatus> = new Set<PaymentStatus>(['withdrawn', 'refused'])
/** By these money goes between a payment and its commitment, or its payee is looked at: the commitment is held first. */
const movesCommitment = (event: PaymentEvent | typeof editing): boolean =>
  event !== editing &&
  (event === 'submit' || event === 'resend' || freedBy.has(paymentTable.events[event].to))

@Injectable()
export class PaymentStepsService {
  /** The commitment that was held for a payment's step. */
  private readonly held = new WeakMap<Taken<Payment>, Taken<Commitment>>()

  constructor(
    private readonly clock: Clock,
    private readonly transitions: Transitions,
    private readonly ledger: LedgerService,
    private readonly rates: PayRatesService,
    private readonly reading: PaymentReadingService,
    private readonly paidTo: PaidToService,
    private readonly commitments: CommitmentMoneyService,
  ) {}

  /**
   * The payment with its allotments, locked for a step, within the actor's scope. Where the step moves money between it and
   * its commitment, that is locked before: commitment, payment, invoices, chain.
   */
  async take(
    tx: EntityManager,
    actor: Actor,
    id: number,
    event: PaymentEvent | typeof editing,
    seen?: Seen,
  ): Promise<Taken<Payment>> {
    const moves = movesCommitment(event)
    const commitment = moves ? await this.commitments.holdOf(tx, actor, id) : null
    const read = () => this.reading.find(tx, actor, id)
    const payment = await this.transitions.take(tx, paymentTable, Payment, id, event, actor, { read, seen })
    // Changed between the two locks.
    if (moves && payment.commitmentId !== (commitment?.id ?? null)) throw new StateConflict('state.conflict')
    if (commitment) this.held.set(payment, commitment)
    return payment
  }

  /** What is held before a payment that is put under it. */
  async holdCommitment(tx: EntityManager, actor: Actor, id: number): Promise<void> {
    await this.commitments.hold(tx, actor, id)
  }

  /** Answers whom it is with. Throws where a draft does not fit its commitment; with `anyPayee` whomever the draft names. */
  async requireCommitment(tx: EntityManager, actor: Actor, asked: Asked, anyPayee = false): Promise<number> {
    const commitment = await this.commitments.find(tx, actor, asked.commitmentId, asked.schoolId)
    const { payeeId } = commitment
    this.commitments.requireFitting(commitment, anyPayee ? { ...asked, payeeId } : asked)
    return payeeId
  }

  /** Locks what the bank speaks of and reads it after; what is out of the actor's scope is not among the answer. */
  takeMany(tx: EntityManager, actor: Actor, ids: readonly number[]): Promise<Taken<Payment>[]> {
    return this.transitions.takeAll(tx, Payment, ids, (each) => this.reading.findMany(tx, actor, each))
  }

  /** One step; `settle` and `register-slip` take the day on which the bank paid and its serial number. */
  async step(
    tx: EntityManager,
    actor: Actor,
    payment: Taken<Payment>,
    event: PaymentEvent,
    { comment, paidOn, bankSerial }: Settled & { comment?: string | undefined } = {},
  ): Promise<void> {
    if (payment.status === 'checked') await this.refuseUnsent(tx, payment)
    if (event === 'submit') await this.rates.requireWithin(tx, payment)
    if (event === 'register-slip') await this.refuseDay(tx, payment, paidOn ?? this.clock.today())
    const wasCommitted = committedStates.has(payment.status)
    const isHandedIn = event === 'submit' || event === 'resend'
    const to = isHandedIn ? await this.paidTo.frozen(tx, payment) : { set: {}, makers: [] }
    if (isHandedIn) await this.noteMakers(tx, actor, payment, event, to.makers)
    const commitment = this.held.get(payment)
    const asked: Payment = { ...payment, ...to.set }
    if (commitment && event === 'submit') await this.commitments.requireLeft(tx, commitment, asked)
    if (commitment && event === 'resend') this.commitments.requirePayee(commitment, asked)
    const set = { ...this.changedBy(payment, event, { comment, paidOn, bankSerial }), ...to.set }
    await this.transitions.move(tx, paymentTable, Payment, payment, event, actor, { comment, set })
    // As it stands from now on: that is what the books are hashed with.
    const after: Payment = { ...payment, ...set }
    if (isHandedIn) await requireInvoices(tx, after)
    // What the commitment lets go of is there for its payment.
    if (commitment && event === 'submit') await this.commitments.redraw(tx, actor, commitment)
    if (event === 'submit') await this.reserve(tx, actor, after)
    const isFreed = freedBy.has(paymentTable.events[event].to)
    if (wasCommitted && isFreed) await this.ledger.settle(tx, actor, [this.freed(payment)])
    if (commitment && wasCommitted && isFreed) await this.commitments.redraw(tx, actor, commitment)
    // Another try is another document: it may go to another account.
    if (event === 'resend') {
      await this.ledger.settle(tx, actor, [this.freed(payment)])
      await this.reserve(tx, actor, after)
    }
    if (event === 'settle' || event === 'register-slip')
      await this.ledger.settle(tx, actor, [this.spent(after)])
    // Under the lock of the school's chain, which the posting has taken.
    if (event === 'register-slip') {
      const { id, schoolId } = payment
      await refuseSerial(tx, { entity: 'payment', id, schoolId, bankSerial: bankSerial! })
    }
    if (event === 'register-return') await this.refuseReturnOfFile(tx, payment)
    if (event === 'take-back' || event === 'register-return') {
      await refuseCorrected(tx, payment)
      await this.ledger.reverse(tx, actor, [sourceOf(after)], 'spend')
      await this.reserve(tx, actor, after)
    }
  }

  /** What the bank has paid, in a fixed number of statements: all of them, or an error. None may be of the actor's own approval. */
  async settleMany(
    tx: EntityManager,
    actor: Actor,
    paid: readonly { payment: Taken<Payment>; paidOn: string; bankSerial: string | null }[],
  ): Promise<void> {
    if (paid.length === 0) return
    await this.transitions.moveMany(
      tx,
      paymentTable,
      Payment,
      paid.map(({ payment }) => payment),
      'settle',
      actor,
      { set: { failure: null } },
    )
    await setEachRow(
      tx,
      'payment',
      paid.map(({ payment, paidOn, bankSerial }) => ({ id: payment.id, set: { paidOn, bankSerial } })),
    )
    await this.ledger.settle(
      tx,
      actor,
      paid.map(({ payment, paidOn, bankSerial }) => this.spent({ ...payment, paidOn, bankSerial })),
    )
  }

  /** What the bank has not paid: the money stays committed until the school sends it again or gives it up. */
  async failMany(
    tx: EntityManager,
    actor: Actor,
    failed: readonly { payment: Taken<Payment>; failure: string | null }[],
  ): Promise<void> {
    if (failed.length === 0) return
    await this.transitions.moveMany(
      tx,
      paymentTable,
      Payment,
      failed.map(({ payment }) => payment),
      'fail',
      actor,
    )
    await setEachRow(
      tx,
      'payment',
      failed.map(({ payment, failure }) => ({ id: payment.id, set: { failure } })),
    )
  }

  /** Of a correction: see `PayRatesService`. */
  refuseMovesAround(tx: EntityManager, schoolId: number, moves: readonly Move[]): Promise<void> {
    return this.rates.refuseMovesAround(tx, schoolId, moves)
  }

  // Who has put in where the money goes, or what an invoice says, has made a part of it. Whoever hands it in is one already.
  private async noteMakers(
    tx: EntityManager,
    actor: Actor,
    payment: Taken<Payment>,
    event: PaymentEvent,
    ofPayee: readonly Supplied[],
  ): Promise<void> {
    const makers = [...ofPayee, ...(await invoiceMakersOf(tx, payment.invoices!))]
    const of = { entity: 'payment', things: [payment], at: this.clock.now() }
    await noteSupplied(tx, of, event === 'submit' ? othersThan(actor, makers) : makers, actor)
  }

  // What may still go to the bank has no answer from it yet. Draws wait for the payment's lock, which is held here.
  private async refuseUnsent(tx: EntityManager, { id }: Taken<Payment>): Promise<void> {
    const number = (await drawnOrdersOf(tx, [id])).get(id)
    if (number !== undefined) throw new StateConflict('funding.bank_order_unsent', { number })
  }

  // The bank cannot have paid before it was told to, nor tomorrow.
  private async refuseDay(tx: EntityManager, payment: Payment, paidOn: string): Promise<void> {
    const sentOn = localDateOf(await this.transitions.lastAt(tx, 'payment', payment.id, 'check'))
    const today = this.clock.today()
    if (paidOn < sentOn || paidOn > today) throw new RuleBroken('funding.slip_day', { paidOn, sentOn, today })
  }

  private async refuseReturnOfFile(tx: EntityManager, { id }: Payment): Promise<void> {
    const line = await tx.findOneBy(BankReturnLine, {
      paymentId: id,
      outcome: 'returned',
      closedAt: IsNull(),
    })
    if (line) throw new StateConflict('funding.return_in_file', { rowNumber: line.rowNumber })
  }

  private changedBy(
    payment: Taken<Payment>,
    event: PaymentEvent,
    { comment, paidOn, bankSerial }: Settled & { comment?: string | undefined },
  ): Partial<Payment> {
    if (event === 'submit') return { reference: referenceOf(payment.id) }
    // Another try has another reference: what the bank still says of the first one cannot settle the second.
    if (event === 'resend') return { reference: nextReference(payment.reference!) }
    if (event === 'settle' || event === 'register-slip')
      return { paidOn: paidOn ?? this.clock.today(), bankSerial: bankSerial ?? null, failure: null }
    if (event === 'take-back' || event === 'register-return')
      return {
        failure: shortened(comment),
        paidOn: null,
        bankSerial: null,
        takenBackCount: payment.takenBackCount + 1,
      }
    if (event === 'fail' || event === 'register-failure') return { failure: shortened(comment) }
    return {}
  }

  private spent(payment: Payment): Ending {
    return {
      phase: 'post',
      kind: 'spend',
      source: sourceOf(payment),
      businessKey: spendKeyOf(payment),
      accountedOn: payment.paidOn ?? this.clock.today(),
    }
  }

  private freed(payment: Payment): Ending {
    return { phase: 'void', kind: 'free', source: sourceOf(payment) }
  }

  private async reserve(tx: EntityManager, actor: Actor, payment: Payment): Promise<void> {
    const source = sourceOf(payment)
    const round = await this.ledger.roundOf(tx, source, 'reserve')
    await this.ledger.reserve(tx, actor, [
      {
        kind: 'reserve',
        businessKey: `reserve:payment:${payment.id}:${round}`,
        schoolId: payment.schoolId,
        source,
        lines: payment.lines!.map(({ account, amountFen, allotment }) => {
          const { homeClassId, fundId, purpose, fiscalYear } = allotment!
          return {
            debit: account as Account,
            credit: 'A110',
            amountFen,
            homeClassId,
            fundId,
            purpose,
            fiscalYear,
          }
        }),
      },
    ])
  }
}

/** What has been mended in part cannot be taken back as a whole. */
async function refuseCorrected(tx: EntityManager, { id }: Payment): Promise<void> {
  const count = await tx.countBy(Correction, {
    paymentId: id,
    kind: In([...partialKinds]),
    status: In([...mendingStates]),
  })
  if (count > 0) throw new RuleBroken('funding.payment_corrected', { count })
}
