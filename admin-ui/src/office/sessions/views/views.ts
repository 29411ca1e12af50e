/** What the server tells of a week, and how a school's week is put into rows. */
import { allOf, type Schemas } from '../../../api/contract'
import { printTimeRange } from '../../../shared'

export type WeekView = Schemas['WeekViewOut']
export type ViewDay = Schemas['ViewDayOut']
export type ViewTime = Schemas['ViewTimeOut']
export type ViewCell = Schemas['ViewCellOut']
export type ViewKind = WeekView['kind']
export type ManyKind = Exclude<ViewKind, 'school'>

export const viewKinds = allOf<ViewKind>()(['teacher', 'room', 'home-class', 'school'])
export const schoolSides = ['home_class', 'room', 'teacher'] as const
export type SchoolSide = (typeof schoolSides)[number]

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
