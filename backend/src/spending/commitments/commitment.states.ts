/**
 * How a commitment goes (合同、采购办理): asked for and approved like a payment. From the approval on its money is reserved,
 * less what its payments have taken over; ending it frees what is left.
 */
import { documentTable } from '../../audit/pure.js'
import { stateTable } from '../../platform/states.js'

export const commitmentKinds = ['contract', 'purchase'] as const
export type CommitmentKind = (typeof commitmentKinds)[number]

export const commitmentStates = ['draft', 'submitted', 'approved', 'ended', 'refused', 'withdrawn'] as const
export type CommitmentStatus = (typeof commitmentStates)[number]

export const commitmentTable = stateTable({
  entity: 'commitment',
  states: commitmentStates,
  initial: 'draft',
  edit: { in: ['draft'], permissions: ['payment.request'] },
  events: {
    submit: { from: ['draft'], to: 'submitted', permission: 'payment.request', notBy: ['approve'] },
    withdraw: { from: ['submitted', 'draft'], to: 'withdrawn', permission: 'payment.request' },
    approve: { from: ['submitted'], to: 'approved', permission: 'payment.approve', notBy: ['submit'] },
    refuse: {
      from: ['submitted'],
      to: 'refused',
      permission: 'payment.approve',
      notBy: ['submit'],
      needsComment: true,
    },
    end: { from: ['approved'], to: 'ended', permission: 'payment.request' },
  },
})

documentTable({ entity: 'commitment', parts: { commitment_line: 'commitmentId' }, hasAttachments: true })
