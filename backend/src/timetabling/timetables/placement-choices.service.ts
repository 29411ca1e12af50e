/** Where in the week could a section stand (可排的时段), and what would be in its way? */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { type Section, SectionsService } from '../../catalogue/index.js'
import { Room } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Database } from '../../platform/database/database.js'
import { Sentences } from '../../platform/sentences.js'
import { freeAtAllTimes, type TeacherTimes } from '../planning/teacher-times.js'
import { TeacherTimesService } from '../planning/teacher-times.service.js'
import { printWhen } from '../slots/print-when.js'
import type { Slot } from '../slots/slot.entity.js'
import { SlotsService } from '../slots/slots.service.js'
import { ChildrenWatch } from './children-watch.js'
import { clashesOf, type Span } from './clashes.js'
import { type Refusal, refusal } from './clash-sentences.js'
import type { ChoiceClashOut, ChoiceOut, ChoiceQuery } from './placements.dto.js'
import { againstTeacher, PlacementsService, toPlaced } from './placements.service.js'

@Injectable()
export class PlacementChoicesService {
  constructor(
    private readonly database: Database,
    private readonly placements: PlacementsService,
    private readonly sections: SectionsService,
    private readonly slots: SlotsService,
    private readonly children: ChildrenWatch,
    private readonly times: TeacherTimesService,
    private readonly sentences: Sentences,
  ) {}

  /** For each slot of the week: could the section stand there? */
  async choices(
    actor: Actor,
    timetableId: number,
    { sectionId, placementId }: ChoiceQuery,
  ): Promise<ChoiceOut[]> {
    const manager = this.database.read
    const timetable = await this.placements.timetable(manager, actor, timetableId)
    const section = await this.sections.require(actor, sectionId)
    const placed = (await this.placements.ofTimetable(manager, timetableId)).map(toPlaced)
    const busy = await this.children.busy(manager, timetableId, sectionId)
    const own = placed.find((each) => each.id === placementId)
    const slots = await this.slots.ofTerm(manager, timetable.schoolId, timetable.termId)
    // Nobody has the id 0: without a teacher or room of its own a section clashes by its children only.
    const span: Span = own ?? { weeks: 'every', startsOn: null, endsOn: null }
    const wanted = {
      ...(own ? { id: own.id } : {}),
      ...pick(span),
      sectionId,
      teacherId: own?.teacherId ?? section.teacherId ?? 0,
      roomId: own?.roomId ?? section.roomId ?? 0,
      homeClassId: section.homeClassId,
    }
    const teacher = wanted.teacherId === 0 ? null : await manager.findOneBy(Teacher, { id: wanted.teacherId })
    const room = wanted.roomId === 0 ? null : await manager.findOneBy(Room, { id: wanted.roomId })
    const times =
      (await this.times.ofTerm(manager, timetable.schoolId, timetable.termId)).times.get(wanted.teacherId) ??
      freeAtAllTimes
    const small =
      room && room.capacity < section.capacity
        ? [
            {
              code: 'catalogue.room_too_small',
              params: { capacity: section.capacity, room: room.name, roomCapacity: room.capacity },
            },
          ]
        : []
    const say = ({ code, params }: Refusal, placementId: number | null = null): ChoiceClashOut => ({
      placementId,
      code,
      message: this.sentences.say({ code, params }, actor.language),
    })
    return slots.map((slot) => {
      const clashes = [
        ...clashesOf({ ...wanted, slotId: slot.id }, placed, busy).map((clash) =>
          say(refusal(clash, slot, actor.language), clash.other.id),
        ),
        ...(teacher ? againstTeacher(teacher, times, slot, wanted, actor) : []).map((each) => say(each)),
        ...small.map((each) => say(each)),
      ]
      const hint = clashes.length === 0 ? hintOf(section, teacher, room, times, slot, actor) : null
      return {
        slotId: slot.id,
        isFree: clashes.length === 0,
        code: clashes[0]?.code ?? null,
        message: clashes[0]?.message ?? null,
        clashes,
        hint: hint && say(hint).message,
      }
    })
  }
}

/** What would do but is not as it should be. */
function hintOf(
  section: Section,
  teacher: Teacher | null,
  room: Room | null,
  times: TeacherTimes,
  slot: Slot,
  actor: Actor,
): Refusal | null {
  if (teacher && times.ratherNot.has(slot.id))
    return {
      code: 'scheduling.teacher_would_rather_not',
      params: { teacher: teacher.name, when: printWhen(slot, actor.language) },
    }
  const { roomKinds = [], equipment = [] } = section.course ?? {}
  const missing = equipment.filter((thing) => !room?.equipment.includes(thing))
  if (room && ((roomKinds.length > 0 && !roomKinds.includes(room.kind)) || missing.length > 0))
    return {
      code: 'scheduling.room_of_other_kind',
      params: { room: room.name, course: section.course!.name },
    }
  return null
}

const pick = ({ weeks, startsOn, endsOn }: Span): Span => ({ weeks, startsOn, endsOn })
