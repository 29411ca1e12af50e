/** The national holidays and make-up workdays (法定节假日与调休) as a first proposal for a term's calendar. */
// The library's functions miss make-up days where the machine runs west of UTC; its data have no zone.
import national from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addDays, datesBetween, type LocalDate, type Weekday, weekdayOf } from '../../platform/calendar.js'
import { statutoryDays } from './statutory-days.js'
import type { DayKind } from './calendar-day.entity.js'

export interface ProposedDay {
  readonly dayOn: LocalDate
  readonly kind: DayKind
  /** 1–7: whose timetable the day follows; null without school. */
  readonly weekdayFollowed: number | null
  readonly note: string | null
  /** False: a holiday by law, in a year whose arrangement is not announced yet; more days may come, and days to make up. */
  readonly isConfirmed: boolean
}

/**
 * Every day from the first to the last, both included. Make-up days follow, in order, the last weekdays that their
 * holiday takes away; schools swap weekdays as they need, so the bureau may change each.
 */
export function proposeCalendar(startsOn: LocalDate, endsOn: LocalDate): ProposedDay[] {
  const days = datesBetween(startsOn, endsOn).map((dayOn) => ({
    dayOn,
    weekday: weekdayOf(dayOn),
    ...detailOf(dayOn),
  }))
  const lostWeekdays = new Map<string, Weekday[]>()
  for (const { isWork, weekday, holiday } of days) {
    if (holiday && !isWork && weekday <= 5)
      lostWeekdays.set(holiday, [...(lostWeekdays.get(holiday) ?? []), weekday])
  }
  const makeups = new Map<string, LocalDate[]>()
  for (const { dayOn, isWork, weekday, holiday } of days) {
    if (holiday && isWork && weekday >= 6) makeups.set(holiday, [...(makeups.get(holiday) ?? []), dayOn])
  }
  return days.map(({ dayOn, weekday, isWork, holiday, isConfirmed }) => {
    if (isWork && weekday >= 6)
      return {
        dayOn,
        kind: 'makeup_day',
        weekdayFollowed: followed(holiday, dayOn),
        note: holiday,
        isConfirmed,
      }
    if (isWork) return { dayOn, kind: 'school_day', weekdayFollowed: weekday, note: null, isConfirmed }
    return { dayOn, kind: holiday ? 'holiday' : 'weekend', weekdayFollowed: null, note: holiday, isConfirmed }
  })

  function followed(holiday: string | null, dayOn: LocalDate): number {
    const own = makeups.get(holiday ?? '') ?? [dayOn]
    const lost = lostWeekdays.get(holiday ?? '') ?? []
    return lost.slice(-own.length)[own.indexOf(dayOn)] ?? 1
  }
}

// The data name a holiday 'National Day,国庆节,3', and so the weekend days that are worked for it.
const holidays: Readonly<Record<string, string>> = national.holidays
const workdays: Readonly<Record<string, string>> = national.workdays

/** Whether the arrangement of a year is in the data: each of them names the National Day. */
const isAnnounced = (year: number): boolean => `${year}-10-01` in holidays

const yearOf = (dayOn: LocalDate): number => Number(dayOn.slice(0, 4))

/** The years between two days, both included, whose holidays are not announced yet as far as this program knows. */
export function unannouncedYears(first: LocalDate, last: LocalDate): number[] {
  const [from, to] = [yearOf(first), yearOf(last)]
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i).filter(
    (year) => !isAnnounced(year),
  )
}

function detailOf(dayOn: LocalDate): { isWork: boolean; holiday: string | null; isConfirmed: boolean } {
  const lawful =
    isAnnounced(yearOf(dayOn)) || dayOn in workdays || dayOn in holidays
      ? undefined
      : statutoryDays(yearOf(dayOn)).get(dayOn)
  if (lawful) return { isWork: false, holiday: lawful, isConfirmed: false }
  const named = workdays[dayOn] ?? holidays[dayOn]
  return {
    isWork: dayOn in workdays || (weekdayOf(dayOn) <= 5 && !(dayOn in holidays)),
    holiday: named?.split(',')[1] ?? null,
    isConfirmed: true,
  }
}

/**
 * The nth workday after a date, holidays and make-up days as the State Council set them, or the holidays of the law where
 * it has not yet (`unannouncedYears` says whether); 0 is the date itself.
 */
export function nthWorkday(after: LocalDate, count: number): LocalDate {
  let on = after
  for (let left = count; left > 0;) {
    on = addDays(on, 1)
    if (detailOf(on).isWork) left -= 1
  }
  return on
}
