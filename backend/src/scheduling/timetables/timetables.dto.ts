import { Type } from 'class-transformer'
import { IsIn, IsInt, IsOptional } from 'class-validator'
import { ListQuery } from '../../platform/paging.js'
import { SlotOut } from '../slots/slots.dto.js'
import { PlacementOut } from './placements.dto.js'
import type { Timetable } from './timetable.entity.js'
import { timetableStates, type TimetableStatus } from './timetable.states.js'

export class TimetableListQuery extends ListQuery {
  @IsOptional() @Type(() => Number) @IsInt()
  schoolId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  termId?: number

  @IsOptional() @IsIn(timetableStates)
  status?: TimetableStatus
}

export class CreateTimetableIn {
  @IsInt()
  schoolId!: number

  @IsInt()
  termId!: number
}

export class TimetableOut {
  id!: number
  schoolId!: number
  termId!: number
  version!: number
  status!: TimetableStatus
  createdAt!: string
  publishedAt!: string | null
  placementCount!: number
  actions!: string[]
}

export function toTimetableOut(timetable: Timetable, placementCount: number, actions: string[]): TimetableOut {
  const { id, schoolId, termId, version, status, createdAt, publishedAt } = timetable
  return { id, schoolId, termId, version, status, createdAt: createdAt.toISOString(), publishedAt: publishedAt?.toISOString() ?? null, placementCount, actions }
}

export const gridSides = ['section', 'teacher', 'room', 'homeClass'] as const
export type GridSide = (typeof gridSides)[number]

export class GridQuery {
  @IsOptional() @IsIn(gridSides)
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

export class GridOut {
  timetable!: TimetableOut
  by!: GridSide
  slots!: SlotOut[]
  rows!: GridRowOut[]
  unplaced!: UnplacedOut[]
}
