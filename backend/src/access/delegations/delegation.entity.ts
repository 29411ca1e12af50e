/** Who acts in whose place from when to when (授权代办), and for what. */
import { Entity } from 'typeorm'
import { At, Id, Json, LooseReference, On, Reference, Text } from '../../platform/database/columns.js'
import type { Permission } from '../permissions.js'
import { User } from '../users/user.entity.js'

@Entity()
export class Delegation {
  @Id() id!: number
  @Reference(() => User) fromUserId!: number
  @Reference(() => User) toUserId!: number
  /** Both people's scope when it was given; it holds as long as both still have it. */
  @LooseReference({ nullable: true }) schoolId!: number | null
  @Text(12) regionCode!: string
  @Json() permissions!: Permission[]
  @On() startsOn!: string
  /** The last day, included. */
  @On() endsOn!: string
  @Text(200) reason!: string
  @At({ nullable: true }) revokedAt!: Date | null
  @At() createdAt!: Date
  fromUser?: User
  toUser?: User
}
