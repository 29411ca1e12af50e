/** What stands in a file of the bank (读取回单文件), by the format that fits it, as recognised, or as a person has mapped its columns. */
import { createHash } from 'node:crypto'
import type { Actor } from '../../access/index.js'
import { Invalid, RuleBroken, StateConflict } from '../../platform/errors.js'
import type { Upload } from '../../platform/http/upload.js'
import {
  type Mapping,
  type ReadOptions,
  readUploadedSheet,
  reasonSentence,
  type RecognisedSheet,
  type SheetRows,
  UnknownField,
  UnreadableSheet,
} from '../../platform/sheets/index.js'
import { titlesOf, type UsableFormat } from '../bank-formats/choose-format.service.js'
import { bankLinesSheet, type BankRow } from './bank-lines.sheet.js'
import type { BankColumnsOut, BankNoteOut } from './bank-columns.dto.js'
import { readResultBy, type ResultWords } from './result-words.js'

const mostLines = 5000
const longestMapping = 20_000
const longestTitle = 60
const longestSample = 40
/** What is said of a file that no format fits. */
const byTitles = 'titles'

export interface BankFile extends BankColumnsOut {
  readonly rows: readonly { readonly row: number; readonly values: BankRow }[]
  readonly fileHash: string
  readonly fileName: string
}

/**
 * `formats` are tried in their order. Throws Invalid and RuleBroken where the file cannot be read, StateConflict where it
 * is no longer read by the format that the person saw. A file whose columns are not known is no error: it has
 * no rows, `isReady` is false, and the columns are there to be mapped.
 */
export async function readBankFile(
  actor: Actor,
  upload: Upload,
  todayOn: string,
  formats: readonly UsableFormat[],
): Promise<BankFile> {
  const fileName = plainFileName(upload.fileName)
  const read = await rowsOf(upload, fileName, { todayOn, headers: formats.map(titlesOf) })
  const format = read.header === null ? null : formats[read.header]!
  const formatVersion = format?.version ?? byTitles
  if ((upload.fields.format ?? formatVersion) !== formatVersion)
    throw new StateConflict('funding.bank_format_changed', {
      name: format?.name ?? (actor.language === 'zh' ? '按列名识别' : 'recognised by its titles'),
    })
  const { refused, sheets, notes } = read
  const rows = format?.words ? byWords(read, format.words) : read.rows
  if (refused.length > 0) throw new Error('a line of a bank return is never refused')
  const payments = rows.filter(({ values }) => !values.isTotal)
  if (payments.length > mostLines)
    throw new Invalid('funding.bank_file_too_long', { most: mostLines, count: payments.length })
  const ready = sheets.filter(({ status }) => status === 'ready')
  return {
    // Rows are numbered through where a file has several sheets.
    rows: ready.length > 1 ? payments.map(({ values }, i) => ({ row: i + 1, values })) : payments,
    fileName,
    // Two schools may each import a file that the bank has sent to both; what a line may settle is in their scope anyway.
    fileHash: createHash('sha256')
      .update(`${actor.schoolId ?? ''}:`)
      .update(upload.bytes)
      .digest('hex'),
    isReady: ready.length > 0,
    format: format && { name: format.name, owner: format.owner },
    formatVersion,
    sheets: sheets.map(shownSheet),
    fields: bankLinesSheet.fields.map(({ name, titleZh, titleEn }) => ({
      name,
      titleZh,
      titleEn,
      isRequired: bankLinesSheet.requiredColumns.some((group) => group.length === 1 && group[0] === name),
    })),
    notes: notes.map(({ why, field, params, count }): BankNoteOut => ({
      why,
      sentence: reasonSentence(bankLinesSheet, { why, field, params, column: null }, actor.language),
      count,
    })),
  }
}

/** Throws Invalid where lines cannot be imported: a column is missing, or there is none. */
export function requireLines({ isReady, rows, sheets }: BankFile, actor: Actor): void {
  if (!isReady) {
    const titles = new Map(
      bankLinesSheet.fields.map((field) => [
        field.name,
        actor.language === 'zh' ? field.titleZh : field.titleEn,
      ]),
    )
    const missing =
      sheets.find(({ status }) => status === 'columns_missing')?.missing ?? bankLinesSheet.requiredColumns
    throw new Invalid('funding.bank_file_columns', {
      missing: missing.map((group) => titles.get(group[0]!)).join(actor.language === 'zh' ? '、' : ', '),
    })
  }
  if (rows.length === 0) throw new Invalid('funding.bank_file_empty')
}

const plainFileName = (given: string): string =>
  [
    ...given
      .replace(/\p{Cc}|\p{Cf}/gu, '')
      .split(/[/\\]/)
      .at(-1)!,
  ]
    .slice(-120)
    .join('') || 'file'

/** The results once more, from the cells as they stood in the file, by the words of its format. */
function byWords({ rows, sheets }: SheetRows<BankRow>, words: ResultWords): SheetRows<BankRow>['rows'] {
  const places = new Map(
    sheets.map(({ sheet, columns }) => [sheet, columns.find(({ field }) => field === 'result')?.index]),
  )
  return rows.map((row) => {
    const place = places.get(row.sheet)
    const result = readResultBy(place === undefined ? null : (row.cells[place] ?? null), words)
    return { ...row, values: { ...row.values, result } }
  })
}

async function rowsOf(
  { bytes, fields }: Upload,
  fileName: string,
  options: Pick<ReadOptions, 'todayOn' | 'headers'>,
): Promise<SheetRows<BankRow>> {
  const mapping = mappingOf(fields.mapping)
  try {
    return await readUploadedSheet({ bytes, fileName }, bankLinesSheet, { ...options, mapping })
  } catch (error) {
    if (error instanceof UnreadableSheet) throw new RuleBroken(error.code, error.params)
    if (error instanceof UnknownField) throw new Invalid('funding.bank_mapping_wrong')
    throw error
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON: sheet name → column (from 0) → field name, or null for "not used". Throws Invalid for anything else. */
function mappingOf(text: string | undefined): Mapping {
  if (text === undefined || text === '') return {}
  let given: unknown = null
  try {
    if (text.length <= longestMapping) given = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  const isColumn = ([index, field]: [string, unknown]) =>
    /^\d{1,4}$/.test(index) && (field === null || typeof field === 'string')
  if (
    !isRecord(given) ||
    !Object.values(given).every((columns) => isRecord(columns) && Object.entries(columns).every(isColumn))
  )
    throw new Invalid('funding.bank_mapping_wrong')
  return given as Mapping
}

const shownSheet = ({ sheet, status, headerRow, columns, missing }: RecognisedSheet) => ({
  sheet,
  status,
  headerRow,
  columns: columns.map(({ index, letter, title, field, samples }) => ({
    index,
    letter,
    title: title.slice(0, longestTitle),
    field,
    samples: samples.filter((sample) => sample !== null).map((sample) => shownSample(String(sample))),
  })),
  missing,
})

/**
 * Enough to see whether a column is the right one; of accounts, telephones and whatever else has a long number in it only
 * the ends: the file may be quite another one. Days and times of day have no such run of figures.
 */
export const shownSample = (text: string): string =>
  /\d{9,}/.test(text.replace(/[\s-]/g, '').replace(/^\d{8}(?=\d{1,2}:)/, ''))
    ? `${text.slice(0, 3)}****${text.slice(-4)}`
    : text.slice(0, longestSample)
