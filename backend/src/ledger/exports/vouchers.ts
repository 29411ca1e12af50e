/** Which voucher does each event make (记账凭证)? Financial and budget entries by the statutory mapping of the accounts. Pure. */
import { addFen, type Fen, fen, subtractFen, toFen } from '../../platform/money.js'
import { type Account, accounts, type Statutory } from '../journal/accounts.js'

/** Entries of one source added up by pair of accounts, as a query gives them. */
export interface VoucherEntry {
  readonly accountedOn: string
  readonly kind: string
  readonly sourceEntity: string
  readonly sourceId: number
  readonly debitAccount: string
  readonly creditAccount: string
  readonly amountFen: string | number
}

export interface VoucherLine {
  readonly side: 'financial' | 'budget'
  /** Account of the government's chart, with the internal one's name. */
  readonly code: string
  readonly name: string
  readonly economicCategory: string | null
  readonly debitFen: Fen
  readonly creditFen: Fen
  readonly isVerified: boolean
}

export interface Voucher {
  readonly accountedOn: string
  readonly kind: string
  readonly sourceEntity: string
  readonly sourceId: number
  readonly lines: readonly VoucherLine[]
}

const sides = ['financial', 'budget'] as const

/**
 * One for each source, kind and day, in the order of the first entry. Memoranda are no voucher, and what only moves
 * within the school (from its pot to the classes) adds up to nothing and makes none.
 */
export function vouchersOf(entries: readonly VoucherEntry[]): Voucher[] {
  const groups = new Map<string, VoucherEntry[]>()
  for (const entry of entries) {
    const name = `${entry.accountedOn}/${entry.sourceEntity}/${entry.sourceId}/${entry.kind}`
    groups.set(name, [...(groups.get(name) ?? []), entry])
  }
  return [...groups.values()].flatMap((group) => {
    const { accountedOn, kind, sourceEntity, sourceId } = group[0]!
    const lines = sides.flatMap((side) => linesOf(group, side))
    return lines.length === 0 ? [] : [{ accountedOn, kind, sourceEntity, sourceId, lines }]
  })
}

function linesOf(entries: readonly VoucherEntry[], side: (typeof sides)[number]): VoucherLine[] {
  const sums = new Map<string, Fen>()
  for (const entry of entries) {
    const amountFen = toFen(entry.amountFen)
    const [debit, credit] = [statutoryOf(entry.debitAccount), statutoryOf(entry.creditAccount)]
    // Both sides have a statutory account, or neither: a memorandum is booked against a memorandum.
    if (!debit?.[side] || !credit?.[side]) continue
    sums.set(entry.debitAccount, addFen(sums.get(entry.debitAccount) ?? fen(0), amountFen))
    sums.set(entry.creditAccount, subtractFen(sums.get(entry.creditAccount) ?? fen(0), amountFen))
  }
  return [...sums]
    .filter(([, sum]) => sum !== 0)
    .map(([account, sum]): VoucherLine => {
      const statutory = statutoryOf(account)!
      const isDebit = sum > 0
      return {
        side,
        code: statutory[side]!,
        name: accounts[account as Account].zh,
        economicCategory: statutory.economicCategory,
        debitFen: isDebit ? sum : fen(0),
        creditFen: isDebit ? fen(0) : subtractFen(fen(0), sum),
        isVerified: statutory.isVerified,
      }
    })
    .sort((a, b) => (a.debitFen > 0 ? 0 : 1) - (b.debitFen > 0 ? 0 : 1) || (a.code < b.code ? -1 : 1))
}

function statutoryOf(account: string): Statutory | null {
  return accounts[account as Account].statutory
}
