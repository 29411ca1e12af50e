/** From which class's money a person of a pay list is paid (发放明细的资金): becomes a line of the payment. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { Count, FenAmount, Id, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Allotment } from '../../ledger/index.js'
import { PayListEntry } from './pay-list-entry.entity.js'

@Entity()
@Index(['entryId', 'number'], { unique: true })
@Index(['entryId', 'allotmentId', 'account'], { unique: true })
export class PayListLine {
  @Id() id!: number
  @Reference(() => PayListEntry, { isFirstOf: ['entryId', 'number'] }) entryId!: number
  @Reference(() => School) schoolId!: number
  @Count() number!: number
  @Reference(() => Allotment) allotmentId!: number
  @Text(10) account!: string
  @FenAmount() amountFen!: Fen
  /** Whole class-hours, a begun one counted. */
  @Count({ nullable: true }) lessonCount!: number | null

  allotment?: Allotment
}
