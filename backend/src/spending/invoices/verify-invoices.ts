/** Do payments and invoices still agree (发票核对)? One school's: what held at the submission holds as long as the payment stands. */
import type { EntityManager } from 'typeorm'
import { addFen, fen } from '../../platform/money.js'
import { sameName } from '../bank-returns/same-payee.js'
import type { Payment } from '../payments/payment.entity.js'
import { isHeld } from '../payments/payment.states.js'
import { wholeNumberOf } from './invoice-number.js'
import { Invoice } from './invoice.entity.js'

/** `payments` with their invoices read into them. One sentence for each thing that does not agree. */
export async function invoicesAgree(
  manager: EntityManager,
  schoolId: number,
  payments: readonly Payment[],
): Promise<string[]> {
  const held = payments.filter(({ status }) => isHeld(status))
  const taken = new Map<number, number[]>()
  for (const { invoiceId, amountFen } of held.flatMap(({ invoices }) => invoices!))
    taken.set(invoiceId, [...(taken.get(invoiceId) ?? []), amountFen])
  const invoices = await manager.find(Invoice, { where: { schoolId }, order: { id: 'ASC' } })
  return [...held.flatMap(wrongWithPayment), ...invoices.flatMap((each) => wrongWithInvoice(each, taken))]
}

function wrongWithPayment({ id, kind, payee, amountFen, status, invoices }: Payment): string[] {
  const parts = invoices!
  const problems: string[] = []
  if (parts.length === 0 && kind === 'reimbursement') problems.push('it reimburses without an invoice')
  const sum = addFen(fen(0), ...parts.map((part) => part.amountFen))
  if (parts.length > 0 && sum !== amountFen) problems.push(`it says ${amountFen}, its invoices ${sum}`)
  // What the bank has sent back may get another payee before it is sent again, which is looked at then.
  if (kind === 'direct' && status !== 'failed')
    for (const { invoice } of parts)
      if (!sameName(invoice!.seller, payee))
        problems.push(`it pays another than the seller of invoice ${invoice!.id}`)
  return problems.map((problem) => `payment ${id}: ${problem}`)
}

function wrongWithInvoice(invoice: Invoice, taken: ReadonlyMap<number, readonly number[]>): string[] {
  const { id, amountFen, wholeNumber } = invoice
  const sum = addFen(fen(0), ...(taken.get(id) ?? []).map(fen))
  return [
    ...(wholeNumber === wholeNumberOf(invoice) ? [] : [`invoice ${id}: its key is not its number`]),
    ...(sum > amountFen ? [`invoice ${id}: payments take ${sum} of ${amountFen}`] : []),
  ]
}
