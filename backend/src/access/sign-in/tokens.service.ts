/** The tokens in the cookies (登录令牌): made, replaced at intervals, known again, revoked. */
import { Injectable } from '@nestjs/common'
import { createHash, randomBytes } from 'node:crypto'
import { type EntityManager, LessThan } from 'typeorm'
import { AuditEntries } from '../../audit/index.js'
import { Clock, instantPlusMinutes } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { maskedAddress } from './address.js'
import { SignInAttempts } from './sign-in-attempts.service.js'
import { User } from '../users/user.entity.js'
import type { Asker } from './asker.js'
import {
  absoluteMinutes,
  deviceDays,
  guardianAbsoluteMinutes,
  guardianIdleMinutes,
  guardianRotationMinutes,
  idleMinutes,
  overlapMinutes,
  rotationMinutes,
} from './limits.js'
import { RetiredToken } from './retired-token.entity.js'
import { SignIn } from './sign-in.entity.js'
import { type SignInOfUser, SignInsOfRequests } from './sign-ins-of-requests.service.js'

/** A live sign-in; `newToken` goes into the cookie in place of the one that was shown. */
export interface Recognised {
  readonly signIn: SignInOfUser
  readonly newToken: string | null
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
const draw = () => randomBytes(32).toString('base64url')

@Injectable()
export class SignInTokens {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly attempts: SignInAttempts,
    private readonly signIns: SignInsOfRequests,
  ) {}

  /** The token goes into the cookie and nowhere else; `deviceId` marks the browser as known to this account. */
  async make(
    tx: EntityManager,
    user: User,
    asker: Asker,
  ): Promise<{ token: string; deviceId: string; signInId: number }> {
    const [token, now] = [draw(), this.clock.now()]
    const deviceId = asker.deviceId ?? randomBytes(16).toString('base64url')
    const isGuardian = user.role === 'guardian'
    const inserted = await tx.insert(SignIn, {
      tokenHash: hashOf(token),
      userId: user.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: instantPlusMinutes(now, isGuardian ? guardianAbsoluteMinutes : absoluteMinutes),
      revokedAt: null,
      rotatedAt: now,
      isTokenSeen: false,
      deviceHash: this.attempts.deviceHashOf(deviceId),
      addressHash: this.attempts.addressHashOf(asker.address),
      address: maskedAddress(asker.address),
      agent: asker.agent,
    })
    return { token, deviceId, signInId: inserted.identifiers[0]!['id'] as number }
  }

  /** The live sign-in behind a token, or null. A token that was replaced long ago was copied: its sign-in ends. */
  async recognise(token: string, asker: Asker): Promise<Recognised | null> {
    const tokenHash = hashOf(token)
    const present = await this.signIns.byTokenHash(tokenHash)
    if (!present) return this.recogniseRetired(tokenHash, asker)
    if (!this.isLive(present)) return null
    if (this.isDue(present)) return { signIn: present, newToken: await this.rotate(present, tokenHash) }
    await this.noteSeen(present, true)
    return { signIn: present, newToken: null }
  }

  async revokeAll(tx: EntityManager, userId: number, exceptSignInId = 0): Promise<number> {
    const done = await tx
      .createQueryBuilder()
      .update(SignIn)
      .set({ revokedAt: this.clock.now() })
      .where('userId = :userId AND id <> :exceptSignInId AND revokedAt IS NULL', { userId, exceptSignInId })
      .execute()
    return done.affected ?? 0
  }

  /** Old tokens go with their sign-in; sign-ins stay as long as an account knows its browsers. */
  async sweep(): Promise<void> {
    const now = this.clock.now()
    await this.database.transaction((tx) => tx.delete(RetiredToken, { expiresAt: LessThan(now) }))
    const before = instantPlusMinutes(now, -deviceDays * 24 * 60)
    await this.database.transaction((tx) => tx.delete(SignIn, { expiresAt: LessThan(before) }))
  }

  private async recogniseRetired(tokenHash: string, asker: Asker): Promise<Recognised | null> {
    const retired = await this.database.read.findOneBy(RetiredToken, { tokenHash })
    const signIn = retired && (await this.signIns.byId(retired.signInId))
    if (!retired || !signIn || !this.isLive(signIn)) return null
    if (retired.acceptedUntilAt > this.clock.now()) {
      await this.noteSeen(signIn, false)
      return { signIn, newToken: null }
    }
    // The answer with the new token was lost on the way: nobody has shown it yet, so that the browser gets another.
    // If it was a copy that came first, the browser's own token is retired hereby and will betray it.
    if (!signIn.isTokenSeen) return { signIn, newToken: await this.rotate(signIn, signIn.tokenHash) }
    await this.endCopied(signIn, asker)
    return null
  }

  private async endCopied(signIn: SignInOfUser, asker: Asker): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ended = await tx
        .createQueryBuilder()
        .update(SignIn)
        .set({ revokedAt: this.clock.now() })
        .where('id = :id AND revokedAt IS NULL', { id: signIn.id })
        .execute()
      if (ended.affected !== 1) return
      const { id: entityId, schoolId, regionCode } = signIn.user
      await this.audit.recordWithoutPerson(
        tx,
        {
          action: 'sign_in.copied',
          entity: 'user',
          entityId,
          schoolId,
          regionCode,
          after: { address: asker.address, agent: asker.agent },
        },
        asker.requestId,
      )
    })
  }

  // One guarded update decides which of several requests replaces the token; the others go on with the old one.
  private async rotate(signIn: SignInOfUser, tokenHash: string): Promise<string | null> {
    const [token, now] = [draw(), this.clock.now()]
    const done = await this.database.transaction(async (tx) => {
      const replaced = await tx
        .createQueryBuilder()
        .update(SignIn)
        .set({ tokenHash: hashOf(token), rotatedAt: now, isTokenSeen: false, lastSeenAt: now })
        .where('id = :id AND tokenHash = :tokenHash AND revokedAt IS NULL', { id: signIn.id, tokenHash })
        .execute()
      if (replaced.affected !== 1) return false
      await tx.insert(RetiredToken, {
        tokenHash,
        signInId: signIn.id,
        acceptedUntilAt: instantPlusMinutes(now, overlapMinutes),
        expiresAt: signIn.expiresAt,
      })
      return true
    })
    return done ? token : null
  }

  private isLive({ user, expiresAt, lastSeenAt }: SignInOfUser): boolean {
    const now = this.clock.now()
    const idle = user.role === 'guardian' ? guardianIdleMinutes : idleMinutes
    return !user.isFrozen && expiresAt > now && instantPlusMinutes(lastSeenAt, idle) > now
  }

  private isDue({ user, rotatedAt }: SignInOfUser): boolean {
    const minutes = user.role === 'guardian' ? guardianRotationMinutes : rotationMinutes
    return instantPlusMinutes(rotatedAt, minutes) <= this.clock.now()
  }

  // At most once a minute, and once for each new token.
  private async noteSeen(
    { id, tokenHash, lastSeenAt, isTokenSeen }: SignInOfUser,
    showsPresent: boolean,
  ): Promise<void> {
    const now = this.clock.now()
    const isNews = showsPresent && !isTokenSeen
    if (!isNews && instantPlusMinutes(lastSeenAt, 1) > now) return
    await this.database.transaction((tx) =>
      // Only of the token that was read: it may have been replaced at this very moment.
      tx.update(SignIn, { id, tokenHash }, { lastSeenAt: now, ...(isNews ? { isTokenSeen: true } : {}) }),
    )
  }
}
