/** What a school expects to need of a fund in the next year (预算测算), from its records, with its performance targets. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import {
  At,
  Count,
  FenAmount,
  Id,
  Json,
  Reference,
  Revision,
  State,
  Text,
} from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Fund, type CountedClass, type FundingRule } from '../../entitlement/index.js'
import type { EstimateStatus } from './estimate.states.js'

/** Performance targets (绩效目标): quantity, quality, satisfaction, cost. */
export interface Targets {
  readonly sessions: number | null
  readonly participantsPerMille: number | null
  readonly satisfactionPerMille: number | null
  readonly costPerStudentFen: number | null
  readonly note: string | null
}

@Entity()
@Index(['schoolId', 'fundId', 'fiscalYear'], { unique: true })
@Index(['regionCode', 'fiscalYear', 'status'])
export class Estimate {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(12) regionCode!: string
  @Reference(() => Fund) fundId!: number
  @Count() fiscalYear!: number
  @State() status!: EstimateStatus
  @Revision() revision!: number
  /** Frozen: the standards, and what the records said. */
  @Json() rules!: FundingRule[]
  @Count() ruleVersion!: number
  @Json() recorded!: CountedClass[]
  /** What the school expects instead; the records where it changed nothing. */
  @Json() expected!: CountedClass[]
  @Text(500, { nullable: true }) reason!: string | null
  @Count() classCount!: number
  @FenAmount() amountFen!: Fen
  @Json() targets!: Targets
  @Text(64, { nullable: true }) snapshotHash!: string | null
  @At() updatedAt!: Date

  school?: School
  fund?: Fund
}
