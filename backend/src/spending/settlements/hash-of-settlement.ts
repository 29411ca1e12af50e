/** What of a settlement (结算) is frozen when it is handed in. Pure. */
import { snapshotHash } from '../../platform/snapshot-hash.js'
import type { Settlement } from './settlement.entity.js'

/** SHA-256 of the account and of what becomes of the money left. */
export const hashOfSettlement = ({
  schoolId,
  fundId,
  fiscalYear,
  periodKey,
  fromOn,
  toOn,
  statement,
  leftover,
}: Settlement): string =>
  snapshotHash({ schoolId, fundId, fiscalYear, periodKey, fromOn, toOn, statement, leftover })
