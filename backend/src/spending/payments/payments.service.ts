/** What is spent against the classes' allotments (支付申请)? Committed on submission, spent when the bank has paid, never more than is left. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type EventIn, Transitions } from '../../audit/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, RuleBroken, StateConflict } from '../../platform/errors.js'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import { editing } from '../../platform/states.js'
import { PaidToService } from '../payees/paid-to.service.js'
import { checkParts, putParts, replaceParts, toPlainPart } from '../invoices/parts.js'
import { checkLines, putLines, replaceLines, toPlainLine } from './lines.js'
import { Payment } from './payment.entity.js'
import { paymentTable } from './payment.states.js'
import type { CreatePaymentIn, PaymentOut, UpdatePaymentIn } from './payments.dto.js'
import { PaymentReadingService } from './reading.service.js'
import { type PaymentEvent, PaymentStepsService, type Settled } from './steps.service.js'

@Injectable()
export class PaymentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly paidTo: PaidToService,
    private readonly reading: PaymentReadingService,
    private readonly steps: PaymentStepsService,
  ) {}

  async create(actor: Actor, given: CreatePaymentIn): Promise<PaymentOut> {
    return this.database.transaction(async (tx) => {
      const { payee, payeeAccount, payeeBank, lines, reason, kind = 'direct', invoices = [] } = given
      const { commitmentId = null } = given
      const { schoolId, fiscalYear, amountFen } = await checkLines(tx, actor, lines)
      await checkParts(tx, actor, schoolId, invoices)
      const payeeId = await this.payeeOf(tx, actor, schoolId, given)
      if (!payeeId && !payee) throw Invalid.field('payee', 'funding.payee_missing')
      const payment = await tx.save(
        tx.create(Payment, {
          schoolId,
          kind,
          commitmentId,
          payListId: null,
          payListEntryId: null,
          fiscalYear,
          amountFen,
          reason,
          payeeId: null,
          payeeAccountSealed: null,
          payeeAccountLast4: null,
          payeeAccountHash: null,
          payeeBank: null,
          payeeBankCode: null,
          ...(await this.paidTo.typed(tx, schoolId, { payeeId, payee, payeeAccount, payeeBank })),
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
      await putLines(tx, payment, lines)
      await putParts(tx, payment, invoices)
      await this.transitions.made(tx, paymentTable, payment, actor)
      await this.audit.record(tx, actor, {
        action: 'payment.create',
        entity: 'payment',
        entityId: payment.id,
        schoolId: payment.schoolId,
        after: {
          kind,
          commitmentId,
          amountFen,
          lines,
          invoices,
          reason,
          payeeId: payment.payeeId,
          payee: payment.payee,
          payeeAccountLast4: payment.payeeAccountLast4,
          payeeBank: payment.payeeBank,
        },
      })
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, payment.id))
    })
  }

  async update(actor: Actor, id: number, given: UpdatePaymentIn): Promise<PaymentOut> {
    return this.database.transaction(async (tx) => {
      // What a payment is put under is held before it, as where money moves between the two.
      if (given.commitmentId) await this.steps.holdCommitment(tx, actor, given.commitmentId)
      const payment = await this.steps.take(tx, actor, id, editing, given)
      const { lines: old, invoices: oldParts, commitment: _commitment, payList: _list, ...before } = payment
      const { lines, invoices } = given
      const change = await this.changeBy(tx, actor, payment, given)
      await this.transitions.edit(tx, paymentTable, Payment, payment, change, actor)
      if (lines) await replaceLines(tx, payment, lines)
      if (invoices) await replaceParts(tx, payment, invoices)
      await this.audit.record(tx, actor, {
        action: 'payment.update',
        entity: 'payment',
        entityId: id,
        schoolId: before.schoolId,
        before: { ...before, lines: old!.map(toPlainLine), invoices: oldParts!.map(toPlainPart) },
        after: {
          ...before,
          ...change,
          lines: (lines ?? old!).map(toPlainLine),
          invoices: (invoices ?? oldParts!).map(toPlainPart),
        },
      })
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, id))
    })
  }

  /** The columns that an edit changes, looked at together with what stays. */
  private async changeBy(
    tx: EntityManager,
    actor: Actor,
    payment: Payment,
    given: UpdatePaymentIn,
  ): Promise<Partial<Payment>> {
    const { lines, invoices, kind, commitmentId, reason, payeeId, payee, payeeAccount, payeeBank } = given
    const { schoolId, status } = payment
    // What the bank has sent back may get another account; its amount is committed and stays.
    if (status === 'failed' && (lines || invoices || kind || commitmentId !== undefined))
      throw new RuleBroken('funding.failed_payee_only')
    const { amountFen, fiscalYear } = lines ? await checkLines(tx, actor, lines, schoolId) : payment
    if (invoices) await checkParts(tx, actor, schoolId, invoices)
    const change: Partial<Payment> = {
      ...(reason === undefined ? {} : { reason }),
      ...(kind === undefined ? {} : { kind }),
      ...(commitmentId === undefined ? {} : { commitmentId }),
      amountFen,
      fiscalYear,
      ...(await this.paidTo.typed(tx, schoolId, { payeeId, payee, payeeAccount, payeeBank })),
    }
    const after = { ...payment, ...change }
    if (payment.payListEntryId !== null) refuseOtherThanListed(payment, after, lines)
    if (status === 'draft' && after.commitmentId !== null)
      await this.steps.requireCommitment(tx, actor, {
        ...after,
        commitmentId: after.commitmentId,
        lines: lines ?? payment.lines!,
      })
    return change
  }

  /** Whom a draft pays: under a commitment whom that is with, where nobody is named. Throws where it does not fit. */
  private async payeeOf(
    tx: EntityManager,
    actor: Actor,
    schoolId: number,
    { commitmentId, payeeId, payee, lines }: CreatePaymentIn,
  ): Promise<number | null | undefined> {
    if (!commitmentId) return payeeId
    const asked = { schoolId, commitmentId, lines, payeeId: payeeId ?? null }
    return this.steps.requireCommitment(tx, actor, asked, payeeId === undefined && payee === undefined)
  }

  /** One step: the state, the ledger and the class's standing move together or not at all. */
  async act(
    actor: Actor,
    id: number,
    event: PaymentEvent,
    { comment, revision, ...settled }: EventIn & Settled = {},
  ): Promise<PaymentOut> {
    return this.database.transaction(async (tx) => {
      const payment = await this.steps.take(tx, actor, id, event, { revision })
      await this.steps.step(tx, actor, payment, event, { comment, ...settled })
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, id))
    })
  }
}

/** Throws StateConflict where it would no longer pay what its list says to the person whom it says. */
function refuseOtherThanListed(
  { payeeId, lines, payList }: Payment,
  after: Payment,
  given: UpdatePaymentIn['lines'],
): void {
  const isSame =
    after.payeeId === payeeId &&
    (!given || snapshotHash(given.map(toPlainLine)) === snapshotHash(lines!.map(toPlainLine)))
  if (!isSame) throw new StateConflict('funding.payment_of_list', { title: payList!.title })
}
