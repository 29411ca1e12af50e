/** Sends a workbook while it is being written (导出表格): no file on disk, and never all rows in memory. */
import { StreamableFile } from '@nestjs/common'
import { PassThrough } from 'node:stream'
import { type SheetOut, writeWorkbook } from '../sheets/index.js'

/** `name` in Latin letters and without anything personal: it stands in addresses, logs and download folders. */
export function sendWorkbook(name: string, sheets: readonly SheetOut[]): StreamableFile {
  const stream = new PassThrough()
  // What breaks off half-way breaks the download too: a cut file must not look whole.
  writeWorkbook(stream, { sheets }).catch((error: unknown) => stream.destroy(error as Error))
  return new StreamableFile(stream, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', disposition: `attachment; filename="${name}.xlsx"` })
}
