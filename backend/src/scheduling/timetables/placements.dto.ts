import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsInt, IsOptional } from 'class-validator'
import { IsLocalDate } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import type { Placement } from './placement.entity.js'
import { type WeekPattern, weekPatterns } from './week-patterns.js'

export class PlacementListQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  termId?: number

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  timetableId?: number

  @IsOptional()
  @Type(() => Number)
  @IsInt()
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
  @IsOptional()
  @IsInt()
  teacherId?: number

  /** Left out: the section's. */
  @IsOptional()
  @IsInt()
  roomId?: number

  /** Odd and even weeks of the term, counted from 1. Left out: every week. */
  @IsOptional()
  @IsIn(weekPatterns)
  weeks?: WeekPattern

  /** Within the term; left out: from its first day. */
  @IsOptional()
  @IsLocalDate()
  startsOn?: string | null

  /** Included; left out: to the last day of the term. */
  @IsOptional()
  @IsLocalDate()
  endsOn?: string | null

  @IsOptional()
  @IsBoolean()
  isLocked?: boolean
}

export class UpdatePlacementIn {
  @IsOptional()
  @IsInt()
  slotId?: number

  @IsOptional()
  @IsInt()
  teacherId?: number

  @IsOptional()
  @IsInt()
  roomId?: number

  @IsOptional()
  @IsIn(weekPatterns)
  weeks?: WeekPattern

  @IsOptional()
  @IsLocalDate()
  startsOn?: string | null

  @IsOptional()
  @IsLocalDate()
  endsOn?: string | null

  /** A locked one is not moved, by hand or automatically, until it is unlocked. */
  @IsOptional()
  @IsBoolean()
  isLocked?: boolean
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
  weeks!: WeekPattern
  startsOn!: string | null
  endsOn!: string | null
  isLocked!: boolean
  enrolledCount!: number
  capacity!: number
}

export class ChoiceQuery {
  @Type(() => Number)
  @IsInt()
  sectionId!: number

  /** The placement that would be moved; left out: a new one. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  placementId?: number
}

/** One reason why the section cannot stand there. */
export class ChoiceClashOut {
  /** The placement that stands in the way; null where it is no placement: the teacher's times, the room. */
  placementId!: number | null
  code!: string
  message!: string
}

/** Whether the section could stand in the slot, and if not, why. */
export class ChoiceOut {
  slotId!: number
  isFree!: boolean
  code!: string | null
  /** The sentence that a refusal would carry. */
  message!: string | null
  /** Everything that stands in the way, the weightiest first. */
  clashes!: ChoiceClashOut[]
  /** It is possible but not liked, as a sentence. */
  hint!: string | null
}

export function toPlacementOut(placement: Placement): PlacementOut {
  const {
    id,
    schoolId,
    timetableId,
    sectionId,
    section,
    course,
    slotId,
    slot,
    teacherId,
    teacher,
    roomId,
    room,
    homeClassId,
    homeClass,
    weeks,
    startsOn,
    endsOn,
    isLocked,
  } = placement
  return {
    id,
    schoolId,
    timetableId,
    sectionId,
    sectionName: section!.name,
    courseName: course!.name,
    slotId,
    weekday: slot!.weekday,
    startTime: slot!.startTime,
    endTime: slot!.endTime,
    teacherId,
    teacherName: teacher!.name,
    roomId,
    roomName: room!.name,
    homeClassId,
    homeClassName: homeClass?.name ?? null,
    weeks,
    startsOn,
    endsOn,
    isLocked,
    enrolledCount: section!.enrolledCount,
    capacity: section!.capacity,
  }
}
