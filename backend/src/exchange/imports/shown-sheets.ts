/** What of an uploaded sheet is shown (列识别结果): titles and masked samples, enough to see whether a column is the right one. Pure. */
import type {
  RecognisedColumn,
  RecognisedSheet,
  RefusedRow,
  RowNote,
  SheetDescription,
} from '../../platform/sheets/index.js'
import { type Language, reasonSentence } from '../../platform/sheets/index.js'
import type { ImportFieldOut, ImportNoteOut, RecognisedSheetOut, RefusalOut } from './imports.dto.js'

/** Fields that say nothing about one person. */
const open = new Set([
  'className',
  'grade',
  'sex',
  'leftBehind',
  'migrant',
  'guardian1Relation',
  'guardian2Relation',
  'guardian3Relation',
  'guardian4Relation',
  'kind',
  'kindText',
  'subjects',
  'position',
  'homeClass',
  'capacity',
  'code',
])
const longestSample = 24

/** '王小明' → '王**', 'G140…' → 'G14****0011', a date serial or short number → '4****'. */
export function maskedSample(value: string | number | boolean, field: string | null, isRoom = false): string {
  const text = String(value).trim()
  if (isRoom || (field !== null && open.has(field)) || typeof value === 'boolean')
    return text.slice(0, longestSample)
  const characters = [...text]
  if (/\d{9,}/.test(text.replace(/\D/g, '')))
    return `${characters.slice(0, 3).join('')}****${characters.slice(-4).join('')}`
  return `${characters[0] ?? ''}${'*'.repeat(Math.min(4, Math.max(1, characters.length - 1)))}`
}

export function shownSheets(sheets: readonly RecognisedSheet[], isRoom: boolean): RecognisedSheetOut[] {
  const column = ({ index, letter, title, field, samples }: RecognisedColumn) => ({
    index,
    letter,
    title: title.slice(0, 60),
    field,
    samples: samples.filter((sample) => sample !== null).map((sample) => maskedSample(sample, field, isRoom)),
  })
  return sheets.map(({ sheet, status, headerRow, columns, missing }) => ({
    sheet,
    status,
    headerRow,
    columns: columns.map(column),
    missing,
  }))
}

export const shownFields = (
  description: Pick<SheetDescription<unknown>, 'fields' | 'requiredColumns'>,
): ImportFieldOut[] =>
  description.fields.map(({ name, titleZh, titleEn }) => ({
    name,
    titleZh,
    titleEn,
    isRequired: description.requiredColumns.some((group) => group.length === 1 && group[0] === name),
  }))

/** Where, what and how to mend it; no cell's content. */
export const shownRefusals = (
  refused: readonly RefusedRow[],
  description: Pick<SheetDescription<unknown>, 'reasons'>,
  language: Language,
): RefusalOut[] =>
  refused.map((row) => ({
    sheet: row.sheet,
    row: row.row,
    column: row.column?.letter ?? null,
    title: row.column?.title ?? null,
    why: row.why,
    sentence: row.reasons.map((reason) => reasonSentence(description, reason, language)).join(' '),
  }))

/** How cells of accepted rows were read, or left out; no cell's content. */
export const shownNotes = (
  notes: readonly RowNote[],
  description: Pick<SheetDescription<unknown>, 'reasons'>,
  language: Language,
): ImportNoteOut[] =>
  notes.map(({ why, field, params, count, places }) => ({
    why,
    sentence: reasonSentence(description, { why, field, column: null, params }, language),
    count,
    places,
  }))

/** The file's name without what could tell who is in it: a long number makes it a neutral one. */
export function neutralFileName(fileName: string): string {
  const bare = fileName
    .normalize('NFKC')
    .replace(/^.*[\\/]/, '')
    .replace(/\p{Cc}/gu, '')
    .trim()
  const extension = /\.(xlsx|xlsm|xls|csv|txt|et)$/i.exec(bare)?.[0].toLowerCase() ?? ''
  const isTelling = /\d{9,}/.test(bare.replace(/[\s_.-]/g, '')) || bare === '' || bare === extension
  return isTelling ? `表格${extension}` : bare.slice(-120)
}
