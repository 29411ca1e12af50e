/** What is spent against a class's allotment (支付申请)? Committed on submission, spent when the bank has paid, never more than is left. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type EventIn, type Seen, type Taken, Transitions } from '../../audit/index.js'
import { HomeClass, School, scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { fen, fractionOfFen, multiplyFen } from '../../platform/money.js'
import { contains, equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { type Caused, editing, eventsFrom } from '../../platform/states.js'
import { setEachRow } from '../../platform/database/set-each-row.js'
import { Allotment } from '../ledger/allotment.entity.js'
import { type Account, paysPeople } from '../ledger/accounts.js'
import { LedgerService } from '../ledger/ledger.service.js'
import { Fund } from '../standards/fund.entity.js'
import { StandardsService } from '../standards/standards.service.js'
import { nextReference, referenceOf, spendKeyOf } from './payment-keys.js'
import { Payment } from './payment.entity.js'
import { paymentTable, type PaymentStatus } from './payment.states.js'
import {
  type CreatePaymentIn,
  type PaymentListQuery,
  type PaymentOut,
  toPaymentOut,
  type UpdatePaymentIn,
} from './payments.dto.js'

export type PaymentEvent = keyof typeof paymentTable.events

/** What the bank says of a payment. */
export interface Settled {
  readonly paidOn?: string | undefined
  readonly bankSerial?: string | null | undefined
}

// Money of requests in these states is reserved.
const committed: ReadonlySet<PaymentStatus> = new Set<PaymentStatus>([
  'submitted',
  'approved',
  'checked',
  'failed',
])

const payments: Listing<PaymentListQuery> = {
  sortable: {
    id: 'payment.id',
    requestedOn: 'payment.requestedOn',
    amountFen: 'payment.amountFen',
    status: 'payment.status',
  },
  filters: {
    schoolId: equals('payment.schoolId'),
    allotmentId: equals('payment.allotmentId'),
    status: equals('payment.status'),
    amountFen: equals('payment.amountFen'),
    fiscalYear: equals('allotment.fiscalYear'),
    q: contains('payment.payee', 'payment.reason', 'homeClass.name'),
  },
}

