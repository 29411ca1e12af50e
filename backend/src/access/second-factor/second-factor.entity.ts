/** The second factor (动态验证码) of an account: the secret that it shares with an app, sealed. */
import { Entity } from 'typeorm'
import { At, Count, Id, Reference, Text } from '../../platform/database/columns.js'
import { User } from '../users/user.entity.js'

@Entity()
export class SecondFactor {
  @Id() id!: number
  @Reference(() => User, { unique: true }) userId!: number
  @Text(200) secretSealed!: string
  /** The time step of the last code that was used: that code and all before it are used up. */
  @Count() lastStep!: number
  @At() createdAt!: Date
  /** Null: begun, and not asked for yet. */
  @At({ nullable: true }) confirmedAt!: Date | null
}
