/** What a correction takes from where a payment stands, and where it puts it (更正明细). */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { Count, FenAmount, Id, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Allotment } from '../../ledger/index.js'
import { Correction } from './correction.entity.js'

@Entity()
@Index(['correctionId', 'number'], { unique: true })
export class CorrectionLine {
  @Id() id!: number
  @Reference(() => Correction, { isFirstOf: ['correctionId', 'number'] }) correctionId!: number
  @Reference(() => School) schoolId!: number
  @Count() number!: number
  /** Where it is spent now. */
  @Reference(() => Allotment) allotmentId!: number
  @Text(10) account!: string
  /** Where it belongs; only of a reclassification. */
  @Reference(() => Allotment, { nullable: true }) toAllotmentId!: number | null
  @Text(10, { nullable: true }) toAccount!: string | null
  @FenAmount() amountFen!: Fen

  allotment?: Allotment
  toAllotment?: Allotment | null
}
