/** Long work (后台任务): a row that any process may claim; it survives the page and the process. */
import { Entity, Index } from 'typeorm'
import { At, Count, Id, Json, LooseReference, State, Text } from '../../platform/database/columns.js'

export const lanes = ['solve', 'import', 'nightly'] as const
export type Lane = (typeof lanes)[number]

@Entity()
@Index(['status', 'id'])
@Index(['lane', 'status', 'id'])
@Index(['uniqueKey'], { unique: true })
export class Job {
  @Id() id!: number
  /** Which worker takes it, for example 'import'. */
  @Text(40) kind!: string
  /** Jobs of one lane wait for one another, those of another do not. */
  @Text(20) lane!: Lane
  /** What may be there once only, such as a round of an hour; null: as often as wanted. */
  @Text(80, { nullable: true }) uniqueKey!: string | null
  /** queued → running → done | failed | cancelled */
  @State() status!: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  @Json() input!: unknown
  @Json({ nullable: true }) result!: unknown
  /** What is being done now, as a code that the screens translate. */
  @Text(60) step!: string
  @Count() doneCount!: number
  @Count() totalCount!: number
  @LooseReference({ nullable: true }) schoolId!: number | null
  /** Null: the hour has come. */
  @LooseReference({ nullable: true }) requestedById!: number | null
  @At() createdAt!: Date
  @At({ nullable: true }) startedAt!: Date | null
  @At({ nullable: true }) endedAt!: Date | null
  /** A running job whose heart has stopped is claimed again. */
  @At({ nullable: true }) heartbeatAt!: Date | null
  /** Drawn anew at each claim: who no longer holds it may not finish the job. */
  @Text(40, { nullable: true }) claimKey!: string | null
  @Count() attemptCount!: number
  @Text(80, { nullable: true }) errorCode!: string | null
  @Json({ nullable: true }) errorParams!: Record<string, string | number | null> | null
}
