/** Adds the parts of budgets up by fund, year and what the funds are split by (预算执行汇总). Pure. */
import { figures, leftOf } from '../../ledger/pure.js'
import { addFen, fen, type Fen } from '../../platform/money.js'

export type Part = 'estimated' | 'appropriated' | (typeof figures)[number]

/** What one source gives: so much of a part, for a fund and a year, and a school or account where it is split. */
export interface Piece {
  readonly fundId: number
  readonly fiscalYear: number
  /** '' where it is not split. */
  readonly splitBy: string
  readonly parts: Partial<Record<Part, Fen>>
}

export type Sums = Record<Part, Fen>

const parts: readonly Part[] = ['estimated', 'appropriated', ...figures]
const nothing = (): Sums => Object.fromEntries(parts.map((part) => [part, fen(0)])) as Sums

/** Sums of each fund and what it is split by, year by year. */
export class Budgets {
  private readonly rows = new Map<string, Map<number, Sums>>()

  add(piece: Piece): void {
    const key = `${piece.fundId}/${piece.splitBy}`
    const years = this.rows.get(key) ?? new Map<number, Sums>()
    const sums = years.get(piece.fiscalYear) ?? nothing()
    for (const part of parts) sums[part] = addFen(sums[part], piece.parts[part] ?? fen(0))
    years.set(piece.fiscalYear, sums)
    this.rows.set(key, years)
  }

  /** Each row with its years, in their order; a year of which nothing is known is nothing. */
  list(fiscalYears: readonly number[]): { fundId: number; splitBy: string; years: Sums[] }[] {
    return [...this.rows].map(([key, years]) => {
      const [fundId, ...rest] = key.split('/')
      return {
        fundId: Number(fundId),
        splitBy: rest.join('/'),
        years: fiscalYears.map((year) => years.get(year) ?? nothing()),
      }
    })
  }
}

export const sumOf = (all: readonly Sums[]): Sums =>
  Object.fromEntries(parts.map((part) => [part, addFen(...all.map((each) => each[part]))])) as Sums

/** What is left is the ledger's to say. */
export const leftOfSums = ({ received, carried, returned, committed, spent }: Sums): Fen =>
  leftOf({
    receivedFen: received,
    carriedFen: carried,
    returnedFen: returned,
    committedFen: committed,
    spentFen: spent,
  })
