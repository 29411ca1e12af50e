/** A week of a timetable for FET (导出为 FET 文件): what is placed stays where it is, what is not is left for FET to place. Pure. */
import type { WeekNames, WrittenWeek } from '../fet/problem-to-fet.js'
import { problemToFet } from '../fet/problem-to-fet.js'
import type { Meeting, Person, Place, Problem } from '../solver/problem.js'
import { printWeekday } from '../slots/print-when.js'

interface Named {
  readonly id: number
  readonly name: string
}

export interface PlacedWeek {
  readonly schoolName: string
  readonly slots: readonly {
    readonly id: number
    readonly weekday: number
    readonly startTime: string
    readonly endTime: string
  }[]
  readonly teachers: readonly Named[]
  readonly rooms: readonly Named[]
  readonly homeClasses: readonly Named[]
  readonly sections: readonly (Named & {
    readonly homeClassId: number | null
    readonly teacherId: number | null
    readonly roomId: number | null
    readonly meetingsPerWeek: number
    readonly categoryId: number
  })[]
  /** Of this one week: odd and even weeks are files of their own. */
  readonly placed: readonly {
    readonly sectionId: number
    readonly slotId: number
    readonly teacherId: number
    readonly roomId: number
  }[]
}

export function weekAsFet(week: PlacedWeek, language: 'zh' | 'en'): WrittenWeek & { problem: Problem } {
  const { problem, names } = weekAsProblem(week, language)
  return { ...problemToFet(problem, names), problem }
}

export function weekAsProblem(
  week: PlacedWeek,
  language: 'zh' | 'en',
): { problem: Problem; names: WeekNames } {
  const weekdays = [...new Set(week.slots.map((slot) => slot.weekday))].sort((one, other) => one - other)
  const ofDay = weekdays.map((weekday) =>
    week.slots
      .filter((slot) => slot.weekday === weekday)
      .toSorted((one, other) => one.startTime.localeCompare(other.startTime)),
  )
  const periods = Math.max(1, ...ofDay.map((slots) => slots.length))
  const slotIds = ofDay.flatMap((slots) =>
    Array.from({ length: periods }, (_, period) => slots[period]?.id ?? null),
  )
  const people: Person[] = [
    ...week.teachers.map(({ name }): Person => ({ name, kind: 'teacher', unavailable: [] })),
    ...week.homeClasses.map(({ name }): Person => ({ name, kind: 'students', unavailable: [] })),
  ]
  const indexIn = (all: readonly Named[], id: number | null): number[] =>
    all.flatMap((each, at) => (each.id === id ? [at] : []))
  const meetings = week.sections.flatMap((section, index) => {
    const children = indexIn(week.homeClasses, section.homeClassId).map((at) => week.teachers.length + at)
    const made = (teacherId: number | null, roomId: number | null, slotId: number | null): Meeting => {
      const rooms = indexIn(week.rooms, roomId)
      const locked: Place | null =
        slotId === null ? null : { time: slotIds.indexOf(slotId), room: rooms[0] ?? null, leader: null }
      return {
        name: section.name,
        section: index,
        length: 1,
        people: [...indexIn(week.teachers, teacherId), ...children],
        leaders: [],
        rooms,
        isRoomOptional: false,
        starts: null,
        locked,
        category: section.categoryId,
        former: null,
      }
    }
    const placed = week.placed.filter((each) => each.sectionId === section.id)
    const open = Math.max(0, section.meetingsPerWeek - placed.length)
    return [
      ...placed.map((each) => made(each.teacherId, each.roomId, each.slotId)),
      ...Array.from({ length: open }, () => made(section.teacherId, section.roomId, null)),
    ]
  })
  return {
    problem: {
      days: weekdays.length,
      periods,
      closed: slotIds.flatMap((slotId, time) => (slotId === null ? [time] : [])),
      people,
      rooms: week.rooms.map(({ name }) => ({ name, unavailable: [] })),
      meetings,
      rules: [],
    },
    names: {
      institution: week.schoolName,
      days: weekdays.map((weekday) => printWeekday(weekday, language)),
      hours: Array.from({ length: periods }, (_, period) => hourName(ofDay, period, language)),
    },
  }
}

/** The time, where it is the same on all days. */
function hourName(ofDay: readonly PlacedWeek['slots'][], period: number, language: 'zh' | 'en'): string {
  const times = [
    ...new Set(
      ofDay.flatMap((slots) =>
        slots[period] ? [`${slots[period].startTime}–${slots[period].endTime}`] : [],
      ),
    ),
  ]
  return times.length === 1 ? times[0]! : language === 'zh' ? `第${period + 1}时段` : `Slot ${period + 1}`
}
