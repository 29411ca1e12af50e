import { Type } from 'class-transformer'
import { IsBoolean, IsIn } from 'class-validator'
import { IsInt, IsLocalDate, Nullable, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import type { Placement } from './placement.entity.js'
import { type WeekPattern, weekPatterns } from './week-patterns.js'

export class PlacementListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  termId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  timetableId?: number

  @Optional()
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
  @Optional()
  @IsInt()
  teacherId?: number

  /** Left out: the section's. */
  @Optional()
  @IsInt()
  roomId?: number

  /** Odd and even weeks of the term, counted from 1. Left out: every week. */
  @Optional()
  @IsIn(weekPatterns)
  weeks?: WeekPattern

  /** Within the term; left out: from its first day. */
  @Optional()
  @Nullable()
  @IsLocalDate()
  startsOn?: string | null

  /** Included; left out: to the last day of the term. */
  @Optional()
  @Nullable()
  @IsLocalDate()
  endsOn?: string | null

  @Optional()
  @IsBoolean()
  isLocked?: boolean
}

export class UpdatePlacementIn {
  @Optional()
  @IsInt()
  slotId?: number

  @Optional()
  @IsInt()
  teacherId?: number

  @Optional()
  @IsInt()
  roomId?: number

  @Optional()
  @IsIn(weekPatterns)
  weeks?: WeekPattern

  @Optional()
  @Nullable()
  @IsLocalDate()
  startsOn?: string | null

  @Optional()
  @Nullable()
  @IsLocalDate()
  endsOn?: string | null

  /** A locked one is not moved, by hand or automatically, until it is unlocked. */
  @Optional()
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
  @Optional()
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
