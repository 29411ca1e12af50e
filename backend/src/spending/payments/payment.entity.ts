/** A spending request against the allotments of one or more classes (支付): committed when submitted, spent when the bank has paid. */
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
import { Commitment } from '../commitments/commitment.entity.js'
import { PayListEntry } from '../pay-lists/pay-list-entry.entity.js'
import { PayList } from '../pay-lists/pay-list.entity.js'
import { Payee } from '../payees/payee.entity.js'
import type { PaymentInvoice } from '../invoices/payment-invoice.entity.js'
import type { PaymentLine } from './payment-line.entity.js'
import type { PaymentKind, PaymentStatus } from './payment.states.js'

@Entity()
@Index(['schoolId', 'status'])
@Index(['fiscalYear'])
@Index(['reference'], { unique: true })
@Index(['payeeAccountHash'])
export class Payment {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  /** The year whose money it takes: the same for all its lines. */
  @Count() fiscalYear!: number
  @Text(20) kind!: PaymentKind
  /** The contract or purchase that it pays a part of. */
  @Reference(() => Commitment, { nullable: true }) commitmentId!: number | null
  /** The pay list that has made it, also where it has ended since without being paid. */
  @Reference(() => PayList, { nullable: true }) payListId!: number | null
  /** The person of that list whom it pays: one payment each. Null once it has ended without being paid, and that person is free for another. */
  @Reference(() => PayListEntry, { nullable: true, unique: true }) payListEntryId!: number | null
  @State() status!: PaymentStatus
  @Revision() revision!: number
  /** What its lines add up to. */
  @FenAmount() amountFen!: Fen
  /** Whom it pays, where the school keeps that payee; what follows is frozen when it is submitted. */
  @Reference(() => Payee, { nullable: true }) payeeId!: number | null
  @Text(80) payee!: string
  /** The payee's bank account, sealed; for reading the last four digits, for comparing a keyed hash. */
  @Text(200, { nullable: true }) payeeAccountSealed!: string | null
  @Text(4, { nullable: true }) payeeAccountLast4!: string | null
  @Text(64, { nullable: true }) payeeAccountHash!: string | null
  @Text(80, { nullable: true }) payeeBank!: string | null
  @Text(12, { nullable: true }) payeeBankCode!: string | null
  @Text(200) reason!: string
  /** What goes to the bank and comes back from it; given on the first submission. */
  @Text(30, { nullable: true }) reference!: string | null
  @On() requestedOn!: string
  @On({ nullable: true }) paidOn!: string | null
  @Text(60, { nullable: true }) bankSerial!: string | null
  @Text(200, { nullable: true }) failure!: string | null
  /** How often the bank has sent its money back after it was paid. */
  @Count() takenBackCount!: number
  @At() createdAt!: Date

  /** In their order; read with it everywhere but in lists that need none. */
  lines?: PaymentLine[]
  /** What of which invoices it pays; read with it where its hash is asked for. */
  invoices?: PaymentInvoice[]
  commitment?: Commitment | null
  payList?: PayList | null
}
