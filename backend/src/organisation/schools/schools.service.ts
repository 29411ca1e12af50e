/** Which schools (学校) are there, and when do their lessons end? */
import { Injectable } from '@nestjs/common'
import { type EntityManager, type SelectQueryBuilder } from 'typeorm'
import { type Actor, isInScope } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { contains, equals, startsWith } from '../../platform/filters.js'
import { type Listing, ordered, type Page, paged, rowsOf } from '../../platform/paging.js'
import { listSheet, type SheetOut } from '../../platform/sheets/index.js'
import { Region } from '../regions/region.entity.js'
import { scoped } from './school-scope.js'
import { School } from './school.entity.js'
import {
  type CreateSchoolIn,
  schoolListSheet,
  type SchoolListQuery,
  type SchoolOut,
  toSchoolOut,
  type UpdateSchoolIn,
} from './schools.dto.js'

const schools: Listing<SchoolListQuery> = {
  sortable: {
    code: 'school.code',
    name: 'school.name',
    stage: 'school.stage',
    area: 'school.area',
    regionCode: 'school.regionCode',
    id: 'school.id',
  },
  filters: {
    stage: equals('school.stage'),
    area: equals('school.area'),
    regionCode: startsWith('school.regionCode'),
    q: contains('school.name', 'school.code', 'school.nameEn'),
  },
}

@Injectable()
export class SchoolsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
  ) {}

  list(actor: Actor, list: SchoolListQuery): Promise<Page<SchoolOut>> {
    return paged(this.visible(actor), list, schools, toSchoolOut)
  }

  /** The same rows as the list, all of them. */
  sheet(actor: Actor, list: SchoolListQuery): SheetOut {
    const query = ordered(this.visible(actor), list, schools)
    return listSheet(schoolListSheet, actor.language, rowsOf(query, toSchoolOut))
  }

  private visible(actor: Actor): SelectQueryBuilder<School> {
    return scoped(this.withRegion(this.database.read), actor, 'school.id')
  }

  async get(actor: Actor, id: number): Promise<SchoolOut> {
    return toSchoolOut(await this.find(this.database.read, actor, id))
  }

  async create(actor: Actor, given: CreateSchoolIn): Promise<SchoolOut> {
    return this.database.transaction(async (tx) => {
      const region = await tx.findOneBy(Region, { id: given.regionId })
      if (!region || !isInScope(actor, { regionCode: region.code })) {
        throw Invalid.field('regionId', 'validation.isIn')
      }
      const school = tx.create(School, {
        ...given,
        ownership: given.ownership ?? 'public',
        nameEn: given.nameEn ?? null,
        regionCode: region.code,
        isActive: true,
      })
      await onDuplicate(
        () => tx.save(school),
        () => new RuleBroken('organisation.school_code_taken', { code: given.code }),
      )
      await this.audit.record(tx, actor, {
        action: 'school.create',
        entity: 'school',
        entityId: school.id,
        schoolId: school.id,
        after: school,
      })
      return toSchoolOut({ ...school, region })
    })
  }

  async update(actor: Actor, id: number, given: UpdateSchoolIn): Promise<SchoolOut> {
    return this.database.transaction(async (tx) => {
      const { region, ...before } = await this.find(tx, actor, id)
      const after = { ...before, ...given }
      await tx.update(School, { id }, given)
      await this.audit.record(tx, actor, {
        action: 'school.update',
        entity: 'school',
        entityId: id,
        schoolId: id,
        before,
        after,
      })
      return toSchoolOut({ ...after, ...(region ? { region } : {}) })
    })
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<School> {
    const school = await scoped(this.withRegion(manager), actor, 'school.id')
      .andWhere('school.id = :id', { id })
      .getOne()
    if (!school) throw new NotFound('school', id)
    return school
  }

  private withRegion(manager: EntityManager): SelectQueryBuilder<School> {
    return manager
      .createQueryBuilder(School, 'school')
      .innerJoinAndMapOne('school.region', Region, 'region', 'region.id = school.regionId')
  }
}
