/** What a school may still be granted (核定额度): the only writer of claims. Approving a declaration adds, a notice takes. */
import type { EntityManager } from 'typeorm'
import { School } from '../../organisation/index.js'
import { addToRows } from '../../platform/database/many-rows.js'
import { RuleBroken } from '../../platform/errors.js'
import { type Fen, subtractFen, toFen } from '../../platform/money.js'
import { Declaration } from '../declarations/declaration.entity.js'
import type { PayingLevel } from '../../entitlement/index.js'
import type { Appropriation } from './appropriation.entity.js'
import type { CreateAppropriationIn } from './appropriations.dto.js'
import { Claim } from './claim.entity.js'

const keys = ['schoolId', 'fundId', 'fiscalYear', 'level']

export interface OpenClaim {
  readonly schoolId: number
  readonly level: PayingLevel
  readonly classCount: number
  readonly openFen: Fen
}

/** What claims of one paying level still have open; a notice is for one level. Throws RuleBroken where the level must be named. */
export async function openClaims(
  tx: EntityManager,
  regionCode: string,
  { fundId, fiscalYear, level }: CreateAppropriationIn,
): Promise<OpenClaim[]> {
  const query = tx
    .createQueryBuilder(Claim, 'claim')
    .innerJoin(School, 'school', 'school.id = claim.schoolId')
    .select([
      'claim.schoolId AS schoolId',
      'claim.level AS level',
      'claim.approvedFen - claim.grantedFen AS openFen',
    ])
    .where(
      'school.regionCode LIKE :region AND claim.fundId = :fundId AND claim.fiscalYear = :fiscalYear AND claim.approvedFen > claim.grantedFen',
      { region: `${regionCode}%`, fundId, fiscalYear },
    )
  if (level) query.andWhere('claim.level = :level', { level })
  // A claim is of the year and may come from several periods: the most classes that one of them had.
  const classes = query
    .subQuery()
    .select('MAX(declaration.classCount)')
    .from(Declaration, 'declaration')
    .where(
      'declaration.schoolId = claim.schoolId AND declaration.fundId = claim.fundId AND declaration.fiscalYear = claim.fiscalYear AND declaration.sequence = 0',
    )
    .getQuery()
  const rows = await query
    .addSelect(classes, 'classCount')
    .orderBy('school.regionCode')
    .addOrderBy('school.name')
    .addOrderBy('school.id')
    .getRawMany<{
      schoolId: number
      level: PayingLevel
      classCount: number | string | null
      openFen: string | number
    }>()
  if (new Set(rows.map((row) => row.level)).size > 1) throw new RuleBroken('funding.level_needed')
  return rows.map((row) => ({
    schoolId: row.schoolId,
    level: row.level,
    classCount: Number(row.classCount ?? 0),
    openFen: toFen(row.openFen),
  }))
}

/**
 * Takes amounts from the claims, or with a minus gives them back. The write takes the claims' locks; one of the claims just taken from that stands below
 * zero after it refuses the notice.
 */
export async function takeFromClaims(
  tx: EntityManager,
  { fundId, fiscalYear, level }: Appropriation,
  lines: readonly { schoolId: number; amountFen: Fen }[],
): Promise<void> {
  const sorted = [...lines].sort((a, b) => a.schoolId - b.schoolId)
  await addToRows(
    tx,
    'claim',
    ['schoolId', 'fundId', 'fiscalYear', 'level'],
    ['grantedFen'],
    sorted.map(({ schoolId, amountFen }) => ({
      schoolId,
      fundId,
      fiscalYear,
      level,
      approvedFen: 0,
      grantedFen: amountFen,
    })),
  )
  const schoolIds = sorted.filter((line) => line.amountFen > 0).map((line) => line.schoolId)
  if (schoolIds.length === 0) return
  const over = (await tx
    .createQueryBuilder(Claim, 'claim')
    .innerJoinAndMapOne('claim.school', School, 'school', 'school.id = claim.schoolId')
    .where(
      'claim.schoolId IN (:...schoolIds) AND claim.fundId = :fundId AND claim.fiscalYear = :fiscalYear AND claim.level = :level AND claim.grantedFen > claim.approvedFen',
      { schoolIds, fundId, fiscalYear, level },
    )
    .orderBy('claim.schoolId')
    .limit(1)
    .getOne()) as (Claim & { school: School }) | null
  if (over)
    throw new RuleBroken('funding.claims_taken', {
      school: over.school.name,
      overFen: subtractFen(over.grantedFen, over.approvedFen),
    })
}

/** What an approved declaration adds for each paying level. */
export async function addToClaims(
  tx: EntityManager,
  { schoolId, fundId, fiscalYear, levels }: Declaration,
): Promise<void> {
  await addToRows(
    tx,
    'claim',
    keys,
    ['approvedFen'],
    levels.map(({ level, amountFen }) => ({
      schoolId,
      fundId,
      fiscalYear,
      level,
      approvedFen: amountFen,
      grantedFen: 0,
    })),
  )
}
