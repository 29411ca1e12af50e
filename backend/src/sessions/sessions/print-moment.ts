/** A day and a time as a sentence names them: 2026-11-25 周三 16:30–17:30. Pure. */
import { type LocalDate, type LocalTime, weekdayOf } from '../../platform/calendar.js'
import type { Language } from '../../platform/texts.js'
import { printWeekday } from '../../timetabling/pure.js'

export interface Moment {
  readonly heldOn: LocalDate
  readonly startTime: LocalTime
  readonly endTime: LocalTime
}

export function printDay(on: LocalDate, language: Language): string {
  return `${on} ${printWeekday(weekdayOf(on), language)}`
}

export function printMoment({ heldOn, startTime, endTime }: Moment, language: Language): string {
  return `${printDay(heldOn, language)} ${startTime}–${endTime}`
}

/** A remark of the history, in the language of who acts. */
export function said(language: Language, zh: string, en: string): string {
  return language === 'zh' ? zh : en
}
