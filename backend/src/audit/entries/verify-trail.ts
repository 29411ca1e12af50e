/**
 * Does the trail hold together (审计链核对)? Finds entries that were changed, taken out or put in another place, and a tail
 * that was cut. Who has the database and this program can write a whole chain anew; only a head that was kept elsewhere
 * tells of that.
 */
import type { EntityManager } from 'typeorm'
import { AuditChain } from './audit-chain.entity.js'
import { AuditEntry } from './audit-entry.entity.js'
import { type ChainedEntry, genesis, hashOf } from './trail-chain.js'

export interface TrailHead {
  /** Code of the region; '0' for what belongs to none. */
  readonly chain: string
  readonly sequence: number
  readonly hash: string
}

/**
 * missing: an entry was taken out; changed: it is not what was written, or stands in another's place; cut: the chain ends
 * before its head; beyond: entries behind the head; no_head: the head was taken away; other_head: another chain than the
 * one whose head was kept.
 */
export type TrailProblemCode = 'missing' | 'changed' | 'cut' | 'beyond' | 'no_head' | 'other_head'

export interface TrailProblem {
  readonly code: TrailProblemCode
  readonly chain: string
  /** Place in the chain at which it shows. */
  readonly sequence: number
  /** Number of the entry, where there is one. */
  readonly entryId: number | null
}

export interface TrailVerification {
  readonly entryCount: number
  readonly chainCount: number
  readonly problems: readonly TrailProblem[]
}

const batch = 2000
const mostProblems = 1000

/** Where each chain ends now. */
export async function headsOfTrail(manager: EntityManager): Promise<TrailHead[]> {
  const heads = await manager.find(AuditChain, { order: { chain: 'ASC' } })
  return heads
    .filter(({ lastSequence }) => lastSequence > 0)
    .map(({ chain, lastSequence, lastHash }) => ({ chain, sequence: lastSequence, hash: lastHash }))
}

/**
 * All chains. `kept` are heads as they were written down elsewhere at some time before: the chains must still go
 * through them. What is being written meanwhile is left out: each chain is read up to where it ended at the beginning.
 */
export async function verifyTrail(
  manager: EntityManager,
  kept: readonly TrailHead[] = [],
): Promise<TrailVerification> {
  // Entries first: each was kept together with its head, so that a head read later is never behind them.
  const ends = new Map(
    (
      await manager
        .createQueryBuilder(AuditEntry, 'entry')
        .select('entry.chain', 'chain')
        .addSelect('MAX(entry.sequence)', 'last')
        .groupBy('entry.chain')
        .getRawMany<{ chain: string; last: number | string }>()
    ).map(({ chain, last }) => [chain, Number(last)]),
  )
  const heads = new Map((await headsOfTrail(manager)).map((head) => [head.chain, head]))
  const chains = [...new Set([...heads.keys(), ...ends.keys(), ...kept.map((head) => head.chain)])]
  const problems: TrailProblem[] = []
  for (const [chain, last] of ends)
    if (last > (heads.get(chain)?.sequence ?? Infinity))
      problems.push({ code: 'beyond', chain, sequence: last, entryId: null })
  let entryCount = 0
  for (const chain of chains.sort())
    entryCount += await verifyChain(
      manager,
      chain,
      heads.get(chain) ?? null,
      kept.filter((head) => head.chain === chain),
      (problem) => {
        if (problems.length < mostProblems) problems.push({ chain, ...problem })
      },
    )
  return { entryCount, chainCount: chains.length, problems }
}

async function verifyChain(
  manager: EntityManager,
  chain: string,
  head: TrailHead | null,
  kept: readonly TrailHead[],
  tell: (problem: Omit<TrailProblem, 'chain'>) => void,
): Promise<number> {
  const keptAt = new Map(kept.map(({ sequence, hash }) => [sequence, hash]))
  let [count, last] = [0, { sequence: 0, hash: genesis }]
  for (;;) {
    const rows = await readPart(manager, chain, last.sequence, head?.sequence ?? Number.MAX_SAFE_INTEGER)
    for (const { id, sequence, hash, ...entry } of rows) {
      if (sequence !== last.sequence + 1)
        tell({ code: 'missing', sequence: last.sequence + 1, entryId: null })
      if (hashOf(last.hash, chain, sequence, entry) !== hash) tell({ code: 'changed', sequence, entryId: id })
      if ((keptAt.get(sequence) ?? hash) !== hash) tell({ code: 'other_head', sequence, entryId: id })
      last = { sequence, hash }
    }
    count += rows.length
    if (rows.length < batch) break
  }
  if (!head && count > 0) tell({ code: 'no_head', sequence: last.sequence, entryId: null })
  else if (head && (head.sequence !== last.sequence || head.hash !== last.hash))
    tell({ code: 'cut', sequence: last.sequence, entryId: null })
  for (const sequence of keptAt.keys())
    if (sequence > last.sequence) tell({ code: 'cut', sequence, entryId: null })
  return count
}

type ReadEntry = ChainedEntry & { readonly id: number; readonly sequence: number; readonly hash: string }

const columns = [
  'id',
  'sequence',
  'hash',
  'at',
  'actorId',
  'actorName',
  'onBehalfOfId',
  'onBehalfOfName',
  'action',
  'entity',
  'entityId',
  'schoolId',
  'regionCode',
  'before',
  'after',
  'requestId',
  'documentHash',
] as const

// As it stands in the database, for what was tampered with need be no JSON.
async function readPart(
  manager: EntityManager,
  chain: string,
  after: number,
  until: number,
): Promise<ReadEntry[]> {
  const query = manager
    .createQueryBuilder(AuditEntry, 'entry')
    .select([])
    .where('entry.chain = :chain AND entry.sequence > :after AND entry.sequence <= :until', {
      chain,
      after,
      until,
    })
    .orderBy('entry.sequence')
    .limit(batch)
  for (const column of columns) query.addSelect(`entry.${column}`, column)
  const rows = await query.getRawMany<Omit<ReadEntry, 'at'> & { at: string | Date }>()
  return rows.map((row) => ({
    ...row,
    at: typeof row.at === 'string' ? `${row.at.replace(' ', 'T').replace(/Z$/, '')}Z` : row.at.toISOString(),
  }))
}
