/** Is the payee of the bank's line the one that was asked for (收款人是否相符)? Pure. */
import { compactText } from '../../platform/sheets/text.js'

const plain = (name: string): string =>
  compactText(name)
    .toUpperCase()
    .replace(/[()[\]{}〔〕【】「」《》·•.,，。、;:'"‘’“”_/\\-]/g, '')

/** The same in full, where nobody hides anything: a star is a character like any other. */
export const sameName = (one: string, other: string): boolean =>
  plain(one) !== '' && plain(one) === plain(other)

/**
 * Without blanks, brackets, stops and width. A bank that hides part of a name (张*三) is compared by what it shows, and one
 * that names no payee has said nothing against it.
 */
export function samePayee(said: string | null, asked: string | null): boolean {
  const [bank, here] = [plain(said ?? ''), plain(asked ?? '')]
  if (bank === '' || here === '' || bank === here) return true
  if (!bank.includes('*') || /^\*+$/.test(bank)) return false
  const [first, ...others] = bank.split(/\*+/)
  const last = others.pop()!
  if (here.length < bank.replace(/\*/g, '').length + 1) return false
  if (!here.startsWith(first!) || !here.endsWith(last)) return false
  return others.reduce((from, part) => (from < 0 ? from : here.indexOf(part, from)), first!.length) >= 0
}
