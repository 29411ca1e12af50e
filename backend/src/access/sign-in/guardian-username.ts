/** Guardians sign in with their phone number (手机号登录); the account is named by its keyed hash, so that no table holds the number. */
import type { FieldSeal } from '../../platform/crypto.js'

const phone = /^1[3-9]\d{9}$/

export function guardianUsername(seal: FieldSeal, phoneNumber: string): string {
  return `tel-${seal.hash(phoneNumber).slice(0, 40)}`
}

export function isPhoneNumber(text: string): boolean {
  return phone.test(text)
}
