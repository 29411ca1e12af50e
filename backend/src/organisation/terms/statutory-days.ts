/**
 * The days that the law makes holidays (法定节假日), for years whose arrangement the State Council has not announced yet:
 * 全国年节及纪念日放假办法, as revised by Decree 795 of 10 November 2024. Which weekdays are worked in return is not in
 * the law; the General Office says it each year, mostly in November. Pure.
 */
import { addDays, type LocalDate } from '../../platform/calendar.js'

/**
 * 春节 (first of the first lunar month), 清明 (solar term), 端午 (fifth of the fifth), 中秋 (fifteenth of the eighth) by
 * GB/T 33661, which counts in Beijing time; as month-day. New moons close to midnight make the machine's own calendars
 * differ by a day (2027, 2030), so the days are written down.
 */
const lunar: Readonly<Record<number, readonly [string, string, string, string]>> = {
  2025: ['01-29', '04-04', '05-31', '10-06'],
  2026: ['02-17', '04-05', '06-19', '09-25'],
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
  2036: ['01-28', '04-04', '05-30', '10-04'],
  2037: ['02-15', '04-04', '06-18', '09-24'],
  2038: ['02-04', '04-05', '06-07', '09-13'],
  2039: ['01-24', '04-05', '05-27', '10-02'],
  2040: ['02-12', '04-04', '06-14', '09-20'],
  2041: ['02-01', '04-04', '06-03', '09-10'],
  2042: ['01-22', '04-04', '06-22', '09-28'],
  2043: ['02-10', '04-05', '06-11', '09-17'],
  2044: ['01-30', '04-04', '05-31', '10-05'],
  2045: ['02-17', '04-04', '06-19', '09-25'],
}

const days = (first: LocalDate, count: number, name: string): (readonly [LocalDate, string])[] =>
  Array.from({ length: count }, (_, i) => [addDays(first, i), name] as const)

/** Day → name of the holiday. Beyond 2045 only the days that follow the sun. */
export function statutoryDays(year: number): ReadonlyMap<LocalDate, string> {
  const fixed = [
    ...days(`${year}-01-01`, 1, '元旦'),
    ...days(`${year}-05-01`, 2, '劳动节'),
    ...days(`${year}-10-01`, 3, '国庆节'),
  ]
  const moon = lunar[year]
  if (!moon) return new Map(fixed)
  const [spring, brightness, dragonBoat, midAutumn] = moon.map((day) => `${year}-${day}`) as [
    LocalDate,
    LocalDate,
    LocalDate,
    LocalDate,
  ]
  return new Map([
    // 除夕 and the first three days of the year.
    ...days(addDays(spring, -1), 4, '春节'),
    ...days(brightness, 1, '清明'),
    ...days(dragonBoat, 1, '端午'),
    ...days(midAutumn, 1, '中秋'),
    ...fixed,
  ])
}
