/** From when to when may there be a class (班级起止日期)? Pure. */
import type { LocalDate } from '../../platform/calendar.js'

/** From August a new school year begins. */
export const firstDayOf = (schoolYear: number): LocalDate => `${schoolYear}-08-01`
export const lastDayOf = (schoolYear: number): LocalDate => `${schoolYear + 1}-07-31`

/** The day itself, or the nearest one of the school year. */
export function dayWithin(schoolYear: number, on: LocalDate): LocalDate {
  const [first, last] = [firstDayOf(schoolYear), lastDayOf(schoolYear)]
  return on < first ? first : on > last ? last : on
}

/** Whether there is the class on the day. */
export function isThereOn(
  { startsOn, endsOn }: { readonly startsOn: LocalDate; readonly endsOn: LocalDate | null },
  on: LocalDate,
): boolean {
  return startsOn <= on && (endsOn === null || on < endsOn)
}
