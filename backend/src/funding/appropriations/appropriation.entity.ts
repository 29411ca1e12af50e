/** Money granted to schools by a joint notice (经费下达), by fund and fiscal year. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { At, Count, FenAmount, Id, On, Reference, State, Text } from '../../platform/database/columns.js'
import { Fund } from '../standards/fund.entity.js'
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
  @Text(120) title!: string
  /** Document number of the notice; given when it is issued. */
  @Text(60, { nullable: true }) documentNumber!: string | null
  @State() status!: AppropriationStatus
  /** Equals the sum of the lines. */
  @FenAmount() totalFen!: Fen
  @On({ nullable: true }) issuedOn!: string | null
  @At() createdAt!: Date

  fund?: Fund
}
