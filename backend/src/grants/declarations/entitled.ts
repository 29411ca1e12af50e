/** What is each class entitled to by what its school has handed in (应得经费)? One query; nothing of it is posted. */
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import { School, scoped, type Scope } from '../../organisation/index.js'
import { type Fen, fen, subtractFen, toFen } from '../../platform/money.js'
import { Fund } from '../../entitlement/index.js'
import { Declaration } from './declaration.entity.js'
import { DeclarationLine } from './declaration-line.entity.js'

export interface EntitledOf {
  readonly fiscalYear: number
  readonly schoolId?: number | undefined
  readonly fundId?: number | undefined
}

export interface Entitled {
  readonly schoolId: number
  readonly homeClassId: number
  readonly fundId: number
  readonly purpose: string
  readonly entitledFen: Fen
}

/** By class, fund and purpose, of every declaration and supplement of the year that is not a draft. */
export async function entitledBy(
  manager: EntityManager,
  scope: Scope,
  { fiscalYear, schoolId, fundId }: EntitledOf,
): Promise<Entitled[]> {
  const query: SelectQueryBuilder<DeclarationLine> = scoped(
    manager.createQueryBuilder(DeclarationLine, 'line'),
    scope,
    'line.schoolId',
    schoolId,
  )
    .innerJoin(
      Declaration,
      'declaration',
      "declaration.id = line.declarationId AND declaration.fiscalYear = :fiscalYear AND declaration.status <> 'draft'",
      { fiscalYear },
    )
    .innerJoin(School, 'school', 'school.id = line.schoolId')
    .select([
      'line.schoolId AS schoolId',
      'line.homeClassId AS homeClassId',
      'declaration.fundId AS fundId',
      'school.stage AS stage',
      'SUM(line.amountFen) AS amountFen',
      'SUM(line.serviceFen) AS serviceFen',
    ])
    .groupBy('line.schoolId')
    .addGroupBy('line.homeClassId')
    .addGroupBy('declaration.fundId')
    .addGroupBy('school.stage')
  if (fundId) query.andWhere('declaration.fundId = :fundId', { fundId })
  const [rows, funds] = await Promise.all([
    query.getRawMany<{
      schoolId: number
      homeClassId: number
      fundId: number
      stage: School['stage']
      amountFen: string | number
      serviceFen: string | number
    }>(),
    manager.find(Fund),
  ])
  const purposes = new Map(funds.map((fund) => [fund.id, fund.purposes]))
  return rows.flatMap(({ stage, amountFen, serviceFen, ...place }) => {
    const own = purposes.get(place.fundId)?.find((candidate) => candidate.stage === stage)
    if (!own) return []
    const otherFen = subtractFen(toFen(amountFen), toFen(serviceFen))
    return [
      { ...place, purpose: own.service, entitledFen: toFen(serviceFen) },
      ...(own.other ? [{ ...place, purpose: own.other, entitledFen: otherFen }] : []),
    ]
  })
}

/** Looks up what was found by class, fund and purpose; 0 where there is none. */
export function entitledAt(
  found: readonly Entitled[],
): (place: { homeClassId: number | null; fundId: number; purpose: string }) => Fen {
  const known = new Map(
    found.map(({ homeClassId, fundId, purpose, entitledFen }) => [
      `${homeClassId}/${fundId}/${purpose}`,
      entitledFen,
    ]),
  )
  return ({ homeClassId, fundId, purpose }) => known.get(`${homeClassId}/${fundId}/${purpose}`) ?? fen(0)
}
