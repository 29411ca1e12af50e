import { Type } from 'class-transformer'
import { IsIn } from 'class-validator'
import { IsInt, IsLocalDate, Optional } from '../../platform/http/validation.js'
import type { DayKind } from '../../organisation/index.js'
import type { SessionStatus } from '../sessions/session.states.js'

export const viewKinds = ['teacher', 'room', 'home-class', 'school'] as const
export type ViewKind = (typeof viewKinds)[number]
/** Kinds of which a school has many. */
export const manyKinds = ['teacher', 'room', 'home-class'] as const
export type ManyKind = (typeof manyKinds)[number]

export class ViewParams {
  @IsIn(viewKinds)
  kind!: ViewKind

  /** Of the teacher, room, home class or school. */
  @Type(() => Number)
  @IsInt()
  id!: number
}

export class ViewQuery {
  /** Any day of the week; left out: today. */
  @Optional()
  @IsLocalDate()
  from?: string
}

export class ManyViewsQuery extends ViewQuery {
  @IsIn(manyKinds)
  kind!: ManyKind

  @Type(() => Number)
  @IsInt()
  schoolId!: number
}

/** What is other than the timetable plans. */
export const cellChanges = ['day', 'time', 'teacher', 'room', 'cancelled', 'made_up', 'make_up'] as const
export type CellChange = (typeof cellChanges)[number]

export class ViewDayOut {
  dayOn!: string
  weekday!: number
  /** Null: outside every term. */
  kind!: DayKind | null
  /** The weekday whose timetable it follows; null: no school. */
  weekdayFollowed!: number | null
  note!: string | null
}

export class ViewTimeOut {
  startTime!: string
  endTime!: string
}

export class ViewCellOut {
  sessionId!: number
  slotId!: number
  dayOn!: string
  startTime!: string
  endTime!: string
  sectionId!: number
  sectionName!: string
  /** True: children of several home classes. */
  isMixed!: boolean
  courseName!: string
  teacherId!: number
  teacherName!: string
  roomId!: number
  roomName!: string
  homeClassId!: number | null
  homeClassName!: string | null
  status!: SessionStatus
  reason!: string | null
  changes!: CellChange[]
  /** True: it was planned here, but takes place on another day, in another room or with another teacher, as the cell says. */
  isElsewhere!: boolean
  heldOn!: string
  heldStartTime!: string
  heldEndTime!: string
  plannedOn!: string
  plannedStartTime!: string
  plannedEndTime!: string
  plannedTeacherName!: string
  plannedRoomName!: string
  /** The day of the cancelled session that this one makes up for. */
  makesUpOn!: string | null
  /** The day on which this cancelled one is made up. */
  madeUpOn!: string | null
}

export class WeekViewOut {
  kind!: ViewKind
  ownerId!: number
  /** Of the teacher, room, home class or school. */
  name!: string
  /** Of a room: how many it holds. */
  capacity!: number | null
  schoolId!: number
  schoolName!: string
  schoolNameEn!: string | null
  termName!: string | null
  termNameEn!: string | null
  /** From 1; null outside a term. */
  weekOfTerm!: number | null
  fromOn!: string
  toOn!: string
  /** As of when changes are included. */
  readAt!: string
  /** Monday to Friday, and a Saturday or Sunday with school or with sessions. */
  days!: ViewDayOut[]
  /** The times of the school's slots, and any other at which something takes place. */
  times!: ViewTimeOut[]
  cells!: ViewCellOut[]
}

export class WeekViewsOut {
  /** Only those who have something in the week. */
  items!: WeekViewOut[]
}

export class ViewOwnerOut {
  id!: number
  name!: string
}

export class ViewOwnersOut {
  items!: ViewOwnerOut[]
  /** Of the teacher who asks: the own week comes first. */
  ownTeacherId!: number | null
}
