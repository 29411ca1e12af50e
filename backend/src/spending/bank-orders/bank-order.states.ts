/** How an order for the bank goes out (付款指令办理): drawn as a file, then said to be sent, or dissolved while it is not. */
import { documentTable } from '../../audit/pure.js'
import { stateTable } from '../../platform/states.js'

export const bankOrderStates = ['drawn', 'sent', 'dissolved'] as const
export type BankOrderStatus = (typeof bankOrderStates)[number]

export const bankOrderTable = stateTable({
  entity: 'bank_order',
  states: bankOrderStates,
  initial: 'drawn',
  events: {
    send: { from: ['drawn'], to: 'sent', permission: 'payment.send' },
    // Its payments are free again and go into another order.
    dissolve: { from: ['drawn'], to: 'dissolved', permission: 'payment.send', needsComment: true },
  },
})

// How often its file was taken is counted apart from what it says.
documentTable({ entity: 'bank_order', parts: { bank_order_line: 'bankOrderId' }, except: ['exportedCount'] })
