/** The code on a family's letter (激活码): easy to read aloud and to type, hard to guess. Pure but for the dice. */
import { codeAlphabet, drawCode } from '../../platform/codes.js'
import type { FieldSeal } from '../../platform/crypto.js'

// 31 to the power of 12 codes.
const length = 12

export const drawActivationCode = (): string => drawCode(length)

/** 'ABCDEFGHJKMN' → 'ABCD-EFGH-JKMN' */
export function printCode(code: string): string {
  return code.match(/.{1,4}/g)!.join('-')
}

/** Reads what was typed: case, spaces and dashes do not matter; null when it can be no code. */
export function readCode(text: string): string | null {
  const code = text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  return code.length === length && [...code].every((character) => codeAlphabet.includes(character))
    ? code
    : null
}

/** What is kept of a code. */
export function codeHashOf(seal: FieldSeal, code: string): string {
  return seal.hash(`activation:${code}`)
}
