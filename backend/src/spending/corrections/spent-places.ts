/**
 * Where does a payment stand now (支付现在记在哪里)? By class, account and level, as the ledger has it: what was spent, less what
 * corrections have taken away, with what they have put elsewhere.
 */
import type { EntityManager } from 'typeorm'
import { addFen, fen, type Fen, subtractFen, toFen } from '../../platform/money.js'
import type { PayingLevel } from '../../entitlement/index.js'
import { expenseAccounts, type LevelLeft, placedLines } from '../../ledger/index.js'
import { CorrectionLine } from './correction-line.entity.js'
import { Correction } from './correction.entity.js'
import { holdingStates } from './correction.states.js'

export interface SpentPlace {
  readonly allotmentId: number
  readonly account: string
  /** What each level of government has paid of it. */
  readonly levels: LevelLeft<PayingLevel>[]
  /** What corrections that are under way will take of it. */
  readonly heldFen: Fen
}

export const placeKey = (allotmentId: number, account: string): string => `${allotmentId}/${account}`

/** What a correction may still take of a place. */
export const freeOf = ({ levels, heldFen }: SpentPlace): Fen =>
  subtractFen(addFen(fen(0), ...levels.map(({ leftFen }) => leftFen)), heldFen)

/** To be asked under the lock of the payment. `but`: the correction whose own lines do not count as held. */
export async function spentPlaces(
  manager: EntityManager,
  paymentId: number,
  but: number | null = null,
): Promise<Map<string, SpentPlace>> {
  const corrections = await manager.find(Correction, { where: { paymentId }, select: { id: true } })
  const rows = await placedLines(manager)
    .select([
      'line.standingId AS standingId',
      "CASE WHEN line.debitAccount = 'A110' THEN line.creditAccount ELSE line.debitAccount END AS account",
      'line.level AS level',
      "SUM(CASE WHEN line.debitAccount = 'A110' THEN -line.amountFen ELSE line.amountFen END) AS spentFen",
    ])
    .where(
      "((journal.sourceEntity = 'payment' AND journal.sourceId = :paymentId) OR (journal.sourceEntity = 'correction' AND journal.sourceId IN (:...correctionIds)))",
      { paymentId, correctionIds: [0, ...corrections.map(({ id }) => id)] },
    )
    .andWhere("line.phase IN ('single', 'post')")
    .andWhere('(line.debitAccount IN (:...expenses) OR line.creditAccount IN (:...expenses))', {
      expenses: expenseAccounts,
    })
    .groupBy('line.standingId')
    .addGroupBy('account')
    .addGroupBy('line.level')
    .orderBy('line.standingId')
    .addOrderBy('account')
    .addOrderBy('line.level')
    .getRawMany<{ standingId: number; account: string; level: PayingLevel; spentFen: string | number }>()
  const held = await heldOf(manager, paymentId, but)
  const places = new Map<string, SpentPlace>()
  for (const { standingId, account, level, spentFen } of rows) {
    const key = placeKey(standingId, account)
    const place = places.get(key) ?? {
      allotmentId: standingId,
      account,
      levels: [],
      heldFen: held.get(key) ?? fen(0),
    }
    const leftFen = toFen(spentFen)
    if (leftFen > 0) place.levels.push({ level, leftFen })
    places.set(key, place)
  }
  return places
}

async function heldOf(
  manager: EntityManager,
  paymentId: number,
  but: number | null,
): Promise<Map<string, Fen>> {
  const rows = await manager
    .createQueryBuilder(CorrectionLine, 'line')
    .innerJoin(Correction, 'correction', 'correction.id = line.correctionId')
    .select([
      'line.allotmentId AS allotmentId',
      'line.account AS account',
      'SUM(line.amountFen) AS amountFen',
    ])
    .where('correction.paymentId = :paymentId AND correction.id <> :but', { paymentId, but: but ?? 0 })
    .andWhere("correction.status IN (:...holding) AND correction.kind <> 'double_payment'", {
      holding: [...holdingStates],
    })
    .groupBy('line.allotmentId')
    .addGroupBy('line.account')
    .getRawMany<{ allotmentId: number; account: string; amountFen: string | number }>()
  return new Map(rows.map((row) => [placeKey(row.allotmentId, row.account), toFen(row.amountFen)]))
}
