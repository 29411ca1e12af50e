/** Cell → value or reason, for every kind of field that more than one noun has (字段规范化). */
import { parseClassName, parseGrade, type ClassName } from './class-name.js'
import { addYears, readDate } from './dates.js'
import { readResidentId, readStudentNumber, type NumberContent, type Sex } from './identifiers.js'
import { fault, noted, ok, type CellContext, type Normalised } from './sheet-description.js'
import { plainPhone } from '../phone.js'
import { entryGrade } from './entry-year.js'
import {
  compactText,
  countCharacters,
  hasUnknownCharacters,
  keepsAllDigits,
  meansNothing,
  plainName,
  plainText,
} from './text.js'
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

/** A person's name of 2–50 characters. Reasons: name_missing, name_length, name_unknown_characters. */
export function personName(cell: Cell): Normalised<string> {
  const value = plainName(cell)
  if (meansNothing(value)) return fault('name_missing')
  if (hasUnknownCharacters(value)) return fault('name_unknown_characters')
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
    // 1-是, 0-否, 1-单亲留守儿童: the code of a register before its word.
    const coded = /^([01])[-.、:](.+)$/.exec(value)
    if (coded) {
      const said = words[coded[2]!] ?? (yes.test(coded[2]!) ? true : no.test(coded[2]!) ? false : null)
      return said === null || said === (coded[1] === '1') ? ok(coded[1] === '1') : fault('yes_no')
    }
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

// (0352)5100000转801, 0352-5100000, 5100000: an area code perhaps, seven or eight digits, an extension perhaps.
const fixedLine = /^(?:\(0\d{2,3}\)-?|0\d{2,3}-?)?[2-9]\d{6,7}(?:(?:转|-|EXT\.?)\d{1,5})?$/

/**
 * A mainland mobile number of 11 digits, 1[3-9]…; +86, spaces, hyphens and brackets are dropped; nothing → null.
 * Reasons: phone with `problem` digits (params.digits), several, fixed or lost.
 */
export function phone(cell: Cell): Normalised<string | null> {
  const raw = digitsText(cell)
  if (meansNothing(raw)) return ok(null)
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(raw)) return fault('phone', { problem: 'lost' })
  const named = raw.replace(/^(?:手机|电话|TEL|MOBILE):?/, '')
  // 13800000005（妈妈）: whose it is, in words behind it.
  const mobile = plainPhone(named) ?? plainPhone(named.replace(/[([【][^\d)\]】]{1,10}[)\]】]$/, ''))
  if (mobile) return ok(mobile)
  if (fixedLine.test(named)) return fault('phone', { problem: 'fixed' })
  const bare = named.replace(/[-‐‑–—()[\].·]/g, '')
  if (/^1\d{10}[^\d]*1\d{10}$/.test(bare)) return fault('phone', { problem: 'several' })
  const digits = bare.replace(/\D/g, '').length
  return fault('phone', digits === 11 ? {} : { problem: 'digits', digits })
}

/** 201909, 2019.09, 2019年10月 → '2019-09'; the number 2019.1 may have been .01 or .10 → both, with a bar between; else null. */
function yearAndMonth(cell: Cell): string | null {
  const text = plainText(cell)
  const parts =
    /^(\d{4})\s?[-./年、]\s?(\d{1,2})\s?月?(?:份)?$/.exec(text) ??
    /^((?:19|20)\d\d)(\d\d)(?:\.0+)?$/.exec(text)
  if (!parts) return null
  const month = Number(parts[2])
  if (month < 1 || month > 12) return null
  const of = (n: number) => `${parts[1]}-${String(n).padStart(2, '0')}`
  return typeof cell === 'number' && parts[2] === '1' ? `${of(1)}|${of(10)}` : of(month)
}

/**
 * `birthDate`, or where only a year and a month stand, those: 'YYYY-MM', several with a bar between. For nouns whose
 * number tells the day.
 */
export const birthDateOrMonth =
  (youngest: number, oldest: number) =>
  (cell: Cell, context: CellContext): Normalised<string | null> => {
    const months = readDate(cell, context.date1904) ? null : yearAndMonth(cell)
    if (!months) return birthDate(youngest, oldest)(cell, context)
    const [from, to] = [addYears(context.todayOn, -oldest), addYears(context.todayOn, -youngest)]
    const isInside = months.split('|').some((month) => month >= from.slice(0, 7) && month <= to.slice(0, 7))
    return isInside ? ok(months) : fault('birth_date', { problem: 'range', from, to })
  }

/** A mobile number; a fixed line is left out with a note, a mistyped number stays a fault that the school must mend. */
export function mobileOrNothing(cell: Cell): Normalised<string | null> {
  const result = phone(cell)
  const isFixed = 'why' in result && result.params?.['problem'] === 'fixed'
  return isFixed ? noted(null, 'left_out', { problem: 'fixed_line' }) : result
}

/** What may be missing never costs the row: instead of a fault, `without` and a note that it was left out. */
export const optional =
  <T, Without>(normalise: (cell: Cell, context: CellContext) => Normalised<T>, without: Without) =>
  (cell: Cell, context: CellContext): Normalised<T | Without> => {
    const result = normalise(cell, context)
    if ('value' in result) return result
    return noted(without, 'left_out', { problem: result.why })
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
    const stated = gradeField ? context.cell(gradeField) : null
    const byEntry = gradeField ? entryGrade(stated, context) : null
    const value = parseClassName(source, {
      grade: parseGrade(stated) ?? byEntry?.grade ?? null,
      sheetName: context.sheetName,
      gradeOfEntry: (text) => entryGrade(text, context)?.grade ?? null,
    })
    if (!value) return fault('class_unknown')
    const used = entryGrade(source, context) ?? (parseGrade(stated) === null ? byEntry : null)
    return used ? noted(value, 'class_by_entry_year', { year: used.year, grade: used.grade }) : ok(value)
  }

/** Parts of a list in one cell, split at 、 , ; / and line breaks, each once. */
export function list(cell: Cell): Normalised<string[]> {
  const broken = typeof cell === 'string' ? cell.replace(/[\r\n]+/g, '、') : cell
  const parts = plainText(broken)
    .split(/[、,;/|]| (?=\p{Script=Han})/u)
    .map((part) => part.trim())
  return ok([...new Set(parts.filter((part) => !meansNothing(part)))])
}
