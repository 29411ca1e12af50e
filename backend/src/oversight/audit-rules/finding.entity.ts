/** Something that an audit rule, or an audit office or inspection from outside, has found (审计发现), and how it is mended (整改). */
import { Entity, Index } from 'typeorm'
import {
  At,
  Count,
  FenAmount,
  Id,
  Json,
  LooseReference,
  On,
  Reference,
  Revision,
  State,
  Text,
} from '../../platform/database/columns.js'
import type { Fen } from '../../platform/money.js'
import { School } from '../../organisation/index.js'
import type { FindingStatus } from './finding.states.js'

/** The four classes (四类问题) under which audit offices report on after-school service. */
export const problems = [
  'over_charged',
  'unrelated_spending',
  'irregular_accounting',
  'published_late',
] as const
export type Problem = (typeof problems)[number]

@Entity()
@Index(['fingerprint'], { unique: true })
@Index(['regionCode', 'status'])
@Index(['schoolId', 'status'])
export class Finding {
  @Id() id!: number
  @Text(10) source!: 'rule' | 'outside'
  /** What makes it the same finding when the rule runs again, or when the same paper is entered again. */
  @Text(64) fingerprint!: string
  /** Null where it comes from outside; what follows down to the amount is null where a rule found it. */
  @Text(40, { nullable: true }) rule!: string | null
  @Text(20, { nullable: true }) problem!: Problem | null
  @Text(80, { nullable: true }) institution!: string | null
  @Text(60, { nullable: true }) documentNumber!: string | null
  @On({ nullable: true }) foundOn!: string | null
  @Text(1000, { nullable: true }) text!: string | null
  @FenAmount({ nullable: true }) amountFen!: Fen | null
  @Text(10) severity!: 'error' | 'warning'
  @Text(12) regionCode!: string
  @Reference(() => School, { nullable: true }) schoolId!: number | null
  @Count({ nullable: true }) fiscalYear!: number | null
  @State() status!: FindingStatus
  @Revision() revision!: number
  /** Code and params of the sentence. */
  @Json() params!: Readonly<Record<string, string | number | null>>
  /** What to open to see it. */
  @Json() evidence!: { entity: string; id: number; label: string }[]
  @At() foundAt!: Date
  @At() lastSeenAt!: Date
  /** Since when the rule finds it no more; null while it does. */
  @At({ nullable: true }) goneAt!: Date | null
  @LooseReference({ nullable: true }) ownerId!: number | null
  @Text(80, { nullable: true }) ownerName!: string | null
  @On({ nullable: true }) dueOn!: string | null

  school?: School | null
}
