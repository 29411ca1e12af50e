/** A dated meeting of a section (课次). */
import { Entity, Index } from 'typeorm'
import { Id, On, Reference, Revision, State, Text, TimeOfDay } from '../../platform/database/columns.js'
import { type Course, Section } from '../../catalogue/index.js'
import { type HomeClass, Room, School, Term } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Slot } from '../../timetabling/index.js'
import type { SessionStatus } from './session.states.js'

@Entity()
@Index(['sectionId', 'plannedOn', 'slotId'], { unique: true })
@Index(['schoolId', 'heldOn'])
@Index(['teacherId', 'heldOn'])
export class Session {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Term) termId!: number
  @Reference(() => Section) sectionId!: number
  @Reference(() => Slot) slotId!: number
  @On() heldOn!: string
  @TimeOfDay() startTime!: string
  @TimeOfDay() endTime!: string
  @Reference(() => Teacher) teacherId!: number
  @Reference(() => Room) roomId!: number
  /** What the timetable says; day, time, teacher and room above are what really holds. They differ where somebody changed the one session. */
  @On() plannedOn!: string
  @TimeOfDay() plannedStartTime!: string
  @TimeOfDay() plannedEndTime!: string
  @Reference(() => Teacher) plannedTeacherId!: number
  @Reference(() => Room) plannedRoomId!: number
  /** The cancelled session that this one makes up for. */
  @Reference(() => Session, { nullable: true }) makesUpId!: number | null
  @State() status!: SessionStatus
  @Revision() revision!: number
  @Text(200, { nullable: true }) reason!: string | null

  section?: Section
  course?: Course
  teacher?: Teacher
  room?: Room
  homeClass?: HomeClass | null
  plannedTeacher?: Teacher
  plannedRoom?: Room
  /** The one for which it makes up. */
  original?: Session | null
  /** The one that makes up for it, as long as that is not called off. */
  makeUp?: Session | null
}
