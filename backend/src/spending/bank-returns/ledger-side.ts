/**
 * What the ledger has posted for payments (账面方): the one place where reconciling reads it. Spendings, and their
 * reversals, which have the key of what they take back.
 */
import type { EntityManager } from 'typeorm'
import { LedgerEntry } from '../../ledger/index.js'
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
  const spendKey = "CASE WHEN entry.kind = 'spend' THEN entry.businessKey ELSE reversed.businessKey END"
  const query = scoped(manager.createQueryBuilder(LedgerEntry, 'entry'), scope, 'entry.schoolId', schoolId)
    .leftJoin(LedgerEntry, 'reversed', 'reversed.id = entry.reversesEntryId')
    .andWhere("entry.sourceEntity = 'payment' AND entry.kind IN ('spend', 'un-spend')")
    .select('entry.kind', 'kind')
    .addSelect(spendKey, 'spendKey')
    .addSelect('entry.sourceId', 'paymentId')
    .addSelect('entry.schoolId', 'schoolId')
    .addSelect('entry.amountFen', 'amountFen')
    .addSelect('entry.accountedOn', 'on')
    .orderBy('entry.id')
  if ('spendKeys' in of)
    query.andWhere('(entry.businessKey IN (:...keys) OR reversed.businessKey IN (:...keys))', {
      keys: [...of.spendKeys],
    })
  else query.andWhere('entry.accountedOn BETWEEN :fromOn AND :toOn', { fromOn: of.fromOn, toOn: of.toOn })
  const rows = await query.getRawMany<Omit<LedgerItem, 'amountFen'> & { amountFen: string | number }>()
  return rows.map((row) => ({ ...row, amountFen: toFen(row.amountFen) }))
}
