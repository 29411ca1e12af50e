/**
 * Reads what somebody has uploaded (读取上传的表格) in a thread of its own, with limits of time and memory, so that the
 * server goes on answering whatever stands in the file. The only door for sheets that come from outside.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ReadOptions, SheetRows } from './read-rows.js'
import { UnknownField } from './recognise-columns.js'
import type { SheetDescription } from './sheet-description.js'
import { UnreadableSheet, type SheetParams, type UnreadableCode } from './unreadable-sheet.js'
import type { ReadLimits } from './workbook.js'

/** A file as it was sent, or what `parsed` of an earlier reading gave: a file is taken apart once. */
export type SheetSource = { readonly bytes: Buffer; readonly fileName: string } | { readonly parsed: Buffer }

export interface ReaderLimits {
  /** Of one reading, without the wait for a free thread. */
  readonly milliseconds: number
  readonly memoryMib: number
  readonly sheet: Partial<ReadLimits>
}

export interface ReadSheet<Row> extends SheetRows<Row> {
  readonly date1904: boolean
  readonly sheetNames: readonly string[]
  /** The plain cells of the file, to be read again with another mapping; null when they were given. Seal them like what they hold. */
  readonly parsed: Buffer | null
}

export interface ThreadTask {
  readonly source: { bytes: Uint8Array; fileName: string } | { parsed: Uint8Array }
  readonly limits: Partial<ReadLimits>
  readonly description: { readonly module: string; readonly noun: string }
  readonly options: ReadOptions
}

export type ThreadAnswer =
  | { readonly kind: 'unreadable'; readonly code: UnreadableCode; readonly params: SheetParams }
  | { readonly kind: 'unknown_field'; readonly field: string }
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'read'
      readonly head: Omit<ReadSheet<unknown>, 'rows' | 'refused' | 'parsed'>
      readonly parsed: Uint8Array | null
    }
  | {
      readonly kind: 'batch'
      readonly part: Pick<SheetRows<unknown>, 'rows' | 'refused'>
      readonly isLast: boolean
    }

/** 'more': the next batch, please. One at a time, so that rows come in as slowly as the server has time for them. */
export type ThreadMessage = ThreadTask | 'more'

const usualLimits: ReaderLimits = { milliseconds: 30_000, memoryMib: 512, sheet: {} }
const mostThreads = 2
const idleMilliseconds = 15_000

const built = fileURLToPath(new URL('./sheet-thread.js', import.meta.url))
// Run from the sources, as the tests do, there is no built file: the tests bring a beginning that compiles as it loads.
const fromSources = fileURLToPath(new URL('../../../test/thread-from-sources.cjs', import.meta.url))

function startThread(memoryMib: number): Worker {
  const isBuilt = existsSync(built)
  const thread = new Worker(isBuilt ? built : fromSources, {
    workerData: { file: fileURLToPath(new URL('./sheet-thread.ts', import.meta.url)) },
    // Nothing of the process's secrets, and no word of the library on the console.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryMib, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  })
  // An error after the answer was given or given up is nobody's concern any more, and must not end the process.
  thread.on('error', () => undefined)
  thread.unref()
  return thread
}

interface IdleThread {
  readonly thread: Worker
  readonly timer: NodeJS.Timeout
}

let running = 0
const waiting: (() => void)[] = []
const idle: IdleThread[] = []

async function takeTurn(): Promise<void> {
  if (running >= mostThreads) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
}

function giveTurn(): void {
  const next = waiting.shift()
  if (next) next()
  else running -= 1
}

/** A thread that has just finished well is warm: the next file need not wait for it to start. */
function keep(thread: Worker): void {
  const timer = setTimeout(() => {
    const at = idle.findIndex((each) => each.thread === thread)
    if (at >= 0) idle.splice(at, 1)
    void thread.terminate()
  }, idleMilliseconds)
  timer.unref()
  thread.unref()
  idle.push({ thread, timer })
}

function takeThread(memoryMib: number): Worker {
  const kept = memoryMib === usualLimits.memoryMib ? idle.pop() : undefined
  if (!kept) return startThread(memoryMib)
  clearTimeout(kept.timer)
  return kept.thread
}

/**
 * The rows of an uploaded sheet, accepted and refused. Throws UnreadableSheet for a file that cannot be read or takes
 * too much (sheets.too_demanding), UnknownField for a mapping to a field that the description does not have.
 */
export async function readUploadedSheet<Row>(
  source: SheetSource,
  description: Pick<SheetDescription<Row>, 'module' | 'noun'>,
  options: ReadOptions,
  limits: Partial<ReaderLimits> = {},
): Promise<ReadSheet<Row>> {
  const { milliseconds, memoryMib, sheet } = { ...usualLimits, ...limits }
  const { module, noun } = description
  const task: ThreadTask = { source, limits: sheet, description: { module, noun }, options }
  await takeTurn()
  const thread = takeThread(memoryMib)
  let isFine = false
  try {
    const read = await askThread(thread, task, milliseconds)
    isFine = true
    return read as ReadSheet<Row>
  } catch (error) {
    isFine = error instanceof UnknownField
    throw error
  } finally {
    if (isFine && memoryMib === usualLimits.memoryMib) keep(thread)
    else void thread.terminate()
    giveTurn()
  }
}

function askThread(thread: Worker, task: ThreadTask, milliseconds: number): Promise<ReadSheet<unknown>> {
  thread.ref()
  return new Promise((resolve, reject) => {
    const reading: SheetRows<unknown>['rows'] = []
    const refused: SheetRows<unknown>['refused'] = []
    let head: Extract<ThreadAnswer, { kind: 'read' }> | null = null
    const tooMuch = () => end(() => reject(new UnreadableSheet('sheets.too_demanding', nameOf(task))))
    const timer = setTimeout(tooMuch, milliseconds)
    const onMessage = (answer: ThreadAnswer) => {
      if (answer.kind === 'read') head = answer
      if (answer.kind === 'batch') {
        reading.push(...answer.part.rows)
        refused.push(...answer.part.refused)
      }
      if ((answer.kind === 'batch' && !answer.isLast) || answer.kind === 'read')
        setImmediate(() => thread.postMessage('more' satisfies ThreadMessage))
      else if (answer.kind === 'batch')
        end(() => resolve({ ...head!.head, rows: reading, refused, parsed: bufferOf(head!.parsed) }))
      else end(() => reject(errorOf(answer)))
    }
    const onError = (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : end(() => reject(error))
    const onExit = (code: number) =>
      end(() => reject(new Error(`the thread that reads a sheet ended with ${code} and no answer`)))
    const end = (settle: () => void) => {
      clearTimeout(timer)
      thread.off('message', onMessage).off('error', onError).off('exit', onExit)
      settle()
    }
    thread.on('message', onMessage).on('error', onError).on('exit', onExit)
    thread.postMessage(task satisfies ThreadMessage)
  })
}

const nameOf = ({ source }: ThreadTask): SheetParams =>
  'fileName' in source ? { fileName: source.fileName } : {}

const bufferOf = (bytes: Uint8Array | null): Buffer | null =>
  bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function errorOf(answer: Exclude<ThreadAnswer, { kind: 'read' | 'batch' }>): Error {
  if (answer.kind === 'unreadable') return new UnreadableSheet(answer.code, answer.params)
  if (answer.kind === 'unknown_field') return new UnknownField(answer.field)
  return new Error(`a sheet could not be read: ${answer.message}`)
}
