/** Guardians sign in with their phone number (手机号登录); the account is named by its keyed hash, so that no table holds the number. */
import type { FieldSeal } from '../../platform/crypto.js'
import { plainPhone } from '../../platform/phone.js'

export function guardianUsername(seal: FieldSeal, phoneNumber: string): string {
  return `tel-${seal.hash(plainPhone(phoneNumber) ?? phoneNumber).slice(0, 40)}`
}

export function isPhoneNumber(text: string): boolean {
  return plainPhone(text) !== null
}
