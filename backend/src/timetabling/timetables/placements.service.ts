/** Which section stands where in the week (排课的一格), and what stands in its way? */
import { raiseDraft } from './hold-draft.js'
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Course, Section } from '../../catalogue/index.js'
import { HomeClass, requireOfSchool, Room, scoped, Term } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { firstUncleared, freeAtAllTimes, type TeacherTimes } from '../planning/teacher-times.js'
import { TeacherTimesService } from '../planning/teacher-times.service.js'
import { slotRefused, SlotsService } from '../slots/slots.service.js'
import { slotProblem } from '../slots/ban-1.js'
import { printWhen } from '../slots/print-when.js'
import { Slot } from '../slots/slot.entity.js'
import { ChildrenWatch } from './children-watch.js'
import { clashesOf, type Placed, type Span, type Wanted } from './clashes.js'
import { type Refusal, refusal } from './clash-sentences.js'
import { type ChangeKind, changeBetween, toRow } from './draft-changes.js'
import { DraftHistory } from './draft-history.service.js'
import { Placement } from './placement.entity.js'
import {
  type CreatePlacementIn,
  type PlacementListQuery,
  type PlacementOut,
  toPlacementOut,
  type UpdatePlacementIn,
} from './placements.dto.js'
import { Timetable } from './timetable.entity.js'

const placements: Listing<PlacementListQuery> = {
  sortable: {
    weekday: 'slot.weekday',
    sectionName: 'section.name',
    teacherName: 'teacher.name',
    roomName: 'room.name',
    id: 'placement.id',
  },
  filters: {
    schoolId: equals('placement.schoolId'),
    termId: equals('slot.termId'),
    timetableId: equals('placement.timetableId'),
    sectionId: equals('placement.sectionId'),
  },
}

