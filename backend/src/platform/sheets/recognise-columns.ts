/** Finds the header row of each sheet and which column holds which field (识别表头), by title and synonym. */
import type { Field, SheetDescription } from './sheet-description.js'
import { plainText } from './text.js'
import { columnLetter, isBlank, type Cell, type Sheet, type SheetRow, type Workbook } from './workbook.js'

/** A person's correction: sheet name → zero-based column → field name, or null for "do not import". */
export type Mapping = Record<string, Record<number, string | null>>

/** `samples` are raw values of the first rows: mask them before they leave the server. */
export interface RecognisedColumn {
  index: number
  letter: string
  title: string
  field: string | null
  samples: Cell[]
}

/** ready: rows will be read. no_header and empty and hidden sheets are left out; columns_missing needs a correction. */
export type SheetStatus = 'ready' | 'columns_missing' | 'no_header' | 'empty' | 'hidden'

/** `headerRow` and `firstDataRow` are 1-based sheet rows; `missing` lists groups of field names of which one is needed. */
export interface RecognisedSheet {
  sheet: string
  status: SheetStatus
  headerRow: number | null
  firstDataRow: number | null
  columns: RecognisedColumn[]
  missing: string[][]
}

export type AnyDescription = Pick<
  SheetDescription<unknown>,
  'fields' | 'requiredColumns' | 'givenBySheetName'
>

const rowsSearched = 60

/** A title without what people decorate it with: spaces, *, colons, (必填) and every bracketed hint. */
export function headerForm(cell: Cell | undefined): string {
  const plain = plainText(cell)
    .toLowerCase()
    .replace(/[\s*★:。_]/g, '')
    .replace(/必填|选填/g, '')
  const bare = plain.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕|\{[^}]*\}/g, '')
  return bare === '' ? plain : bare
}

/** The same, but with the words in brackets kept: 监护人(1)姓名, 姓名(监护人1). */
export const fullForm = (cell: Cell | undefined) =>
  plainText(cell)
    .toLowerCase()
    .replace(/[\s*★:。_()[\]【】〔〕{}]/g, '')
    .replace(/必填|选填/g, '')

/** Looks titles up by exact form, then by pattern. */
class TitleList {
  private readonly exact = new Map<string, Field>()
  private readonly patterns: { pattern: RegExp; field: Field }[] = []

  add(field: Field, titles: readonly (string | RegExp)[]): void {
    for (const title of titles) {
      if (typeof title !== 'string')
        this.patterns.push({ pattern: new RegExp(`^(?:${title.source})$`, title.flags), field })
      else if (!this.exact.has(fullForm(title))) this.exact.set(fullForm(title), field)
    }
  }

  find(title: string): Field | null {
    for (const form of [fullForm(title), headerForm(title)]) {
      const field =
        form === ''
          ? null
          : (this.exact.get(form) ?? this.patterns.find(({ pattern }) => pattern.test(form))?.field)
      if (field) return field
    }
    return null
  }
}

/** The titles of a description; made once for all its sheets. */
class Titles {
  private readonly strongTitles = new TitleList()
  private readonly weakTitles = new TitleList()

  constructor(fields: readonly Field[]) {
    for (const field of fields) {
      this.strongTitles.add(field, [field.titleZh, field.titleEn, ...field.synonyms])
      this.weakTitles.add(field, field.weakSynonyms ?? [])
    }
  }

  strong = (title: string): Field | null => this.strongTitles.find(title)
  weak = (title: string): Field | null => (this.strong(title) ? null : this.weakTitles.find(title))
  any = (title: string): Field | null => this.strong(title) ?? this.weak(title)
}

interface Candidate {
  position: number
  titles: string[]
  fields: (string | null)[]
  score: number
}

