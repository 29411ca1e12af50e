/** The language in which a noun says how its rows look in a sheet (表格说明): fields, checks, keys and reasons as data. */
import { columnLetter, type Cell } from './workbook.js'
import { Sentences } from '../sentences.js'
import type { Language } from '../texts.js'
import type { SheetParams } from './unreadable-sheet.js'

export type Params = SheetParams
export type { Language }
/** `note`: accepted, but a person should know how it was read, or that it was left out. */
export type Normalised<T> =
  | { value: T; note?: { why: string; params?: Params } }
  | { why: string; params?: Params }

/** What a normaliser may know besides its cell. `todayOn` is 'YYYY-MM-DD', given by the caller: nothing here reads a clock. */
export interface CellContext {
  todayOn: string
  /** 1 or 7: the grade in which the school's children begin */
  firstGrade: number
  date1904: boolean
  sheetName: string
  /** has the sheet a column for this field? */
  hasColumn(field: string): boolean
  /** the raw cell of another field of the same row; null when there is no such column */
  cell(field: string): Cell
}

export interface Field {
  name: string
  titleZh: string
  titleEn: string
  /** further titles, compared after `headerForm`; a RegExp must match the whole form */
  synonyms: readonly (string | RegExp)[]
  /** titles that count only if no column has one of the others (学号 for 学籍号, 联系电话 for 监护人1电话) */
  weakSynonyms?: readonly (string | RegExp)[]
  /** the field a second column with a weak title belongs to (a second 联系电话 is guardian 2's) */
  repeatedAs?: string
  /** filled in by templates before anybody writes: a row with nothing else is an empty row */
  prefilled?: boolean
  /** a number or code of one thing: a row that has it is never taken for a total or a note */
  identifies?: boolean
  /** how the refused-rows workbook shows a number of this field */
  kind?: 'text' | 'date' | 'number'
  /** gets blank cells too, so that "missing" is the field's own reason */
  normalise(cell: Cell, context: CellContext): Normalised<unknown>
}

/** A fault found by looking at the whole row; `field` says which column to show. */
export interface Fault {
  field: string | null
  why: string
  params?: Params
}

export interface SheetDescription<Row> {
  /** `import.meta.url` of the file that exports it: the thread that reads sheets finds it there, by its noun */
  module: string
  noun: string
  titleZh: string
  titleEn: string
  /** in the order in which faults are told */
  fields: readonly Field[]
  /** of each group at least one column must be there */
  requiredColumns: readonly (readonly string[])[]
  /** does the sheet's name stand for a missing column (one sheet per class)? */
  givenBySheetName?(field: string, sheetName: string): boolean
  /** takes optional values out of the row that do not belong to it, and says so; before `check` */
  leaveOut?(values: Record<string, unknown>, context: CellContext): Fault[]
  /** faults of the whole row, told after duplicates; gets normalised values by field name, only when no field has a fault */
  check(values: Record<string, unknown>, context: CellContext): Fault[]
  /** normalised values by field name → the typed row; called only when nothing is wrong */
  toRow(values: Record<string, unknown>, context: CellContext): Row
  /** what must be unique within the file; from normalised values, of which faulty ones are missing */
  keys(values: Record<string, unknown>): { key: string; field: string }[]
  /** tells two holders of a key apart (a name); null: cannot tell */
  label(values: Record<string, unknown>): string | null
  /** each code that the fields and checks may give, and 'duplicate' */
  reasons: Readonly<Record<string, { zh: string; en: string }>>
}

/** One fault of one row, ready to be told. `column.index` is zero-based. */
export interface Reason {
  why: string
  field: string | null
  column: { index: number; letter: string; title: string } | null
  params: Params
}

/** One sentence: where, what, mend. A `<why>.<params.problem>` entry wins over `<why>`. */
export function reasonSentence(
  description: Pick<SheetDescription<unknown>, 'reasons'>,
  reason: Reason,
  language: Language,
): string {
  const sentences = new Sentences(description.reasons)
  const special = `${reason.why}.${reason.params.problem}`
  const code = sentences.knows(special) ? special : reason.why
  const where = reason.column
    ? language === 'zh'
      ? `${reason.column.letter}列“${reason.column.title}”：`
      : `Column ${reason.column.letter} “${reason.column.title}”: `
    : ''
  return where + sentences.say({ code, params: reason.params }, language)
}

export const columnOf = (index: number, title: string) => ({ index, letter: columnLetter(index), title })

export const ok = <T>(value: T): Normalised<T> => ({ value })
export const noted = <T>(value: T, why: string, params?: Params): Normalised<T> => ({
  value,
  note: params ? { why, params } : { why },
})
export const fault = (why: string, params?: Params): Normalised<never> => (params ? { why, params } : { why })
