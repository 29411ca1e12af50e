/** Which deadlines do the policies set (截止日期), which schools have met them, and what have they still to spend? */
import type { EntityManager } from 'typeorm'
import { School } from '../../organisation/index.js'
import { type Fen, toFen } from '../../platform/money.js'
import { Declaration, Estimate } from '../../grants/index.js'
import { Allotment, leftInSql } from '../../ledger/index.js'
import { Fund, FundPolicy } from '../../entitlement/index.js'
import type { Deadline } from './words.js'

/** Of this year's declarations and spending, and of next year's estimates. */
export async function deadlinesOn(tx: EntityManager, today: string): Promise<Deadline[]> {
  const policies = await tx
    .createQueryBuilder(FundPolicy, 'policy')
    .innerJoinAndMapOne('policy.fund', Fund, 'fund', 'fund.id = policy.fundId')
    .where('policy.validFromOn <= :today AND (policy.validToOn IS NULL OR policy.validToOn >= :today)', {
      today,
    })
    .getMany()
  const year = Number(today.slice(0, 4))
  return policies.flatMap(({ fund, regionCode, declarationDueDay, estimateDueDay, spendingDueDay }) =>
    (
      [
        ['declaration_due', declarationDueDay, year],
        ['estimate_due', estimateDueDay, year + 1],
        ['spending_due', spendingDueDay, year],
      ] as const
    ).flatMap(([kind, day, fiscalYear]) =>
      day ? [{ kind, fund: fund!, fiscalYear, regionCode, dueOn: `${year}-${day}` }] : [],
    ),
  )
}

/** The schools that have handed it in. Where it is declared by periods, those of all months that are over `by` the day. */
export async function schoolsThatHave(
  tx: EntityManager,
  { kind, fund, fiscalYear }: Pick<Deadline, 'kind' | 'fund' | 'fiscalYear'>,
  by: string,
): Promise<Set<number>> {
  const query = tx
    .createQueryBuilder(kind === 'estimate_due' ? Estimate : Declaration, 'thing')
    .select('thing.schoolId', 'schoolId')
    .where(
      "thing.fundId = :fundId AND thing.fiscalYear = :fiscalYear AND thing.status NOT IN ('draft', 'returned')",
      { fundId: fund.id, fiscalYear },
    )
    .groupBy('thing.schoolId')
  if (kind !== 'estimate_due')
    query
      .andWhere('thing.sequence = 0')
      .having('SUM(thing.toMonth - thing.fromMonth + 1) >= :months', { months: monthsOver(fiscalYear, by) })
  const rows = await query.getRawMany<{ schoolId: number }>()
  return new Set(rows.map((row) => row.schoolId))
}

// At least one: whoever is asked before January is over has still to declare.
function monthsOver(fiscalYear: number, by: string): number {
  const [year, month] = by.split('-').map(Number) as [number, number]
  return Math.max(1, year > fiscalYear ? 12 : year < fiscalYear ? 1 : month - 1)
}

/** What each school of the region has left of the fund's year, where that is more than nothing. */
export async function leftBySchool(
  tx: EntityManager,
  { fund, fiscalYear }: Deadline,
  regionCode: string,
): Promise<Map<number, Fen>> {
  const rows = await tx
    .createQueryBuilder(Allotment, 'allotment')
    .innerJoin(School, 'school', 'school.id = allotment.schoolId')
    .select(['allotment.schoolId AS schoolId', `SUM(${leftInSql('allotment')}) AS leftFen`])
    .where('allotment.fundId = :fundId AND allotment.fiscalYear = :fiscalYear', {
      fundId: fund.id,
      fiscalYear,
    })
    .andWhere('school.regionCode = :regionCode', { regionCode })
    .groupBy('allotment.schoolId')
    .getRawMany<{ schoolId: number; leftFen: string | number }>()
  return new Map(
    rows.map((row) => [row.schoolId, toFen(row.leftFen)] as const).filter(([, leftFen]) => leftFen > 0),
  )
}
