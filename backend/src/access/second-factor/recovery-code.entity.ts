/** A code for the day on which the app is lost (恢复码): kept as a hash, each used once. */
import { Entity, Index } from 'typeorm'
import { At, Id, Reference, Text } from '../../platform/database/columns.js'
import { User } from '../users/user.entity.js'

@Entity()
export class RecoveryCode {
  @Id() id!: number
  @Reference(() => User) userId!: number
  @Text(64) @Index({ unique: true }) codeHash!: string
  @At({ nullable: true }) usedAt!: Date | null
}
