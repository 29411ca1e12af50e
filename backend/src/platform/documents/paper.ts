/** What stands in an official paper (公文): plain data, from which the same paper is written as .docx and as PDF. */
import type { LocalDate } from '../calendar.js'
import { addFen, type Fen, fen } from '../money.js'

/** Text, a whole number, or fen, as the column's kind says; null is an empty cell. */
export type PaperCell = string | number | null

export interface PaperColumn {
  readonly title: string
  /** `fen` is printed as yuan with thousands. */
  readonly kind: 'text' | 'integer' | 'fen'
  /** Texts stand left and figures right unless this says otherwise. */
  readonly align?: 'left' | 'center' | 'right'
}

export interface PaperTable {
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly (readonly PaperCell[])[]
  /** The last row, in bold: `withTotal` adds the columns up. */
  readonly total?: readonly PaperCell[]
  /** The sum once more in capital numerals, in a row across the table. */
  readonly inCapitals?: Fen
  /** Above the table at the right: 单位：元. */
  readonly unit?: string
}

/** Headings are numbered by the writers: 一、 and （一） in Chinese, 1. and (1) in English. */
export type PaperBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: PaperTable }

export interface PaperAttachment {
  readonly title: string
  readonly blocks: readonly PaperBlock[]
  /** For tables of many columns. */
  readonly landscape?: boolean
}

export interface Paper {
  readonly language: 'zh' | 'en'
  /** The date under the signature; also the only date that the file carries, so that the same paper is the same file. */
  readonly on: LocalDate
  readonly title: string
  /** The issuing offices in red over a red line (红头), e.g. 同舟市教育局文件. */
  readonly redHead?: readonly string[]
  /** 同财教〔2026〕45号 */
  readonly documentNumber?: string
  /** Without colon. */
  readonly addressee?: string
  readonly blocks: readonly PaperBlock[]
  /** Issuing offices, one a line, above the date. */
  readonly signature?: readonly string[]
  /** Each begins on a page of its own and is listed before the signature. */
  readonly attachments?: readonly PaperAttachment[]
}

/** The table with a last row that adds up every column of figures; `label` stands in the first column of texts. */
export function withTotal(table: PaperTable, label: string): PaperTable {
  const labelled = table.columns.findIndex(({ kind }) => kind === 'text')
  const total = table.columns.map(({ kind }, index) => {
    if (kind === 'text') return index === labelled ? label : null
    const figures = table.rows.map((row) => Number(row[index] ?? 0))
    return kind === 'fen' ? addFen(...figures.map(fen)) : figures.reduce((sum, figure) => sum + figure, 0)
  })
  return { ...table, total }
}
