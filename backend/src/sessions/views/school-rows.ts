/** The rows of a school's week (全校课表的行): by class and section, room or teacher. Pure. */
import type { ViewCellOut } from './views.dto.js'

export type SchoolSide = 'home_class' | 'room' | 'teacher'

export interface SchoolRow {
  readonly key: string
  readonly name: string
  readonly cells: readonly ViewCellOut[]
}

/** Classes first, then sections of children from several classes; rooms and teachers by name. */
export function schoolRows(cells: readonly ViewCellOut[], side: SchoolSide): SchoolRow[] {
  const rows = new Map<string, { key: string; name: string; cells: ViewCellOut[] }>()
  for (const cell of cells) {
    // In a row of rooms or teachers, what has left stands where it is now, with the change said there.
    if (cell.isElsewhere && side !== 'home_class') continue
    const { key, name } = rowOf(cell, side)
    const row = rows.get(key) ?? { key, name, cells: [] }
    row.cells.push(cell)
    rows.set(key, row)
  }
  const byName = new Intl.Collator('zh-CN', { numeric: true })
  return [...rows.values()].sort(
    (one, other) =>
      Number(one.key.startsWith('s')) - Number(other.key.startsWith('s')) ||
      (side === 'home_class' && one.key.startsWith('c') ? gradeOf(one.name) - gradeOf(other.name) : 0) ||
      byName.compare(one.name, other.name),
  )
}

function rowOf(cell: ViewCellOut, side: SchoolSide): { key: string; name: string } {
  if (side === 'room') return { key: `r${cell.roomId}`, name: cell.roomName }
  if (side === 'teacher') return { key: `t${cell.teacherId}`, name: cell.teacherName }
  return cell.homeClassId === null
    ? { key: `s${cell.sectionId}`, name: cell.sectionName }
    : { key: `c${cell.homeClassId}`, name: cell.homeClassName ?? cell.sectionName }
}

const gradeOf = (name: string): number => '一二三四五六七八九'.indexOf(name.charAt(0))
