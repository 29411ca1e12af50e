/** A room or ground (场地) with a capacity. */
import { Entity, Index } from 'typeorm'
import { Count, Id, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../schools/school.entity.js'

export const roomKinds = ['classroom', 'laboratory', 'computer', 'music', 'art', 'dance', 'gymnasium', 'ground', 'library', 'hall', 'other'] as const
export type RoomKind = (typeof roomKinds)[number]

@Entity()
@Index(['schoolId', 'name'], { unique: true })
export class Room {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(60) name!: string
  @Text(30, { nullable: true }) code!: string | null
  @Text(20) kind!: RoomKind
  @Count() capacity!: number
}
