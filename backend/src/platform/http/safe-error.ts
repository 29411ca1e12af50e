/**
 * What of an error may be written into a log (日志白名单): its class, its code, and where it was thrown. Never its words:
 * a driver's message holds the statement and the values, which are names of children and numbers of accounts.
 */
export interface SafeError {
  readonly name: string
  readonly code: string | null
  /** Functions and places, without the words that stand above them. */
  readonly frames: readonly string[]
  readonly cause?: SafeError
}

const mostFrames = 20
const mostCauses = 3

const isCode = (value: unknown): value is string | number =>
  (typeof value === 'string' && /^[\w.-]{1,60}$/.test(value)) || typeof value === 'number'

function codeOf(error: object): string | null {
  const { code, driverError, errno } = error as { code?: unknown; driverError?: unknown; errno?: unknown }
  if (isCode(code)) return String(code)
  if (typeof driverError === 'object' && driverError !== null) return codeOf(driverError)
  return isCode(errno) ? String(errno) : null
}

/** A line of a message may itself look like a frame: only what ends as V8 ends one is taken. */
const frame =
  /^ {4}at (?:[^\n()]{1,200} \()?(?:file:|node:|\/|[A-Za-z]:\\|<anonymous>|native)[^\n()]{0,300}(?::\d+:\d+)?\)?$/

function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n')
  // The words may be of many lines; V8 writes them before the first frame.
  const words = `${error.name}: ${error.message}`.split('\n').length
  return lines
    .slice(words)
    .filter((line) => frame.test(line))
    .slice(0, mostFrames)
    .map((line) => line.trim())
}

export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { name: typeof error, code: null, frames: [] }
  const name = error.constructor.name || 'Error'
  const said = {
    name: /^[\w$]{1,60}$/.test(name) ? name : 'Error',
    code: codeOf(error),
    frames: framesOf(error),
  }
  return error.cause !== undefined && depth < mostCauses
    ? { ...said, cause: safeError(error.cause, depth + 1) }
    : said
}
