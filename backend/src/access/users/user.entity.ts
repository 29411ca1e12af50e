/** A person who signs in (用户): one role in one scope. */
import { Entity, Index } from 'typeorm'
import { At, Flag, Id, LooseReference, Text } from '../../platform/database/columns.js'
import type { Role } from '../roles.js'

@Entity()
@Index(['regionCode'])
export class User {
  @Id() id!: number
  @Text(60) @Index({ unique: true }) username!: string
  @Text(80) displayName!: string
  @Text(200) passwordHash!: string
  @Text(40) role!: Role
  /** The region whose data this person sees; for school people the school's region. */
  @Text(12) regionCode!: string
  @LooseReference({ nullable: true }) schoolId!: number | null
  @Flag() isFrozen!: boolean
  @Flag() mustChangePassword!: boolean
  /** Until when the one-time password may be used; null: the password is their own. */
  @At({ nullable: true }) oneTimeUntilAt!: Date | null
  @At({ nullable: true }) lastSignInAt!: Date | null
  @At() createdAt!: Date
}
