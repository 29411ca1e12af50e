/**
 * What the ledger has posted for payments (账面方): the one place where reconciling reads it. Spendings, and their
 * reversals, which have the key of what they take back.
 */
import type { EntityManager } from 'typeorm'
import { LedgerJournal, placedLines } from '../../ledger/index.js'
import { type Scope, scoped } from '../../organisation/index.js'
import { type Fen, toFen } from '../../platform/money.js'

export interface LedgerItem {
  readonly kind: 'spend' | 'un-spend'
  /** See spendKeyOf. */
  readonly spendKey: string
  readonly paymentId: number
  readonly schoolId: number
  readonly amountFen: Fen
  readonly on: string
}

/** Of the schools in scope, either of some days or of some spendings. */
export async function ledgerSide(
  manager: EntityManager,
  scope: Scope,
  of: { readonly fromOn: string; readonly toOn: string } | { readonly spendKeys: readonly string[] },
  schoolId?: number,
): Promise<LedgerItem[]> {
  if ('spendKeys' in of && of.spendKeys.length === 0) return []
  const spendKey = "CASE WHEN journal.kind = 'spend' THEN journal.businessKey ELSE reversed.businessKey END"
  const query = scoped(placedLines(manager), scope, 'line.schoolId', schoolId)
    .leftJoin(
      LedgerJournal,
      'reversed',
      'reversed.schoolId = journal.schoolId AND reversed.sequence = journal.reverses',
    )
    .andWhere("journal.sourceEntity = 'payment' AND journal.kind IN ('spend', 'un-spend')")
    .select('journal.kind', 'kind')
    .addSelect(spendKey, 'spendKey')
    .addSelect('journal.sourceId', 'paymentId')
    .addSelect('journal.schoolId', 'schoolId')
    .addSelect('SUM(line.amountFen)', 'amountFen')
    .addSelect('journal.accountedOn', 'on')
    .groupBy('journal.id')
    .addGroupBy('journal.kind')
    .addGroupBy('journal.businessKey')
    .addGroupBy('reversed.businessKey')
    .addGroupBy('journal.sourceId')
    .addGroupBy('journal.schoolId')
    .addGroupBy('journal.accountedOn')
    .orderBy('journal.id')
  if ('spendKeys' in of)
    query.andWhere('(journal.businessKey IN (:...keys) OR reversed.businessKey IN (:...keys))', {
      keys: [...of.spendKeys],
    })
  else query.andWhere('journal.accountedOn BETWEEN :fromOn AND :toOn', { fromOn: of.fromOn, toOn: of.toOn })
  const rows = await query.getRawMany<Omit<LedgerItem, 'amountFen'> & { amountFen: string | number }>()
  return rows.map((row) => ({ ...row, amountFen: toFen(row.amountFen) }))
}
