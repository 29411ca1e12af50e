/** One school's row in the attachment of a notice (下达明细). */
import { Entity, ForeignKey, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { At, Count, FenAmount, Id, Reference } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Declaration } from '../declarations/declaration.entity.js'
import { Appropriation } from './appropriation.entity.js'

@Entity()
@Index(['appropriationId', 'schoolId'], { unique: true })
@Index(['declarationId'], { unique: true })
@ForeignKey(() => Declaration, ['declarationId'], ['id'], { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
export class AppropriationLine {
  @Id() id!: number
  @Reference(() => Appropriation) appropriationId!: number
  @Reference(() => School) schoolId!: number
  /** A declaration is granted once. */
  @Count() declarationId!: number
  @Count() classCount!: number
  @FenAmount() amountFen!: Fen
  @At({ nullable: true }) receivedAt!: Date | null

  appropriation?: Appropriation
  school?: School
}
