/** What was changed in a draft, step by step (撤销记录), so that it can be undone and done again. */
import { Entity, Index } from 'typeorm'
import {
  At,
  Count,
  Flag,
  Id,
  Json,
  LooseReference,
  Reference,
  Text,
} from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Timetable } from './timetable.entity.js'

@Entity()
@Index(['timetableId', 'sequence', 'part'], { unique: true })
export class TimetableChange {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Timetable) timetableId!: number
  @Count() sequence!: number
  /** A large change is written in several rows, from 0 on. */
  @Count() part!: number
  /** place, move, take_out, lock, accept_run … */
  @Text(40) kind!: string
  /** Placements as they stood before and after, each as [sectionId, slotId, teacherId, roomId, weeks, startsOn, endsOn, isLocked]. */
  @Json() before!: unknown[]
  @Json() after!: unknown[]
  @Flag() isUndone!: boolean
  @LooseReference() madeById!: number
  @At() madeAt!: Date
}
