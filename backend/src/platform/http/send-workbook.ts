/** Sends a workbook while it is being written (导出表格): no file on disk, and never all rows in memory. */
import { StreamableFile } from '@nestjs/common'
import { PassThrough } from 'node:stream'
import { largestPage, type Page } from '../paging.js'
import {
  type Cell,
  type Language,
  type ListColumn,
  listSheet,
  type SheetOut,
  writeWorkbook,
} from '../sheets/index.js'

/**
 * `name` in Latin letters and without anything personal: it stands in addresses, logs and download folders. The first
 * rows are fetched before anything is sent, so that a refusal (an unknown sort, a filter) is answered as one.
 */
export async function sendWorkbook(name: string, sheets: readonly SheetOut[]): Promise<StreamableFile> {
  const begun = await Promise.all(
    sheets.map(async (sheet) => ({ ...sheet, rows: await begunRows(sheet.rows) })),
  )
  const stream = new PassThrough()
  // What breaks off half-way breaks the download too: a cut file must not look whole.
  writeWorkbook(stream, { sheets: begun }).catch((error: unknown) => stream.destroy(error as Error))
  return new StreamableFile(stream, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    disposition: `attachment; filename="${name}.xlsx"`,
  })
}

/** The same rows, the first of them already there. Throws what fetching it throws. */
async function begunRows(rows: SheetOut['rows']): Promise<SheetOut['rows']> {
  if (!(Symbol.asyncIterator in rows)) return rows
  const iterator = rows[Symbol.asyncIterator]()
  const first = await iterator.next()
  async function* all(): AsyncGenerator<readonly Cell[]> {
    if (first.done) return
    yield first.value
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return all()
}

/** All rows of a list as a workbook: the list's own pages one after another, so that it shows just what the list shows. */
export function sendList<Out>(
  name: string,
  language: Language,
  columns: readonly ListColumn<Out>[],
  pageOf: (page: { page: number; pageSize: number }) => Promise<Page<Out>>,
): Promise<StreamableFile> {
  async function* rows(): AsyncGenerator<Out> {
    for (let page = 1; ; page += 1) {
      const { items } = await pageOf({ page, pageSize: largestPage })
      yield* items
      if (items.length < largestPage) return
    }
  }
  const wide = columns.map((column) => ({ width: column.kind === 'text' ? 20 : 16, ...column }))
  return sendWorkbook(name, [listSheet({ zh: name, en: name, columns: wide }, language, rows())])
}
