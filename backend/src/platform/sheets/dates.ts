/** Reads a local date out of what people and spreadsheets put into a date cell (日期单元格). No time zone, no clock. */
import { plainText } from './text.js'
import type { Cell } from './workbook.js'

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const pad = (n: number, length: number) => String(n).padStart(length, '0')

/** 'YYYY-MM-DD', or null when there is no such day. */
export function toDate(year: number, month: number, day: number): string | null {
  const length = month === 2 && isLeap(year) ? 29 : monthLengths[month - 1]
  if (length === undefined || day < 1 || day > length || year < 1 || year > 9999) return null
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** Days since 1970-01-01 of a proleptic Gregorian date, and back (Howard Hinnant's algorithm). */
function fromDayNumber(days: number): string | null {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const doe = z - era * 146_097
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  )
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return toDate(yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1)
}

function toDayNumber(date: string): number {
  const [y, month, day] = date.split('-').map(Number) as [number, number, number]
  const year = month <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const yoe = year - era * 400
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719_468
}

// Serial 60 of the 1900 system is 29 February 1900, a day that never was.
const epoch1900 = -25_569
const epoch1904 = -24_107

/** A spreadsheet's serial day → 'YYYY-MM-DD', or null when it names no day. The part of a day is dropped. */
export function fromSerial(serial: number, date1904: boolean): string | null {
  const day = Math.floor(serial)
  if (!Number.isFinite(serial) || day > 2_958_465) return null
  if (date1904) return day < 0 ? null : fromDayNumber(day + epoch1904)
  if (day < 1 || day === 60) return null
  return fromDayNumber(day + epoch1900 + (day < 60 ? 1 : 0))
}

const firstOfSheets = '1900-03-01'
/** A day that no sheet can hold as one: the 1900 system begins later. */
export const isBeforeSheets = (value: Cell): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && value < firstOfSheets

/** 'YYYY-MM-DD' → serial day of the 1900 system, as the writer stores dates. Throws RangeError before 1900-03-01. */
export function toSerial(date: string): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date)
  if (!parts || !toDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) || date < firstOfSheets)
    throw new RangeError('not a date that a sheet can hold')
  return toDayNumber(date) - epoch1900
}

/**
 * A cell → 'YYYY-MM-DD' or null. Understands serial numbers (as number or text), 20181228, 2015.5.16, 2018/9/1,
 * 2018-09-01 00:00:00, 2018年9月1日, in full width too. Day-first, month-first and two-digit years are not guessed.
 */
export function readDate(cell: Cell, date1904: boolean): string | null {
  const text = typeof cell === 'number' ? String(cell) : plainText(cell).replace(/(?<=\d)\.0+$/, '')
  const packed = /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (packed) return toDate(Number(packed[1]), Number(packed[2]), Number(packed[3]))
  if (/^\d{1,7}(?:\.\d+)?$/.test(text)) {
    // Four digits are a year that somebody left without a day, not a day in 1905.
    return /^\d{5}(?:\.|$)/.test(text) ? fromSerial(Number(text), date1904) : null
  }
  const written =
    /^(\d{4})\s*[-./年、,_。]\s*(\d{1,2})\s*[-./月、,_。]\s*(\d{1,2})\s*[日号.]?(?:[T\s]*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(
      text,
    )
  return written ? toDate(Number(written[1]), Number(written[2]), Number(written[3])) : null
}

/** The same day of the year `years` later (29 February → 28). */
export function addYears(date: string, years: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return toDate(year + years, month, day) ?? toDate(year + years, month, 28)!
}
