/** A time slot (时段) of a school's week. */
import { Entity, Index } from 'typeorm'
import { Count, Id, Reference, Text, TimeOfDay } from '../../platform/database/columns.js'
import { School, Term } from '../../organisation/index.js'
import type { ServiceType } from './service-types.js'

@Entity()
@Index(['schoolId', 'termId', 'weekday', 'startTime'], { unique: true })
export class Slot {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Term) termId!: number
  /** 1–5; make-up days follow a weekday of the calendar. */
  @Count() weekday!: number
  @TimeOfDay() startTime!: string
  @TimeOfDay() endTime!: string
  @Text(20) serviceType!: ServiceType
}
