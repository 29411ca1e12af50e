import { Type } from 'class-transformer'
import { IsInt, IsOptional } from 'class-validator'
import { ListQuery } from '../../platform/paging.js'
import type { Placement } from './placement.entity.js'

export class PlacementListQuery extends ListQuery {
  @IsOptional() @Type(() => Number) @IsInt()
  schoolId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  termId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  timetableId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  sectionId?: number
}

export class CreatePlacementIn {
  @IsInt()
  timetableId!: number

  @IsInt()
  sectionId!: number

  @IsInt()
  slotId!: number

  /** Left out: the section's. */
  @IsOptional() @IsInt()
  teacherId?: number

  /** Left out: the section's. */
  @IsOptional() @IsInt()
  roomId?: number
}

export class UpdatePlacementIn {
  @IsOptional() @IsInt()
  slotId?: number

  @IsOptional() @IsInt()
  teacherId?: number

  @IsOptional() @IsInt()
  roomId?: number
}

export class PlacementOut {
  id!: number
  schoolId!: number
  timetableId!: number
  sectionId!: number
  sectionName!: string
  courseName!: string
  slotId!: number
  weekday!: number
  startTime!: string
  endTime!: string
  teacherId!: number
  teacherName!: string
  roomId!: number
  roomName!: string
  homeClassId!: number | null
  homeClassName!: string | null
  enrolledCount!: number
  capacity!: number
}

export class ChoiceQuery {
  @Type(() => Number) @IsInt()
  sectionId!: number

  /** The placement that would be moved; left out: a new one. */
  @IsOptional() @Type(() => Number) @IsInt()
  placementId?: number
}

/** Whether the section could stand in the slot, and if not, why. */
export class ChoiceOut {
  slotId!: number
  isFree!: boolean
  code!: string | null
  /** The sentence that a refusal would carry. */
  message!: string | null
}

export function toPlacementOut(placement: Placement): PlacementOut {
  const { id, schoolId, timetableId, sectionId, section, course, slotId, slot, teacherId, teacher, roomId, room, homeClassId, homeClass } = placement
  return {
    id, schoolId, timetableId, sectionId, sectionName: section!.name, courseName: course!.name, slotId, weekday: slot!.weekday, startTime: slot!.startTime, endTime: slot!.endTime,
    teacherId, teacherName: teacher!.name, roomId, roomName: room!.name, homeClassId, homeClassName: homeClass?.name ?? null, enrolledCount: section!.enrolledCount, capacity: section!.capacity,
  }
}
