import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsObject, IsString, MaxLength } from 'class-validator'
import { Items } from '../../platform/http/items.js'
import { IsInt, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import { type ImportCounts, type ImportKind, importKinds, type ImportRun } from './import-run.entity.js'
import { importStates, type ImportStatus } from './import-run.states.js'

export class ImportListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @IsIn(importKinds)
  kind?: ImportKind

  @Optional()
  @IsIn(importStates)
  status?: ImportStatus
}

export class MapColumnsIn {
  /** Sheet name → column index (from 0) → field name, or null for "do not import". */
  @IsObject()
  mapping!: Record<string, Record<string, string | null>>
}

export class DecidedRowIn {
  @IsString()
  @MaxLength(200)
  sheet!: string

  @IsInt()
  row!: number

  /** `same`: the row is the child that is known already; `other`: another child, to be added. */
  @IsIn(['same', 'other'])
  decision!: 'same' | 'other'
}

export class DecideRowsIn {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @Items(() => DecidedRowIn)
  rows!: DecidedRowIn[]
}

export class ImportCountsOut {
  new!: number
  changed!: number
  unchanged!: number
  refused!: number
  /** Empty rows, totals, repeated headers and notes. */
  skipped!: number
  /** Names of home classes that did not exist. */
  homeClasses!: string[]
}

export class ImportOut {
  id!: number
  schoolId!: number
  kind!: ImportKind
  fileName!: string
  status!: ImportStatus
  counts!: ImportCountsOut | null
  jobId!: number | null
  uploadedByName!: string
  createdAt!: string
  endedAt!: string | null
}

export class ImportFieldOut {
  name!: string
  titleZh!: string
  titleEn!: string
  isRequired!: boolean
}

export class RecognisedColumnOut {
  index!: number
  letter!: string
  title!: string
  field!: string | null
  /** Masked. */
  samples!: string[]
}

export class RecognisedSheetOut {
  sheet!: string
  status!: 'ready' | 'columns_missing' | 'no_header' | 'empty' | 'hidden'
  headerRow!: number | null
  columns!: RecognisedColumnOut[]
  /** Groups of field names of which one is needed. */
  missing!: string[][]
}

export class RefusalOut {
  sheet!: string
  row!: number
  column!: string | null
  title!: string | null
  why!: string
  sentence!: string
}

/** How something was read, or what was left out, in rows that are accepted. */
export class ImportNoteOut {
  why!: string
  sentence!: string
  count!: number
  /** The first of them: sheet and row. */
  places!: ImportPlaceOut[]
}

export class ImportPlaceOut {
  sheet!: string
  row!: number
}

/** A row that may be a child who is known already, with another number. */
export class ImportDoubtOut {
  sheet!: string
  row!: number
  name!: string
  className!: string
  /** First three and last four characters. */
  knownNumber!: string | null
  knownClassName!: string
  decision!: 'same' | 'other' | null
}

export class ImportProgressOut {
  step!: string
  doneCount!: number
  totalCount!: number
}

export class ImportWithDetailsOut extends ImportOut {
  /** What columns can be matched with. */
  fields!: ImportFieldOut[]
  /** Empty once the file is gone. */
  sheets!: RecognisedSheetOut[]
  /** The first 200. */
  refusals!: RefusalOut[]
  notes!: ImportNoteOut[]
  doubts!: ImportDoubtOut[]
  /** Whether the refused rows can still be downloaded. */
  hasRefusedFile!: boolean
  progress!: ImportProgressOut | null
  errorCode!: string | null
  errorParams!: Record<string, string | number | null>
  /** Why it failed, as a sentence; null: it has not. */
  errorMessage!: string | null
}

export const toImportOut = (
  { id, schoolId, kind, fileName, status, counts, jobId, createdAt, endedAt }: ImportRun,
  uploadedByName: string,
): ImportOut => ({
  id,
  schoolId,
  kind,
  fileName,
  status,
  counts: counts as ImportCounts | null,
  jobId,
  uploadedByName,
  createdAt: createdAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
})
