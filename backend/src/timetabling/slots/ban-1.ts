/** May a slot stand in the week of after-school service (禁令1：不得随意扩大范围)? Only on school days and after the last lesson. Pure. */
import { type LocalTime, minutesOf } from '../../platform/calendar.js'
import { afterSchoolTypes, type ServiceType } from './service-types.js'

export interface SlotTime {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number
  readonly startTime: LocalTime
  readonly endTime: LocalTime
  readonly serviceType: ServiceType
}

export interface SchoolDayFacts {
  readonly lastLessonEndTime: LocalTime
  /** Weekdays whose timetable some school day of the term follows. */
  readonly weekdaysWithSchool: ReadonlySet<number>
}

export interface SlotProblem {
  readonly rule: 'BAN-1' | 'TIME-2' | 'TIME-6'
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** What starts this late is evening self-study, by whatever name. */
export const eveningStartTime: LocalTime = '18:30'
/** After-school service ends with the working day; no place lets it end later than this. */
export const latestEndTime: LocalTime = '20:00'
/** TIME-1: two hours on each of the five days. */
export const usualDayMinutes = 120

/** The first rule that the slot breaks, or null. */
export function slotProblem(slot: SlotTime, facts: SchoolDayFacts): SlotProblem | null {
  const { startTime, endTime, weekday, serviceType } = slot
  if (minutesOf(endTime) <= minutesOf(startTime))
    return { rule: 'TIME-2', code: 'scheduling.slot_ends_before_it_starts', params: { startTime, endTime } }
  if (!afterSchoolTypes.has(serviceType))
    return { rule: 'BAN-1', code: `scheduling.slot_is_${serviceType}`, params: {} }
  if (!facts.weekdaysWithSchool.has(weekday))
    return { rule: 'TIME-6', code: 'scheduling.slot_without_school', params: { weekday } }
  if (startTime < facts.lastLessonEndTime)
    return {
      rule: 'BAN-1',
      code: 'scheduling.slot_before_last_lesson',
      params: { startTime, lastLessonEndTime: facts.lastLessonEndTime },
    }
  if (startTime >= eveningStartTime || endTime > latestEndTime)
    return { rule: 'BAN-1', code: 'scheduling.slot_is_evening', params: { eveningStartTime, latestEndTime } }
  return null
}

/** Whether two times of the same weekday have minutes in common; touching ends do not count. */
export function overlap(
  one: Pick<SlotTime, 'startTime' | 'endTime'>,
  other: Pick<SlotTime, 'startTime' | 'endTime'>,
): boolean {
  return one.startTime < other.endTime && other.startTime < one.endTime
}

/** Monday to Friday, two slots of an hour after the last lesson. */
export function usualWeek(lastLessonEndTime: LocalTime): SlotTime[] {
  const start = minutesOf(lastLessonEndTime)
  const half = usualDayMinutes / 2
  return [1, 2, 3, 4, 5].flatMap((weekday) =>
    [0, half].map((offset) => ({
      weekday,
      startTime: printTime(start + offset),
      endTime: printTime(start + offset + half),
      serviceType: 'after_school' as const,
    })),
  )
}

function printTime(minutes: number): LocalTime {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
