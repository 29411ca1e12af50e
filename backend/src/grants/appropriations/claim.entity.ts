/** What a school may be granted of a fund and year by one level (核定额度), and what has been; no notice can pass it. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { Count, FenAmount, Id, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Fund, type PayingLevel } from '../../entitlement/index.js'

@Entity()
@Index(['schoolId', 'fundId', 'fiscalYear', 'level'], { unique: true })
@Index(['fundId', 'fiscalYear'])
export class Claim {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Fund) fundId!: number
  @Count() fiscalYear!: number
  @Text(12) level!: PayingLevel
  /** Approved declarations, supplementary ones included. */
  @FenAmount() approvedFen!: Fen
  /** What notices, drafts included, have taken of it: by guarded updates only. */
  @FenAmount() grantedFen!: Fen
}
