/** How a budget estimate (预算测算) for the next year is reviewed: school → education office → finance office. */
import { documentTable } from '../../audit/pure.js'
import { stateTable } from '../../platform/states.js'

export const estimateStates = ['draft', 'submitted', 'reviewed', 'approved', 'returned'] as const
export type EstimateStatus = (typeof estimateStates)[number]

export const estimateTable = stateTable({
  entity: 'estimate',
  states: estimateStates,
  initial: 'draft',
  edit: { in: ['draft', 'returned'], permissions: ['estimate.write'] },
  events: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      permission: 'estimate.write',
      notBy: ['review', 'approve'],
    },
    withdraw: { from: ['submitted'], to: 'draft', permission: 'estimate.write' },
    review: {
      from: ['submitted'],
      to: 'reviewed',
      permission: 'estimate.review',
      notBy: ['submit', 'approve'],
    },
    'send-back': {
      from: ['submitted'],
      to: 'returned',
      permission: 'estimate.review',
      notBy: ['submit'],
      needsComment: true,
    },
    approve: {
      from: ['reviewed'],
      to: 'approved',
      permission: 'estimate.approve',
      notBy: ['submit', 'review'],
    },
    'refer-back': {
      from: ['reviewed'],
      to: 'returned',
      permission: 'estimate.approve',
      notBy: ['submit', 'review'],
      needsComment: true,
    },
  },
})

documentTable({ entity: 'estimate', hasAttachments: true })
