/** Turns the rows of a workbook into accepted typed rows and refusals with their reasons (校验导入行). */
import { fittingTitles, type GivenTitles, withTitles } from './given-titles.js'
import { recogniseColumns, type Mapping, type RecognisedSheet } from './recognise-columns.js'
import {
  columnOf,
  type CellContext,
  type Fault,
  type Field,
  type Params,
  type Reason,
  type SheetDescription,
} from './sheet-description.js'
import { plainText } from './text.js'
import { isBlank, type Cell, type Sheet, type SheetRow, type Workbook } from './workbook.js'

export interface AcceptedRow<Row> {
  sheet: string
  row: number
  values: Row
  /** the raw row as it stood in the file, for those that compare it with the records and refuse it */
  cells: Cell[]
}

/** `why`, `field`, `column`, `params` are those of the first of `reasons`; `cells` is the raw row as it stood in the file. */
export interface RefusedRow extends Reason {
  sheet: string
  row: number
  reasons: Reason[]
  cells: Cell[]
}

/** Rows left out because they are not rows of the noun. */
export interface SkippedRows {
  empty: number
  total: number
  header: number
  note: number
}

/** Something about accepted rows that a person should know: how cells were read, or that some were left out. */
export interface RowNote {
  why: string
  field: string | null
  params: Params
  count: number
  /** the first few */
  places: { sheet: string; row: number }[]
}

export interface SheetRows<Row> {
  rows: AcceptedRow<Row>[]
  notes: RowNote[]
  refused: RefusedRow[]
  sheets: RecognisedSheet[]
  skipped: SkippedRows
  /** Which of the given headers the file has; null: none of them. */
  header: number | null
}

/** `todayOn` 'YYYY-MM-DD' is the day against which ages are judged. */
export interface ReadOptions {
  todayOn: string
  mapping?: Mapping
  /** Headers by which the file may be written, the likeliest first; where none fits, the description's titles count. */
  headers?: readonly GivenTitles[]
  /** The first grade of the school, 1 or 7: what a class named by its year of entry (2025级1班) counts from; 1 if not given. */
  firstGrade?: number
}

const totalWord =
  /^(?:合计|总计|小计|共计|累计|总数|总人数|人数合计|合计人数|本页小计|本班合计|全校合计|年级合计|total|subtotal|grandtotal|sum|共(?=\d)):?\d*(?:人|名|间|个)?$/i
const noteStart =
  /^(?:备注|说明|注|附注|填表|填写|制表|审核|复核|统计人|打印|班主任|校长|负责人|经办人|联系人|单位|学校|日期|示例|样例|例如|例)(?:\(?签[字章名]\)?|说明|人|日期|时间|盖章|\(公章\))?[::]|^(?:注意|填表说明|以下空白|示例|样例|\(?以下无正文\)?)/

const placesShown = 10
const mostNotes = 100

// No field of any noun holds as much; longer text would only cost time.
const longest = 2000
const cut = (cell: Cell): Cell =>
  typeof cell === 'string' && cell.length > longest ? cell.slice(0, longest) : cell

type Holder = { sheet: string; row: number; accepted: boolean; consistent: boolean; label: string | null }

class SheetReader<Row> {
  readonly rows: AcceptedRow<Row>[] = []
  readonly refused: RefusedRow[] = []
  readonly skipped: SkippedRows = { empty: 0, total: 0, header: 0, note: 0 }
  readonly notes = new Map<string, RowNote>()
  private readonly holders = new Map<string, Holder>()
  private readonly fields: Map<string, Field>
  /** 'row column', zero-based, of the cells of the sheet that are merged over three columns or more */
  private wideFrom = new Set<string>()

  constructor(
    private readonly workbook: Workbook,
    private readonly description: SheetDescription<Row>,
    private readonly options: ReadOptions,
  ) {
    this.fields = new Map(description.fields.map((field) => [field.name, field]))
  }

  readSheet(sheet: Sheet, recognised: RecognisedSheet): void {
    const columns = new Map<string, number>()
    for (const column of recognised.columns) if (column.field) columns.set(column.field, column.index)
    const titles = new Map(recognised.columns.map((column) => [column.index, column.title]))
    const wide = sheet.merges.filter(({ left, right }) => right - left >= 2)
    this.wideFrom = new Set(wide.map(({ top, left }) => `${top} ${left}`))
    let expected = recognised.headerRow! + 1
    for (const row of sheet.rows) {
      if (row.row <= recognised.headerRow!) continue
      this.skipped.empty += row.row - expected
      expected = row.row + 1
      const other = this.otherKind(sheet, row, columns, titles)
      if (other) this.skipped[other]++
      else this.readRow(sheet, row, columns, titles)
    }
  }

  /** What a row is when it is no row of the noun; null: it is one. */
  private otherKind(
    sheet: Sheet,
    { row, cells }: SheetRow,
    columns: Map<string, number>,
    titles: Map<number, string>,
  ): keyof SkippedRows | null {
    const filled = cells
      .map((cell, index) => ({ index, text: plainText(cut(cell)).replace(/ /g, '') }))
      .filter(({ text }) => text !== '')
    const first = filled[0]
    if (!first) return 'empty'
    const mapped = [...columns].filter(([, index]) => !isBlank(cells[index]))
    const identified = mapped.some(
      ([name, index]) =>
        this.fields.get(name)?.identifies &&
        !totalWord.test(plainText(cut(cells[index] ?? null)).replace(/ /g, '')),
    )
    const same = mapped.filter(
      ([, index]) => plainText(cut(cells[index] ?? null)) === titles.get(index),
    ).length
    if (same >= 2 && same * 2 > mapped.length) return 'header'
    if (!identified && filled.slice(0, 3).some(({ text }) => totalWord.test(text))) return 'total'
    if (!identified && noteStart.test(first.text)) return 'note'
    const merged = this.wideFrom.has(`${row - 1} ${first.index}`)
    if (filled.length === 1 && !identified && (merged || first.text.length > 60)) return 'note'
    // Numbers and classes that a template fills in beforehand do not make a row.
    return mapped.every(([name]) => this.fields.get(name)?.prefilled) ? 'empty' : null
  }

