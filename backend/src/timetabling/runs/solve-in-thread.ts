/** Arranges a week in a thread of its own (排课线程), so that the process goes on answering; it can be told to end with its best so far. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Problem, Solution } from '../solver/problem.js'
import { solve } from '../solver/solve.js'

export interface SolveOptions {
  readonly seed: number
  readonly seconds: number
}

export interface Solved {
  readonly solution: Solution
  readonly steps: number
  readonly milliseconds: number
}

export interface ThreadInput {
  readonly problem: Problem
  readonly options: SolveOptions
  /** 1 at its first place: end with the best so far. Shared with the thread, which never looks at its messages while it works. */
  readonly flag: SharedArrayBuffer
}

export type ThreadMessage =
  | { readonly kind: 'progress'; readonly placed: number; readonly total: number }
  | { readonly kind: 'solved'; readonly solved: Solved }

export interface Solving {
  readonly done: Promise<Solved>
  /** Ends soon, with the best so far. */
  cancel(): void
  /** Ends at once, with nothing. */
  stop(): Promise<void>
}

const threadFile = fileURLToPath(new URL('./solver-thread.js', import.meta.url))

export function startSolving(
  problem: Problem,
  options: SolveOptions,
  onProgress: (placed: number, total: number) => void,
): Solving {
  const flag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const isCancelled = new Int32Array(flag)
  const cancel = () => void Atomics.store(isCancelled, 0, 1)
  // Run from the sources, as the tests do, there is no built file that a thread could load.
  if (!existsSync(threadFile)) {
    const inline = () =>
      solve(problem, {
        ...options,
        onProgress: ({ placed, total }) => onProgress(placed, total),
        isCancelled: () => Atomics.load(isCancelled, 0) === 1,
      })
    return {
      done: new Promise((resolve) => setImmediate(resolve)).then(inline),
      cancel,
      stop: () => Promise.resolve(),
    }
  }
  const input: ThreadInput = { problem, options, flag }
  const thread = new Worker(threadFile, { workerData: input })
  const done = new Promise<Solved>((resolve, reject) => {
    thread.on('message', (message: ThreadMessage) =>
      message.kind === 'solved' ? resolve(message.solved) : onProgress(message.placed, message.total),
    )
    thread.on('error', reject)
    thread.on('exit', (code) =>
      reject(new Error(`the thread that arranges the week ended with ${code} and no answer`)),
    )
  })
  return { done, cancel, stop: async () => void (await thread.terminate()) }
}
