/** How a performance target (绩效目标) is followed up: set with the approved estimate → looked at in the year → said at its end → evaluated by the education office. */
import { documentTable } from '../../audit/pure.js'
import { stateTable } from '../../platform/states.js'

export const performanceTargetStates = ['set', 'monitored', 'submitted', 'evaluated'] as const
export type PerformanceTargetStatus = (typeof performanceTargetStates)[number]

export const performanceTargetTable = stateTable({
  entity: 'performance_target',
  states: performanceTargetStates,
  initial: 'set',
  edit: { in: ['set'], permissions: ['estimate.write'] },
  events: {
    monitor: { from: ['set'], to: 'monitored', permission: 'estimate.write' },
    submit: {
      from: ['monitored'],
      to: 'submitted',
      permission: 'estimate.write',
      notBy: ['evaluate'],
    },
    withdraw: { from: ['submitted'], to: 'monitored', permission: 'estimate.write' },
    evaluate: {
      from: ['submitted'],
      to: 'evaluated',
      permission: 'estimate.review',
      notBy: ['submit', 'monitor'],
      needsComment: true,
    },
    'send-back': {
      from: ['submitted'],
      to: 'monitored',
      permission: 'estimate.review',
      notBy: ['submit', 'monitor'],
      needsComment: true,
    },
  },
})

documentTable({ entity: 'performance_target' })
