/** Into which content categories (课程类别) does the region sort its courses? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import { type Actor, isInScope } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { regionsDownTo, regionsOfSchool } from '../../organisation/index.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { contains, equals, where } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { Category } from './category.entity.js'
import {
  type CategoryListQuery,
  type CategoryNodeOut,
  type CategoryOut,
  type CreateCategoryIn,
  toCategoryOut,
  type UpdateCategoryIn,
} from './categories.dto.js'

const categories: Listing<CategoryListQuery> = {
  sortable: {
    position: 'category.position',
    name: 'category.name',
    code: 'category.code',
    id: 'category.id',
  },
  filters: {
    regionCode: equals('category.regionCode'),
    parentId: equals('category.parentId'),
    schoolId: where('category.regionCode IN (:...ofSchool)'),
    q: contains('category.name', 'category.nameEn'),
  },
}

@Injectable()
export class CategoriesService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
  ) {}

  async list(actor: Actor, list: CategoryListQuery): Promise<Page<CategoryOut>> {
    const query = this.applying(this.database.read, actor)
    if (list.schoolId !== undefined)
      query.setParameters({ ofSchool: await regionsOfSchool(this.database.read, actor, list.schoolId) })
    return paged(query, list, categories, toCategoryOut)
  }

  /** The whole tree that applies to the person, kinds first, in their order. */
  async tree(actor: Actor): Promise<CategoryNodeOut[]> {
    const rows = await this.applying(this.database.read, actor)
      .orderBy('category.position')
      .addOrderBy('category.id')
      .getMany()
    const nodes = new Map(
      rows.map((row) => [row.id, { ...toCategoryOut(row), children: [] as CategoryNodeOut[] }]),
    )
    for (const node of nodes.values())
      if (node.parentId !== null) nodes.get(node.parentId)?.children.push(node)
    return [...nodes.values()].filter((node) => node.parentId === null)
  }

  async get(actor: Actor, id: number): Promise<CategoryOut> {
    const category = await this.applying(this.database.read, actor)
      .andWhere('category.id = :id', { id })
      .getOne()
    if (!category) throw new NotFound('category', id)
    return toCategoryOut(category)
  }

  async create(actor: Actor, given: CreateCategoryIn): Promise<CategoryOut> {
    if (!isInScope({ ...actor, schoolId: null }, { regionCode: given.regionCode }))
      throw new NotFound('region', given.regionCode)
    return this.database.transaction(async (tx) => {
      const parentId = given.parentId ?? null
      if (parentId !== null && !(await tx.existsBy(Category, { id: parentId, regionCode: given.regionCode })))
        throw notChoosable('parentId')
      const category = tx.create(Category, { ...given, parentId })
      await onDuplicate(
        () => tx.save(category),
        () => new RuleBroken('catalogue.category_code_taken', { code: given.code }),
      )
      await this.audit.record(tx, actor, {
        action: 'category.create',
        entity: 'category',
        entityId: category.id,
        after: category,
      })
      return toCategoryOut(category)
    })
  }

  async update(actor: Actor, id: number, given: UpdateCategoryIn): Promise<CategoryOut> {
    return this.database.transaction(async (tx) => {
      const before = await tx.findOneBy(Category, { id })
      if (!before || !isInScope({ ...actor, schoolId: null }, { regionCode: before.regionCode }))
        throw new NotFound('category', id)
      await tx.update(Category, { id }, given)
      const after = { ...before, ...given }
      await this.audit.record(tx, actor, {
        action: 'category.update',
        entity: 'category',
        entityId: id,
        before,
        after,
      })
      return toCategoryOut(after)
    })
  }

  /** A kind or an item without items under it, of the tree that applies to the region. */
  async requireChoosable(manager: EntityManager, regionCode: string, id: number): Promise<Category> {
    const category = await this.applying(manager, { regionCode })
      .andWhere('category.id = :id', { id })
      .getOne()
    const isKindOrLeaf =
      category &&
      (category.parentId === null || !(await manager.existsBy(Category, { parentId: category.id })))
    if (!isKindOrLeaf) throw notChoosable('categoryId')
    return category
  }

  // The tree of the region and of the regions above it; a bureau sees those below it too.
  private applying(
    manager: EntityManager,
    { regionCode, ...who }: Pick<Actor, 'regionCode'> & { schoolId?: number | null },
  ): SelectQueryBuilder<Category> {
    const isBureau = who.schoolId === null
    const above = regionsDownTo(regionCode)
    return manager
      .createQueryBuilder(Category, 'category')
      .where(`(category.regionCode IN (:...above)${isBureau ? ' OR category.regionCode LIKE :below' : ''})`, {
        above,
        ...(isBureau ? { below: `${regionCode}%` } : {}),
      })
  }
}

function notChoosable(field: string): Invalid {
  return Invalid.field(field, 'validation.isIn')
}
