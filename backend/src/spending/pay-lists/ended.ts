/** Is a payment over without having paid (支付是否未付而终)? Then its person may be paid by another. Pure. */
import type { PaymentStatus } from '../payments/payment.states.js'

export const endedStates: readonly PaymentStatus[] = ['refused', 'withdrawn']

export const hasEnded = ({ status }: { readonly status: PaymentStatus }): boolean =>
  endedStates.includes(status)
