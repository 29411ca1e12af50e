import { IsString, Length, MaxLength } from 'class-validator'
import { Optional } from '../../platform/http/validation.js'
import type { Actor } from '../actor.js'
import type { Permission } from '../permissions.js'
import type { Role } from '../roles.js'

export class SignInIn {
  @IsString()
  @Length(1, 60)
  username!: string

  @IsString()
  @Length(1, 200)
  password!: string

  /** Of the app, or a recovery code; asked for with access.code_needed. */
  @Optional()
  @IsString()
  @Length(1, 30)
  code?: string
}

export class ChangePasswordIn {
  @IsString()
  @MaxLength(200)
  currentPassword!: string

  @IsString()
  @MaxLength(200)
  newPassword!: string
}

export class ActorOut {
  userId!: number
  username!: string
  displayName!: string
  role!: Role
  regionCode!: string
  schoolId!: number | null
  permissions!: Permission[]
  mustChangePassword!: boolean
  mustSetUpSecondFactor!: boolean
}

export function toActorOut(actor: Actor): ActorOut {
  const { userId, username, displayName, role, regionCode, schoolId, permissions } = actor
  return {
    userId,
    username,
    displayName,
    role,
    regionCode,
    schoolId,
    permissions: [...permissions],
    mustChangePassword: actor.mustChangePassword,
    mustSetUpSecondFactor: actor.mustSetUpSecondFactor ?? false,
  }
}

/** One of one's own sign-ins that are open. */
export class OwnSignInOut {
  id!: number
  /** The one that asks. */
  isThis!: boolean
  createdAt!: string
  lastSeenAt!: string
  /** When it ends in any case. */
  expiresAt!: string
  /** Without its last part. */
  address!: string | null
  /** Browser and system, for example 'Chrome/Windows'. */
  agent!: string | null
}

export class EndedOut {
  endedCount!: number
}
