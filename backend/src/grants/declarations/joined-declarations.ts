/** Declarations (资金申报) with their school and fund, as lists and single pages read them. */
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import { School } from '../../organisation/index.js'
import { Fund } from '../../entitlement/index.js'
import { Declaration } from './declaration.entity.js'

export function joinedDeclarations(manager: EntityManager): SelectQueryBuilder<Declaration> {
  return manager
    .createQueryBuilder(Declaration, 'declaration')
    .innerJoinAndMapOne('declaration.school', School, 'school', 'school.id = declaration.schoolId')
    .innerJoinAndMapOne('declaration.fund', Fund, 'fund', 'fund.id = declaration.fundId')
}
