/** Which payment does each line of the bank's file answer (回单核对)? By reference, exact amount and state; never by guessing. Pure. */
import type { Fen } from '../../platform/money.js'
import type { PaymentStatus } from '../payments/payment.states.js'
import type { BankRow } from './bank-lines.sheet.js'
import type { LineOutcome } from './bank-return-line.entity.js'

/** Why a line is not settled, as the screens name it. */
export const unmatchedReasons = [
  'no_reference',
  'digits_lost',
  'unknown_reference',
  'unreadable_amount',
  'no_amount',
  'negative_amount',
  'amount_differs',
  'unclear_result',
  'no_date',
  'unreadable_date',
  'future_date',
  'not_sent',
  'paid_already',
  'failed_already',
  'given_up',
  'returned_already',
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
  /** The bank has said of this try before that the money came back, and it was written down. */
  readonly isReturned: boolean
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
  readonly outcome: Exclude<LineOutcome, 'settled_by_hand' | 'taken_back'>
  readonly reason: UnmatchedReason | null
  readonly payment: KnownPayment | null
}

/** What a line above has said of the payment, in the same file. */
type Answer = 'paid' | 'failed' | 'returned'
type Verdict = Pick<MatchedLine, 'outcome' | 'reason'>
const unmatched = (reason: UnmatchedReason): Verdict => ({ outcome: 'unmatched', reason })
const repeated = (reason: UnmatchedReason): Verdict => ({ outcome: 'repeated', reason })

/** Line by line in the order of the file: of two lines for one payment the first counts. */
export function matchLines(rows: readonly BankRow[], known: Known): MatchedLine[] {
  const [answered, serials] = [new Map<number, Answer>(), new Set(known.serials)]
  return rows.map((row) => {
    const payment = (row.reference && known.payments.get(row.reference)) || null
    const isSerialKnown = row.serial ? serials.has(row.serial) : false
    const verdict = payment
      ? verdictOn(row, payment, answered.get(payment.id), isSerialKnown, known)
      : verdictWithoutPayment(row, isSerialKnown)
    const { outcome } = verdict
    if (payment && (outcome === 'paid' || outcome === 'failed' || outcome === 'returned')) {
      answered.set(payment.id, outcome)
      if (row.serial) serials.add(row.serial)
    }
    return { row, payment, ...verdict }
  })
}

/** Each question in its turn: the first that decides has the last word. */
function verdictOn(
  row: BankRow,
  payment: KnownPayment,
  before: Answer | undefined,
  isSerialKnown: boolean,
  known: Known,
): Verdict {
  return (
    // The bank may send the same serial number again with another word: what came back is asked for first.
    ifReturned(row, payment, before) ??
    (isSerialKnown ? verdictOnKnownSerial(payment, before) : null) ??
    ifWithoutAmount(row) ??
    ifAnswered(row, payment, before) ??
    ifNotWaiting(payment) ??
    ifUnlike(row, payment) ??
    (row.result === 'failed' ? { outcome: 'failed', reason: null } : verdictOnPaid(row, payment, known))
  )
}

function verdictWithoutPayment(row: BankRow, isSerialKnown: boolean): Verdict {
  if (isSerialKnown) return repeated('serial_known')
  const withoutAmount = ifWithoutAmount(row)
  if (withoutAmount) return withoutAmount
  if (!row.reference) return unmatched('no_reference')
  return unmatched(row.reference === 'digits_lost' ? 'digits_lost' : 'unknown_reference')
}

const isPaid = (payment: KnownPayment, before: Answer | undefined) =>
  before === 'paid' || (before === undefined && payment.status === 'paid')

/** The money of what is paid here has come back: said once, and never taken back without a person. */
function ifReturned(row: BankRow, payment: KnownPayment, before: Answer | undefined): Verdict | null {
  if (row.result !== 'failed' || !(isPaid(payment, before) || before === 'returned')) return null
  if (before === 'returned' || payment.isReturned) return repeated('returned_already')
  return (
    ifWithoutAmount(row) ??
    (row.amountFen === payment.amountFen
      ? { outcome: 'returned', reason: null }
      : unmatched('amount_differs'))
  )
}

// Serial numbers of some banks begin anew each day: a payment that still waits may be settled by a second person.
const verdictOnKnownSerial = (payment: KnownPayment, before: Answer | undefined): Verdict =>
  payment.status === 'checked' && before === undefined ? unmatched('serial_known') : repeated('serial_known')

function ifWithoutAmount({ amountFen }: BankRow): Verdict | null {
  if (amountFen === 'unreadable') return unmatched('unreadable_amount')
  return amountFen === null ? unmatched('no_amount') : null
}

/** The bank has said before what became of it. */
function ifAnswered(row: BankRow, payment: KnownPayment, before: Answer | undefined): Verdict | null {
  if (isPaid(payment, before) || before === 'returned') return repeated('paid_already')
  if (before !== 'failed' && payment.status !== 'failed') return null
  // That the bank has paid after all what it had sent back is for a person to see.
  return row.result === 'paid' ? unmatched('failed_already') : repeated('failed_already')
}

function ifNotWaiting({ status }: KnownPayment): Verdict | null {
  if (status === 'withdrawn' || status === 'refused') return unmatched('given_up')
  return status === 'checked' ? null : unmatched('not_sent')
}

function ifUnlike(row: BankRow, payment: KnownPayment): Verdict | null {
  if (row.amountFen !== payment.amountFen) return unmatched('amount_differs')
  // Money that goes out, or a posting in red that takes one back: a minus says either.
  if (row.isNegative && row.result === 'paid') return unmatched('negative_amount')
  return row.result === 'unclear' ? unmatched('unclear_result') : null
}

function verdictOnPaid({ paidOn }: BankRow, payment: KnownPayment, known: Known): Verdict {
  if (paidOn === null) return unmatched('no_date')
  if (paidOn === 'unreadable') return unmatched('unreadable_date')
  if (paidOn > known.todayOn) return unmatched('future_date')
  if (payment.isOwnApproval) return unmatched('own_approval')
  return known.isClosed(payment.schoolId, paidOn)
    ? unmatched('month_closed')
    : { outcome: 'paid', reason: null }
}
