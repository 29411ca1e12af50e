import { allOf, type Schemas } from '../../../api/contract'

export type ImportRow = Schemas['ImportOut']
export type ImportRun = Schemas['ImportWithDetailsOut']
export type ImportKind = ImportRun['kind']
export type ImportCounts = Schemas['ImportCountsOut']
export type ImportField = Schemas['ImportFieldOut']
export type ImportNote = Schemas['ImportNoteOut']
export type RecognisedColumn = Schemas['RecognisedColumnOut']
export type RecognisedSheet = Schemas['RecognisedSheetOut']
export type Doubt = Schemas['ImportDoubtOut']
export type Decision = Schemas['DecidedRowIn']
export type Mapping = Record<string, Record<number, string | null>>

export const importKinds = allOf<ImportKind>()(['students', 'teachers', 'rooms'])
export const importStates = allOf<ImportRun['status']>()([
  'uploaded',
  'previewed',
  'running',
  'done',
  'failed',
  'expired',
])
