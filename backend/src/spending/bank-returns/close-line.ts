/** A line of the bank that somebody has looked into (已查明): once, with what was found out. */
import type { EntityManager } from 'typeorm'
import type { ActingPerson, AuditEntries } from '../../audit/index.js'
import { StateConflict } from '../../platform/errors.js'
import { BankReturnLine } from './bank-return-line.entity.js'
import { holdFiles, noteFiles } from './note-file.js'

/** Throws StateConflict (409) where it was closed before, or has become something else. */
export async function closeLine(
  tx: EntityManager,
  audit: AuditEntries,
  { id, outcome }: Pick<BankReturnLine, 'id' | 'outcome'>,
  { actor, at, comment }: { actor: ActingPerson; at: Date; comment: string },
): Promise<void> {
  const { bankReturnId } = await tx.findOneByOrFail(BankReturnLine, { id })
  await holdFiles(tx, [bankReturnId])
  const closed = await tx
    .createQueryBuilder()
    .update(BankReturnLine)
    .set({ closedAt: at, closedById: actor.userId, comment })
    .where('id = :id AND outcome = :outcome AND closedAt IS NULL', { id, outcome })
    .execute()
  if (closed.affected !== 1) throw new StateConflict('funding.bank_line_closed')
  await noteFiles(tx, audit, actor, [bankReturnId], { lineId: id })
}
