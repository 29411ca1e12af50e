/** Sheets (表格): reading, recognising, checking and writing. Pure: no database, no clock. */
export {
  parseClassName,
  parseGrade,
  printClassName,
  type ClassName,
  type ClassNameHints,
} from './class-name.js'
export type { GivenTitles } from './given-titles.js'
export type { Sex } from './identifiers.js'
export { type ListColumn, listSheet, type ListSheet, yesNo } from './list-sheet.js'
export {
  readRows,
  type AcceptedRow,
  type ReadOptions,
  type RowNote,
  type RefusedRow,
  type SheetRows,
  type SkippedRows,
} from './read-rows.js'
export { readWorkbook } from './read-workbook.js'
export { readUploadedSheet, type ReadSheet, type ReaderLimits, type SheetSource } from './sheet-reader.js'
export {
  recogniseColumns,
  UnknownField,
  type Mapping,
  type RecognisedColumn,
  type RecognisedSheet,
  type SheetStatus,
} from './recognise-columns.js'
export { faultOf, refuseRows, type Doubt, type PlanContext, type RowFault } from './refuse-rows.js'
export { refusedWorkbook } from './refused-workbook.js'
export {
  reasonSentence,
  type Field,
  type Language,
  type Reason,
  type SheetDescription,
} from './sheet-description.js'
export { UnreadableSheet, unreadableTexts, type UnreadableCode } from './unreadable-sheet.js'
export { defaultLimits, type Cell, type ReadLimits, type Sheet, type Workbook } from './workbook.js'
export {
  ReaderGone,
  writeWorkbook,
  type ColumnKind,
  type SheetColumn,
  type SheetOut,
} from './write-workbook.js'
export { compactText } from './text.js'
