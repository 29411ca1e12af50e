/** The errors behind answers (答复背后的错误), which an answer of 500 does not tell; watched from before the start. */
import { KehouError } from '../../src/platform/errors.js'
import { ProblemFilter } from '../../src/platform/http/problem.filter.js'

export class ErrorsBehind {
  private readonly spy = jest.spyOn(ProblemFilter.prototype, 'catch')

  /** The last one that was not meant as an answer, and forgets it. */
  take(): string | null {
    const error = this.spy.mock.calls.at(-1)?.[0] as Error | undefined
    this.spy.mockClear()
    if (!error || error instanceof KehouError) return null
    return `${error.name}: ${String(error.message).slice(0, 200)}\n${ownLines(error.stack)}`
  }
}

const ownLines = (stack = ''): string =>
  stack
    .split('\n')
    .filter((line) => /\(.*\/src\/|ValidationPipe|class-/.test(line))
    .slice(0, 4)
    .join('\n')
