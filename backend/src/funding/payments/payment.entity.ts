/** A spending request against a class's allotment (支付): reserved when submitted, posted when approved. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { At, FenAmount, Id, On, Reference, State, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Allotment } from '../allotments/allotment.entity.js'
import type { PaymentStatus } from './payment.states.js'

@Entity()
@Index(['schoolId', 'status'])
export class Payment {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Allotment) allotmentId!: number
  @State() status!: PaymentStatus
  @FenAmount() amountFen!: Fen
  /** Account of the internal chart, for example E500 teachers' subsidy. */
  @Text(10) account!: string
  @Text(80) payee!: string
  @Text(200) reason!: string
  @On() requestedOn!: string
  @At() createdAt!: Date

  allotment?: Allotment
}
