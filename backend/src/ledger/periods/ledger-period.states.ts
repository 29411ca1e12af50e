/** How a month of a school's ledger is closed (结账) and, with a reason, opened again. */
import { documentTable } from '../../audit/pure.js'
import { stateTable } from '../../platform/states.js'

export const periodStates = ['open', 'closed'] as const
export type PeriodStatus = (typeof periodStates)[number]

export const periodTable = stateTable({
  entity: 'ledger_period',
  states: periodStates,
  initial: 'open',
  events: {
    close: { from: ['open'], to: 'closed', permission: 'period.close' },
    reopen: { from: ['closed'], to: 'open', permission: 'period.reopen', needsComment: true },
  },
})

documentTable({ entity: 'ledger_period' })
