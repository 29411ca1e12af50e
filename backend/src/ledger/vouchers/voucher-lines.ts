/** Which entries does a voucher hold (记账凭证分录)? Financial and budget ones by the mapping of the accounts; each side balances. Pure. */
import type { Stage } from '../../organisation/index.js'
import { addFen, type Fen, fen, subtractFen, toFen } from '../../platform/money.js'
import { type Account, type AccountInfo, accounts, type Statutory } from '../journal/accounts.js'
import { functionalClasses, hasFunctionalClass, statutoryNames } from './mapping.js'

/** Lines of a journal, added up by pair of accounts or not. */
export interface VoucherEntry {
  readonly debitAccount: string
  readonly creditAccount: string
  readonly amountFen: string | number
}

export const voucherSides = ['financial', 'budget'] as const
export type VoucherSide = (typeof voucherSides)[number]

/** As it stood when the voucher got its number: a mapping that is mended later changes no voucher. */
export interface VoucherLine {
  readonly side: VoucherSide
  /** Of the internal chart. */
  readonly account: string
  readonly name: string
  /** Of the government's chart. */
  readonly code: string
  readonly title: string
  readonly functionalClass: string | null
  readonly economicCategory: string | null
  readonly debitFen: Fen
  readonly creditFen: Fen
  readonly isVerified: boolean
}

/**
 * None for memoranda, which are no vouchers, and for what only moves within the school (from its pot to the classes): that
 * adds up to nothing.
 */
export function voucherLines(entries: readonly VoucherEntry[], stage: Stage): VoucherLine[] {
  return voucherSides.flatMap((side) =>
    [...netsOf(entries, side)]
      .map(([account, sum]): VoucherLine => {
        const { statutory, zh, class: kind } = accounts[account]
        const isDebit = sum > 0
        return {
          side,
          account,
          name: zh,
          code: statutory![side]!,
          title: statutoryNames[statutory![side]!] ?? zh,
          functionalClass:
            side === 'budget' && hasFunctionalClass(account) ? functionalClasses[stage].code : null,
          economicCategory: kind === 'expense' ? statutory!.economicCategory : null,
          debitFen: isDebit ? sum : fen(0),
          creditFen: isDebit ? fen(0) : subtractFen(fen(0), sum),
          isVerified: statutory!.isVerified,
        }
      })
      .sort(
        (a, b) => (a.debitFen > 0 ? 0 : 1) - (b.debitFen > 0 ? 0 : 1) || (a.account < b.account ? -1 : 1),
      ),
  )
}

/** What moves on each account of a side, debits above zero. */
export function netsOf(entries: readonly VoucherEntry[], side: VoucherSide): Map<Account, Fen> {
  const sums = new Map<Account, Fen>()
  for (const entry of entries) {
    const amountFen = toFen(entry.amountFen)
    const [debit, credit] = [entry.debitAccount as Account, entry.creditAccount as Account]
    // Both sides have a statutory account, or neither: a memorandum is booked against a memorandum.
    if (!statutoryOf(debit)?.[side] || !statutoryOf(credit)?.[side]) continue
    sums.set(debit, addFen(sums.get(debit) ?? fen(0), amountFen))
    sums.set(credit, subtractFen(sums.get(credit) ?? fen(0), amountFen))
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0))
}

// Whoever changed a line by hand may have written an account that there is none of.
const statutoryOf = (account: string): Statutory | null =>
  (accounts as Readonly<Record<string, AccountInfo | undefined>>)[account]?.statutory ?? null

/** What a voucher amounts to: the debits of its financial side. */
export const amountOf = (lines: readonly VoucherLine[]): Fen =>
  addFen(fen(0), ...lines.filter(({ side }) => side === 'financial').map(({ debitFen }) => debitFen))
