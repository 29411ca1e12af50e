/** Who is signing in (登录)? Name, password and, where there is one, the second factor; then who asks with which cookie. */
import { noteSignIn } from '../users/account.js'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditEntries } from '../../audit/index.js'
import { Clock } from '../../platform/calendar.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Database } from '../../platform/database/database.js'
import { Forbidden, SignedOut, TooMany } from '../../platform/errors.js'
import type { Actor } from '../actor.js'
import type { Refusal } from '../attempts/refusal-trail.service.js'
import type { Underway } from '../attempts/sign-in-attempts.service.js'
import { User } from '../users/user.entity.js'
import { Actors } from './actors.service.js'
import type { Asker } from './asker.js'
import { usernameOf } from './guardian-username.js'
import { oneTimeDays } from './limits.js'
import { Doors } from './doors.service.js'
import { Passwords } from './passwords.js'
import type { SignInIn } from './sign-in.dto.js'
import { SignIn } from './sign-in.entity.js'
import { SignInTokens } from './tokens.service.js'

/** What goes into the cookies of somebody who has just signed in. */
export interface Opened {
  readonly actor: Actor
  readonly token: string
  readonly deviceId: string
}

@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly seal: FieldSeal,
    private readonly doors: Doors,
    private readonly tokens: SignInTokens,
    private readonly actors: Actors,
  ) {}

  /**
   * Checks name, password and code, and opens a sign-in. An unknown name, a wrong password and a frozen account cost the
   * same work and answer alike; only who gives the right password hears more.
   */
  async signIn(given: SignInIn, asker: Asker): Promise<Opened> {
    const username = usernameOf(this.seal, given.username)
    const found = await this.database.read.findOneBy(User, { username })
    // A server compares names by how they look: é is e to it, and a mark that nobody sees is nothing. Failures are counted
    // by what was typed, so nobody is found by anything but the very name.
    const user = found?.username === username ? found : null
    const underway = await this.begin(username, user, asker)
    const isRight = await Passwords.verify(user?.passwordHash ?? null, given.password)
    if (!user || !isRight) {
      await this.doors.trail.note('failed', username, user, asker)
      throw new SignedOut('access.wrong_credentials')
    }
    const closed = this.closedFor(user)
    if (closed) {
      await this.doors.attempts.wasNoGuess(underway)
      await this.doors.trail.note(closed.refusal, username, user, asker)
      throw closed.error
    }
    const code = await this.requireSecondFactor(user, given.code, underway, asker)
    await this.doors.attempts.wasRight(underway, code)
    return this.database.transaction((tx) => this.open(tx, user, asker))
  }

  /** Opens a sign-in for somebody who has just proved who he is in another way (activation). */
  async open(tx: EntityManager, user: User, asker: Asker): Promise<Opened> {
    // The account's row first: the new sign-in refers to it, and two who refer to it and then change it block each other.
    await noteSignIn(tx, user.id, this.clock.now())
    const { token, deviceId, signInId } = await this.tokens.make(tx, user, asker)
    const actor = await this.actors.of(tx, user, signInId, asker)
    await this.audit.record(tx, actor, {
      action: 'sign_in.open',
      entity: 'user',
      entityId: user.id,
      after: { address: asker.address, agent: asker.agent },
    })
    return { token, deviceId, actor }
  }

  async signOut(actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.update(SignIn, { id: actor.signInId }, { revokedAt: this.clock.now() })
      await this.audit.record(tx, actor, { action: 'sign_in.end', entity: 'user', entityId: actor.userId })
    })
  }

  private async begin(username: string, user: User | null, asker: Asker): Promise<Underway> {
    try {
      return await this.doors.attempts.begin(username, user?.id ?? null, asker)
    } catch (error) {
      if (error instanceof TooMany) await this.doors.trail.note('throttled', username, user, asker)
      throw error
    }
  }

  private closedFor(user: User): { refusal: Refusal; error: Forbidden } | null {
    if (user.isFrozen) return { refusal: 'frozen', error: new Forbidden('access.frozen') }
    const { mustChangePassword, oneTimeUntilAt } = user
    if (!mustChangePassword || !oneTimeUntilAt || oneTimeUntilAt > this.clock.now()) return null
    return { refusal: 'expired', error: new Forbidden('access.one_time_expired', { days: oneTimeDays }) }
  }

  /**
   * For every way in, once the password has been found right; answers what `wasRight` gives back. Throws SignedOut where
   * the account has a second factor and the code is missing or wrong.
   */
  async requireSecondFactor(user: User, code: string | undefined, underway: Underway, asker: Asker) {
    if (!(await this.doors.factors.isOn(this.database.read, user.id))) return null
    if (code === undefined) {
      await this.doors.attempts.wasNoGuess(underway)
      throw new SignedOut('access.code_needed')
    }
    const taken = await this.doors.attempts.beginCode(user.id)
    if (await this.doors.factors.takeCode(user.id, code)) return taken
    await this.doors.trail.note('code_failed', user.username, user, asker)
    throw new SignedOut('access.code_wrong')
  }
}
