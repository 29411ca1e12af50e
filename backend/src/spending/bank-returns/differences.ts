/**
 * Where do bank and ledger differ, and why (银行存款余额调节表的未达账项)? Both sides for the same schools and days; what is
 * left over of either is a difference, and the two sides add up with all of them. Pure.
 */
import { addFen, type Fen, fen, subtractFen } from '../../platform/money.js'
import type { BankResult, LineOutcome } from './bank-return-line.entity.js'
import type { LedgerItem } from './ledger-side.js'
import type { UnmatchedReason } from './match-lines.js'

/** 银行已付、账面未记 · 账面已记、银行未付 · 银行退汇、账面未冲 · 账面已冲、银行未退 */
export const differenceClasses = ['bank_only', 'ledger_only', 'returned', 'taken_back_only'] as const
export type DifferenceClass = (typeof differenceClasses)[number]

const ownReasons = ['paid_twice', 'sent_back', 'without_line', 'not_posted', 'other_day'] as const
export type DifferenceReason = UnmatchedReason | (typeof ownReasons)[number]

export interface BankItem {
  readonly id: number
  readonly outcome: LineOutcome
  readonly reason: UnmatchedReason | null
  readonly result: BankResult
  readonly amountFen: Fen | null
  readonly on: string
  readonly spendKey: string | null
  readonly paymentId: number | null
  /** Whether the payment is paid as the ledger has it. */
  readonly isPaymentPaid: boolean
  readonly isClosed: boolean
}

export interface Difference {
  readonly class: DifferenceClass
  readonly reason: DifferenceReason
  /** What the other side has not; null: nobody can say, never zero. */
  readonly amountFen: Fen | null
  readonly on: string
  readonly lineId: number | null
  readonly paymentId: number | null
  /** Whether somebody still has to do something. */
  readonly isOpen: boolean
}

export interface Sides {
  readonly bankPaidFen: Fen
  readonly bankReturnedFen: Fen
  readonly ledgerSpentFen: Fen
  readonly ledgerTakenBackFen: Fen
  readonly differences: readonly Difference[]
}

/** How the line counts at the bank: money out, money back, nobody can say, or not at all. */
export function sideOf({
  outcome,
  reason,
  result,
  amountFen,
  isPaymentPaid,
}: Omit<BankItem, 'id'>): 'paid' | 'returned' | 'unknown' | null {
  if (outcome === 'repeated' || outcome === 'failed') return null
  if (outcome === 'returned' || outcome === 'taken_back') return 'returned'
  if (outcome !== 'unmatched') return 'paid'
  if (amountFen === null || reason === 'negative_amount' || result === 'unclear') return 'unknown'
  if (result === 'paid') return 'paid'
  // A late word of a try that failed, or its money come back.
  if (reason === 'earlier_reference') return 'unknown'
  // Of a payment that is not paid here, a failure has moved no money.
  return isPaymentPaid ? 'returned' : 'unknown'
}

const pairOf = (kind: string, spendKey: string) => `${kind} ${spendKey}`

/** With `elsewhere`: what either side has of the same spendings on other days. */
export function compareSides(
  bank: readonly BankItem[],
  ledger: readonly LedgerItem[],
  elsewhere: { readonly bank: readonly BankItem[]; readonly ledger: readonly LedgerItem[] },
): Sides {
  const posted = byPair(ledger)
  const postedElsewhere = byPair(elsewhere.ledger)
  const saidElsewhere = new Set(elsewhere.bank.flatMap((line) => pairOfLine(line) ?? []))
  const sums = { paid: fen(0), returned: fen(0), spend: fen(0), 'un-spend': fen(0) }
  const differences: Difference[] = []
  for (const line of bank) {
    const side = sideOf(line)
    if (side === null) continue
    const isKnown = side !== 'unknown'
    if (isKnown) sums[side] = addFen(sums[side], line.amountFen!)
    const pair = pairOfLine(line)
    const entry = pair === null ? undefined : posted.get(pair)
    const isElsewhere = pair !== null && postedElsewhere.has(pair)
    if (entry) posted.delete(pair!)
    const amountFen = isKnown ? subtractFen(line.amountFen!, entry?.amountFen ?? fen(0)) : null
    if (entry && amountFen === 0) continue
    differences.push({
      class: side === 'returned' || line.result === 'failed' ? 'returned' : 'bank_only',
      reason: isElsewhere ? 'other_day' : entry ? 'amount_differs' : reasonOf(line),
      amountFen,
      on: line.on,
      lineId: line.id,
      paymentId: line.paymentId,
      isOpen: !line.isClosed && !isElsewhere,
    })
  }
  for (const entry of ledger) {
    sums[entry.kind] = addFen(sums[entry.kind], entry.amountFen)
    const pair = pairOf(entry.kind, entry.spendKey)
    if (!posted.has(pair)) continue
    const isElsewhere = saidElsewhere.has(pair)
    differences.push({
      class: entry.kind === 'spend' ? 'ledger_only' : 'taken_back_only',
      reason: isElsewhere ? 'other_day' : 'without_line',
      amountFen: entry.amountFen,
      on: entry.on,
      lineId: null,
      paymentId: entry.paymentId,
      isOpen: !isElsewhere,
    })
  }
  return {
    bankPaidFen: sums.paid,
    bankReturnedFen: sums.returned,
    ledgerSpentFen: sums.spend,
    ledgerTakenBackFen: sums['un-spend'],
    differences,
  }
}

const byPair = (entries: readonly LedgerItem[]) =>
  new Map(entries.map((entry) => [pairOf(entry.kind, entry.spendKey), entry]))

/** Which posting the line should have. */
function pairOfLine({ outcome, spendKey }: BankItem): string | null {
  if (spendKey === null) return null
  if (outcome === 'paid' || outcome === 'settled_by_hand' || outcome === 'confirmed')
    return pairOf('spend', spendKey)
  return outcome === 'taken_back' ? pairOf('un-spend', spendKey) : null
}

function reasonOf(line: BankItem): DifferenceReason {
  if (line.outcome === 'paid_twice') return 'paid_twice'
  if (line.outcome === 'returned') return 'sent_back'
  if (line.outcome !== 'unmatched') return 'not_posted'
  // Whatever was wrong with it: another line has paid the same payment since.
  if (line.isPaymentPaid && line.result === 'paid' && line.amountFen !== null) return 'paid_twice'
  return line.reason!
}
