/** One debit–credit entry (台账分录): never changed or deleted; a correction is a new entry. Each is chained to the one before. */
import { Entity, Index } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { At, Count, FenAmount, Id, On, Reference, Text } from '../../platform/database/columns.js'
import { HomeClass, School, Term } from '../../organisation/index.js'
import { Fund, type PayingLevel } from '../../entitlement/index.js'

@Entity()
@Index(['schoolId', 'sequence'], { unique: true })
@Index(['schoolId', 'fiscalYear', 'homeClassId', 'fundId'])
@Index(['sourceEntity', 'sourceId'])
export class LedgerEntry {
  @Id() id!: number
  /** 1, 2, 3 … within the school. */
  @Count() sequence!: number
  @Text(10) debitAccount!: string
  @Text(10) creditAccount!: string
  /** Above zero. */
  @FenAmount() amountFen!: Fen
  /** Why: entitle, declare, approve, receive, allot, commit, spend … */
  @Text(20) kind!: string
  /** A retry posts once. */
  @Text(80) @Index({ unique: true }) businessKey!: string
  @Reference(() => LedgerEntry, { nullable: true }) reversesEntryId!: number | null
  @Reference(() => School, { isFirstOf: ['schoolId', 'sequence'] }) schoolId!: number
  /** Null: the school's money that no class has yet. */
  @Reference(() => HomeClass, { nullable: true }) homeClassId!: number | null
  @Reference(() => Fund) fundId!: number
  @Text(40) purpose!: string
  /** Who pays: whole, province, city or district. */
  @Text(12) level!: PayingLevel
  @Reference(() => Term, { nullable: true }) termId!: number | null
  @Count() fiscalYear!: number
  /** Economic category of the government's chart (支出经济分类), for example 30107. */
  @Text(10, { nullable: true }) economicCategory!: string | null
  /** The day to whose month it belongs. */
  @On() accountedOn!: string
  /** What caused it, for example 'payment' 12. */
  @Text(40) sourceEntity!: string
  @Count() sourceId!: number
  @At() postedAt!: Date
  /** No index: who posted is asked of the audit trail. */
  @Count() postedById!: number
  /** SHA-256 over this entry and the hash of the one before. */
  @Text(64) hash!: string

  homeClass?: HomeClass
  fund?: Fund
}
