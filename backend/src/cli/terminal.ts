/** Where a command speaks (命令行的输出). */
import type { Writable } from 'node:stream'

export interface Terminal {
  /** A line of the result, on standard output. */
  readonly out: (text: string) => void
  /** A line for the person in front of it, on standard error. */
  readonly complain: (text: string) => void
  /** Standard output itself, for results that are long. */
  readonly stdout: Writable
}
