/** A room or ground (场地) with a capacity. */
import { Entity, Index } from 'typeorm'
import { Count, Id, Json, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../schools/school.entity.js'
import type { RoomKind } from './room-kinds.js'

@Entity()
@Index(['schoolId', 'name'], { unique: true })
export class Room {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(60) name!: string
  @Text(30, { nullable: true }) code!: string | null
  @Text(20) kind!: RoomKind
  @Count() capacity!: number
  /** Names of what stands in it, as the school calls them: 钢琴, 投影. */
  @Json() equipment!: string[]
}
