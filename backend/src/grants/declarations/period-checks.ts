/** May this period be declared (申报期核对)? No month twice; whoever declares for a school comes one after the other. */
import { type EntityManager, LessThanOrEqual, MoreThanOrEqual } from 'typeorm'
import { School } from '../../organisation/index.js'
import type { Database } from '../../platform/database/database.js'
import { RuleBroken, StateConflict } from '../../platform/errors.js'
import type { Fund, Period } from '../../entitlement/index.js'
import { Declaration } from './declaration.entity.js'

/** The school's row is held until the end: two periods with a month in common have no key in common that would refuse one. */
export async function holdSchool(tx: EntityManager, database: Database, schoolId: number): Promise<void> {
  // SQLite has one writer, and it is this transaction.
  if (database.isSqlite) return
  await tx
    .createQueryBuilder(School, 'school')
    .select('school.id')
    .where('school.id = :schoolId', { schoolId })
    .setLock('pessimistic_write')
    .getRawMany()
}

/** Throws StateConflict where a declaration of the fund has a month of the period already, and says which. */
export async function requireFree(
  tx: EntityManager,
  school: School,
  fund: Fund,
  period: Period,
): Promise<void> {
  const [other] = await tx.find(Declaration, {
    where: {
      schoolId: school.id,
      fundId: fund.id,
      fiscalYear: period.fiscalYear,
      sequence: 0,
      fromMonth: LessThanOrEqual(period.toMonth),
      toMonth: MoreThanOrEqual(period.fromMonth),
    },
    order: { fromMonth: 'ASC' },
    take: 1,
  })
  if (!other) return
  throw other.periodKey === period.key
    ? declarationExists(fund, period.name)
    : new StateConflict('funding.period_in_the_way', {
        fund: fund.name,
        period: period.name,
        other: other.periodName,
        fromMonth: other.fromMonth,
        toMonth: other.toMonth,
      })
}

export const declarationExists = (fund: Fund, period: string): StateConflict =>
  new StateConflict('funding.declaration_exists', { fund: fund.name, period })

/**
 * The service's share of the year, as its first declaration divides it: notices and receipts are of the whole year, and
 * their money can be divided in one way only. Null where none has been declared; throws where another is asked for.
 */
export async function shareOfYear(
  tx: EntityManager,
  { schoolId, fundId, fiscalYear }: Pick<Declaration, 'schoolId' | 'fundId' | 'fiscalYear'>,
  asked?: number,
  exceptId?: number,
): Promise<number | null> {
  const others = await tx.find(Declaration, {
    where: { schoolId, fundId, fiscalYear, sequence: 0 },
    order: { id: 'ASC' },
  })
  const other = others.find((each) => each.id !== exceptId)
  if (other && asked !== undefined && asked !== other.serviceSharePerMille)
    throw new RuleBroken('funding.share_of_year', { period: other.periodName })
  return other?.serviceSharePerMille ?? null
}
