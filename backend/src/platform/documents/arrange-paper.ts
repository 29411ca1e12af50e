/** How a paper is arranged (公文版式, after GB/T 9704): numbers of headings, printed cells, widths of columns; shared by both writers. */
import { isLocalDate, type LocalDate } from '../calendar.js'
import { capitalYuan } from '../capital-numerals.js'
import { fen, printYuan } from '../money.js'
import type { Paper, PaperAttachment, PaperBlock, PaperCell, PaperColumn, PaperTable } from './paper.js'

export const pointsOfMm = (mm: number): number => (mm * 72) / 25.4

/** All in points. 22 lines of 28 letters on a page; figures from GB/T 9704. */
export const sheet = {
  width: pointsOfMm(210),
  height: pointsOfMm(297),
  top: pointsOfMm(37),
  bottom: pointsOfMm(35),
  left: pointsOfMm(28),
  right: pointsOfMm(26),
  body: 16,
  line: 28.9,
  title: 22,
  titleLine: 34,
  redHead: 36,
  redHeadLine: 52,
  pageNumber: 14,
  unit: 12,
} as const

/** One line or table of the arranged paper, in the order of print. */
export type Piece =
  /** The number stands between the red letters and the red line. */
  | { readonly kind: 'red-head'; readonly lines: readonly string[]; readonly number?: string }
  | {
      readonly kind: 'number' | 'title' | 'addressee' | 'paragraph' | 'attachment-mark'
      readonly text: string
    }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  /** Lines that begin with the same lead; it is printed before the first only. */
  | { readonly kind: 'list'; readonly lead: string; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: ArrangedTable }
  | { readonly kind: 'signature'; readonly lines: readonly string[]; readonly width: number }

export interface ArrangedColumn {
  readonly title: string
  readonly align: 'left' | 'center' | 'right'
  /** In points, inner space included. */
  readonly width: number
}

export interface ArrangedTable {
  readonly unit?: string
  readonly size: number
  readonly columns: readonly ArrangedColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly total?: readonly string[]
  readonly capitals?: string
}

export interface Part {
  readonly landscape: boolean
  readonly pieces: readonly Piece[]
}

/** The paper itself, then each attachment, each on pages of its own. */
export function arrange(paper: Paper): Part[] {
  const attachments = paper.attachments ?? []
  const attachment = paper.language === 'zh' ? '附件' : 'Attachment'
  const mark = (index: number) =>
    attachments.length === 1 ? attachment : `${attachment}${paper.language === 'zh' ? '' : ' '}${index + 1}`
  return [
    { landscape: false, pieces: mainPieces(paper) },
    ...attachments.map((each: PaperAttachment, index) => ({
      landscape: each.landscape ?? false,
      pieces: [
        { kind: 'attachment-mark' as const, text: mark(index) },
        { kind: 'title' as const, text: readable(each.title) },
        ...blockPieces(each.blocks, paper.language, each.landscape ?? false),
      ],
    })),
  ]
}

function mainPieces(paper: Paper): Piece[] {
  const pieces: Piece[] = []
  const number = paper.documentNumber && readable(paper.documentNumber)
  if (paper.redHead?.length)
    pieces.push({ kind: 'red-head', lines: paper.redHead.map(readable), ...(number && { number }) })
  else if (number) pieces.push({ kind: 'number', text: number })
  pieces.push({ kind: 'title', text: readable(paper.title) })
  if (paper.addressee)
    pieces.push({
      kind: 'addressee',
      text: `${readable(paper.addressee)}${paper.language === 'zh' ? '：' : ':'}`,
    })
  pieces.push(...blockPieces(paper.blocks, paper.language, false))
  if (paper.attachments?.length) pieces.push(attachmentList(paper, paper.attachments))
  if (paper.signature?.length) {
    const lines = [...paper.signature.map(readable), printDate(paper.on, paper.language)]
    const longest = Math.max(...lines.map(ems)) * sheet.body
    pieces.push({
      kind: 'signature',
      lines,
      width: Math.min(bodyWidth(false), Math.max(longest + 2 * sheet.body, bodyWidth(false) / 2)),
    })
  }
  return pieces
}

function attachmentList(paper: Paper, attachments: readonly PaperAttachment[]): Piece {
  const [one, many] = paper.language === 'zh' ? ['附件：', '附件：'] : ['Attachment: ', 'Attachments: ']
  const titles = attachments.map(({ title }) => readable(title))
  return titles.length === 1
    ? { kind: 'list', lead: one!, items: titles }
    : { kind: 'list', lead: many!, items: titles.map((title, index) => `${index + 1}. ${title}`) }
}

