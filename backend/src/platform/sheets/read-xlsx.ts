/** Reads .xlsx (读取 xlsx): part by part, with the strict parser, counting as it goes; what is too much is told at once. */
import { asShown } from './number-formats.js'
import { filledRows, RowCounter } from './row-counter.js'
import { UnreadableSheet } from './unreadable-sheet.js'
import type { Cell, Merge, ReadLimits, Sheet, Workbook } from './workbook.js'
import { isTrue, type SheetPart, XlsxParts } from './xlsx-parts.js'
import { XmlBudget } from './xml-parts.js'

const longestCell = 32_767

/** '_x000D_' is how the format writes a character that XML cannot hold. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text

/** 'C12' → [2, 12]; column zero-based. null: not of that form. */
function readReference(text: string): [number, number] | null {
  let column = 0
  let at = 0
  for (; at < text.length && at < 3; at++) {
    const letter = text.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  const row = Number(text.slice(at))
  return at > 0 && Number.isInteger(row) && row >= 1 && row <= 1_048_576 ? [column - 1, row] : null
}

/** Text of a cell or shared string; readings beside the characters (rPh) are no text. */
class TextRun {
  private pieces = ''
  private reading = 0

  constructor(private readonly onTooLong: (length: number) => void) {}

  open(name: string): boolean {
    if (name === 'rPh') this.reading++
    return name === 't' && this.reading === 0
  }
  add(piece: string): void {
    this.onTooLong(piece.length)
    // No spreadsheet program keeps more in a cell.
    if (this.pieces.length < longestCell) this.pieces += piece
  }
  close(name: string): void {
    if (name === 'rPh') this.reading--
  }
  take(): string {
    const text = unescaped(this.pieces.slice(0, longestCell))
    this.pieces = ''
    this.reading = 0
    return text
  }
}

function readSharedStrings(parts: XlsxParts, limits: ReadLimits): string[] {
  const entry = parts.ofType('/sharedStrings')
  const strings: string[] = []
  if (!entry) return strings
  let characters = 0
  const run = new TextRun((length) => {
    characters += length
    if (characters > limits.characters) throw new UnreadableSheet('sheets.too_much_text')
  })
  parts.read(entry, {
    open: (name) => run.open(name),
    text: (piece) => run.add(piece),
    close(name) {
      run.close(name)
      if (name !== 'si') return
      if (strings.length >= limits.cells)
        throw new UnreadableSheet('sheets.too_many_cells', { limit: limits.cells })
      strings.push(run.take())
    },
  })
  return strings
}

/** Listens to one sheet's XML. A row or cell without a reference is the next one (ECMA-376 18.3.1.4). */
class SheetListener {
  readonly rows = new Map<number, Cell[]>()
  readonly merges: Merge[] = []
  private row = 0
  private column = -1
  private type = ''
  private style = 0
  private value = ''
  private isInValue = false
  private inline: TextRun | null = null
  private cells: Cell[] = []

  constructor(
    private readonly name: string,
    private readonly counter: RowCounter,
    private readonly strings: readonly string[],
    private readonly decimals: readonly number[],
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>): boolean {
    if (this.inline) return this.inline.open(name)
    if (name === 'c') this.openCell(attributes)
    else if (name === 'row') this.openRow(attributes['r'])
    else if (name === 'is') this.inline = new TextRun((length) => this.counter.characters(length))
    else if (name === 'mergeCell') this.addMerge(attributes['ref'] ?? '')
    this.isInValue = name === 'v'
    return this.isInValue
  }

  text(piece: string): void {
    if (this.inline) this.inline.add(piece)
    else if (this.value.length < longestCell) this.value += piece
  }

  close(name: string): void {
    if (name === 'is' && this.inline) {
      this.value = this.inline.take()
      this.inline = null
    } else if (this.inline) this.inline.close(name)
    else if (name === 'c') this.closeCell()
  }

  private openRow(stated: string | undefined): void {
    this.row = stated === undefined ? this.row + 1 : Number(stated)
    if (!Number.isInteger(this.row) || this.row < 1 || this.row > 1_048_576)
      throw new UnreadableSheet('sheets.truncated')
    this.column = -1
    this.cells = this.rows.get(this.row) ?? []
  }

  private openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    this.value = ''
    this.type = t ?? 'n'
    this.style = s === undefined ? -1 : Number(s)
    if (r === undefined) {
      this.column++
      return
    }
    const place = readReference(r)
    if (!place) throw new UnreadableSheet('sheets.truncated')
    this.column = place[0]
    if (place[1] !== this.row) {
      this.row = place[1]
      this.cells = this.rows.get(this.row) ?? []
    }
  }

  private closeCell(): void {
    if (this.value === '') return
    const cell = this.toCell(this.value)
    if (!this.counter.counts(this.name, this.row, this.column, cell)) return
    while (this.cells.length < this.column) this.cells.push(null)
    if (this.cells.length === 0 || !this.rows.has(this.row)) {
      this.counter.row(this.rows.size)
      this.rows.set(this.row, this.cells)
    }
    this.cells[this.column] = cell
  }

  private toCell(value: string): Cell {
    if (this.type === 's') {
      const text = this.strings[Number(value)]
      if (text === undefined) throw new UnreadableSheet('sheets.truncated')
      return text
    }
    if (this.type === 'b') return isTrue(value.trim())
    if (this.type === 'n') {
      const number = Number(value)
      return Number.isFinite(number) ? asShown(number, this.decimals[this.style] ?? 0) : null
    }
    // str, inlineStr, e (#N/A), d (an ISO date)
    return this.type === 'inlineStr' ? value : unescaped(value)
  }

  private addMerge(range: string): void {
    const [from, to] = range.split(':').map(readReference)
    if (from && to)
      this.counter.merge(this.merges, { left: from[0], top: from[1] - 1, right: to[0], bottom: to[1] - 1 })
  }
}

function readSheet(
  parts: XlsxParts,
  { name, isHidden, entry }: SheetPart,
  counter: RowCounter,
  strings: readonly string[],
  decimals: readonly number[],
): Sheet {
  const listener = new SheetListener(name, counter, strings, decimals)
  if (entry)
    parts.read(entry, {
      open: (tag, attributes) => listener.open(tag, attributes),
      text: (piece) => listener.text(piece),
      close: (tag) => listener.close(tag),
    })
  counter.endSheet(listener.rows.size)
  return filledRows(name, isHidden, listener.rows, listener.merges, counter.limits)
}

/** Throws UnreadableSheet. */
export function readXlsx(bytes: Buffer, fileName: string, limits: ReadLimits): Workbook {
  const parts = new XlsxParts(bytes, limits, new XmlBudget(limits))
  const counter = new RowCounter(limits)
  const strings = readSharedStrings(parts, limits)
  const decimals = parts.shownDecimals()
  const sheets = parts.sheets.map((part) => readSheet(parts, part, counter, strings, decimals))
  return { fileName, kind: 'xlsx', date1904: parts.date1904, sheets }
}
