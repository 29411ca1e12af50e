import { Min } from 'class-validator'
import { IsFen, IsInt } from '../../platform/http/validation.js'
import type { PaymentInvoice } from './payment-invoice.entity.js'

export const mostInvoices = 50

export class PaymentInvoiceIn {
  /** An invoice of the school. */
  @IsInt()
  invoiceId!: number

  /** What of it this pays. */
  @IsFen()
  @Min(1)
  amountFen!: number
}

export class PaymentInvoiceOut {
  invoiceId!: number
  code!: string | null
  number!: string
  seller!: string
  issuedOn!: string
  /** What the invoice is made out for, and what of it this pays. */
  invoiceFen!: number
  amountFen!: number
}

export function toPaymentInvoiceOut({ invoiceId, amountFen, invoice }: PaymentInvoice): PaymentInvoiceOut {
  const { code, number, seller, issuedOn, amountFen: invoiceFen } = invoice!
  return { invoiceId, code, number, seller, issuedOn, invoiceFen, amountFen }
}
