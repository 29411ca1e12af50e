/** How do standings add up to the figures of a board (经费指标)? Pure. */
import { addFen, fen, type Fen } from '../../platform/money.js'
import type { Allotment, Figure } from '../../ledger/index.js'
import { figures, leftOf } from '../../ledger/pure.js'
import type { BoardFiguresOut } from './allotments.dto.js'

/** What the ledger keeps, and what the class is entitled to by what was handed in. */
export type Sums = Pick<Allotment, `${Figure}Fen`> & { readonly entitledFen: Fen }

const kept = figures.map((figure) => `${figure}Fen` as const)
const columns = ['entitledFen', ...kept] as const

/** One standing as the board shows it. */
export function figuresOf(sums: Sums): BoardFiguresOut {
  const {
    entitledFen,
    declaredFen,
    approvedFen,
    receivedFen,
    carriedFen,
    returnedFen,
    committedFen,
    spentFen,
  } = sums
  return {
    entitledFen,
    declaredFen,
    approvedFen,
    receivedFen,
    carriedFen,
    returnedFen,
    committedFen,
    spentFen,
    leftFen: leftOf(sums),
  }
}

/** The sums of many standings, and what is left of them. */
export function toFigures(standings: readonly Sums[]): BoardFiguresOut {
  const sums = Object.fromEntries(columns.map((column) => [column, fen(0)])) as Record<
    (typeof columns)[number],
    Fen
  >
  for (const standing of standings)
    for (const column of columns) sums[column] = addFen(sums[column], standing[column])
  return figuresOf(sums)
}

export function isEmpty(sums: Sums): boolean {
  return columns.every((column) => sums[column] === 0)
}
