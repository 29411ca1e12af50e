/** Codes that people read out, copy by hand and type (一次性码): activation, recovery, tickets, first passwords. */
import { randomInt } from 'node:crypto'

/** Without characters that are mistaken for one another on paper; 31 of them. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

export function drawCode(length: number): string {
  return Array.from({ length }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('')
}
