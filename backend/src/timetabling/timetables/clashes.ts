/** Which other placement stands in the way (排课冲突)? Pure. */
import type { LocalDate } from '../../platform/calendar.js'
import type { WeekPattern } from './week-patterns.js'

/** In which weeks and days of the term something stands in its slot. */
export interface Span {
  readonly weeks: WeekPattern
  /** Both included; null: from the first or to the last day of the term. */
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
}

export interface Placed extends Span {
  readonly id: number
  readonly slotId: number
  readonly sectionId: number
  readonly sectionName: string
  readonly teacherId: number
  readonly teacherName: string
  readonly roomId: number
  readonly roomName: string
  readonly homeClassId: number | null
  readonly homeClassName: string | null
}

/** Children of the section who are in another section at that time. */
export interface BusyChildren {
  readonly slotId: number
  readonly sectionId: number
  readonly count: number
}

export type Wanted = Span &
  Pick<Placed, 'slotId' | 'sectionId' | 'teacherId' | 'roomId' | 'homeClassId'> & { readonly id?: number }

export interface Clash {
  readonly code:
    | 'scheduling.section_placed_already'
    | 'scheduling.teacher_busy'
    | 'scheduling.room_busy'
    | 'scheduling.home_class_busy'
    | 'scheduling.children_busy'
    | 'scheduling.same_weeks_elsewhen'
  readonly other: Placed
  readonly count: number
}

/** The whole term, every week. */
export const wholeTerm: Span = { weeks: 'every', startsOn: null, endsOn: null }

export const isWholeTerm = ({ weeks, startsOn, endsOn }: Span): boolean =>
  weeks === 'every' && startsOn === null && endsOn === null

/** Whether two that share a slot can meet on the same day: odd and even weeks never do, nor days that do not overlap. */
export function canMeet(one: Span, other: Span): boolean {
  if (one.weeks !== other.weeks && one.weeks !== 'every' && other.weeks !== 'every') return false
  return (
    (one.startsOn === null || other.endsOn === null || one.startsOn <= other.endsOn) &&
    (other.startsOn === null || one.endsOn === null || other.startsOn <= one.endsOn)
  )
}

/** Every clash of the wanted placement within one timetable, the weightiest first. */
export function clashesOf(
  wanted: Wanted,
  placed: readonly Placed[],
  busy: readonly BusyChildren[] = [],
): Clash[] {
  const inSlot = placed.filter((each) => each.slotId === wanted.slotId && each.id !== wanted.id)
  const others = inSlot.filter((each) => canMeet(each, wanted))
  const first = (code: Clash['code'], isSame: (other: Placed) => boolean): Clash[] => {
    const other = others.find(isSame)
    return other ? [{ code, other, count: 1 }] : []
  }
  const same = first('scheduling.section_placed_already', (other) => other.sectionId === wanted.sectionId)
  if (same.length > 0) return same
  const children = others.flatMap((other): Clash[] => {
    const found = busy.find((each) => each.slotId === wanted.slotId && each.sectionId === other.sectionId)
    return found ? [{ code: 'scheduling.children_busy', other, count: found.count }] : []
  })
  const found = [
    ...first('scheduling.teacher_busy', (other) => other.teacherId === wanted.teacherId),
    ...first('scheduling.room_busy', (other) => other.roomId === wanted.roomId),
    ...first(
      'scheduling.home_class_busy',
      (other) => wanted.homeClassId !== null && other.homeClassId === wanted.homeClassId,
    ),
    ...children,
  ]
  return found.length > 0 ? found : sharedKey(wanted, inSlot)
}

// Never on the same day, but of the same weeks: the table keeps one such row for each section, teacher, room and class.
function sharedKey(wanted: Wanted, inSlot: readonly Placed[]): Clash[] {
  const other = inSlot.find(
    (each) =>
      each.weeks === wanted.weeks &&
      (each.sectionId === wanted.sectionId ||
        each.teacherId === wanted.teacherId ||
        each.roomId === wanted.roomId ||
        (wanted.homeClassId !== null && each.homeClassId === wanted.homeClassId)),
  )
  return other ? [{ code: 'scheduling.same_weeks_elsewhen', other, count: 1 }] : []
}
