/** What a scheme gives one class for one purpose (分配明细). */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { FenAmount, Id, Reference, Text } from '../../platform/database/columns.js'
import { HomeClass, School } from '../../organisation/index.js'
import { Scheme } from './scheme.entity.js'

@Entity()
@Index(['schemeId', 'homeClassId', 'purpose'], { unique: true })
export class SchemeLine {
  @Id() id!: number
  @Reference(() => Scheme) schemeId!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => HomeClass) homeClassId!: number
  @Text(40) purpose!: string
  @FenAmount() amountFen!: Fen

  homeClass?: HomeClass
}
