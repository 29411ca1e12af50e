/** A section in a slot, with teacher and room (排课的一格); the unique keys are the last word on clashes. */
import { Entity, Index } from 'typeorm'
import { Flag, Id, On, Reference, Text } from '../../platform/database/columns.js'
import { type Course, Section } from '../../catalogue/index.js'
import { HomeClass, Room, School } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Slot } from '../slots/slot.entity.js'
import { Timetable } from './timetable.entity.js'
import type { WeekPattern } from './week-patterns.js'

export { type WeekPattern, weekPatterns } from './week-patterns.js'

@Entity()
@Index(['timetableId', 'slotId', 'weeks', 'sectionId'], { unique: true })
@Index(['timetableId', 'slotId', 'weeks', 'teacherId'], { unique: true })
@Index(['timetableId', 'slotId', 'weeks', 'roomId'], { unique: true })
@Index(['timetableId', 'slotId', 'weeks', 'homeClassId'], { unique: true })
export class Placement {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Timetable) timetableId!: number
  @Reference(() => Section) sectionId!: number
  @Reference(() => Slot) slotId!: number
  @Reference(() => Teacher) teacherId!: number
  @Reference(() => Room) roomId!: number
  /** Only for sections of a whole home class. */
  @Reference(() => HomeClass, { nullable: true }) homeClassId!: number | null
  /** In every week, or in the odd or even weeks of the term, counted from 1. What overlaps in part is kept apart under the timetable's revision. */
  @Text(10) weeks!: WeekPattern
  /** Only from and to these days, both included; null: the whole term. */
  @On({ nullable: true }) startsOn!: string | null
  @On({ nullable: true }) endsOn!: string | null
  /** Automatic scheduling leaves it where it is. */
  @Flag() isLocked!: boolean

  section?: Section
  course?: Course
  slot?: Slot
  teacher?: Teacher
  room?: Room
  homeClass?: HomeClass | null
}
