/** What a notice says (通知内容), frozen with a hash when it is issued. */
import type { EntityManager } from 'typeorm'
import { RuleBroken } from '../../platform/errors.js'
import { fen, toFen } from '../../platform/money.js'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import type { Appropriation } from './appropriation.entity.js'
import { AppropriationLine } from './appropriation-line.entity.js'

/** Rows of zero were only kept so that a draft could be mended; what is issued is hashed whole. */
export async function frozenNotice(
  tx: EntityManager,
  appropriation: Appropriation,
  given: { documentNumber: string; issuedOn: string },
): Promise<object> {
  await tx.delete(AppropriationLine, { appropriationId: appropriation.id, amountFen: fen(0) })
  return { ...given, snapshotHash: await hashOfNotice(tx, { ...appropriation, ...given }) }
}

/** SHA-256 of everything that the notice says, in the order of its rows. */
export async function hashOfNotice(
  manager: EntityManager,
  {
    id,
    regionCode,
    fundId,
    fiscalYear,
    level,
    title,
    documentNumber,
    totalFen,
    budgetCategory,
    spendByOn,
    issuedOn,
  }: Appropriation,
): Promise<string> {
  const lines = await manager.find(AppropriationLine, {
    where: { appropriationId: id },
    order: { id: 'ASC' },
  })
  return snapshotHash({
    regionCode,
    fundId,
    fiscalYear,
    level,
    title,
    documentNumber,
    totalFen,
    budgetCategory,
    spendByOn,
    issuedOn,
    lines: lines.map(({ schoolId, classCount, claimFen, amountFen }) => ({
      schoolId,
      classCount,
      claimFen,
      amountFen,
    })),
  })
}

/** Throws RuleBroken where the rows do not add up to the total, or to nothing. */
export async function requireExactSum(tx: EntityManager, appropriation: Appropriation): Promise<void> {
  const row = await tx
    .createQueryBuilder(AppropriationLine, 'line')
    .select('SUM(line.amountFen)', 'sumFen')
    .where('line.appropriationId = :id', { id: appropriation.id })
    .getRawOne<{ sumFen: string | number | null }>()
  const sumFen = toFen(row?.sumFen)
  if (sumFen !== appropriation.totalFen || sumFen === 0)
    throw new RuleBroken('funding.sum_differs', { totalFen: appropriation.totalFen, sumFen })
}
