/** Reads the many spellings of a class (班级) and prints the one that schools use: 一(1)班. */
import { plainText } from './text.js'
import type { Cell } from './workbook.js'

/** Grade 1–9 (七 = first year of junior secondary), class number 1–99, canonical name. */
export interface ClassName {
  grade: number
  number: number
  name: string
}

export interface ClassNameHints {
  /** grade of the row (a grade column) or of the sheet; used only when the spelling has none */
  grade?: number | null
  /** name of the sheet: 一年级, 三(2)班 … */
  sheetName?: string
  /** 2025级3班 → grade; without it classes named by the year of entry are not understood */
  gradeOfEntry?: (text: string) => number | null
}

const digits = '零一二三四五六七八九'
const chineseNumber = '[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]'

/** 一…九十九 or 1…99 → number, else null. */
function readNumber(text: string): number | null {
  if (/^0?\d{1,2}$/.test(text)) return Number(text) || null
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!parts || text === '' || (!parts[2] && parts[1] && parts[3])) return null
  const value = (char: string | undefined) => (char ? digits.indexOf(char) : 0)
  if (!parts[2]) return value(parts[1] ?? parts[3])
  return (parts[1] ? value(parts[1]) : 1) * 10 + value(parts[3])
}

/** The canonical spelling. Throws RangeError outside grades 1–9 and numbers 1–99. */
export function printClassName(grade: number, number: number): string {
  if (
    !Number.isInteger(grade) ||
    grade < 1 ||
    grade > 9 ||
    !Number.isInteger(number) ||
    number < 1 ||
    number > 99
  ) {
    throw new RangeError('grade is 1–9, class number 1–99')
  }
  return `${digits[grade]}(${number})班`
}

const made = (grade: number | null | undefined, number: number | null): ClassName | null =>
  grade && number && grade >= 1 && grade <= 9 && number >= 1 && number <= 99
    ? { grade, number, name: printClassName(grade, number) }
    : null

/** 一年级, 初二, 7年级, 八, 3 → 1–9, else null. */
export function parseGrade(cell: Cell): number | null {
  const text = plainText(cell)
    .replace(/ /g, '')
    .replace(/(?<=\d)\.0+$/, '')
    .replace(/^(?:小学|初中|中学)/, '')
  const junior = /^初([一二三123])(?:年级)?$/.exec(text)
  if (junior) return 6 + readNumber(junior[1]!)!
  const primary = /^(?:小)?([一二三四五六七八九1-9])(?:年级|年|级)?$/.exec(text)
  return primary ? readNumber(primary[1]!) : null
}

const gradePart = '(?:初([一二三123])|小?([一二三四五六七八九1-9]))'
const numberPart = `(\\d{1,2}|${chineseNumber})`
// A mark between grade and number tells the two apart; only Chinese grade + digits may do without (一3).
const marked = new RegExp(
  `^${gradePart}(?:(?:年级|年|级)[-.·、,/_]?第?|[-.·、,/_#]第?)?[(\\[{【〔<「]?${numberPart}[)\\]}】〕>」]?(?:班级|班)?$`,
)
const hasMark = /^(?:初|小)?[一二三四五六七八九1-9](?:年|级|[-.·、,/_#([{【〔<「])/
const bare = new RegExp(`^第?[(\\[{【〔]?${numberPart}[)\\]}】〕]?(?:班级|班)?$`)

function gradeOfSheet(sheetName: string | undefined): number | null {
  if (!sheetName) return null
  const text = plainText(sheetName).replace(/ /g, '')
  const named = /(?:初([一二三123])|([一二三四五六七八九1-9])年级)/.exec(text)
  if (named) return named[1] ? 6 + readNumber(named[1])! : readNumber(named[2]!)
  return parseGrade(text)
}

/**
 * 一(1)班 · 一年级3班 · 1.3 · 一年级(3)班 · 1年3班 · 一3 · 初一(2)班 · 七年级2班 · 103班 → class; anything that
 * could mean two classes → null. A bare "3班" needs the grade from `hints`.
 */
export function parseClassName(cell: Cell, hints: ClassNameHints = {}): ClassName | null {
  const text = plainText(cell)
    .replace(/(?<=\d) (?=\d)/g, '.')
    .replace(/ /g, '')
    .replace(/^(?:小学部?|初中部?|中学)/, '')
  if (text === '') return null
  const nicknamed = /^(.{1,30}班)[([{【〔「<][^()[\]]{1,20}[)\]}】〕」>]$/.exec(text)
  // 一(1)班(启航班): the name that the children gave it says nothing about which it is.
  if (nicknamed && !/\d|[一二三四五六七八九十]/.test(text.slice(nicknamed[1]!.length)))
    return parseClassName(nicknamed[1]!, hints)
  const entry = /^(20\d\d)级[-.]?第?\(?(\d{1,2}|[一二三四五六七八九十]{1,3})\)?班?$/.exec(text)
  if (entry) return made(hints.gradeOfEntry?.(text), readNumber(entry[2]!))
  const packed = /^([1-9])(\d\d)班?$/.exec(text)
  if (packed) return made(Number(packed[1]), Number(packed[2]))
  const alone = bare.exec(text)
  const outer = hints.grade ?? gradeOfSheet(hints.sheetName)
  // "11班" is class 11, and "十一班" too; "三一班" is not a number and so grade three, class one.
  const number = alone ? readNumber(alone[1]!) : null
  if (number !== null) return made(outer, number)
  const full = marked.exec(text)
  if (!full) return null
  const digitGrade = /^(?:小)?[1-9]/.test(text)
  if (digitGrade && !hasMark.test(text)) return null
  const grade = full[1] ? 6 + readNumber(full[1])! : readNumber(full[2]!)
  return made(grade, readNumber(full[3]!))
}
