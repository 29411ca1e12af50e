/** Lines with what they stand on (分录查询), and what they add up to: the one definition of every figure. */
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import { toFen, type Fen } from '../../platform/money.js'
import { Allotment } from '../standings/allotment.entity.js'
import { effectInSql, type Figure, figures } from './accounts.js'
import { LedgerJournal } from './ledger-journal.entity.js'
import { LedgerLine } from './ledger-line.entity.js'

export type Balances = Record<Figure, Fen>

/** Lines (`line`) with their journal (`journal`) and what they stand on (`standing`). */
export function placedLines(manager: EntityManager): SelectQueryBuilder<LedgerLine> {
  return manager
    .createQueryBuilder(LedgerLine, 'line')
    .innerJoin(
      LedgerJournal,
      'journal',
      'journal.schoolId = line.schoolId AND journal.sequence = line.sequence',
    )
    .innerJoin(Allotment, 'standing', 'standing.id = line.standingId')
}

/** Every figure, as a sum over lines of the alias `line`. */
export function selectFigures(query: SelectQueryBuilder<LedgerLine>): void {
  for (const figure of figures) query.addSelect(`SUM(${effectInSql(figure)})`, figure)
}

export function readFigures(row: Record<string, string | number | null>): Balances {
  return Object.fromEntries(figures.map((figure) => [figure, toFen(row[figure])])) as Balances
}