/** Which column gets which field: the first of several; weak titles after all others, a repeated one for the next field. */
function assign(titles: readonly string[], lookUp: Titles, fields: readonly Field[]): (string | null)[] {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const taken = new Set<string>()
  const takenWeakly = new Set<string>()
  const strong = titles.map((title) => {
    const field = lookUp.strong(title)
    if (!field || taken.has(field.name)) return null
    taken.add(field.name)
    return field.name
  })
  return strong.map((found, i) => {
    if (found) return found
    let free = lookUp.weak(titles[i]!) ?? undefined
    while (free && takenWeakly.has(free.name))
      free = free.repeatedAs ? byName.get(free.repeatedAs) : undefined
    if (!free || taken.has(free.name)) return null
    takenWeakly.add(free.name)
    return free.name
  })
}

/** Which field each title of a header would get by itself. */
export const fieldsOfTitles = (titles: readonly string[], fields: readonly Field[]): (string | null)[] =>
  assign(titles, new Titles(fields), fields)

const titleText = (cell: Cell | undefined) => (typeof cell === 'string' ? plainText(cell).slice(0, 200) : '')

/** Whether a title stands anywhere in the rows in which headers are looked for; that of a group above its columns, too. */
export function titleForms(workbook: Workbook): { has: (title: string) => boolean } {
  const forms = new Set(
    workbook.sheets.flatMap(({ rows }) =>
      rows.slice(0, rowsSearched).flatMap(({ cells }) =>
        cells.flatMap((cell) => {
          const title = titleText(cell)
          return title === '' ? [] : [fullForm(title), headerForm(title)]
        }),
      ),
    ),
  )
  const isJoined = (form: string) =>
    [...form].some((_, i) => i > 0 && forms.has(form.slice(0, i)) && forms.has(form.slice(i)))
  return { has: (title) => forms.has(fullForm(title)) || isJoined(fullForm(title)) }
}

function candidate(position: number, titles: string[], lookUp: Titles, fields: readonly Field[]): Candidate {
  const assigned = assign(titles, lookUp, fields)
  return { position, titles, fields: assigned, score: assigned.filter((field) => field !== null).length }
}

/** Titles of a header in two rows: a group title above (监护人1) stands before each of its columns (姓名, 电话). */
function joinedTitles(sheet: Sheet, upper: SheetRow, lower: SheetRow, lookUp: Titles): string[] {
  const crossing = sheet.merges.filter((m) => m.top <= upper.row - 1 && m.bottom >= upper.row - 1)
  const groupOf = (column: number): string => {
    const merge = crossing.find((m) => m.left <= column && m.right >= column)
    return titleText(upper.cells[merge ? merge.left : column])
  }
  let group = ''
  const width = Math.max(upper.cells.length, lower.cells.length)
  return Array.from({ length: width }, (_, column) => {
    const above = groupOf(column)
    const below = titleText(lower.cells[column])
    if (above !== '' || below === '') group = above
    if (below === '' || below === group) return group
    return group !== '' && lookUp.any(group + below) ? group + below : below
  })
}

function findHeader(sheet: Sheet, lookUp: Titles, fields: readonly Field[]): Candidate | null {
  let best: Candidate | null = null
  sheet.rows.slice(0, rowsSearched).forEach((row, position) => {
    const single = candidate(position, row.cells.map(titleText), lookUp, fields)
    if (single.score >= 2 && single.score > (best?.score ?? 1)) best = single
    const above = sheet.rows[position - 1]
    if (!above || above.row !== row.row - 1) return
    const joined = candidate(position, joinedTitles(sheet, above, row, lookUp), lookUp, fields)
    // A row below the header adds nothing of its own; only a true second header row recognises more.
    if (joined.score >= 2 && joined.score > (best?.score ?? 1)) best = joined
  })
  return best
}

