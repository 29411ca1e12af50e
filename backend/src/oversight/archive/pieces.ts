/** What the parts of an archive are made of (档案的零件): documents that were seen, sheets, and texts in pieces. */
import type { Actor } from '../../access/index.js'
import { sendList } from '../../platform/http/send-workbook.js'
import type { Page } from '../../platform/paging.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { documentNames } from './step-words.js'
import type { ArchiveFile } from './write-zip.js'

export interface ArchiveOf {
  readonly schoolId: number
  readonly fiscalYear: number
}

/** Which documents have come along, by the name of their table: their papers, steps and attachments follow. */
export type Seen = Map<string, Set<number>>
export type Paging = { page: number; pageSize: number }

export const batch = 500

function note(seen: Seen, entity: string, ids: readonly number[]): void {
  const known = seen.get(entity) ?? new Set<number>()
  for (const id of ids) known.add(id)
  seen.set(entity, known)
}

/** Makes a sheet of a list, and notes which documents stand in it. */
export const listsOf =
  (actor: Actor, seen: Seen) =>
  <Out extends { id: number }>(
    entity: string,
    columns: readonly ListColumn<Out>[],
    pageOf: (page: Paging) => Promise<Page<Out>>,
    idOf: (row: Out) => number = (row) => row.id,
  ): ArchiveFile => {
    const noted = async (page: Paging) => {
      const answer = await pageOf(page)
      note(seen, entity, answer.items.map(idOf))
      return answer
    }
    const name = documentNames[entity]!.zh
    return { path: `1-单据/${name}.xlsx`, content: sheetOf(actor, name, columns, noted) }
  }

export function* batches(ids: readonly number[]): Generator<number[]> {
  for (let start = 0; start < ids.length; start += batch) yield ids.slice(start, start + batch)
}

/** Asked for only when its turn comes. */
export async function* later(
  open: () => Promise<AsyncIterable<Uint8Array> | Iterable<Uint8Array>>,
): AsyncGenerator<Uint8Array> {
  yield* await open()
}

export const sheetOf = <Out>(
  { language }: Actor,
  name: string,
  columns: readonly ListColumn<Out>[],
  pageOf: (page: Paging) => Promise<Page<Out>>,
) => later(async () => (await sendList(name, language, columns, pageOf)).getStream())

/** Rows that come one by one, as the pages of a list. */
export function pagesOf<Row>(rows: AsyncGenerator<Row>): (page: Paging) => Promise<Page<Row>> {
  return async ({ page, pageSize }) => {
    const items: Row[] = []
    while (items.length < pageSize) {
      const next = await rows.next()
      if (next.done) break
      items.push(next.value)
    }
    return { items, total: items.length, page, pageSize }
  }
}

// In pieces of some size: a line by itself would be a piece of its own for the packer.
export async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let text = ''
  for await (const line of lines) {
    text += `${line}\n`
    if (text.length < 65_536) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}
