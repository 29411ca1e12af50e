/**
 * How a correction goes (更正办理): asked for and approved like a payment. What only moves in the books is posted by the
 * accounting centre; money that comes back is posted when somebody with no part in it has the bank's evidence. What the
 * bank's own file has opened is ended by its line.
 */
import { documentTable } from '../../audit/pure.js'
import { stateTable } from '../../platform/states.js'

/**
 * refund: the payee gives money back. double_payment: the bank has paid twice, and the second sum comes back. returned:
 * the bank has sent the payment back (退汇). red_letter: the payment was registered as paid, and never was (红字冲销).
 * reclassification: spent rightly, booked on another class, fund, purpose or account (调账).
 */
export const correctionKinds = [
  'refund',
  'double_payment',
  'returned',
  'red_letter',
  'reclassification',
] as const
export type CorrectionKind = (typeof correctionKinds)[number]

/** What a person may ask for; the others are opened by a line of the bank. */
export const askedKinds = ['refund', 'red_letter', 'reclassification'] as const

export const correctionStates = ['draft', 'submitted', 'approved', 'posted', 'refused', 'withdrawn'] as const
export type CorrectionStatus = (typeof correctionStates)[number]

/** In these it holds what it takes: nothing else may mend the same yuan. */
export const holdingStates = ['submitted', 'approved'] as const satisfies readonly CorrectionStatus[]

/** Kinds that mend a payment in part; in these states the bank's whole sum cannot be taken back any more. */
export const partialKinds = ['refund', 'reclassification'] as const satisfies readonly CorrectionKind[]
export const mendingStates = [...holdingStates, 'posted'] as const satisfies readonly CorrectionStatus[]

export const correctionTable = stateTable({
  entity: 'correction',
  states: correctionStates,
  initial: 'draft',
  edit: { in: ['draft'], permissions: ['payment.request'] },
  events: {
    submit: {
      from: ['draft'],
      to: 'submitted',
      permission: 'payment.request',
      notBy: ['approve', 'post', 'receive'],
    },
    withdraw: { from: ['submitted', 'draft'], to: 'withdrawn', permission: 'payment.request' },
    approve: {
      from: ['submitted'],
      to: 'approved',
      permission: 'payment.approve',
      notBy: ['submit', 'post', 'receive'],
    },
    refuse: {
      from: ['submitted'],
      to: 'refused',
      permission: 'payment.approve',
      notBy: ['submit'],
      needsComment: true,
    },
    post: { from: ['approved'], to: 'posted', permission: 'payment.check', notBy: ['submit', 'approve'] },
    'refer-back': {
      from: ['approved'],
      to: 'refused',
      permission: 'payment.check',
      notBy: ['submit', 'approve'],
      needsComment: true,
    },
    receive: {
      from: ['approved'],
      to: 'posted',
      permission: 'payment.reconcile',
      notBy: ['submit', 'approve'],
    },
    // By the line of the bank's file that has opened it: the second person acts there.
    'take-back': { from: ['draft'], to: 'posted', permission: 'payment.reconcile' },
    close: { from: ['draft'], to: 'withdrawn', permission: 'payment.reconcile', needsComment: true },
  },
})

documentTable({ entity: 'correction', parts: { correction_line: 'correctionId' }, hasAttachments: true })
