/** What a test puts into a document past its services, as if it had come about in order: the trail is told, so that it counts as an act. */
import type { EntityManager } from 'typeorm'
import { AuditEntries, documentMade, requireAsNoted } from '../src/audit/index.js'
import type { TestApp } from './app.js'

export interface Named {
  readonly entity: string
  readonly id: number
}

/** Changes documents that are there. */
export async function asIf<T>(
  test: Pick<TestApp, 'database' | 'nest'>,
  documents: readonly Named[],
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  return test.database.transaction(async (tx) => {
    for (const { entity, id } of documents) await requireAsNoted(tx, entity, [id])
    const result = await work(tx)
    await tell(test, tx, documents)
    return result
  })
}

/** Makes documents; `work` answers which. */
export async function asIfMade<T extends { readonly id: number }>(
  test: Pick<TestApp, 'database' | 'nest'>,
  entity: string,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  return test.database.transaction(async (tx) => {
    const made = await work(tx)
    documentMade(tx, entity, made.id)
    await tell(test, tx, [{ entity, id: made.id }])
    return made
  })
}

async function tell(
  test: Pick<TestApp, 'nest'>,
  tx: EntityManager,
  documents: readonly Named[],
): Promise<void> {
  const audit = test.nest.get(AuditEntries)
  for (const { entity, id } of documents)
    await audit.recordWithoutPerson(tx, { action: `${entity}.test`, entity, entityId: id }, 'test')
}
