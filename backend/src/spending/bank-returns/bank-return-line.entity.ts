/** One line of the bank's file (回单明细): matched with one payment by reference and amount, or listed as unmatched. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import {
  At,
  Count,
  FenAmount,
  Id,
  LooseReference,
  On,
  Reference,
  Text,
} from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Payment } from '../payments/payment.entity.js'
import { BankReturn } from './bank-return.entity.js'

/**
 * returned: the bank has sent back what is paid here, and the ledger does not say so yet; taken_back: it does. confirmed:
 * the bank says what a slip has said before. paid_twice: the bank has paid a second time what it was asked for once.
 */
export const lineOutcomes = [
  'paid',
  'confirmed',
  'failed',
  'paid_twice',
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
@Index(['reference'])
@Index(['countedOn', 'schoolId'])
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
  /** The day to which the line belongs: the bank's own, or that of the import where the bank's cannot be read. */
  @On() countedOn!: string
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
  /** What the second person said who settled or closed it. */
  @Text(200, { nullable: true }) comment!: string | null
  /** A difference that somebody has looked into stays one; it waits for nobody any more. */
  @At({ nullable: true }) closedAt!: Date | null
  @LooseReference({ nullable: true }) closedById!: number | null
}
