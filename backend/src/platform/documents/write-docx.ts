/** Writes a paper as a Word file (公文 .docx) that offices can still edit, in the fonts that Chinese offices have. */
import type * as Docx from 'docx'
import { addDays, type LocalDate } from '../calendar.js'
import {
  arrange,
  type ArrangedTable,
  bodyWidth,
  cellPadding,
  type Part,
  type Piece,
  sheet,
} from './arrange-paper.js'
import type { Paper } from './paper.js'
import { stampZip } from './stamp-zip.js'

const redLetters = 'C00000'
/** Word counts in twentieths of a point, and letters in halves. */
const twips = (points: number) => Math.round(points * 20)
const halves = (points: number) => Math.round(points * 2)

/** About 0.2 s in one go for a table of 450 rows, twice that the first time. The same paper gives the same bytes. */
export async function writeDocx(paper: Paper): Promise<Buffer> {
  // Loaded when the first paper is written, so that the server starts no later for it.
  const docx = await import('docx')
  const writer = new DocxWriter(docx, paper.language)
  const document = new docx.Document({
    title: paper.title,
    creator: 'Kehou',
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    styles: {
      default: {
        document: {
          run: {
            font: writer.font('仿宋'),
            size: halves(sheet.body),
            language: { value: 'en-GB', eastAsia: 'zh-CN' },
          },
        },
      },
    },
    sections: arrange(paper).map((part) => writer.section(part)),
  })
  const core = { path: 'docProps/core.xml', data: coreProperties(paper.title, paper.on) }
  return stampZip(await docx.Packer.toBuffer(document, undefined, [core]))
}

