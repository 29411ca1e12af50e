/** What a seller has issued for money (发票): one invoice stands once in the whole installation, so that it is paid once. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { At, FenAmount, Id, On, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'

@Entity()
@Index(['wholeNumber'], { unique: true })
@Index(['schoolId', 'issuedOn'])
export class Invoice {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  /** 发票代码; null: a fully digital invoice, whose number of twenty digits says it all. */
  @Text(12, { nullable: true }) code!: string | null
  @Text(20) number!: string
  /** Code and number in one (see wholeNumberOf): the key that no two invoices have. */
  @Text(32) wholeNumber!: string
  @Text(80) seller!: string
  @On() issuedOn!: string
  @FenAmount() amountFen!: Fen
  @At() createdAt!: Date
}
