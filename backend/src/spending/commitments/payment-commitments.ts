/** Under which commitments do payments stand (支付所属合同)? Read with the payments. */
import { type EntityManager, In } from 'typeorm'
import type { Payment } from '../payments/payment.entity.js'
import { Commitment } from './commitment.entity.js'
import type { CommitmentKind } from './commitment.states.js'

export class PaymentCommitmentOut {
  id!: number
  kind!: CommitmentKind
  number!: string
  title!: string
}

export const toPaymentCommitmentOut = ({ id, kind, number, title }: Commitment): PaymentCommitmentOut => ({
  id,
  kind,
  number,
  title,
})

/** Reads the commitments of these payments into them, in one statement. */
export async function readCommitments(manager: EntityManager, payments: readonly Payment[]): Promise<void> {
  const ids = [...new Set(payments.flatMap(({ commitmentId }) => commitmentId ?? []))]
  const found = ids.length === 0 ? [] : await manager.findBy(Commitment, { id: In(ids) })
  const known = new Map(found.map((each) => [each.id, each]))
  for (const payment of payments)
    payment.commitment = payment.commitmentId === null ? null : known.get(payment.commitmentId)!
}
