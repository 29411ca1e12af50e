import type { Commitment } from '../types'

/** What a payment under a commitment begins with: its payee, and all that remains of its lines. */
export const paymentUnder = ({ id, payeeId, lines }: Commitment) => ({
  kind: 'direct',
  commitmentId: id,
  payeeId,
  lines: lines
    .filter(({ remainingFen }) => remainingFen > 0)
    .map(({ allotmentId, account, remainingFen }) => ({ allotmentId, account, amountFen: remainingFen })),
})
