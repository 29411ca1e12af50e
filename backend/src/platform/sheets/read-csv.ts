/** Reads the text tables (.csv) that schools send: UTF-8, UTF-16 or GB18030, with commas, semicolons or tabs. */
import { UnreadableSheet } from './unreadable-sheet.js'
import { columnLetter, type Cell, type ReadLimits, type SheetRow } from './workbook.js'

const decodeExactly = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without a mark: ASCII separators leave a zero in every second byte. */
function guessUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0 || bytes.indexOf(0) < 0) return null
  const breaks = (low: number) => {
    let n = 0
    for (let i = 0; i + 1 < bytes.length; i += 2) {
      const separator = bytes[i + low]
      if (bytes[i + 1 - low] === 0 && (separator === 0x0a || separator === 0x2c || separator === 0x09)) n++
    }
    return n
  }
  const [little, big] = [breaks(0), breaks(1)]
  if (little === 0 && big === 0) return null
  return little >= big ? 'utf-16le' : 'utf-16be'
}

/** Bytes to text. Throws sheets.unknown_encoding, or sheets.not_a_sheet for what is not text. */
export function decodeText(bytes: Buffer, fileName: string): string {
  const text = decodeMarked(bytes) ?? decodeUnmarked(bytes)
  if (text === null)
    throw new UnreadableSheet(bytes.indexOf(0) < 0 ? 'sheets.unknown_encoding' : 'sheets.not_a_sheet', {
      fileName,
    })
  // Control characters that no table has tell a binary file which happens to decode.
  if (/(?![\s\x80-\x9f])\p{Cc}/u.test(text)) throw new UnreadableSheet('sheets.not_a_sheet', { fileName })
  return text
}

function decodeMarked(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeExactly('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeExactly('utf-16be', bytes)
  return null
}

function decodeUnmarked(bytes: Buffer): string | null {
  const wide = guessUtf16(bytes)
  if (wide) return decodeExactly(wide, bytes)
  return decodeExactly('utf-8', bytes) ?? decodeExactly('gb18030', bytes)
}

/** The separator that occurs most outside quotes in the first lines; `sep=;` as the first line decides. */
function findSeparator(text: string): { separator: string; start: number; firstRow: number } {
  const stated = /^sep=(.)\r?\n/.exec(text)
  if (stated) return { separator: stated[1]!, start: stated[0].length, firstRow: 2 }
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const counts = [',', '\t', ';'].map((separator) => ({ separator, n: head.split(separator).length - 1 }))
  const best = counts.reduce((a, b) => (b.n > a.n ? b : a))
  return { separator: best.separator, start: 0, firstRow: 1 }
}

const longestCell = 32_767

class TableText {
  private here: number
  private cells = 0
  private characters = 0
  readonly rows: SheetRow[] = []

  constructor(
    private readonly text: string,
    private readonly separator: string,
    start: number,
    private readonly sheet: string,
    private readonly limits: ReadLimits,
  ) {
    this.here = start
  }

  private toFieldEnd(): string {
    const { text, separator, here } = this
    let end = here
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
    this.here = end
    return text.slice(here, end)
  }

  /** One field; leaves `here` on the separator, the line end or the end of the text. */
  private field(row: number): string {
    if (this.text[this.here] !== '"') {
      return this.toFieldEnd()
    }
    let value = ''
    for (let from = this.here + 1; ;) {
      const quote = this.text.indexOf('"', from)
      if (quote < 0) throw new UnreadableSheet('sheets.unclosed_quote', { row })
      value += this.text.slice(from, quote)
      if (this.text[quote + 1] !== '"') {
        this.here = quote + 1
        break
      }
      value += '"'
      from = quote + 2
    }
    // What follows a closing quote up to the separator is kept, as spreadsheet programs do.
    return value + this.toFieldEnd()
  }

  private line(row: number): void {
    const cells: Cell[] = []
    let filled = false
    for (let column = 0; ; column++) {
      const field = this.field(row)
      // No spreadsheet program keeps more in a cell: a separator or quote is missing somewhere.
      if (field.length > longestCell) throw new UnreadableSheet('sheets.too_much_text', { row })
      const value = field.replace(/^="(.*)"$/s, '$1')
      if (value.trim() !== '') {
        if (column >= this.limits.columns) {
          throw new UnreadableSheet('sheets.too_many_columns', {
            sheet: this.sheet,
            column: columnLetter(column),
            row,
            limit: this.limits.columns,
          })
        }
        filled = true
        this.characters += value.length
        if (this.characters > this.limits.characters) throw new UnreadableSheet('sheets.too_much_text')
      }
      if (column < this.limits.columns) cells.push(value === '' ? null : value)
      if (++this.cells > this.limits.cells)
        throw new UnreadableSheet('sheets.too_many_cells', { limit: this.limits.cells })
      if (this.text[this.here] !== this.separator) break
      this.here++
    }
    if (!filled) return
    this.rows.push({ row, cells })
    if (this.rows.length > this.limits.rows)
      throw new UnreadableSheet('sheets.too_many_rows', { limit: this.limits.rows })
  }

  read(firstRow: number): SheetRow[] {
    for (let row = firstRow; this.here < this.text.length; row++) {
      this.line(row)
      if (this.text[this.here] === '\r') this.here++
      if (this.text[this.here] === '\n') this.here++
    }
    return this.rows
  }
}

/** Text to rows; every cell stays a string. `row` counts records as a spreadsheet program shows them. */
export function parseTable(text: string, sheet: string, limits: ReadLimits): SheetRow[] {
  const { separator, start, firstRow } = findSeparator(text)
  return new TableText(text, separator, start, sheet, limits).read(firstRow)
}
