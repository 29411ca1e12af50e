/** Which timetables (课程表) does a school have, and which of them is in force? */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Section } from '../../catalogue/index.js'
import { CalendarService, SchoolScope, scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, isDuplicateKey } from '../../platform/database/database.js'
import { NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { type Page, paged } from '../../platform/paging.js'
import { eventsFrom } from '../../platform/states.js'
import { Placement } from './placement.entity.js'
import { Timetable } from './timetable.entity.js'
import { timetableTable } from './timetable.states.js'
import { type CreateTimetableIn, type TimetableListQuery, type TimetableOut, toTimetableOut } from './timetables.dto.js'

const sortable = { version: 'timetable.version', createdAt: 'timetable.createdAt', status: 'timetable.status', id: 'timetable.id' }
const batch = 500

@Injectable()
export class TimetablesService {
  constructor(
    private readonly database: Database, private readonly clock: Clock, private readonly audit: AuditEntries,
    private readonly schools: SchoolScope, private readonly calendar: CalendarService,
  ) {}

  async list(actor: Actor, list: TimetableListQuery): Promise<Page<TimetableOut>> {
    const query = scoped(this.database.read.createQueryBuilder(Timetable, 'timetable'), actor, 'timetable.schoolId', list.schoolId)
    if (list.termId) query.andWhere('timetable.termId = :termId', { termId: list.termId })
    if (list.status) query.andWhere('timetable.status = :status', { status: list.status })
    const page = await paged(query, { ...list, order: list.order ?? (list.sort ? 'asc' : 'desc') }, sortable, (timetable) => timetable)
    const counts = await this.placementCounts(this.database.read, page.items)
    return { ...page, items: page.items.map((timetable) => toTimetableOut(timetable, counts.get(timetable.id) ?? 0, actionsOn(timetable, actor))) }
  }

  async get(actor: Actor, id: number): Promise<TimetableOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  /** A draft that starts from the published week; one draft at a time. */
  async create(actor: Actor, { schoolId, termId }: CreateTimetableIn): Promise<TimetableOut> {
    return this.database.transaction(async (tx) => {
      await this.schools.require(actor, schoolId, tx)
      await this.calendar.requireTerm(actor, termId, tx)
      const earlier = await tx.find(Timetable, { where: { schoolId, termId }, order: { version: 'DESC' } })
      const draft = earlier.find((timetable) => timetable.status === 'draft')
      if (draft) throw new RuleBroken('scheduling.draft_exists', { version: draft.version })
      const timetable = tx.create(Timetable, { schoolId, termId, version: (earlier[0]?.version ?? 0) + 1, name: null, revision: 0, status: 'draft', createdAt: this.clock.now(), publishedAt: null })
      try {
        await tx.save(timetable)
      } catch (error) {
        if (isDuplicateKey(error)) throw new StateConflict('state.conflict')
        throw error
      }
      const published = earlier.find((each) => each.status === 'published')
      if (published) await this.copy(tx, published.id, timetable.id)
      await this.audit.record(tx, actor, { action: 'timetable.create', entity: 'timetable', entityId: timetable.id, schoolId, after: timetable })
      return this.out(tx, actor, timetable)
    })
  }

  /** Throws away a draft with its placements. */
  async remove(actor: Actor, id: number): Promise<void> {
    const timetable = await this.find(this.database.read, actor, id)
    await this.database.transaction(async (tx) => {
      const held = await tx.createQueryBuilder().update(Timetable).set({ revision: () => 'revision + 1' }).where("id = :id AND status = 'draft'", { id }).execute()
      if (held.affected !== 1) throw new StateConflict('scheduling.timetable_not_draft', { version: timetable.version })
      await tx.delete(Placement, { timetableId: id })
      await tx.delete(Timetable, { id })
      await this.audit.record(tx, actor, { action: 'timetable.delete', entity: 'timetable', entityId: id, schoolId: timetable.schoolId, before: timetable })
    })
  }

  private async copy(tx: EntityManager, fromId: number, toId: number): Promise<void> {
    const placements = await tx.createQueryBuilder(Placement, 'placement')
      .innerJoin(Section, 'section', 'section.id = placement.sectionId AND section.isActive = :yes', { yes: true })
      .where('placement.timetableId = :fromId', { fromId }).getMany()
    const rows = placements.map(({ id: _id, ...placement }) => ({ ...placement, timetableId: toId }))
    for (let start = 0; start < rows.length; start += batch) await tx.insert(Placement, rows.slice(start, start + batch))
  }

  private async out(manager: EntityManager, actor: Actor, timetable: Timetable): Promise<TimetableOut> {
    const counts = await this.placementCounts(manager, [timetable])
    return toTimetableOut(timetable, counts.get(timetable.id) ?? 0, actionsOn(timetable, actor))
  }

  private async placementCounts(manager: EntityManager, timetables: readonly Timetable[]): Promise<Map<number, number>> {
    if (timetables.length === 0) return new Map()
    const rows = await manager.createQueryBuilder(Placement, 'placement').select(['placement.timetableId AS timetableId', 'COUNT(*) AS count'])
      .where('placement.timetableId IN (:...ids)', { ids: timetables.map((timetable) => timetable.id) }).groupBy('placement.timetableId').getRawMany<{ timetableId: number; count: number | string }>()
    return new Map(rows.map(({ timetableId, count }) => [timetableId, Number(count)]))
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Timetable> {
    const timetable = await scoped(manager.createQueryBuilder(Timetable, 'timetable'), actor).andWhere('timetable.id = :id', { id }).getOne()
    if (!timetable) throw new NotFound('timetable', id)
    return timetable
  }
}

function actionsOn(timetable: Timetable, actor: Actor): string[] {
  const events = eventsFrom(timetableTable, timetable.status, actor.permissions).filter((event) => event !== 'supersede')
  return timetable.status === 'draft' && actor.permissions.has('timetable.write') ? [...events, 'update', 'delete'] : events
}
