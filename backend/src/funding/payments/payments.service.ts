/** What is spent against a class's allotment (支付申请)? Committed on submission, spent when the bank has paid, never more than is left. */
import { Injectable } from '@nestjs/common'
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { HomeClass, scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { NotFound, StateConflict } from '../../platform/errors.js'
import { fen } from '../../platform/money.js'
import { likeText, type Page, paged } from '../../platform/paging.js'
import { type Caused, eventsFrom } from '../../platform/states.js'
import { Allotment } from '../allotments/allotment.entity.js'
import type { Account } from '../ledger/accounts.js'
import { LedgerService } from '../ledger/ledger.service.js'
import { Fund } from '../standards/fund.entity.js'
import { Payment } from './payment.entity.js'
import { paymentTable, type PaymentStatus } from './payment.states.js'
import { type CreatePaymentIn, type PaymentListQuery, type PaymentOut, toPaymentOut, type UpdatePaymentIn } from './payments.dto.js'

export type PaymentEvent = keyof typeof paymentTable.events

// Money of requests in these states is reserved.
const committed: ReadonlySet<PaymentStatus> = new Set<PaymentStatus>(['submitted', 'approved', 'checked', 'failed'])

const sortable = { id: 'payment.id', requestedOn: 'payment.requestedOn', amountFen: 'payment.amountFen', status: 'payment.status' }

@Injectable()
export class PaymentsService {
  constructor(
    private readonly database: Database, private readonly clock: Clock, private readonly audit: AuditEntries, private readonly transitions: Transitions,
    private readonly ledger: LedgerService,
  ) {}

  async list(actor: Actor, list: PaymentListQuery): Promise<Page<PaymentOut>> {
    const query = scoped(this.joined(this.database.read), actor, 'payment.schoolId', list.schoolId)
    if (list.allotmentId) query.andWhere('payment.allotmentId = :allotmentId', { allotmentId: list.allotmentId })
    if (list.status) query.andWhere('payment.status = :status', { status: list.status })
    if (list.fiscalYear) query.andWhere('allotment.fiscalYear = :fiscalYear', { fiscalYear: list.fiscalYear })
    if (list.q) {
      query.andWhere(new Brackets((any) => any.where("payment.payee LIKE :q ESCAPE '!'").orWhere("payment.reason LIKE :q ESCAPE '!'").orWhere("homeClass.name LIKE :q ESCAPE '!'")), { q: `%${likeText(list.q)}%` })
    }
    const page = await paged(query, { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' }, sortable, (payment) => payment)
    const own = await this.transitions.eventsOf(this.database.read, 'payment', page.items.map((item) => item.id), actor)
    return { ...page, items: page.items.map((item) => toPaymentOut(item, actionsOn(item, actor, own.get(item.id)))) }
  }

  async get(actor: Actor, id: number): Promise<PaymentOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  async create(actor: Actor, given: CreatePaymentIn): Promise<PaymentOut> {
    return this.database.transaction(async (tx) => {
      const allotment = await scoped(tx.createQueryBuilder(Allotment, 'allotment'), actor).andWhere('allotment.id = :id', { id: given.allotmentId }).getOne()
      if (!allotment || allotment.homeClassId === null) throw new NotFound('allotment', given.allotmentId)
      const payment = await tx.save(tx.create(Payment, {
        ...given, amountFen: fen(given.amountFen), schoolId: allotment.schoolId, status: 'draft', requestedOn: this.clock.today(), createdAt: this.clock.now(),
        payeeAccountSealed: null, payeeAccountLast4: null, payeeAccountHash: null, lessonCount: null, reference: null, paidOn: null, bankSerial: null, failure: null,
      }))
      await this.audit.record(tx, actor, { action: 'payment.create', entity: 'payment', entityId: payment.id, schoolId: payment.schoolId, after: { ...given } })
      return this.out(tx, actor, await this.find(tx, actor, payment.id))
    })
  }

  async update(actor: Actor, id: number, given: UpdatePaymentIn): Promise<PaymentOut> {
    return this.database.transaction(async (tx) => {
      const { allotment: _allotment, ...before } = await this.find(tx, actor, id)
      const { amountFen, ...rest } = given
      const change = { ...rest, ...(amountFen === undefined ? {} : { amountFen: fen(amountFen) }) }
      const updated = await tx.update(Payment, { id, status: 'draft' }, change)
      if (updated.affected !== 1) throw new StateConflict('state.not_possible', { status: before.status })
      await this.audit.record(tx, actor, { action: 'payment.update', entity: 'payment', entityId: id, schoolId: before.schoolId, before, after: { ...before, ...change } })
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  /** One step: the state, the ledger and the class's standing move together or not at all. */
  async act(actor: Actor, id: number, event: PaymentEvent, comment?: string): Promise<PaymentOut> {
    return this.database.transaction(async (tx) => {
      const payment = await this.find(tx, actor, id)
      await this.step(tx, actor, payment, event, { comment })
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  /** The same within another's transaction; `settle` takes the day on which the bank paid and its serial number. */
  async step(tx: EntityManager, actor: Actor, payment: Payment, event: PaymentEvent, { comment, paidOn, bankSerial }: { comment?: string | undefined; paidOn?: string; bankSerial?: string | null } = {}): Promise<void> {
    const wasCommitted = committed.has(payment.status)
    await this.transitions.move(tx, paymentTable, Payment, payment, event, actor, { comment, set: this.changedBy(payment, event, { comment, paidOn, bankSerial }) })
    if (event === 'submit') await this.ledger.post(tx, actor, [this.posting(payment, 'commit', 'M200', 'M000')])
    if (wasCommitted && !committed.has(paymentTable.events[event].to)) await this.ledger.reverse(tx, actor, { entity: 'payment', id: payment.id }, 'commit')
    if (event === 'settle') await this.ledger.post(tx, actor, [{ ...this.posting(payment, 'spend', payment.account as Account, 'A110'), accountedOn: paidOn ?? this.clock.today() }])
  }

  private changedBy(payment: Payment, event: PaymentEvent, { comment, paidOn, bankSerial }: { comment?: string | undefined; paidOn?: string | undefined; bankSerial?: string | null | undefined }): object {
    if (event === 'submit') return { reference: referenceOf(payment.id) }
    if (event === 'settle') return { paidOn: paidOn ?? this.clock.today(), bankSerial: bankSerial ?? null, failure: null }
    if (event === 'fail') return { failure: comment?.trim() || null }
    return {}
  }

  private posting(payment: Payment, kind: string, debit: Account, credit: Account) {
    const { homeClassId, fundId, purpose, fiscalYear } = payment.allotment!
    return { debit, credit, kind, amountFen: payment.amountFen, businessKey: `${kind}:payment:${payment.id}`, schoolId: payment.schoolId, homeClassId, fundId, purpose, fiscalYear, sourceEntity: 'payment', sourceId: payment.id }
  }

  private async out(manager: EntityManager, actor: Actor, payment: Payment): Promise<PaymentOut> {
    const own = await this.transitions.eventsOf(manager, 'payment', [payment.id], actor)
    return toPaymentOut(payment, actionsOn(payment, actor, own.get(payment.id)))
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Payment> {
    const payment = await scoped(this.joined(manager), actor, 'payment.schoolId').andWhere('payment.id = :id', { id }).getOne()
    if (!payment) throw new NotFound('payment', id)
    return payment
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Payment> {
    return manager.createQueryBuilder(Payment, 'payment')
      .innerJoinAndMapOne('payment.allotment', Allotment, 'allotment', 'allotment.id = payment.allotmentId')
      .innerJoinAndMapOne('allotment.homeClass', HomeClass, 'homeClass', 'homeClass.id = allotment.homeClassId')
      .innerJoinAndMapOne('allotment.fund', Fund, 'fund', 'fund.id = allotment.fundId')
  }
}

/** What goes to the bank and comes back from it. */
export function referenceOf(paymentId: number): string {
  return `KH${String(paymentId).padStart(8, '0')}`
}

function actionsOn(payment: Payment, actor: Actor, own: Caused = new Set<string>()): string[] {
  const allowed = eventsFrom(paymentTable, payment.status, actor.permissions, own)
  return payment.status === 'draft' && actor.permissions.has('payment.request') ? [...allowed, 'update'] : allowed
}
