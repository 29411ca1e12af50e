/** Which notices (经费通知) somebody may see. */
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { School } from '../../organisation/index.js'
import { Fund } from '../../entitlement/index.js'
import { Appropriation } from './appropriation.entity.js'
import { AppropriationLine } from './appropriation-line.entity.js'

/** The issuing region sees all of its notices; regions and schools below it see issued ones in which they have a row. */
export function visibleNotices(manager: EntityManager, actor: Actor): SelectQueryBuilder<Appropriation> {
  const query = manager
    .createQueryBuilder(Appropriation, 'appropriation')
    .innerJoinAndMapOne('appropriation.fund', Fund, 'fund', 'fund.id = appropriation.fundId')
  if (actor.schoolId !== null) {
    return query.where(
      `appropriation.status = 'issued' AND appropriation.id IN ${linesOfSchool(query, 'ownSchool')}`,
      {
        ownSchool: actor.schoolId,
      },
    )
  }
  const below = query
    .subQuery()
    .select('line.appropriationId')
    .from(AppropriationLine, 'line')
    .innerJoin(School, 'lineSchool', 'lineSchool.id = line.schoolId')
    .where('lineSchool.regionCode LIKE :region')
    .getQuery()
  return query.where(
    `(appropriation.regionCode LIKE :region OR (appropriation.status = 'issued' AND appropriation.id IN ${below}))`,
    { region: `${actor.regionCode}%` },
  )
}

/** The notices with a row of the school that the parameter names. */
export function linesOfSchool(query: SelectQueryBuilder<ObjectLiteral>, parameter: string): string {
  return query
    .subQuery()
    .select('ownLine.appropriationId')
    .from(AppropriationLine, 'ownLine')
    .where(`ownLine.schoolId = :${parameter}`)
    .getQuery()
}
