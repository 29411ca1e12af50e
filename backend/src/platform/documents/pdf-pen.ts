/** Where on which page the next line of a PDF goes: pages with their numbers, lines of text, boxes. */
import type PDFDocument from 'pdfkit'
import { bodyWidth, sheet } from './arrange-paper.js'

type Face = 'regular' | 'bold'
/** The part of pdfkit's font that tells which letters it has; it is not in the package's types. */
interface OpenFont {
  readonly font?: { hasGlyphForCodePoint(code: number): boolean }
}

/** Stands for a letter that the font lacks, as in print shops. */
const geta = '〓'
/** Choosers between forms of a letter, and joiners: no letters themselves, and nothing is lost without them. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu

export interface LineOptions {
  readonly face: Face
  readonly size: number
  readonly pitch: number
  /** From the left edge of the text. */
  readonly x: number
  readonly width: number
  readonly align: 'left' | 'center' | 'right' | 'justify'
  /** From where the pen stands. */
  readonly below?: number
  readonly red?: boolean
}

export class PdfPen {
  private y = 0
  private number = 0
  private landscape = false
  private readonly lacking = new Set<number>()
  private readonly has = new Map<string, boolean>()
  private readonly widths = { regular: new Map<string, number>(), bold: new Map<string, number>() }

  constructor(private readonly document: InstanceType<typeof PDFDocument>) {}

  get width(): number {
    return bodyWidth(this.landscape)
  }

  /** Room on this page, in points. */
  get left(): number {
    return this.bottom - this.y
  }

  private get bottom(): number {
    return this.landscape ? sheet.width - sheet.right : sheet.height - sheet.bottom
  }

  private get edge(): number {
    return this.landscape ? sheet.top : sheet.left
  }

  newPage(landscape = this.landscape): void {
    this.landscape = landscape
    this.document.addPage({
      size: [sheet.width, sheet.height],
      layout: landscape ? 'landscape' : 'portrait',
      margin: 0,
    })
    this.number += 1
    this.y = this.bottom + 10
    // Odd pages carry their number at the right, even ones at the left, one letter from the edge.
    this.line(`— ${this.number} —`, {
      face: 'regular',
      size: sheet.pageNumber,
      pitch: 20,
      x: sheet.pageNumber,
      width: this.width - 2 * sheet.pageNumber,
      align: this.number % 2 === 1 ? 'right' : 'left',
    })
    this.y = landscape ? sheet.left : sheet.top
  }

  ensure(height: number): void {
    const whole = this.bottom - (this.landscape ? sheet.left : sheet.top)
    if (this.left < Math.min(height, whole) - 0.5) this.newPage()
  }

  skip(height: number): void {
    this.y += height
  }

  /** Skips as much as leaves room for what follows. */
  skipWithin(height: number, following: number): void {
    this.y += Math.max(0, Math.min(height, this.left - following))
  }

  /** The text as the font can print it. */
  known(text: string): string {
    let printed = ''
    for (const letter of text.replace(invisible, '')) {
      let has = this.has.get(letter)
      if (has === undefined) {
        const { font } = (this.document.font('regular') as unknown as { _font: OpenFont })._font
        has = font === undefined || font.hasGlyphForCodePoint(letter.codePointAt(0)!)
        this.has.set(letter, has)
      }
      if (!has) this.lacking.add(letter.codePointAt(0)!)
      printed += has ? letter : geta
    }
    return printed
  }

  missing(): number[] {
    return [...this.lacking].sort((a, b) => a - b)
  }

  /** The width of a text in points; each text is measured once. */
  measure(face: Face, size: number): (text: string) => number {
    const widths = this.widths[face]
    return (text) => {
      let width = widths.get(text)
      if (width === undefined) {
        width = this.document.font(face).fontSize(1000).widthOfString(text)
        widths.set(text, width)
      }
      return (width * size) / 1000
    }
  }

  line(text: string, options: LineOptions): void {
    if (text === '') return
    const { face, size, x, width, align } = options
    if (align === 'right' && /^-?[\d,]+(\.\d+)?$/.test(text)) return this.figure(text, options)
    const slack = width - this.measure(face, size)(text)
    const shift = align === 'right' ? slack : align === 'center' ? slack / 2 : 0
    // A line that a long Latin word made short stays ragged: letters spread that far would look worse.
    const spread =
      align === 'justify' && slack > 0 && slack < 3 * size ? slack / (Math.max(2, [...text].length) - 1) : 0
    this.print(text, x + shift, options, spread)
  }

  /** The font's 1 is narrower than its other digits: each 1 gets the room of a 0, so that figures stand in columns. */
  private figure(text: string, options: LineOptions): void {
    const measure = this.measure(options.face, options.size)
    const room = measure('0')
    let end = options.x + options.width
    for (const run of text.split(/(1)/).reverse()) {
      if (run === '') continue
      const digits = run.replace(/\D/g, '').length
      const start = end - (run === '1' ? room : digits * room + measure(run.replace(/\d/g, '')))
      this.print(run, run === '1' ? start + (room - measure('1')) / 2 : start, options, 0)
      end = start
    }
  }

  private print(
    text: string,
    x: number,
    { face, size, pitch, below = 0, red = false }: LineOptions,
    spread: number,
  ): void {
    // Round away what no printer shows, so that the file does not hang on the last bit of a float.
    const [left, baseline] = [this.edge + x, this.y + below + pitch / 2 + size * 0.38].map(
      (each) => Math.round(each * 100) / 100,
    )
    this.document
      .font(face)
      .fontSize(size)
      .fillColor(red ? '#C00000' : '#000000')
      .text(text, left!, baseline!, {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: Math.round(spread * 1000) / 1000,
      })
  }

  box(x: number, width: number, height: number): void {
    this.document
      .lineWidth(0.5)
      .strokeColor('#000000')
      .rect(this.edge + x, this.y, width, height)
      .stroke()
  }

  redRule(): void {
    this.y += 8
    this.document
      .lineWidth(2.25)
      .strokeColor('#C00000')
      .moveTo(this.edge, this.y)
      .lineTo(this.edge + this.width, this.y)
      .stroke()
  }
}
