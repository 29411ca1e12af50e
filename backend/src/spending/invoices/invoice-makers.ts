/** Who has put in what an invoice says (发票经手人)? Each of them counts as a maker of the payment that is handed in with it. */
import { type EntityManager, In } from 'typeorm'
import { AuditEntry, type Supplied, suppliedIn } from '../../audit/index.js'
import type { PaymentInvoice } from './payment-invoice.entity.js'

export async function invoiceMakersOf(
  manager: EntityManager,
  invoices: readonly PaymentInvoice[],
): Promise<Supplied[]> {
  if (invoices.length === 0) return []
  return suppliedIn(
    await manager.find(AuditEntry, {
      select: { id: true, actorId: true, actorName: true, onBehalfOfId: true, at: true },
      where: { entity: 'invoice', entityId: In(invoices.map(({ invoiceId }) => invoiceId)) },
      order: { id: 'ASC' },
    }),
  )
}
