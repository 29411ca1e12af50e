/** At which times of the week does a school offer after-school service (时段)? */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { CalendarService, type School, SchoolScope, scoped } from '../../organisation/index.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { overlap, type SchoolDayFacts, slotProblem, type SlotTime, usualWeek } from './ban-1.js'
import { printWeekday, printWhen } from './print-when.js'
import { Slot } from './slot.entity.js'
import {
  type CreateSlotIn,
  type SlotListQuery,
  type SlotOut,
  toSlotOut,
  type UpdateSlotIn,
  type UsualWeekIn,
  type UsualWeekOut,
} from './slots.dto.js'

const slots: Listing<SlotListQuery> = {
  sortable: {
    weekday: 'slot.weekday',
    startTime: 'slot.startTime',
    serviceType: 'slot.serviceType',
    id: 'slot.id',
  },
  filters: {
    schoolId: equals('slot.schoolId'),
    termId: equals('slot.termId'),
    weekday: equals('slot.weekday'),
  },
}

@Injectable()
export class SlotsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly schools: SchoolScope,
    private readonly calendar: CalendarService,
  ) {}

  list(actor: Actor, list: SlotListQuery): Promise<Page<SlotOut>> {
    return paged(scoped(this.database.read.createQueryBuilder(Slot, 'slot'), actor), list, slots, toSlotOut)
  }

  async get(actor: Actor, id: number): Promise<SlotOut> {
    return toSlotOut(await this.find(this.database.read, actor, id))
  }

  async create(actor: Actor, given: CreateSlotIn): Promise<SlotOut> {
    return this.database.transaction(async (tx) => {
      const facts = await this.facts(tx, actor, given.schoolId, given.termId)
      await this.check(tx, actor, given, facts)
      const slot = tx.create(Slot, given)
      await onDuplicate(
        () => tx.save(slot),
        () => overlaps(actor, slot),
      )
      await this.audit.record(tx, actor, {
        action: 'slot.create',
        entity: 'slot',
        entityId: slot.id,
        schoolId: slot.schoolId,
        after: slot,
      })
      return toSlotOut(slot)
    })
  }

  /** Dated sessions follow when the timetable is published again. */
  async update(actor: Actor, id: number, given: UpdateSlotIn): Promise<SlotOut> {
    return this.database.transaction(async (tx) => {
      const before = await this.find(tx, actor, id)
      const after = { ...before, ...given }
      await this.check(tx, actor, after, await this.facts(tx, actor, before.schoolId, before.termId))
      await onDuplicate(
        () => tx.update(Slot, { id }, given),
        () => overlaps(actor, after),
      )
      await this.audit.record(tx, actor, {
        action: 'slot.update',
        entity: 'slot',
        entityId: id,
        schoolId: before.schoolId,
        before,
        after,
      })
      return toSlotOut(after)
    })
  }

  /** Throws row.in_use while something is placed in it or has taken place. */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = await this.find(tx, actor, id)
      await tx.delete(Slot, { id })
      await this.audit.record(tx, actor, {
        action: 'slot.delete',
        entity: 'slot',
        entityId: id,
        schoolId: before.schoolId,
        before,
      })
    })
  }

  /** Monday to Friday, two slots of an hour after the last lesson; what would overlap an existing slot is left out. */
  async usualWeek(actor: Actor, { schoolId, termId }: UsualWeekIn): Promise<UsualWeekOut> {
    return this.database.transaction(async (tx) => {
      const { school, ...facts } = await this.facts(tx, actor, schoolId, termId)
      const existing = await tx.findBy(Slot, { schoolId, termId })
      const proposed = usualWeek(school.lastLessonEndTime).filter(
        (slot) => !existing.some((other) => other.weekday === slot.weekday && overlap(other, slot)),
      )
      const problem = proposed.map((slot) => slotProblem(slot, facts)).find((each) => each !== null)
      if (problem) throw slotRefused(problem, actor)
      if (proposed.length === 0) throw new RuleBroken('scheduling.usual_week_exists')
      const slots = await tx.save(proposed.map((slot) => tx.create(Slot, { ...slot, schoolId, termId })))
      await this.audit.recordMany(
        tx,
        actor,
        slots.map((slot) => ({
          action: 'slot.create',
          entity: 'slot',
          entityId: slot.id,
          schoolId,
          after: slot,
        })),
      )
      return { items: slots.map(toSlotOut) }
    })
  }

  /** Slots of a school's week, Monday morning first. */
  async ofTerm(manager: EntityManager, schoolId: number, termId: number): Promise<Slot[]> {
    return manager.find(Slot, { where: { schoolId, termId }, order: { weekday: 'ASC', startTime: 'ASC' } })
  }

  /** What the school and the calendar of its term allow. */
  async facts(
    manager: EntityManager,
    actor: Actor,
    schoolId: number,
    termId: number,
  ): Promise<SchoolDayFacts & { school: School }> {
    const school = await this.schools.require(actor, schoolId, manager)
    const term = await this.calendar.requireTerm(actor, termId, manager)
    const days = await this.calendar.schoolDays(manager, term.id, term.startsOn)
    return {
      school,
      lastLessonEndTime: school.lastLessonEndTime,
      weekdaysWithSchool: new Set(days.map((day) => day.weekday)),
    }
  }

  private async check(
    tx: EntityManager,
    actor: Actor,
    slot: SlotTime & { id?: number; schoolId: number; termId: number },
    facts: SchoolDayFacts,
  ): Promise<void> {
    const problem = slotProblem(slot, facts)
    if (problem) throw slotRefused(problem, actor)
    const sameDay = await tx.findBy(Slot, {
      schoolId: slot.schoolId,
      termId: slot.termId,
      weekday: slot.weekday,
    })
    const other = sameDay.find((each) => each.id !== slot.id && overlap(each, slot))
    if (other) throw new RuleBroken('scheduling.slot_overlaps', { when: printWhen(other, actor.language) })
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Slot> {
    const slot = await scoped(manager.createQueryBuilder(Slot, 'slot'), actor)
      .andWhere('slot.id = :id', { id })
      .getOne()
    if (!slot) throw new NotFound('slot', id)
    return slot
  }
}

const overlaps = (actor: Actor, slot: SlotTime) =>
  new RuleBroken('scheduling.slot_overlaps', { when: printWhen(slot, actor.language) })

export function slotRefused(
  { rule, code, params }: NonNullable<ReturnType<typeof slotProblem>>,
  actor: Actor,
): RuleBroken {
  const named =
    typeof params['weekday'] === 'number'
      ? { ...params, weekday: printWeekday(params['weekday'], actor.language) }
      : params
  return new RuleBroken(code, { rule, ...named })
}
