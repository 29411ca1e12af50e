/** What one class brings to a declaration (申报明细), frozen with its name and counts. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { Count, FenAmount, Id, Json, Reference, Text } from '../../platform/database/columns.js'
import { HomeClass, School } from '../../organisation/index.js'
import type { CountedClass } from '../../entitlement/index.js'
import { Declaration } from './declaration.entity.js'

/** What each standard gives the class. */
export interface LinePart {
  readonly standardId: number
  readonly model: string
  readonly count: number
  readonly amountFen: Fen
}

@Entity()
@Index(['declarationId', 'homeClassId'], { unique: true })
export class DeclarationLine {
  @Id() id!: number
  @Reference(() => Declaration) declarationId!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => HomeClass) homeClassId!: number
  @Text(30) className!: string
  @Count() studentCount!: number
  /** What was declared, and what the records said; they differ only with a reason. */
  @Json() counts!: CountedClass
  @Json() recorded!: CountedClass
  @Json() parts!: LinePart[]
  @FenAmount() amountFen!: Fen
  /** What of it is for the after-school service; the rest is for the fund's other purpose. */
  @FenAmount() serviceFen!: Fen
}
