/** Where a class's money of a fund, year and purpose stands (到班经费): the sums of its lines in the ledger, kept with them. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { Count, FenAmount, Id, Reference, Text } from '../../platform/database/columns.js'
import { HomeClass, School } from '../../organisation/index.js'
import { Fund } from '../../entitlement/index.js'

/** Written by the ledger's `post` only, in the transaction of the lines; `kehou ledger verify` sums them anew. */
@Entity()
@Index(['schoolId', 'fiscalYear', 'classKey', 'fundId', 'purpose'], { unique: true })
export class Allotment {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  /** Null: received by the school and not yet put on a class. */
  @Reference(() => HomeClass, { nullable: true }) homeClassId!: number | null
  /** The class's id, or 0: a unique key takes no null. */
  @Count() classKey!: number
  @Reference(() => Fund) fundId!: number
  @Count() fiscalYear!: number
  @Text(40) purpose!: string
  @FenAmount() declaredFen!: Fen
  @FenAmount() approvedFen!: Fen
  @FenAmount() receivedFen!: Fen
  /** Carried in from the year before, less what was carried out. */
  @FenAmount() carriedFen!: Fen
  @FenAmount() returnedFen!: Fen
  @FenAmount() committedFen!: Fen
  @FenAmount() spentFen!: Fen

  homeClass?: HomeClass
  fund?: Fund
}
