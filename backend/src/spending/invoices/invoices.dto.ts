import { Type } from 'class-transformer'
import { IsBoolean, IsString, Length, Matches, Min } from 'class-validator'
import { PlainText } from '../../platform/http/plain-text.js'
import {
  BooleanText,
  IsFen,
  IsInt,
  IsDocumentDate,
  Nullable,
  Optional,
} from '../../platform/http/validation.js'
import { addFen, fen, subtractFen } from '../../platform/money.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { SearchListQuery } from '../../platform/paging.js'
import { isHeld, type PaymentStatus } from '../payments/payment.states.js'
import type { Invoice } from './invoice.entity.js'
import { codePattern, InvoiceText, numberPattern } from './invoice-number.js'
import type { PaymentInvoice } from './payment-invoice.entity.js'

export class InvoiceListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  /** Only those that payments of this year pay, and those issued in it that no payment names yet. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  fiscalYear?: number

  /** True: something of it is still to be paid. */
  @Optional()
  @BooleanText()
  @IsBoolean()
  isOpen?: boolean
}

export class CreateInvoiceIn {
  @IsInt()
  schoolId!: number

  /** 发票代码: none where the number has twenty digits. */
  @Optional()
  @InvoiceText()
  @Nullable()
  @IsString()
  @Matches(codePattern)
  code?: string | null

  @InvoiceText()
  @IsString()
  @Matches(numberPattern)
  number!: string

  @IsString()
  @Length(2, 80)
  @PlainText()
  seller!: string

  @IsDocumentDate()
  issuedOn!: string

  @IsFen()
  @Min(1)
  amountFen!: number
}

export class UpdateInvoiceIn {
  @Optional()
  @InvoiceText()
  @Nullable()
  @IsString()
  @Matches(codePattern)
  code?: string | null

  @Optional()
  @InvoiceText()
  @IsString()
  @Matches(numberPattern)
  number?: string

  @Optional()
  @IsString()
  @Length(2, 80)
  @PlainText()
  seller?: string

  @Optional()
  @IsDocumentDate()
  issuedOn?: string

  @Optional()
  @IsFen()
  @Min(1)
  amountFen?: number
}

/** One payment of an invoice, or of a part of it. */
export class InvoicePaymentOut {
  paymentId!: number
  payee!: string
  reason!: string
  status!: PaymentStatus
  requestedOn!: string
  /** What of the invoice it pays. */
  amountFen!: number
}

export class InvoiceOut {
  id!: number
  schoolId!: number
  code!: string | null
  number!: string
  seller!: string
  issuedOn!: string
  amountFen!: number
  /** What payments that were handed in, and neither refused nor withdrawn, take of it. */
  heldFen!: number
  /** What can still be paid. */
  freeFen!: number
  payments!: InvoicePaymentOut[]
  actions!: string[]
}

export function toInvoiceOut(
  invoice: Invoice,
  parts: readonly PaymentInvoice[],
  mayWrite: boolean,
): InvoiceOut {
  const { id, schoolId, code, number, seller, issuedOn, amountFen } = invoice
  const held = parts.filter(({ payment }) => isHeld(payment!.status))
  const heldFen = addFen(fen(0), ...held.map((part) => part.amountFen))
  return {
    id,
    schoolId,
    code,
    number,
    seller,
    issuedOn,
    amountFen,
    heldFen,
    freeFen: subtractFen(amountFen, heldFen),
    payments: parts.map(({ payment, ...part }) => ({
      paymentId: part.paymentId,
      payee: payment!.payee,
      reason: payment!.reason,
      status: payment!.status,
      requestedOn: payment!.requestedOn,
      amountFen: part.amountFen,
    })),
    actions: [
      ...(mayWrite && held.length === 0 ? ['update'] : []),
      ...(mayWrite && parts.length === 0 ? ['delete'] : []),
    ],
  }
}

/** The columns of the list in the archive of a year. */
export const invoiceColumns: readonly ListColumn<InvoiceOut>[] = [
  { zh: '发票代码', en: 'Code', kind: 'text', of: (row) => row.code },
  { zh: '发票号码', en: 'Number', kind: 'text', of: (row) => row.number },
  { zh: '销售方', en: 'Seller', kind: 'text', of: (row) => row.seller },
  { zh: '开票日期', en: 'Issued', kind: 'date', of: (row) => row.issuedOn },
  { zh: '金额', en: 'Amount', kind: 'fen', of: (row) => row.amountFen },
  { zh: '已申请支付', en: 'Asked for', kind: 'fen', of: (row) => row.heldFen },
]
