/** The thread in which a week is arranged (排课线程): it takes the problem, tells how far it is, and gives the answer back. */
import { parentPort, workerData } from 'node:worker_threads'
import { solve } from '../solver/solve.js'
import type { ThreadInput, ThreadMessage } from './solve-in-thread.js'

const { problem, options, flag } = workerData as ThreadInput
const isCancelled = new Int32Array(flag)
const say = (message: ThreadMessage) => parentPort!.postMessage(message)

say({
  kind: 'solved',
  solved: solve(problem, {
    ...options,
    onProgress: ({ placed, total }) => say({ kind: 'progress', placed, total }),
    isCancelled: () => Atomics.load(isCancelled, 0) === 1,
  }),
})