/** The package would write the present moment; a paper carries its own date. */
function coreProperties(title: string, on: LocalDate): string {
  const escaped = title
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
  const at = `${addDays(on, 0)}T00:00:00Z`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped}</dc:title><dc:creator>Kehou</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`
  )
}

class DocxWriter {
  constructor(
    private readonly docx: typeof Docx,
    private readonly language: Paper['language'],
  ) {}

  /** The Chinese face; Latin letters and digits stand in Times New Roman. Quotation marks are Chinese in a Chinese paper. */
  font(eastAsia: '仿宋' | '宋体' | '黑体' | '楷体'): Docx.IFontAttributesProperties {
    return {
      ascii: 'Times New Roman',
      hAnsi: 'Times New Roman',
      cs: 'Times New Roman',
      eastAsia,
      ...(this.language === 'zh' && { hint: 'eastAsia' }),
    }
  }

  section({ landscape, pieces }: Part): Docx.ISectionOptions {
    const { PageOrientation, Footer, AlignmentType } = this.docx
    const [top, bottom, left, right] = landscape
      ? [sheet.left, sheet.right, sheet.top, sheet.bottom]
      : [sheet.top, sheet.bottom, sheet.left, sheet.right]
    return {
      properties: {
        page: {
          // The package itself exchanges the two when the page lies.
          size: {
            width: twips(sheet.width),
            height: twips(sheet.height),
            orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: {
            top: twips(top),
            bottom: twips(bottom),
            left: twips(left),
            right: twips(right),
            header: twips(42),
            footer: twips(bottom - 36),
            gutter: 0,
          },
        },
      },
      // Odd pages carry their number at the right, even ones at the left, one letter from the edge.
      footers: {
        default: new Footer({ children: [this.pageNumber(AlignmentType.RIGHT)] }),
        even: new Footer({ children: [this.pageNumber(AlignmentType.LEFT)] }),
      },
      children: pieces.flatMap((piece, index) =>
        this.piece(piece, index === pieces.length - 1 || pieces[index + 1]!.kind !== 'signature', landscape),
      ),
    }
  }

  private pageNumber(alignment: 'left' | 'right'): Docx.Paragraph {
    const { Paragraph, TextRun, PageNumber } = this.docx
    return new Paragraph({
      alignment,
      indent: alignment === 'left' ? { left: twips(sheet.pageNumber) } : { right: twips(sheet.pageNumber) },
      children: [
        new TextRun({
          children: ['— ', PageNumber.CURRENT, ' —'],
          size: halves(sheet.pageNumber),
          font: this.font('宋体'),
        }),
      ],
    })
  }

  private line(
    text: string,
    options: Docx.IParagraphOptions,
    run: Docx.IRunOptions = {},
    pitch: number = sheet.line,
  ): Docx.Paragraph {
    const { Paragraph, TextRun, LineRuleType } = this.docx
    const spacing = {
      line: twips(pitch),
      lineRule: LineRuleType.EXACT,
      before: 0,
      after: 0,
      ...options.spacing,
    }
    return new Paragraph({
      ...options,
      spacing,
      children: [new TextRun({ font: this.font('仿宋'), size: halves(sheet.body), ...run, text })],
    })
  }

  private piece(piece: Piece, apart: boolean, landscape: boolean): (Docx.Paragraph | Docx.Table)[] {
    const { AlignmentType } = this.docx
    const indent = {
      firstLine: twips(2 * sheet.body),
      ...(this.language === 'zh' && { firstLineChars: 200 }),
    }
    // Justified Latin text tears holes.
    const alignment = this.language === 'zh' ? AlignmentType.BOTH : AlignmentType.LEFT
    switch (piece.kind) {
      case 'red-head':
        return this.redHead(piece.lines, piece.number)
      case 'number':
        return [this.line(piece.text, { alignment: AlignmentType.CENTER })]
      case 'title':
        return [
          this.line(
            piece.text,
            {
              alignment: AlignmentType.CENTER,
              keepNext: true,
              spacing: { before: twips(sheet.line / 2), after: twips(sheet.line) },
            },
            { font: this.font('宋体'), bold: true, size: halves(sheet.title) },
            sheet.titleLine,
          ),
        ]
      case 'addressee':
        return [this.line(piece.text, { alignment: AlignmentType.LEFT })]
      case 'paragraph':
        return [this.line(piece.text, { indent, alignment, keepNext: !apart, keepLines: !apart })]
      case 'heading':
        return [
          this.line(
            piece.text,
            { indent, keepNext: true, alignment: AlignmentType.LEFT },
            piece.level === 1
              ? { font: this.font('黑体'), bold: this.language === 'en' }
              : { font: this.font('楷体'), bold: true },
          ),
        ]
      case 'attachment-mark':
        return [
          this.line(
            piece.text,
            { alignment: AlignmentType.LEFT, keepNext: true },
            { font: this.font('黑体'), bold: this.language === 'en' },
          ),
        ]
      case 'list':
        return this.list(piece.lead, piece.items)
      case 'table':
        return this.table(piece.table)
      case 'signature':
        return this.signature(piece.lines, bodyWidth(landscape) - piece.width)
    }
  }

  /** The offices in red, their number, and a red line as wide as the text. */
  private redHead(lines: readonly string[], number?: string): Docx.Paragraph[] {
    const { AlignmentType, BorderStyle } = this.docx
    const red = { font: this.font('宋体'), bold: true, color: redLetters, size: halves(sheet.redHead) }
    const rule = {
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: redLetters, space: 8 } },
      spacing: { after: twips(sheet.line) },
    }
    const centred = { alignment: AlignmentType.CENTER, keepNext: true }
    const last = (index: number) => (number === undefined && index === lines.length - 1 ? rule : {})
    const head = lines.map((text, index) =>
      this.line(text, { ...centred, ...last(index) }, red, sheet.redHeadLine),
    )
    if (number === undefined) return head
    return [
      ...head,
      this.line(number, { ...centred, ...rule, spacing: { ...rule.spacing, before: twips(sheet.line) } }),
    ]
  }

  private list(lead: string, items: readonly string[]): Docx.Paragraph[] {
    const { AlignmentType } = this.docx
    const wide = this.language === 'zh' ? [...lead].length * sheet.body : lead.length * sheet.body * 0.5
    return items.map((item, index) =>
      this.line(index === 0 ? `${lead}${item}` : item, {
        alignment: AlignmentType.LEFT,
        keepNext: true,
        indent: { left: twips(2 * sheet.body + wide), ...(index === 0 && { hanging: twips(wide) }) },
        ...(index === 0 && { spacing: { before: twips(sheet.line) } }),
      }),
    )
  }

  /** Offices and date one under the other, centred over each other at the right; never parted by a page. */
  private signature(lines: readonly string[], left: number): Docx.Paragraph[] {
    const { AlignmentType } = this.docx
    return lines.map((text, index) =>
      this.line(text, {
        alignment: AlignmentType.CENTER,
        indent: { left: twips(left) },
        keepLines: true,
        keepNext: index < lines.length - 1,
        ...(index === 0 && { spacing: { before: twips(2 * sheet.line) } }),
      }),
    )
  }

  private table(table: ArrangedTable): (Docx.Paragraph | Docx.Table)[] {
    const { Table, TableLayoutType, TableRow, WidthType } = this.docx
    const widths = table.columns.map(({ width }) => twips(width))
    const row = (texts: readonly string[], bold: boolean, header: boolean) =>
      new TableRow({
        cantSplit: true,
        tableHeader: header,
        children: table.columns.map((column, index) =>
          this.cell(texts[index]!, {
            width: widths[index]!,
            align: header ? 'center' : column.align,
            size: table.size,
            bold,
          }),
        ),
      })
    const rows = [
      row(
        table.columns.map(({ title }) => title),
        true,
        true,
      ),
      ...table.rows.map((texts) => row(texts, false, false)),
    ]
    if (table.total) rows.push(row(table.total, true, false))
    if (table.capitals) {
      const all = widths.reduce((sum, width) => sum + width, 0)
      rows.push(
        new TableRow({
          cantSplit: true,
          children: [
            this.cell(table.capitals, {
              width: all,
              align: 'left',
              size: table.size,
              bold: true,
              span: widths.length,
            }),
          ],
        }),
      )
    }
    return [
      ...(table.unit ? [this.unitLine(table.unit)] : []),
      new Table({
        layout: TableLayoutType.FIXED,
        width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
        columnWidths: widths,
        // Word sets the text of cells in line with the page's text and lets the border stand out; this brings the border back.
        indent: { size: 0, type: WidthType.DXA },
        margins: {
          left: twips(cellPadding),
          right: twips(cellPadding),
          top: twips(cellPadding),
          bottom: twips(cellPadding),
        },
        rows,
      }),
      this.line('', {}, { size: halves(9) }, 12),
    ]
  }

  private unitLine(unit: string): Docx.Paragraph {
    const options = { alignment: this.docx.AlignmentType.RIGHT, keepNext: true }
    return this.line(unit, options, { size: halves(sheet.unit) }, 20)
  }

  private cell(
    text: string,
    {
      width,
      align,
      size,
      bold,
      span,
    }: { width: number; align: 'left' | 'center' | 'right'; size: number; bold: boolean; span?: number },
  ): Docx.TableCell {
    const { LineRuleType, Paragraph, TableCell, TextRun, VerticalAlignTable, WidthType } = this.docx
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      ...(span && { columnSpan: span }),
      children: [
        new Paragraph({
          alignment: align,
          spacing: { line: twips(size * 1.3), lineRule: LineRuleType.EXACT },
          children: [new TextRun({ text, bold, size: halves(size), font: this.font('宋体') })],
        }),
      ],
    })
  }
}
