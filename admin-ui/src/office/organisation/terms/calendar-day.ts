import type { RaRecord } from 'react-admin'

export type DayKind = 'school_day' | 'weekend' | 'holiday' | 'makeup_day'
export const dayKinds: readonly DayKind[] = ['school_day', 'makeup_day', 'holiday', 'weekend']

/** One day of a term's calendar. */
export interface CalendarDay extends RaRecord {
  id: number
  termId: number
  dayOn: string
  kind: DayKind
  /** 1–7: whose timetable is followed; null where there is no school. */
  weekdayFollowed: number | null
  note: string | null
  /** False: a holiday by law, in a year whose arrangement is not announced yet. */
  isConfirmed: boolean
}
