import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsString, Length } from 'class-validator'
import { IsInt, Nullable, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import { SlotOut } from '../slots/slots.dto.js'
import { PlacementOut } from './placements.dto.js'
import type { Timetable } from './timetable.entity.js'
import type { WeekPattern } from './week-patterns.js'
import { timetableStates, type TimetableStatus } from './timetable.states.js'

export class TimetableListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  termId?: number

  @Optional()
  @IsIn(timetableStates)
  status?: TimetableStatus
}

export class CreateTimetableIn {
  @IsInt()
  schoolId!: number

  @IsInt()
  termId!: number

  /** Copies this version, of the same school and term; left out: the published one, if there is one. */
  @Optional()
  @IsInt()
  fromId?: number

  /** Copies nothing. */
  @Optional()
  @IsBoolean()
  isEmpty?: boolean

  /** What the draft tries out, to tell several apart. */
  @Optional()
  @Nullable()
  @IsString()
  @Length(1, 60)
  name?: string | null
}

export class UpdateTimetableIn {
  @Optional()
  @Nullable()
  @IsString()
  @Length(1, 60)
  name?: string | null
}

export class CompareQuery {
  /** The other timetable, of the same school and term. */
  @Type(() => Number)
  @IsInt()
  with!: number
}

export class TimetableOut {
  id!: number
  schoolId!: number
  termId!: number
  version!: number
  name!: string | null
  /** Raised by every change of the draft. */
  revision!: number
  status!: TimetableStatus
  createdAt!: string
  publishedAt!: string | null
  placementCount!: number
  actions!: string[]
}

export function toTimetableOut(
  timetable: Timetable,
  placementCount: number,
  actions: string[],
): TimetableOut {
  const { id, schoolId, termId, version, name, revision, status, createdAt, publishedAt } = timetable
  return {
    id,
    schoolId,
    termId,
    version,
    name,
    revision,
    status,
    createdAt: createdAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
    placementCount,
    actions,
  }
}

export const gridSides = ['section', 'teacher', 'room', 'homeClass'] as const
export type GridSide = (typeof gridSides)[number]

export class GridQuery {
  @Optional()
  @IsIn(gridSides)
  by: GridSide = 'section'
}

export class GridRowOut {
  /** Of the section, teacher, room or home class; null: sections of no single home class (走班). */
  id!: number | null
  name!: string
  placements!: PlacementOut[]
}

/** A section that meets less often in this timetable than it should. */
export class UnplacedOut {
  sectionId!: number
  sectionName!: string
  courseName!: string
  teacherId!: number | null
  teacherName!: string | null
  roomId!: number | null
  roomName!: string | null
  homeClassName!: string | null
  meetingsPerWeek!: number
  placedCount!: number
}

/** A step of the draft's history. */
export class DraftStepOut {
  /** place, move, take_out, lock, unlock, change, clear, accept_run */
  kind!: string
  /** Placements that it changed. */
  count!: number
  /** If it was about one section only. */
  sectionName!: string | null
  madeByName!: string
  madeAt!: string
}

/** What an undo, a redo or a clearing has done. */
export class DraftStepDoneOut {
  kind!: string
  goneCount!: number
  comeCount!: number
}

export class GridOut {
  timetable!: TimetableOut
  by!: GridSide
  slots!: SlotOut[]
  rows!: GridRowOut[]
  unplaced!: UnplacedOut[]
  /** What would be undone; null: nothing. */
  canUndo!: DraftStepOut | null
  canRedo!: DraftStepOut | null
}

/** Where a section stands in one of two timetables. */
export class ComparedPlaceOut {
  placementId!: number
  slotId!: number
  teacherName!: string
  roomName!: string
  weeks!: WeekPattern
}

export class ComparedOut {
  sectionId!: number
  sectionName!: string
  /** moved: another slot; changed: the same slot with another teacher, room, weeks or days; only_here, only_there. */
  kind!: 'moved' | 'changed' | 'only_here' | 'only_there'
  here!: ComparedPlaceOut | null
  there!: ComparedPlaceOut | null
}

export class TimetableComparisonOut {
  here!: TimetableOut
  there!: TimetableOut
  sameCount!: number
  movedCount!: number
  changedCount!: number
  onlyHereCount!: number
  onlyThereCount!: number
  items!: ComparedOut[]
}
