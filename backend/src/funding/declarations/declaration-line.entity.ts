/** What one class brings to a declaration (申报明细), frozen with its name. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { Count, FenAmount, Id, Reference, Text } from '../../platform/database/columns.js'
import { HomeClass, School } from '../../organisation/index.js'
import { Declaration } from './declaration.entity.js'

@Entity()
@Index(['declarationId', 'homeClassId'], { unique: true })
export class DeclarationLine {
  @Id() id!: number
  @Reference(() => Declaration) declarationId!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => HomeClass) homeClassId!: number
  @Text(30) className!: string
  @Count() studentCount!: number
  @FenAmount() amountFen!: Fen
}
