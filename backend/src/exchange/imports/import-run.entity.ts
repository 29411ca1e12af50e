/** One uploaded sheet on its way into the records (导入): what it is, what was refused, what was changed. */
import { Entity } from 'typeorm'
import {
  At,
  Id,
  Json,
  LooseReference,
  Reference,
  Revision,
  State,
  Text,
} from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Job } from '../../platform/jobs/job.entity.js'
import type { ImportStatus } from './import-run.states.js'

export const importKinds = ['students', 'teachers', 'rooms'] as const
export type ImportKind = (typeof importKinds)[number]

/** Rows by what became of them (or would become); `homeClasses`: the names of those that did not exist. */
export interface ImportCounts {
  new: number
  changed: number
  unchanged: number
  refused: number
  skipped: number
  homeClasses: string[]
}

/** Of a row that may be somebody who is known already: the same, or another? By `decisionKey`. */
export type Decisions = Readonly<Record<string, 'same' | 'other'>>
/** Names of sheets have at most 31 characters; a .csv has but one. */
export const decisionKey = (sheet: string, row: number): string => `${row} ${sheet.slice(0, 31)}`

@Entity()
export class ImportRun {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(20) kind!: ImportKind
  @Text(120) fileName!: string
  /** Where the cells of the file lie, sealed, until the run has ended. */
  @Text(80, { nullable: true }) fileKey!: string | null
  /** Where the refused rows lie, sealed, for some days. */
  @Text(80, { nullable: true }) refusedKey!: string | null
  @State() status!: ImportStatus
  /** Reading a sheet takes its time: what was read of another revision is not kept. */
  @Revision() revision!: number
  @Json() mapping!: Record<string, Record<number, string | null>>
  @Json({ nullable: true }) decisions!: Decisions | null
  @Json({ nullable: true }) counts!: ImportCounts | null
  @Reference(() => Job, { nullable: true }) jobId!: number | null
  @LooseReference() uploadedById!: number
  @At() createdAt!: Date
  @At({ nullable: true }) endedAt!: Date | null
}
