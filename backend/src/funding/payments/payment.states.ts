/** How a spending request (支付申请) is decided: submitting reserves the money, approving spends it, refusing frees it. */
import { stateTable } from '../../platform/states.js'

export const paymentStates = ['draft', 'submitted', 'approved', 'refused', 'withdrawn'] as const
export type PaymentStatus = (typeof paymentStates)[number]

export const paymentTable = stateTable({
  entity: 'payment',
  states: paymentStates,
  initial: 'draft',
  events: {
    submit: { from: ['draft'], to: 'submitted', permission: 'payment.request', notBy: ['approve'] },
    withdraw: { from: ['submitted', 'draft'], to: 'withdrawn', permission: 'payment.request' },
    approve: { from: ['submitted'], to: 'approved', permission: 'payment.approve', notBy: ['submit'] },
    refuse: { from: ['submitted'], to: 'refused', permission: 'payment.approve', notBy: ['submit'], needsComment: true },
  },
})
