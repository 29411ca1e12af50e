/** The framework's own words (框架日志), held to the same list as ours: an error's class, code and places, never its words. */
import { ConsoleLogger } from '@nestjs/common'
import { safeError } from './safe-error.js'

export class SafeLogger extends ConsoleLogger {
  override error(message: unknown, ...rest: unknown[]): void {
    super.error(safeWords(message, rest), ...rest.filter((each) => !isStack(each)))
  }

  override warn(message: unknown, ...rest: unknown[]): void {
    super.warn(message instanceof Error ? safeError(message) : message, ...rest)
  }
}

const isStack = (text: unknown): text is string => typeof text === 'string' && /\n {4}at /.test(text)

/** The framework gives an error as it is, as its stack, or as its words with the stack behind them. */
export function safeWords(message: unknown, rest: readonly unknown[] = []): unknown {
  if (message instanceof Error) return safeError(message)
  const stack = [message, ...rest].find(isStack)
  if (stack === undefined) return message
  const error = new Error('')
  error.stack = stack.slice(stack.search(/\n {4}at /)).replace(/^\n/, 'Error\n')
  return safeError(error)
}
