/** A file in which the bank or treasury says what was paid (银行回单文件): the same file counts once. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { At, Count, FenAmount, Id, LooseReference, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'

@Entity()
@Index(['regionCode', 'fileHash'], { unique: true })
export class BankReturn {
  @Id() id!: number
  @Text(12) regionCode!: string
  /** Null where the accounting centre hands it in for many schools. */
  @Reference(() => School, { nullable: true }) schoolId!: number | null
  @Text(120) fileName!: string
  @Text(64) fileHash!: string
  @Count() lineCount!: number
  @Count() matchedCount!: number
  @FenAmount() paidFen!: Fen
  @LooseReference() importedById!: number
  /** In whose place; null where it was on the importer's own account. */
  @LooseReference({ nullable: true }) importedForId!: number | null
  @At() importedAt!: Date
}
