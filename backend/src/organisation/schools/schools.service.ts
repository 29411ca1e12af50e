/** Which schools (学校) are there, and when do their lessons end? */
import { Injectable } from '@nestjs/common'
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm'
import { type Actor, isInScope } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { likeText, ordered, type Page, paged, rowsOf } from '../../platform/paging.js'
import type { SheetOut } from '../../platform/sheets/index.js'
import { Region } from '../regions/region.entity.js'
import { scoped } from './school-scope.js'
import { School } from './school.entity.js'
import {
  type CreateSchoolIn,
  type SchoolListQuery,
  type SchoolOut,
  toSchoolOut,
  type UpdateSchoolIn,
} from './schools.dto.js'

const sortable = {
  code: 'school.code',
  name: 'school.name',
  stage: 'school.stage',
  area: 'school.area',
  regionCode: 'school.regionCode',
  id: 'school.id',
}

@Injectable()
export class SchoolsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
  ) {}

  list(actor: Actor, list: SchoolListQuery): Promise<Page<SchoolOut>> {
    return paged(this.filtered(actor, list), list, sortable, toSchoolOut)
  }

  /** The same rows without pages, for the export. */
  all(actor: Actor, list: SchoolListQuery): SelectQueryBuilder<School> {
    return ordered(this.filtered(actor, list), list, sortable)
  }

  sheet(actor: Actor, list: SchoolListQuery): SheetOut {
    const title = (zh: string, en: string) => (actor.language === 'zh' ? zh : en)
    const stages = { primary: title('小学', 'primary'), junior_secondary: title('初中', 'junior secondary') }
    const areas = {
      urban: title('城区', 'urban'),
      township: title('镇区', 'township'),
      rural: title('乡村', 'rural'),
    }
    return {
      name: title('学校', 'Schools'),
      columns: [
        { title: title('学校标识码', 'Code'), kind: 'text' },
        { title: title('名称', 'Name'), width: 28, kind: 'text' },
        { title: title('学段', 'Stage'), kind: 'text' },
        { title: title('城乡', 'Area'), kind: 'text' },
        { title: title('地区', 'Region'), kind: 'text' },
        { title: title('末节课结束', 'Last lesson ends'), kind: 'text' },
        { title: title('在用', 'Active'), kind: 'text' },
      ],
      rows: rowsOf(
        this.all(actor, list),
        ({ code, name, nameEn, stage, area, region, lastLessonEndTime, isActive }) => [
          code,
          title(name, nameEn ?? name),
          stages[stage],
          areas[area],
          region?.name ?? '',
          lastLessonEndTime,
          isActive ? title('是', 'yes') : title('否', 'no'),
        ],
      ),
    }
  }

  private filtered(actor: Actor, list: SchoolListQuery): SelectQueryBuilder<School> {
    const query = scoped(this.withRegion(this.database.read), actor, 'school.id')
    if (list.stage) query.andWhere('school.stage = :stage', { stage: list.stage })
    if (list.area) query.andWhere('school.area = :area', { area: list.area })
    if (list.regionCode)
      query.andWhere('school.regionCode LIKE :regionFilter', { regionFilter: `${list.regionCode}%` })
    if (list.q) {
      query.andWhere(
        new Brackets((any) =>
          any
            .where("school.name LIKE :q ESCAPE '!'")
            .orWhere("school.code LIKE :q ESCAPE '!'")
            .orWhere("school.nameEn LIKE :q ESCAPE '!'"),
        ),
        { q: `%${likeText(list.q)}%` },
      )
    }
    return query
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
