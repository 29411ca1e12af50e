/** One uploaded sheet on its way into the records (导入): what it is, what was refused, what was changed. */
import { Entity } from 'typeorm'
import { At, Id, Json, LooseReference, Reference, State, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Job } from '../../platform/jobs/job.entity.js'

export const importKinds = ['students', 'teachers', 'rooms'] as const
export type ImportKind = (typeof importKinds)[number]
export type ImportStatus = 'uploaded' | 'previewed' | 'running' | 'done' | 'failed' | 'expired'

/** Rows by what became of them (or would become); `homeClasses`: the names of those that did not exist. */
export interface ImportCounts {
  new: number
  changed: number
  unchanged: number
  refused: number
  skipped: number
  homeClasses: string[]
}

@Entity()
export class ImportRun {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(20) kind!: ImportKind
  @Text(120) fileName!: string
  /** Where the sealed file lies until the run has ended. */
  @Text(80, { nullable: true }) fileKey!: string | null
  /** Where the refused rows lie, sealed, for some days. */
  @Text(80, { nullable: true }) refusedKey!: string | null
  /** uploaded → previewed → running → done | failed; expired: never started */
  @State() status!: ImportStatus
  @Json() mapping!: Record<string, Record<number, string | null>>
  @Json({ nullable: true }) counts!: ImportCounts | null
  @Reference(() => Job, { nullable: true }) jobId!: number | null
  @LooseReference() uploadedById!: number
  @At() createdAt!: Date
  @At({ nullable: true }) endedAt!: Date | null
}
