/** Refuses rows that the sheet alone did not give away (对照登记后退回): another school's number, a grade the school has not. */
import type { AcceptedRow, RefusedRow, SheetRows } from './read-rows.js'
import { columnOf, type Params, type Reason } from './sheet-description.js'

export interface RowFault {
  readonly sheet: string
  readonly row: number
  readonly field: string | null
  readonly why: string
  readonly params?: Params
}

/** A row that may be somebody who is known already, and who that is; masked. `decision` null: nobody has said yet. */
export interface Doubt {
  readonly sheet: string
  readonly row: number
  readonly name: string
  readonly className: string
  readonly knownNumber: string | null
  readonly knownClassName: string
  readonly decision: 'same' | 'other' | null
}

/** What a comparison with the records may know besides the rows. */
export interface PlanContext {
  readonly hasColumn: (sheet: string, field: string) => boolean
  /** undefined: nobody has decided about this row */
  readonly decisionOf: (sheet: string, row: number) => 'same' | 'other' | undefined
}

export const faultOf = (
  { sheet, row }: Pick<AcceptedRow<unknown>, 'sheet' | 'row'>,
  field: string | null,
  why: string,
  params: Params = {},
): RowFault => ({ sheet, row, field, why, params })

/** All refused rows in the order of the file: those of the sheet itself and those of the faults. */
export function refuseRows(
  sheetNames: readonly string[],
  result: Pick<SheetRows<unknown>, 'rows' | 'refused' | 'sheets'>,
  faults: readonly RowFault[],
): RefusedRow[] {
  if (faults.length === 0) return result.refused
  const order = new Map(sheetNames.map((name, i) => [name, i]))
  const keyOf = (sheet: string, row: number) => `${row} ${sheet}`
  const wanted = new Set(faults.map(({ sheet, row }) => keyOf(sheet, row)))
  const cells = new Map(
    result.rows
      .filter(({ sheet, row }) => wanted.has(keyOf(sheet, row)))
      .map((row) => [keyOf(row.sheet, row.row), row.cells]),
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
    return { ...reason, sheet, row, reasons: [reason], cells: cells.get(keyOf(sheet, row)) ?? [] }
  })
  return [...result.refused, ...added].sort(
    (a, b) => order.get(a.sheet)! - order.get(b.sheet)! || a.row - b.row,
  )
}
