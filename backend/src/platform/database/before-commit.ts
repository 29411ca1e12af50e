/**
 * Work that a transaction does last (提交前): what takes a row that many want is kept back until nothing else is left to
 * wait for, done once for the whole transaction, and let go by the commit. Nobody holds such a row and waits for another.
 */
import type { EntityManager } from 'typeorm'

interface LastWork<T = unknown> {
  /** What is gathered for it while the transaction goes on. */
  readonly kept: T
  readonly finish: () => Promise<void>
}

const running = new WeakMap<EntityManager, Map<object, LastWork>>()

/** Runs the work, then what was kept back in it; one transaction after another may use the same manager. */
export async function withLastWork<T>(
  tx: EntityManager,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  const last = new Map<object, LastWork>()
  running.set(tx, last)
  try {
    const result = await work(tx)
    for (const { finish } of last.values()) await finish()
    return result
  } finally {
    running.delete(tx)
  }
}

/** What the transaction keeps back for `key`, begun once; null: it is none of `Database`, and nothing would finish it. */
export function keptBack<T>(tx: EntityManager, key: object, begin: () => LastWork<T>): T | null {
  const last = running.get(tx)
  if (!last) return null
  const known = last.get(key) as LastWork<T> | undefined
  if (known) return known.kept
  const begun = begin()
  last.set(key, begun)
  return begun.kept
}
