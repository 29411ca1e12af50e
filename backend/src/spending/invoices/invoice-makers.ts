/** Who has put in what an invoice says (发票经手人)? Each of them counts as a maker of the payment that is handed in with it. */
import { type EntityManager, In } from 'typeorm'
import { AuditEntry, type Supplied } from '../../audit/index.js'
import { localDateOf } from '../../platform/calendar.js'
import type { PaymentInvoice } from './payment-invoice.entity.js'

export async function invoiceMakersOf(
  manager: EntityManager,
  invoices: readonly PaymentInvoice[],
): Promise<Supplied[]> {
  if (invoices.length === 0) return []
  const entries = await manager.find(AuditEntry, {
    where: { entity: 'invoice', entityId: In(invoices.map(({ invoiceId }) => invoiceId)) },
    order: { id: 'ASC' },
  })
  return entries.flatMap(({ actorId, actorName, onBehalfOfId, at }) =>
    actorId === null
      ? []
      : [{ by: { userId: actorId, displayName: actorName }, forId: onBehalfOfId, on: localDateOf(at) }],
  )
}
