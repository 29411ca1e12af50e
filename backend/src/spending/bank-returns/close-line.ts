/** A line of the bank that somebody has looked into (已查明): once, with what was found out. */
import type { EntityManager } from 'typeorm'
import type { ActingPerson } from '../../audit/index.js'
import { StateConflict } from '../../platform/errors.js'
import { BankReturnLine } from './bank-return-line.entity.js'

/** Throws StateConflict (409) where it was closed before, or has become something else. */
export async function closeLine(
  tx: EntityManager,
  { id, outcome }: Pick<BankReturnLine, 'id' | 'outcome'>,
  { actor, at, comment }: { actor: ActingPerson; at: Date; comment: string },
): Promise<void> {
  const closed = await tx
    .createQueryBuilder()
    .update(BankReturnLine)
    .set({ closedAt: at, closedById: actor.userId, comment })
    .where('id = :id AND outcome = :outcome AND closedAt IS NULL', { id, outcome })
    .execute()
  if (closed.affected !== 1) throw new StateConflict('funding.bank_line_closed')
}
