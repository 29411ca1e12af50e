/** How money, dates, times and shares are read and written. Pure and without imports: the parents' page uses it too. */

export type Tongue = 'zh' | 'en'

// ---- money: always whole fen, never a fraction of a yuan ----

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** 1000000 → "10,000.00" */
export function printYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`
}

/** 1000000 → "¥10,000.00"; -50 → "-¥0.50" */
export const printFen = (fen: number): string => (fen < 0 ? `-¥${printYuan(-fen)}` : `¥${printYuan(fen)}`)

/** Class-hours: 1250 → "12.5", 120000 → "1,200" */
export const printHundredths = (hundredths: number): string => printYuan(hundredths).replace(/\.?0+$/, '')

/** For overviews: 24000000 → "24 万元" in Chinese, "¥240,000" in English; half a step is rounded away from zero. */
export function printWan(fen: number, tongue: Tongue = 'zh'): string {
  const sign = fen < 0 ? '-' : ''
  const abs = Math.abs(fen)
  if (tongue === 'en') return `${sign}¥${grouped(String(Math.floor((abs + 50) / 100)))}`
  const hundredths = Math.floor((abs + 5000) / 10_000)
  const whole = Math.floor(hundredths / 100)
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${sign}${grouped(String(whole))}${rest === '' ? '' : `.${rest}`} 万元`
}

const fullWidth = (text: string): string =>
  text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/　/g, ' ')

/** "¥10,000.5" → 1000050; what is not an amount of money → null. Reads the digits themselves, so nothing is rounded. */
export function readYuan(text: string): number | null {
  const bare = fullWidth(text)
    .replace(/[¥￥,，\s元]/g, '')
    .replace('。', '.')
  const match = /^([-−]?)(\d{1,13})(?:\.(\d{0,2}))?$/.exec(bare)
  if (!match) return null
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return Number.isSafeInteger(fen) ? (match[1] ? -fen : fen) : null
}

// ---- local dates 'YYYY-MM-DD' ----

const weekdayNames = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const two = (n: number): string => String(n).padStart(2, '0')
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

export function dateParts(on: string): { year: number; month: number; day: number } | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(on)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? { year, month, day }
    : null
}
export const isLocalDate = (on: string): boolean => dateParts(on) !== null

/** Days since 1970-01-01, by the calendar alone: no clock and no zone can shift it. */
export function dayNumber(on: string): number {
  const parts = dateParts(on)
  if (!parts) throw new RangeError(`not a date: ${on}`)
  const y = parts.month <= 2 ? parts.year - 1 : parts.year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (parts.month + (parts.month > 2 ? -3 : 9)) + 2) / 5) + parts.day - 1
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  )
}

export function dateOfDayNumber(number: number): string {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfYear - Math.floor((153 * mp + 2) / 5) + 1)}`
}

export const addDays = (on: string, days: number): string => dateOfDayNumber(dayNumber(on) + days)
/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (on: string): number => ((((dayNumber(on) + 3) % 7) + 7) % 7) + 1
export const mondayOf = (on: string): string => addDays(on, 1 - weekdayOf(on))
export const printWeekday = (weekday: number, tongue: Tongue = 'zh'): string =>
  weekdayNames[tongue][weekday - 1] ?? ''

/** "2026-09-01 周二", "2026-09-01 Tue" */
export const printDate = (on: string, tongue: Tongue = 'zh'): string =>
  isLocalDate(on) ? `${on} ${printWeekday(weekdayOf(on), tongue)}` : on

/** "9月1日 周二", "Tue 1 September": where the year goes without saying. */
export function printDayOfYear(on: string, tongue: Tongue = 'zh'): string {
  const parts = dateParts(on)
  if (!parts) return on
  const weekday = printWeekday(weekdayOf(on), tongue)
  return tongue === 'zh'
    ? `${parts.month}月${parts.day}日 ${weekday}`
    : `${weekday} ${parts.day} ${monthNames[parts.month - 1]}`
}

/** "2026年9月", "September 2026" */
export const printMonth = (year: number, month: number, tongue: Tongue = 'zh'): string =>
  tongue === 'zh' ? `${year}年${month}月` : `${monthNames[month - 1]} ${year}`

/** The weeks of a month from Monday; null where another month has the place. */
export function monthGrid(year: number, month: number): (string | null)[][] {
  const first = `${String(year).padStart(4, '0')}-${two(month)}-01`
  const before: (string | null)[] = Array.from({ length: weekdayOf(first) - 1 }, () => null)
  const days = Array.from({ length: daysInMonth(year, month) }, (_, i) => addDays(first, i))
  const cells = [...before, ...days]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** "2026/9/1", "20260901", "2026年9月1日" → "2026-09-01"; what is no date → null. */
export function readDate(text: string): string | null {
  const bare = fullWidth(text).trim()
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(bare) ?? /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(bare)
  if (!match) return null
  const on = `${match[1]}-${two(Number(match[2]))}-${two(Number(match[3]))}`
  return isLocalDate(on) ? on : null
}

// ---- times of day 'HH:mm' and instants ----

/** "1630", "16:30", "16点30" → "16:30" */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2})\D?(\d{2})\D?$/.exec(fullWidth(text).trim())
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null
  return `${two(Number(match[1]))}:${match[2]}`
}
export const printTime = (time: string): string => time.slice(0, 5)
export const printTimeRange = (from: string, to: string): string => `${printTime(from)}–${printTime(to)}`

const schoolZone = 'Asia/Shanghai'
const stamp = (at: number | undefined): Record<string, string> => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: schoolZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]))
}
/** The date in the school's zone, wherever the reader sits. */
export function today(): string {
  const now = stamp(Date.now())
  return `${now.year}-${now.month}-${now.day}`
}
/** An instant on the school's clock: "2026-09-01 16:30". */
export function printInstant(at: string): string {
  const ms = Date.parse(at)
  if (Number.isNaN(ms)) return at
  const p = stamp(ms)
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}`
}

// ---- counts and shares ----

export const printCount = (n: number): string => `${n < 0 ? '-' : ''}${grouped(String(Math.abs(n)))}`

/** 975 → "97.5%" */
export const printPerMille = (perMille: number): string =>
  `${perMille < 0 ? '-' : ''}${Math.floor(Math.abs(perMille) / 10)}.${Math.abs(perMille) % 10}%`

/** part of whole, to a tenth of a per cent; "–" when there is nothing to take a part of. */
export const printShare = (part: number, whole: number): string =>
  whole === 0 ? '–' : printPerMille(Math.floor((part * 2000 + whole) / (whole * 2)))

/** A label inside an English sentence: "Home class" → "home class". */
export const inSentence = (label: string, tongue: Tongue): string =>
  tongue === 'en' ? label.charAt(0).toLowerCase() + label.slice(1) : label

/** 'WeChat/Android' as a person says it; names of programs are the same in both languages but for these few. */
const programsInChinese: Readonly<Record<string, string>> = {
  WeChat: '微信',
  DingTalk: '钉钉',
  'QQ Browser': 'QQ 浏览器',
  'UC Browser': 'UC 浏览器',
  'Huawei Browser': '华为浏览器',
  'Xiaomi Browser': '小米浏览器',
  HarmonyOS: '鸿蒙',
}

/** null: neither browser nor system is known. */
export function agentName(agent: string | null, isChinese: boolean): string | null {
  const names = (agent ?? '').split('/').filter((name) => name !== '')
  return names.length === 0
    ? null
    : names.map((name) => (isChinese && programsInChinese[name]) || name).join(' · ')
}
