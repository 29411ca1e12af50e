/** Reads an uploaded file into plain rows of raw cells, or says in a sentence why it cannot (读取表格文件). */
import * as XLSX from '@e965/xlsx'
import { decodeText, parseTable } from './read-csv.js'
import { UnreadableSheet } from './unreadable-sheet.js'
import {
  columnLetter,
  defaultLimits,
  isBlank,
  type Cell,
  type Merge,
  type ReadLimits,
  type Sheet,
  type SheetRow,
  type Workbook,
} from './workbook.js'
import { listEntries, packStored, readEntry } from './zip-parts.js'

const mib = 1024 * 1024
const errorTexts: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

/**
 * Reads .xlsx, .xls (97–2003) or .csv by content, whatever the name says. Synchronous and CPU-bound: a file of
 * 50,000 rows takes seconds, so call it from a job or worker thread.
 * Throws only UnreadableSheet, whose code is one of `unreadableCodes`.
 */
export function readWorkbook(bytes: Buffer, fileName: string, limits: Partial<ReadLimits> = {}): Workbook {
  const all = { ...defaultLimits, ...limits }
  if (bytes.length === 0) throw new UnreadableSheet('sheets.empty', { fileName })
  if (bytes.length > all.fileBytes) {
    throw new UnreadableSheet('sheets.too_large', {
      fileName,
      sizeMib: Math.ceil(bytes.length / mib),
      limitMib: Math.floor(all.fileBytes / mib),
    })
  }
  const workbook = readByContent(bytes, fileName, all)
  if (workbook.sheets.every((sheet) => sheet.rows.length === 0))
    throw new UnreadableSheet('sheets.empty', { fileName })
  return workbook
}

