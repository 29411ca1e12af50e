/** Which invoices has a school (发票登记)? Each stands once in the installation; what a payment was handed in with stays as it is. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, documentTable, requireAsNoted } from '../../audit/index.js'
import { SchoolScope, scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { cases, contains, equals, where } from '../../platform/filters.js'
import { fen } from '../../platform/money.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { heldInSql, isHeld } from '../payments/payment.states.js'
import { wholeNumberOf, wrongNumber } from './invoice-number.js'
import { Invoice } from './invoice.entity.js'
import {
  type CreateInvoiceIn,
  type InvoiceListQuery,
  type InvoiceOut,
  toInvoiceOut,
  type UpdateInvoiceIn,
} from './invoices.dto.js'
import { lockInvoices, partsOfInvoices } from './parts.js'

documentTable({ entity: 'invoice' })

const heldFen = `(SELECT COALESCE(SUM(part.amountFen), 0) FROM payment_invoice part JOIN payment ON payment.id = part.paymentId WHERE part.invoiceId = invoice.id AND payment.status IN (${heldInSql}))`

const invoices: Listing<InvoiceListQuery> = {
  sortable: {
    id: 'invoice.id',
    issuedOn: 'invoice.issuedOn',
    seller: 'invoice.seller',
    amountFen: 'invoice.amountFen',
  },
  filters: {
    schoolId: equals('invoice.schoolId'),
    fiscalYear: where(
      '(EXISTS (SELECT 1 FROM payment_invoice part JOIN payment ON payment.id = part.paymentId WHERE part.invoiceId = invoice.id AND payment.fiscalYear = :fiscalYear) OR (CAST(SUBSTR(invoice.issuedOn, 1, 4) AS SIGNED) = :fiscalYear AND NOT EXISTS (SELECT 1 FROM payment_invoice part WHERE part.invoiceId = invoice.id)))',
    ),
    isOpen: cases({ true: `invoice.amountFen > ${heldFen}`, false: `invoice.amountFen <= ${heldFen}` }),
    q: contains('invoice.seller', 'invoice.number', 'invoice.code'),
  },
}

@Injectable()
export class InvoicesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly schools: SchoolScope,
  ) {}

  async list(actor: Actor, list: InvoiceListQuery): Promise<Page<InvoiceOut>> {
    const { read } = this.database
    const page = await paged(
      this.visible(read, actor),
      { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' },
      invoices,
      (invoice) => invoice,
    )
    return { ...page, items: await this.outs(read, actor, page.items) }
  }

  async get(actor: Actor, id: number): Promise<InvoiceOut> {
    const { read } = this.database
    return this.out(read, actor, await this.find(read, actor, id))
  }

  async create(actor: Actor, { code = null, ...given }: CreateInvoiceIn): Promise<InvoiceOut> {
    return this.database.transaction(async (tx) => {
      await this.schools.require(actor, given.schoolId, tx)
      const invoice = tx.create(Invoice, {
        ...given,
        amountFen: fen(given.amountFen),
        code,
        wholeNumber: wholeNumberOf({ code, number: given.number }),
        createdAt: this.clock.now(),
      })
      this.requireSound(invoice)
      await this.whereUnknown(tx, invoice, () => tx.save(invoice))
      await this.audit.record(tx, actor, {
        action: 'invoice.create',
        entity: 'invoice',
        entityId: invoice.id,
        schoolId: invoice.schoolId,
        after: invoice,
      })
      return this.out(tx, actor, invoice)
    })
  }

  async update(actor: Actor, id: number, { amountFen, ...given }: UpdateInvoiceIn): Promise<InvoiceOut> {
    return this.database.transaction(async (tx) => {
      await lockInvoices(tx, [id])
      await requireAsNoted(tx, 'invoice', [id])
      const before = await this.find(tx, actor, id)
      const parts = (await partsOfInvoices(tx, [id])).get(id)!
      const count = parts.filter(({ payment }) => isHeld(payment!.status)).length
      if (count > 0) throw new RuleBroken('funding.invoice_held', { count })
      const change = { ...given, ...(amountFen === undefined ? {} : { amountFen: fen(amountFen) }) }
      const changed = { ...before, ...change }
      const after: Invoice = { ...changed, wholeNumber: wholeNumberOf(changed) }
      this.requireSound(after)
      const { wholeNumber } = after
      if (Object.keys(change).length > 0)
        await this.whereUnknown(tx, after, () => tx.update(Invoice, { id }, { ...change, wholeNumber }))
      await this.audit.record(tx, actor, {
        action: 'invoice.update',
        entity: 'invoice',
        entityId: id,
        schoolId: before.schoolId,
        before,
        after,
      })
      return this.out(tx, actor, after)
    })
  }

  /** What was put in by mistake, and no payment has ever named. */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockInvoices(tx, [id])
      await requireAsNoted(tx, 'invoice', [id])
      const before = await this.find(tx, actor, id)
      const count = (await partsOfInvoices(tx, [id])).get(id)!.length
      if (count > 0) throw new RuleBroken('funding.invoice_used', { count })
      await tx.delete(Invoice, { id })
      await this.audit.record(tx, actor, {
        action: 'invoice.delete',
        entity: 'invoice',
        entityId: id,
        schoolId: before.schoolId,
        before,
      })
    })
  }

  private requireSound(invoice: Invoice): void {
    const wrong = wrongNumber(invoice)
    if (wrong) throw Invalid.field(wrong.field, wrong.says)
    const { issuedOn } = invoice
    const today = this.clock.today()
    if (issuedOn > today) throw Invalid.field('issuedOn', 'funding.invoice_day', { issuedOn, today })
  }

  // Another school's people are told that it is registered and nothing else: neither where, nor for what.
  private async whereUnknown<T>(tx: EntityManager, invoice: Invoice, write: () => Promise<T>): Promise<T> {
    const { schoolId, wholeNumber, number } = invoice
    const registered = new RuleBroken('funding.invoice_registered', { number })
    const other = await tx.findOneBy(Invoice, { wholeNumber })
    if (other && other.id !== invoice.id) {
      if (other.schoolId !== schoolId) throw registered
      const parts = (await partsOfInvoices(tx, [other.id])).get(other.id)!
      const paying = parts.find(({ payment }) => isHeld(payment!.status)) ?? parts.at(-1)
      if (!paying)
        throw new RuleBroken('funding.invoice_registered_here', {
          number,
          seller: other.seller,
          amountFen: other.amountFen,
        })
      const { requestedOn, payee, amountFen } = paying.payment!
      throw new RuleBroken('funding.invoice_paid_already', { number, requestedOn, payee, amountFen })
    }
    // Somebody was quicker: the unique key is the last word.
    return onDuplicate(write, () => registered)
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Invoice> {
    const invoice = await this.visible(manager, actor).andWhere('invoice.id = :id', { id }).getOne()
    if (!invoice) throw new NotFound('invoice', id)
    return invoice
  }

  private visible(manager: EntityManager, actor: Actor): SelectQueryBuilder<Invoice> {
    return scoped(manager.createQueryBuilder(Invoice, 'invoice'), actor)
  }

  private async out(manager: EntityManager, actor: Actor, invoice: Invoice): Promise<InvoiceOut> {
    return (await this.outs(manager, actor, [invoice]))[0]!
  }

  private async outs(manager: EntityManager, actor: Actor, found: readonly Invoice[]): Promise<InvoiceOut[]> {
    const parts = await partsOfInvoices(
      manager,
      found.map(({ id }) => id),
    )
    const mayWrite = actor.permissions.has('payment.request')
    return found.map((invoice) => toInvoiceOut(invoice, parts.get(invoice.id)!, mayWrite))
  }
}