@Injectable()
export class PaymentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly ledger: LedgerService,
    private readonly standards: StandardsService,
    private readonly seal: FieldSeal,
  ) {}

  async list(actor: Actor, list: PaymentListQuery): Promise<Page<PaymentOut>> {
    const page = await paged(
      scoped(this.joined(this.database.read), actor),
      { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' },
      payments,
      (payment) => payment,
    )
    const own = await this.transitions.eventsOf(
      this.database.read,
      'payment',
      page.items.map((item) => item.id),
      actor,
    )
    return {
      ...page,
      items: page.items.map((item) => toPaymentOut(item, actionsOn(item, actor, own.get(item.id)))),
    }
  }

  async get(actor: Actor, id: number): Promise<PaymentOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  async create(actor: Actor, given: CreatePaymentIn): Promise<PaymentOut> {
    return this.database.transaction(async (tx) => {
      const allotment = await scoped(tx.createQueryBuilder(Allotment, 'allotment'), actor)
        .andWhere('allotment.id = :id', { id: given.allotmentId })
        .getOne()
      if (!allotment || allotment.homeClassId === null) throw new NotFound('allotment', given.allotmentId)
      const { payeeAccount, ...rest } = given
      const payment = await tx.save(
        tx.create(Payment, {
          ...rest,
          ...this.sealed(payeeAccount ?? null),
          amountFen: fen(given.amountFen),
          lessonCount: given.lessonCount ?? null,
          schoolId: allotment.schoolId,
          status: 'draft',
          requestedOn: this.clock.today(),
          createdAt: this.clock.now(),
          reference: null,
          paidOn: null,
          bankSerial: null,
          failure: null,
          takenBackCount: 0,
        }),
      )
      await this.transitions.made(tx, paymentTable, payment, actor)
      await this.audit.record(tx, actor, {
        action: 'payment.create',
        entity: 'payment',
        entityId: payment.id,
        schoolId: payment.schoolId,
        after: { ...rest, payeeAccountLast4: payment.payeeAccountLast4 },
      })
      return this.out(tx, actor, await this.find(tx, actor, payment.id))
    })
  }

  async update(actor: Actor, id: number, given: UpdatePaymentIn): Promise<PaymentOut> {
    return this.database.transaction(async (tx) => {
      const payment = await this.take(tx, actor, id, editing, given)
      const { allotment: _allotment, ...before } = payment
      const { amountFen, payeeAccount, revision: _revision, ...rest } = given
      const change = {
        ...rest,
        ...(amountFen === undefined ? {} : { amountFen: fen(amountFen) }),
        ...(payeeAccount === undefined ? {} : this.sealed(payeeAccount)),
      }
      // What the bank has sent back may get another account; its amount is committed and stays.
      if (
        before.status === 'failed' &&
        [given.amountFen, given.account, given.lessonCount].some((each) => each !== undefined)
      )
        throw new RuleBroken('funding.failed_payee_only')
      await this.transitions.edit(tx, paymentTable, Payment, payment, change, actor)
      await this.audit.record(tx, actor, {
        action: 'payment.update',
        entity: 'payment',
        entityId: id,
        schoolId: before.schoolId,
        before,
        after: { ...before, ...change },
      })
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  /** One step: the state, the ledger and the class's standing move together or not at all. */
  async act(
    actor: Actor,
    id: number,
    event: PaymentEvent,
    { comment, revision, ...settled }: EventIn & Settled = {},
  ): Promise<PaymentOut> {
    if (settled.paidOn !== undefined && settled.paidOn > this.clock.today())
      throw new RuleBroken('funding.paid_in_future', { paidOn: settled.paidOn })
    return this.database.transaction(async (tx) => {
      const payment = await this.take(tx, actor, id, event, { revision })
      await this.step(tx, actor, payment, event, { comment, ...settled })
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  /** The same within another's transaction; `settle` takes the day on which the bank paid and its serial number. */
  async step(
    tx: EntityManager,
    actor: Actor,
    payment: Taken<Payment>,
    event: PaymentEvent,
    { comment, paidOn, bankSerial }: Settled & { comment?: string | undefined } = {},
  ): Promise<void> {
    if (event === 'submit') await this.refuseRate(tx, payment)
    const wasCommitted = committed.has(payment.status)
    await this.transitions.move(tx, paymentTable, Payment, payment, event, actor, {
      comment,
      set: this.changedBy(payment, event, { comment, paidOn, bankSerial }),
    })
    if (event === 'submit')
      await this.ledger.post(tx, actor, [this.posting(payment, 'commit', 'M200', 'M000')])
    if (wasCommitted && !committed.has(paymentTable.events[event].to))
      await this.ledger.reverse(tx, actor, { entity: 'payment', ids: [payment.id] }, 'commit')
    if (event === 'settle') await this.ledger.post(tx, actor, [this.spending(payment, paidOn)])
    if (event === 'take-back') {
      await this.ledger.reverse(tx, actor, { entity: 'payment', ids: [payment.id] }, 'spend')
      await this.ledger.post(tx, actor, [
        {
          ...this.posting(payment, 'commit', 'M200', 'M000'),
          businessKey: `commit:payment:${payment.id}:${payment.takenBackCount + 2}`,
        },
      ])
    }
  }

  /** What the bank has paid, in a fixed number of statements: all of them, or an error. None may be of the actor's own approval. */
  async settleMany(
    tx: EntityManager,
    actor: Actor,
    paid: readonly { payment: Taken<Payment>; paidOn: string; bankSerial: string | null }[],
  ): Promise<void> {
    if (paid.length === 0) return
    const ids = paid.map(({ payment }) => payment.id)
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
    await this.ledger.reverse(tx, actor, { entity: 'payment', ids }, 'commit')
    await this.ledger.post(
      tx,
      actor,
      paid.map(({ payment, paidOn }) => this.spending(payment, paidOn)),
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

  /** Payments by what was sent to the bank, within the actor's scope. */
  async byReference(manager: EntityManager, actor: Actor, references: readonly string[]): Promise<Payment[]> {
    if (references.length === 0) return []
    return scoped(this.joined(manager), actor, 'payment.schoolId')
      .andWhere('payment.reference IN (:...references)', { references: [...references] })
      .getMany()
  }

  /** Locks what the bank speaks of and reads it after; what is out of the actor's scope is not among the answer. */
  takeMany(tx: EntityManager, actor: Actor, ids: readonly number[]): Promise<Taken<Payment>[]> {
    return this.transitions.takeAll(tx, Payment, ids, (each) =>
      scoped(this.joined(tx), actor, 'payment.schoolId')
        .andWhere('payment.id IN (:...ids)', { ids: [...each] })
        .getMany(),
    )
  }

  /** The payment with its allotment, locked for a step, within the actor's scope. */
  take(
    tx: EntityManager,
    actor: Actor,
    id: number,
    event: PaymentEvent | typeof editing,
    seen?: Seen,
  ): Promise<Taken<Payment>> {
    const read = () => this.find(tx, actor, id)
    return this.transitions.take(tx, paymentTable, Payment, id, event, actor, { read, seen })
  }

  // Teachers and lecturers are paid by the class-hour, and a region may say how much at most.
  private async refuseRate(tx: EntityManager, payment: Payment): Promise<void> {
    if (!paysPeople.has(payment.account)) return
    const school = await tx.findOneByOrFail(School, { id: payment.schoolId })
    const policy = await this.standards.policy(
      tx,
      payment.allotment!.fundId,
      school.regionCode,
      this.clock.today(),
    )
    if (!policy || policy.payRateCapFen === null) return
    if (payment.lessonCount === null)
      throw Invalid.field('lessonCount', 'funding.lessons_needed', { capFen: policy.payRateCapFen })
    if (payment.amountFen <= multiplyFen(policy.payRateCapFen, payment.lessonCount)) return
    throw new RuleBroken('funding.pay_rate_exceeded', {
      capFen: policy.payRateCapFen,
      rateFen: fractionOfFen(payment.amountFen, 1, payment.lessonCount),
      lessonCount: payment.lessonCount,
      documentNumber: policy.documentNumber,
    })
  }

  private sealed(
    account: string | null,
  ): Pick<Payment, 'payeeAccountSealed' | 'payeeAccountLast4' | 'payeeAccountHash'> {
    return {
      payeeAccountSealed: this.seal.seal(account),
      payeeAccountLast4: account?.slice(-4) ?? null,
      payeeAccountHash: account === null ? null : this.seal.hash(account),
    }
  }

  private changedBy(
    payment: Taken<Payment>,
    event: PaymentEvent,
    { comment, paidOn, bankSerial }: Settled & { comment?: string | undefined },
  ): object {
    if (event === 'submit') return { reference: referenceOf(payment.id) }
    // Another try has another reference: what the bank still says of the first one cannot settle the second.
    if (event === 'resend') return { reference: nextReference(payment.reference!) }
    if (event === 'settle')
      return { paidOn: paidOn ?? this.clock.today(), bankSerial: bankSerial ?? null, failure: null }
    if (event === 'take-back')
      return {
        failure: comment?.trim().slice(0, 200) || null,
        paidOn: null,
        bankSerial: null,
        takenBackCount: payment.takenBackCount + 1,
      }
    if (event === 'fail') return { failure: comment?.trim().slice(0, 200) || null }
    return {}
  }

  private spending(payment: Payment, paidOn?: string) {
    return {
      ...this.posting(payment, 'spend', payment.account as Account, 'A110'),
      businessKey: spendKeyOf(payment),
      accountedOn: paidOn ?? this.clock.today(),
    }
  }

  private posting(payment: Payment, kind: string, debit: Account, credit: Account) {
    const { homeClassId, fundId, purpose, fiscalYear } = payment.allotment!
    return {
      debit,
      credit,
      kind,
      amountFen: payment.amountFen,
      businessKey: `${kind}:payment:${payment.id}`,
      schoolId: payment.schoolId,
      homeClassId,
      fundId,
      purpose,
      fiscalYear,
      sourceEntity: 'payment',
      sourceId: payment.id,
    } as const
  }

  private async out(manager: EntityManager, actor: Actor, payment: Payment): Promise<PaymentOut> {
    const own = await this.transitions.eventsOf(manager, 'payment', [payment.id], actor)
    return toPaymentOut(payment, actionsOn(payment, actor, own.get(payment.id)))
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Payment> {
    const payment = await scoped(this.joined(manager), actor, 'payment.schoolId')
      .andWhere('payment.id = :id', { id })
      .getOne()
    if (!payment) throw new NotFound('payment', id)
    return payment
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Payment> {
    return manager
      .createQueryBuilder(Payment, 'payment')
      .innerJoinAndMapOne('payment.allotment', Allotment, 'allotment', 'allotment.id = payment.allotmentId')
      .innerJoinAndMapOne(
        'allotment.homeClass',
        HomeClass,
        'homeClass',
        'homeClass.id = allotment.homeClassId',
      )
      .innerJoinAndMapOne('allotment.fund', Fund, 'fund', 'fund.id = allotment.fundId')
  }
}

function actionsOn(payment: Payment, actor: Actor, own: Caused = new Set<string>()): string[] {
  const allowed = eventsFrom(paymentTable, payment.status, actor.permissions, own)
  return ['draft', 'failed'].includes(payment.status) && actor.permissions.has('payment.request')
    ? [...allowed, 'update']
    : allowed
}
