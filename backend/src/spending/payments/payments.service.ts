/** What is spent against the classes' allotments (支付申请)? Committed on submission, spent when the bank has paid, never more than is left. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type EventIn, Transitions } from '../../audit/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, RuleBroken } from '../../platform/errors.js'
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
      const { payeeId, payee, payeeAccount, payeeBank, lines, reason, kind = 'direct', invoices = [] } = given
      const { schoolId, fiscalYear, amountFen } = await checkLines(tx, actor, lines)
      await checkParts(tx, actor, schoolId, invoices)
      if (!payeeId && !payee) throw Invalid.field('payee', 'funding.payee_missing')
      const payment = await tx.save(
        tx.create(Payment, {
          schoolId,
          kind,
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
      const payment = await this.steps.take(tx, actor, id, editing, given)
      const { lines: old, invoices: oldParts, ...before } = payment
      const {
        lines,
        invoices,
        kind,
        payeeId,
        payee,
        payeeAccount,
        payeeBank,
        revision: _revision,
        ...rest
      } = given
      // What the bank has sent back may get another account; its amount is committed and stays.
      if (before.status === 'failed' && (lines || invoices || kind))
        throw new RuleBroken('funding.failed_payee_only')
      const typed = { payeeId, payee, payeeAccount, payeeBank }
      const { amountFen, fiscalYear } = lines ? await checkLines(tx, actor, lines, before.schoolId) : before
      if (invoices) await checkParts(tx, actor, before.schoolId, invoices)
      const change = {
        ...rest,
        ...(kind ? { kind } : {}),
        amountFen,
        fiscalYear,
        ...(await this.paidTo.typed(tx, before.schoolId, typed)),
      }
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
