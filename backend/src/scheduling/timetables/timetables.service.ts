/** Which timetable (课程表) is the school's, and which dated sessions does it make? */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, Not } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { Section } from '../../catalogue/index.js'
import { CalendarService, SchoolScope, scoped } from '../../organisation/index.js'
import { Clock, localTimeOf } from '../../platform/calendar.js'
import { Database, isDuplicateKey } from '../../platform/database/database.js'
import { NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { type Page, paged } from '../../platform/paging.js'
import { eventsFrom } from '../../platform/states.js'
import { Session } from '../sessions/session.entity.js'
import { slotProblem } from '../slots/ban-1.js'
import { Slot } from '../slots/slot.entity.js'
import { refused, SlotsService } from '../slots/slots.service.js'
import { Placement } from './placement.entity.js'
import { type Meeting, planSessions, type SessionChanges } from './plan-sessions.js'
import { RunPlacement } from '../runs/run-placement.entity.js'
import { TimetableRun } from '../runs/timetable-run.entity.js'
import { TimetableChange } from './timetable-change.entity.js'
import { Timetable } from './timetable.entity.js'
import { timetableTable } from './timetable.states.js'
import { type CreateTimetableIn, type PublishPreviewOut, type TimetableListQuery, type TimetableOut, toTimetableOut, type UpdateTimetableIn } from './timetables.dto.js'

const sortable = { version: 'timetable.version', createdAt: 'timetable.createdAt', status: 'timetable.status', id: 'timetable.id' }
const batch = 500

@Injectable()
export class TimetablesService {
  constructor(
    private readonly database: Database, private readonly clock: Clock, private readonly audit: AuditEntries, private readonly transitions: Transitions,
    private readonly schools: SchoolScope, private readonly calendar: CalendarService, private readonly slots: SlotsService,
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

  /** A draft that starts from the published week, from any version, or empty; there may be several. */
  async create(actor: Actor, { schoolId, termId, fromId, isEmpty = false, name = null }: CreateTimetableIn): Promise<TimetableOut> {
    return this.database.transaction(async (tx) => {
      await this.schools.require(actor, schoolId, tx)
      await this.calendar.requireTerm(actor, termId, tx)
      const earlier = await tx.find(Timetable, { where: { schoolId, termId }, order: { version: 'DESC' } })
      const from = isEmpty ? null : earlier.find((each) => (fromId === undefined ? each.status === 'published' : each.id === fromId))
      if (fromId !== undefined && from === undefined) throw new NotFound('timetable', fromId)
      const timetable = tx.create(Timetable, { schoolId, termId, version: (earlier[0]?.version ?? 0) + 1, name, revision: 0, status: 'draft', createdAt: this.clock.now(), publishedAt: null })
      try {
        await tx.save(timetable)
      } catch (error) {
        if (isDuplicateKey(error)) throw new StateConflict('state.conflict')
        throw error
      }
      if (from) await this.copy(tx, from.id, timetable.id)
      await this.audit.record(tx, actor, { action: 'timetable.create', entity: 'timetable', entityId: timetable.id, schoolId, after: { ...timetable, copiedFromId: from?.id ?? null } })
      return this.out(tx, actor, timetable)
    })
  }

  /** The name of a draft; what stands in it is changed placement by placement. */
  async update(actor: Actor, id: number, { name }: UpdateTimetableIn): Promise<TimetableOut> {
    const before = await this.find(this.database.read, actor, id)
    return this.database.transaction(async (tx) => {
      const after = { ...before, name: name === undefined ? before.name : name }
      const renamed = await tx.createQueryBuilder().update(Timetable).set({ name: after.name }).where("id = :id AND status = 'draft'", { id }).execute()
      if (renamed.affected !== 1) throw new StateConflict('scheduling.timetable_not_draft', { version: before.version })
      await this.audit.record(tx, actor, { action: 'timetable.update', entity: 'timetable', entityId: id, schoolId: before.schoolId, before, after })
      return this.out(tx, actor, after)
    })
  }

  /** Throws away a draft with its placements, its history and what was worked out for it. */
  async remove(actor: Actor, id: number): Promise<void> {
    const timetable = await this.find(this.database.read, actor, id)
    await this.database.transaction(async (tx) => {
      const held = await tx.createQueryBuilder().update(Timetable).set({ revision: () => 'revision + 1' }).where("id = :id AND status = 'draft'", { id }).execute()
      if (held.affected !== 1) throw new StateConflict('scheduling.timetable_not_draft', { version: timetable.version })
      await tx.createQueryBuilder().delete().from(RunPlacement).where('runId IN (SELECT id FROM timetable_run WHERE timetableId = :id)', { id }).execute()
      await tx.delete(TimetableRun, { timetableId: id })
      await tx.delete(TimetableChange, { timetableId: id })
      await tx.delete(Placement, { timetableId: id })
      await tx.delete(Timetable, { id })
      await this.audit.record(tx, actor, { action: 'timetable.delete', entity: 'timetable', entityId: id, schoolId: timetable.schoolId, before: timetable })
    })
  }

  async preview(actor: Actor, id: number): Promise<PublishPreviewOut> {
    const timetable = await this.find(this.database.read, actor, id)
    const { changes, ...rest } = await this.changes(this.database.read, actor, timetable)
    return { ...rest, newCount: changes.added.length, changedCount: changes.changed.length, removedCount: changes.removed.length, keptCount: changes.keptCount, pastCount: changes.pastCount }
  }

  /** Replaces the published week and makes the dated sessions from now on; what has begun stays untouched. */
  async publish(actor: Actor, id: number, comment?: string): Promise<TimetableOut> {
    const found = await this.find(this.database.read, actor, id)
    return this.database.transaction(async (tx) => {
      // The move comes before any read of this transaction: who publishes or places at the same time waits here.
      await this.transitions.move(tx, timetableTable, Timetable, found, 'publish', actor, { comment, set: { publishedAt: this.clock.now() } })
      const former = await tx.findOneBy(Timetable, { schoolId: found.schoolId, termId: found.termId, status: 'published', id: Not(id) })
      if (former) await this.transitions.move(tx, timetableTable, Timetable, former, 'supersede', actor)
      const { changes, placementCount } = await this.changes(tx, actor, found)
      if (placementCount === 0) throw new RuleBroken('scheduling.nothing_placed')
      await this.write(tx, found, changes)
      const counts = { added: changes.added.length, changed: changes.changed.length, removed: changes.removed.length, kept: changes.keptCount }
      await this.audit.record(tx, actor, { action: 'timetable.make_sessions', entity: 'timetable', entityId: id, schoolId: found.schoolId, after: counts })
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  private async changes(manager: EntityManager, actor: Actor, timetable: Timetable): Promise<{ changes: SessionChanges; fromOn: string; toOn: string; schoolDayCount: number; placementCount: number; unplacedCount: number }> {
    const { schoolId, termId } = timetable
    const term = await this.calendar.requireTerm(actor, termId, manager)
    const today = this.clock.today()
    const fromOn = today > term.startsOn ? today : term.startsOn
    const fromTime = today === fromOn ? localTimeOf(this.clock.now()) : '00:00'
    const days = await this.calendar.schoolDays(manager, termId, fromOn)
    const meetings = await this.meetings(manager, actor, timetable)
    const existing = await manager.find(Session, { where: { schoolId, termId } })
    return { changes: planSessions(meetings, days, existing, fromOn, fromTime), fromOn, toOn: term.endsOn, schoolDayCount: days.length, placementCount: meetings.length, unplacedCount: await this.unplacedCount(manager, timetable, meetings) }
  }

  // A slot may have been right once and wrong since: the policy is asked again for each.
  private async meetings(manager: EntityManager, actor: Actor, { id, schoolId, termId }: Timetable): Promise<Meeting[]> {
    const placements = await manager.find(Placement, { where: { timetableId: id } })
    const slots = new Map((await this.slots.ofTerm(manager, schoolId, termId)).map((slot) => [slot.id, slot]))
    const facts = await this.slots.facts(manager, actor, schoolId, termId)
    const used = new Set(placements.map((placement) => placement.slotId))
    const problem = [...slots.values()].filter((slot) => used.has(slot.id)).map((slot) => slotProblem(slot, facts)).find((each) => each !== null)
    if (problem) throw refused(problem, actor)
    return placements.map(({ sectionId, slotId, teacherId, roomId }) => {
      const { weekday, startTime, endTime } = slots.get(slotId) as Slot
      return { sectionId, slotId, teacherId, roomId, weekday, startTime, endTime }
    })
  }

  private async unplacedCount(manager: EntityManager, { schoolId, termId }: Timetable, meetings: readonly Meeting[]): Promise<number> {
    const sections = await manager.find(Section, { where: { schoolId, termId, isActive: true } })
    return sections.reduce((sum, section) => sum + Math.max(0, section.meetingsPerWeek - meetings.filter((meeting) => meeting.sectionId === section.id).length), 0)
  }

  private async write(tx: EntityManager, { id, schoolId, termId }: Timetable, { added, changed, removed }: SessionChanges): Promise<void> {
    for (let start = 0; start < removed.length; start += batch) await tx.delete(Session, { id: In(removed.slice(start, start + batch)) })
    for (let start = 0; start < changed.length; start += batch) await this.follow(tx, id, changed.slice(start, start + batch))
    const rows = added.map((session) => ({
      ...session, schoolId, termId, status: 'planned' as const, reason: null, makesUpId: null,
      plannedOn: session.heldOn, plannedStartTime: session.startTime, plannedEndTime: session.endTime, plannedTeacherId: session.teacherId, plannedRoomId: session.roomId,
    }))
    for (let start = 0; start < rows.length; start += batch) await tx.insert(Session, rows.slice(start, start + batch))
  }

  // Teacher, room and time of each session as its placement and slot say, in one statement for all.
  private async follow(tx: EntityManager, timetableId: number, ids: readonly number[]): Promise<void> {
    const from = (column: string) => `(SELECT ${column} FROM placement p JOIN slot s ON s.id = p.slotId WHERE p.timetableId = ${timetableId} AND p.sectionId = session.sectionId AND p.slotId = session.slotId)`
    await tx.createQueryBuilder().update(Session)
      .set({ teacherId: () => from('p.teacherId'), roomId: () => from('p.roomId'), startTime: () => from('s.startTime'), endTime: () => from('s.endTime') })
      .where('id IN (:...ids)', { ids: [...ids] }).execute()
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
