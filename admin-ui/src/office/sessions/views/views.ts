/** What the server tells of a week, and how a school's week is put into rows. */
import { printTimeRange } from '../../../shared'

export const viewKinds = ['teacher', 'room', 'home-class', 'school'] as const
export type ViewKind = (typeof viewKinds)[number]
export type ManyKind = Exclude<ViewKind, 'school'>
export const schoolSides = ['home_class', 'room', 'teacher'] as const
export type SchoolSide = (typeof schoolSides)[number]

export interface ViewDay {
  dayOn: string
  weekday: number
  kind: 'school_day' | 'weekend' | 'holiday' | 'makeup_day' | null
  weekdayFollowed: number | null
  note: string | null
}

export interface ViewTime {
  startTime: string
  endTime: string
}

export interface ViewCell extends ViewTime {
  sessionId: number
  dayOn: string
  sectionId: number
  sectionName: string
  isMixed: boolean
  courseName: string
  teacherId: number
  teacherName: string
  roomId: number
  roomName: string
  homeClassId: number | null
  homeClassName: string | null
  status: 'planned' | 'cancelled' | 'made_up'
  reason: string | null
  changes: ('day' | 'time' | 'teacher' | 'room' | 'cancelled' | 'made_up' | 'make_up')[]
  isElsewhere: boolean
  heldOn: string
  heldStartTime: string
  heldEndTime: string
  plannedOn: string
  plannedStartTime: string
  plannedEndTime: string
  plannedTeacherName: string
  plannedRoomName: string
  makesUpOn: string | null
  madeUpOn: string | null
}

export interface WeekView {
  kind: ViewKind
  ownerId: number
  name: string
  capacity: number | null
  schoolName: string
  schoolNameEn: string | null
  termName: string | null
  termNameEn: string | null
  weekOfTerm: number | null
  fromOn: string
  toOn: string
  readAt: string
  days: ViewDay[]
  times: ViewTime[]
  cells: ViewCell[]
}

export const isAt = (cell: ViewCell, day: ViewDay, time: ViewTime): boolean =>
  cell.dayOn === day.dayOn && cell.startTime === time.startTime && cell.endTime === time.endTime
export const keyOfTime = ({ startTime, endTime }: ViewTime): string => printTimeRange(startTime, endTime)

export interface SchoolRow {
  key: string
  name: string
  cells: ViewCell[]
}

const byName = new Intl.Collator('zh-CN', { numeric: true })
const gradeOf = (name: string): number => '一二三四五六七八九'.indexOf(name.charAt(0))

/** Classes in the order of grades and then sections of several classes; rooms and teachers by name. The server's sheets have the same rows. */
export function schoolRows(cells: ViewCell[], side: SchoolSide): SchoolRow[] {
  const rows = new Map<string, SchoolRow & { group: number }>()
  for (const cell of cells) {
    if (cell.isElsewhere && side !== 'home_class') continue
    const { key, name, group } = rowOf(cell, side)
    const row = rows.get(key) ?? { key, name, group, cells: [] }
    row.cells.push(cell)
    rows.set(key, row)
  }
  return [...rows.values()].sort((a, b) => a.group - b.group || byName.compare(a.name, b.name))
}

function rowOf(cell: ViewCell, side: SchoolSide): { key: string; name: string; group: number } {
  if (side === 'room') return { key: `r${cell.roomId}`, name: cell.roomName, group: 0 }
  if (side === 'teacher') return { key: `t${cell.teacherId}`, name: cell.teacherName, group: 0 }
  if (cell.homeClassId === null) return { key: `s${cell.sectionId}`, name: cell.sectionName, group: 10 }
  const name = cell.homeClassName ?? cell.sectionName
  return { key: `c${cell.homeClassId}`, name, group: gradeOf(name) }
}
