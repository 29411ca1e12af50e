/** How are journals chained (台账链)? Each one's hash covers itself, its lines and the hash before it, so that nothing can be changed unseen. Pure. */
import { createHash } from 'node:crypto'
import type { Phase } from './accounts.js'

/** The hash before a school's first journal. */
export const genesis = '0'.repeat(64)

export interface ChainedLine {
  readonly debit: string
  readonly credit: string
  readonly amountFen: number
  readonly homeClassId: number | null
  readonly fundId: number
  readonly purpose: string
  readonly fiscalYear: number
  readonly level: string
}

export interface ChainedJournal {
  readonly schoolId: number
  readonly phase: Phase
  readonly kind: string
  readonly businessKey: string
  /** Sequence of the journal that this one ends or takes back. */
  readonly settles: number | null
  readonly reverses: number | null
  readonly sourceEntity: string
  readonly sourceId: number
  readonly sourceHash: string
  readonly accountedOn: string
  readonly postedAt: Date
  readonly postedById: number
  readonly lines: readonly ChainedLine[]
}

/**
 * SHA-256 in hex over every field but the keys of the rows: those of other tables are written as what they name. It may
 * grow by another version only, never change: books of years ago are still proved by it.
 */
export function hashOf(previousHash: string, sequence: number, journal: ChainedJournal): string {
  const fields = [
    'v2',
    previousHash,
    sequence,
    journal.schoolId,
    journal.phase,
    journal.kind,
    journal.businessKey,
    journal.settles,
    journal.reverses,
    journal.sourceEntity,
    journal.sourceId,
    journal.sourceHash,
    journal.accountedOn,
    journal.postedAt.toISOString(),
    journal.postedById,
    ...journal.lines.map((line) => [
      line.debit,
      line.credit,
      line.amountFen,
      line.homeClassId,
      line.fundId,
      line.purpose,
      line.fiscalYear,
      line.level,
    ]),
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}
