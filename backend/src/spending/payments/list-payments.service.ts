/** The payments that a pay list makes (发放表的支付): one a person, drafted and let go together. From then on each is a payment like any other. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import {
  AuditEntries,
  noteSupplied,
  othersThan,
  type Supplied,
  type Taken,
  Transitions,
} from '../../audit/index.js'
import { Clock } from '../../platform/calendar.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { addFen, fen } from '../../platform/money.js'
import type { PayList } from '../pay-lists/pay-list.entity.js'
import { paidTo } from '../payees/paid-to.service.js'
import type { Payee } from '../payees/payee.entity.js'
import { type PlainLine, toPlainLine } from './lines.js'
import { Payment } from './payment.entity.js'
import { paymentTable } from './payment.states.js'
import { PaymentReadingService } from './reading.service.js'

/** What one person of a list is paid. */
export interface ListedPayment {
  readonly payListEntryId: number
  readonly payee: Payee
  readonly lines: readonly PlainLine[]
}

type ListOfPayments = Pick<PayList, 'id' | 'schoolId' | 'fiscalYear' | 'title'>

@Injectable()
export class ListPaymentsService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly reading: PaymentReadingService,
  ) {}

  /**
   * Drafts one payment for each, in a fixed number of statements. Who has had a hand in the list counts as a maker of
   * every one of them. A second payment of the same person of the list is refused by the unique key.
   */
  async draft(
    tx: EntityManager,
    actor: Actor,
    list: ListOfPayments,
    listed: readonly ListedPayment[],
    makers: readonly Supplied[],
  ): Promise<void> {
    if (listed.length === 0) return
    const drafts = await this.insert(tx, list, listed)
    const made = await this.transitions.madeMany(tx, paymentTable, drafts, actor)
    const at = this.clock.now()
    // Who makes them stands on each already, with whom they do it for.
    const of = { entity: paymentTable.entity, things: made, at }
    await noteSupplied(tx, of, othersThan(actor, makers), actor)
    const linesOf = new Map(listed.map(({ payListEntryId, lines }) => [payListEntryId, lines]))
    await this.audit.recordMany(
      tx,
      actor,
      drafts.map((draft) => ({
        action: 'payment.create',
        entity: paymentTable.entity,
        entityId: draft.id,
        schoolId: draft.schoolId,
        after: {
          payListId: draft.payListId,
          amountFen: draft.amountFen,
          lines: linesOf.get(draft.payListEntryId!)!.map(toPlainLine),
          reason: draft.reason,
          payeeId: draft.payeeId,
          payee: draft.payee,
          payeeAccountLast4: draft.payeeAccountLast4,
          payeeBank: draft.payeeBank,
        },
      })),
    )
  }

  /** With their lines; read back, for a database may number many rows as it likes. */
  private async insert(
    tx: EntityManager,
    { id: payListId, schoolId, fiscalYear, title }: ListOfPayments,
    listed: readonly ListedPayment[],
  ): Promise<Payment[]> {
    await tx.insert(
      Payment,
      listed.map(({ payListEntryId, payee, lines }) => ({
        schoolId,
        fiscalYear,
        kind: 'direct' as const,
        commitmentId: null,
        payListId,
        payListEntryId,
        status: 'draft' as const,
        amountFen: addFen(fen(0), ...lines.map(({ amountFen }) => fen(amountFen))),
        ...paidTo(payee),
        reason: title,
        reference: null,
        requestedOn: this.clock.today(),
        paidOn: null,
        bankSerial: null,
        failure: null,
        takenBackCount: 0,
        createdAt: this.clock.now(),
      })),
    )
    const linesOf = new Map(listed.map(({ payListEntryId, lines }) => [payListEntryId, lines]))
    const drafts = await tx.find(Payment, {
      where: { payListEntryId: In([...linesOf.keys()]) },
      order: { id: 'ASC' },
    })
    await insertRows(
      tx,
      'payment_line',
      drafts.flatMap(({ id, payListEntryId }) =>
        linesOf.get(payListEntryId!)!.map((line, index) => ({
          paymentId: id,
          schoolId,
          number: index + 1,
          ...toPlainLine(line),
        })),
      ),
    )
    return drafts
  }

  /** The payments in which the people of the list stand, locked. */
  async take(tx: EntityManager, actor: Actor, payListId: number): Promise<Taken<Payment>[]> {
    const rows = await tx
      .createQueryBuilder(Payment, 'payment')
      .select('payment.id', 'id')
      .where('payment.payListId = :payListId AND payment.payListEntryId IS NOT NULL', { payListId })
      .getRawMany<{ id: number }>()
    return this.transitions.takeAll(
      tx,
      Payment,
      rows.map(({ id }) => id),
      (ids) => this.reading.findMany(tx, actor, ids),
    )
  }

  /** Withdraws those that are drafts; of all of them the people of the list are free for other payments. */
  async letGo(tx: EntityManager, actor: Actor, payments: readonly Taken<Payment>[]): Promise<void> {
    const drafts = payments.filter(({ status }) => status === 'draft')
    await this.transitions.moveMany(tx, paymentTable, Payment, drafts, 'withdraw', actor)
    if (payments.length === 0) return
    await tx.update(Payment, { id: In(payments.map(({ id }) => id)) }, { payListEntryId: null })
    // Also of those that were over before: what they say has changed, and the trail keeps what they say.
    await this.audit.recordMany(
      tx,
      actor,
      payments.map(({ id, schoolId, payListEntryId }) => ({
        action: 'payment.let-go',
        entity: paymentTable.entity,
        entityId: id,
        schoolId,
        before: { payListEntryId },
        after: { payListEntryId: null },
      })),
    )
  }
}
