/** A dated meeting of a section (课次). */
import { Entity, Index } from 'typeorm'
import { Id, On, Reference, State, Text, TimeOfDay } from '../../platform/database/columns.js'
import { Section } from '../../catalogue/index.js'
import { Room, School, Term } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Slot } from '../slots/slot.entity.js'

@Entity()
@Index(['sectionId', 'heldOn', 'slotId'], { unique: true })
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
  @State() status!: 'planned' | 'cancelled'
  @Text(200, { nullable: true }) reason!: string | null
}
