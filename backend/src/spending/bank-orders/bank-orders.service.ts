/** Which payments go to the bank together (付款指令)? Each checked payment is in one open order, and an order is sent or dissolved. */
import { Injectable, type StreamableFile } from '@nestjs/common'
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type EventIn, type Taken, Transitions } from '../../audit/index.js'
import { School, SchoolScope, scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { contains, equals, where } from '../../platform/filters.js'
import { addFen, fen, toFen } from '../../platform/money.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import { eventsFrom } from '../../platform/states.js'
import type { BankFormatChoiceOut } from '../bank-formats/bank-formats.dto.js'
import { readLines } from '../payments/lines.js'
import { Payment } from '../payments/payment.entity.js'
import { BankOrderBudgetFileService } from './bank-order-file-budget.service.js'
import { BankOrderFileService, type Ordered } from './bank-order-file.service.js'
import { BankOrder } from './bank-order.entity.js'
import { BankOrderLine } from './bank-order-line.entity.js'
import type { FileRow } from './file-row.js'
import { inDrawnOrder } from './drawn-orders.js'
import { bankOrderTable } from './bank-order.states.js'
import {
  type BankOrderListQuery,
  type BankOrderOut,
  type BankOrderWaitingOut,
  type DrawBankOrderIn,
  toBankOrderOut,
} from './bank-orders.dto.js'

const orders: Listing<BankOrderListQuery> = {
  sortable: { id: 'bankOrder.id', drawnAt: 'bankOrder.drawnAt', amountFen: 'bankOrder.amountFen' },
  filters: {
    schoolId: where(
      'EXISTS (SELECT 1 FROM bank_order_line line WHERE line.bankOrderId = bankOrder.id AND line.schoolId = :schoolId)',
    ),
    status: equals('bankOrder.status'),
    q: contains('bankOrder.number', 'bankOrder.drawnByName'),
  },
}

const mostRows = 20_000

@Injectable()
export class BankOrdersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly schools: SchoolScope,
    private readonly files: BankOrderFileService,
    private readonly budgetFiles: BankOrderBudgetFileService,
  ) {}

  async list(actor: Actor, list: BankOrderListQuery): Promise<Page<BankOrderOut>> {
    const page = await paged(
      this.visible(this.database.read, actor),
      { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' },
      orders,
      (order) => order,
    )
    return { ...page, items: await this.outs(this.database.read, actor, page.items) }
  }

  async get(actor: Actor, id: number): Promise<BankOrderOut> {
    return this.out(this.database.read, actor, id)
  }

  /** What a new order would hold now; nothing is written. */
  async waiting(actor: Actor, schoolId?: number): Promise<BankOrderWaitingOut> {
    const sums = await this.undrawn(this.database.read, actor, schoolId)
      .select('COUNT(*)', 'count')
      .addSelect('SUM(payment.amountFen)', 'sum')
      .getRawOne<{ count: string | number; sum: string | number | null }>()
    return { count: Number(sums?.count ?? 0), amountFen: toFen(sums?.sum ?? 0) }
  }

  /** Throws RuleBroken where nothing waits, StateConflict where something else waits than the person saw. */
  async draw(actor: Actor, given: DrawBankOrderIn): Promise<BankOrderOut> {
    return this.database.transaction(async (tx) => {
      if (given.schoolId !== undefined) await this.schools.require(actor, given.schoolId, tx)
      const payments = await this.takeUndrawn(tx, actor, given.schoolId)
      const amountFen = addFen(fen(0), ...payments.map((each) => each.amountFen))
      const isAsSeen =
        (given.count ?? payments.length) === payments.length && (given.amountFen ?? amountFen) === amountFen
      if (!isAsSeen)
        throw new StateConflict('funding.bank_order_changed', { count: payments.length, amountFen })
      const order = await this.insert(tx, actor, given.schoolId, payments, amountFen)
      return this.out(tx, actor, order.id)
    })
  }

  /** Throws StateConflict (409) for what was dissolved, or holds a payment that does not wait any more and was not sent. */
  async file(actor: Actor, id: number, format?: string): Promise<StreamableFile> {
    return this.database.transaction(async (tx) => {
      await this.find(tx, actor, id)
      const order = await this.files.count(tx, id)
      if (order.status === 'drawn') await this.refuseGone(tx, order)
      return this.files.send(tx, actor, order, format)
    })
  }

  /** By which its file may be written, the likeliest first. */
  async formats(actor: Actor, id: number): Promise<BankFormatChoiceOut[]> {
    const order = await this.find(this.database.read, actor, id)
    return this.files.choices(this.database.read, actor, order)
  }

  /** The same payments for the budget system; it does not count as the bank's file. Throws as `file` does. */
  async budgetFile(actor: Actor, id: number): Promise<StreamableFile> {
    return this.database.transaction(async (tx) => {
      const [order] = await this.transitions.takeAll(tx, BankOrder, [id], async () => [
        await this.find(tx, actor, id),
      ])
      if (order!.status === 'drawn') await this.refuseGone(tx, order!)
      return this.budgetFiles.send(tx, actor, order!)
    })
  }

  async act(
    actor: Actor,
    id: number,
    event: 'send' | 'dissolve',
    { comment, revision }: EventIn,
  ): Promise<BankOrderOut> {
    return this.database.transaction(async (tx) => {
      const read = () => this.find(tx, actor, id)
      const order = await this.transitions.take(tx, bankOrderTable, BankOrder, id, event, actor, {
        read,
        seen: { revision },
      })
      if (event === 'send') {
        await this.refuseGone(tx, order)
        await this.files.requireAsDrawn(tx, order)
      }
      await this.transitions.move(tx, bankOrderTable, BankOrder, order, event, actor, {
        comment,
        set: event === 'send' ? { sentAt: this.clock.now(), sentByName: actor.displayName } : {},
      })
      if (event === 'dissolve') await tx.update(BankOrderLine, { bankOrderId: id }, { openKey: null })
      return this.out(tx, actor, id)
    })
  }

  // Locked first and read after: what another order has taken at this instant is not among them.
  private async takeUndrawn(tx: EntityManager, actor: Actor, schoolId?: number): Promise<Taken<Ordered>[]> {
    const found = await this.undrawn(tx, actor, schoolId)
      .select('payment.id', 'id')
      .orderBy('payment.id')
      .limit(mostRows + 1)
      .getRawMany<{ id: number }>()
    if (found.length > mostRows) throw new RuleBroken('funding.bank_order_too_long', { most: mostRows })
    const ids = found.map(({ id }) => id)
    const payments = await this.transitions.takeAll(
      tx,
      Payment,
      ids,
      (each) =>
        this.undrawn(tx, actor, schoolId)
          .innerJoinAndMapOne('payment.school', School, 'school', 'school.id = payment.schoolId')
          .andWhere('payment.id IN (:...ids)', { ids: [...each] })
          .orderBy('payment.id')
          .getMany() as Promise<Ordered[]>,
    )
    if (payments.length === 0) throw new RuleBroken('funding.bank_order_nothing')
    await readLines(tx, payments)
    return payments as Taken<Ordered>[]
  }

  /** Checked, not answered by the bank, in no open order, and under no earlier reference in one that may still be sent. */
  private undrawn(manager: EntityManager, actor: Actor, schoolId?: number): SelectQueryBuilder<Payment> {
    return scoped(
      manager.createQueryBuilder(Payment, 'payment'),
      actor,
      'payment.schoolId',
      schoolId,
    ).andWhere(
      `payment.status = 'checked' AND NOT EXISTS (SELECT 1 FROM bank_order_line line WHERE line.openKey = payment.reference) AND NOT ${inDrawnOrder}`,
    )
  }

  private async insert(
    tx: EntityManager,
    actor: Actor,
    schoolId: number | undefined,
    payments: readonly Ordered[],
    amountFen: BankOrder['amountFen'],
  ): Promise<BankOrder> {
    const drawer = actor.schoolId === null ? actor.regionCode : `S${actor.schoolId}`
    const number = await this.nextNumber(tx, drawer)
    const rows: FileRow[] = payments.map((each) => this.files.rowOf(each, number))
    const order = tx.create(BankOrder, {
      regionCode: actor.regionCode,
      schoolId: schoolId ?? actor.schoolId,
      drawer,
      number,
      status: 'drawn',
      lineCount: payments.length,
      amountFen,
      contentHash: snapshotHash(rows),
      exportedCount: 0,
      drawnById: actor.userId,
      drawnByName: actor.displayName,
      drawnAt: this.clock.now(),
      sentByName: null,
      sentAt: null,
    })
    // Somebody else drew at this instant: the unique keys of number and payment are the last word.
    await onDuplicate(async () => {
      await tx.save(order)
      await insertRows(
        tx,
        'bank_order_line',
        payments.map((each, i) => ({
          bankOrderId: order.id,
          schoolId: each.schoolId,
          paymentId: each.id,
          reference: each.reference,
          openKey: each.reference,
          rowSealed: this.files.sealed(rows[i]!),
        })),
      )
    }, atOnce)
    await this.transitions.made(tx, bankOrderTable, order, actor)
    const { lineCount, contentHash } = order
    await this.audit.record(tx, actor, {
      action: 'bank_order.draw',
      entity: 'bank_order',
      entityId: order.id,
      schoolId: order.schoolId,
      regionCode: order.regionCode,
      after: {
        number,
        count: lineCount,
        amountFen,
        contentHash,
        firstId: payments[0]!.id,
        lastId: payments.at(-1)!.id,
      },
    })
    return order
  }

  private async nextNumber(tx: EntityManager, drawer: string): Promise<string> {
    const year = this.clock.today().slice(0, 4)
    const last = await tx
      .createQueryBuilder(BankOrder, 'bankOrder')
      .select('bankOrder.number', 'number')
      .where('bankOrder.drawer = :drawer AND bankOrder.number LIKE :year', { drawer, year: `${year}-%` })
      .orderBy('bankOrder.id', 'DESC')
      .limit(1)
      .getRawOne<{ number: string }>()
    return `${year}-${String(Number(last?.number.slice(5) ?? 0) + 1).padStart(4, '0')}`
  }

  // Its file says what was true when it was drawn: what has changed since is in another order, or is not to be paid.
  private async refuseGone(tx: EntityManager, order: BankOrder): Promise<void> {
    const lines = await tx.findBy(BankOrderLine, { bankOrderId: order.id })
    const payments = await this.transitions.takeAll(
      tx,
      Payment,
      lines.map(({ paymentId }) => paymentId),
      (ids) => tx.findBy(Payment, { id: In([...ids]) }),
    )
    const waiting = new Set(
      payments.filter(({ status }) => status === 'checked').map(({ reference }) => reference),
    )
    const gone = lines.find(({ reference }) => !waiting.has(reference))
    if (!gone) return
    const payee = payments.find(({ id }) => id === gone.paymentId)?.payee ?? '—'
    throw new StateConflict('funding.bank_order_gone', {
      number: order.number,
      reference: gone.reference,
      payee,
    })
  }

  private unanswered(
    manager: EntityManager,
    ids: readonly number[],
  ): Promise<{ id: number; count: string | number }[]> {
    return manager
      .createQueryBuilder(BankOrderLine, 'line')
      .innerJoin(
        Payment,
        'payment',
        "payment.id = line.paymentId AND payment.reference = line.reference AND payment.status = 'checked'",
      )
      .select('line.bankOrderId', 'id')
      .addSelect('COUNT(*)', 'count')
      .where('line.bankOrderId IN (:...ids)', { ids: [...ids] })
      .groupBy('line.bankOrderId')
      .getRawMany()
  }

  private async out(manager: EntityManager, actor: Actor, id: number): Promise<BankOrderOut> {
    return (await this.outs(manager, actor, [await this.find(manager, actor, id)]))[0]!
  }

  private async outs(
    manager: EntityManager,
    actor: Actor,
    found: readonly BankOrder[],
  ): Promise<BankOrderOut[]> {
    if (found.length === 0) return []
    const rows = await this.unanswered(
      manager,
      found.map(({ id }) => id),
    )
    const counts = new Map(rows.map(({ id, count }) => [id, Number(count)]))
    return found.map((order) => {
      const count = counts.get(order.id) ?? 0
      return toBankOrderOut(
        order,
        order.status === 'dissolved' ? 0 : count,
        eventsFrom(bankOrderTable, order.status, actor.permissions).filter(
          (event) => event !== 'send' || count === order.lineCount,
        ),
      )
    })
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<BankOrder> {
    const order = await this.visible(manager, actor).andWhere('bankOrder.id = :id', { id }).getOne()
    if (!order) throw new NotFound('bank_order', id)
    return order
  }

  // Of many schools at once only offices see it: its sums are not one school's.
  private visible(manager: EntityManager, actor: Actor): SelectQueryBuilder<BankOrder> {
    const query = manager.createQueryBuilder(BankOrder, 'bankOrder')
    return actor.schoolId === null
      ? query.andWhere('bankOrder.regionCode LIKE :region', { region: `${actor.regionCode}%` })
      : query.andWhere('bankOrder.schoolId = :own', { own: actor.schoolId })
  }
}

const atOnce = () => new StateConflict('funding.bank_order_at_once')
