/** Resident ids (身份证号) and national student numbers (学籍号): form, check digit, and the birth date and sex inside. */
import { toDate } from './dates.js'

export type Sex = 'male' | 'female'

/** `bornOn` 'YYYY-MM-DD'; `sex` null where the number does not hold it (L numbers). */
export interface NumberContent {
  number: string
  bornOn: string
  sex: Sex | null
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The last character of an 18-character resident id from its first 17 digits (GB 11643-1999). */
export function checkCharacter(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('17 digits are needed')
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0)
  return '10X98765432'[sum % 11]!
}

const birthDate = (digits: string) =>
  toDate(Number(digits.slice(6, 10)), Number(digits.slice(10, 12)), Number(digits.slice(12, 14)))

export type NumberFault = 'length' | 'number_format' | 'check_digit'

function readBody(body: string, number: string): NumberContent | NumberFault {
  if (!/^\d{17}[\dX]$/.test(body)) return 'number_format'
  if (checkCharacter(body.slice(0, 17)) !== body[17]) return 'check_digit'
  const bornOn = birthDate(body)
  if (!bornOn) return 'number_format'
  return { number, bornOn, sex: Number(body[16]) % 2 === 1 ? 'male' : 'female' }
}

/** 18 characters with a capital X; spaces, full width and case must be brought to form before. */
export function readResidentId(text: string): NumberContent | NumberFault {
  return text.length === 18 ? readBody(text, text) : 'length'
}

/** G or J + 18 characters with check digit, or L + 18 digits without (temporary number). */
export function readStudentNumber(text: string): NumberContent | NumberFault {
  if (text.length !== 19) return 'length'
  const body = text.slice(1)
  if (text[0] === 'G' || text[0] === 'J') return readBody(body, text)
  if (text[0] !== 'L' || !/^\d{18}$/.test(body)) return 'number_format'
  const bornOn = birthDate(body)
  return bornOn ? { number: text, bornOn, sex: null } : 'number_format'
}
