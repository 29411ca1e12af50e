/** Passwords (密码): hashed with argon2id; what is too easy is refused. */
import { hash, verify } from '@node-rs/argon2'
import { randomBytes } from 'node:crypto'
import { drawCode } from '../../platform/codes.js'
import { RuleBroken } from '../../platform/errors.js'
import { isCommonPassword } from './common-passwords.js'

const shortest = 10

export class Passwords {
  // Verified when there is no account, so that the answer takes as long as for a known one.
  private static nobodys: Promise<string> | null = null

  static hash(password: string): Promise<string> {
    return hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1 })
  }

  /** `passwordHash` null: there is no such account; false then, after the same work. */
  static async verify(passwordHash: string | null, password: string): Promise<boolean> {
    if (passwordHash !== null) return verify(passwordHash, password)
    this.nobodys ??= this.hash(randomBytes(16).toString('hex'))
    await verify(await this.nobodys, password)
    return false
  }

  /** Throws access.password_short, access.password_common or access.password_has_name. */
  static requireStrong(password: string, username: string): void {
    if ([...password].length < shortest) throw new RuleBroken('access.password_short', { shortest })
    if (password.toLowerCase().includes(username.toLowerCase()))
      throw new RuleBroken('access.password_has_name')
    // Printed in the guides for everybody to read.
    if (isCommonPassword(password) || /^kehou-demo-\d{4}$/.test(password))
      throw new RuleBroken('access.password_common')
  }

  /** A password for one sign-in, to be changed then. */
  static oneTime(): string {
    return drawCode(12).toLowerCase()
  }
}
