/** Writes a paper as PDF (公文 PDF) with its own font inside, so that a bare server can and everybody sees the same pages. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { setImmediate as breathe } from 'node:timers/promises'
import type PDFDocument from 'pdfkit'
import { FixedClock } from '../calendar.js'
import {
  arrange,
  type ArrangedTable,
  cellPadding,
  type Part,
  type Piece,
  readable,
  sheet,
} from './arrange-paper.js'
import { breakLines } from './break-lines.js'
import type { Paper } from './paper.js'
import { PdfPen } from './pdf-pen.js'

const fontPackage = '@expo-google-fonts/noto-serif-sc'
const faces = {
  regular: `${fontPackage}/400Regular/NotoSerifSC_400Regular.ttf`,
  bold: `${fontPackage}/700Bold/NotoSerifSC_700Bold.ttf`,
}

/** About half a second for a table of 450 rows, letting others in between. The same paper gives the same bytes. */
export async function writePdf(paper: Paper): Promise<Buffer> {
  const { default: Document } = await import('pdfkit')
  const { resolve } = createRequire(import.meta.url)
  const [regular, bold] = await Promise.all([readFile(resolve(faces.regular)), readFile(resolve(faces.bold))])
  const document = new Document({
    autoFirstPage: false,
    margin: 0,
    lang: paper.language === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    info: {
      Title: readable(paper.title),
      Creator: 'Kehou',
      Producer: 'Kehou',
      CreationDate: new FixedClock(`${paper.on}T00:00:00Z`).now(),
    },
  })
  document.registerFont('regular', regular as unknown as string)
  document.registerFont('bold', bold as unknown as string)
  const written = collect(document)
  const writer = new PdfWriter(new PdfPen(document), paper.language)
  for (const part of arrange(paper)) await writer.part(part)
  writer.noteMissing()
  document.end()
  return written
}

function collect(document: InstanceType<typeof PDFDocument>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
}

const paddingAbove = 4
const rowsBetweenBreaths = 25

class PdfWriter {
  constructor(
    private readonly pen: PdfPen,
    private readonly language: Paper['language'],
  ) {}

  async part({ landscape, pieces }: Part): Promise<void> {
    this.pen.newPage(landscape)
    for (const [index, piece] of pieces.entries()) {
      await this.piece(piece, pieces.slice(index + 1))
      await breathe()
    }
  }

  private async piece(piece: Piece, following: readonly Piece[]): Promise<void> {
    const { pen } = this
    switch (piece.kind) {
      case 'red-head':
        for (const text of piece.lines)
          this.text(text, {
            face: 'bold',
            size: sheet.redHead,
            pitch: sheet.redHeadLine,
            align: 'center',
            red: true,
          })
        if (piece.number) {
          pen.skip(sheet.line)
          this.text(piece.number, { align: 'center' })
        }
        pen.redRule()
        return pen.skip(sheet.line)
      case 'number':
        return this.text(piece.text, { align: 'center' })
      case 'title':
        pen.skip(sheet.line / 2)
        this.text(piece.text, { face: 'bold', size: sheet.title, pitch: sheet.titleLine, align: 'center' })
        return pen.skip(sheet.line)
      case 'addressee':
        return this.text(piece.text, {})
      case 'attachment-mark':
        return this.text(piece.text, { face: 'bold' })
      case 'heading':
        return this.text(piece.text, { face: 'bold', indent: 2 * sheet.body, keep: sheet.line })
      case 'paragraph':
        return this.text(piece.text, {
          indent: 2 * sheet.body,
          align: this.language === 'zh' ? 'justify' : 'left',
          keep: keptBelow(following),
        })
      case 'list':
        return this.list(piece.lead, piece.items, keptBelow(following))
      case 'signature':
        return this.signature(piece.lines, piece.width)
      case 'table':
        return this.table(piece.table)
    }
  }

  /** `keep` is the room that must be left below the last two lines, for what may not stand alone on the next page. */
  private text(
    text: string,
    {
      face = 'regular',
      size = sheet.body,
      pitch = sheet.line,
      align = 'left',
      indent = 0,
      keep = 0,
      left = 0,
      red = false,
    }: {
      face?: 'regular' | 'bold'
      size?: number
      pitch?: number
      align?: 'left' | 'center' | 'right' | 'justify'
      indent?: number
      keep?: number
      left?: number
      red?: boolean
    },
  ): void {
    const width = this.pen.width - left
    const lines = breakLines(this.pen.known(text), width, indent, this.pen.measure(face, size))
    for (const [index, line] of lines.entries()) {
      const end = index === lines.length - 1
      if (index === Math.max(0, lines.length - 2)) this.pen.ensure((lines.length - index) * pitch + keep)
      else this.pen.ensure(pitch)
      const start = index === 0 ? indent : 0
      this.pen.line(line, {
        face,
        size,
        pitch,
        red,
        x: left + start,
        width: width - start,
        align: align === 'justify' && end ? 'left' : align,
      })
      this.pen.skip(pitch)
    }
  }

