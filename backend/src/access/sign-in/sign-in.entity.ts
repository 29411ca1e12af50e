/** A login (登录): kept on the server, so that it can be revoked. */
import { Entity, Index } from 'typeorm'
import { At, Id, Reference, Text } from '../../platform/database/columns.js'
import { User } from '../users/user.entity.js'

@Entity()
export class SignIn {
  @Id() id!: number
  /** Hash of the cookie's token; the token itself is nowhere. */
  @Text(64) @Index({ unique: true }) tokenHash!: string
  @Reference(() => User) userId!: number
  @At() createdAt!: Date
  @At() lastSeenAt!: Date
  /** The absolute end; the idle end follows from lastSeenAt. */
  @At() expiresAt!: Date
  @At({ nullable: true }) revokedAt!: Date | null
}
