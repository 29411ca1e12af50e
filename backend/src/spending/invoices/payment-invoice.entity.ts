/** How much of an invoice a payment pays (发票明细): an invoice may be paid in parts, a payment may cover several. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { FenAmount, Id, Reference } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Payment } from '../payments/payment.entity.js'
import { Invoice } from './invoice.entity.js'

@Entity()
@Index(['paymentId', 'invoiceId'], { unique: true })
export class PaymentInvoice {
  @Id() id!: number
  @Reference(() => Payment, { isFirstOf: ['paymentId', 'invoiceId'] }) paymentId!: number
  @Reference(() => Invoice) invoiceId!: number
  @Reference(() => School) schoolId!: number
  @FenAmount() amountFen!: Fen

  invoice?: Invoice
  payment?: Payment
}
