/** What every demo school stands in (演示环境), and how its many rows are written. */
import type { EntityManager } from 'typeorm'
import type { Category } from '../catalogue/index.js'
import type { CalendarDay, Term } from '../organisation/index.js'
import type { FieldSeal } from '../platform/crypto.js'

export interface Surroundings {
  readonly term: Term
  readonly days: readonly Pick<CalendarDay, 'dayOn' | 'weekdayFollowed'>[]
  readonly categories: ReadonlyMap<string, Category>
  readonly seal: FieldSeal
  readonly now: Date
}

const batch = 400

export async function insertAll<E extends object>(
  tx: EntityManager,
  target: new () => E,
  rows: readonly object[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += batch)
    await tx.insert(target, rows.slice(start, start + batch) as never)
}
