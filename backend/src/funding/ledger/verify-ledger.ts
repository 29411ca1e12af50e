/** Does the ledger hold together (台账核对)? Every cached allotment equals its entries, nothing is overdrawn, nothing received beyond approval. */
import type { EntityManager } from 'typeorm'
import { Allotment, leftOf } from '../allotments/allotment.entity.js'
import { LedgerEntry } from './ledger-entry.entity.js'
import { readFigures, selectFigures } from './ledger.service.js'

export interface LedgerVerification {
  readonly entryCount: number
  readonly allotmentCount: number
  /** One sentence for each thing that does not agree; empty: all is well. */
  readonly problems: readonly string[]
}

export async function verifyLedger(manager: EntityManager): Promise<LedgerVerification> {
  const query = manager.createQueryBuilder(LedgerEntry, 'entry')
    .select(['entry.homeClassId AS homeClassId', 'entry.fundId AS fundId', 'entry.purpose AS purpose', 'entry.fiscalYear AS fiscalYear', 'COUNT(*) AS entryCount'])
    .groupBy('entry.homeClassId').addGroupBy('entry.fundId').addGroupBy('entry.purpose').addGroupBy('entry.fiscalYear')
  selectFigures(query)
  const rows = await query.getRawMany<Record<string, string | number>>()
  const sums = new Map(rows.map((row) => [`${row['homeClassId']}/${row['fundId']}/${row['purpose']}/${row['fiscalYear']}`, readFigures(row)]))
  const allotments = await manager.find(Allotment)
  const problems: string[] = []
  for (const { id, homeClassId, fundId, purpose, fiscalYear, allottedFen, committedFen, spentFen } of allotments) {
    const key = `${homeClassId}/${fundId}/${purpose}/${fiscalYear}`
    const sum = sums.get(key)
    if (!sum || sum.received !== allottedFen || sum.committed !== committedFen || sum.spent !== spentFen) {
      problems.push(`allotment ${id} (${key}): cached ${allottedFen}/${committedFen}/${spentFen}, entries ${sum?.received ?? 0}/${sum?.committed ?? 0}/${sum?.spent ?? 0}`)
    }
    if (leftOf({ allottedFen, committedFen, spentFen }) < 0) problems.push(`allotment ${id} (${key}) is overdrawn`)
  }
  for (const [key, sum] of sums) if (sum.received > sum.approved) problems.push(`${key}: received ${sum.received} is more than approved ${sum.approved}`)
  const entryCount = rows.reduce((count, row) => count + Number(row['entryCount']), 0)
  return { entryCount, allotmentCount: allotments.length, problems }
}
