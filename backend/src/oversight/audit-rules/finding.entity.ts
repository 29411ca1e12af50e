/** Something that an audit rule has found (审计发现), with its evidence, and how it is mended (整改). */
import { Entity, Index } from 'typeorm'
import {
  At,
  Count,
  Id,
  Json,
  LooseReference,
  On,
  Reference,
  Revision,
  State,
  Text,
} from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import type { FindingStatus } from './finding.states.js'

@Entity()
@Index(['fingerprint'], { unique: true })
@Index(['regionCode', 'status'])
@Index(['schoolId', 'status'])
export class Finding {
  @Id() id!: number
  /** What makes it the same finding when the rule runs again. */
  @Text(64) fingerprint!: string
  @Text(40) rule!: string
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
