/** Money granted to schools by a joint notice (经费下达), by fund, fiscal year and paying level. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import {
  At,
  Count,
  FenAmount,
  Id,
  On,
  Reference,
  Revision,
  State,
  Text,
} from '../../platform/database/columns.js'
import { Fund, type PayingLevel } from '../../entitlement/index.js'
import type { AppropriationStatus } from './appropriation.states.js'

@Entity()
@Index(['regionCode', 'fiscalYear', 'status'])
@Index(['documentNumber'], { unique: true })
export class Appropriation {
  @Id() id!: number
  /** The region whose offices issue it. */
  @Text(12) regionCode!: string
  @Reference(() => Fund) fundId!: number
  @Count() fiscalYear!: number
  @Text(12) level!: PayingLevel
  @Text(120) title!: string
  /** Document number of the notice; given when it is issued. */
  @Text(60, { nullable: true }) documentNumber!: string | null
  @State() status!: AppropriationStatus
  @Revision() revision!: number
  /** Equals the sum of the lines. */
  @FenAmount() totalFen!: Fen
  /** What there was to give when it was drafted; null where every claim was met. */
  @FenAmount({ nullable: true }) availableFen!: Fen | null
  @Text(20, { nullable: true }) budgetCategory!: string | null
  /** The money is to be spent by this day. */
  @On({ nullable: true }) spendByOn!: string | null
  /** Why amounts were changed by hand after drafting. */
  @Text(500, { nullable: true }) reason!: string | null
  @On({ nullable: true }) issuedOn!: string | null
  /** SHA-256 of all that is issued, the attachment included, taken when it is issued. */
  @Text(64, { nullable: true }) snapshotHash!: string | null
  @At() createdAt!: Date

  fund?: Fund
}
