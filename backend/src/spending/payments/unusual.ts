/** What should whoever decides on a payment look at twice (异常提示)? Pure: facts in, codes out. */
import type { LocalDate } from '../../platform/calendar.js'
import { type Fen, fractionOfFen, multiplyFen } from '../../platform/money.js'
import type { PaymentStatus } from './payment.states.js'

export const unusualCodes = [
  'over_left',
  'new_payee',
  'account_changed',
  'round_sum',
  'most_of_money',
  'class_without_pupils',
] as const
export type UnusualCode = (typeof unusualCodes)[number]

export interface Unusual {
  readonly code: UnusualCode
  readonly params: Readonly<Record<string, string | number>>
}

export interface UnusualFacts {
  readonly status: PaymentStatus
  readonly amountFen: Fen
  /** What the class may spend in all, and what it has left now. */
  readonly availableFen: Fen
  readonly leftFen: Fen
  readonly last4: string | null
  /** When the bank has last paid into this account; null: never. */
  readonly lastPaidOn: LocalDate | null
  /** Who has last put in another account of this payee, and when. */
  readonly changed: { readonly on: LocalDate; readonly by: string } | null
  readonly pupilCount: number
}

/** In these states somebody still decides on it. */
export const decided: ReadonlySet<PaymentStatus> = new Set<PaymentStatus>([
  'draft',
  'submitted',
  'approved',
  'failed',
])

const thousandYuan = 100_000
const mostPerMille = 800

export function unusualOf(facts: UnusualFacts): Unusual[] {
  if (!decided.has(facts.status)) return []
  const { status, amountFen, availableFen, leftFen, pupilCount } = facts
  const isOver = status === 'draft' && amountFen > leftFen
  const isMost = !isOver && amountFen > fractionOfFen(availableFen, mostPerMille, 1000)
  return [
    ...(isOver ? [{ code: 'over_left' as const, params: { amountFen, leftFen } }] : []),
    ...ofAccount(facts),
    ...(isRound(amountFen) ? [{ code: 'round_sum' as const, params: { amountFen } }] : []),
    ...(isMost ? [{ code: 'most_of_money' as const, params: { amountFen, availableFen } }] : []),
    ...(pupilCount === 0 ? [{ code: 'class_without_pupils' as const, params: {} }] : []),
  ]
}

const isRound = (amountFen: Fen) =>
  multiplyFen(fractionOfFen(amountFen, 1, thousandYuan), thousandYuan) === amountFen

function ofAccount({ last4, lastPaidOn, changed }: UnusualFacts): Unusual[] {
  if (last4 === null) return []
  if (changed !== null && (lastPaidOn === null || lastPaidOn < changed.on))
    return [{ code: 'account_changed', params: { last4, on: changed.on, by: changed.by } }]
  return lastPaidOn === null ? [{ code: 'new_payee', params: { last4 } }] : []
}
