/** Local dates, times of day, the school's zone and the clock (校历日期、时刻与时钟): the only file that knows what time it is. */

/** The zone of every school; mainland China has one zone and no summer time. */
export const schoolZone = 'Asia/Shanghai'

/** 'YYYY-MM-DD' in the school's zone. */
export type LocalDate = string
/** 'HH:mm' in the school's zone. */
export type LocalTime = string
/** 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Tells the present instant; tests put their own in its place. */
export abstract class Clock {
  abstract now(): Date
  today(): LocalDate {
    return localDateOf(this.now())
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date()
  }
}

/** Stands still until told to move. */
export class FixedClock extends Clock {
  constructor(private instant: string) {
    super()
  }
  now(): Date {
    return new Date(this.instant)
  }
  set(instant: string): void {
    this.instant = instant
  }
  advanceMinutes(minutes: number): void {
    this.instant = new Date(this.now().getTime() + minutes * 60_000).toISOString()
  }
}

// Asked for with every request: eight hours more are a hundred times quicker than asking for the zone each time.
const zoneAheadMs = 8 * 3_600_000
const inZone = (instant: Date): string => new Date(instant.getTime() + zoneAheadMs).toISOString()

/** Reads an ISO instant with its zone, as files and databases write it. */
export function instantOf(iso: string): Date {
  const instant = new Date(iso)
  if (Number.isNaN(instant.getTime())) throw new RangeError(`not an instant: ${iso}`)
  return instant
}

export function localDateOf(instant: Date): LocalDate {
  return inZone(instant).slice(0, 10)
}

export function localTimeOf(instant: Date): LocalTime {
  return inZone(instant).slice(11, 16)
}

export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

export function isLocalTime(text: unknown): text is LocalTime {
  return typeof text === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

// A local date is carried as midnight UTC while it is counted with, so that no machine's zone can move it.
function utc(on: LocalDate): Date {
  if (!isLocalDate(on)) throw new RangeError(`not a date: ${on}`)
  return new Date(`${on}T00:00:00Z`)
}

export function addDays(on: LocalDate, days: number): LocalDate {
  const instant = utc(on)
  instant.setUTCDate(instant.getUTCDate() + days)
  return instant.toISOString().slice(0, 10)
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000)
}

export function weekdayOf(on: LocalDate): Weekday {
  return (((utc(on).getUTCDay() + 6) % 7) + 1) as Weekday
}

/** Monday of the week that holds the date. */
export function mondayOf(on: LocalDate): LocalDate {
  return addDays(on, 1 - weekdayOf(on))
}

/** Every date from the first to the last, both included. */
export function datesBetween(first: LocalDate, last: LocalDate): LocalDate[] {
  const dates: LocalDate[] = []
  for (let on = first; on <= last; on = addDays(on, 1)) dates.push(on)
  return dates
}

/** Minutes since midnight. */
export function minutesOf(time: LocalTime): number {
  if (!isLocalTime(time)) throw new RangeError(`not a time of day: ${time}`)
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

export function instantPlusMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000)
}

/** '2026-09-01 08:30:00.000': as both databases keep an instant, in UTC and without its letters. */
export function columnInstant(instant: Date): string {
  return instant.toISOString().slice(0, 23).replace('T', ' ')
}
