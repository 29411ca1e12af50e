/** Counts rows, cells and characters of a file while it is read (计数与上限), and makes sheets of what was counted. */
import { UnreadableSheet } from './unreadable-sheet.js'
import {
  columnLetter,
  isBlank,
  type Cell,
  type Merge,
  type ReadLimits,
  type Sheet,
  type SheetRow,
} from './workbook.js'

export class RowCounter {
  private cells = 0
  private text = 0
  private rowsBefore = 0
  private merges = 0

  constructor(readonly limits: ReadLimits) {}

  /** False: nothing that a person would see stands in the cell. Throws when there is too much. */
  counts(sheet: string, row: number, column: number, cell: Cell): boolean {
    if (isBlank(cell)) return false
    if (column >= this.limits.columns)
      throw new UnreadableSheet('sheets.too_many_columns', {
        sheet,
        column: columnLetter(column),
        row,
        limit: this.limits.columns,
      })
    if (++this.cells > this.limits.cells)
      throw new UnreadableSheet('sheets.too_many_cells', { limit: this.limits.cells })
    if (typeof cell === 'string') this.characters(cell.length)
    return true
  }

  characters(count: number): void {
    this.text += count
    if (this.text > this.limits.characters) throw new UnreadableSheet('sheets.too_much_text')
  }

  /** Another row of this sheet, which has `rowsOfSheet` already. */
  row(rowsOfSheet: number): void {
    if (this.rowsBefore + rowsOfSheet >= this.limits.rows)
      throw new UnreadableSheet('sheets.too_many_rows', { limit: this.limits.rows })
  }

  endSheet(rowsOfSheet: number): void {
    this.rowsBefore += rowsOfSheet
  }

  merge(list: Merge[], merge: Merge): void {
    if (++this.merges > this.limits.rows)
      throw new UnreadableSheet('sheets.too_many_cells', { limit: this.limits.rows })
    list.push(merge)
  }
}

/** Rows in the order of their numbers, cells merged downwards filled in. */
export function filledRows(
  name: string,
  hidden: boolean,
  byNumber: ReadonlyMap<number, Cell[]>,
  merges: Merge[],
  limits: ReadLimits,
): Sheet {
  const rows = [...byNumber].map(([row, cells]): SheetRow => ({ row, cells }))
  if (rows.some(({ row }, i) => i > 0 && row < rows[i - 1]!.row)) rows.sort((a, b) => a.row - b.row)
  // A cell written after one further right leaves a hole.
  for (const { cells } of rows)
    for (let i = 0; i < cells.length; i++) if (cells[i] === undefined) cells[i] = null
  fillMerged(
    rows,
    merges.filter((merge) => merge.left === merge.right && merge.left < limits.columns),
  )
  return { name, hidden, rows, lastRow: rows.at(-1)?.row ?? 0, merges }
}

/** A cell merged downwards (one class for all its pupils) stands for each of its rows that has other content. */
function fillMerged(rows: SheetRow[], merges: Merge[]): void {
  const byColumn = new Map<number, Merge[]>()
  for (const merge of merges) {
    const list = byColumn.get(merge.left)
    if (list) list.push(merge)
    else byColumn.set(merge.left, [merge])
  }
  for (const [column, list] of byColumn) {
    list.sort((a, b) => a.top - b.top)
    let next = 0
    let filling: { merge: Merge; value: Cell } | null = null
    for (const { row, cells } of rows) {
      while (next < list.length && list[next]!.bottom < row - 1) next++
      const merge = list[next]
      if (!merge || merge.top > row - 1) continue
      if (merge.top === row - 1) filling = { merge, value: cells[column] ?? null }
      else if (filling?.merge === merge && !isBlank(filling.value) && isBlank(cells[column])) {
        while (cells.length < column) cells.push(null)
        cells[column] = filling.value
      }
    }
  }
}
