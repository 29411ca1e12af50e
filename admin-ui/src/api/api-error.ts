/** A refusal of the server as the pages see it. Pure. */

export interface FieldError {
  field: string
  code: string
  message: string
  params?: Record<string, unknown>
}

export interface Problem {
  code?: string
  message?: string
  params?: Record<string, unknown>
  fields?: FieldError[]
  requestId?: string
}

/**
 * A refusal of the server, or no answer at all: status 0, code `client.unreachable`,
 * or `client.unsure` where nobody knows whether something was saved.
 */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  /** As the server wrote it, in the language of the request; none where something before it has answered, or nothing at all. */
  readonly sentence: string | undefined
  readonly params: Record<string, unknown>
  readonly fields: FieldError[]
  readonly requestId: string | undefined
  /** What was asked for, as in the address: `payments` of /api/payments/7. */
  noun: string | undefined
  /** What react-admin's forms read: one text per field. */
  body: { errors: Record<string, string> }

  constructor(status: number, problem: Problem) {
    super(problem.message ?? problem.code ?? `HTTP ${status}`)
    this.name = 'ApiError'
    this.status = status
    this.code = problem.code ?? codeOfStatus(status)
    this.sentence = problem.message
    this.params = problem.params ?? {}
    this.fields = problem.fields ?? []
    this.requestId = problem.requestId
    this.body = { errors: Object.fromEntries(this.fields.map((f) => [f.field, f.message])) }
  }
}

const codeOfStatus = (status: number): string =>
  ({
    0: 'client.unreachable',
    401: 'access.signed_out',
    403: 'access.forbidden',
    404: 'not_found',
    413: 'request.too_large',
    429: 'access.too_many_attempts',
  })[status] ?? (status >= 500 ? 'internal' : 'request.malformed')

const brokenOff = new Set(['client.unreachable', 'client.unsure', 'database.unsure'])

/** The answer got lost on its way, or broke off in the server: a change may or may not have been saved. */
export const isUnsure = (error: unknown): boolean =>
  error instanceof ApiError &&
  (brokenOff.has(error.code) || (error.code === 'internal' && (error.status === 502 || error.status === 504)))
