/** The correction as the ledger knows it (更正的编号): with the hash of what it takes from where, and of what the bank said. */
import type { Source } from '../../ledger/index.js'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import type { Correction } from './correction.entity.js'
import { toPlainLine } from './lines.js'

export const correctionSource = (correction: Correction): Source => {
  const { id, schoolId, kind, paymentId, bankLineId, amountFen, reason, receivedOn, bankSerial } = correction
  return {
    entity: 'correction',
    id,
    hash: snapshotHash({
      id,
      schoolId,
      kind,
      paymentId,
      bankLineId,
      amountFen,
      reason,
      receivedOn,
      bankSerial,
      lines: correction.lines!.map(toPlainLine),
    }),
  }
}
