/** Who is signed in (登录会话)? Checks passwords, opens, reads and ends sign-ins. */
import { Injectable } from '@nestjs/common'
import { createHash, randomBytes } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { AuditEntries } from '../../audit/index.js'
import { Clock, instantPlusMinutes } from '../../platform/calendar.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Database } from '../../platform/database/database.js'
import { Forbidden, RuleBroken, SignedOut, TooMany } from '../../platform/errors.js'
import type { Actor } from '../actor.js'
import { ReceivedPermissions } from '../delegations/received-permissions.service.js'
import { permissionsOf } from '../roles.js'
import { User } from '../users/user.entity.js'
import { guardianUsername, isPhoneNumber } from './guardian-username.js'
import { Passwords } from './passwords.js'
import { SignIn } from './sign-in.entity.js'
import type { ChangePasswordIn, SignInIn } from './sign-in.dto.js'

const idleMinutes = 60
const guardianIdleMinutes = 60 * 24 * 14
const absoluteMinutes = 60 * 12
const guardianAbsoluteMinutes = 60 * 24 * 30
const failuresBeforeLock = 5
const lockMinutes = 15
// Verified when the user name is unknown, so that the answer takes as long as for a known one.
const nobodysHash = Passwords.hash(randomBytes(16).toString('hex'))

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')

@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly seal: FieldSeal,
    private readonly received: ReceivedPermissions,
  ) {}

  /** Checks name and password and opens a sign-in; the token goes into the cookie and nowhere else. */
  async signIn(
    given: SignInIn,
    requestId: string,
    language: 'zh' | 'en',
  ): Promise<{ token: string; actor: Actor }> {
    const typed = given.username.trim()
    const username = isPhoneNumber(typed) ? guardianUsername(this.seal, typed) : typed.toLowerCase()
    const user = await this.database.read.findOneBy(User, { username })
    if (user?.lockedUntilAt && user.lockedUntilAt > this.clock.now()) {
      throw new TooMany('access.locked', {
        minutes: Math.ceil((user.lockedUntilAt.getTime() - this.clock.now().getTime()) / 60_000),
      })
    }
    const isRight = await Passwords.verify(user?.passwordHash ?? (await nobodysHash), given.password)
    if (!user || !isRight) {
      if (user) await this.noteFailure(user)
      throw new SignedOut('access.wrong_credentials')
    }
    if (user.isFrozen) throw new Forbidden('access.frozen')
    return this.database.transaction((tx) => this.open(tx, user, requestId, language))
  }

  /** Opens a sign-in for somebody who has just proved who he is in another way (activation). */
  async open(
    tx: EntityManager,
    user: User,
    requestId: string,
    language: 'zh' | 'en',
  ): Promise<{ token: string; actor: Actor }> {
    const token = randomBytes(32).toString('base64url')
    const now = this.clock.now()
    const expiresAt = instantPlusMinutes(
      now,
      user.role === 'guardian' ? guardianAbsoluteMinutes : absoluteMinutes,
    )
    const inserted = await tx.insert(SignIn, {
      tokenHash: hashToken(token),
      userId: user.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
      revokedAt: null,
    })
    await tx.update(User, { id: user.id }, { failedCount: 0, lockedUntilAt: null, lastSignInAt: now })
    const actor = await this.actorOf(tx, user, inserted.identifiers[0]!['id'] as number, requestId, language)
    await this.audit.record(tx, actor, { action: 'sign_in.open', entity: 'user', entityId: user.id })
    return { token, actor }
  }

  private async noteFailure(user: User): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.increment(User, { id: user.id }, 'failedCount', 1)
      await tx
        .createQueryBuilder()
        .update(User)
        .set({ lockedUntilAt: instantPlusMinutes(this.clock.now(), lockMinutes), failedCount: 0 })
        .where('id = :id AND failedCount >= :limit', { id: user.id, limit: failuresBeforeLock })
        .execute()
    })
  }

  /** The actor behind a cookie, or null; writes the last-seen time at most once a minute. */
  async actorFor(token: string, requestId: string, language: 'zh' | 'en'): Promise<Actor | null> {
    const found = (await this.database.read
      .createQueryBuilder(SignIn, 'signIn')
      .innerJoinAndMapOne('signIn.user', User, 'user', 'user.id = signIn.userId')
      .where('signIn.tokenHash = :tokenHash AND signIn.revokedAt IS NULL', { tokenHash: hashToken(token) })
      .getOne()) as (SignIn & { user: User }) | null
    const now = this.clock.now()
    if (!found || found.user.isFrozen || found.expiresAt <= now) return null
    const idle = found.user.role === 'guardian' ? guardianIdleMinutes : idleMinutes
    if (instantPlusMinutes(found.lastSeenAt, idle) <= now) return null
    if (instantPlusMinutes(found.lastSeenAt, 1) <= now) {
      await this.database.transaction((tx) => tx.update(SignIn, { id: found.id }, { lastSeenAt: now }))
    }
    return this.actorOf(this.database.read, found.user, found.id, requestId, language)
  }

  async signOut(actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.update(SignIn, { id: actor.signInId }, { revokedAt: this.clock.now() })
      await this.audit.record(tx, actor, { action: 'sign_in.end', entity: 'user', entityId: actor.userId })
    })
  }

  /** Sets a new password and ends every other sign-in of this person. */
  async changePassword(actor: Actor, given: ChangePasswordIn): Promise<Actor> {
    const user = await this.database.read.findOneByOrFail(User, { id: actor.userId })
    if (!(await Passwords.verify(user.passwordHash, given.currentPassword))) {
      await this.noteFailure(user)
      throw new RuleBroken('access.wrong_credentials')
    }
    if (given.currentPassword === given.newPassword) throw new RuleBroken('access.password_same')
    Passwords.requireStrong(given.newPassword, user.username)
    const passwordHash = await Passwords.hash(given.newPassword)
    await this.database.transaction(async (tx) => {
      await tx.update(User, { id: user.id }, { passwordHash, mustChangePassword: false })
      await this.revokeAll(tx, user.id, actor.signInId)
      await this.audit.record(tx, actor, {
        action: 'user.change-password',
        entity: 'user',
        entityId: user.id,
      })
    })
    return { ...actor, mustChangePassword: false }
  }

  async revokeAll(tx: EntityManager, userId: number, exceptSignInId = 0): Promise<void> {
    await tx
      .createQueryBuilder()
      .update(SignIn)
      .set({ revokedAt: this.clock.now() })
      .where('userId = :userId AND id <> :exceptSignInId AND revokedAt IS NULL', { userId, exceptSignInId })
      .execute()
  }

  // What the role allows, and what others have delegated for today.
  private async actorOf(
    manager: EntityManager,
    user: User,
    signInId: number,
    requestId: string,
    language: 'zh' | 'en',
  ): Promise<Actor> {
    const { id: userId, username, displayName, role, regionCode, schoolId, mustChangePassword } = user
    const { permissions, actsFor } = await this.received.of(manager, user)
    return {
      userId,
      username,
      displayName,
      role,
      regionCode,
      schoolId,
      mustChangePassword,
      permissions: new Set([...permissionsOf(role), ...permissions]),
      actsFor,
      signInId,
      requestId,
      language,
    }
  }
}
