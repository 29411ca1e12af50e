/** The numbers of signing in (登录的各项时限与次数), all in one place. Minutes unless the name says otherwise. */
import type { Limit } from '../attempts/attempts.service.js'

/** A sign-in of the staff ends after this long without use, and after this long in any case. */
export const idleMinutes = 60
export const absoluteMinutes = 60 * 12
export const guardianIdleMinutes = 60 * 24 * 14
export const guardianAbsoluteMinutes = 60 * 24 * 30

/** A token is replaced by a new one this often … */
export const rotationMinutes = 15
export const guardianRotationMinutes = 60 * 24
/** … and the old one is still answered for as long, for requests that were under way. */
export const overlapMinutes = 2

/** A one-time password is good for this many days. */
export const oneTimeDays = 7

/** A browser from which an account has signed in is known to it for as long, an address likewise. */
export const deviceDays = 180
export const addressDays = 30

const refusal = 'access.wait_to_sign_in'

export const limits = {
  /** One account from one address, or from one browser that the account knows. */
  accountHere: { kind: 'account-here', most: 5, minutes: 5, refusal },
  /** The present password, asked for once more of somebody who is signed in. */
  confirmation: { kind: 'confirmation', most: 5, minutes: 5 },
  /** One account from everywhere; beyond it, unknown addresses are slowed to `accountSlowed`. */
  account: { kind: 'account', most: 50, minutes: 60 },
  accountSlowed: { kind: 'account-slowed', most: 1, minutes: 15, refusal },
  /** Codes of the second factor, counted for who has given the right password. */
  code: { kind: 'code', most: 10, minutes: 60 },
  /** A school has hundreds of people behind one address. */
  address: { kind: 'address', most: 300, minutes: 15, refusal },
  /** Wrong codes of letters, and wrong calendar addresses. */
  activation: { kind: 'activation', most: 200, minutes: 15 },
  feed: { kind: 'feed', most: 60, minutes: 1 },
} as const satisfies Record<string, Limit>
