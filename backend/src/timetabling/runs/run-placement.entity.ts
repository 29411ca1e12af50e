/** The answer of a run (排课结果的一格): where it would put a section. */
import { Entity, Index } from 'typeorm'
import { Id, Reference } from '../../platform/database/columns.js'
import { Section } from '../../catalogue/index.js'
import { Room, School } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Slot } from '../slots/slot.entity.js'
import { TimetableRun } from './timetable-run.entity.js'

@Entity()
@Index(['runId', 'sectionId', 'slotId'], { unique: true })
export class RunPlacement {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => TimetableRun) runId!: number
  @Reference(() => Section) sectionId!: number
  @Reference(() => Slot) slotId!: number
  @Reference(() => Teacher) teacherId!: number
  @Reference(() => Room) roomId!: number
}
