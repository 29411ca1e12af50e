/** The money of a notice's line has come (到账): noted once. */
import type { EntityManager } from 'typeorm'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import { AppropriationLine } from './appropriation-line.entity.js'

/** False where it was noted before. */
export async function receiveLine(
  tx: EntityManager,
  lineId: number,
  received: { receivedAt: Date; receivedOn: string; slipNumber: string | null },
): Promise<boolean> {
  const noted = await tx
    .createQueryBuilder()
    .update(AppropriationLine)
    .set(received)
    .where('id = :lineId AND receivedAt IS NULL', { lineId })
    .execute()
  return noted.affected === 1
}

/** The notice's line as the ledger knows it. */
export const receivedHash = ({
  id,
  appropriationId,
  schoolId,
  amountFen,
  receivedOn,
}: Pick<AppropriationLine, 'id' | 'appropriationId' | 'schoolId' | 'amountFen' | 'receivedOn'>): string =>
  snapshotHash({ id, appropriationId, schoolId, amountFen, receivedOn })
