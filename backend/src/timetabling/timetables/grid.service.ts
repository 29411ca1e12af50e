/** How does the week look (周课表) by section, teacher, room or home class, and what is not placed yet? */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Course, Section } from '../../catalogue/index.js'
import { HomeClass, Room, Term } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Database } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import { toSlotOut } from '../slots/slots.dto.js'
import { SlotsService } from '../slots/slots.service.js'
import type { Placed } from './clashes.js'
import { compareWeeks, type Difference } from './compare-weeks.js'
import { DraftHistory } from './draft-history.service.js'
import { type PlacementOut, toPlacementOut } from './placements.dto.js'
import { PlacementsService } from './placements.service.js'
import type { Timetable } from './timetable.entity.js'
import type {
  ComparedPlaceOut,
  GridOut,
  GridRowOut,
  GridSide,
  TimetableComparisonOut,
  TimetableOut,
  UnplacedOut,
} from './timetables.dto.js'
import { TimetablesService } from './timetables.service.js'

@Injectable()
export class GridService {
  constructor(
    private readonly database: Database,
    private readonly timetables: TimetablesService,
    private readonly placements: PlacementsService,
    private readonly slots: SlotsService,
    private readonly history: DraftHistory,
  ) {}

  async grid(actor: Actor, id: number, by: GridSide): Promise<GridOut> {
    const timetable = await this.timetables.get(actor, id)
    return this.gridOf(
      timetable,
      by,
      (await this.placements.ofTimetable(this.database.read, id)).map(toPlacementOut),
    )
  }

  /** The week as if the placements were the timetable's: its own, or those that a run would give it. */
  async gridOf(timetable: TimetableOut, by: GridSide, placements: readonly PlacementOut[]): Promise<GridOut> {
    const manager = this.database.read
    const slots = await this.slots.ofTerm(manager, timetable.schoolId, timetable.termId)
    const sections = await this.sectionsOf(manager, timetable)
    const rows = await this.rows(manager, timetable, by, sections)
    const cells = new Map<number | null, PlacementOut[]>()
    for (const placement of placements) {
      const key = sideOf(placement, by)
      cells.set(key, [...(cells.get(key) ?? []), placement])
    }
    return {
      timetable,
      by,
      slots: slots.map(toSlotOut),
      unplaced: unplacedOf(sections, placements),
      rows: rows
        .map((row) => ({ ...row, placements: cells.get(row.id) ?? [] }))
        .filter((row) => row.id !== null || row.placements.length > 0),
      canUndo: await this.history.out(manager, await this.history.next(manager, timetable.id, 'undo')),
      canRedo: await this.history.out(manager, await this.history.next(manager, timetable.id, 'redo')),
    }
  }

  /** What stands elsewhere, otherwise, or on one side only. */
  async compare(actor: Actor, id: number, withId: number): Promise<TimetableComparisonOut> {
    const [here, there] = [await this.timetables.get(actor, id), await this.timetables.get(actor, withId)]
    if (here.schoolId !== there.schoolId || here.termId !== there.termId)
      throw new RuleBroken('scheduling.compare_other_term')
    const placed = async (timetableId: number) =>
      (await this.placements.ofTimetable(this.database.read, timetableId)).map(toPlacementOut)
    const { sameCount, differences } = compareWeeks(await placed(id), await placed(withId))
    const count = (kind: Difference['kind']) => differences.filter((each) => each.kind === kind).length
    return {
      here,
      there,
      sameCount,
      movedCount: count('moved'),
      changedCount: count('changed'),
      onlyHereCount: count('only_here'),
      onlyThereCount: count('only_there'),
      items: differences.map((each) => ({
        sectionId: each.sectionId,
        sectionName: each.sectionName,
        kind: each.kind,
        here: toComparedPlaceOut(each.here),
        there: toComparedPlaceOut(each.there),
      })),
    }
  }

  // Everybody and everything that could be placed, so that gaps are seen too.
  private async rows(
    manager: EntityManager,
    { schoolId, termId }: Pick<Timetable, 'schoolId' | 'termId'>,
    by: GridSide,
    sections: readonly Section[],
  ): Promise<Omit<GridRowOut, 'placements'>[]> {
    if (by === 'section') return sections.map(({ id, name }) => ({ id, name }))
    if (by === 'teacher')
      return (
        await manager.find(Teacher, {
          where: { schoolId, isActive: true },
          order: { namePinyin: 'ASC', id: 'ASC' },
        })
      ).map(({ id, name }) => ({ id, name }))
    if (by === 'room')
      return (await manager.find(Room, { where: { schoolId }, order: { name: 'ASC', id: 'ASC' } })).map(
        ({ id, name }) => ({ id, name }),
      )
    const { schoolYear } = await manager.findOneByOrFail(Term, { id: termId })
    const classes = await manager.find(HomeClass, {
      where: { schoolId, schoolYear, isActive: true },
      order: { grade: 'ASC', number: 'ASC' },
    })
    return [...classes.map(({ id, name }) => ({ id, name })), { id: null, name: '' }]
  }

  private sectionsOf(
    manager: EntityManager,
    { schoolId, termId }: Pick<Timetable, 'schoolId' | 'termId'>,
  ): Promise<Section[]> {
    return manager
      .createQueryBuilder(Section, 'section')
      .innerJoinAndMapOne('section.course', Course, 'course', 'course.id = section.courseId')
      .leftJoinAndMapOne('section.teacher', Teacher, 'teacher', 'teacher.id = section.teacherId')
      .leftJoinAndMapOne('section.room', Room, 'room', 'room.id = section.roomId')
      .leftJoinAndMapOne('section.homeClass', HomeClass, 'homeClass', 'homeClass.id = section.homeClassId')
      .where('section.schoolId = :schoolId AND section.termId = :termId AND section.isActive = :yes', {
        schoolId,
        termId,
        yes: true,
      })
      .orderBy('section.kind')
      .addOrderBy('homeClass.grade')
      .addOrderBy('homeClass.number')
      .addOrderBy('section.name')
      .getMany()
  }
}

function toComparedPlaceOut(placed: Placed | null): ComparedPlaceOut | null {
  if (!placed) return null
  const { id, slotId, teacherName, roomName, weeks } = placed
  return { placementId: id, slotId, teacherName, roomName, weeks }
}

function sideOf(placement: PlacementOut, by: GridSide): number | null {
  if (by === 'section') return placement.sectionId
  if (by === 'teacher') return placement.teacherId
  return by === 'room' ? placement.roomId : placement.homeClassId
}

export function unplacedOf(
  sections: readonly Section[],
  placements: readonly Pick<PlacementOut, 'sectionId'>[],
): UnplacedOut[] {
  const counts = new Map<number, number>()
  for (const { sectionId } of placements) counts.set(sectionId, (counts.get(sectionId) ?? 0) + 1)
  return sections
    .map((section) => ({
      sectionId: section.id,
      sectionName: section.name,
      courseName: section.course?.name ?? '',
      teacherId: section.teacherId,
      teacherName: section.teacher?.name ?? null,
      roomId: section.roomId,
      roomName: section.room?.name ?? null,
      homeClassName: section.homeClass?.name ?? null,
      meetingsPerWeek: section.meetingsPerWeek,
      placedCount: counts.get(section.id) ?? 0,
    }))
    .filter((each) => each.placedCount < each.meetingsPerWeek)
}
