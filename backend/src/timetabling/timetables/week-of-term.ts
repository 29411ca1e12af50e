/** Which week of the term (教学周) is it, so that odd and even weeks can differ? Pure. */
import { daysBetween, type LocalDate, mondayOf } from '../../platform/calendar.js'

/** The week of the term, from 1: the one that holds its first day. A make-up day on a weekend belongs to its own calendar week. */
export function weekOfTerm(termStartsOn: LocalDate, dayOn: LocalDate): number {
  return daysBetween(mondayOf(termStartsOn), mondayOf(dayOn)) / 7 + 1
}
