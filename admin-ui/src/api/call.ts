/** One request to the server: headers, errors, language. Used by the office and by the parents' page. */

export type Language = 'zh' | 'en'

export interface FieldError {
  field: string
  code: string
  message: string
  params?: Record<string, unknown>
}

interface Problem {
  code?: string
  message?: string
  params?: Record<string, unknown>
  fields?: FieldError[]
  requestId?: string
}

/** A refusal of the server, or no answer at all (status 0, code `client.unreachable`). */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly params: Record<string, unknown>
  readonly fields: FieldError[]
  readonly requestId: string | undefined
  /** What react-admin's forms read: one text per field. */
  body: { errors: Record<string, string> }

  constructor(status: number, problem: Problem) {
    super(problem.message ?? problem.code ?? `HTTP ${status}`)
    this.name = 'ApiError'
    this.status = status
    this.code = problem.code ?? codeOfStatus(status)
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

let language: Language = 'zh'
/** The server writes its own messages in this language too. */
export const setApiLanguage = (next: Language): void => {
  language = next
}

export const apiHeaders = (): Record<string, string> => ({
  Accept: 'application/json',
  'Accept-Language': language === 'en' ? 'en' : 'zh-CN',
  'X-Kehou': '1',
})

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** Sends a request and hands back the raw answer; throws ApiError unless it is 2xx. */
export async function send(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Response> {
  const isForm = typeof FormData !== 'undefined' && body instanceof FormData
  const headers = apiHeaders()
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json'
  let answer: Response
  try {
    answer = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      body: body === undefined ? null : isForm ? (body as FormData) : JSON.stringify(body),
      ...(signal ? { signal } : {}),
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError(0, { message: language === 'en' ? 'The server cannot be reached.' : '连不上服务器。' })
  }
  if (!answer.ok) throw new ApiError(answer.status, await problemOf(answer))
  return answer
}

async function problemOf(answer: Response): Promise<Problem> {
  try {
    return (await answer.json()) as Problem
  } catch {
    return {}
  }
}

/** `call<School>('GET', '/api/schools/1')`: JSON in, JSON out. */
export async function call<T = unknown>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const answer = await send(method, path, body, signal)
  if (answer.status === 204) return undefined as T
  const text = await answer.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/** Query string of an address; empty values are left out. */
export function query(params: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(params)) {
    if (value === undefined || value === null || value === '') continue
    search.set(key, Array.isArray(value) ? value.join(',') : String(value as string | number | boolean))
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}
