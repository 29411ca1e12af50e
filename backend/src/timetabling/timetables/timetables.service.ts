/** Which timetables (课程表) does a school have, and which of them is in force? */
import { Injectable } from '@nestjs/common'
import { type EntityManager, Not } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type SeenIn, Transitions } from '../../audit/index.js'
import { Section } from '../../catalogue/index.js'
import { CalendarService, SchoolScope, scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { NotFound, StateConflict } from '../../platform/errors.js'
import { equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { eventsFrom } from '../../platform/states.js'
import { Placement } from './placement.entity.js'
import { forgetRuns } from '../runs/forget-runs.js'
import { holdDraft, raiseDraft } from './hold-draft.js'
import { TimetableChange } from './timetable-change.entity.js'
import { Timetable } from './timetable.entity.js'
import { timetableTable } from './timetable.states.js'
import {
  type CreateTimetableIn,
  type TimetableListQuery,
  type TimetableOut,
  toTimetableOut,
  type UpdateTimetableIn,
} from './timetables.dto.js'

const timetables: Listing<TimetableListQuery> = {
  sortable: {
    version: 'timetable.version',
    createdAt: 'timetable.createdAt',
    status: 'timetable.status',
    id: 'timetable.id',
  },
  filters: {
    schoolId: equals('timetable.schoolId'),
    termId: equals('timetable.termId'),
    status: equals('timetable.status'),
  },
}
const batch = 500

@Injectable()
export class TimetablesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly schools: SchoolScope,
    private readonly calendar: CalendarService,
    private readonly transitions: Transitions,
  ) {}

  async list(actor: Actor, list: TimetableListQuery): Promise<Page<TimetableOut>> {
    const page = await paged(
      scoped(this.database.read.createQueryBuilder(Timetable, 'timetable'), actor),
      { ...list, order: list.order ?? (list.sort ? 'asc' : 'desc') },
      timetables,
      (timetable) => timetable,
    )
    const counts = await this.placementCounts(this.database.read, page.items)
    return {
      ...page,
      items: page.items.map((timetable) =>
        toTimetableOut(timetable, counts.get(timetable.id) ?? 0, actionsOn(timetable, actor)),
      ),
    }
  }

  async get(actor: Actor, id: number): Promise<TimetableOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  /** A draft that starts from the published week, from any version, or empty; there may be several. */
  async create(
    actor: Actor,
    { schoolId, termId, fromId, isEmpty = false, name = null }: CreateTimetableIn,
  ): Promise<TimetableOut> {
    return this.database.transaction(async (tx) => {
      await this.schools.require(actor, schoolId, tx)
      await this.calendar.requireTerm(actor, termId, tx)
      const earlier = await tx.find(Timetable, { where: { schoolId, termId }, order: { version: 'DESC' } })
      const from = isEmpty
        ? null
        : earlier.find((each) => (fromId === undefined ? each.status === 'published' : each.id === fromId))
      if (fromId !== undefined && from === undefined) throw new NotFound('timetable', fromId)
      const timetable = tx.create(Timetable, {
        schoolId,
        termId,
        version: (earlier[0]?.version ?? 0) + 1,
        name,
        revision: 0,
        status: 'draft',
        createdAt: this.clock.now(),
        publishedAt: null,
      })
      await onDuplicate(
        () => tx.save(timetable),
        () => new StateConflict('state.conflict'),
      )
      if (from) await this.copy(tx, from.id, timetable.id)
      await this.audit.record(tx, actor, {
        action: 'timetable.create',
        entity: 'timetable',
        entityId: timetable.id,
        schoolId,
        after: { ...timetable, copiedFromId: from?.id ?? null },
      })
      return this.out(tx, actor, timetable)
    })
  }

  /** The name of a draft; what stands in it is changed placement by placement. */
  async update(actor: Actor, id: number, { name }: UpdateTimetableIn): Promise<TimetableOut> {
    const { version } = await this.find(this.database.read, actor, id)
    return this.database.transaction(async (tx) => {
      await holdDraft(tx, { id, version })
      const before = await this.find(tx, actor, id)
      const after = { ...before, name: name === undefined ? before.name : name }
      await tx.update(Timetable, { id }, { name: after.name })
      await this.audit.record(tx, actor, {
        action: 'timetable.update',
        entity: 'timetable',
        entityId: id,
        schoolId: before.schoolId,
        before,
        after,
      })
      return this.out(tx, actor, after)
    })
  }

  /** Throws away a draft with its placements, its history and what was worked out for it. */
  async remove(actor: Actor, id: number): Promise<void> {
    const timetable = await this.find(this.database.read, actor, id)
    await this.database.transaction(async (tx) => {
      await raiseDraft(tx, timetable)
      await forgetRuns(tx, id)
      await tx.delete(TimetableChange, { timetableId: id })
      await tx.delete(Placement, { timetableId: id })
      await tx.delete(Timetable, { id })
      await this.audit.record(tx, actor, {
        action: 'timetable.delete',
        entity: 'timetable',
        entityId: id,
        schoolId: timetable.schoolId,
        before: timetable,
      })
    })
  }

  /**
   * The draft becomes the week in force, and the one before it history (发布). Its dated sessions are the business of
   * whoever publishes, in the same transaction. Throws `scheduling.published_meanwhile` when another week than
   * `formerId` has come into force since.
   */
  async putInForce(
    tx: EntityManager,
    actor: Actor,
    id: number,
    { comment, seen, formerId }: { comment?: string | undefined; seen: SeenIn; formerId: number | null },
  ): Promise<Timetable> {
    const draft = await this.transitions.take(tx, timetableTable, Timetable, id, 'publish', actor, {
      read: () => this.find(tx, actor, id),
      seen,
    })
    await this.transitions.move(tx, timetableTable, Timetable, draft, 'publish', actor, {
      comment,
      set: { publishedAt: this.clock.now() },
    })
    if ((await this.publishedId(tx, draft, id)) !== formerId)
      throw new StateConflict('scheduling.published_meanwhile')
    const [former] = await this.transitions.takeAll(
      tx,
      Timetable,
      formerId === null ? [] : [formerId],
      ([each]) => tx.findBy(Timetable, { id: each! }),
    )
    if (former) await this.transitions.move(tx, timetableTable, Timetable, former, 'supersede', actor)
    return draft
  }

  /** The week in force of a school's term, if there is one. */
  async publishedId(
    manager: EntityManager,
    { schoolId, termId }: Pick<Timetable, 'schoolId' | 'termId'>,
    butId?: number,
  ): Promise<number | null> {
    const found = await manager.findOneBy(Timetable, {
      schoolId,
      termId,
      status: 'published',
      ...(butId === undefined ? {} : { id: Not(butId) }),
    })
    return found?.id ?? null
  }

  private async copy(tx: EntityManager, fromId: number, toId: number): Promise<void> {
    const placements = await tx
      .createQueryBuilder(Placement, 'placement')
      .innerJoin(Section, 'section', 'section.id = placement.sectionId AND section.isActive = :yes', {
        yes: true,
      })
      .where('placement.timetableId = :fromId', { fromId })
      .getMany()
    const rows = placements.map(({ id: _id, ...placement }) => ({ ...placement, timetableId: toId }))
    for (let start = 0; start < rows.length; start += batch)
      await tx.insert(Placement, rows.slice(start, start + batch))
  }

  private async out(manager: EntityManager, actor: Actor, timetable: Timetable): Promise<TimetableOut> {
    const counts = await this.placementCounts(manager, [timetable])
    return toTimetableOut(timetable, counts.get(timetable.id) ?? 0, actionsOn(timetable, actor))
  }

  private async placementCounts(
    manager: EntityManager,
    timetables: readonly Timetable[],
  ): Promise<Map<number, number>> {
    if (timetables.length === 0) return new Map()
    const rows = await manager
      .createQueryBuilder(Placement, 'placement')
      .select(['placement.timetableId AS timetableId', 'COUNT(*) AS count'])
      .where('placement.timetableId IN (:...ids)', { ids: timetables.map((timetable) => timetable.id) })
      .groupBy('placement.timetableId')
      .getRawMany<{ timetableId: number; count: number | string }>()
    return new Map(rows.map(({ timetableId, count }) => [timetableId, Number(count)]))
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Timetable> {
    const timetable = await scoped(manager.createQueryBuilder(Timetable, 'timetable'), actor)
      .andWhere('timetable.id = :id', { id })
      .getOne()
    if (!timetable) throw new NotFound('timetable', id)
    return timetable
  }
}

function actionsOn(timetable: Timetable, actor: Actor): string[] {
  const events = eventsFrom(timetableTable, timetable.status, actor.permissions).filter(
    (event) => event !== 'supersede',
  )
  return timetable.status === 'draft' && actor.permissions.has('timetable.write')
    ? [...events, 'update', 'delete']
    : events
}
