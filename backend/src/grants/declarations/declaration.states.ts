/** How a declaration (资金申报) is decided: school → education office → finance office → publication → approval, nobody twice. */
import { documentTable } from '../../audit/pure.js'
import { stateTable } from '../../platform/states.js'

export const declarationStates = [
  'draft',
  'submitted',
  'education_checked',
  'finance_checked',
  'publishing',
  'approved',
  'returned',
] as const
export type DeclarationStatus = (typeof declarationStates)[number]

export const declarationTable = stateTable({
  entity: 'declaration',
  states: declarationStates,
  initial: 'draft',
  edit: { in: ['draft', 'returned'], permissions: ['declaration.write'] },
  events: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      permission: 'declaration.write',
      notBy: ['check', 'finance-check', 'approve'],
    },
    withdraw: { from: ['submitted'], to: 'draft', permission: 'declaration.write' },
    check: {
      from: ['submitted'],
      to: 'education_checked',
      permission: 'declaration.check',
      notBy: ['submit', 'finance-check', 'approve'],
    },
    'send-back': {
      from: ['submitted'],
      to: 'returned',
      permission: 'declaration.check',
      notBy: ['submit'],
      needsComment: true,
    },
    'finance-check': {
      from: ['education_checked'],
      to: 'finance_checked',
      permission: 'declaration.finance_check',
      notBy: ['submit', 'check', 'approve'],
    },
    'refer-back': {
      from: ['education_checked'],
      to: 'returned',
      permission: 'declaration.finance_check',
      notBy: ['submit', 'check'],
      needsComment: true,
    },
    publish: {
      from: ['finance_checked'],
      to: 'publishing',
      permission: 'publication.write',
      notBy: ['submit', 'approve'],
    },
    // An objection that is right sends the declaration back to the school.
    object: {
      from: ['publishing'],
      to: 'returned',
      permission: 'publication.write',
      notBy: ['submit'],
      needsComment: true,
    },
    approve: {
      from: ['publishing'],
      to: 'approved',
      permission: 'declaration.approve',
      notBy: ['submit', 'check', 'finance-check', 'publish'],
    },
    reject: {
      from: ['publishing'],
      to: 'returned',
      permission: 'declaration.approve',
      notBy: ['submit', 'check', 'finance-check'],
      needsComment: true,
    },
  },
})

documentTable({ entity: 'declaration', parts: { declaration_line: 'declarationId' }, hasAttachments: true })
