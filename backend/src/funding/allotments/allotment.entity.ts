/** The share of an appropriation that stands on one class (到班经费), with what is committed and spent of it. */
import { Entity, Index } from 'typeorm'
import { type Fen, subtractFen } from '../../platform/money.js'
import { Count, FenAmount, Id, Reference, Text } from '../../platform/database/columns.js'
import { HomeClass, School } from '../../organisation/index.js'
import { Fund } from '../standards/fund.entity.js'

@Entity()
@Index(['homeClassId', 'fundId', 'fiscalYear', 'purpose'], { unique: true })
@Index(['schoolId', 'fiscalYear'])
export class Allotment {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => HomeClass) homeClassId!: number
  @Reference(() => Fund) fundId!: number
  @Count() fiscalYear!: number
  @Text(40) purpose!: string
  @FenAmount() allottedFen!: Fen
  /** Kept by guarded updates, equal to the ledger's balances (a test and a command check it). */
  @FenAmount() committedFen!: Fen
  @FenAmount() spentFen!: Fen

  homeClass?: HomeClass
  fund?: Fund
}

/** What may still be committed of an allotment. */
export function leftOf({ allottedFen, committedFen, spentFen }: Pick<Allotment, 'allottedFen' | 'committedFen' | 'spentFen'>): Fen {
  return subtractFen(subtractFen(allottedFen, committedFen), spentFen)
}
