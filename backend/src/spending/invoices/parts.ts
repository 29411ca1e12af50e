/** Which invoices does a payment pay (支付的发票)? Read with the payments, checked when drafted and, under the lock of each invoice, when handed in. */
import { type EntityManager, In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { requireAsNoted } from '../../audit/index.js'
import { scoped } from '../../organisation/index.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { addFen, type Fen, fen, subtractFen, toFen } from '../../platform/money.js'
import { sameName } from '../bank-returns/same-payee.js'
import { Payee } from '../payees/payee.entity.js'
import { Payment } from '../payments/payment.entity.js'
import { heldStates } from '../payments/payment.states.js'
import { Invoice } from './invoice.entity.js'
import { PaymentInvoice } from './payment-invoice.entity.js'

export interface PlainPart {
  readonly invoiceId: number
  readonly amountFen: number
}

/** A part as it is asked for, kept and told to the trail. */
export const toPlainPart = ({ invoiceId, amountFen }: PlainPart) => ({
  invoiceId,
  amountFen: fen(amountFen),
})

/** Reads the invoices of these payments into them, in one statement. */
export async function readParts(manager: EntityManager, payments: readonly Payment[]): Promise<void> {
  if (payments.length === 0) return
  const ids = payments.map(({ id }) => id)
  putInto(
    payments,
    await partsWith(manager)
      .where({ paymentId: In(ids) })
      .getMany(),
  )
}

/** The same for all payments of a school, whatever their number. */
export async function readPartsOfSchool(
  manager: EntityManager,
  schoolId: number,
  payments: readonly Payment[],
): Promise<void> {
  putInto(payments, await partsWith(manager).where({ schoolId }).getMany())
}

const partsWith = (manager: EntityManager) =>
  manager
    .createQueryBuilder(PaymentInvoice, 'part')
    .innerJoinAndMapOne('part.invoice', Invoice, 'invoice', 'invoice.id = part.invoiceId')
    .orderBy('part.id')

function putInto(payments: readonly Payment[], parts: readonly PaymentInvoice[]): void {
  const byPayment = new Map<number, PaymentInvoice[]>(payments.map(({ id }) => [id, []]))
  for (const part of parts) byPayment.get(part.paymentId)?.push(part)
  for (const payment of payments) payment.invoices = byPayment.get(payment.id)!
}

/** Throws NotFound for an invoice out of the actor's scope or of another school, Invalid where one is named twice. */
export async function checkParts(
  tx: EntityManager,
  actor: Actor,
  schoolId: number,
  given: readonly PlainPart[],
): Promise<void> {
  if (given.length === 0) return
  const ids = given.map(({ invoiceId }) => invoiceId)
  const found = await scoped(tx.createQueryBuilder(Invoice, 'invoice'), actor)
    .andWhere('invoice.id IN (:...ids) AND invoice.schoolId = :ofSchool', { ids, ofSchool: schoolId })
    .getMany()
  const known = new Map(found.map((invoice) => [invoice.id, invoice]))
  const missing = ids.find((id) => !known.has(id))
  if (missing !== undefined) throw new NotFound('invoice', missing)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined)
    throw Invalid.field('invoices', 'funding.invoice_twice', { number: known.get(twice)!.number })
}

export async function putParts(
  tx: EntityManager,
  { id, schoolId }: Pick<Payment, 'id' | 'schoolId'>,
  given: readonly PlainPart[],
): Promise<void> {
  await insertRows(
    tx,
    'payment_invoice',
    given.map((part) => ({ paymentId: id, schoolId, ...toPlainPart(part) })),
  )
}

/** All of them anew; under the lock of the payment, which was taken for editing. */
export async function replaceParts(
  tx: EntityManager,
  payment: Payment,
  given: readonly PlainPart[],
): Promise<void> {
  await tx.delete(PaymentInvoice, { paymentId: payment.id })
  await putParts(tx, payment, given)
}

/**
 * What holds from the submission on; the lock of the payment is held, those of its invoices are taken here, in the order of
 * their ids, and its invoices are read into it after. Throws Invalid for a reimbursement that pays no person or has no
 * invoice, RuleBroken where the parts do not come to the amount, a direct payment pays another than the seller, or an
 * invoice has less left than is taken.
 */
