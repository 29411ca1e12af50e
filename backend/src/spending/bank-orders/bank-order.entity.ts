/** An order for the bank (付款指令): one batch of checked payments, under a number by which its file is known. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import {
  At,
  Count,
  FenAmount,
  Id,
  LooseReference,
  Reference,
  Revision,
  State,
  Text,
} from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import type { BankOrderStatus } from './bank-order.states.js'

@Entity()
@Index(['drawer', 'number'], { unique: true })
@Index(['regionCode', 'status'])
export class BankOrder {
  @Id() id!: number
  @Text(12) regionCode!: string
  /** Null where it is for many schools. */
  @Reference(() => School, { nullable: true }) schoolId!: number | null
  /** Who numbers it: the region of an accounting centre, or `S` and the id of a school. */
  @Text(12) drawer!: string
  /** 2026-0007 */
  @Text(12) number!: string
  @State() status!: BankOrderStatus
  @Revision() revision!: number
  @Count() lineCount!: number
  @FenAmount() amountFen!: Fen
  /** SHA-256 of the file's rows, so that a file can be told to be this order. */
  @Text(64) contentHash!: string
  /** How often its file was taken. */
  @Count() exportedCount!: number
  @LooseReference() drawnById!: number
  @Text(80) drawnByName!: string
  @At() drawnAt!: Date
  @Text(80, { nullable: true }) sentByName!: string | null
  @At({ nullable: true }) sentAt!: Date | null
}
