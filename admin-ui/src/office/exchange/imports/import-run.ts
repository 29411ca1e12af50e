import type { RaRecord } from 'react-admin'

export const importKinds = ['students', 'teachers', 'rooms'] as const
export type ImportKind = (typeof importKinds)[number]
export const importStates = ['uploaded', 'previewed', 'running', 'done', 'failed', 'expired'] as const

export interface ImportCounts {
  new: number
  changed: number
  unchanged: number
  refused: number
  skipped: number
  homeClasses: string[]
}

export interface RecognisedColumn {
  index: number
  letter: string
  title: string
  field: string | null
  samples: string[]
}

export interface RecognisedSheet {
  sheet: string
  status: 'ready' | 'columns_missing' | 'no_header' | 'empty' | 'hidden'
  headerRow: number | null
  columns: RecognisedColumn[]
  missing: string[][]
}

export interface Refusal {
  sheet: string
  row: number
  column: string | null
  title: string | null
  why: string
  sentence: string
}

export interface ImportNote {
  why: string
  sentence: string
  count: number
  places: { sheet: string; row: number }[]
}

export interface Decision {
  sheet: string
  row: number
  decision: 'same' | 'other'
}

export interface Doubt extends Omit<Decision, 'decision'> {
  name: string
  className: string
  knownNumber: string | null
  knownClassName: string
  decision: Decision['decision'] | null
}

export interface ImportField {
  name: string
  titleZh: string
  titleEn: string
  isRequired: boolean
}

export interface ImportRun extends RaRecord {
  id: number
  schoolId: number
  kind: ImportKind
  fileName: string
  status: (typeof importStates)[number]
  counts: ImportCounts | null
  jobId: number | null
  uploadedByName: string
  createdAt: string
  endedAt: string | null
  fields?: ImportField[]
  sheets?: RecognisedSheet[]
  refusals?: Refusal[]
  notes?: ImportNote[]
  doubts?: Doubt[]
  hasRefusedFile?: boolean
  errorCode?: string | null
  errorParams?: Record<string, unknown>
}

export type Mapping = Record<string, Record<number, string | null>>
