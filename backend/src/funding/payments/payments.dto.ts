import { Type } from 'class-transformer'
import { IsIn, IsInt, IsOptional, IsString, Length, Min } from 'class-validator'
import { IsFen } from '../../platform/http/validation.js'
import type { ListColumn } from '../../platform/http/send-workbook.js'
import { ListQuery } from '../../platform/paging.js'
import { leftOf } from '../allotments/allotment.entity.js'
import { type Account, accounts, expenseAccounts } from '../ledger/accounts.js'
import type { Purpose } from '../standards/purposes.js'
import type { Payment } from './payment.entity.js'
import { paymentStates, type PaymentStatus } from './payment.states.js'

export class PaymentListQuery extends ListQuery {
  @IsOptional() @Type(() => Number) @IsInt()
  schoolId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  allotmentId?: number

  @IsOptional() @IsIn(paymentStates)
  status?: PaymentStatus

  @IsOptional() @Type(() => Number) @IsInt()
  fiscalYear?: number

  @IsOptional() @Type(() => Number) @IsInt()
  termId?: number
}

export class CreatePaymentIn {
  @IsInt()
  allotmentId!: number

  @IsFen() @Min(1)
  amountFen!: number

  /** Expense account of the internal chart, E500 and following. */
  @IsIn(expenseAccounts)
  account!: Account

  @IsString() @Length(1, 80)
  payee!: string

  @IsString() @Length(2, 200)
  reason!: string
}

export class UpdatePaymentIn {
  @IsOptional() @IsFen() @Min(1)
  amountFen?: number

  @IsOptional() @IsIn(expenseAccounts)
  account?: Account

  @IsOptional() @IsString() @Length(1, 80)
  payee?: string

  @IsOptional() @IsString() @Length(2, 200)
  reason?: string
}

export class PaymentOut {
  id!: number
  schoolId!: number
  allotmentId!: number
  homeClassId!: number
  className!: string
  fundId!: number
  fundName!: string
  fiscalYear!: number
  purpose!: Purpose
  status!: PaymentStatus
  amountFen!: number
  account!: string
  accountName!: string
  payee!: string
  reason!: string
  requestedOn!: string
  /** What goes to the bank and comes back from it. */
  reference!: string | null
  paidOn!: string | null
  bankSerial!: string | null
  failure!: string | null
  /** What the class has left for this purpose now. */
  leftFen!: number
  actions!: string[]
}

export function toPaymentOut(payment: Payment, actions: string[]): PaymentOut {
  const { id, schoolId, allotmentId, status, amountFen, account, payee, reason, requestedOn } = payment
  const { homeClassId, homeClass, fundId, fund, fiscalYear, purpose } = payment.allotment!
  return {
    id, schoolId, allotmentId, homeClassId: homeClassId!, className: homeClass?.name ?? '', fundId, fundName: fund?.name ?? '', fiscalYear, purpose: purpose as Purpose, status, amountFen,
    account, accountName: accounts[account as Account].zh, payee, reason, requestedOn, reference: payment.reference, paidOn: payment.paidOn, bankSerial: payment.bankSerial, failure: payment.failure, leftFen: leftOf(payment.allotment!), actions,
  }
}

/** The columns of the exported list. */
export const paymentColumns: readonly ListColumn<PaymentOut>[] = [
  { zh: '申请日期', en: 'Requested', kind: 'date', of: (row) => row.requestedOn },
  { zh: '班级', en: 'Class', kind: 'text', of: (row) => row.className },
  { zh: '资金', en: 'Fund', kind: 'text', of: (row) => row.fundName },
  { zh: '用途', en: 'Spent on', kind: 'text', of: (row) => row.accountName },
  { zh: '收款人', en: 'Payee', kind: 'text', of: (row) => row.payee },
  { zh: '事由', en: 'Reason', kind: 'text', of: (row) => row.reason },
  { zh: '金额', en: 'Amount', kind: 'fen', of: (row) => row.amountFen },
  { zh: '状态', en: 'State', kind: 'text', of: (row) => row.status },
]
