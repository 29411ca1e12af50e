/**
 * How a pay list goes (发放表): its entries are changed until its payments are made; from then on they stand as they are,
 * and what becomes of the money is a matter of each payment. While none of these is on its way, the list can be reopened.
 */
import { documentTable } from '../../audit/pure.js'
import { stateTable } from '../../platform/states.js'

export const payListStates = ['draft', 'made', 'withdrawn'] as const
export type PayListStatus = (typeof payListStates)[number]

export const payListTable = stateTable({
  entity: 'pay_list',
  states: payListStates,
  initial: 'draft',
  edit: { in: ['draft'], permissions: ['payment.request'] },
  events: {
    'make-payments': { from: ['draft'], to: 'made', permission: 'payment.request' },
    // For those whose payment was refused or withdrawn: they have not been paid.
    'make-again': { from: ['made'], to: 'made', permission: 'payment.request' },
    reopen: { from: ['made'], to: 'draft', permission: 'payment.request' },
    withdraw: { from: ['draft'], to: 'withdrawn', permission: 'payment.request' },
  },
})

documentTable({ entity: 'pay_list', parts: { pay_list_entry: 'payListId' } })

/** wages 工资薪金: of the school's own people. labour_remuneration 劳务报酬: of people from outside. Said by the school and not yet verified by an accountant; nothing is computed from it. */
export const taxKinds = ['wages', 'labour_remuneration'] as const
export type TaxKind = (typeof taxKinds)[number]

/** As many as can be handed in together. */
export const mostEntries = 200
