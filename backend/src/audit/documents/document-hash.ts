/** What a document says now (单据校验码), as one hash over its row, the rows that belong to it, its files and its steps. */
import { createHash } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { type DocumentTable, hasSteps } from './document-tables.js'

export const documentsAtOnce = 500

type Row = Readonly<Record<string, unknown>>

/**
 * By id; what is not there has none. Straight from the tables and column by column, so that a new column is covered
 * without anybody thinking of it. `locked`: the documents are held until the end of the transaction.
 */
export async function hashesOf(
  manager: EntityManager,
  document: DocumentTable,
  ids: readonly number[],
  { locked = false }: { locked?: boolean } = {},
): Promise<Map<number, string>> {
  const hashes = new Map<number, string>()
  const sorted = [...new Set(ids)].sort((a, b) => a - b)
  for (let start = 0; start < sorted.length; start += documentsAtOnce)
    await hashPart(manager, document, sorted.slice(start, start + documentsAtOnce), locked, hashes)
  return hashes
}

async function hashPart(
  manager: EntityManager,
  document: DocumentTable,
  ids: readonly number[],
  locked: boolean,
  hashes: Map<number, string>,
): Promise<void> {
  const { entity, parts = {}, except = [], addedLater = {}, hasAttachments = false } = document
  const quoted = (name: string) => manager.connection.driver.escape(name)
  const places = ids.map(() => '?').join(', ')
  // SQLite has one writer, and it is this transaction.
  const isLocked = locked && manager.connection.options.type !== 'better-sqlite3'
  const rows = await manager.query<Row[]>(
    `SELECT * FROM ${quoted(entity)} WHERE id IN (${places}) ORDER BY id${isLocked ? ' FOR UPDATE' : ''}`,
    [...ids],
  )
  const groups: [string, Map<number, Row[]>][] = []
  for (const [table, key] of Object.entries(parts))
    groups.push([
      table,
      grouped(
        await manager.query<Row[]>(
          `SELECT * FROM ${quoted(table)} WHERE ${quoted(key)} IN (${places}) ORDER BY id`,
          [...ids],
        ),
        key,
      ),
    ])
  for (const table of [
    ...(hasSteps(document) ? ['transition'] : []),
    ...(hasAttachments ? ['attachment'] : []),
  ])
    groups.push([
      table,
      grouped(
        await manager.query<Row[]>(
          `SELECT * FROM ${quoted(table)} WHERE entity = ? AND entityId IN (${places}) ORDER BY id`,
          [entity, ...ids],
        ),
        'entityId',
      ),
    ])
  for (const row of rows) {
    const id = Number(row['id'])
    const hash = createHash('sha256').update(textOfRow(entity, row, except, addedLater))
    for (const [table, byDocument] of groups)
      for (const own of byDocument.get(id) ?? []) hash.update(textOfRow(table, own))
    hashes.set(id, hash.digest('hex'))
  }
}

function grouped(rows: readonly Row[], key: string): Map<number, Row[]> {
  const groups = new Map<number, Row[]>()
  for (const row of rows) {
    const id = Number(row[key])
    const own = groups.get(id)
    if (own) own.push(row)
    else groups.set(id, [row])
  }
  return groups
}

// The same text whatever the database and its driver make of a column, and in whatever order it stands in its table. What
// is empty says nothing: a column that is added to a table later leaves the hashes of before as they are.
function textOfRow(
  table: string,
  row: Row,
  except: readonly string[] = [],
  addedLater: NonNullable<DocumentTable['addedLater']> = {},
): string {
  const columns: [string, string][] = []
  for (const [name, value] of Object.entries(row)) {
    if (value === null || value === undefined || except.includes(name)) continue
    const text = textOf(value)
    if (!(name in addedLater) || text !== String(addedLater[name])) columns.push([name, text])
  }
  columns.sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify([table, columns])
}

function textOf(value: unknown): string {
  if (!(value instanceof Date)) return String(value)
  return Number.isNaN(value.getTime()) ? 'no day' : value.toISOString().replace('T', ' ').replace('Z', '')
}
