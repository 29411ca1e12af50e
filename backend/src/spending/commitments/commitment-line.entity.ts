/** How much of a commitment comes from which class's money, for what (合同明细). */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { Count, FenAmount, Id, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Allotment } from '../../ledger/index.js'
import { Commitment } from './commitment.entity.js'

@Entity()
@Index(['commitmentId', 'number'], { unique: true })
@Index(['commitmentId', 'allotmentId', 'account'], { unique: true })
export class CommitmentLine {
  @Id() id!: number
  @Reference(() => Commitment, { isFirstOf: ['commitmentId', 'number'] }) commitmentId!: number
  @Reference(() => School) schoolId!: number
  @Count() number!: number
  @Reference(() => Allotment) allotmentId!: number
  @Text(10) account!: string
  @FenAmount() amountFen!: Fen

  allotment?: Allotment
}
