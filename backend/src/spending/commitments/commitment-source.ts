/** The commitment as the ledger knows it (合同的编号): with the hash of what was promised to whom, line by line. */
import type { Source } from '../../ledger/index.js'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import type { Commitment } from './commitment.entity.js'
import { toPlainLine } from './lines.js'

const hashed = [
  'id',
  'schoolId',
  'fiscalYear',
  'kind',
  'number',
  'title',
  'payeeId',
  'payee',
  'amountFen',
  'signedOn',
  'endsOn',
] as const

export const commitmentSource = (commitment: Commitment): Source => ({
  entity: 'commitment',
  id: commitment.id,
  hash: snapshotHash({
    ...Object.fromEntries(hashed.map((name) => [name, commitment[name]])),
    lines: commitment.lines!.map(toPlainLine),
  }),
})
