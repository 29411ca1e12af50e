/** How a declaration (资金申报) is checked: school → education office → finance office, nobody twice. */
import { stateTable } from '../../platform/states.js'

export const declarationStates = ['draft', 'submitted', 'education_checked', 'approved', 'returned'] as const
export type DeclarationStatus = (typeof declarationStates)[number]

export const declarationTable = stateTable({
  entity: 'declaration',
  states: declarationStates,
  initial: 'draft',
  events: {
    submit: { from: ['draft', 'returned'], to: 'submitted', permission: 'declaration.write', notBy: ['check', 'approve'] },
    withdraw: { from: ['submitted'], to: 'draft', permission: 'declaration.write' },
    check: { from: ['submitted'], to: 'education_checked', permission: 'declaration.check', notBy: ['submit', 'approve'] },
    'send-back': { from: ['submitted'], to: 'returned', permission: 'declaration.check', notBy: ['submit'], needsComment: true },
    approve: { from: ['education_checked'], to: 'approved', permission: 'declaration.approve', notBy: ['submit', 'check'] },
    'refer-back': { from: ['education_checked'], to: 'returned', permission: 'declaration.approve', notBy: ['submit', 'check'], needsComment: true },
  },
})
