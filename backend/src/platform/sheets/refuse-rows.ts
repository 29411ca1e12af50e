/** Refuses rows that the sheet alone did not give away (对照登记后退回): another school's number, a grade the school has not. */
import type { AcceptedRow, RefusedRow, SheetRows } from './read-rows.js'
import { columnOf, type Params, type Reason } from './sheet-description.js'
import type { Workbook } from './workbook.js'

export interface RowFault {
  readonly sheet: string
  readonly row: number
  readonly field: string | null
  readonly why: string
  readonly params?: Params
}

export const faultOf = (
  { sheet, row }: Pick<AcceptedRow<unknown>, 'sheet' | 'row'>,
  field: string | null,
  why: string,
  params: Params = {},
): RowFault => ({ sheet, row, field, why, params })

/** All refused rows in the order of the file: those of the sheet itself and those of the faults. */
export function refuseRows(
  workbook: Workbook,
  result: Pick<SheetRows<unknown>, 'refused' | 'sheets'>,
  faults: readonly RowFault[],
): RefusedRow[] {
  if (faults.length === 0) return result.refused
  const order = new Map(workbook.sheets.map((sheet, i) => [sheet.name, i]))
  const cells = new Map(
    workbook.sheets.map((sheet) => [sheet.name, new Map(sheet.rows.map((row) => [row.row, row.cells]))]),
  )
  const added = faults.map(({ sheet, row, field, why, params = {} }): RefusedRow => {
    const column = result.sheets
      .find((each) => each.sheet === sheet)
      ?.columns.find((each) => each.field !== null && each.field === field)
    const reason: Reason = {
      why,
      field,
      column: column ? columnOf(column.index, column.title) : null,
      params,
    }
    return { ...reason, sheet, row, reasons: [reason], cells: cells.get(sheet)?.get(row) ?? [] }
  })
  return [...result.refused, ...added].sort(
    (a, b) => order.get(a.sheet)! - order.get(b.sheet)! || a.row - b.row,
  )
}
