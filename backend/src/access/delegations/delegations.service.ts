/** Who lets whom act in their place (授权代办)? Given by oneself for some days, listed by both, revoked by the giver. */
import { holdAccount } from '../users/account.js'
import { Injectable } from '@nestjs/common'
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm'
import { AuditEntries } from '../../audit/index.js'
import { addDays, Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { cases, search } from '../../platform/filters.js'
import { type Listing, type SearchListQuery, type Page, paged } from '../../platform/paging.js'
import type { Actor } from '../actor.js'
import { User } from '../users/user.entity.js'
import { UsersService } from '../users/users.service.js'
import { delegableBy, mayReceive } from './acting-permissions.js'
import { Delegation } from './delegation.entity.js'
import {
  type CreateDelegationIn,
  type DelegateOut,
  type DelegationChoicesOut,
  type DelegationListQuery,
  type DelegationOut,
  toDelegateOut,
  toDelegationOut,
} from './delegations.dto.js'

const mostDays = 90
const delegations: Listing<DelegationListQuery> = {
  sortable: {
    startsOn: 'delegation.startsOn',
    endsOn: 'delegation.endsOn',
    createdAt: 'delegation.createdAt',
    id: 'delegation.id',
  },
  filters: {
    kind: cases({ given: 'delegation.fromUserId = :userId', received: 'delegation.toUserId = :userId' }),
  },
}
const delegates: Listing<SearchListQuery> = {
  sortable: { displayName: 'user.displayName', role: 'user.role', id: 'user.id' },
  filters: {
    q: search({ names: ['user.displayName'], text: ['user.username'] }),
  },
}

@Injectable()
export class DelegationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly users: UsersService,
  ) {}

  /** Those that the person has given or received; nobody else's. */
  async list(actor: Actor, list: DelegationListQuery): Promise<Page<DelegationOut>> {
    const today = this.clock.today()
    return paged(
      this.own(this.database.read, actor),
      { ...list, order: list.order ?? (list.sort ? 'asc' : 'desc') },
      delegations,
      (delegation) => toDelegationOut(delegation, actor.userId, today),
    )
  }

  choices(actor: Actor): DelegationChoicesOut {
    return { permissions: delegableBy(actor.role), mostDays, today: this.clock.today() }
  }

  /** Everybody to whom the person may delegate. */
  colleagues(actor: Actor, list: SearchListQuery): Promise<Page<DelegateOut>> {
    const query = ofSameScope(this.database.read.createQueryBuilder(User, 'user'), actor).andWhere(
      "user.isFrozen = :no AND user.id <> :own AND user.role NOT IN ('guardian', 'auditor')",
      { no: false, own: actor.userId },
    )
    return paged(query, list, delegates, toDelegateOut)
  }

  async create(actor: Actor, given: CreateDelegationIn): Promise<DelegationOut> {
    const delegable = new Set(delegableBy(actor.role))
    if (given.permissions.some((permission) => !delegable.has(permission)))
      throw new RuleBroken('access.delegation_not_own')
    if (given.toUserId === actor.userId) throw new RuleBroken('access.delegation_to_self')
    this.refuseDates(given)
    return this.database.transaction(async (tx) => {
      // Two at once on either side wait for one another, so that neither overlooks the other.
      for (const id of [actor.userId, given.toUserId].sort((a, b) => a - b)) await holdAccount(tx, id)
      const receiver = await ofSameScope(tx.createQueryBuilder(User, 'user'), actor)
        .andWhere('user.id = :id', { id: given.toUserId })
        .getOne()
      if (!receiver) throw new NotFound('user', given.toUserId)
      if (receiver.isFrozen || !mayReceive(receiver.role))
        throw new RuleBroken('access.delegation_not_eligible', { name: receiver.displayName })
      await this.refuseOverlap(tx, actor, given)
      const { toUserId, permissions, startsOn, endsOn, reason } = given
      const { schoolId, regionCode } = actor
      const made = await tx.save(
        tx.create(Delegation, {
          fromUserId: actor.userId,
          toUserId,
          schoolId,
          regionCode,
          permissions,
          startsOn,
          endsOn,
          reason: reason.trim(),
          revokedAt: null,
          createdAt: this.clock.now(),
        }),
      )
      await this.audit.record(tx, actor, {
        action: 'delegation.create',
        entity: 'delegation',
        entityId: made.id,
        schoolId,
        after: { toUserId, permissions, startsOn, endsOn, reason },
      })
      return this.out(tx, actor, made.id)
    })
  }

  /** Ends it at once; from the next request on the receiver may do nothing more by it. */
  async revoke(actor: Actor, id: number): Promise<DelegationOut> {
    return this.database.transaction(async (tx) => {
      const delegation = await this.own(tx, actor)
        .andWhere('delegation.id = :id AND delegation.fromUserId = :userId', { id })
        .getOne()
      if (!delegation) throw new NotFound('delegation', id)
      const revokedAt = this.clock.now()
      const revoked = await tx
        .createQueryBuilder()
        .update(Delegation)
        .set({ revokedAt })
        .where('id = :id AND revokedAt IS NULL AND endsOn >= :today', { id, today: this.clock.today() })
        .execute()
      if (revoked.affected !== 1) throw new StateConflict('access.delegation_over')
      await this.audit.record(tx, actor, {
        action: 'delegation.revoke',
        entity: 'delegation',
        entityId: id,
        schoolId: delegation.schoolId,
        before: { revokedAt: null },
        after: { revokedAt: revokedAt.toISOString() },
      })
      return this.out(tx, actor, id)
    })
  }

  private refuseDates({ startsOn, endsOn }: CreateDelegationIn): void {
    const today = this.clock.today()
    if (startsOn < today) throw new RuleBroken('access.delegation_in_past', { today })
    if (endsOn < startsOn) throw new RuleBroken('access.delegation_dates')
    const latest = addDays(startsOn, mostDays - 1)
    if (endsOn > latest) throw new RuleBroken('access.delegation_too_long', { mostDays, latest })
  }

  // One thing is given to one person at a time, and nobody does one thing for two people: it must be clear who acts for whom.
  private async refuseOverlap(
    tx: EntityManager,
    actor: Actor,
    { toUserId, permissions, startsOn, endsOn }: CreateDelegationIn,
  ): Promise<void> {
    const others = await joined(tx)
      .where(
        'delegation.revokedAt IS NULL AND delegation.startsOn <= :endsOn AND delegation.endsOn >= :startsOn',
        { startsOn, endsOn },
      )
      .andWhere(
        '(delegation.fromUserId = :userId OR (delegation.toUserId = :toUserId AND giver.isFrozen = :no))',
        { userId: actor.userId, toUserId, no: false },
      )
      .orderBy('delegation.id')
      .getMany()
    const other = others.find((candidate) =>
      candidate.permissions.some((permission) => permissions.includes(permission)),
    )
    if (!other) return
    const params = { startsOn: other.startsOn, endsOn: other.endsOn, name: other.toUser!.displayName }
    if (other.fromUserId === actor.userId) throw new RuleBroken('access.delegation_given_already', params)
    throw new RuleBroken('access.delegation_received_already', {
      ...params,
      giver: other.fromUser!.displayName,
    })
  }

  private async out(tx: EntityManager, actor: Actor, id: number): Promise<DelegationOut> {
    return toDelegationOut(
      await joined(tx).where('delegation.id = :id', { id }).getOneOrFail(),
      actor.userId,
      this.clock.today(),
    )
  }

  private own(manager: EntityManager, actor: Actor): SelectQueryBuilder<Delegation> {
    return joined(manager).where(
      new Brackets((any) =>
        any.where('delegation.fromUserId = :userId').orWhere('delegation.toUserId = :userId'),
      ),
      { userId: actor.userId },
    )
  }
}

function joined(manager: EntityManager): SelectQueryBuilder<Delegation> {
  return manager
    .createQueryBuilder(Delegation, 'delegation')
    .innerJoinAndMapOne('delegation.fromUser', User, 'giver', 'giver.id = delegation.fromUserId')
    .innerJoinAndMapOne('delegation.toUser', User, 'receiver', 'receiver.id = delegation.toUserId')
}

/** The same school; for people of a region the very same region, since above and below are other desks. */
function ofSameScope(
  query: SelectQueryBuilder<User>,
  { schoolId, regionCode }: Pick<Actor, 'schoolId' | 'regionCode'>,
): SelectQueryBuilder<User> {
  return schoolId === null
    ? query.andWhere('user.schoolId IS NULL AND user.regionCode = :regionCode', { regionCode })
    : query.andWhere('user.schoolId = :schoolId', { schoolId })
}
