/** One payment in an order for the bank (付款指令明细), as it stands in the file whatever becomes of the payment. */
import { Entity, Index } from 'typeorm'
import { Id, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Payment } from '../payments/payment.entity.js'
import { BankOrder } from './bank-order.entity.js'

@Entity()
@Index(['openKey'], { unique: true })
export class BankOrderLine {
  @Id() id!: number
  @Reference(() => BankOrder) bankOrderId!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Payment) paymentId!: number
  /** Under which the payment went out; sent again it has another one. */
  @Text(30) reference!: string
  /** The reference while the order holds it: in one order at a time. Null: dissolved. */
  @Text(30, { nullable: true }) openKey!: string | null
  /** The row of the file as JSON, sealed: it holds a whole account. */
  @Text(4000) rowSealed!: string
}
