/** Who is let in (登录关口)? Name, password and, where there is one, the second factor; attempts are counted, and what was refused is noted. */
import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/calendar.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Database } from '../../platform/database/database.js'
import { Forbidden, SignedOut, TooMany } from '../../platform/errors.js'
import { SecondFactors } from '../second-factor/second-factor.service.js'
import { User } from '../users/user.entity.js'
import type { Asker } from './asker.js'
import { usernameOf } from './guardian-username.js'
import { oneTimeDays } from './limits.js'
import { Passwords } from './passwords.js'
import { type Refusal, RefusalTrail } from './refusal-trail.service.js'
import { SignInAttempts, type Underway } from './sign-in-attempts.service.js'
import type { SignInIn } from './sign-in.dto.js'

@Injectable()
export class Door {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: FieldSeal,
    private readonly attempts: SignInAttempts,
    private readonly factors: SecondFactors,
    private readonly trail: RefusalTrail,
  ) {}

  /**
   * Checks name, password and code. An unknown name, a wrong password and a frozen account cost the
   * same work and answer alike; only who gives the right password hears more.
   */
  async admit(given: SignInIn, asker: Asker): Promise<User> {
    const username = usernameOf(this.seal, given.username)
    const found = await this.database.read.findOneBy(User, { username })
    // A server compares names by how they look: é is e to it, and a mark that nobody sees is nothing. Failures are counted
    // by what was typed, so nobody is found by anything but the very name.
    const user = found?.username === username ? found : null
    const underway = await this.begin(username, user, asker)
    const isRight = await Passwords.verify(user?.passwordHash ?? null, given.password)
    if (!user || !isRight) {
      await this.trail.note('failed', username, user, asker)
      throw new SignedOut('access.wrong_credentials')
    }
    const closed = this.closedFor(user)
    if (closed) {
      await this.attempts.wasNoGuess(underway)
      await this.trail.note(closed.refusal, username, user, asker)
      throw closed.error
    }
    const code = await this.requireSecondFactor(user, given.code, underway, asker)
    await this.attempts.wasRight(underway, code)
    return user
  }

  /**
   * For another way in, which asks the same of whoever has an account already. False where the password is wrong; throws as
   * `admit` does where the code is.
   */
  async isOwner(user: User, password: string, code: string | undefined, asker: Asker): Promise<boolean> {
    const underway = await this.attempts.begin(user.username, user.id, asker)
    if (!(await Passwords.verify(user.passwordHash, password))) return false
    await this.attempts.wasRight(underway, await this.requireSecondFactor(user, code, underway, asker))
    return true
  }

  private async begin(username: string, user: User | null, asker: Asker): Promise<Underway> {
    try {
      return await this.attempts.begin(username, user?.id ?? null, asker)
    } catch (error) {
      if (error instanceof TooMany) await this.trail.note('throttled', username, user, asker)
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
  private async requireSecondFactor(user: User, code: string | undefined, underway: Underway, asker: Asker) {
    if (!(await this.factors.isOn(this.database.read, user.id))) return null
    if (code === undefined) {
      await this.attempts.wasNoGuess(underway)
      throw new SignedOut('access.code_needed')
    }
    const taken = await this.attempts.beginCode(user.id)
    if (await this.factors.takeCode(user.id, code)) return taken
    await this.trail.note('code_failed', user.username, user, asker)
    throw new SignedOut('access.code_wrong')
  }
}