export async function requireInvoices(tx: EntityManager, payment: Payment): Promise<void> {
  await lockInvoices(
    tx,
    payment.invoices!.map(({ invoiceId }) => invoiceId),
  )
  await requireAsNoted(
    tx,
    'invoice',
    payment.invoices!.map(({ invoiceId }) => invoiceId),
  )
  await readParts(tx, [payment])
  const parts = payment.invoices!
  if (payment.kind === 'reimbursement') await requireReimbursable(tx, payment)
  if (parts.length === 0) return
  const sumFen = addFen(fen(0), ...parts.map(({ amountFen }) => amountFen))
  if (sumFen !== payment.amountFen)
    throw new RuleBroken('funding.invoices_sum', { sumFen, amountFen: payment.amountFen })
  const other = parts.find(({ invoice }) => !sameName(invoice!.seller, payment.payee))
  if (payment.kind === 'direct' && other) {
    const { number, seller } = other.invoice!
    throw new RuleBroken('funding.invoice_of_other', { number, seller, payee: payment.payee })
  }
  const held = await heldOf(
    tx,
    parts.map(({ invoiceId }) => invoiceId),
    payment.id,
  )
  for (const { invoice, amountFen } of parts) {
    const freeFen = subtractFen(invoice!.amountFen, held.get(invoice!.id) ?? fen(0))
    if (amountFen > freeFen)
      throw new RuleBroken('funding.invoice_used_up', {
        number: invoice!.number,
        freeFen,
        askedFen: amountFen,
      })
  }
}

async function requireReimbursable(tx: EntityManager, { payeeId, invoices }: Payment): Promise<void> {
  const payee = payeeId === null ? null : await tx.findOneBy(Payee, { id: payeeId })
  if (payee?.kind !== 'person') throw Invalid.field('payeeId', 'funding.reimbursed_person')
  if (invoices!.length === 0) throw Invalid.field('invoices', 'funding.reimbursed_invoice_missing')
}

/** So that of two payments with one invoice the second sees what the first has taken. SQLite has one writer. */
export async function lockInvoices(tx: EntityManager, ids: readonly number[]): Promise<void> {
  if (ids.length === 0 || tx.connection.options.type === 'better-sqlite3') return
  await tx
    .createQueryBuilder(Invoice, 'invoice')
    .select('invoice.id')
    .where('invoice.id IN (:...ids)', { ids: [...ids] })
    .orderBy('invoice.id')
    .setLock('pessimistic_write')
    .getRawMany()
}

/** What payments that were handed in take of these invoices, but one. */
async function heldOf(
  tx: EntityManager,
  invoiceIds: readonly number[],
  but: number,
): Promise<Map<number, Fen>> {
  const rows = await tx
    .createQueryBuilder(PaymentInvoice, 'part')
    .innerJoin(Payment, 'payment', 'payment.id = part.paymentId')
    .select(['part.invoiceId AS invoiceId', 'SUM(part.amountFen) AS amountFen'])
    .where('part.invoiceId IN (:...invoiceIds) AND part.paymentId <> :but', {
      invoiceIds: [...invoiceIds],
      but,
    })
    .andWhere('payment.status IN (:...held)', { held: [...heldStates] })
    .groupBy('part.invoiceId')
    .getRawMany<{ invoiceId: number; amountFen: string | number }>()
  return new Map(rows.map(({ invoiceId, amountFen }) => [invoiceId, toFen(amountFen)]))
}

/** The payments of these invoices, with what each takes; in one statement. */
export async function partsOfInvoices(
  manager: EntityManager,
  invoiceIds: readonly number[],
): Promise<Map<number, PaymentInvoice[]>> {
  const parts = new Map<number, PaymentInvoice[]>(invoiceIds.map((id) => [id, []]))
  if (invoiceIds.length === 0) return parts
  const found = await manager
    .createQueryBuilder(PaymentInvoice, 'part')
    .innerJoinAndMapOne('part.payment', Payment, 'payment', 'payment.id = part.paymentId')
    .where({ invoiceId: In([...invoiceIds]) })
    .orderBy('part.id')
    .getMany()
  for (const part of found) parts.get(part.invoiceId)!.push(part)
  return parts
}
