/** Which payment does each line of the bank's file answer (回单核对)? By reference, exact amount, payee, day and state; never by guessing. Pure. */
import type { Fen } from '../../platform/money.js'
import type { PaymentStatus } from '../payments/payment.states.js'
import type { BankRow } from './bank-lines.sheet.js'
import type { LineOutcome } from './bank-return-line.entity.js'
import { type KnownLine, type SaidLine, SaidLines } from './said-lines.js'
import { samePayee } from './same-payee.js'

/** Why a line is not settled, as the screens name it. */
export const unmatchedReasons = [
  'no_reference',
  'digits_lost',
  'unknown_reference',
  'earlier_reference',
  'unreadable_amount',
  'no_amount',
  'negative_amount',
  'amount_differs',
  'slip_differs',
  'unclear_result',
  'no_date',
  'unreadable_date',
  'future_date',
  'before_request',
  'payee_differs',
  'not_sent',
  // Of files before a second payment was told from a repeat.
  'paid_already',
  'failed_already',
  'given_up',
  'returned_already',
  'serial_known',
  'month_closed',
  'own_approval',
  'own_request',
  'one_of_two',
  'said_before',
  'said_anew',
] as const
export type UnmatchedReason = (typeof unmatchedReasons)[number]

export interface KnownPayment {
  readonly id: number
  readonly schoolId: number
  /** Under which it goes to the bank now; on earlier tries it had others. */
  readonly reference: string | null
  readonly status: PaymentStatus
  readonly amountFen: Fen
  readonly payee: string
  /** When it was last sent to the bank; null: never. */
  readonly sentOn: string | null
  /** In an order for the bank that nobody has marked as sent: the bank cannot have got it. */
  readonly isInDrawnOrder: boolean
  /** In an order that was sent: the bank pays it, or has. */
  readonly isInSentOrder: boolean
  /** By what a slip says that it was paid, without a line of a file. */
  readonly slip: { readonly serial: string | null; readonly paidOn: string | null } | null
  /** That its money came back was said by hand, without a line of a file. */
  readonly isReturnedByHand: boolean
  /** What the person who imports has done for it: their own file does not say that it is paid. */
  readonly ownPart: 'request' | 'approval' | null
}

export interface Known {
  /** By each reference of the file that names one, of an earlier try too. */
  readonly payments: ReadonlyMap<string, KnownPayment>
  readonly lines: readonly KnownLine[]
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
  /** Open lines of earlier files in whose place this one stands. */
  readonly replaces: readonly number[]
}

type Verdict = Pick<MatchedLine, 'outcome' | 'reason'>
const unmatched = (reason: UnmatchedReason): Verdict => ({ outcome: 'unmatched', reason })
const repeated = (reason: UnmatchedReason): Verdict => ({ outcome: 'repeated', reason })
const verdict = (outcome: Verdict['outcome']): Verdict => ({ outcome, reason: null })

/** Line by line in the order of the file: of two lines for one payment the first counts. */
export function matchLines(rows: readonly BankRow[], known: Known): MatchedLine[] {
  const [said, serials] = [new SaidLines(known.lines), new Set(known.serials)]
  const matched: MatchedLine[] = []
  for (const row of rows) {
    const payment = (row.reference && known.payments.get(row.reference)) || null
    const same = said.same(row)
    const before = said.ofReference(row.reference).filter((line) => line !== same)
    const found =
      same && same.outcome !== 'unmatched'
        ? repeated('said_before')
        : payment
          ? payment.reference === row.reference
            ? verdictOn(row, payment, before, serials, known)
            : verdictOnEarlier(row, payment, [...before, ...said.ofReference(payment.reference)])
          : verdictWithoutPayment(row)
    // What was open and still is, is the same line once more.
    const { outcome, reason } = same && found.outcome === 'unmatched' ? repeated('said_before') : found
    const replaced = outcome === 'repeated' ? [] : said.replacedBy(row, outcome, same)
    for (const { at } of replaced)
      if (at !== null) matched[at] = { ...matched[at]!, ...repeated('said_anew') }
    if (outcome !== 'repeated') said.add(row, outcome, reason, matched.length)
    if (payment && row.serial && (outcome === 'paid' || outcome === 'failed' || outcome === 'returned'))
      serials.add(row.serial)
    matched.push({
      row,
      outcome,
      reason,
      payment,
      replaces: replaced.flatMap(({ id }) => (id === null ? [] : [id])),
    })
  }
  return matched
}

/** Each question in its turn: the first that decides has the last word. */
function verdictOn(
  row: BankRow,
  payment: KnownPayment,
  before: readonly SaidLine[],
  serials: ReadonlySet<string>,
  known: Known,
): Verdict {
  return (
    ifPaidBefore(row, payment, before) ??
    // Serial numbers of some banks begin anew each day: a payment that still waits may be settled by a second person.
    (row.serial && serials.has(row.serial) ? unmatched('serial_known') : null) ??
    ifWithoutAmount(row) ??
    ifFailedBefore(row, payment, before) ??
    ifNotWaiting(payment) ??
    ifUnlike(row, payment) ??
    (row.result === 'failed' ? verdict('failed') : verdictOnPaid(row, payment, known))
  )
}

