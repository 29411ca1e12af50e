/** A login (登录): kept on the server, so that it can be revoked. */
import { Entity, Index } from 'typeorm'
import { At, Flag, Id, Reference, Text } from '../../platform/database/columns.js'
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
  @At() @Index() expiresAt!: Date
  @At({ nullable: true }) revokedAt!: Date | null
  /** When the present token was made, and whether the browser has shown that it has it. */
  @At() rotatedAt!: Date
  @Flag() isTokenSeen!: boolean
  /** Hashes that tell a browser and an address known to this account from others. */
  @Text(64, { nullable: true }) deviceHash!: string | null
  @Text(64, { nullable: true }) addressHash!: string | null
  /** The address without its last part, for the person's own list. */
  @Text(45, { nullable: true }) address!: string | null
  /** Browser and system as families, for example 'Chrome/Windows'. */
  @Text(40, { nullable: true }) agent!: string | null
}
