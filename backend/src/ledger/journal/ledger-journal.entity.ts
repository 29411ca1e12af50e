/** One business event in a school's books (记账): its lines say what moved. Never changed or deleted; a correction is a new one. Each is chained to the one before. */
import { Entity, Index } from 'typeorm'
import { At, Count, Id, On, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import type { Phase } from './accounts.js'

@Entity()
@Index(['schoolId', 'sequence'], { unique: true })
@Index(['schoolId', 'settles'], { unique: true })
@Index(['schoolId', 'reverses'], { unique: true })
@Index(['sourceEntity', 'sourceId'])
export class LedgerJournal {
  @Id() id!: number
  @Reference(() => School, { isFirstOf: ['schoolId', 'sequence'] }) schoolId!: number
  /** 1, 2, 3 … within the school. */
  @Count() sequence!: number
  @Text(10) phase!: Phase
  /** Why: declare, approve, receive, allot, reserve, spend … */
  @Text(20) kind!: string
  /** A retry posts once. */
  @Text(80) @Index({ unique: true }) businessKey!: string
  /** Sequence of the pending journal that this one posts or voids: each is ended once. */
  @Count({ nullable: true }) settles!: number | null
  /** Sequence of the journal that this one takes back: each is taken back once. */
  @Count({ nullable: true }) reverses!: number | null
  /** What caused it, for example 'payment' 12. */
  @Text(40) sourceEntity!: string
  @Count() sourceId!: number
  /** SHA-256 of the document as it stood; of what was posted before documents were hashed, the hash of the entry then. */
  @Text(64) sourceHash!: string
  /** The day to whose month it belongs. */
  @On() accountedOn!: string
  @At() postedAt!: Date
  /** No index: who posted is asked of the audit trail. */
  @Count() postedById!: number
  /** SHA-256 over this journal, its lines and the hash of the one before. */
  @Text(64) hash!: string
}
