/** What may somebody do today in whose place (今日可代办)? */
import type { OnBehalfOf } from '../../audit/index.js'
import type { Permission } from '../permissions.js'
import { permissionsOf, type Role } from '../roles.js'
import { mayReceive, readingFor } from './acting-permissions.js'

export interface Party {
  readonly id: number
  readonly displayName: string
  readonly role: Role
  readonly regionCode: string
  readonly schoolId: number | null
  readonly isFrozen: boolean
}

export interface Given {
  readonly id: number
  readonly schoolId: number | null
  readonly regionCode: string
  readonly permissions: readonly Permission[]
  readonly startsOn: string
  readonly endsOn: string
  readonly revokedAt: Date | null
}

export interface Received {
  /** What comes by delegation only: for acting, and for seeing what is acted on. */
  readonly permissions: ReadonlySet<Permission>
  readonly actsFor: ReadonlyMap<Permission, OnBehalfOf>
}

export type DelegationStatus = 'coming' | 'in_force' | 'ended' | 'revoked'

export function statusOf({ startsOn, endsOn, revokedAt }: Given, today: string): DelegationStatus {
  if (revokedAt) return 'revoked'
  if (endsOn < today) return 'ended'
  return startsOn > today ? 'coming' : 'in_force'
}

const isOfScope = (party: Party, given: Given) =>
  party.schoolId === given.schoolId && party.regionCode === given.regionCode

/** What the receiver really gets today: nothing of somebody who is frozen, has moved or lost the permission, nor what is their own. */
export function inForce(given: Given, giver: Party, receiver: Party, today: string): Permission[] {
  if (statusOf(given, today) !== 'in_force' || giver.isFrozen || receiver.isFrozen) return []
  if (!isOfScope(giver, given) || !isOfScope(receiver, given) || !mayReceive(receiver.role)) return []
  const [givers, own] = [permissionsOf(giver.role), permissionsOf(receiver.role)]
  return given.permissions.filter((permission) => givers.has(permission) && !own.has(permission))
}

/** All delegations to one person together; where two give the same, the one given first counts. */
export function receivedBy(
  receiver: Party,
  delegations: readonly { given: Given; giver: Party }[],
  today: string,
): Received {
  const permissions = new Set<Permission>()
  const actsFor = new Map<Permission, OnBehalfOf>()
  for (const { given, giver } of [...delegations].sort((a, b) => a.given.id - b.given.id)) {
    const holds = inForce(given, giver, receiver, today)
    for (const permission of holds)
      if (!actsFor.has(permission))
        actsFor.set(permission, { userId: giver.id, displayName: giver.displayName })
    for (const permission of [...holds, ...readingFor(holds, permissionsOf(giver.role))])
      permissions.add(permission)
  }
  return { permissions, actsFor }
}