  private readRow(
    sheet: Sheet,
    { row, cells }: SheetRow,
    columns: Map<string, number>,
    titles: Map<number, string>,
  ): void {
    const cell = (field: string): Cell => cut(cells[columns.get(field) ?? -1] ?? null)
    const context: CellContext = {
      todayOn: this.options.todayOn,
      firstGrade: this.options.firstGrade ?? 1,
      date1904: this.workbook.date1904,
      sheetName: sheet.name,
      hasColumn: (field) => columns.has(field),
      cell,
    }
    const values: Record<string, unknown> = {}
    const faults: Fault[] = []
    const notes: Fault[] = []
    for (const field of this.description.fields) {
      const result = field.normalise(cell(field.name), context)
      if ('value' in result) {
        values[field.name] = result.value
        if (result.note) notes.push({ field: field.name, ...result.note })
      } else faults.push({ field: field.name, why: result.why, params: result.params })
    }
    if (faults.length === 0) notes.push(...(this.description.leaveOut?.(values, context) ?? []))
    const contradictions = faults.length === 0 ? this.description.check(values, context) : []
    const duplicate = this.claimKeys(
      sheet.name,
      row,
      values,
      faults.length === 0,
      contradictions.length === 0,
    )
    const all = [...faults, ...(duplicate ? [duplicate] : []), ...contradictions]
    if (all.length === 0) {
      for (const note of notes) this.note(sheet.name, row, note)
      this.rows.push({ sheet: sheet.name, row, values: this.description.toRow(values, context), cells })
    } else this.refuse(sheet.name, row, cells, all, columns, titles)
  }

  private note(sheet: string, row: number, { why, field, params = {} }: Fault): void {
    const key = JSON.stringify([why, field, params])
    const known = this.notes.get(key)
    const note = known ?? { why, field, params, count: 0, places: [] }
    note.count++
    if (note.places.length < placesShown) note.places.push({ sheet, row })
    if (!known && this.notes.size < mostNotes) this.notes.set(key, note)
  }

  private refuse(
    sheet: string,
    row: number,
    cells: Cell[],
    faults: Fault[],
    columns: Map<string, number>,
    titles: Map<number, string>,
  ): void {
    const reasons = faults.map(({ field, why, params }): Reason => {
      const index = field === null ? undefined : columns.get(field)
      return {
        why,
        field,
        column: index === undefined ? null : columnOf(index, titles.get(index) ?? ''),
        params: params ?? {},
      }
    })
    this.refused.push({ ...reasons[0]!, sheet, row, reasons, cells })
  }

  /**
   * The first accepted row keeps a key. A row that was itself refused holds its key only against another person who
   * cannot show a better claim: the same name, corrected further down, is accepted; so is the rightful holder
   * after a row whose own content contradicts the number.
   */
  private claimKeys(
    sheet: string,
    row: number,
    values: Record<string, unknown>,
    wellFormed: boolean,
    consistent: boolean,
  ): Fault | null {
    const label = this.description.label(values)
    let duplicate: Fault | null = null
    const claims = this.description.keys(values)
    for (const { key, field } of claims) {
      const holder = this.holders.get(key)
      if (!holder) continue
      const other = label !== null && holder.label !== null && holder.label !== label
      if (holder.accepted || !consistent || (holder.consistent && other)) {
        duplicate ??= { field, why: 'duplicate', params: { sheet: holder.sheet, row: holder.row } }
      }
    }
    const accepted = wellFormed && consistent && !duplicate
    for (const { key } of claims) {
      const holder = this.holders.get(key)
      if (!holder || (!holder.accepted && (accepted || (consistent && !holder.consistent))))
        this.holders.set(key, { sheet, row, accepted, consistent, label })
    }
    return duplicate
  }
}

/**
 * Reads every sheet that is 'ready'; the others stand in `sheets` with their status. Rows keep the file's order.
 * Faults are told in the order of the description's fields, then a duplicate, then what contradicts itself.
 * Throws UnknownField for a mapping to an unknown field.
 */
export function readRows<Row>(
  workbook: Workbook,
  description: SheetDescription<Row>,
  options: ReadOptions,
): SheetRows<Row> {
  const headers = options.headers ?? []
  const header = fittingTitles(workbook, description, headers)
  const usual = recogniseColumns(workbook, description, options.mapping)
  // A sheet beside the one that fits may be written otherwise; it is not left out for that.
  const sheets =
    header === null
      ? usual
      : recogniseColumns(workbook, withTitles(description, headers[header]!), options.mapping).map(
          (given, i) => (given.status === 'ready' || usual[i]!.status !== 'ready' ? given : usual[i]!),
        )
  const reader = new SheetReader(workbook, description, options)
  workbook.sheets.forEach((sheet, i) => {
    if (sheets[i]!.status === 'ready') reader.readSheet(sheet, sheets[i]!)
  })
  return {
    rows: reader.rows,
    notes: [...reader.notes.values()],
    refused: reader.refused,
    sheets,
    skipped: reader.skipped,
    header,
  }
}
