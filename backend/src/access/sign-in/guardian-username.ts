/** Guardians sign in with their phone number (手机号登录); the account is named by its keyed hash, so that no table holds the number. */
import type { FieldSeal } from '../../platform/crypto.js'
import { plainPhone } from '../../platform/phone.js'

export function guardianUsername(seal: FieldSeal, phoneNumber: string): string {
  return `tel-${seal.hash(plainPhone(phoneNumber) ?? phoneNumber).slice(0, 40)}`
}

/** The name of the account for what was typed into the sign-in page. */
export function usernameOf(seal: FieldSeal, typed: string): string {
  const phone = plainPhone(typed)
  return phone === null ? typed.normalize('NFKC').trim().toLowerCase() : guardianUsername(seal, phone)
}
