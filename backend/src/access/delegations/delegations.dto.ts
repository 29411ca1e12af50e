import { PlainText } from '../../platform/http/plain-text.js'
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsString, Length } from 'class-validator'
import { IsInt, IsLocalDate, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import { type Permission, permissions } from '../permissions.js'
import { permissionsOf, type Role } from '../roles.js'
import type { User } from '../users/user.entity.js'
import { mayReceive } from './acting-permissions.js'
import type { Delegation } from './delegation.entity.js'
import { type DelegationStatus, inForce, statusOf } from './received.js'

export class DelegationListQuery extends ListQuery {
  /** Those that one has given, or those that one has received; both without it. */
  @Optional()
  @IsIn(['given', 'received'])
  kind?: 'given' | 'received'
}

export class CreateDelegationIn {
  @IsInt()
  toUserId!: number

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @ArrayUnique()
  @IsIn(Object.keys(permissions), { each: true })
  permissions!: Permission[]

  @IsLocalDate()
  startsOn!: string

  /** The last day, included. */
  @IsLocalDate()
  endsOn!: string

  @IsString()
  @Length(2, 200)
  @PlainText()
  reason!: string
}

export class DelegationOut {
  id!: number
  kind!: 'given' | 'received'
  fromUserId!: number
  fromName!: string
  toUserId!: number
  toName!: string
  permissions!: Permission[]
  /** What the receiver may really do today in the giver's place. */
  inForce!: Permission[]
  startsOn!: string
  endsOn!: string
  reason!: string
  status!: DelegationStatus
  revokedAt!: string | null
  createdAt!: string
  actions!: string[]
}

/** Somebody to whom one may delegate. */
export class DelegateOut {
  id!: number
  displayName!: string
  role!: Role
  /** What they may do by their own role. */
  permissions!: Permission[]
}

/** What one may delegate, and for how long. */
export class DelegationChoicesOut {
  permissions!: Permission[]
  mostDays!: number
  today!: string
}

export function toDelegationOut(delegation: Delegation, userId: number, today: string): DelegationOut {
  const { id, fromUserId, toUserId, startsOn, endsOn, reason, revokedAt, createdAt } = delegation
  const [giver, receiver] = [delegation.fromUser!, delegation.toUser!]
  const status = statusOf(delegation, today)
  const isOwn = fromUserId === userId
  return {
    id,
    kind: isOwn ? 'given' : 'received',
    fromUserId,
    fromName: giver.displayName,
    toUserId,
    toName: receiver.displayName,
    permissions: delegation.permissions,
    inForce: inForce(delegation, giver, receiver, today),
    startsOn,
    endsOn,
    reason,
    status,
    revokedAt: revokedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    actions: isOwn && (status === 'coming' || status === 'in_force') ? ['revoke'] : [],
  }
}

export function toDelegateOut({ id, displayName, role }: User): DelegateOut {
  return { id, displayName, role, permissions: mayReceive(role) ? [...permissionsOf(role)] : [] }
}
