/** What may this person do with a line of the bank now (回单明细的办理)? Pure. */
import type { Actor } from '../../access/index.js'
import type { Payment } from '../payments/payment.entity.js'
import type { Correction } from '../corrections/correction.entity.js'
import type { BankReturn } from './bank-return.entity.js'
import type { BankReturnLine } from './bank-return-line.entity.js'
import { isSecondPerson } from './second-person.js'

export type JoinedLine = BankReturnLine & {
  file: BankReturn
  payment: Payment | null
  /** The first correction that has mended the payment in part, or is about to. */
  mendedBy: Correction | null
}

const open: ReadonlySet<string> = new Set(['unmatched', 'paid_twice', 'returned'])

/** Whether the line waits for somebody. */
export const isOpen = ({ outcome, closedAt }: Pick<BankReturnLine, 'outcome' | 'closedAt'>): boolean =>
  closedAt === null && open.has(outcome)

export function actionsOn(line: JoinedLine, actor: Actor): string[] {
  if (!isOpen(line) || !isSecondPerson(line.file, actor) || !actor.permissions.has('payment.reconcile'))
    return []
  if (line.outcome === 'returned')
    return [
      ...(line.payment?.status === 'paid' && !line.mendedBy ? ['take-back'] : []),
      ...(isForClosing(line) ? ['close'] : []),
    ]
  if (line.outcome === 'paid_twice') return ['close']
  return maySettle(line) ? ['settle', 'close'] : ['close']
}

/**
 * Money of a payment that came back is taken back, unless it may be that of a second payment, or the payment was mended in
 * part before: then another correction takes what is left of it.
 */
export const isForClosing = ({ outcome, reason, payment, mendedBy }: JoinedLine): boolean =>
  outcome !== 'returned' || reason === 'one_of_two' || payment?.status !== 'paid' || mendedBy !== null

const maySettle = ({ result, amountFen, reason }: JoinedLine): boolean =>
  result !== 'failed' && amountFen !== null && reason !== 'before_request'
