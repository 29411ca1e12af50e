/**
 * Who may try a password once more (登录尝试)? Failures count, right sign-ins do not.
 *
 * What holds:
 * - One account from one place: five failures in five minutes, then a wait of at most five minutes.
 * - One place: 300 failures in fifteen minutes over all accounts, so that a school of a thousand does not lock itself out.
 * - One account from everywhere: fifty failures in an hour; then each place the account does not know has one attempt in
 *   fifteen minutes. Slowed, never closed: the owner on a new phone still has the next attempt.
 * - A browser from which the account has signed in before has a count of its own and none of the others: whatever
 *   strangers do, also behind the same address, the owner gets in from it.
 *
 * What does not: an owner in a new browser behind the same address as the guesser waits with them, up to fifteen minutes.
 * Another network, or a browser used before, does not wait.
 */
import { Injectable } from '@nestjs/common'
import { MoreThan } from 'typeorm'
import { Clock, instantPlusMinutes } from '../../platform/calendar.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Database } from '../../platform/database/database.js'
import { placeOf } from './address.js'
import type { Asker } from './asker.js'
import { addressDays, deviceDays, limits } from './limits.js'
import { SignIn } from './sign-in.entity.js'
import { Attempts, type Reservation } from '../attempts/attempts.service.js'

const minutesOfDay = 24 * 60

/** An attempt under way: it stays counted as failed until it turns out otherwise. */
export interface Underway {
  /** The count of this account here. */
  readonly here: Reservation
  readonly others: readonly Reservation[]
}

@Injectable()
export class SignInAttempts {
  constructor(
    private readonly attempts: Attempts,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: FieldSeal,
  ) {}

  /** `username` as typed, whether there is such an account or not. Throws access.wait_to_sign_in. */
  async begin(username: string, userId: number | null, asker: Asker): Promise<Underway> {
    const place = placeOf(asker.address)
    if (await this.knowsDevice(userId, asker)) {
      const device = this.deviceHashOf(asker.deviceId)!
      return { here: await this.attempts.reserve(limits.accountHere, username, device), others: [] }
    }
    const knowsAddress = await this.knowsAddress(userId, asker)
    const others: Reservation[] = []
    try {
      others.push(await this.attempts.reserve(limits.address, place))
      const { count, taken } = await this.attempts.count(limits.account, username)
      others.push(taken)
      if (count > limits.account.most && !knowsAddress)
        others.push(await this.attempts.reserve(limits.accountSlowed, username, place))
      return { here: await this.attempts.reserve(limits.accountHere, username, place), others }
    } catch (error) {
      await this.attempts.giveBack(others)
      throw error
    }
  }

  /** A code of the second factor: ten wrong ones in an hour, from wherever; only who has the password gets here. */
  beginCode(userId: number): Promise<Reservation> {
    return this.attempts.reserve(limits.code, String(userId))
  }

  async wasRight({ here, others }: Underway, code: Reservation | null = null): Promise<void> {
    await this.attempts.giveBack(code ? [...others, code] : others)
    await this.attempts.forget([here])
  }

  /** Neither right nor wrong: the password was right and something else is missing. */
  async wasNoGuess({ here, others }: Underway): Promise<void> {
    await this.attempts.giveBack([here, ...others])
  }

  /** Of somebody who is signed in and gives the present password once more. */
  async beginConfirmation(userId: number): Promise<Underway> {
    return { here: await this.attempts.reserve(limits.confirmation, String(userId)), others: [] }
  }

  deviceHashOf(deviceId: string | null): string | null {
    return deviceId === null ? null : this.seal.hash(`device:${deviceId}`)
  }

  addressHashOf(address: string): string {
    return this.seal.hash(`address:${placeOf(address)}`)
  }

  // Asked for an unknown name too (nobody has the id 0), so that both cost the same.
  private async knowsDevice(userId: number | null, { deviceId }: Asker): Promise<boolean> {
    const deviceHash = this.deviceHashOf(deviceId)
    if (deviceHash === null) return false
    return this.knows(userId, { deviceHash }, deviceDays)
  }

  private knowsAddress(userId: number | null, { address }: Asker): Promise<boolean> {
    return this.knows(userId, { addressHash: this.addressHashOf(address) }, addressDays)
  }

  private knows(userId: number | null, where: object, days: number): Promise<boolean> {
    const since = instantPlusMinutes(this.clock.now(), -days * minutesOfDay)
    return this.database.read.existsBy(SignIn, {
      userId: userId ?? 0,
      createdAt: MoreThan(since),
      ...where,
    })
  }
}
