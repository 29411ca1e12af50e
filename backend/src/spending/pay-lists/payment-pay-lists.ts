/** Which pay lists have made payments (支付所属发放表)? Read with the payments. */
import { type EntityManager, In } from 'typeorm'
import type { Payment } from '../payments/payment.entity.js'
import { PayList } from './pay-list.entity.js'

export class PaymentListOut {
  id!: number
  title!: string
}

export const toPaymentListOut = ({ id, title }: PayList): PaymentListOut => ({ id, title })

/** Reads the lists of these payments into them, in one statement. */
export async function readPayLists(manager: EntityManager, payments: readonly Payment[]): Promise<void> {
  const ids = [...new Set(payments.flatMap(({ payListId }) => payListId ?? []))]
  const found = ids.length === 0 ? [] : await manager.findBy(PayList, { id: In(ids) })
  const known = new Map(found.map((each) => [each.id, each]))
  for (const payment of payments)
    payment.payList = payment.payListId === null ? null : known.get(payment.payListId)!
}
