/** The thread in which uploaded sheets are read (读表线程): one task at a time, its rows handed over in batches. */
import { parentPort } from 'node:worker_threads'
import { readRows, type SheetRows } from './read-rows.js'
import { readWorkbook } from './read-workbook.js'
import { UnknownField } from './recognise-columns.js'
import type { SheetDescription } from './sheet-description.js'
import type { ThreadAnswer, ThreadMessage, ThreadTask } from './sheet-reader.js'
import { UnreadableSheet } from './unreadable-sheet.js'
import type { Workbook } from './workbook.js'

const batchRows = 500
let left: SheetRows<unknown> | null = null

const say = (answer: ThreadAnswer, transferred: ArrayBuffer[] = []) =>
  parentPort!.postMessage(answer, transferred)

async function descriptionOf({
  module,
  noun,
}: ThreadTask['description']): Promise<SheetDescription<unknown>> {
  const exported = Object.values((await import(module)) as Record<string, unknown>)
  const found = exported.find((each) => (each as { noun?: unknown } | null)?.noun === noun)
  if (!found) throw new Error(`${module} exports no description of ${noun}`)
  return found as SheetDescription<unknown>
}

const bufferOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

async function read({ source, limits, description, options }: ThreadTask): Promise<void> {
  const isFile = 'bytes' in source
  const workbook = isFile
    ? readWorkbook(bufferOf(source.bytes), source.fileName, limits)
    : (JSON.parse(bufferOf(source.parsed).toString('utf8')) as Workbook)
  const { rows, refused, ...rest } = readRows(workbook, await descriptionOf(description), options)
  left = { rows, refused, ...rest }
  const parsed = isFile ? new TextEncoder().encode(JSON.stringify(workbook)) : null
  const head = { ...rest, date1904: workbook.date1904, sheetNames: workbook.sheets.map(({ name }) => name) }
  say({ kind: 'read', head, parsed }, parsed ? [parsed.buffer as ArrayBuffer] : [])
}

/** Rows and refusals are each handed over in their own order, some of both at a time. */
function nextBatch(): void {
  const part = { rows: left!.rows.splice(0, batchRows), refused: left!.refused.splice(0, batchRows) }
  const isLast = left!.rows.length === 0 && left!.refused.length === 0
  if (isLast) left = null
  say({ kind: 'batch', part, isLast })
}

function refuse(error: unknown): void {
  left = null
  if (error instanceof UnreadableSheet) say({ kind: 'unreadable', code: error.code, params: error.params })
  else if (error instanceof UnknownField) say({ kind: 'unknown_field', field: error.field })
  // An array or string that cannot be made so large.
  else if (error instanceof RangeError) say({ kind: 'unreadable', code: 'sheets.too_demanding', params: {} })
  else say({ kind: 'failed', message: (error as Error)?.message ?? 'unknown' })
}

parentPort!.on('message', (message: ThreadMessage) => {
  if (message === 'more') nextBatch()
  else read(message).catch(refuse)
})
