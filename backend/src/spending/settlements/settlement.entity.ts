/** A school's account of a fund at the end of a term or year (结算), frozen, with what becomes of the money left. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import {
  At,
  Count,
  FenAmount,
  Id,
  Json,
  On,
  Reference,
  Revision,
  State,
  Text,
} from '../../platform/database/columns.js'
import { School, Term } from '../../organisation/index.js'
import { Fund } from '../../entitlement/index.js'
import type { TreasuryReturn } from '../treasury-returns/treasury-return.entity.js'
import type { SettlementStatus } from './settlement.states.js'

/** The statement (收支情况表): opening + received − spent − carried out − returned − committed = left. */
export interface Statement {
  /** Not spent before the period, and carried in from the year before. */
  readonly openingFen: Fen
  readonly receivedFen: Fen
  readonly spent: readonly {
    readonly account: string
    readonly paymentCount: number
    readonly lessonCount: number
    readonly amountFen: Fen
  }[]
  readonly spentFen: Fen
  /** Carried into the next year within the period: only seen by a term over the end of a year. */
  readonly carriedOutFen: Fen
  readonly returnedFen: Fen
  /** Still reserved at the end of the period. */
  readonly committedFen: Fen
  readonly leftFen: Fen
}

@Entity()
@Index(['schoolId', 'fundId', 'fiscalYear', 'periodKey'], { unique: true })
export class Settlement {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(12) regionCode!: string
  @Reference(() => Fund) fundId!: number
  @Count() fiscalYear!: number
  @Reference(() => Term, { nullable: true }) termId!: number | null
  /** 'year', 'year:2' for what came after it was settled, or 'term:' and the term's id. Only the year's move money. */
  @Text(20) periodKey!: string
  @On() fromOn!: string
  @On() toOn!: string
  @State() status!: SettlementStatus
  @Revision() revision!: number
  @Json() statement!: Statement
  @FenAmount() leftFen!: Fen
  /** By the fund's policy: into the next year, or back to the treasury; a term's statement leaves it where it is. */
  @Text(12) leftover!: 'carry' | 'return' | 'stays'
  @Text(64, { nullable: true }) snapshotHash!: string | null
  @At() createdAt!: Date

  school?: School
  fund?: Fund
  /** What of it goes back to the treasury; null where nothing does, or where it was settled before returns waited for the bank. */
  treasuryReturn?: TreasuryReturn | null
}
