/** From when to when may a person from outside work with children (准入审查)? Checked for each person and day (rule BAN-5). */
import { Entity, Index } from 'typeorm'
import { Flag, Id, LooseReference, On, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Teacher } from '../teachers/teacher.entity.js'

@Entity()
@Index(['teacherId', 'validFromOn'], { unique: true })
export class Clearance {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Teacher) teacherId!: number
  @On() validFromOn!: string
  /** Included. */
  @On() validToOn!: string
  /** What was seen: kind and number of the proof. */
  @Text(120) document!: string
  /** Taken back before its end: it counts no more, on no day. */
  @Flag() isRevoked!: boolean
  @LooseReference() recordedById!: number

  teacher?: Teacher
}
