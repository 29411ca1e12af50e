/** Sums of money rows. Pure. */
import type { MoneyFigures } from '../types'

export const figureKeys = [
  'entitled',
  'declared',
  'approved',
  'received',
  'committed',
  'spent',
  'left',
] as const

export function addUp(rows: readonly MoneyFigures[]): MoneyFigures {
  const sum = (key: keyof MoneyFigures) => rows.reduce((total, row) => total + row[key], 0)
  return {
    entitledFen: sum('entitledFen'),
    declaredFen: sum('declaredFen'),
    approvedFen: sum('approvedFen'),
    receivedFen: sum('receivedFen'),
    carriedFen: sum('carriedFen'),
    returnedFen: sum('returnedFen'),
    committedFen: sum('committedFen'),
    spentFen: sum('spentFen'),
    leftFen: sum('leftFen'),
  }
}

/** The rows of each key, in the order in which the keys first come. */
export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups]
}
