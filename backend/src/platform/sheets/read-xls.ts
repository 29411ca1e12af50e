/** Reads .xls of Excel 5 to 2003 (读取 xls) with the library, after its records were walked; old files in code page 936 too. */
import { createRequire } from 'node:module'
import type * as Xlsx from '@e965/xlsx'
import { asShown, shownDecimals } from './number-formats.js'
import { filledRows, RowCounter } from './row-counter.js'
import { UnreadableSheet } from './unreadable-sheet.js'
import type { Cell, ReadLimits, Sheet, Workbook } from './workbook.js'

let library: typeof Xlsx | undefined
/** Loaded when it is first needed; in this form, and only in this one, it brings the code pages along. */
const xlsx = (): typeof Xlsx => (library ??= createRequire(import.meta.url)('@e965/xlsx') as typeof Xlsx)

const shownErrors: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

const isTrue = (flag: unknown) => flag === true || flag === 1 || flag === '1' || flag === 'true'

/** Throws UnreadableSheet. */
export function readXls(bytes: Buffer, fileName: string, limits: ReadLimits): Workbook {
  checkStreams(bytes, fileName, limits)
  let book: Xlsx.WorkBook
  try {
    book = xlsx().read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      cellStyles: false,
      cellDates: false,
    })
  } catch (error) {
    const locked = /password|encrypt/i.test(String((error as Error)?.message))
    throw new UnreadableSheet(locked ? 'sheets.encrypted' : 'sheets.truncated', { fileName })
  }
  if (book.SheetNames.length > limits.sheets)
    throw new UnreadableSheet('sheets.too_many_sheets', { limit: limits.sheets })
  const counter = new RowCounter(limits)
  const sheets = book.SheetNames.map((name, index) =>
    toSheet(name, book.Sheets[name], (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, counter),
  )
  return { fileName, kind: 'xls', date1904: isTrue(book.Workbook?.WBProps?.date1904), sheets }
}

function checkStreams(bytes: Buffer, fileName: string, limits: ReadLimits): void {
  let streams: { name: string; size: number; content?: ArrayLike<number> }[]
  try {
    streams = (xlsx().CFB.read(bytes, { type: 'buffer' }) as { FileIndex: typeof streams }).FileIndex
  } catch {
    throw new UnreadableSheet('sheets.truncated', { fileName })
  }
  const named = (...names: string[]) => streams.find((stream) => names.includes(stream.name.toLowerCase()))
  if (named('encryptedpackage', 'encryptioninfo')) throw new UnreadableSheet('sheets.encrypted', { fileName })
  const book = named('workbook', 'book')
  if (!book) throw new UnreadableSheet('sheets.not_a_sheet', { fileName })
  if ((book.content?.length ?? 0) < book.size || book.size === 0)
    throw new UnreadableSheet('sheets.truncated', { fileName })
  checkRecords(book.content!, book.size, fileName, limits)
}

// BLANK, MULBLANK, NUMBER, LABEL, BOOLERR, RK, MULRK, LABELSST, FORMULA: the records that hold cells.
const cellRecords = new Set([0x201, 0xbe, 0x203, 0x204, 0x205, 0x27e, 0xbd, 0xfd, 0x06, 0x206, 0x406, 0xd6])

/** Walks the records of an .xls stream: each must fit, and the last must be an end (else the file was cut). */
function checkRecords(content: ArrayLike<number>, size: number, fileName: string, limits: ReadLimits): void {
  let last = -1
  let cells = 0
  for (let here = 0; here + 4 <= size;) {
    const type = content[here]! | (content[here + 1]! << 8)
    const length = content[here + 2]! | (content[here + 3]! << 8)
    if (type === 0 && length === 0) break
    if (here + 4 + length > size) throw new UnreadableSheet('sheets.truncated', { fileName })
    if (type === 0x2f) throw new UnreadableSheet('sheets.encrypted', { fileName })
    if (cellRecords.has(type) && ++cells > limits.elements)
      throw new UnreadableSheet('sheets.too_many_cells', { limit: limits.elements })
    last = type
    here += 4 + length
  }
  if (last !== 0x0a) throw new UnreadableSheet('sheets.truncated', { fileName })
}

function toCell(cell: Xlsx.CellObject | undefined): Cell {
  if (!cell || cell.t === 'z') return null
  if (cell.t === 'e') return shownErrors[Number(cell.v)] ?? '#ERROR'
  const value = cell.v
  if (typeof value === 'number')
    return Number.isFinite(value)
      ? asShown(value, typeof cell.z === 'string' ? shownDecimals(cell.z) : 0)
      : null
  // No spreadsheet program keeps more in a cell.
  return typeof value === 'string' ? value.slice(0, 32_767) : typeof value === 'boolean' ? value : null
}

/** Walks only the cells that exist: the range a sheet states about itself (`!ref`) may be a lie of 17 thousand million cells. */
function toSheet(
  name: string,
  sheet: Xlsx.WorkSheet | undefined,
  hidden: boolean,
  counter: RowCounter,
): Sheet {
  const rows = new Map<number, Cell[]>()
  const data = (sheet?.['!data'] ?? []) as (Xlsx.CellObject | undefined)[][]
  data.forEach((line, r) => {
    const cells: Cell[] = []
    line?.forEach((raw, c) => {
      const cell = toCell(raw)
      if (!counter.counts(name, r + 1, c, cell)) return
      while (cells.length < c) cells.push(null)
      cells.push(cell)
    })
    if (cells.length === 0) return
    counter.row(rows.size)
    rows.set(r + 1, cells)
  })
  counter.endSheet(rows.size)
  const merges = ((sheet?.['!merges'] ?? []) as Xlsx.Range[]).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }))
  return filledRows(name, hidden, rows, merges.slice(0, counter.limits.rows), counter.limits)
}
