/** Cell → value or reason, for every kind of field that more than one noun has (字段规范化). */
import { parseClassName, parseGrade, type ClassName } from './class-name.js'
import { addYears, readDate } from './dates.js'
import { readResidentId, readStudentNumber, type NumberContent, type Sex } from './identifiers.js'
import { fault, ok, type CellContext, type Normalised } from './sheet-description.js'
import { compactText, countCharacters, keepsAllDigits, meansNothing, plainName, plainText } from './text.js'
import type { Cell } from './workbook.js'

/** Free text up to `longest` characters; nothing → null. Reasons: too_long. */
export const text =
  (longest: number) =>
  (cell: Cell): Normalised<string | null> => {
    const value = plainText(cell)
    if (meansNothing(value)) return ok(null)
    return countCharacters(value) > longest
      ? fault('too_long', { longest, length: countCharacters(value) })
      : ok(value)
  }

/** A person's name of 2–50 characters. Reasons: name_missing, name_length. */
export function personName(cell: Cell): Normalised<string> {
  const value = plainName(cell)
  if (meansNothing(value)) return fault('name_missing')
  const length = countCharacters(value)
  return length < 2 || length > 50 ? fault('name_length', { length }) : ok(value)
}

/** A name that may be absent. Reasons: name_length. */
export function optionalName(cell: Cell): Normalised<string | null> {
  return meansNothing(plainName(cell)) ? ok(null) : personName(cell)
}

/** 男 女 男生 M F 1 2 (GB/T 2261) → sex; nothing → null. Reasons: sex. */
export function sex(cell: Cell): Normalised<Sex | null> {
  const value = compactText(cell)
    .toLowerCase()
    .replace(/(?<=^\d)\.0+$/, '')
  if (meansNothing(value)) return ok(null)
  if (/^(?:1[-.]?)?(?:男|男生|男性|男孩|m|male|boy)$|^1$/.test(value)) return ok('male')
  if (/^(?:2[-.]?)?(?:女|女生|女性|女孩|f|female|girl)$|^2$/.test(value)) return ok('female')
  return fault('sex')
}

const yes = /^(?:是|有|对|y|yes|true|t|1|√|✓|✔|☑|v|属实)$/
const no = /^(?:否|不是|非|无|没有|不|n|no|false|f|0|×|x|✗|✘|☐)$/

/** 是 否 √ × Y N 1 0; nothing → false. `words` maps further spellings. Reasons: yes_no. */
export const yesNo =
  (words: Record<string, boolean> = {}) =>
  (cell: Cell): Normalised<boolean> => {
    const value = compactText(cell)
      .toLowerCase()
      .replace(/(?<=^\d)\.0+$/, '')
    const known = words[value]
    if (known !== undefined) return ok(known)
    if (yes.test(value)) return ok(true)
    return no.test(value) || meansNothing(value) ? ok(false) : fault('yes_no')
  }

/** A whole number from `least` to `most`, also 45.0, "45人"; nothing → null. Reasons: integer, out_of_range. */
export const integer =
  (least: number, most: number) =>
  (cell: Cell): Normalised<number | null> => {
    const value = compactText(cell)
    if (meansNothing(value)) return ok(null)
    const digits = /^(-?\d{1,9})(?:\.0+)?(?:人|个|位|座|间|名)?$/.exec(
      value.replace(/(?<=\d),(?=\d{3}(?!\d))/g, ''),
    )
    if (!digits) return fault('integer')
    const number = Number(digits[1])
    return number < least || number > most ? fault('out_of_range', { least, most }) : ok(number)
  }