function readByContent(bytes: Buffer, fileName: string, limits: ReadLimits): Workbook {
  const magic = bytes.subarray(0, 8).toString('hex')
  if (magic.startsWith('504b0304')) return readXlsx(bytes, fileName, limits)
  if (magic === 'd0cf11e0a1b11ae1') return readXls(bytes, fileName, limits)
  // An archive or compound file cut within its first bytes; pictures, PDFs and web pages decode as text but are no tables.
  if (bytes.length < 8 && ('504b0304'.startsWith(magic) || 'd0cf11e0a1b11ae1'.startsWith(magic)))
    throw new UnreadableSheet('sheets.truncated', { fileName })
  if (magic.startsWith('504b') || magic.startsWith('25504446'))
    throw new UnreadableSheet('sheets.not_a_sheet', { fileName })
  const text = decodeText(bytes, fileName)
  if (/^\s*(?:<(?:!doctype|html|\?xml|table|svg)|\{\\rtf)/i.test(text))
    throw new UnreadableSheet('sheets.not_a_sheet', { fileName })
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  const rows = parseTable(text, name, limits)
  return {
    fileName,
    kind: 'csv',
    date1904: false,
    sheets: [{ name, hidden: false, rows, lastRow: rows.at(-1)?.row ?? 0, merges: [] }],
  }
}

// Everything else in the archive (pictures, styles, macros, comments, links) is never unpacked.
const wantedPart =
  /^(?:\[content_types\]\.xml|_rels\/\.rels|(?:xl\/)?(?:_rels\/)?workbook\d*\.xml(?:\.rels)?|xl\/worksheets\/[^/]+\.xml|xl\/sharedstrings\d*\.xml)$/i

function readXlsx(bytes: Buffer, fileName: string, limits: ReadLimits): Workbook {
  const entries = listEntries(bytes, limits)
  if (!entries.some((entry) => /^(?:xl\/)?workbook\d*\.xml$/i.test(entry.name)))
    throw new UnreadableSheet('sheets.not_a_sheet', { fileName })
  const seen = new Set<string>()
  const parts: { name: string; content: Buffer }[] = []
  let cells = 0
  for (const entry of entries) {
    if (!wantedPart.test(entry.name)) continue
    if (seen.has(entry.name.toLowerCase())) throw new UnreadableSheet('sheets.truncated')
    seen.add(entry.name.toLowerCase())
    if (contentTypes.test(entry.name) && entry.inflated > 2 * mib)
      throw new UnreadableSheet('sheets.zip_bomb')
    const part = cleanPart(readEntry(bytes, entry), fileName)
    cells += part.cells
    if (cells > limits.cells) throw new UnreadableSheet('sheets.too_many_cells', { limit: limits.cells })
    parts.push({ name: entry.name, content: part.content })
  }
  return fromLibrary(
    packStored(
      parts.map((part) =>
        contentTypes.test(part.name) ? { ...part, content: onlyPresent(part.content, seen) } : part,
      ),
    ),
    'xlsx',
    fileName,
    limits,
  )
}

const contentTypes = /^\[content_types\]\.xml$/i

/** The list of contents without the parts left out, which the library would otherwise look for in vain. */
const onlyPresent = (list: Buffer, present: ReadonlySet<string>): Buffer =>
  Buffer.from(
    list
      .toString('utf8')
      .replace(/<(?:\w+:)?Override\b[^>]*PartName\s*=\s*["']\/?([^"']*)["'][^>]*>/gi, (whole, name: string) =>
        present.has(name.toLowerCase()) ? whole : '',
      ),
    'utf8',
  )

/**
 * Makes one XML part harmless and small. The library reads references above U+FFFF wrongly (𬭎 becomes another
 * character), so they are written out; cells with a format but no content are dropped before they cost memory.
 */
function cleanPart(raw: Buffer, fileName: string): { content: Buffer; cells: number } {
  let xml: string
  if ((raw[0] === 0xff && raw[1] === 0xfe) || (raw[0] === 0xfe && raw[1] === 0xff)) {
    xml = new TextDecoder(raw[0] === 0xff ? 'utf-16le' : 'utf-16be')
      .decode(raw)
      .replace(/^<\?xml[^>]*\?>/, '')
  } else xml = raw.toString('utf8')
  // No spreadsheet program writes a document type; only attacks by entities do.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new UnreadableSheet('sheets.not_a_sheet', { fileName })
  xml = xml.replace(
    /&#(?:[xX]([0-9a-fA-F]{5,6})|(\d{5,7}));/g,
    (whole, hex: string | undefined, decimal: string | undefined) => {
      const point = hex ? parseInt(hex, 16) : Number(decimal)
      return point > 0xffff && point <= 0x10ffff ? String.fromCodePoint(point) : whole
    },
  )
  xml = xml.replace(/<c\b[^<>]*(?:\/>|><\/c>)/g, '')
  let cells = 0
  for (let at = xml.indexOf('<c '); at >= 0; at = xml.indexOf('<c ', at + 3)) cells++
  return { content: Buffer.from(xml, 'utf8'), cells }
}

function readXls(bytes: Buffer, fileName: string, limits: ReadLimits): Workbook {
  let streams: { name: string; size: number; content?: ArrayLike<number> }[]
  try {
    streams = (XLSX.CFB.read(bytes, { type: 'buffer' }) as { FileIndex: typeof streams }).FileIndex
  } catch {
    throw new UnreadableSheet('sheets.truncated', { fileName })
  }
  const named = (...names: string[]) => streams.find((stream) => names.includes(stream.name.toLowerCase()))
  if (named('encryptedpackage', 'encryptioninfo')) throw new UnreadableSheet('sheets.encrypted', { fileName })
  const book = named('workbook', 'book')
  if (!book) throw new UnreadableSheet('sheets.not_a_sheet', { fileName })
  if ((book.content?.length ?? 0) < book.size || book.size === 0)
    throw new UnreadableSheet('sheets.truncated', { fileName })
  checkRecords(book.content!, book.size, fileName)
  return fromLibrary(bytes, 'xls', fileName, limits)
}

/** Walks the records of an .xls stream: each must fit, and the last must be an end (else the file was cut). */
function checkRecords(content: ArrayLike<number>, size: number, fileName: string): void {
  let last = -1
  for (let here = 0; here + 4 <= size;) {
    const type = content[here]! | (content[here + 1]! << 8)
    const length = content[here + 2]! | (content[here + 3]! << 8)
    if (type === 0 && length === 0) break
    if (here + 4 + length > size) throw new UnreadableSheet('sheets.truncated', { fileName })
    if (type === 0x2f) throw new UnreadableSheet('sheets.encrypted', { fileName })
    last = type
    here += 4 + length
  }
  if (last !== 0x0a) throw new UnreadableSheet('sheets.truncated', { fileName })
}

function fromLibrary(bytes: Buffer, kind: 'xlsx' | 'xls', fileName: string, limits: ReadLimits): Workbook {
  let book: XLSX.WorkBook
  try {
    book = XLSX.read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: false,
      cellStyles: false,
      cellDates: false,
    })
  } catch (error) {
    const locked = /password|encrypt/i.test(String((error as Error)?.message))
    throw new UnreadableSheet(locked ? 'sheets.encrypted' : 'sheets.truncated', { fileName })
  }
  if (book.SheetNames.length > limits.sheets)
    throw new UnreadableSheet('sheets.too_many_sheets', { limit: limits.sheets })
  let rows = 0
  const sheets = book.SheetNames.map((name, index) => {
    const sheet = toSheet(
      name,
      book.Sheets[name],
      (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      limits,
    )
    rows += sheet.rows.length
    if (rows > limits.rows) throw new UnreadableSheet('sheets.too_many_rows', { limit: limits.rows })
    return sheet
  })
  return { fileName, kind, date1904: isTrue(book.Workbook?.WBProps?.date1904), sheets }
}

const isTrue = (flag: unknown) => flag === true || flag === 1 || flag === '1' || flag === 'true'

function toCell(cell: XLSX.CellObject | undefined): Cell {
  if (!cell || cell.t === 'z') return null
  if (cell.t === 'e') return errorTexts[Number(cell.v)] ?? '#ERROR'
  const value = cell.v
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  // No spreadsheet program keeps more in a cell.
  return typeof value === 'string' ? value.slice(0, 32_767) : typeof value === 'boolean' ? value : null
}

/** Walks only the cells that exist: the range a sheet states about itself (`!ref`) may be a lie of 17 thousand million cells. */
function toSheet(
  name: string,
  sheet: XLSX.WorkSheet | undefined,
  hidden: boolean,
  limits: ReadLimits,
): Sheet {
  const rows: SheetRow[] = []
  const data = (sheet?.['!data'] ?? []) as (XLSX.CellObject | undefined)[][]
  data.forEach((line, r) => {
    const cells: Cell[] = []
    let filled = false
    line?.forEach((raw, c) => {
      const cell = toCell(raw)
      if (isBlank(cell)) return
      if (c >= limits.columns) {
        throw new UnreadableSheet('sheets.too_many_columns', {
          sheet: name,
          column: columnLetter(c),
          row: r + 1,
          limit: limits.columns,
        })
      }
      while (cells.length < c) cells.push(null)
      cells.push(cell)
      filled = true
    })
    if (filled) rows.push({ row: r + 1, cells })
  })
  const merges = ((sheet?.['!merges'] ?? []) as XLSX.Range[]).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }))
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
