/** One school's row in the attachment of a notice (下达明细). */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { At, Count, FenAmount, Id, On, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Appropriation } from './appropriation.entity.js'

@Entity()
@Index(['appropriationId', 'schoolId'], { unique: true })
export class AppropriationLine {
  @Id() id!: number
  @Reference(() => Appropriation) appropriationId!: number
  @Reference(() => School) schoolId!: number
  @Count() classCount!: number
  /** What the school's claim still had open when the notice was drafted. */
  @FenAmount() claimFen!: Fen
  @FenAmount() amountFen!: Fen
  @At({ nullable: true }) receivedAt!: Date | null
  /** Day and number of the quota or bank slip (到账单). */
  @On({ nullable: true }) receivedOn!: string | null
  @Text(60, { nullable: true }) slipNumber!: string | null

  appropriation?: Appropriation
  school?: School
}
