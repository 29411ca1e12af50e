/**
 * How money is spent (支付): submitting commits it, the principal approves, the accounting centre checks and sends it
 * to the bank, the bank's return says paid or failed; where no file comes back, a slip that somebody else registers. Only paid is spent; refusing, withdrawing and giving up free it.
 * Money that comes back after it was paid (退汇) is no longer spent, and waits to be sent again or given up.
 */
import { documentTable } from '../../audit/pure.js'
import { stateTable } from '../../platform/states.js'

export const paymentStates = [
  'draft',
  'submitted',
  'approved',
  'checked',
  'paid',
  'failed',
  'refused',
  'withdrawn',
] as const
export type PaymentStatus = (typeof paymentStates)[number]

/** Money of requests in these states is reserved. */
export const committedStates: ReadonlySet<PaymentStatus> = new Set<PaymentStatus>([
  'submitted',
  'approved',
  'checked',
  'failed',
])

/** Money of requests in these states is reserved or spent: handed in, and neither refused nor withdrawn. */
export const heldStates = ['submitted', 'approved', 'checked', 'failed', 'paid'] as const
export const isHeld = (status: PaymentStatus): boolean => (heldStates as readonly string[]).includes(status)
export const heldInSql = heldStates.map((state) => `'${state}'`).join(', ')

/** direct: pays whom the school owes. reimbursement: pays back a person who has paid ahead (报销). */
export const paymentKinds = ['direct', 'reimbursement'] as const
export type PaymentKind = (typeof paymentKinds)[number]

export const paymentTable = stateTable({
  entity: 'payment',
  states: paymentStates,
  initial: 'draft',
  // What the bank has sent back may get another account of the payee.
  edit: { in: ['draft', 'failed'], permissions: ['payment.request'] },
  events: {
    submit: { from: ['draft'], to: 'submitted', permission: 'payment.request', notBy: ['approve', 'check'] },
    withdraw: { from: ['submitted', 'draft'], to: 'withdrawn', permission: 'payment.request' },
    approve: {
      from: ['submitted'],
      to: 'approved',
      permission: 'payment.approve',
      notBy: ['submit', 'check'],
    },
    refuse: {
      from: ['submitted'],
      to: 'refused',
      permission: 'payment.approve',
      notBy: ['submit'],
      needsComment: true,
    },
    check: { from: ['approved'], to: 'checked', permission: 'payment.check', notBy: ['submit', 'approve'] },
    'refer-back': {
      from: ['approved'],
      to: 'refused',
      permission: 'payment.check',
      notBy: ['submit', 'approve'],
      needsComment: true,
    },
    // settle, fail and take-back: by a line of the bank's own file only.
    settle: {
      from: ['checked'],
      to: 'paid',
      permission: 'payment.reconcile',
      notBy: ['submit', 'resend', 'approve'],
    },
    // Without a file, by the bank's slip: only somebody who had no part in the payment says what became of it.
    'register-slip': {
      from: ['checked'],
      to: 'paid',
      permission: 'payment.reconcile',
      notBy: ['submit', 'resend', 'approve', 'check'],
    },
    fail: { from: ['checked'], to: 'failed', permission: 'payment.reconcile' },
    'register-failure': {
      from: ['checked'],
      to: 'failed',
      permission: 'payment.reconcile',
      notBy: ['submit', 'resend', 'approve', 'check'],
      needsComment: true,
    },
    'register-return': {
      from: ['paid'],
      to: 'failed',
      permission: 'payment.reconcile',
      notBy: ['submit', 'resend', 'approve', 'check'],
      needsComment: true,
    },
    'take-back': {
      from: ['paid'],
      to: 'failed',
      permission: 'payment.reconcile',
      notBy: ['approve'],
      needsComment: true,
    },
    resend: { from: ['failed'], to: 'submitted', permission: 'payment.request', notBy: ['approve', 'check'] },
    'give-up': { from: ['failed'], to: 'withdrawn', permission: 'payment.request' },
  },
})

documentTable({
  entity: 'payment',
  parts: { payment_line: 'paymentId', payment_invoice: 'paymentId' },
  hasAttachments: true,
})
