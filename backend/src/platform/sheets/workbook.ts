/** What a sheet file (表格文件) is once read: plain cells with the row numbers that a person sees, and nothing of its format. */

/** A raw cell. Dates stay serial numbers (see `Workbook.date1904`) so that the normalisers decide what a number means. */
export type Cell = string | number | boolean | null

/** Zero-based inclusive rectangle of a merged cell. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** `row` is the 1-based number shown beside the row in the spreadsheet program. */
export interface SheetRow {
  row: number
  cells: Cell[]
}

/** `rows` holds only rows with content, in order; `lastRow` is the number of the last of them (0: none). */
export interface Sheet {
  name: string
  hidden: boolean
  rows: SheetRow[]
  lastRow: number
  merges: Merge[]
}

export interface Workbook {
  fileName: string
  kind: 'xlsx' | 'xls' | 'csv'
  date1904: boolean
  sheets: Sheet[]
}

/** Sizes in bytes, counts per workbook except `columns`, which is per sheet. */
export interface ReadLimits {
  fileBytes: number
  inflatedBytes: number
  /** inflated ÷ packed above which an archive over `ratioFromBytes` is taken for a bomb */
  ratio: number
  ratioFromBytes: number
  entries: number
  sheets: number
  rows: number
  columns: number
  cells: number
  /** in cells with content, counted as often as they are shown */
  characters: number
  /** of XML, or cell records of an .xls, with content or not */
  elements: number
}

const mib = 1024 * 1024

export const defaultLimits: ReadLimits = {
  fileBytes: 20 * mib,
  inflatedBytes: 160 * mib,
  ratio: 100,
  ratioFromBytes: 16 * mib,
  entries: 10_000,
  sheets: 200,
  rows: 50_000,
  columns: 200,
  cells: 2_000_000,
  characters: 30_000_000,
  elements: 5_000_000,
}

/** True for a cell without anything that a person would see. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null ||
  cell === undefined ||
  (typeof cell === 'string' && /^[\s\u200b-\u200f\u2060\ufeff\u00ad]*$/.test(cell))

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(index: number): string {
  let letters = ''
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  return letters
}