function blockPieces(
  blocks: readonly PaperBlock[],
  language: Paper['language'],
  landscape: boolean,
): Piece[] {
  let first = 0
  let second = 0
  return blocks.map((block): Piece => {
    if (block.kind === 'table')
      return { kind: 'table', table: arrangeTable(block.table, bodyWidth(landscape), language) }
    if (block.kind === 'paragraph') return { kind: 'paragraph', text: readable(block.text) }
    if (block.level === 1) [first, second] = [first + 1, 0]
    else second += 1
    const number = headingNumber(block.level, block.level === 1 ? first : second, language)
    return { kind: 'heading', level: block.level, text: `${number}${readable(block.text)}` }
  })
}

export const bodyWidth = (landscape: boolean): number =>
  landscape ? sheet.height - sheet.top - sheet.bottom : sheet.width - sheet.left - sheet.right

/** 一、 （一） up to ninety-nine; 1. and (1) in English. */
export function headingNumber(level: 1 | 2, count: number, language: Paper['language']): string {
  if (language === 'en') return level === 1 ? `${count}. ` : `(${count}) `
  const digits = '〇一二三四五六七八九'
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  const number = `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`
  return level === 1 ? `${number}、` : `（${number}）`
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** 2026年11月2日, 2 November 2026. */
export function printDate(on: LocalDate, language: Paper['language']): string {
  if (!isLocalDate(on)) throw new RangeError(`not a date: ${on}`)
  const [year, month, day] = on.split('-').map(Number)
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month! - 1]} ${year}`
}

/** Without what no file may hold: control letters and halves of surrogate pairs would make a .docx that Word refuses to open. */
export function readable(text: string): string {
  return text
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
}

function printCell(cell: PaperCell, { kind }: PaperColumn): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return readable(cell)
  if (kind === 'fen') return printYuan(fen(cell))
  return kind === 'integer' ? String(cell).replace(/\B(?=(\d{3})+$)/g, ',') : String(cell)
}

/** The width of a text in letters (字): a Chinese letter is one, others a good half. */
export function ems(text: string): number {
  let width = 0
  for (const letter of text)
    width += letter >= '\u2e80' || '“”‘’—…·'.includes(letter) ? 1 : /[A-Z@%&]/.test(letter) ? 0.75 : 0.56
  return width
}

export const cellPadding = 4
const sizes = [12, 10.5, 9]
const narrowest = 4
const widestText = 18

/** Takes the largest letters in which the table fits the width; when none does, texts are given less and wrap. */
function arrangeTable(table: PaperTable, width: number, language: Paper['language']): ArrangedTable {
  const rows = table.rows.map((row) =>
    table.columns.map((column, index) => printCell(row[index] ?? null, column)),
  )
  const total =
    table.total && table.columns.map((column, index) => printCell(table.total![index] ?? null, column))
  const printed = total ? [...rows, total] : rows
  const wanted = table.columns.map(({ kind, title }, index) => {
    const lengths = printed.map((row) => ems(row[index]!)).sort((a, b) => a - b)
    const longest = lengths.at(-1) ?? 0
    const usual = Math.max(6, lengths[Math.floor(lengths.length * 0.9)] ?? 0)
    const titled = ems(readable(title))
    // Figures are never broken. The odd long text and long titles may stand in two lines.
    return (
      Math.max(
        kind === 'text' ? Math.min(longest, usual, widestText) : longest,
        titled <= 6 ? titled : titled / 2 + 1,
        1.7,
      ) + 0.3
    )
  })
  const needed = (size: number) => wanted.reduce((sum, each) => sum + each * size + 2 * cellPadding, 0)
  const size = sizes.find((each) => needed(each) <= width) ?? sizes.at(-1)!
  const widths = fit(
    wanted.map((each) => each * size + 2 * cellPadding),
    table.columns,
    width,
    narrowest * size,
  )
  return {
    size,
    rows,
    ...(total && { total }),
    ...(table.unit && { unit: readable(table.unit) }),
    ...(table.inCapitals !== undefined && {
      capitals: `${language === 'zh' ? '合计金额（大写）：人民币' : 'Total in Chinese capital numerals: 人民币'}${capitalYuan(table.inCapitals)}`,
    }),
    columns: table.columns.map(({ title, kind, align }, index) => ({
      title: readable(title),
      align: align ?? (kind === 'text' ? 'left' : 'right'),
      width: widths[index]!,
    })),
  }
}

/** Fills the width exactly: what is left goes to all in proportion, what is missing is taken from the texts first. */
function fit(
  wanted: readonly number[],
  columns: readonly PaperColumn[],
  width: number,
  least: number,
): number[] {
  const sum = wanted.reduce((all, each) => all + each, 0)
  if (sum <= width) return wanted.map((each) => (each * width) / sum)
  const spare = wanted.map((each, index) => (columns[index]!.kind === 'text' ? Math.max(0, each - least) : 0))
  const allSpare = spare.reduce((all, each) => all + each, 0)
  if (allSpare < sum - width) return wanted.map((each) => (each * width) / sum)
  return wanted.map((each, index) => each - (spare[index]! * (sum - width)) / allSpare)
}
