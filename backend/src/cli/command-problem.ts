/**
 * What keeps a command from being done (命令行错误): a code of texts.ts and the values that its sentence names. Exit code
 * 2: the command itself is wrong; 1: everything else.
 */
import type { ErrorParams } from '../platform/errors.js'

export class CommandProblem extends Error {
  constructor(
    readonly code: string,
    readonly params: ErrorParams = {},
    readonly exitCode = 1,
  ) {
    super(code)
  }
}
