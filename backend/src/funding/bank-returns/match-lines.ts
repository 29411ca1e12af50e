/** Which payment does each line of the bank's file answer (回单核对)? By reference, exact amount and state; never by guessing. Pure. */
import type { Fen } from '../../platform/money.js'
import type { PaymentStatus } from '../payments/payment.states.js'
import type { BankRow } from './bank-lines.sheet.js'
import type { LineOutcome } from './bank-return-line.entity.js'

/** Why a line is not settled, as the screens name it. */
export const unmatchedReasons = [
  'no_reference',
  'unknown_reference',
  'unreadable_amount',
  'no_amount',
  'amount_differs',
  'unclear_result',
  'no_date',
  'unreadable_date',
  'future_date',
  'not_sent',
  'paid_already',
  'failed_already',
  'given_up',
  'serial_known',
  'month_closed',
  'own_approval',
] as const
export type UnmatchedReason = (typeof unmatchedReasons)[number]

export interface KnownPayment {
  readonly id: number
  readonly schoolId: number
  readonly status: PaymentStatus
  readonly amountFen: Fen
  /** Whether the person who imports has approved it. */
  readonly isOwnApproval: boolean
}

export interface Known {
  readonly payments: ReadonlyMap<string, KnownPayment>
  /** Serial numbers that have settled or failed a payment before. */
  readonly serials: ReadonlySet<string>
  readonly todayOn: string
  isClosed(schoolId: number, on: string): boolean
}

export interface MatchedLine {
  readonly row: BankRow
  readonly outcome: Exclude<LineOutcome, 'settled_by_hand'>
  readonly reason: UnmatchedReason | null
  readonly payment: KnownPayment | null
}

type Verdict = Pick<MatchedLine, 'outcome' | 'reason'>
const unmatched = (reason: UnmatchedReason): Verdict => ({ outcome: 'unmatched', reason })
const repeated = (reason: UnmatchedReason): Verdict => ({ outcome: 'repeated', reason })

/** Line by line in the order of the file: of two lines for one payment the first counts. */
export function matchLines(rows: readonly BankRow[], known: Known): MatchedLine[] {
  const [answered, serials] = [new Map<number, 'paid' | 'failed'>(), new Set(known.serials)]
  return rows.map((row) => {
    const payment = (row.reference && known.payments.get(row.reference)) || null
    const verdict = judge(row, payment, payment ? answered.get(payment.id) : undefined, serials, known)
    if (payment && (verdict.outcome === 'paid' || verdict.outcome === 'failed')) {
      answered.set(payment.id, verdict.outcome)
      if (row.serial) serials.add(row.serial)
    }
    return { row, payment, ...verdict }
  })
}

function judge(
  row: BankRow,
  payment: KnownPayment | null,
  before: 'paid' | 'failed' | undefined,
  serials: ReadonlySet<string>,
  known: Known,
): Verdict {
  if (row.serial && serials.has(row.serial)) return repeated('serial_known')
  if (row.amountFen === 'unreadable') return unmatched('unreadable_amount')
  if (row.amountFen === null) return unmatched('no_amount')
  if (!row.reference) return unmatched('no_reference')
  if (!payment) return unmatched('unknown_reference')
  if (before === 'paid' || payment.status === 'paid') return repeated('paid_already')
  if (before === 'failed' || payment.status === 'failed') return repeated('failed_already')
  if (payment.status === 'withdrawn' || payment.status === 'refused') return unmatched('given_up')
  if (payment.status !== 'checked') return unmatched('not_sent')
  if (row.amountFen !== payment.amountFen) return unmatched('amount_differs')
  if (row.result === 'unclear') return unmatched('unclear_result')
  return row.result === 'failed' ? { outcome: 'failed', reason: null } : judgePaid(row, payment, known)
}

function judgePaid({ paidOn }: BankRow, payment: KnownPayment, known: Known): Verdict {
  if (paidOn === null) return unmatched('no_date')
  if (paidOn === 'unreadable') return unmatched('unreadable_date')
  if (paidOn > known.todayOn) return unmatched('future_date')
  if (payment.isOwnApproval) return unmatched('own_approval')
  return known.isClosed(payment.schoolId, paidOn)
    ? unmatched('month_closed')
    : { outcome: 'paid', reason: null }
}
