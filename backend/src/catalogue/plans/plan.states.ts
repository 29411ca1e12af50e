/** How a school plan (一校一案) gets filed. */
import { stateTable } from '../../platform/states.js'

export const planStates = ['draft', 'submitted', 'returned', 'filed'] as const
export type PlanStatus = (typeof planStates)[number]

export const planTable = stateTable({
  entity: 'plan',
  states: planStates,
  initial: 'draft',
  edit: { in: ['draft', 'returned'], permissions: ['plan.write'] },
  events: {
    submit: { from: ['draft', 'returned'], to: 'submitted', permission: 'plan.write' },
    withdraw: { from: ['submitted'], to: 'draft', permission: 'plan.write' },
    'send-back': {
      from: ['submitted'],
      to: 'returned',
      permission: 'plan.review',
      notBy: ['submit'],
      needsComment: true,
    },
    file: { from: ['submitted'], to: 'filed', permission: 'plan.review', notBy: ['submit'] },
    amend: { from: ['filed'], to: 'draft', permission: 'plan.write', needsComment: true },
  },
})
