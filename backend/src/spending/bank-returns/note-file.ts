/** A file of the bank is bound with all its lines (回单文件): whoever changes a line makes sure of the file before, and tells the trail after. */
import type { EntityManager } from 'typeorm'
import { type ActingPerson, type AuditEntries, requireAsNoted } from '../../audit/index.js'
import { BankReturn } from './bank-return.entity.js'

/** Throws StateConflict (409) where one was changed past the application. To be called after payments are locked. */
export const holdFiles = (tx: EntityManager, ids: readonly number[]): Promise<void> =>
  requireAsNoted(tx, 'bank_return', ids)

export async function noteFiles(
  tx: EntityManager,
  audit: AuditEntries,
  actor: ActingPerson,
  ids: readonly number[],
  after: object,
): Promise<void> {
  if (ids.length === 0) return
  const files = await tx
    .createQueryBuilder(BankReturn, 'file')
    .whereInIds([...ids])
    .orderBy('file.id')
    .getMany()
  await audit.recordMany(
    tx,
    actor,
    files.map(({ id, schoolId, regionCode }) => ({
      action: 'bank_return.line',
      entity: 'bank_return',
      entityId: id,
      schoolId,
      regionCode,
      after,
    })),
  )
}
