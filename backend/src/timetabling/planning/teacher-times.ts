/** At which times of a term can a teacher not take part, or would rather not (教师可排时间)? Pure. */
import type { LocalDate } from '../../platform/calendar.js'
import type { Span } from '../timetables/clashes.js'

export interface TeacherTimes {
  /** Ids of slots. */
  readonly cannot: ReadonlySet<number>
  readonly ratherNot: ReadonlySet<number>
  /** School days to come on which a person from outside is not cleared (rule BAN-5), in order; empty for the school's own. */
  readonly uncleared: readonly { readonly dayOn: LocalDate; readonly weekday: number }[]
}

export const freeAtAllTimes: TeacherTimes = { cannot: new Set(), ratherNot: new Set(), uncleared: [] }

/** The first day on which the teacher would stand before children without clearance; null: none. */
export function firstUncleared(
  { uncleared }: TeacherTimes,
  weekday: number,
  { startsOn, endsOn }: Pick<Span, 'startsOn' | 'endsOn'>,
): LocalDate | null {
  return (
    uncleared.find(
      (day) =>
        day.weekday === weekday &&
        (startsOn === null || day.dayOn >= startsOn) &&
        (endsOn === null || day.dayOn <= endsOn),
    )?.dayOn ?? null
  )
}
