/** A token that a newer one has replaced (旧令牌): shown again long afterwards, it was copied. */
import { Entity, Index, PrimaryColumn } from 'typeorm'
import { At, Reference } from '../../platform/database/columns.js'
import { SignIn } from './sign-in.entity.js'

@Entity()
export class RetiredToken {
  @PrimaryColumn({ type: 'varchar', length: 64 }) tokenHash!: string
  @Reference(() => SignIn) signInId!: number
  /** Requests that were already under way with it are still answered. */
  @At() acceptedUntilAt!: Date
  /** With the sign-in; then it is swept. */
  @At() @Index() expiresAt!: Date
}
