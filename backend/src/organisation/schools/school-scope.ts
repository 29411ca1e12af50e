/** What a person may see of the schools (学校范围): every query of a school-owned table passes here. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm'
import { type Actor, isInScope } from '../../access/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { regionsDownTo } from '../regions/region-codes.js'
import { School } from './school.entity.js'

/** Whose rows: by school, or all schools of a region. */
export type Scope = Pick<Actor, 'schoolId' | 'regionCode'>

/** Narrows a query to the person's schools; `column` holds the school's id, `schoolId` narrows it to one of them. */
export function scoped<E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  actor: Scope,
  column = `${query.alias}.schoolId`,
  schoolId?: number,
): SelectQueryBuilder<E> {
  if (actor.schoolId !== null) query.andWhere(`${column} = :scopeSchoolId`, { scopeSchoolId: actor.schoolId })
  else {
    query.andWhere(
      `${column} IN ${query.subQuery().select('scopeSchool.id').from(School, 'scopeSchool').where('scopeSchool.regionCode LIKE :scopeRegion').getQuery()}`,
      { scopeRegion: `${actor.regionCode}%` },
    )
  }
  if (schoolId !== undefined) query.andWhere(`${column} = :filterSchoolId`, { filterSchoolId: schoolId })
  return query
}

/** The school, if it lies in the actor's scope; otherwise it does not exist. */
export async function requireSchool(manager: EntityManager, actor: Scope, schoolId: number): Promise<School> {
  const school = await manager.findOneBy(School, { id: schoolId })
  if (!school || !isInScope(actor, { schoolId: school.id, regionCode: school.regionCode }))
    throw new NotFound('school', schoolId)
  return school
}

/** The school's region and those above it, whose terms and categories apply to it; [''], which is none, outside the actor's scope. */
export async function regionsOfSchool(
  manager: EntityManager,
  actor: Scope,
  schoolId: number,
): Promise<string[]> {
  const school = await scoped(manager.createQueryBuilder(School, 'school'), actor, 'school.id')
    .andWhere('school.id = :schoolId', { schoolId })
    .getOne()
  return school ? regionsDownTo(school.regionCode) : ['']
}

@Injectable()
export class SchoolScope {
  constructor(private readonly database: Database) {}

  /** See requireSchool; outside a transaction it reads committed rows. */
  require(actor: Scope, schoolId: number, manager: EntityManager = this.database.read): Promise<School> {
    return requireSchool(manager, actor, schoolId)
  }
}
