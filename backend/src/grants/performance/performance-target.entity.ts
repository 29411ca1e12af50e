/** What a school has promised to reach with a fund in a year (绩效目标), what it stood at in the year and at its end. */
import { Entity, Index } from 'typeorm'
import { At, Count, Id, Json, On, Reference, Revision, State, Text } from '../../platform/database/columns.js'
import { Fund } from '../../entitlement/index.js'
import { School } from '../../organisation/index.js'
import { Estimate } from '../estimates/estimate.entity.js'
import type { Figures } from './indicators.js'
import type { PerformanceTargetStatus } from './performance-target.states.js'

/** What was said on a day, beside what the records gave. */
export interface Said {
  readonly on: string
  readonly recorded: Figures
  readonly values: Figures
  /** Why they differ; null where they do not. */
  readonly reason: string | null
}

@Entity()
@Index(['schoolId', 'fundId', 'fiscalYear'], { unique: true })
@Index(['regionCode', 'fiscalYear', 'status'])
export class PerformanceTarget {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(12) regionCode!: string
  @Reference(() => Fund) fundId!: number
  @Count() fiscalYear!: number
  @Reference(() => Estimate) estimateId!: number
  @State() status!: PerformanceTargetStatus
  @Revision() revision!: number
  /** What the approved estimate says, and what was set. */
  @Json() estimated!: Figures
  @Json() targets!: Figures
  @Text(500, { nullable: true }) reason!: string | null
  @Json({ nullable: true }) midYear!: Said | null
  @Json({ nullable: true }) yearEnd!: Said | null
  @On() setOn!: string
  @At() updatedAt!: Date

  school?: School
  fund?: Fund
}
