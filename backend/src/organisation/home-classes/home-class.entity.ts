/** A home class (行政班) of one school year. */
import { Entity, Index } from 'typeorm'
import { Count, Flag, Id, On, Reference, Text } from '../../platform/database/columns.js'
import { Room } from '../rooms/room.entity.js'
import { School } from '../schools/school.entity.js'

@Entity()
@Index(['schoolId', 'schoolYear', 'grade', 'number'], { unique: true })
export class HomeClass {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  /** The year in which the school year starts. */
  @Count() schoolYear!: number
  /** 1–9; 7–9 are the grades of junior secondary school. */
  @Count() grade!: number
  @Count() number!: number
  /** As the school writes it: 三(2)班. */
  @Text(30) name!: string
  @Reference(() => Room, { nullable: true }) homeRoomId!: number | null
  /** The first day on which there was this class. */
  @On() startsOn!: string
  /** The first day on which it is no longer there: merged away or ended; its history stays. Null: still there. */
  @On({ nullable: true }) endsOn!: string | null
  /** The present one: has not ended. Written together with `endsOn`; what is counted as of a day asks the dates. */
  @Flag() isActive!: boolean
}
