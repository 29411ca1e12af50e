/** Passwords (密码): hashed with argon2id; what is too easy is refused. */
import { hash, verify } from '@node-rs/argon2'
import { randomInt } from 'node:crypto'
import { RuleBroken } from '../../platform/errors.js'

const shortest = 10
const common = [
  'password',
  '1234567890',
  '0123456789',
  'qwertyuiop',
  '1111111111',
  '0000000000',
  '1q2w3e4r5t',
  'abcdefghij',
  'a123456789',
  'iloveyou',
]
// Without characters that are mistaken for one another on paper.
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

export class Passwords {
  static hash(password: string): Promise<string> {
    return hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1 })
  }

  static verify(passwordHash: string, password: string): Promise<boolean> {
    return verify(passwordHash, password)
  }

  /** Throws access.password_weak. */
  static requireStrong(password: string, username: string): void {
    const plain = password.toLowerCase()
    const isCommon = common.some((word) => plain.startsWith(word)) || /^(.)\1+$/.test(plain)
    if ([...password].length < shortest || isCommon || plain.includes(username.toLowerCase()))
      throw new RuleBroken('access.password_weak')
  }

  /** A password for one sign-in, to be changed then. */
  static oneTime(): string {
    return Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('')
  }
}