/** For a sheet without known titles: the first row of several different short texts may be the header. */
function guessHeader(sheet: Sheet, corrections: Record<number, string | null>): Candidate | null {
  const wanted = Object.entries(corrections)
    .filter(([, field]) => field !== null)
    .map(([column]) => Number(column))
  const position = sheet.rows.slice(0, rowsSearched).findIndex(({ cells }) => {
    const titles = cells.map(titleText).filter((title) => title !== '' && title.length <= 20)
    const distinct = new Set(titles).size
    return (
      distinct >= 2 &&
      distinct === titles.length &&
      cells.every((cell) => isBlank(cell) || typeof cell === 'string') &&
      wanted.every((column) => titleText(cells[column]) !== '')
    )
  })
  if (position < 0) return null
  const titles = sheet.rows[position]!.cells.map(titleText)
  return { position, titles, fields: titles.map(() => null), score: 0 }
}

/** A correction names a field that the description does not have. */
export class UnknownField extends RangeError {
  constructor(readonly field: string) {
    super(`no field is called ${field}`)
    this.name = 'UnknownField'
  }
}

function correct(
  fields: (string | null)[],
  corrections: Record<number, string | null>,
  known: ReadonlySet<string>,
): (string | null)[] {
  const corrected = [...fields]
  for (const [column, field] of Object.entries(corrections)) {
    if (field !== null && !known.has(field)) throw new UnknownField(field)
    corrected.forEach((other, i) => {
      if (field !== null && other === field) corrected[i] = null
    })
    if (Number.isInteger(Number(column)) && Number(column) >= 0 && Number(column) < 16_384) {
      while (corrected.length <= Number(column)) corrected.push(null)
      corrected[Number(column)] = field
    }
  }
  return corrected
}

function recogniseSheet(
  sheet: Sheet,
  description: AnyDescription,
  lookUp: Titles,
  corrections: Record<number, string | null>,
): RecognisedSheet {
  const left = (status: SheetStatus): RecognisedSheet => ({
    sheet: sheet.name,
    status,
    headerRow: null,
    firstDataRow: null,
    columns: [],
    missing: [],
  })
  if (sheet.rows.length === 0) return left('empty')
  if (sheet.hidden) return left('hidden')
  const found = findHeader(sheet, lookUp, description.fields)
  const header = found ?? guessHeader(sheet, corrections)
  if (!header) return left('no_header')
  const fields = correct(header.fields, corrections, new Set(description.fields.map((field) => field.name)))
  const below = sheet.rows.slice(header.position + 1)
  const width = Math.max(fields.length, ...below.slice(0, 20).map((row) => row.cells.length))
  const columns = Array.from({ length: width }, (_, index) => ({
    index,
    letter: columnLetter(index),
    title: header.titles[index] ?? '',
    field: fields[index] ?? null,
    samples: below
      .slice(0, 20)
      .map((row) => row.cells[index] ?? null)
      .filter((cell) => !isBlank(cell))
      .slice(0, 3),
  })).filter((column) => column.title !== '' || column.field !== null || column.samples.length > 0)
  const has = (field: string) =>
    fields.includes(field) || (description.givenBySheetName?.(field, sheet.name) ?? false)
  const missing = description.requiredColumns.filter((group) => !group.some(has)).map((group) => [...group])
  const headerRow = sheet.rows[header.position]!.row
  const status = !fields.some((field) => field !== null)
    ? 'no_header'
    : missing.length > 0
      ? 'columns_missing'
      : 'ready'
  return { sheet: sheet.name, status, headerRow, firstDataRow: below[0]?.row ?? null, columns, missing }
}

/**
 * One answer per sheet, in the workbook's order. `mapping` overrides what was recognised; a field moved by it leaves
 * its former column. Throws UnknownField for a field name that the description does not have.
 */
export function recogniseColumns(
  workbook: Workbook,
  description: AnyDescription,
  mapping: Mapping = {},
): RecognisedSheet[] {
  const lookUp = new Titles(description.fields)
  return workbook.sheets.map((sheet) => recogniseSheet(sheet, description, lookUp, mapping[sheet.name] ?? {}))
}
