/** Writes entries as they are chained (批量记账): one pass, few statements. */
import type { EntityManager } from 'typeorm'
import { columnInstant } from '../../platform/calendar.js'
import { entryFields, hashOf, type NewEntry, valuesOf } from './chain.js'

export interface ChainEnd {
  lastSequence: number
  lastHash: string
}

const columns = ['sequence', ...entryFields, 'hash']
const rowsAtOnce = 500
const place = `(${columns.map(() => '?').join(', ')})`
const statementOf = (count: number) =>
  `INSERT INTO ledger_entry (${columns.join(', ')}) VALUES ${Array<string>(count).fill(place).join(', ')}`
const fullStatement = statementOf(rowsAtOnce)

/** Continues each school's chain; `ends` is moved on with it. */
export async function insertEntries(
  tx: EntityManager,
  entries: readonly NewEntry[],
  ends: ReadonlyMap<number, ChainEnd>,
): Promise<void> {
  // Mostly one instant for all of them.
  let instant: Date | null = null
  let postedAt = ''
  for (let start = 0; start < entries.length; start += rowsAtOnce) {
    const until = Math.min(start + rowsAtOnce, entries.length)
    const values: (string | number | null)[] = []
    for (let i = start; i < until; i += 1) {
      const entry = entries[i]!
      if (entry.postedAt !== instant) {
        instant = entry.postedAt
        postedAt = columnInstant(instant)
      }
      const end = ends.get(entry.schoolId)!
      const sequence = end.lastSequence + 1
      const hash = hashOf(end.lastHash, sequence, entry)
      end.lastSequence = sequence
      end.lastHash = hash
      values.push(sequence, ...valuesOf(entry, postedAt), hash)
    }
    await tx.query(until - start === rowsAtOnce ? fullStatement : statementOf(until - start), values)
  }
}
