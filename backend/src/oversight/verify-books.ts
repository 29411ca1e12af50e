/** Do the books and the documents agree (账证核对)? The ledger by itself, then every document, step and claim against it, and the trail. */
import type { EntityManager } from 'typeorm'
import { verifyDocuments, verifyTrail } from '../audit/index.js'
import { verifyGrants, verifyNotices } from '../grants/index.js'
import { type LedgerVerification, verifyLedger, verifyPeriods, verifyVouchers } from '../ledger/index.js'
import { School } from '../organisation/index.js'
import type { FieldSeal } from '../platform/crypto.js'
import { verifyBankFiles, verifyBankOrders, verifySpending } from '../spending/index.js'

export interface BooksVerification extends LedgerVerification {
  /** What cannot be said, since it is older than what it is compared with. */
  readonly notes: readonly string[]
}

/**
 * All schools with the trail, or one without it: a trail is a region's. Whoever walks the trail anyway leaves it out here.
 * `seal` opens the rows of orders for the bank. To be called on a snapshot, or what others write meanwhile disagrees.
 */
export async function verifyBooks(
  manager: EntityManager,
  schoolId?: number,
  { withTrail = schoolId === undefined, seal }: { withTrail?: boolean; seal?: FieldSeal } = {},
): Promise<BooksVerification> {
  const ledger = await verifyLedger(manager, schoolId)
  const schools =
    schoolId === undefined
      ? (await manager.find(School, { select: { id: true }, order: { id: 'ASC' } })).map(({ id }) => id)
      : [schoolId]
  const problems = [...ledger.problems]
  // School by school, so that one's documents are in memory at a time.
  for (const id of schools)
    problems.push(
      ...(await verifyPeriods(manager, id)),
      ...(await verifyVouchers(manager, id)),
      ...(await verifyGrants(manager, id)),
      ...(await verifySpending(manager, id)),
    )
  if (schoolId === undefined)
    problems.push(...(await verifyNotices(manager)), ...(await verifyBankFiles(manager)))
  if (schoolId === undefined && seal) problems.push(...(await verifyBankOrders(manager, seal)))
  if (withTrail)
    for (const { code, chain, sequence } of (await verifyTrail(manager)).problems)
      problems.push(`trail of ${chain}, entry ${sequence}: ${code}`)
  const documents = await verifyDocuments(manager, schoolId)
  problems.push(...documents.problems)
  return { ...ledger, problems, notes: documents.notes }
}
