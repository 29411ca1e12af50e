/** What a payment takes from one class for one purpose (支付明细), under one account. The lines of a payment add up to it. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { Count, FenAmount, Id, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Allotment } from '../../ledger/index.js'
import { Payment } from './payment.entity.js'

@Entity()
@Index(['paymentId', 'number'], { unique: true })
@Index(['paymentId', 'allotmentId', 'account'], { unique: true })
export class PaymentLine {
  @Id() id!: number
  @Reference(() => Payment, { isFirstOf: ['paymentId', 'number'] }) paymentId!: number
  @Reference(() => School) schoolId!: number
  /** From 1, in the order in which they were asked for. */
  @Count() number!: number
  @Reference(() => Allotment) allotmentId!: number
  /** Account of the internal chart, for example E500 teachers' subsidy. */
  @Text(10) account!: string
  @FenAmount() amountFen!: Fen
  /** Class-hours that it pays, where it pays people. */
  @Count({ nullable: true }) lessonCount!: number | null

  allotment?: Allotment
}
