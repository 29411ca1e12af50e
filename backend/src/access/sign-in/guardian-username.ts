/** Guardians sign in with their phone number (手机号登录); the account is named by its keyed hash, so that no table holds the number. */
import type { FieldSeal } from '../../platform/crypto.js'
import * as normalise from '../../platform/sheets/normalise.js'

const mobile = /^1[3-9]\d{9}$/

export function guardianUsername(seal: FieldSeal, phoneNumber: string): string {
  return `tel-${seal.hash(phoneNumber).slice(0, 40)}`
}

/**
 * The eleven digits of a mobile number as people and their phones write it (+86, spaces, hyphens, full width), read by
 * the same rule as in rosters, so that the school's sheet, the activation and the sign-in mean the same number; null: none.
 */
export function readPhoneNumber(typed: string): string | null {
  const read = normalise.phone(typed.normalize('NFKC'))
  return 'value' in read && typeof read.value === 'string' && mobile.test(read.value) ? read.value : null
}

/** The name of the account for what was typed into the sign-in page. */
export function usernameOf(seal: FieldSeal, typed: string): string {
  const phone = readPhoneNumber(typed)
  return phone === null ? typed.normalize('NFKC').trim().toLowerCase() : guardianUsername(seal, phone)
}
