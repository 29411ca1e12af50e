/** The grade of those who entered in a certain year (按入学年份的年级): 2025级 is grade two from September 2026. Pure. */
import type { CellContext } from './sheet-description.js'
import { plainText } from './text.js'
import type { Cell } from './workbook.js'

/** The year in which the school year of the day began: it begins on 1 September. */
export const schoolYearOf = (todayOn: string): number =>
  Number(todayOn.slice(0, 4)) - (todayOn.slice(5, 7) >= '09' ? 0 : 1)

/**
 * 2025级, 小学2025级, 初2025级, 2025级(1)班 → year of entry and grade. Primary schools are entered in grade one,
 * junior secondary schools in grade seven; without a word for either the school's own first grade counts. null: no year
 * of entry stands there, or one whose children are not at school now.
 */
export function entryGrade(
  cell: Cell,
  { todayOn, firstGrade }: Pick<CellContext, 'todayOn' | 'firstGrade'>,
): { year: number; grade: number } | null {
  const text = plainText(cell).slice(0, 60).replace(/ /g, '')
  const parts = /^(小学?部?|初中?部?|中学)?(20\d\d)级/.exec(text)
  if (!parts) return null
  const year = Number(parts[2])
  const first = parts[1] === undefined ? firstGrade : parts[1].startsWith('小') ? 1 : 7
  const grade = schoolYearOf(todayOn) - year + first
  const last = first === 1 ? 6 : 9
  return grade >= first && grade <= last ? { year, grade } : null
}
