/** A school's claim for a fund and fiscal year (资金申报), its inputs locked when it is submitted. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { At, Count, FenAmount, Id, On, Reference, State, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Fund } from '../standards/fund.entity.js'
import { FundingStandard } from '../standards/funding-standard.entity.js'
import type { DeclarationStatus } from './declaration.states.js'

@Entity()
@Index(['schoolId', 'fundId', 'fiscalYear'], { unique: true })
@Index(['regionCode', 'fiscalYear', 'status'])
export class Declaration {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(12) regionCode!: string
  @Reference(() => Fund) fundId!: number
  @Reference(() => FundingStandard) standardId!: number
  @Count() fiscalYear!: number
  @State() status!: DeclarationStatus
  @On() countedOn!: string
  @Count() classCount!: number
  @FenAmount() amountFen!: Fen
  /** Of the money the part for after-school service, per mille; the school decides where the fund has two purposes. */
  @Count() serviceSharePerMille!: number
  /** SHA-256 of the locked lines and rule; null while a draft. */
  @Text(64, { nullable: true }) snapshotHash!: string | null
  @At() updatedAt!: Date

  school?: School
  fund?: Fund
  standard?: FundingStandard
}
