/** A list as a sheet (导出列表): its columns are declared once, with their titles in both languages and what stands in each. */
import type { Language } from './sheet-description.js'
import type { Cell } from './workbook.js'
import type { ColumnKind, SheetOut } from './write-workbook.js'

/** `width` in characters. */
export interface ListColumn<Row> {
  readonly zh: string
  readonly en: string
  readonly kind: ColumnKind
  readonly width?: number
  readonly of: (row: Row, language: Language) => Cell
}

/** `zh` and `en`: what the sheet is called. */
export interface ListSheet<Row> {
  readonly zh: string
  readonly en: string
  readonly columns: readonly ListColumn<Row>[]
}

export function listSheet<Row>(
  sheet: ListSheet<Row>,
  language: Language,
  rows: AsyncIterable<Row> | Iterable<Row>,
): SheetOut {
  async function* cells(): AsyncGenerator<readonly Cell[]> {
    for await (const row of rows) yield sheet.columns.map((column) => column.of(row, language))
  }
  return {
    name: sheet[language],
    columns: sheet.columns.map(({ kind, width, [language]: title }) => ({ title, width, kind })),
    rows: cells(),
  }
}

export const yesNo = (is: boolean, language: Language): string =>
  language === 'zh' ? (is ? '是' : '否') : is ? 'yes' : 'no'
