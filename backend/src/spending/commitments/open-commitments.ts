/** Which commitments still stand on a fund's money of a year (未结束的合同)? Asked before the year is settled. */
import type { EntityManager } from 'typeorm'
import { Commitment } from './commitment.entity.js'

export function openCommitments(
  manager: EntityManager,
  { schoolId, fundId, fiscalYear }: { schoolId: number; fundId: number; fiscalYear: number },
): Promise<Commitment[]> {
  return manager
    .createQueryBuilder(Commitment, 'commitment')
    .where(
      `commitment.schoolId = :schoolId AND commitment.status = 'approved' AND commitment.fiscalYear = :fiscalYear
        AND EXISTS (SELECT 1 FROM commitment_line line JOIN allotment ON allotment.id = line.allotmentId
          WHERE line.commitmentId = commitment.id AND allotment.fundId = :fundId)`,
      { schoolId, fundId, fiscalYear },
    )
    .orderBy('commitment.id')
    .getMany()
}
