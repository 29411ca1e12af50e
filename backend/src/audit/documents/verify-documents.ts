/** Does every document still say what the trail has kept of it (单据核对)? All kinds that are bound, a part at a time. */
import type { EntityManager } from 'typeorm'
import { documentsAtOnce, hashesOf } from './document-hash.js'
import { declaredDocuments, type DocumentTable } from './document-tables.js'
import { notedHashes, oldDocuments, takenAway } from './noted-hashes.js'

export interface DocumentsVerification {
  readonly problems: readonly string[]
  /** Which old documents the trail knows nothing of: nobody has acted on them since documents are bound. */
  readonly notes: readonly string[]
}

/** Of all schools and offices, or of one school. */
export async function verifyDocuments(
  manager: EntityManager,
  schoolId?: number,
): Promise<DocumentsVerification> {
  const old = await oldDocuments(manager)
  const [problems, notes]: [string[], string[]] = [[], []]
  for (const document of declaredDocuments()) {
    if (schoolId !== undefined && !belongsToSchools(manager, document)) continue
    const found = await verifyKind(manager, document, old.get(document.entity) ?? 0, schoolId)
    problems.push(...found.problems)
    if (found.unbound.length > 0)
      notes.push(
        `${document.entity}: nothing is bound to ${found.unbound.length} of before documents were bound (${ranges(found.unbound)})`,
      )
  }
  return { problems, notes }
}

const belongsToSchools = (manager: EntityManager, { entity }: DocumentTable): boolean =>
  manager.connection.entityMetadatas.some(
    ({ tableName, columns }) =>
      tableName === entity && columns.some(({ databaseName }) => databaseName === 'schoolId'),
  )

async function verifyKind(
  manager: EntityManager,
  document: DocumentTable,
  old: number,
  schoolId: number | undefined,
): Promise<{ problems: string[]; unbound: number[] }> {
  const { entity, isBoundByActs = false } = document
  const [problems, unbound]: [string[], number[]] = [[], []]
  for (let last = 0; ;) {
    const ids = await nextIds(manager, entity, last, schoolId)
    if (ids.length === 0) return { problems, unbound }
    last = ids.at(-1)!
    const hashes = await hashesOf(manager, document, ids)
    const noted = await notedHashes(manager, entity, ids)
    for (const id of ids) {
      const [kept, hash] = [noted.get(id), hashes.get(id)]
      if (kept) {
        if (kept.hash === (hash ?? takenAway)) continue
        problems.push(
          hash === undefined
            ? `${entity} ${id}: it is not there, and nobody has taken it away`
            : `${entity} ${id}: it is not what it was after its last act (${kept.action})`,
        )
      } else if (hash !== undefined && !isBoundByActs) {
        if (id <= old) unbound.push(id)
        else problems.push(`${entity} ${id}: no act has made it`)
      }
    }
  }
}

/** Of documents, and of those that the trail tells of. */
async function nextIds(
  manager: EntityManager,
  entity: string,
  after: number,
  schoolId: number | undefined,
): Promise<number[]> {
  const [of, given] = schoolId === undefined ? ['', []] : [' AND schoolId = ?', [schoolId]]
  const there = await manager.query<{ id: number }[]>(
    `SELECT id FROM ${manager.connection.driver.escape(entity)} WHERE id > ?${of} ORDER BY id LIMIT ${documentsAtOnce}`,
    [after, ...given],
  )
  const told = await manager.query<{ id: number }[]>(
    `SELECT DISTINCT entityId AS id FROM audit_entry WHERE entity = ? AND entityId > ? AND documentHash IS NOT NULL${of}
     ORDER BY entityId LIMIT ${documentsAtOnce}`,
    [entity, after, ...given],
  )
  const ids = [...new Set([...there, ...told].map(({ id }) => Number(id)))].sort((a, b) => a - b)
  return ids.slice(0, documentsAtOnce)
}

/** 1-4, 7 */
function ranges(ids: readonly number[]): string {
  const parts: [number, number][] = []
  for (const id of ids) {
    const last = parts.at(-1)
    if (last && last[1] === id - 1) last[1] = id
    else parts.push([id, id])
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ')
}
