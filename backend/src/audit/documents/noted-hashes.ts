/** What the trail has kept of documents (留存的校验码): the hash after the last act on each. */
import type { EntityManager } from 'typeorm'
import { documentsAtOnce } from './document-hash.js'

/** In place of a hash: by that act the document was taken away. */
export const takenAway = '-'

export interface NotedHash {
  readonly action: string
  readonly hash: string
}

/** By id; of documents of before they were bound there is none. */
export async function notedHashes(
  manager: EntityManager,
  entity: string,
  ids: readonly number[],
): Promise<Map<number, NotedHash>> {
  const noted = new Map<number, NotedHash>()
  for (let start = 0; start < ids.length; start += documentsAtOnce) {
    const part = ids.slice(start, start + documentsAtOnce)
    const rows = await manager.query<{ id: number; action: string; hash: string }[]>(
      `SELECT entry.entityId AS id, entry.action AS action, entry.documentHash AS hash FROM audit_entry entry
       INNER JOIN (SELECT MAX(id) AS id FROM audit_entry WHERE entity = ? AND documentHash IS NOT NULL
         AND entityId IN (${part.map(() => '?').join(', ')}) GROUP BY entityId) last ON last.id = entry.id`,
      [entity, ...part],
    )
    for (const { id, ...hash } of rows) noted.set(Number(id), hash)
  }
  return noted
}

/** The entry by which the update has noted, for each table, up to which number documents were there already. */
export const bindingEntry = { action: 'document.bind', entity: 'document' } as const

/** The highest number of each table that is older than the binding of documents. */
export async function oldDocuments(manager: EntityManager): Promise<ReadonlyMap<string, number>> {
  const [first] = await manager.query<{ told: string }[]>(
    `SELECT ${manager.connection.driver.escape('after')} AS told FROM audit_entry WHERE entity = ? AND action = ? ORDER BY id LIMIT 1`,
    [bindingEntry.entity, bindingEntry.action],
  )
  return new Map(first ? Object.entries(JSON.parse(first.told) as Record<string, number>) : [])
}
