/** The refused rows as a workbook (退回行): each row as it stood, the reason in front, ready to be mended and imported again. */
import { fromSerial } from './dates.js'
import type { RefusedRow, SheetRows } from './read-rows.js'
import { fieldsOfTitles, type RecognisedColumn } from './recognise-columns.js'
import { reasonSentence, type Field, type Language, type SheetDescription } from './sheet-description.js'
import { plainText } from './text.js'
import type { Cell, Workbook } from './workbook.js'
import type { SheetColumn, SheetOut } from './write-workbook.js'

const titles = {
  zh: { reason: '未导入原因', row: '原行号' },
  en: { reason: 'Why it was not imported', row: 'Row in the file' },
} as const
const ours = new Set<string>([...Object.values(titles.zh), ...Object.values(titles.en)])

const widthOf = (title: string) => Math.min(24, Math.max(10, title.length * 2 + 4))

/**
 * Sheets for `writeWorkbook`, one for each sheet with refusals, under its own name (a class may hang on it). Columns:
 * the reason, the original row number, then the original columns under their original titles. The two added ones are
 * known to no description, so that the engine leaves them alone, and are not doubled when such a file is refused again.
 */
export function refusedWorkbook<Row>(
  workbook: Pick<Workbook, 'date1904'>,
  description: SheetDescription<Row>,
  result: Pick<SheetRows<Row>, 'refused' | 'sheets'>,
  language: Language,
): SheetOut[] {
  const bySheet = new Map<string, RefusedRow[]>()
  for (const refused of result.refused) {
    const list = bySheet.get(refused.sheet)
    if (list) list.push(refused)
    else bySheet.set(refused.sheet, [refused])
  }
  const dates = new Set(
    description.fields.filter((field) => field.kind === 'date').map((field) => field.name),
  )
  return [...bySheet].map(([name, rows]) => {
    const recognised = result.sheets.find((sheet) => sheet.sheet === name)
    const kept = (recognised?.columns ?? []).filter((column) => !ours.has(plainText(column.title)))
    const columns: SheetColumn[] = [
      { title: titles[language].reason, width: 48, kind: 'text' },
      { title: titles[language].row, width: 10, kind: 'integer' },
      ...titlesFor(kept, description.fields).map((title) => ({
        title,
        width: widthOf(title),
        kind: 'raw' as const,
      })),
    ]
    return {
      name,
      columns,
      rows: rows.map((refused) => [
        refused.reasons.map((reason) => reasonSentence(description, reason, language)).join('\n'),
        refused.row,
        ...kept.map(({ index, field }) => {
          const cell = refused.cells[index] ?? null
          return field !== null && dates.has(field) ? shownDate(cell, workbook.date1904) : cell
        }),
      ]),
    }
  })
}

/** The original titles; the fields' own where a person had corrected the mapping, so that the file needs no second correction. */
function titlesFor(columns: readonly RecognisedColumn[], fields: readonly Field[]): string[] {
  const shown = columns.map(({ title }) => plainText(title))
  const wanted = columns.map(({ field }) => field)
  const found = fieldsOfTitles(shown, fields)
  if (wanted.every((field, i) => field === found[i])) return shown
  return shown.map((title, i) => {
    if (wanted[i] !== null) return fields.find(({ name }) => name === wanted[i])?.titleZh ?? title
    return fieldsOfTitles([title], fields)[0] === null ? title : `不导入:${title}`
  })
}

/** A serial number means nothing to a person: 43950 → 2020-04-29. Other content stays. */
const shownDate = (cell: Cell, date1904: boolean): Cell =>
  typeof cell === 'number' && cell < 100_000 ? (fromSerial(cell, date1904) ?? cell) : cell
