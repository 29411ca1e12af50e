/** What mends a payment that was made (更正): money that came back, spending that belongs elsewhere, a payment that never was. */
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
import { School } from '../../organisation/index.js'
import { Payment } from '../payments/payment.entity.js'
import type { CorrectionLine } from './correction-line.entity.js'
import type { CorrectionKind, CorrectionStatus } from './correction.states.js'

@Entity()
@Index(['schoolId', 'status'])
@Index(['schoolId', 'bankSerial'])
@Index(['bankLineId'], { unique: true })
export class Correction {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(20) kind!: CorrectionKind
  /** The payment that it mends. */
  @Reference(() => Payment) paymentId!: number
  /** The line of the bank's file that has opened it. */
  @Count({ nullable: true }) bankLineId!: number | null
  @State() status!: CorrectionStatus
  @Revision() revision!: number
  /** What its lines add up to. */
  @FenAmount() amountFen!: Fen
  @Text(200) reason!: string
  /** The day on which the bank has received the money, and the bank's number for it. */
  @On({ nullable: true }) receivedOn!: string | null
  @Text(60, { nullable: true }) bankSerial!: string | null
  @At() createdAt!: Date

  payment?: Payment
  lines?: CorrectionLine[]
}
