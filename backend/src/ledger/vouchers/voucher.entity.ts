/** A voucher (记账凭证): one journal of money as accountants keep it, under a number that it keeps. Never changed once numbered; a second person checks it. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { At, Count, FenAmount, Id, Json, On, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import type { VoucherLine } from './voucher-lines.js'

@Entity()
@Index(['schoolId', 'month', 'number'], { unique: true })
@Index(['schoolId', 'sequence'], { unique: true })
@Index(['month'])
@Index(['schoolId', 'checkedAt'])
export class Voucher {
  @Id() id!: number
  @Reference(() => School, { isFirstOf: ['schoolId', 'month', 'number'] }) schoolId!: number
  /** 'YYYY-MM', the journal's. */
  @Text(7) month!: string
  /** 1, 2, 3 … within the school and month, in the order in which they were numbered. */
  @Count() number!: number
  /** The journal's. */
  @Count() sequence!: number
  @On() accountedOn!: string
  @Text(20) kind!: string
  /** What has happened, as it was when it was numbered. */
  @Text(200) summary!: string
  @FenAmount() amountFen!: Fen
  @Json() entries!: readonly VoucherLine[]
  /** Who caused the journal (制单). */
  @Count() makerId!: number
  @Text(80) makerName!: string
  @At() numberedAt!: Date
  /** A second person (复核); null: not yet. */
  @Count({ nullable: true }) checkedById!: number | null
  @Text(80, { nullable: true }) checkedByName!: string | null
  @At({ nullable: true }) checkedAt!: Date | null
  /** SHA-256 of what was numbered, the journal's hash included. */
  @Text(64) contentHash!: string

  school?: School
}
