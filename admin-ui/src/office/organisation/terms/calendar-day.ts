import { allOf, type Schemas } from '../../../api/contract'

/** One day of a term's calendar. */
export type CalendarDay = Schemas['CalendarDayOut']
export type DayKind = CalendarDay['kind']
export const dayKinds = allOf<DayKind>()(['school_day', 'makeup_day', 'holiday', 'weekend'])
