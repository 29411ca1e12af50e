/** How an appropriation notice (经费下达通知) is issued: drafted, signed by education, issued by finance, nobody twice. */
import { documentTable } from '../../audit/pure.js'
import { stateTable } from '../../platform/states.js'

export const appropriationStates = ['draft', 'submitted', 'countersigned', 'issued'] as const
export type AppropriationStatus = (typeof appropriationStates)[number]

export const appropriationTable = stateTable({
  entity: 'appropriation',
  states: appropriationStates,
  initial: 'draft',
  edit: { in: ['draft'], permissions: ['appropriation.write'] },
  events: {
    submit: {
      from: ['draft'],
      to: 'submitted',
      permission: 'appropriation.write',
      notBy: ['countersign', 'issue'],
    },
    withdraw: { from: ['submitted'], to: 'draft', permission: 'appropriation.write' },
    countersign: {
      from: ['submitted'],
      to: 'countersigned',
      permission: 'appropriation.countersign',
      notBy: ['submit', 'issue'],
    },
    'send-back': {
      from: ['submitted'],
      to: 'draft',
      permission: 'appropriation.countersign',
      notBy: ['submit'],
      needsComment: true,
    },
    issue: {
      from: ['countersigned'],
      to: 'issued',
      permission: 'appropriation.issue',
      notBy: ['submit', 'countersign'],
    },
    'refer-back': {
      from: ['countersigned'],
      to: 'draft',
      permission: 'appropriation.issue',
      notBy: ['submit', 'countersign'],
      needsComment: true,
    },
  },
})

documentTable({ entity: 'appropriation', parts: { appropriation_line: 'appropriationId' } })
