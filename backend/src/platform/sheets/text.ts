/** Brings text to one form: full width to half width, every kind of space, invisible characters, middle dots. */
import type { Cell } from './workbook.js'

// Zero-width and direction marks, soft hyphen, byte-order mark, halves of surrogate pairs, control characters.
const invisible =
  /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]|\p{Cs}|(?![\s\u0085])\p{Cc}/gu

// Nothing to bring into form: most cells of most sheets.
const plainAlready = /^[\x21-\x7e\u4e00-\u9fff]*$/

/**
 * Characters that older input methods and code pages keep in the private-use area, as GB 18030-2022 maps them:
 * the 80 of FE50–FEA0 from U+E815 on, and those of rows A6 and A8.
 */
const rareFrom = 0xe815
const rare = [
  ...'⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹',
  ...'䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
]
const otherPrivate: Readonly<Record<string, string>> = { '\ue7c7': 'ḿ', '\ue7c8': 'ǹ', '\ue76c': '€' }

/** U+E863 → 䶮; what is mapped nowhere stays. */
export const mapPrivateUse = (text: string): string =>
  text.replace(
    /[\ue000-\uf8ff]/g,
    (character) => rare[character.charCodeAt(0) - rareFrom] ?? otherPrivate[character] ?? character,
  )

/** Private-use characters, a blank box on every screen but the sender's; and U+FFFD, the mark of one that was lost. */
export const hasUnknownCharacters = (text: string): boolean => /[\p{Co}\ufffd\ufffe\uffff]/u.test(text)

/** NFKC, no invisible characters, runs of any space to one blank, trimmed; numbers in plain digits; null → ''. */
export function plainText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (typeof cell === 'number') return printNumber(cell)
  if (plainAlready.test(cell)) return cell
  return mapPrivateUse(cell)
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim()
}

/**
 * One line as somebody typed it: what no screen shows is dropped and line breaks become blanks, but brackets, commas and
 * figures keep the width they were given, for a payee must be written as the bank writes it.
 */
export const lineAsTyped = (text: string): string =>
  mapPrivateUse(text)
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/[\s\u0085]+/g, ' ')
    .trim()

/** `plainText` without any space inside: for numbers, codes, yes and no. */
export const compactText = (cell: Cell | undefined): string => plainText(cell).replace(/ /g, '')

/** 13800138000 → '13800138000', 1.5 → '1.5'; never in scientific notation below 1e21. */
function printNumber(value: number): string {
  if (!Number.isFinite(value)) return ''
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value)
}

/** A whole number that a spreadsheet can hold without losing digits (15 significant digits). */
export const keepsAllDigits = (cell: Cell): boolean => typeof cell !== 'number' || Math.abs(cell) < 1e15

const dots = /\s*[\u00b7\u2022\u2027\u2219\u22c5\u30fb\u318d\u16eb\u25cf\u2e31\u2e33]\s*/g
const stopBetweenHan = /(?<=[\p{Script=Han}\u3007]) ?\. ?(?=[\p{Script=Han}\u3007])/gu
const spaceBesideHan = /(?<=[\p{Script=Han}\u3007]) | (?=[\p{Script=Han}\u3007])/gu

/**
 * A person's name: middle dots unified to ·, also a full stop between Chinese characters; spaces removed beside
 * Chinese characters and kept, single, inside Latin names.
 */
export function plainName(cell: Cell | undefined): string {
  return plainText(cell)
    .replace(dots, '·')
    .replace(stopBetweenHan, '·')
    .replace(spaceBesideHan, '')
    .replace(/^·+|·+$/g, '')
}

/** Characters as people count them: beyond the basic plane a character is still one. */
export const countCharacters = (text: string): number => [...text].length

/** What people write for "nothing" in a cell that may stay empty. */
export const meansNothing = (text: string): boolean =>
  /^(?:[-—–_/\\.]+|无|暂无|没有|未填|空|n\/?a|none|null|nil|#n\/a)?$/i.test(text)
