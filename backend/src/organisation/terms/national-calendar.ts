/** The national holidays and make-up workdays (法定节假日与调休) as a first proposal for a term's calendar. */
// The library's functions miss make-up days where the machine runs west of UTC; its data have no zone.
import national from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addDays, datesBetween, type LocalDate, type Weekday, weekdayOf } from '../../platform/calendar.js'
import type { DayKind } from './calendar-day.entity.js'

export interface ProposedDay {
  readonly dayOn: LocalDate
  readonly kind: DayKind
  /** 1–7: whose timetable the day follows; null without school. */
  readonly weekdayFollowed: number | null
  readonly note: string | null
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
  return days.map(({ dayOn, weekday, isWork, holiday }) => {
    if (isWork && weekday >= 6)
      return { dayOn, kind: 'makeup_day', weekdayFollowed: followed(holiday, dayOn), note: holiday }
    if (isWork) return { dayOn, kind: 'school_day', weekdayFollowed: weekday, note: null }
    return { dayOn, kind: holiday ? 'holiday' : 'weekend', weekdayFollowed: null, note: holiday }
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

function detailOf(dayOn: LocalDate): { isWork: boolean; holiday: string | null } {
  const named = workdays[dayOn] ?? holidays[dayOn]
  return {
    isWork: dayOn in workdays || (weekdayOf(dayOn) <= 5 && !(dayOn in holidays)),
    holiday: named?.split(',')[1] ?? null,
  }
}

/** The nth workday after a date, holidays and make-up days as the State Council set them; 0 is the date itself. */
export function nthWorkday(after: LocalDate, count: number): LocalDate {
  let on = after
  for (let left = count; left > 0;) {
    on = addDays(on, 1)
    if (detailOf(on).isWork) left -= 1
  }
  return on
}
