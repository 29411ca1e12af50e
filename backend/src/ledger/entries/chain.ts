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

/** In this order an entry is hashed and written: it may grow by another version of the hash only, never change. */
export const entryFields = [
  'debitAccount',
  'creditAccount',
  'amountFen',
  'kind',
  'businessKey',
  'reversesEntryId',
  'schoolId',
  'homeClassId',
  'fundId',
  'purpose',
  'level',
  'termId',
  'fiscalYear',
  'economicCategory',
  'accountedOn',
  'sourceEntity',
  'sourceId',
  'postedAt',
  'postedById',
] as const

export type NewEntry = Pick<Chained, (typeof entryFields)[number]>

/** The instant is written as each reader wants it. */
export const valuesOf = (entry: NewEntry, postedAt: string): (string | number | null)[] =>
  entryFields.map((field) => (field === 'postedAt' ? postedAt : entry[field]))

/** SHA-256 in hex over every field but the key of the row. */
export function hashOf(previousHash: string, sequence: number, entry: NewEntry): string {
  const fields = ['v1', previousHash, sequence, ...valuesOf(entry, entry.postedAt.toISOString())]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}
