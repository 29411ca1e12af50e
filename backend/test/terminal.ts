/** A terminal that keeps what a command says (测试用终端). */
import { Writable } from 'node:stream'
import type { Terminal } from '../src/cli/terminal.js'

export class KeptTerminal implements Terminal {
  readonly lines: string[] = []
  readonly complaints: string[] = []
  /** What was written on standard output beside the lines. */
  sent = ''
  readonly out = (text: string): void => void this.lines.push(text)
  readonly complain = (text: string): void => void this.complaints.push(text)
  readonly stdout = new Writable({
    write: (chunk: Buffer, _, done) => {
      this.sent += chunk.toString()
      done()
    },
  })
}
