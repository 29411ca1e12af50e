/** How are entries of the trail chained (审计链)? Each one's hash covers itself and the hash before it. Pure. */
import { createHash } from 'node:crypto'

/** The hash before a region's first entry. */
export const genesis = '0'.repeat(64)

/** The chain of what belongs to no region. */
export const noRegion = '0'

export interface ChainedEntry {
  /** ISO, UTC, to the millisecond. */
  readonly at: string
  readonly actorId: number | null
  readonly actorName: string
  readonly onBehalfOfId: number | null
  readonly onBehalfOfName: string | null
  readonly action: string
  readonly entity: string
  readonly entityId: number | null
  readonly schoolId: number | null
  readonly regionCode: string | null
  /** JSON, letter by letter as it is kept. */
  readonly before: string | null
  readonly after: string | null
  readonly requestId: string
  /** What the document says after the act; null: it is bound to none. */
  readonly documentHash: string | null
}

/** SHA-256 in hex over every column but the row's key, in a fixed order. */
export function hashOf(previousHash: string, chain: string, sequence: number, entry: ChainedEntry): string {
  const fields = [
    entry.documentHash === null ? 'v1' : 'v2',
    previousHash,
    chain,
    sequence,
    entry.at,
    entry.actorId,
    entry.actorName,
    entry.onBehalfOfId,
    entry.onBehalfOfName,
    entry.action,
    entry.entity,
    entry.entityId,
    entry.schoolId,
    entry.regionCode,
    entry.before,
    entry.after,
    entry.requestId,
    // Entries of before documents were bound have none, and keep their hash.
    ...(entry.documentHash === null ? [] : [entry.documentHash]),
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}
