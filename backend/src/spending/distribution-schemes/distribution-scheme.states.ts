/** How a distribution scheme (分配方案) is passed: drafted, through the staff meeting, approved by the principal. */
import { documentTable } from '../../audit/pure.js'
import { stateTable } from '../../platform/states.js'

export const distributionSchemeStates = ['draft', 'submitted', 'approved'] as const
export type DistributionSchemeStatus = (typeof distributionSchemeStates)[number]

export const distributionSchemeTable = stateTable({
  entity: 'scheme',
  states: distributionSchemeStates,
  initial: 'draft',
  edit: { in: ['draft'], permissions: ['scheme.write'] },
  events: {
    submit: { from: ['draft'], to: 'submitted', permission: 'scheme.write', notBy: ['approve'] },
    withdraw: { from: ['submitted'], to: 'draft', permission: 'scheme.write' },
    approve: { from: ['submitted'], to: 'approved', permission: 'scheme.approve', notBy: ['submit'] },
    'send-back': {
      from: ['submitted'],
      to: 'draft',
      permission: 'scheme.approve',
      notBy: ['submit'],
      needsComment: true,
    },
  },
})

documentTable({ entity: 'scheme', parts: { scheme_line: 'schemeId' }, hasAttachments: true })
