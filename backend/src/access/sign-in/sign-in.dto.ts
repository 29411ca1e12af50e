import { IsString, Length, MaxLength } from 'class-validator'
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
}

export function toActorOut(actor: Actor): ActorOut {
  const { userId, username, displayName, role, regionCode, schoolId, permissions, mustChangePassword } = actor
  return {
    userId,
    username,
    displayName,
    role,
    regionCode,
    schoolId,
    permissions: [...permissions],
    mustChangePassword,
  }
}
