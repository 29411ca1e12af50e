/** A dated rule that turns classes into an amount (经费标准), with its document. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { Count, FenAmount, Id, On, Reference, Text } from '../../platform/database/columns.js'
import type { Stage } from '../../organisation/index.js'
import { Fund } from './fund.entity.js'

@Entity()
@Index(['fundId', 'stage', 'validFromOn'], { unique: true })
export class FundingStandard {
  @Id() id!: number
  @Reference(() => Fund) fundId!: number
  @Text(20) stage!: Stage
  /** per_class_year: so much for a class and a whole year. */
  @Text(20) unit!: 'per_class_year'
  @FenAmount() amountFen!: Fen
  /** Months that a whole year counts, and months granted. */
  @Count() months!: number
  /** 'MM-DD': classes are counted as they stand on this day of the fiscal year. */
  @Text(5) countDay!: string
  @On() validFromOn!: string
  @On({ nullable: true }) validToOn!: string | null
  @Text(80) issuer!: string
  @Text(60) documentNumber!: string

  fund?: Fund
}
