/** Amounts, days and numbers as banks write them (银行的金额、日期与编号). Pure. */
import { NotMoney, readYuan } from '../../platform/money.js'
import { instantOf, localDateOf } from '../../platform/calendar.js'
import { readDate } from '../../platform/sheets/dates.js'
import { compactText, keepsAllDigits, meansNothing, plainText } from '../../platform/sheets/text.js'
import type { Cell } from '../../platform/sheets/workbook.js'

/** In fen, with the sign that the bank wrote: money that goes out, or a posting in red. */
export interface BankAmount {
  readonly fen: number
  readonly isNegative: boolean
}

/**
 * An amount to the fen: 1000.5, "1,000.50", "¥1,000.50元", "CNY 1000", "105.00 CNY", "101.0000", "-106.00", "(106.00)".
 * Zero and anything finer than a fen is 'unreadable'; null where nothing stands.
 */
export function readAmount(cell: Cell): BankAmount | 'unreadable' | null {
  const text = compactText(cell)
    .replace(/^(?:CNY|RMB|人民币)|(?:CNY|RMB|人民币)$/gi, '')
    .replace(/圆$/, '元')
  if (meansNothing(text)) return null
  const inBrackets = /^\((.+)\)$/.exec(text)?.[1]
  const plain = (inBrackets ?? text)
    .replace(/(?:元整?|元正)$/, '')
    .replace(/^[−﹣–]/, '-')
    .replace(/^([-+]?)¥?([-+]?)/, '$1$2')
    .replace(/^\+/, '')
    // Four decimals in a bank's file are two and two zeros; a sheet's 0.1 + 0.2 is not mended.
    .replace(/(\.\d\d)0+$/, '$1')
  try {
    const amount = readYuan(plain)
    if (amount === 0) return 'unreadable'
    return { fen: Math.abs(amount), isNegative: amount < 0 || inBrackets !== undefined }
  } catch (error) {
    if (error instanceof NotMoney) return 'unreadable'
    throw error
  }
}

const isoWithZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/i

/**
 * The day of 20261127102345, "20261127 10:23:45", 2026-11-27-10.23.45.123456, 2026年11月27日 10时23分45秒 and all that
 * `readDate` knows; an instant with its zone is the day on which it falls here. 'unreadable' names no day.
 */
export function readBankDay(cell: Cell, date1904: boolean): string | null {
  const text = plainText(cell)
  if (meansNothing(text)) return null
  if (isoWithZone.test(text)) {
    const day = readDate(text.slice(0, 10), date1904)
    if (day === null) return 'unreadable'
    try {
      return localDateOf(instantOf(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2').toUpperCase()))
    } catch (error) {
      if (error instanceof RangeError) return 'unreadable'
      throw error
    }
  }
  const packed = /^(\d{8})(?:\d{4}|\d{6}|\d{9})$/.exec(text)?.[1]
  if (packed) return readDate(packed, date1904) ?? 'unreadable'
  const withTime =
    /^(\d{8}|\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?)[\sT-]*\d{1,2}[:.时]\d{1,2}(?:[:.分]\d{1,2}(?:\.\d+)?)?[分秒]?$/i.exec(
      text,
    )?.[1]
  return readDate(withTime ?? cell, date1904) ?? 'unreadable'
}

/** What a bank puts before a number so that a spreadsheet leaves it alone. */
const guard = /^[=]?['"`‘’′＇]+|["”]+$/g

/**
 * A number or code in capital letters, at most so long; null where nothing stands, 'digits_lost' where a spreadsheet has
 * made a figure of it: 2.02611E+19, a number beyond fifteen digits, or one whose digits after the fifteenth are zeros.
 */
export function readCode(cell: Cell, longest: number): string | null {
  if (!keepsAllDigits(cell)) return 'digits_lost'
  const text = compactText(typeof cell === 'string' ? cell.trim().replace(guard, '') : cell).toUpperCase()
  if (meansNothing(text)) return null
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(text) || /^[1-9]\d{14}0{3,}$/.test(text)) return 'digits_lost'
  return text.slice(0, longest)
}

/** A line that only adds up those above it: 合计笔数:7, 总金额, 本页小计, TOTAL 7. */
export const isTotalWord = (text: string): boolean =>
  /^(?:本页|本日|当日|全部|总)?(?:合计|总计|小计|共计|累计|总笔数|总金额|笔数)(?:笔数|金额|人数)?[:为]?[\d,.]*[笔条项元]?$|^(?:GRAND)?(?:SUB)?TOTAL(?:COUNT|AMOUNT)?[:=]?[\d,.]*$|^共[\d,]+[笔条项]$/i.test(
    text,
  )
