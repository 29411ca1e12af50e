/** Which week of the term (第几周) does a day lie in? Pure. */
import { daysBetween, type LocalDate, mondayOf } from '../../platform/calendar.js'

/** From 1: the week that holds the term's first day. */
export function weekOfTerm(termStartsOn: LocalDate, dayOn: LocalDate): number {
  return daysBetween(mondayOf(termStartsOn), mondayOf(dayOn)) / 7 + 1
}
