/** How a settlement (结算) is closed: calculated, handed in, approved by the principal, which carries over or returns what is left. */
import { documentTable } from '../../audit/pure.js'
import { stateTable } from '../../platform/states.js'

export const settlementStates = ['draft', 'submitted', 'settled'] as const
export type SettlementStatus = (typeof settlementStates)[number]

export const settlementTable = stateTable({
  entity: 'settlement',
  states: settlementStates,
  initial: 'draft',
  edit: { in: ['draft'], permissions: ['settlement.write'] },
  events: {
    submit: { from: ['draft'], to: 'submitted', permission: 'settlement.write', notBy: ['approve'] },
    withdraw: { from: ['submitted'], to: 'draft', permission: 'settlement.write' },
    approve: { from: ['submitted'], to: 'settled', permission: 'settlement.approve', notBy: ['submit'] },
    'send-back': {
      from: ['submitted'],
      to: 'draft',
      permission: 'settlement.approve',
      notBy: ['submit'],
      needsComment: true,
    },
  },
})

documentTable({ entity: 'settlement', hasAttachments: true })
