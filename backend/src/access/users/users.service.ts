/** Who may sign in (用户管理)? Accounts of one's scope: added, frozen, released, given a new password. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditEntries } from '../../audit/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { equals, search } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { type Actor, isInScope } from '../actor.js'
import { schoolRoles } from '../roles.js'
import { SecondFactors } from '../second-factor/second-factor.service.js'
import { Passwords } from '../sign-in/passwords.js'
import { oneTimeUntil } from '../sign-in/one-time.js'
import { SignInTokens } from '../sign-in/tokens.service.js'
import { Places } from './places.js'
import { User } from './user.entity.js'
import {
  type CreateUserIn,
  toUserOut,
  type UserListQuery,
  type UserOut,
  type UserWithPasswordOut,
} from './users.dto.js'

const users: Listing<UserListQuery> = {
  sortable: {
    username: 'user.username',
    displayName: 'user.displayName',
    role: 'user.role',
    lastSignInAt: 'user.lastSignInAt',
    id: 'user.id',
  },
  filters: {
    role: equals('user.role'),
    schoolId: equals('user.schoolId'),
    isFrozen: equals('user.isFrozen'),
    q: search({ text: ['user.username'], names: ['user.displayName'] }),
  },
}

@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly tokens: SignInTokens,
    private readonly places: Places,
    private readonly factors: SecondFactors,
  ) {}

  list(actor: Actor, list: UserListQuery): Promise<Page<UserOut>> {
    const query = this.database.read.createQueryBuilder(User, 'user')
    if (actor.schoolId !== null) query.andWhere('user.schoolId = :own', { own: actor.schoolId })
    else query.andWhere('user.regionCode LIKE :region', { region: `${actor.regionCode}%` })
    return paged(query, list, users, toUserOut)
  }

  async get(actor: Actor, id: number): Promise<UserOut> {
    return toUserOut(await this.find(this.database.read, actor, id))
  }

  async create(actor: Actor, given: CreateUserIn): Promise<UserWithPasswordOut> {
    const schoolId = given.schoolId ?? null
    if (schoolRoles.has(given.role) !== (schoolId !== null)) {
      throw new RuleBroken(schoolId === null ? 'access.role_needs_school' : 'access.role_has_no_school')
    }
    const oneTimePassword = Passwords.oneTime()
    const passwordHash = await Passwords.hash(oneTimePassword)
    return this.database.transaction(async (tx) => {
      const regionCode = await this.placeOf(tx, actor, given)
      const user = await this.insert(tx, {
        ...given,
        schoolId,
        regionCode,
        passwordHash,
        mustChangePassword: true,
      })
      await this.audit.record(tx, actor, {
        action: 'user.create',
        entity: 'user',
        entityId: user.id,
        schoolId,
        after: toUserOut(user),
      })
      return { ...toUserOut(user), oneTimePassword }
    })
  }

  /**
   * The region in which the account will see: a school's own, whatever the request says; else the one that is asked for.
   * Throws NotFound for a school outside the actor's scope, Invalid for a region that is.
   */
  private async placeOf(
    tx: EntityManager,
    actor: Actor,
    { schoolId = null, regionCode: asked = '' }: CreateUserIn,
  ): Promise<string> {
    if (schoolId !== null) {
      const regionCode = await this.places.regionOfSchool(tx, schoolId)
      if (regionCode === null || !isInScope(actor, { schoolId, regionCode }))
        throw new NotFound('school', schoolId)
      return regionCode
    }
    if (!isInScope(actor, { regionCode: asked }) || !(await this.places.hasRegion(tx, asked)))
      throw Invalid.field('regionCode', 'validation.isIn')
    return asked
  }

  /** Adds an account inside a transaction of the caller (activation, demo); throws access.username_taken. */
  async insert(
    tx: EntityManager,
    given: Pick<
      User,
      'username' | 'displayName' | 'role' | 'regionCode' | 'schoolId' | 'passwordHash' | 'mustChangePassword'
    >,
  ): Promise<User> {
    const user = tx.create(User, {
      ...given,
      isFrozen: false,
      oneTimeUntilAt: given.mustChangePassword ? oneTimeUntil(this.clock) : null,
      lastSignInAt: null,
      createdAt: this.clock.now(),
    })
    return onDuplicate(
      () => tx.save(user),
      () => new RuleBroken('access.username_taken', { username: given.username }),
    )
  }

  async setFrozen(actor: Actor, id: number, isFrozen: boolean): Promise<UserOut> {
    if (id === actor.userId) throw new RuleBroken('access.own_account')
    return this.database.transaction(async (tx) => {
      const user = await this.find(tx, actor, id)
      await tx.update(User, { id }, { isFrozen })
      if (isFrozen) await this.tokens.revokeAll(tx, id)
      await this.audit.record(tx, actor, {
        action: isFrozen ? 'user.freeze' : 'user.release',
        entity: 'user',
        entityId: id,
        schoolId: user.schoolId,
        before: { isFrozen: user.isFrozen },
        after: { isFrozen },
      })
      return toUserOut({ ...user, isFrozen })
    })
  }

  async resetPassword(actor: Actor, id: number): Promise<UserWithPasswordOut> {
    const oneTimePassword = Passwords.oneTime()
    const passwordHash = await Passwords.hash(oneTimePassword)
    return this.database.transaction(async (tx) => {
      const user = await this.find(tx, actor, id)
      await tx.update(
        User,
        { id },
        { passwordHash, mustChangePassword: true, oneTimeUntilAt: oneTimeUntil(this.clock) },
      )
      await this.tokens.revokeAll(tx, id)
      await this.audit.record(tx, actor, {
        action: 'user.reset-password',
        entity: 'user',
        entityId: id,
        schoolId: user.schoolId,
      })
      return { ...toUserOut({ ...user, mustChangePassword: true }), oneTimePassword }
    })
  }

  /**
   * The last resort, for whoever may use the server: a new one-time password, no second factor, no open sign-in.
   * Gives the password; null where there is no such account of the staff, or it is frozen.
   */
  async recover(username: string, requestId: string): Promise<string | null> {
    const oneTimePassword = Passwords.oneTime()
    const passwordHash = await Passwords.hash(oneTimePassword)
    return this.database.transaction(async (tx) => {
      const user = await tx.findOneBy(User, { username: username.trim().toLowerCase(), isFrozen: false })
      if (!user || user.role === 'guardian') return null
      const { id: entityId, schoolId, regionCode } = user
      await tx.update(
        User,
        { id: user.id },
        { passwordHash, mustChangePassword: true, oneTimeUntilAt: oneTimeUntil(this.clock) },
      )
      await this.factors.remove(tx, user.id)
      await this.tokens.revokeAll(tx, user.id)
      await this.audit.recordWithoutPerson(
        tx,
        { action: 'user.recover', entity: 'user', entityId, schoolId, regionCode },
        requestId,
      )
      return oneTimePassword
    })
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<User> {
    const user = await manager.findOneBy(User, { id })
    if (!user || !isInScope(actor, user)) throw new NotFound('user', id)
    return user
  }
}
