/** One uploaded sheet on its way into the records (导入): what it is, what was refused, what was changed. */
import { Entity } from 'typeorm'
import { At, Id, Json, LooseReference, Reference, State, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Job } from '../../platform/jobs/job.entity.js'

@Entity()
export class ImportRun {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(20) kind!: 'students' | 'teachers' | 'rooms'
  @Text(120) fileName!: string
  /** Where the sealed file lies until the run has ended. */
  @Text(80) fileKey!: string
  /** uploaded → previewed → running → done | failed */
  @State() status!: 'uploaded' | 'previewed' | 'running' | 'done' | 'failed'
  @Json() mapping!: Record<string, Record<number, string | null>>
  @Json({ nullable: true }) counts!: Record<string, number> | null
  @Reference(() => Job, { nullable: true }) jobId!: number | null
  @LooseReference() uploadedById!: number
  @At() createdAt!: Date
  @At({ nullable: true }) endedAt!: Date | null
}
