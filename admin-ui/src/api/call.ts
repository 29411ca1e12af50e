/** One request to the server: headers, errors, language. Used by the office and by the parents' page. */

import { ApiError, isUnsure, type Problem } from './api-error'
import { helper } from './helper'
import { believedPerson } from './person'
import { onePress, sameness } from './press'

export type Language = 'zh' | 'en'

export { ApiError, isUnsure, type FieldError } from './api-error'

let language: Language = 'zh'
/** The server writes its own messages in this language too. */
export const setApiLanguage = (next: Language): void => {
  language = next
}

export const apiHeaders = (): Record<string, string> => ({
  Accept: 'application/json',
  'Accept-Language': language === 'en' ? 'en' : 'zh-CN',
  'X-Kehou': '1',
  ...(believedPerson() === null ? {} : { 'X-Kehou-User': String(believedPerson()) }),
})

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

interface Request {
  method: Method
  path: string
  body: unknown
  signal: AbortSignal | undefined
  /** Of the press that this belongs to; reading has none. */
  key: string | null
}

/** Signing in and out, which may meet nobody or somebody else: that is not a surprise here. */
const isOfTheDoor = (method: Method, path: string): boolean =>
  path === '/api/sign-in' && (method === 'POST' || method === 'DELETE')

/**
 * Sends a request and hands back the raw answer; throws ApiError unless it is 2xx.
 * What changes something is sent once for each press, and again under the same key until it is known what came of it.
 */
export async function send(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Response> {
  const request = { method, path, body, signal, key: null }
  if (method === 'GET') return insisting(request)
  if (isOfTheDoor(method, path)) return attempt(request)
  return onePress(sameness(method, path, body), (key) => insisting({ ...request, key }), isUnsure)
}

/** Tries until there is an answer, a refusal, or the person leaves it. */
async function insisting(request: Request): Promise<Response> {
  for (let wasUnsure = false; ;) {
    try {
      const answer = await attempt(request)
      if (wasUnsure)
        helper()?.settled(answer.headers.get('idempotency-replayed') === 'true' ? 'before' : 'now')
      return answer
    } catch (error) {
      if (wasUnsure && error instanceof ApiError && error.code === 'request.handled_already')
        return handledBefore(request, error)
      const next = await nextAfter(error, request)
      if (next === 'give up') throw error
      wasUnsure ||= next === 'unsure'
    }
  }
}

async function nextAfter(error: unknown, { key }: Request): Promise<'again' | 'unsure' | 'give up'> {
  const help = helper()
  if (!help || !(error instanceof ApiError) || believedPerson() === null) return 'give up'
  if (error.code === 'access.other_person') help.otherPerson()
  if (error.code === 'access.signed_out') {
    await help.signIn()
    return 'again'
  }
  return key !== null && isUnsure(error) && (await help.unsure()) ? 'unsure' : 'give up'
}

/** It was saved the first time, but the answer was not kept: what it is about says how it stands. */
async function handledBefore({ method, path }: Request, refusal: ApiError): Promise<Response> {
  const [noun = '', id = refusal.params.entityId] = path.replace(/^\/api\//, '').split('/')
  const isAboutOne = method !== 'DELETE' && /^\d+$/.test(String(id))
  if (!isAboutOne) throw refusal
  const answer = await attempt({
    method: 'GET',
    path: `/api/${noun}/${String(id)}`,
    body: undefined,
    signal: undefined,
    key: null,
  }).catch(() => {
    throw refusal
  })
  helper()?.settled('before')
  return answer
}

function headersOf({ method, path, body, key }: Request): Record<string, string> {
  const headers = apiHeaders()
  if (body !== undefined && !isForm(body)) headers['Content-Type'] = 'application/json'
  if (key !== null) headers['Idempotency-Key'] = key
  if (isOfTheDoor(method, path)) delete headers['X-Kehou-User']
  return headers
}

const isForm = (body: unknown): body is FormData =>
  typeof FormData !== 'undefined' && body instanceof FormData

async function attempt(request: Request): Promise<Response> {
  const { method, path, body, signal, key } = request
  let answer: Response
  try {
    answer = await fetch(path, {
      method,
      headers: headersOf(request),
      credentials: 'same-origin',
      body: body === undefined ? null : isForm(body) ? body : JSON.stringify(body),
      ...(signal ? { signal } : {}),
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw noAnswer(path, key !== null && believedPerson() !== null)
  }
  if (!answer.ok) throw refusalOf(path, answer.status, await problemOf(answer))
  return answer
}

const refusalOf = (path: string, status: number, problem: Problem): ApiError =>
  Object.assign(new ApiError(status, problem), { noun: path.split(/[/?]/)[2] })

/** Each page has its own words for these. */
const noAnswer = (path: string, mayBeSaved: boolean): ApiError =>
  refusalOf(path, 0, { code: mayBeSaved ? 'client.unsure' : 'client.unreachable' })

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
