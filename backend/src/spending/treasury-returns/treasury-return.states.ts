/**
 * How money left over goes back to the treasury (上缴财政): set aside when its settlement is approved, ordered to the
 * treasury's account by the school, checked by the accounting centre, returned when the bank's slip says so.
 */
import { documentTable } from '../../audit/pure.js'
import { stateTable } from '../../platform/states.js'

export const treasuryReturnStates = ['waiting', 'submitted', 'checked', 'returned'] as const
export type TreasuryReturnStatus = (typeof treasuryReturnStates)[number]

export const treasuryReturnTable = stateTable({
  entity: 'treasury_return',
  states: treasuryReturnStates,
  initial: 'waiting',
  events: {
    // Says into which account. Whoever has settled the year counts as a maker, too: see TreasuryReturnStepsService.
    submit: { from: ['waiting'], to: 'submitted', permission: 'payment.request', notBy: ['check'] },
    withdraw: { from: ['submitted'], to: 'waiting', permission: 'payment.request' },
    check: { from: ['submitted'], to: 'checked', permission: 'payment.check', notBy: ['submit'] },
    'refer-back': {
      from: ['submitted'],
      to: 'waiting',
      permission: 'payment.check',
      notBy: ['submit'],
      needsComment: true,
    },
    'register-slip': {
      from: ['checked'],
      to: 'returned',
      permission: 'payment.reconcile',
      notBy: ['submit', 'check'],
    },
    'register-failure': {
      from: ['checked'],
      to: 'waiting',
      permission: 'payment.reconcile',
      notBy: ['submit', 'check'],
      needsComment: true,
    },
  },
})

documentTable({ entity: 'treasury_return' })
