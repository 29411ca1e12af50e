/** A section in a slot, with teacher and room (排课的一格); the unique keys are the last word on clashes. */
import { Entity, Index } from 'typeorm'
import { Id, Reference } from '../../platform/database/columns.js'
import { type Course, Section } from '../../catalogue/index.js'
import { HomeClass, Room, School } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Slot } from '../slots/slot.entity.js'
import { Timetable } from './timetable.entity.js'

@Entity()
@Index(['timetableId', 'slotId', 'sectionId'], { unique: true })
@Index(['timetableId', 'slotId', 'teacherId'], { unique: true })
@Index(['timetableId', 'slotId', 'roomId'], { unique: true })
@Index(['timetableId', 'slotId', 'homeClassId'], { unique: true })
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

  section?: Section
  course?: Course
  slot?: Slot
  teacher?: Teacher
  room?: Room
  homeClass?: HomeClass | null
}