/** Digits of a number cell or text, without the ".0" of a float; "1.38E+10" stays as it is: its digits are lost. */
const digitsText = (cell: Cell): string => {
  const value = compactText(cell)
    .toUpperCase()
    .replace(/^['‘’`]/, '')
    .replace(/(?<=\d)\.0+$/, '')
  const written = /^(\d)\.?(\d*)E\+?(\d{1,2})$/.exec(value)
  return written && written[2]!.length === Number(written[3]) ? written[1]! + written[2]! : value
}

/**
 * A mainland mobile number of 11 digits, 1[3-9]…; +86, spaces, hyphens and brackets are dropped; nothing → null.
 * Reasons: phone with `problem` digits (params.digits), several or lost.
 */
export function phone(cell: Cell): Normalised<string | null> {
  const raw = digitsText(cell)
  if (meansNothing(raw)) return ok(null)
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(raw)) return fault('phone', { problem: 'lost' })
  const bare = raw
    .replace(/^(?:手机|电话|TEL|MOBILE):?/, '')
    .replace(/[-‐‑–—()[\].·]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
  if (/^1[3-9]\d{9}$/.test(bare)) return ok(bare)
  if (/^1\d{10}[^\d]*1\d{10}$/.test(bare)) return fault('phone', { problem: 'several' })
  const digits = bare.replace(/\D/g, '').length
  return fault('phone', digits === 11 ? {} : { problem: 'digits', digits })
}

/**
 * A birth date between `youngest` and `oldest` years before `todayOn`; nothing → null.
 * Reasons: birth_date with `problem` unreadable or range.
 */
export const birthDate =
  (youngest: number, oldest: number) =>
  (cell: Cell, context: CellContext): Normalised<string | null> => {
    if (meansNothing(plainText(cell))) return ok(null)
    const date = readDate(cell, context.date1904)
    if (!date) return fault('birth_date', { problem: 'unreadable' })
    const [from, to] = [addYears(context.todayOn, -oldest), addYears(context.todayOn, -youngest)]
    return date < from || date > to ? fault('birth_date', { problem: 'range', from, to }) : ok(date)
  }

const identifier =
  (read: (text: string) => NumberContent | string, expected: number) =>
  (cell: Cell): Normalised<NumberContent | null> => {
    const value = digitsText(cell)
    if (meansNothing(value)) return ok(null)
    // A spreadsheet keeps 15 digits of a number and turns the rest into zeros.
    if (!keepsAllDigits(cell) || /^\d\.\d+E\+?\d+$/.test(value)) return fault('digits_lost')
    const content = read(value)
    if (typeof content !== 'string') return ok(content)
    return content === 'length'
      ? fault('length', { expected, length: countCharacters(value) })
      : fault(content)
  }

/** National student number (学籍号); nothing → null. Reasons: length, number_format, check_digit, digits_lost. */
export const studentNumber = identifier(readStudentNumber, 19)

/** Resident id (身份证号); nothing → null. Reasons: length, number_format, check_digit, digits_lost. */
export const residentId = identifier(readResidentId, 18)

/**
 * A class; `gradeField` names the column that gives the grade when the class has none. Without a class column the
 * sheet's name is read. Reasons: class_missing, class_unknown.
 */
export const className =
  (field: string, gradeField?: string) =>
  (cell: Cell, context: CellContext): Normalised<ClassName> => {
    const source = context.hasColumn(field) ? cell : context.sheetName
    if (meansNothing(plainText(source))) return fault('class_missing')
    const hints = {
      grade: gradeField ? parseGrade(context.cell(gradeField)) : null,
      sheetName: context.sheetName,
    }
    const value = parseClassName(source, hints)
    return value ? ok(value) : fault('class_unknown')
  }

/** Parts of a list in one cell, split at 、 , ; / and line breaks, each once. */
export function list(cell: Cell): Normalised<string[]> {
  const broken = typeof cell === 'string' ? cell.replace(/[\r\n]+/g, '、') : cell
  const parts = plainText(broken)
    .split(/[、,;/|]| (?=\p{Script=Han})/u)
    .map((part) => part.trim())
  return ok([...new Set(parts.filter((part) => !meansNothing(part)))])
}