/** Another try of the payment: the line never settles this one, and money that went out under both is paid twice. */
function verdictOnEarlier(row: BankRow, payment: KnownPayment, before: readonly SaidLine[]): Verdict {
  const withoutAmount = ifWithoutAmount(row)
  if (withoutAmount) return withoutAmount
  if (row.result === 'unclear') return unmatched('unclear_result')
  if (row.result === 'failed') return unmatched('earlier_reference')
  if (row.isNegative) return unmatched('negative_amount')
  const isPaid = payment.status === 'paid' || isSaidPaid(before)
  const isBeingPaid = payment.status === 'checked' && payment.isInSentOrder
  return isPaid || isBeingPaid ? verdict('paid_twice') : unmatched('earlier_reference')
}

function verdictWithoutPayment(row: BankRow): Verdict {
  const withoutAmount = ifWithoutAmount(row)
  if (withoutAmount) return withoutAmount
  if (!row.reference) return unmatched('no_reference')
  return unmatched(row.reference === 'digits_lost' ? 'digits_lost' : 'unknown_reference')
}

const countOf = (lines: readonly SaidLine[], ...outcomes: LineOutcome[]) =>
  lines.filter(({ outcome }) => outcomes.includes(outcome)).length

/** Nothing is wrong with such a line but who has imported it. */
export const waitsForSecondPerson = (reason: string | null): boolean =>
  reason === 'own_request' || reason === 'own_approval'

/** A line above or before says so, also where its importer may not settle it: a second person is about to. */
const isSaidPaid = (before: readonly SaidLine[]) =>
  before.some(({ outcome, reason }) => outcome === 'paid' || waitsForSecondPerson(reason))

/** The bank speaks of what is paid here: it has come back, is said by a slip already, or has been paid a second time. */
function ifPaidBefore(row: BankRow, payment: KnownPayment, before: readonly SaidLine[]): Verdict | null {
  if (payment.status !== 'paid' && !isSaidPaid(before)) return null
  const withoutAmount = ifWithoutAmount(row)
  if (withoutAmount) return withoutAmount
  if (row.result === 'unclear')
    // Under another number it may be a second payment on its way.
    return row.serial === null || before.some(({ serial }) => serial === row.serial)
      ? repeated('said_before')
      : unmatched('unclear_result')
  const isSameAmount = row.amountFen === payment.amountFen
  if (row.result === 'failed') {
    // Of two payments both may come back.
    if (countOf(before, 'returned', 'taken_back') > countOf(before, 'paid_twice'))
      return repeated('returned_already')
    if (!isSameAmount) return unmatched('amount_differs')
    return countOf(before, 'paid_twice') > 0
      ? { outcome: 'returned', reason: 'one_of_two' }
      : verdict('returned')
  }
  if (row.isNegative) return unmatched('negative_amount')
  if (isSameAmount && isOfSlip(row, payment, before)) return verdict('confirmed')
  // The first word of the bank, of the slip's day and amount, under another number: a slip of the pen sooner than a second payment.
  if (isSameAmount && before.length === 0 && payment.slip?.paidOn === row.paidOn)
    return unmatched('slip_differs')
  const isSameNumber = before.some(
    ({ serial, paidOn }) => serial !== null && serial === row.serial && paidOn === row.paidOn,
  )
  return isSameNumber ? unmatched('amount_differs') : verdict('paid_twice')
}

const isOfSlip = (row: BankRow, { slip }: KnownPayment, before: readonly SaidLine[]): boolean =>
  slip !== null &&
  countOf(before, 'confirmed') === 0 &&
  (row.serial && slip.serial ? row.serial === slip.serial : row.paidOn === slip.paidOn)

function ifWithoutAmount({ amountFen }: BankRow): Verdict | null {
  if (amountFen === 'unreadable') return unmatched('unreadable_amount')
  return amountFen === null ? unmatched('no_amount') : null
}

function ifFailedBefore(row: BankRow, payment: KnownPayment, before: readonly SaidLine[]): Verdict | null {
  if (payment.status !== 'failed' && countOf(before, 'failed') === 0) return null
  // That the bank has paid after all what it had sent back is for a person to see.
  if (row.result !== 'failed') return unmatched(row.result === 'paid' ? 'failed_already' : 'unclear_result')
  return payment.isReturnedByHand &&
    countOf(before, 'failed', 'returned', 'taken_back') === 0 &&
    row.amountFen === payment.amountFen
    ? verdict('taken_back')
    : repeated('failed_already')
}

function ifNotWaiting({ status, isInDrawnOrder }: KnownPayment): Verdict | null {
  if (status === 'withdrawn' || status === 'refused') return unmatched('given_up')
  return status === 'checked' && !isInDrawnOrder ? null : unmatched('not_sent')
}

function ifUnlike(row: BankRow, payment: KnownPayment): Verdict | null {
  if (row.amountFen !== payment.amountFen) return unmatched('amount_differs')
  // Money that goes out, or a posting in red that takes one back: a minus says either.
  if (row.isNegative && row.result === 'paid') return unmatched('negative_amount')
  return row.result === 'unclear' ? unmatched('unclear_result') : null
}

function verdictOnPaid({ paidOn, payee }: BankRow, payment: KnownPayment, known: Known): Verdict {
  if (paidOn === null) return unmatched('no_date')
  if (paidOn === 'unreadable') return unmatched('unreadable_date')
  if (paidOn > known.todayOn) return unmatched('future_date')
  if (payment.sentOn !== null && paidOn < payment.sentOn) return unmatched('before_request')
  if (!samePayee(payee, payment.payee)) return unmatched('payee_differs')
  if (payment.ownPart !== null) return unmatched(`own_${payment.ownPart}`)
  return known.isClosed(payment.schoolId, paidOn) ? unmatched('month_closed') : verdict('paid')
}
