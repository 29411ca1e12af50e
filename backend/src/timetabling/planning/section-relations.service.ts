/** Which sections must run at the same time, and which must not (课程班同时/错开)? */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Section } from '../../catalogue/index.js'
import { CalendarService, SchoolScope, scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, NotFound } from '../../platform/errors.js'
import { equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { SectionRelation } from './section-relation.entity.js'
import {
  type CreateSectionRelationIn,
  type SectionRelationListQuery,
  type SectionRelationOut,
  toSectionRelationOut,
  type UpdateSectionRelationIn,
} from './section-relations.dto.js'

const relations: Listing<SectionRelationListQuery> = {
  sortable: { kind: 'relation.kind', id: 'relation.id' },
  filters: {
    schoolId: equals('relation.schoolId'),
    termId: equals('relation.termId'),
    kind: equals('relation.kind'),
  },
}

@Injectable()
export class SectionRelationsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly schools: SchoolScope,
    private readonly calendar: CalendarService,
  ) {}

  async list(actor: Actor, list: SectionRelationListQuery): Promise<Page<SectionRelationOut>> {
    const query = scoped(this.database.read.createQueryBuilder(SectionRelation, 'relation'), actor)
    const page = await paged(query, list, relations, (relation) => relation)
    const names = await this.names(this.database.read, page.items)
    return { ...page, items: page.items.map((relation) => toSectionRelationOut(relation, names)) }
  }

  async get(actor: Actor, id: number): Promise<SectionRelationOut> {
    return this.out(this.database.read, await this.find(this.database.read, actor, id))
  }

  async create(actor: Actor, given: CreateSectionRelationIn): Promise<SectionRelationOut> {
    return this.database.transaction(async (tx) => {
      await this.schools.require(actor, given.schoolId, tx)
      await this.calendar.requireTerm(actor, given.termId, tx)
      await this.requireSections(tx, given)
      const relation = await tx.save(tx.create(SectionRelation, { ...given, note: given.note ?? null }))
      await this.audit.record(tx, actor, {
        action: 'section_relation.create',
        entity: 'section_relation',
        entityId: relation.id,
        schoolId: relation.schoolId,
        after: relation,
      })
      return this.out(tx, relation)
    })
  }

  async update(actor: Actor, id: number, given: UpdateSectionRelationIn): Promise<SectionRelationOut> {
    return this.database.transaction(async (tx) => {
      const before = await this.find(tx, actor, id)
      const after = { ...before, ...given }
      if (given.sectionIds) await this.requireSections(tx, after)
      if (Object.keys(given).length > 0) await tx.update(SectionRelation, { id }, given)
      await this.audit.record(tx, actor, {
        action: 'section_relation.update',
        entity: 'section_relation',
        entityId: id,
        schoolId: before.schoolId,
        before,
        after,
      })
      return this.out(tx, after)
    })
  }

  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = await this.find(tx, actor, id)
      await tx.delete(SectionRelation, { id })
      await this.audit.record(tx, actor, {
        action: 'section_relation.delete',
        entity: 'section_relation',
        entityId: id,
        schoolId: before.schoolId,
        before,
      })
    })
  }

  private async requireSections(
    tx: EntityManager,
    { schoolId, termId, sectionIds }: Pick<SectionRelation, 'schoolId' | 'termId' | 'sectionIds'>,
  ): Promise<void> {
    if ((await tx.countBy(Section, { id: In(sectionIds), schoolId, termId })) === sectionIds.length) return
    throw Invalid.field('sectionIds', 'validation.isIn')
  }

  private async out(manager: EntityManager, relation: SectionRelation): Promise<SectionRelationOut> {
    return toSectionRelationOut(relation, await this.names(manager, [relation]))
  }

  private async names(
    manager: EntityManager,
    relations: readonly SectionRelation[],
  ): Promise<Map<number, string>> {
    const ids = [...new Set(relations.flatMap((relation) => relation.sectionIds))]
    const sections = ids.length === 0 ? [] : await manager.findBy(Section, { id: In(ids) })
    return new Map(sections.map((section) => [section.id, section.name]))
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<SectionRelation> {
    const relation = await scoped(manager.createQueryBuilder(SectionRelation, 'relation'), actor)
      .andWhere('relation.id = :id', { id })
      .getOne()
    if (!relation) throw new NotFound('section_relation', id)
    return relation
  }
}
