/**
 * The trail's only writer (审计链): entries wait until their transaction has nothing else to do, then each region's chain
 * is taken once, in one order, and moved on. Two processes wait for each other only for that moment, and never in a ring.
 */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { columnInstant } from '../../platform/calendar.js'
import { keptBack } from '../../platform/database/before-commit.js'
import { Database } from '../../platform/database/database.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { bindingOf } from '../documents/binding.js'
import { AuditChain } from './audit-chain.entity.js'
import type { AuditEntry } from './audit-entry.entity.js'
import { genesis, hashOf, noRegion } from './trail-chain.js'

export type NewTrailEntry = Omit<AuditEntry, 'id' | 'chain' | 'sequence' | 'hash' | 'documentHash'> & {
  /** Where the acting person stands; null where nobody acts. */
  readonly person: { readonly schoolId: number | null; readonly regionCode: string } | null
}

/** An entry as its columns hold it, without its place in a chain. */
const asStored = ({ person: _person, at, before, after, ...entry }: NewTrailEntry) => ({
  ...entry,
  at: columnInstant(at),
  before: before && JSON.stringify(before),
  after: after && JSON.stringify(after),
})

const schoolsAtOnce = 200

@Injectable()
export class Trail {
  constructor(private readonly database: Database) {}

  async add(tx: EntityManager, entries: readonly NewTrailEntry[]): Promise<void> {
    if (entries.length === 0) return
    bindingOf(tx)?.tell(entries)
    const kept = keptBack(tx, this, () => {
      const waiting: NewTrailEntry[] = []
      return { kept: waiting, finish: () => this.write(tx, waiting) }
    })
    if (kept) kept.push(...entries)
    else await this.write(tx, entries)
  }

  private async write(tx: EntityManager, entries: readonly NewTrailEntry[]): Promise<void> {
    // Before the chains are taken: documents are held already, or by this.
    const documentHashes = await bindingOf(tx)?.hashesFor(tx, entries)
    const places = await this.placesOf(tx, entries)
    const chains = [...new Set(places.map(({ regionCode }) => regionCode ?? noRegion))].sort()
    const ends = await this.takeChains(tx, chains)
    const rows = entries.map((entry, i) => {
      const chain = places[i]!.regionCode ?? noRegion
      const end = ends.get(chain)!
      const row = { ...asStored(entry), ...places[i]!, documentHash: documentHashes?.[i] ?? null }
      end.lastSequence += 1
      end.lastHash = hashOf(end.lastHash, chain, end.lastSequence, { ...row, at: entry.at.toISOString() })
      return { ...row, chain, sequence: end.lastSequence, hash: end.lastHash }
    })
    // An import of thousands of children writes as many entries: through the mapper that takes as long as all the rest.
    await insertRows(tx, 'audit_entry', rows)
    for (const [chain, { lastSequence, lastHash }] of ends)
      await tx
        .createQueryBuilder()
        .update(AuditChain)
        .set({ lastSequence, lastHash, revision: () => 'revision + 1' })
        .where('chain = :chain', { chain })
        .execute()
  }

  /**
   * Whose trail each entry belongs to: the object's school and that school's region. What was asked of a list and found
   * nothing there, because it is another's, stays with the person who asked.
   */
  private async placesOf(
    tx: EntityManager,
    entries: readonly NewTrailEntry[],
  ): Promise<{ schoolId: number | null; regionCode: string | null }[]> {
    const isForeign = ({ schoolId, person }: NewTrailEntry) =>
      schoolId !== null && (person === null || schoolId !== person.schoolId)
    const ids = [...new Set(entries.filter(isForeign).map(({ schoolId }) => schoolId!))]
    const regions = new Map<number, string>()
    for (let start = 0; start < ids.length; start += schoolsAtOnce) {
      const part = ids.slice(start, start + schoolsAtOnce)
      // By its table, for schools stand to the right of the trail. A handler told by organisation would have to be there
      // before the first entry of every process, the commands and the demo too; one column of a table is the smaller tie.
      const rows = await tx.query<{ id: number; regionCode: string }[]>(
        `SELECT id, regionCode FROM school WHERE id IN (${part.map(() => '?').join(', ')})`,
        part,
      )
      for (const { id, regionCode } of rows) regions.set(id, regionCode)
    }
    return entries.map((entry) => {
      const { schoolId, regionCode, person, entityId } = entry
      const own = person?.regionCode ?? null
      if (schoolId === null) return { schoolId, regionCode: regionCode ?? own }
      if (!isForeign(entry)) return { schoolId, regionCode: own }
      const region = regions.get(schoolId) ?? null
      const isOutside =
        person !== null && (person.schoolId !== null || !region?.startsWith(person.regionCode))
      if (entityId === null && isOutside) return { schoolId: person.schoolId, regionCode: own }
      return { schoolId, regionCode: region ?? regionCode ?? own }
    })
  }

  /** Locks the ends, in the order of their names, and reads them after. */
  private async takeChains(
    tx: EntityManager,
    chains: readonly string[],
  ): Promise<Map<string, { lastSequence: number; lastHash: string }>> {
    const read = async () => {
      const query = tx
        .createQueryBuilder(AuditChain, 'chain')
        .where('chain.chain IN (:...chains)', { chains: [...chains] })
        .orderBy('chain.chain')
      // SQLite has one writer, and it is this transaction.
      if (!this.database.isSqlite) query.setLock('pessimistic_write')
      return new Map((await query.getMany()).map((end) => [end.chain, end]))
    }
    const found = await read()
    const missing = chains.filter((chain) => !found.has(chain))
    if (missing.length === 0) return found
    await tx
      .createQueryBuilder()
      .insert()
      .into(AuditChain)
      .values(missing.map((chain) => ({ chain, lastSequence: 0, lastHash: genesis, revision: 0 })))
      .orIgnore()
      .updateEntity(false)
      .execute()
    return read()
  }
}
