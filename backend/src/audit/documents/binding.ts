/**
 * Binds documents to the trail within one transaction (单据绑定): who changes one has made sure before that it still says
 * what the trail has kept, and the last entry about it carries the hash of what it says at the end.
 */
import type { EntityManager } from 'typeorm'
import { keptBack } from '../../platform/database/before-commit.js'
import { StateConflict } from '../../platform/errors.js'
import { hashesOf } from './document-hash.js'
import { declaredDocuments, documentOf, type DocumentTable } from './document-tables.js'
import { notedHashes, oldDocuments, takenAway } from './noted-hashes.js'

interface About {
  readonly entity: string
  readonly entityId: number | null
}

/** 0 stands for many at once. */
const isOne = (entityId: number | null): entityId is number => entityId !== null && entityId > 0
const nameOf = (entity: string, id: number) => `${entity} ${id}`

class Binding {
  /** Made sure of, or made, in this transaction. */
  private readonly sure = new Set<string>()
  /** Made or changed: an entry about it has to come. */
  private readonly touched = new Set<string>()
  /** Those about which there is an entry already. */
  private readonly told = new Set<string>()

  async requireAsNoted(tx: EntityManager, entity: string, ids: readonly number[]): Promise<void> {
    const document = documentOf(entity)
    if (!document) return
    const isOpen = (name: string) => !this.sure.has(name) && !this.told.has(name)
    const open = [...new Set(ids)].filter((id) => isOpen(nameOf(entity, id)))
    if (open.length === 0) return
    const wrong = await differing(tx, document, open)
    if (wrong !== null) throw new StateConflict('state.changed_behind', { id: wrong })
    for (const id of open) this.sure.add(nameOf(entity, id))
  }

  made(entity: string, id: number): void {
    this.changed(entity, id)
    this.sure.add(nameOf(entity, id))
  }

  changed(entity: string, id: number): void {
    if (documentOf(entity)) this.touched.add(nameOf(entity, id))
  }

  tell(entries: readonly About[]): void {
    for (const { entity, entityId } of entries) if (isOne(entityId)) this.told.add(nameOf(entity, entityId))
  }

  requireTold(): void {
    for (const name of this.touched)
      if (!this.told.has(name)) throw new Error(`${name} was made or changed without an entry in the trail`)
  }

  /** The hash for each entry, in their order: only the last one about a document has one. */
  async hashesFor(tx: EntityManager, entries: readonly About[]): Promise<(string | null)[]> {
    const last = new Map(
      entries.flatMap(({ entity, entityId }, i) =>
        isOne(entityId) && documentOf(entity) ? [[nameOf(entity, entityId), i] as const] : [],
      ),
    )
    const found: (string | null)[] = entries.map(() => null)
    if (last.size === 0) return found
    for (const document of declaredDocuments()) {
      const ids = [...last.values()].flatMap((i) =>
        entries[i]!.entity === document.entity ? [entries[i]!.entityId!] : [],
      )
      if (ids.length === 0) continue
      await this.refuseUnsure(tx, document, ids)
      const hashes = await hashesOf(tx, document, ids, { locked: true })
      for (const id of ids) found[last.get(nameOf(document.entity, id))!] = hashes.get(id) ?? takenAway
    }
    return found
  }

  // Whoever forgets to make sure would have the trail confirm what somebody else has changed.
  private async refuseUnsure(
    tx: EntityManager,
    { entity }: DocumentTable,
    ids: readonly number[],
  ): Promise<void> {
    const unsure = ids.filter((id) => !this.sure.has(nameOf(entity, id)))
    if (unsure.length === 0) return
    const [forgotten] = (await notedHashes(tx, entity, unsure)).keys()
    if (forgotten !== undefined)
      throw new Error(`${nameOf(entity, forgotten)} was changed without requireAsNoted before`)
  }
}

/** The first that is not what the trail has kept; null: all of them are. Locks them. */
async function differing(
  tx: EntityManager,
  document: DocumentTable,
  ids: readonly number[],
): Promise<number | null> {
  const hashes = await hashesOf(tx, document, ids, { locked: true })
  const noted = await notedHashes(tx, document.entity, ids)
  let old: ReadonlyMap<string, number> | null = null
  for (const id of ids) {
    const kept = noted.get(id)
    if (kept) {
      if (kept.hash !== (hashes.get(id) ?? takenAway)) return id
    } else if (!document.isBoundByActs && hashes.has(id)) {
      old ??= await oldDocuments(tx)
      if (id > (old.get(document.entity) ?? 0)) return id
    }
  }
  return null
}

const key = {}

/** Of this transaction; null: it is none of `Database`. */
export const bindingOf = (tx: EntityManager): Binding | null =>
  keptBack(tx, key, () => {
    const binding = new Binding()
    return {
      kept: binding,
      finish: () => {
        binding.requireTold()
        return Promise.resolve()
      },
    }
  })

/**
 * To be called before documents are changed, or something is taken from them, that no `Transitions.take` has taken. Locks
 * them. Throws StateConflict (409) where one does not say any more what the trail has kept of it.
 */
export async function requireAsNoted(
  tx: EntityManager,
  entity: string,
  ids: readonly number[],
): Promise<void> {
  await bindingOf(tx)?.requireAsNoted(tx, entity, ids)
}

/** The document was made in this transaction, without `Transitions.made`: an entry about it has to follow. */
export const documentMade = (tx: EntityManager, entity: string, id: number): void =>
  bindingOf(tx)?.made(entity, id)
