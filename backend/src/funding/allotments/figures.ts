/** How do standings add up to the figures of a board (经费指标)? Pure. */
import { addFen, fen, type Fen } from '../../platform/money.js'
import type { Balances } from '../ledger/ledger.service.js'
import { type Figure, figures } from '../ledger/accounts.js'
import { type Allotment, leftOf } from './allotment.entity.js'
import type { BoardFiguresOut } from './allotments.dto.js'

export type Sums = Pick<Allotment, `${Figure}Fen`>

export function balancesOf(sums: Sums): Balances {
  return Object.fromEntries(figures.map((figure) => [figure, sums[`${figure}Fen`]])) as Balances
}

/** The sums of many standings, and what is left of them. */
export function toFigures(balances: readonly Balances[]): BoardFiguresOut {
  const sums = Object.fromEntries(figures.map((figure) => [`${figure}Fen`, fen(0)])) as Record<`${Figure}Fen`, Fen>
  for (const balance of balances) for (const figure of figures) sums[`${figure}Fen`] = addFen(sums[`${figure}Fen`], balance[figure])
  return { ...sums, leftFen: leftOf(sums) }
}
