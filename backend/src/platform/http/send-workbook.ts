/** Sends a workbook while it is being written (导出表格): no file on disk, and never all rows in memory. */
import { StreamableFile } from '@nestjs/common'
import { PassThrough } from 'node:stream'
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm'
import { type Cell, type SheetOut, writeWorkbook } from '../sheets/index.js'

const rowsAtOnce = 500

/** `name` in Latin letters and without anything personal: it stands in addresses, logs and download folders. */
export function sendWorkbook(name: string, sheets: readonly SheetOut[]): StreamableFile {
  const stream = new PassThrough()
  // What breaks off half-way breaks the download too: a cut file must not look whole.
  writeWorkbook(stream, { sheets }).catch((error: unknown) => stream.destroy(error as Error))
  return new StreamableFile(stream, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', disposition: `attachment; filename="${name}.xlsx"` })
}

/** Every row of an ordered query, some hundred at a time. */
export async function* rowsOf<E extends ObjectLiteral>(query: SelectQueryBuilder<E>, toCells: (entity: E) => readonly Cell[]): AsyncGenerator<readonly Cell[]> {
  for (let skip = 0; ; skip += rowsAtOnce) {
    const entities = await query.clone().skip(skip).take(rowsAtOnce).getMany()
    for (const entity of entities) yield toCells(entity)
    if (entities.length < rowsAtOnce) return
  }
}
