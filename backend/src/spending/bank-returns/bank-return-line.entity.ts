/** One line of the bank's file (回单明细): matched with one payment by reference and amount, or listed as unmatched. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { Count, FenAmount, Id, On, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Payment } from '../payments/payment.entity.js'
import { BankReturn } from './bank-return.entity.js'

/**
 * returned: the bank has sent back what is paid here, and the ledger does not say so yet; taken_back: it does.
 */
export const lineOutcomes = [
  'paid',
  'failed',
  'returned',
  'taken_back',
  'repeated',
  'unmatched',
  'settled_by_hand',
] as const
export type LineOutcome = (typeof lineOutcomes)[number]

export type BankResult = 'paid' | 'failed' | 'unclear'

@Entity()
@Index(['bankReturnId', 'rowNumber'], { unique: true })
@Index(['serial'])
@Index(['schoolId', 'outcome'])
@Index(['spendKey'])
export class BankReturnLine {
  @Id() id!: number
  @Reference(() => BankReturn) bankReturnId!: number
  /** Known where a payment was found. */
  @Reference(() => School, { nullable: true }) schoolId!: number | null
  @Count() rowNumber!: number
  @Text(60, { nullable: true }) serial!: string | null
  @Text(30, { nullable: true }) reference!: string | null
  @Text(80, { nullable: true }) payee!: string | null
  @FenAmount({ nullable: true }) amountFen!: Fen | null
  @On({ nullable: true }) paidOn!: string | null
  /** What the bank says. */
  @Text(10) result!: BankResult
  /** What became of the line. */
  @Text(20) outcome!: LineOutcome
  /** Why it is unmatched, as the code of a sentence. */
  @Text(60, { nullable: true }) reason!: string | null
  @Text(200, { nullable: true }) bankRemark!: string | null
  @Reference(() => Payment, { nullable: true }) paymentId!: number | null
  /** Business key of the spending in the ledger that the line has caused, or whose money it says has come back. */
  @Text(80, { nullable: true }) spendKey!: string | null
}
