/** Which section stands where in the week (排课的一格), and what stands in its way? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Course, Section, SectionsService } from '../../catalogue/index.js'
import { HomeClass, requireOfSchool, Room, scoped } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Database, isDuplicateKey } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { type Page, paged } from '../../platform/paging.js'
import { fillIn } from '../../platform/texts.js'
import { refused, SlotsService } from '../slots/slots.service.js'
import { slotProblem } from '../slots/ban-1.js'
import { printWhen } from '../slots/print-when.js'
import { Slot } from '../slots/slot.entity.js'
import { schedulingTexts } from '../texts.js'
import { ChildrenWatch } from './children-watch.js'
import { type Clash, clashesOf, type Placed, type Wanted } from './clashes.js'
import { Placement } from './placement.entity.js'
import { type ChoiceOut, type ChoiceQuery, type CreatePlacementIn, type PlacementListQuery, type PlacementOut, toPlacementOut, type UpdatePlacementIn } from './placements.dto.js'
import { Timetable } from './timetable.entity.js'

const sortable = { weekday: 'slot.weekday', sectionName: 'section.name', teacherName: 'teacher.name', roomName: 'room.name', id: 'placement.id' }

@Injectable()
export class PlacementsService {
  constructor(
    private readonly database: Database, private readonly audit: AuditEntries, private readonly sections: SectionsService,
    private readonly slots: SlotsService, private readonly children: ChildrenWatch,
  ) {}

  list(actor: Actor, list: PlacementListQuery): Promise<Page<PlacementOut>> {
    const query = scoped(this.joined(this.database.read), actor, 'placement.schoolId', list.schoolId)
    if (list.timetableId) query.andWhere('placement.timetableId = :timetableId', { timetableId: list.timetableId })
    if (list.sectionId) query.andWhere('placement.sectionId = :sectionId', { sectionId: list.sectionId })
    if (list.termId) query.andWhere('slot.termId = :termId', { termId: list.termId })
    return paged(query, list, sortable, toPlacementOut)
  }

  async get(actor: Actor, id: number): Promise<PlacementOut> {
    return toPlacementOut(await this.find(this.database.read, actor, id))
  }

  /** All placements of a timetable with the names around them, in the order of the week. */
  async ofTimetable(manager: EntityManager, timetableId: number): Promise<Placement[]> {
    return this.joined(manager).where('placement.timetableId = :timetableId', { timetableId })
      .orderBy('slot.weekday').addOrderBy('slot.startTime').addOrderBy('section.name').getMany()
  }

  /** For each slot of the week: could the section stand there? */
  async choices(actor: Actor, timetableId: number, { sectionId, placementId }: ChoiceQuery): Promise<ChoiceOut[]> {
    const manager = this.database.read
    const timetable = await this.findTimetable(manager, actor, timetableId)
    const section = await this.sections.require(actor, sectionId)
    const placed = (await this.ofTimetable(manager, timetableId)).map(toPlaced)
    const busy = await this.children.busy(manager, timetableId, sectionId)
    const own = placed.find((each) => each.id === placementId)
    const slots = await this.slots.ofTerm(manager, timetable.schoolId, timetable.termId)
    return slots.map((slot) => {
      // Nobody has the id 0: without a teacher or room of its own a section clashes by its children only.
      const wanted = { ...(own ? { id: own.id } : {}), slotId: slot.id, sectionId, teacherId: own?.teacherId ?? section.teacherId ?? 0, roomId: own?.roomId ?? section.roomId ?? 0, homeClassId: section.homeClassId }
      const clash = clashesOf(wanted, placed, busy)[0]
      if (!clash) return { slotId: slot.id, isFree: true, code: null, message: null }
      const { code, params } = refusal(clash, slot, actor)
      return { slotId: slot.id, isFree: false, code, message: fillIn(schedulingTexts[code]![actor.language], params) }
    })
  }

  /** Throws RuleBroken with a sentence that names the other placement; the unique keys are the last word. */
  async create(actor: Actor, given: CreatePlacementIn): Promise<PlacementOut> {
    const timetable = await this.findTimetable(this.database.read, actor, given.timetableId)
    return this.database.transaction(async (tx) => {
      await this.hold(tx, timetable, given.sectionId)
      const section = await requireOfSchool(tx, Section, timetable.schoolId, given.sectionId, 'sectionId')
      if (section.termId !== timetable.termId || !section.isActive) throw new RuleBroken('scheduling.section_of_other_term', { section: section.name })
      const wanted = {
        slotId: given.slotId, sectionId: section.id, homeClassId: section.homeClassId,
        teacherId: given.teacherId ?? needed(section.teacherId, 'scheduling.teacher_needed', section), roomId: given.roomId ?? needed(section.roomId, 'scheduling.room_needed', section),
      }
      await this.check(tx, actor, timetable, section, wanted)
      const placement = await this.last(() => tx.save(tx.create(Placement, { ...wanted, weeks: 'every', startsOn: null, endsOn: null, isLocked: false, schoolId: timetable.schoolId, timetableId: timetable.id })))
      await this.audit.record(tx, actor, { action: 'placement.create', entity: 'placement', entityId: placement.id, schoolId: placement.schoolId, after: placement })
      return toPlacementOut(await this.find(tx, actor, placement.id))
    })
  }

  async update(actor: Actor, id: number, given: UpdatePlacementIn): Promise<PlacementOut> {
    const { timetableId, sectionId } = await this.find(this.database.read, actor, id)
    const timetable = await this.findTimetable(this.database.read, actor, timetableId)
    return this.database.transaction(async (tx) => {
      await this.hold(tx, timetable, sectionId)
      const found = await this.find(tx, actor, id)
      const before = plain(found)
      const after = { ...before, ...given }
      await this.check(tx, actor, timetable, found.section!, after)
      await this.last(() => tx.update(Placement, { id }, { slotId: after.slotId, teacherId: after.teacherId, roomId: after.roomId }))
      await this.audit.record(tx, actor, { action: 'placement.update', entity: 'placement', entityId: id, schoolId: before.schoolId, before, after })
      return toPlacementOut(await this.find(tx, actor, id))
    })
  }

  async remove(actor: Actor, id: number): Promise<void> {
    const found = await this.find(this.database.read, actor, id)
    const timetable = await this.findTimetable(this.database.read, actor, found.timetableId)
    await this.database.transaction(async (tx) => {
      await this.holdDraft(tx, timetable)
      await tx.delete(Placement, { id })
      await this.audit.record(tx, actor, { action: 'placement.delete', entity: 'placement', entityId: id, schoolId: found.schoolId, before: plain(found) })
    })
  }

  // Before anything is read, so that what is read afterwards is what stands when this transaction ends.
  private async hold(tx: EntityManager, timetable: Timetable, sectionId: number): Promise<void> {
    await this.holdDraft(tx, timetable)
    await this.children.hold(tx, timetable.schoolId, sectionId)
  }

  private async holdDraft(tx: EntityManager, timetable: Timetable): Promise<void> {
    const held = await tx.createQueryBuilder().update(Timetable).set({ revision: () => 'revision + 1' })
      .where("id = :id AND status = 'draft'", { id: timetable.id }).execute()
    if (held.affected !== 1) throw new StateConflict('scheduling.timetable_not_draft', { version: timetable.version })
  }

  private async check(tx: EntityManager, actor: Actor, timetable: Timetable, section: Section, wanted: Wanted): Promise<void> {
    const slot = await requireOfSchool(tx, Slot, timetable.schoolId, wanted.slotId, 'slotId')
    if (slot.termId !== timetable.termId) throw new Invalid('request.invalid', {}, [{ field: 'slotId', code: 'validation.isIn', message: 'of another term', params: {} }])
    const problem = slotProblem(slot, await this.slots.facts(tx, actor, timetable.schoolId, timetable.termId))
    if (problem) throw refused(problem, actor)
    const teacher = await requireOfSchool(tx, Teacher, timetable.schoolId, wanted.teacherId, 'teacherId')
    if (!teacher.isActive) throw new RuleBroken('catalogue.teacher_has_left', { teacher: teacher.name })
    const room = await requireOfSchool(tx, Room, timetable.schoolId, wanted.roomId, 'roomId')
    if (room.capacity < section.capacity) throw new RuleBroken('catalogue.room_too_small', { capacity: section.capacity, room: room.name, roomCapacity: room.capacity })
    const placed = (await this.ofTimetable(tx, timetable.id)).map(toPlaced)
    const clash = clashesOf(wanted, placed, await this.children.busy(tx, timetable.id, wanted.sectionId))[0]
    if (!clash) return
    const { code, params } = refusal(clash, slot, actor)
    throw new RuleBroken(code, params)
  }

  private async last<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write()
    } catch (error) {
      if (isDuplicateKey(error)) throw new StateConflict('scheduling.placed_meanwhile')
      throw error
    }
  }

  private async findTimetable(manager: EntityManager, actor: Actor, id: number): Promise<Timetable> {
    const timetable = await scoped(manager.createQueryBuilder(Timetable, 'timetable'), actor).andWhere('timetable.id = :id', { id }).getOne()
    if (!timetable) throw new NotFound('timetable', id)
    return timetable
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Placement> {
    const placement = await scoped(this.joined(manager), actor, 'placement.schoolId').andWhere('placement.id = :id', { id }).getOne()
    if (!placement) throw new NotFound('placement', id)
    return placement
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Placement> {
    return manager.createQueryBuilder(Placement, 'placement')
      .innerJoinAndMapOne('placement.section', Section, 'section', 'section.id = placement.sectionId')
      .innerJoinAndMapOne('placement.course', Course, 'course', 'course.id = section.courseId')
      .innerJoinAndMapOne('placement.slot', Slot, 'slot', 'slot.id = placement.slotId')
      .innerJoinAndMapOne('placement.teacher', Teacher, 'teacher', 'teacher.id = placement.teacherId')
      .innerJoinAndMapOne('placement.room', Room, 'room', 'room.id = placement.roomId')
      .leftJoinAndMapOne('placement.homeClass', HomeClass, 'homeClass', 'homeClass.id = placement.homeClassId')
  }
}

function refusal({ code, other, count }: Clash, slot: Slot, actor: Actor): { code: string; params: Record<string, string | number> } {
  const params = {
    when: printWhen(slot, actor.language), section: other.sectionName, teacher: other.teacherName, room: other.roomName, homeClass: other.homeClassName ?? '', count,
  }
  return { code, params }
}

function toPlaced(placement: Placement): Placed {
  const { id, slotId, sectionId, teacherId, roomId, homeClassId } = placement
  return {
    id, slotId, sectionId, teacherId, roomId, homeClassId, sectionName: placement.section!.name, teacherName: placement.teacher!.name, roomName: placement.room!.name,
    homeClassName: placement.homeClass?.name ?? null,
  }
}

function needed(id: number | null, code: string, section: Section): number {
  if (id === null) throw new RuleBroken(code, { section: section.name })
  return id
}

function plain({ section: _section, course: _course, slot: _slot, teacher: _teacher, room: _room, homeClass: _homeClass, ...row }: Placement): Placement {
  return row
}
