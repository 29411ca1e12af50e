/** Streams rows into an .xlsx file (导出表格): exact money, text that is never a formula, a bold frozen header. */
import type { Writable } from 'node:stream'
import type ExcelJS from 'exceljs'
import { isBeforeSheets, toSerial } from './dates.js'
import { allowedSheetNames } from './sheet-names.js'
import type { Cell } from './workbook.js'

/**
 * text: as it stands; integer: safe integer; fen: integer fen, shown as yuan; date: 'YYYY-MM-DD'; percent: a fraction
 * (0.853 → 85.3%); raw: a cell as it was read.
 */
export type ColumnKind = 'text' | 'integer' | 'fen' | 'date' | 'percent' | 'raw'

/** `width` in characters; `isWrapped`: several lines in a cell, from the top, with a border. */
export interface SheetColumn {
  title: string
  width?: number
  kind: ColumnKind
  isWrapped?: boolean
}

/** `caption`: a line above the header. `page`: made to be printed on one A4 page. */
export interface SheetOut {
  name: string
  caption?: string
  page?: 'portrait' | 'landscape'
  columns: readonly SheetColumn[]
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>
}

const formats: Record<ColumnKind, string> = {
  text: '@',
  integer: '0',
  fen: '¥#,##0.00',
  date: 'yyyy-mm-dd',
  percent: '0.0%',
  raw: 'General',
}

// XML 1.0 cannot hold these; halves of surrogate pairs neither.
const notXml = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu
const asText = (value: Cell) => String(value).replace(notXml, '').slice(0, 32_767)

const whole = (value: Cell): number => {
  if (!Number.isSafeInteger(value)) throw new RangeError('an integer was expected')
  return value as number
}

/** What goes into the file. Throws RangeError for a value that its column cannot hold. */
function toStored(value: Cell | undefined, kind: ColumnKind): string | number | null {
  if (value === null || value === undefined || value === '') return null
  if (kind === 'integer') return whole(value)
  // The double nearest to fen ÷ 100 is the one that prints as those two decimals.
  if (kind === 'fen') return whole(value) / 100
  // A day that somebody has mistyped long ago stands there as it is, and keeps nobody from the rest of the sheet.
  if (kind === 'date') return isBeforeSheets(value) ? asText(value) : toSerial(asText(value))
  if (kind === 'percent' || (kind === 'raw' && typeof value === 'number')) {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new RangeError('a number was expected')
    return value
  }
  return asText(typeof value === 'boolean' ? (value ? '是' : '否') : value)
}

/** Cells are styled one by one: raw text must be text too, or a program makes numbers of long digits on editing. */
const formatOf = (stored: string | number, kind: ColumnKind) =>
  typeof stored === 'string' ? '@' : formats[kind]

const line = { style: 'thin' } as const
const wrapped = {
  alignment: { wrapText: true, vertical: 'top' },
  border: { top: line, left: line, bottom: line, right: line },
} as const
const onePage = {
  paperSize: 9,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 1,
  margins: { left: 0.4, right: 0.4, top: 0.4, bottom: 0.4, header: 0.2, footer: 0.2 },
} as const

function writeHead(page: ExcelJS.Worksheet, { caption, columns }: SheetOut): void {
  if (caption !== undefined) {
    const top = page.addRow([asText(caption)])
    top.font = { bold: true, size: 14 }
    page.mergeCells(1, 1, 1, columns.length)
    top.commit()
  }
  const header = page.addRow(columns.map(({ title }) => asText(title)))
  header.font = { bold: true }
  columns.forEach(({ isWrapped }, i) => {
    if (isWrapped) Object.assign(header.getCell(i + 1), wrapped)
  })
  header.commit()
}

async function writeSheet(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  sheet: SheetOut,
  stream: Writable,
): Promise<void> {
  const page = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: sheet.caption === undefined ? 1 : 2 }],
    ...(sheet.page ? { pageSetup: { ...onePage, orientation: sheet.page } } : {}),
  })
  page.columns = sheet.columns.map(({ width }) => ({ width: width ?? 14 }))
  writeHead(page, sheet)
  let count = 0
  for await (const values of sheet.rows) {
    const row = page.addRow([])
    sheet.columns.forEach(({ kind, isWrapped }, i) => {
      const stored = toStored(values[i], kind)
      if (stored === null && !isWrapped) return
      const cell = row.getCell(i + 1)
      if (isWrapped) Object.assign(cell, wrapped)
      if (stored === null) return
      cell.value = stored
      cell.numFmt = formatOf(stored, kind)
    })
    row.commit()
    if (++count % 500 === 0) await breathe(stream)
  }
  page.commit()
}

/** Lets other requests run, and waits for a slow reader. */
async function breathe(stream: Writable): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  if (stream.destroyed) throw new ReaderGone()
  if (!stream.writableNeedDrain) return
  await new Promise<void>((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done)
      resolve()
    }
    stream.on('drain', done).on('close', done)
  })
}

/** The stream was closed before the file was whole: somebody broke off the download. */
export class ReaderGone extends Error {
  constructor() {
    super('the stream was closed before the workbook was written')
    this.name = 'ReaderGone'
  }
}

/**
 * Writes all sheets and ends the stream. Sheet names are brought into the allowed form (31 characters, no \/?*[]:).
 * Throws RangeError for a value that does not fit its column (the caller must then destroy the stream), ReaderGone, and
 * what the rows or the stream throw.
 */
export async function writeWorkbook(stream: Writable, out: { sheets: readonly SheetOut[] }): Promise<void> {
  // Loaded with the first file, so that the server starts no later for it.
  const { default: excel } = await import('exceljs')
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const names = allowedSheetNames(out.sheets.map((sheet) => sheet.name))
  for (const [i, sheet] of out.sheets.entries()) await writeSheet(book, names[i]!, sheet, stream)
  if (stream.destroyed) throw new ReaderGone()
  // The library waits for "finish" only, which a closed stream never tells.
  await new Promise<void>((resolve, reject) => {
    stream.once('close', () => (stream.writableFinished ? resolve() : reject(new ReaderGone())))
    book.commit().then(resolve, reject)
  })
}
