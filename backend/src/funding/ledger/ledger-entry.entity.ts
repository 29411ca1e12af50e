/** One debit–credit entry (台账分录): never changed or deleted; a correction is a new entry. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { At, Count, FenAmount, Id, LooseReference, Reference, Text } from '../../platform/database/columns.js'
import { HomeClass, School } from '../../organisation/index.js'
import { Fund } from '../standards/fund.entity.js'

@Entity()
@Index(['schoolId', 'fiscalYear', 'homeClassId', 'fundId'])
@Index(['sourceEntity', 'sourceId'])
export class LedgerEntry {
  @Id() id!: number
  @Text(10) debitAccount!: string
  @Text(10) creditAccount!: string
  /** Above zero. */
  @FenAmount() amountFen!: Fen
  /** Why: entitle, declare, approve, receive, commit, release, spend … */
  @Text(20) kind!: string
  /** A retry posts once. */
  @Text(80) @Index({ unique: true }) businessKey!: string
  @Reference(() => LedgerEntry, { nullable: true }) reversesEntryId!: number | null
  @Reference(() => School) schoolId!: number
  @Reference(() => HomeClass) homeClassId!: number
  @Reference(() => Fund) fundId!: number
  @Text(40) purpose!: string
  @Count() fiscalYear!: number
  /** What caused it, for example 'payment' 12. */
  @Text(40) sourceEntity!: string
  @Count() sourceId!: number
  @At() postedAt!: Date
  @LooseReference() postedById!: number

  homeClass?: HomeClass
}
