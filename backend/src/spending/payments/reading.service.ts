/** Which spending requests (支付申请) may this person see, where do they stand, and what can be done with them now? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import { type Actor, permissionsOf, roleNames, User } from '../../access/index.js'
import { Transitions } from '../../audit/index.js'
import { School, scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { contains, equals, where } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { type Caused, eventsFrom } from '../../platform/states.js'
import { BankOrderLine } from '../bank-orders/bank-order-line.entity.js'
import { BankOrder } from '../bank-orders/bank-order.entity.js'
import { paymentIdOf } from '../bank-returns/earlier-references.js'
import { readCommitments } from '../commitments/payment-commitments.js'
import { readPayLists } from '../pay-lists/payment-pay-lists.js'
import { readParts } from '../invoices/parts.js'
import { readLines } from './lines.js'
import { Payment } from './payment.entity.js'
import { paymentTable } from './payment.states.js'
import { UnusualService } from './unusual.service.js'
import { type PaymentListQuery, type PaymentOut, toPaymentOut } from './payments.dto.js'

const classNames =
  '(SELECT GROUP_CONCAT(homeClass.name) FROM payment_line line JOIN allotment ON allotment.id = line.allotmentId JOIN home_class homeClass ON homeClass.id = allotment.homeClassId WHERE line.paymentId = payment.id)'

const payments: Listing<PaymentListQuery> = {
  sortable: {
    id: 'payment.id',
    requestedOn: 'payment.requestedOn',
    amountFen: 'payment.amountFen',
    status: 'payment.status',
  },
  filters: {
    schoolId: equals('payment.schoolId'),
    allotmentId: where(
      'payment.id IN (SELECT line.paymentId FROM payment_line line WHERE line.allotmentId = :allotmentId)',
    ),
    status: equals('payment.status'),
    kind: equals('payment.kind'),
    amountFen: equals('payment.amountFen'),
    payListId: equals('payment.payListId'),
    bankOrderId: where(
      'payment.id IN (SELECT line.paymentId FROM bank_order_line line WHERE line.bankOrderId = :bankOrderId)',
    ),
    fiscalYear: equals('payment.fiscalYear'),
    q: contains('payment.payee', 'payment.reason', classNames),
  },
}

const mostNames = 5
/** What only a line of the bank's file does; that is done where the files are. */
const byFile: ReadonlySet<string> = new Set(['settle', 'fail', 'take-back'])

@Injectable()
export class PaymentReadingService {
  constructor(
    private readonly database: Database,
    private readonly transitions: Transitions,
    private readonly unusual: UnusualService,
  ) {}

  async list(actor: Actor, list: PaymentListQuery): Promise<Page<PaymentOut>> {
    const page = await paged(
      scoped(this.database.read.createQueryBuilder(Payment, 'payment'), actor, 'payment.schoolId'),
      { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' },
      payments,
      (payment) => payment,
    )
    await readLines(this.database.read, page.items)
    await readParts(this.database.read, page.items)
    await readCommitments(this.database.read, page.items)
    await readPayLists(this.database.read, page.items)
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

  async out(manager: EntityManager, actor: Actor, payment: Payment): Promise<PaymentOut> {
    const own = await this.transitions.eventsOf(manager, 'payment', [payment.id], actor)
    const slipBy = payment.status === 'checked' ? await this.slipBy(manager, payment) : []
    const unusual = await this.unusual.of(manager, actor, payment)
    const bankOrderNumber = await this.orderOf(manager, payment)
    return toPaymentOut(payment, actionsOn(payment, actor, own.get(payment.id)), {
      slipBy,
      unusual,
      bankOrderNumber,
    })
  }

  private async orderOf(manager: EntityManager, { reference }: Payment): Promise<string | null> {
    if (reference === null) return null
    const order = await manager
      .createQueryBuilder(BankOrder, 'bankOrder')
      .select(['bankOrder.id', 'bankOrder.number'])
      .innerJoin(BankOrderLine, 'line', 'line.bankOrderId = bankOrder.id')
      .where('line.openKey = :reference', { reference })
      .getOne()
    return order?.number ?? null
  }

  // So that whoever may not is told whom to ask: of the school and of the offices above it, some names.
  private async slipBy(manager: EntityManager, payment: Payment): Promise<string[]> {
    const { notBy } = paymentTable.events['register-slip']
    const able = roleNames.filter((role) => permissionsOf(role).has('payment.reconcile'))
    const parties = await this.transitions.peopleIn(manager, 'payment', payment.id, notBy ?? [])
    const people = await manager
      .createQueryBuilder(User, 'user')
      .select(['user.id', 'user.displayName'])
      .innerJoin(School, 'school', 'school.id = :schoolId', { schoolId: payment.schoolId })
      .where('user.role IN (:...able) AND user.isFrozen = :isFrozen', { able, isFrozen: false })
      .andWhere(
        '(user.schoolId = school.id OR (user.schoolId IS NULL AND SUBSTR(school.regionCode, 1, LENGTH(user.regionCode)) = user.regionCode))',
      )
      .andWhere('user.id NOT IN (:...parties)', { parties: [...parties, 0] })
      .orderBy('user.schoolId IS NULL')
      .addOrderBy('user.id')
      .limit(mostNames)
      .getMany()
    return people.map(({ displayName }) => displayName)
  }

  async find(manager: EntityManager, actor: Actor, id: number): Promise<Payment> {
    const [payment] = await this.findMany(manager, actor, [id])
    if (!payment) throw new NotFound('payment', id)
    return payment
  }

  /** Payments by what was sent to the bank, now or on an earlier try, within the actor's scope. */
  async byReference(manager: EntityManager, actor: Actor, references: readonly string[]): Promise<Payment[]> {
    if (references.length === 0) return []
    return this.withLines(
      manager,
      scoped(manager.createQueryBuilder(Payment, 'payment'), actor, 'payment.schoolId').andWhere(
        '(payment.reference IN (:...references) OR payment.id IN (:...ids))',
        {
          references: [...references],
          ids: [0, ...references.flatMap((each) => paymentIdOf(each) ?? [])],
        },
      ),
    )
  }

  /** Several at once; what is out of the actor's scope is not among the answer. */
  findMany(manager: EntityManager, actor: Actor, ids: readonly number[]): Promise<Payment[]> {
    return this.withLines(
      manager,
      scoped(manager.createQueryBuilder(Payment, 'payment'), actor, 'payment.schoolId').andWhere(
        'payment.id IN (:...ids)',
        { ids: [...ids] },
      ),
    )
  }

  private async withLines(manager: EntityManager, query: SelectQueryBuilder<Payment>): Promise<Payment[]> {
    const found = await query.getMany()
    await readLines(manager, found)
    await readParts(manager, found)
    await readCommitments(manager, found)
    await readPayLists(manager, found)
    return found
  }
}

function actionsOn(payment: Payment, actor: Actor, own: Caused = new Set<string>()): string[] {
  const allowed = eventsFrom(paymentTable, payment.status, actor.permissions, own).filter(
    (event) => !byFile.has(event),
  )
  return ['draft', 'failed'].includes(payment.status) && actor.permissions.has('payment.request')
    ? [...allowed, 'update']
    : allowed
}
