/** What a scheme gives one class for one purpose (分配明细). */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { FenAmount, Id, Reference, Text } from '../../platform/database/columns.js'
import { HomeClass, School } from '../../organisation/index.js'
import { DistributionScheme } from './distribution-scheme.entity.js'

@Entity('scheme_line')
@Index(['schemeId', 'homeClassId', 'purpose'], { unique: true })
export class DistributionSchemeLine {
  @Id() id!: number
  @Reference(() => DistributionScheme) schemeId!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => HomeClass) homeClassId!: number
  @Text(40) purpose!: string
  @FenAmount() amountFen!: Fen

  homeClass?: HomeClass
}
