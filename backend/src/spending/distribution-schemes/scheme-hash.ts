/** A scheme (分配方案) as the ledger knows it: by a hash of what it gives to whom. Pure. */
import { snapshotHash } from '../../platform/snapshot-hash.js'
import type { DistributionScheme } from './distribution-scheme.entity.js'
import type { DistributionSchemeLine } from './distribution-scheme-line.entity.js'

/** SHA-256 of the scheme and its lines, in their order. */
export const schemeHash = (
  { id, schoolId, fundId, fiscalYear, appropriationLineId, totalFen }: DistributionScheme,
  lines: readonly DistributionSchemeLine[],
): string =>
  snapshotHash({
    id,
    schoolId,
    fundId,
    fiscalYear,
    appropriationLineId,
    totalFen,
    lines: lines.map(({ homeClassId, purpose, amountFen }) => ({ homeClassId, purpose, amountFen })),
  })
