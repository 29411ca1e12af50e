/** In which order that is neither sent nor dissolved does a payment stand (未送的付款指令)? While it does, nothing becomes of it. */
import type { EntityManager } from 'typeorm'
import { BankOrderLine } from './bank-order-line.entity.js'
import { BankOrder } from './bank-order.entity.js'

/** Under any reference; for one alias of a payment. */
export const inDrawnOrder =
  "EXISTS (SELECT 1 FROM bank_order_line held INNER JOIN bank_order holder ON holder.id = held.bankOrderId WHERE held.paymentId = payment.id AND holder.status = 'drawn')"

/** Of these references those that stand in an order which was sent. */
export async function sentReferences(
  manager: EntityManager,
  references: readonly string[],
): Promise<Set<string>> {
  if (references.length === 0) return new Set()
  const rows = await manager
    .createQueryBuilder(BankOrderLine, 'line')
    .innerJoin(BankOrder, 'bankOrder', "bankOrder.id = line.bankOrderId AND bankOrder.status = 'sent'")
    .select('line.openKey', 'reference')
    .where('line.openKey IN (:...references)', { references: [...references] })
    .getRawMany<{ reference: string }>()
  return new Set(rows.map(({ reference }) => reference))
}

/** Number of the order by payment. To be asked when the payments are locked. */
export async function drawnOrdersOf(
  manager: EntityManager,
  paymentIds: readonly number[],
): Promise<Map<number, string>> {
  if (paymentIds.length === 0) return new Map()
  const rows = await manager
    .createQueryBuilder(BankOrderLine, 'line')
    .innerJoin(BankOrder, 'bankOrder', "bankOrder.id = line.bankOrderId AND bankOrder.status = 'drawn'")
    .select('line.paymentId', 'paymentId')
    .addSelect('bankOrder.number', 'number')
    .where('line.paymentId IN (:...paymentIds)', { paymentIds: [...paymentIds] })
    .getRawMany<{ paymentId: number; number: string }>()
  return new Map(rows.map(({ paymentId, number }) => [Number(paymentId), number]))
}
