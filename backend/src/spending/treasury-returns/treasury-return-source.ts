/** The return to the treasury as the ledger knows it (上缴的编号): with the hash of how much goes where, and of what the bank said. */
import type { Source } from '../../ledger/index.js'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import type { TreasuryReturn } from './treasury-return.entity.js'

/** What must stay as it is while the money is reserved or returned. */
const hashed = [
  'id',
  'schoolId',
  'settlementId',
  'fundId',
  'fiscalYear',
  'amountFen',
  'payeeId',
  'payee',
  'payeeAccountSealed',
  'payeeAccountLast4',
  'payeeAccountHash',
  'payeeBank',
  'payeeBankCode',
  'returnedOn',
  'bankSerial',
] as const

export const treasuryReturnSource = (one: TreasuryReturn): Source => ({
  entity: 'treasury_return',
  id: one.id,
  hash: snapshotHash(Object.fromEntries(hashed.map((name) => [name, one[name]]))),
})