  private list(lead: string, items: readonly string[], keep: number): void {
    const wide = this.pen.measure('regular', sheet.body)(lead)
    this.pen.ensure(sheet.line * (items.length > 5 ? 3 : items.length + 1) + keep)
    this.pen.skip(sheet.line)
    const left = 2 * sheet.body
    for (const [index, item] of items.entries()) {
      this.pen.ensure(sheet.line)
      if (index === 0)
        this.pen.line(lead, {
          face: 'regular',
          size: sheet.body,
          pitch: sheet.line,
          x: left,
          width: wide,
          align: 'left',
        })
      this.text(item, { left: left + wide, keep: index === items.length - 1 ? keep : 0 })
    }
  }

  private signature(lines: readonly string[], width: number): void {
    this.pen.ensure(signatureHeight(lines) - 2 * sheet.line)
    this.pen.skipWithin(2 * sheet.line, signatureHeight(lines) - 2 * sheet.line)
    for (const line of lines) this.text(line, { left: this.pen.width - width, align: 'center' })
  }

  private async table(table: ArrangedTable): Promise<void> {
    const header = this.row(
      table,
      table.columns.map(({ title }) => title),
      'bold',
      true,
    )
    const titleHeight = this.height(table, header)
    this.pen.ensure(titleHeight + (table.unit ? 20 : 0) + table.size * 2)
    if (table.unit) this.text(table.unit, { size: sheet.unit, pitch: 20, align: 'right' })
    this.draw(table, header, titleHeight)
    const again = () => this.draw(table, header, titleHeight)
    for (const [index, texts] of table.rows.entries()) {
      this.put(table, this.row(table, texts, 'regular', false), again)
      if (index % rowsBetweenBreaths === 0) await breathe()
    }
    if (table.total) this.put(table, this.row(table, table.total, 'bold', false), again)
    if (table.capitals) {
      const across = { ...table, columns: [{ title: '', align: 'left' as const, width: this.pen.width }] }
      this.put(across, this.row(across, [table.capitals], 'bold', false), again)
    }
    this.pen.skip(12)
  }

  private row(
    table: ArrangedTable,
    texts: readonly string[],
    face: 'regular' | 'bold',
    centred: boolean,
  ): Row {
    const measure = this.pen.measure(face, table.size)
    return table.columns.map(({ width, align }, index) => ({
      lines: breakLines(this.pen.known(texts[index]!), width - 2 * cellPadding + 0.01, 0, measure),
      face,
      align: centred ? ('center' as const) : align,
    }))
  }

  private height(table: ArrangedTable, row: Row): number {
    return Math.max(...row.map(({ lines }) => lines.length)) * table.size * 1.3 + 2 * paddingAbove
  }

  /** A row goes to the next page as a whole, under the titles again; one that is higher than a page is cut between lines. */
  private put(table: ArrangedTable, row: Row, titlesAgain: () => void): void {
    let rest = row
    if (this.height(table, rest) > this.pen.left) {
      this.pen.newPage()
      titlesAgain()
    }
    while (this.height(table, rest) > this.pen.left) {
      const count = Math.max(1, Math.floor((this.pen.left - 2 * paddingAbove) / (table.size * 1.3)))
      const now = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(0, count) }))
      this.draw(table, now, this.height(table, now))
      rest = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(count) }))
      this.pen.newPage()
      titlesAgain()
    }
    this.draw(table, rest, this.height(table, rest))
  }

  private draw(table: ArrangedTable, row: Row, height: number): void {
    const pitch = table.size * 1.3
    let x = 0
    for (const [index, { lines, face, align }] of row.entries()) {
      const { width } = table.columns[index]!
      this.pen.box(x, width, height)
      const above = (height - lines.length * pitch) / 2
      lines.forEach((line, n) =>
        this.pen.line(line, {
          face,
          size: table.size,
          pitch,
          x: x + cellPadding,
          width: width - 2 * cellPadding,
          align,
          below: above + n * pitch,
        }),
      )
      x += width
    }
    this.pen.skip(height)
  }

  /** Letters that the font lacks are printed as 〓; the end of the paper names them, so that none vanishes unseen. */
  noteMissing(): void {
    const codes = this.pen.missing()
    if (codes.length === 0) return
    const list = codes
      .map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`)
      .join(this.language === 'zh' ? '、' : ', ')
    this.pen.skip(sheet.unit)
    this.text(
      this.language === 'zh'
        ? `注：“〓”处的字不在本文件的字体中，请手写补上：${list}。`
        : `Note: where “〓” stands, the font of this file lacks the letter; please add it by hand: ${list}.`,
      { size: sheet.unit, pitch: 18 },
    )
  }
}

type Row = readonly {
  readonly lines: readonly string[]
  readonly face: 'regular' | 'bold'
  readonly align: 'left' | 'center' | 'right'
}[]

const signatureHeight = (lines: readonly string[]) => (lines.length + 2) * sheet.line

/** The room that a signature (with the list of attachments before it) needs right below. */
function keptBelow(following: readonly Piece[]): number {
  const [next, after] = following
  if (next?.kind === 'signature') return signatureHeight(next.lines)
  if (next?.kind === 'list' && after?.kind === 'signature')
    return Math.min(8, next.items.length + 1) * sheet.line + signatureHeight(after.lines)
  return 0
}