@Injectable()
export class PlacementsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly slots: SlotsService,
    private readonly children: ChildrenWatch,
    private readonly history: DraftHistory,
    private readonly times: TeacherTimesService,
  ) {}

  list(actor: Actor, list: PlacementListQuery): Promise<Page<PlacementOut>> {
    return paged(scoped(this.joined(this.database.read), actor), list, placements, toPlacementOut)
  }

  async get(actor: Actor, id: number): Promise<PlacementOut> {
    return toPlacementOut(await this.find(this.database.read, actor, id))
  }

  /** All placements of a timetable with the names around them, in the order of the week. */
  async ofTimetable(manager: EntityManager, timetableId: number): Promise<Placement[]> {
    return this.joined(manager)
      .where('placement.timetableId = :timetableId', { timetableId })
      .orderBy('slot.weekday')
      .addOrderBy('slot.startTime')
      .addOrderBy('section.name')
      .getMany()
  }

  /** Throws RuleBroken with a sentence that names the other placement; the unique keys are the last word. */
  async create(actor: Actor, given: CreatePlacementIn): Promise<PlacementOut> {
    const timetable = await this.timetable(this.database.read, actor, given.timetableId)
    return this.database.transaction(async (tx) => {
      await this.hold(tx, timetable, given.sectionId)
      const section = await requireOfSchool(tx, Section, timetable.schoolId, given.sectionId, 'sectionId')
      if (section.termId !== timetable.termId || !section.isActive)
        throw new RuleBroken('scheduling.section_of_other_term', { section: section.name })
      const wanted = {
        slotId: given.slotId,
        sectionId: section.id,
        homeClassId: section.homeClassId,
        weeks: given.weeks ?? 'every',
        startsOn: given.startsOn ?? null,
        endsOn: given.endsOn ?? null,
        teacherId: given.teacherId ?? needed(section.teacherId, 'scheduling.teacher_needed', section),
        roomId: given.roomId ?? needed(section.roomId, 'scheduling.room_needed', section),
      }
      await this.check(tx, actor, timetable, section, wanted)
      const placement = tx.create(Placement, {
        ...wanted,
        isLocked: given.isLocked ?? false,
        schoolId: timetable.schoolId,
        timetableId: timetable.id,
      })
      await onDuplicate(() => tx.save(placement), placedMeanwhile)
      await this.history.record(tx, actor, timetable, 'place', { gone: [], come: [toRow(placement)] })
      await this.audit.record(tx, actor, {
        action: 'placement.create',
        entity: 'placement',
        entityId: placement.id,
        schoolId: placement.schoolId,
        after: placement,
      })
      return toPlacementOut(await this.find(tx, actor, placement.id))
    })
  }

  /** A locked one is refused unless the same request unlocks it. */
  async update(actor: Actor, id: number, given: UpdatePlacementIn): Promise<PlacementOut> {
    const { timetableId, sectionId } = await this.find(this.database.read, actor, id)
    const timetable = await this.timetable(this.database.read, actor, timetableId)
    return this.database.transaction(async (tx) => {
      await this.hold(tx, timetable, sectionId)
      const found = await this.find(tx, actor, id)
      const before = plain(found)
      const { isLocked, ...moved } = given
      if (before.isLocked && isLocked !== false && Object.keys(moved).length > 0)
        throw new RuleBroken('scheduling.placement_locked', {
          section: found.section!.name,
          when: printWhen(found.slot!, actor.language),
        })
      const after = { ...before, ...given }
      if (Object.keys(moved).length > 0) await this.check(tx, actor, timetable, found.section!, after)
      const { slotId, teacherId, roomId, weeks, startsOn, endsOn } = after
      const change = { slotId, teacherId, roomId, weeks, startsOn, endsOn, isLocked: after.isLocked }
      await onDuplicate(() => tx.update(Placement, { id }, change), placedMeanwhile)
      await this.history.record(
        tx,
        actor,
        timetable,
        kindOf(before, after),
        changeBetween([toRow(before)], [toRow(after)]),
      )
      await this.audit.record(tx, actor, {
        action: 'placement.update',
        entity: 'placement',
        entityId: id,
        schoolId: before.schoolId,
        before,
        after,
      })
      return toPlacementOut(await this.find(tx, actor, id))
    })
  }

  async remove(actor: Actor, id: number): Promise<void> {
    const { timetableId } = await this.find(this.database.read, actor, id)
    const timetable = await this.timetable(this.database.read, actor, timetableId)
    await this.database.transaction(async (tx) => {
      await raiseDraft(tx, timetable)
      const found = await this.find(tx, actor, id)
      if (found.isLocked)
        throw new RuleBroken('scheduling.placement_locked', {
          section: found.section!.name,
          when: printWhen(found.slot!, actor.language),
        })
      await tx.delete(Placement, { id })
      await this.history.record(tx, actor, timetable, 'take_out', { gone: [toRow(found)], come: [] })
      await this.audit.record(tx, actor, {
        action: 'placement.delete',
        entity: 'placement',
        entityId: id,
        schoolId: found.schoolId,
        before: plain(found),
      })
    })
  }

  // Before anything is read, so that what is read afterwards is what stands when this transaction ends.
  private async hold(tx: EntityManager, timetable: Timetable, sectionId: number): Promise<void> {
    await raiseDraft(tx, timetable)
    await this.children.hold(tx, timetable.schoolId, sectionId)
  }

  private async check(
    tx: EntityManager,
    actor: Actor,
    timetable: Timetable,
    section: Section,
    wanted: Wanted,
  ): Promise<void> {
    const slot = await requireOfSchool(tx, Slot, timetable.schoolId, wanted.slotId, 'slotId')
    if (slot.termId !== timetable.termId) throw Invalid.field('slotId', 'validation.isIn')
    const problem = slotProblem(slot, await this.slots.facts(tx, actor, timetable.schoolId, timetable.termId))
    if (problem) throw slotRefused(problem, actor)
    const teacher = await requireOfSchool(tx, Teacher, timetable.schoolId, wanted.teacherId, 'teacherId')
    if (!teacher.isActive) throw new RuleBroken('catalogue.teacher_has_left', { teacher: teacher.name })
    const room = await requireOfSchool(tx, Room, timetable.schoolId, wanted.roomId, 'roomId')
    if (room.capacity < section.capacity)
      throw new RuleBroken('catalogue.room_too_small', {
        capacity: section.capacity,
        room: room.name,
        roomCapacity: room.capacity,
      })
    await this.checkDates(tx, timetable, wanted)
    const { times } = await this.times.ofTerm(tx, timetable.schoolId, timetable.termId)
    const against = againstTeacher(teacher, times.get(teacher.id) ?? freeAtAllTimes, slot, wanted, actor)[0]
    if (against) throw new RuleBroken(against.code, against.params)
    const placed = (await this.ofTimetable(tx, timetable.id)).map(toPlaced)
    const clash = clashesOf(wanted, placed, await this.children.busy(tx, timetable.id, wanted.sectionId))[0]
    if (!clash) return
    const { code, params } = refusal(clash, slot, actor.language)
    throw new RuleBroken(code, params)
  }

  private async checkDates(
    tx: EntityManager,
    { termId }: Timetable,
    { startsOn, endsOn }: Span,
  ): Promise<void> {
    if (startsOn === null && endsOn === null) return
    const term = await tx.findOneByOrFail(Term, { id: termId })
    const [from, to] = [startsOn ?? term.startsOn, endsOn ?? term.endsOn]
    if (from > to || from < term.startsOn || to > term.endsOn)
      throw new RuleBroken('scheduling.dates_outside_term', { from: term.startsOn, to: term.endsOn })
  }

  async timetable(manager: EntityManager, actor: Actor, id: number): Promise<Timetable> {
    const timetable = await scoped(manager.createQueryBuilder(Timetable, 'timetable'), actor)
      .andWhere('timetable.id = :id', { id })
      .getOne()
    if (!timetable) throw new NotFound('timetable', id)
    return timetable
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Placement> {
    const placement = await scoped(this.joined(manager), actor, 'placement.schoolId')
      .andWhere('placement.id = :id', { id })
      .getOne()
    if (!placement) throw new NotFound('placement', id)
    return placement
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Placement> {
    return manager
      .createQueryBuilder(Placement, 'placement')
      .innerJoinAndMapOne('placement.section', Section, 'section', 'section.id = placement.sectionId')
      .innerJoinAndMapOne('placement.course', Course, 'course', 'course.id = section.courseId')
      .innerJoinAndMapOne('placement.slot', Slot, 'slot', 'slot.id = placement.slotId')
      .innerJoinAndMapOne('placement.teacher', Teacher, 'teacher', 'teacher.id = placement.teacherId')
      .innerJoinAndMapOne('placement.room', Room, 'room', 'room.id = placement.roomId')
      .leftJoinAndMapOne(
        'placement.homeClass',
        HomeClass,
        'homeClass',
        'homeClass.id = placement.homeClassId',
      )
  }
}

const placedMeanwhile = () => new StateConflict('scheduling.placed_meanwhile')

/** The teacher's own reasons: cannot at that time, or is not cleared (BAN-5). */
export function againstTeacher(
  teacher: Teacher,
  times: TeacherTimes,
  slot: Slot,
  span: Pick<Span, 'startsOn' | 'endsOn'>,
  actor: Actor,
): Refusal[] {
  const params = { teacher: teacher.name, when: printWhen(slot, actor.language) }
  const on = firstUncleared(times, slot.weekday, span)
  return [
    ...(times.cannot.has(slot.id) ? [{ code: 'scheduling.teacher_cannot', params }] : []),
    ...(on === null
      ? []
      : [{ code: 'scheduling.teacher_not_cleared', params: { ...params, rule: 'BAN-5', on } }]),
  ]
}

function kindOf(before: Placement, after: Placement): ChangeKind {
  if (before.slotId !== after.slotId) return 'move'
  const isSame =
    changeBetween([toRow({ ...before, isLocked: true })], [toRow({ ...after, isLocked: true })]).come
      .length === 0
  return !isSame ? 'change' : after.isLocked ? 'lock' : 'unlock'
}

export function toPlaced(placement: Placement): Placed {
  const { id, slotId, sectionId, teacherId, roomId, homeClassId, weeks, startsOn, endsOn } = placement
  return {
    id,
    slotId,
    sectionId,
    teacherId,
    roomId,
    homeClassId,
    sectionName: placement.section!.name,
    teacherName: placement.teacher!.name,
    roomName: placement.room!.name,
    homeClassName: placement.homeClass?.name ?? null,
    weeks,
    startsOn,
    endsOn,
  }
}

function needed(id: number | null, code: string, section: Section): number {
  if (id === null) throw new RuleBroken(code, { section: section.name })
  return id
}

function plain({
  section: _section,
  course: _course,
  slot: _slot,
  teacher: _teacher,
  room: _room,
  homeClass: _homeClass,
  ...row
}: Placement): Placement {
  return row
}
