/** How are entries chained (台账链)? Each one's hash covers itself and the hash before it, so that no row can be changed unseen. Pure. */
import { createHash } from 'node:crypto'

/** The hash before a school's first entry. */
export const genesis = '0'.repeat(64)

export interface Chained {
  readonly sequence: number
  readonly debitAccount: string
  readonly creditAccount: string
  readonly amountFen: number
  readonly kind: string
  readonly businessKey: string
  readonly reversesEntryId: number | null
  readonly schoolId: number
  readonly homeClassId: number | null
  readonly fundId: number
  readonly purpose: string
  readonly level: string
  readonly termId: number | null
  readonly fiscalYear: number
  readonly economicCategory: string | null
  readonly accountedOn: string
  readonly sourceEntity: string
  readonly sourceId: number
  readonly postedAt: Date
  readonly postedById: number
}

export type NewEntry = Omit<Chained, 'sequence'>

/** SHA-256 in hex over every field but the key of the row, in a fixed order. */
export function hashOf(previousHash: string, sequence: number, entry: NewEntry): string {
  const fields = [
    'v1',
    previousHash,
    sequence,
    entry.debitAccount,
    entry.creditAccount,
    entry.amountFen,
    entry.kind,
    entry.businessKey,
    entry.reversesEntryId,
    entry.schoolId,
    entry.homeClassId,
    entry.fundId,
    entry.purpose,
    entry.level,
    entry.termId,
    entry.fiscalYear,
    entry.economicCategory,
    entry.accountedOn,
    entry.sourceEntity,
    entry.sourceId,
    entry.postedAt.toISOString(),
    entry.postedById,
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}
