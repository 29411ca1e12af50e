/** Typed calls on the generated contract. The parents' page, which must stay small, uses `call` directly. */
import createClient from 'openapi-fetch'
import { ApiError, apiHeaders } from './call'
import type { paths } from './schema'

export { ApiError, call, query, send, setApiLanguage } from './call'
export type { FieldError, Language, Method } from './call'

export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' })

api.use({
  onRequest({ request }) {
    for (const [name, value] of Object.entries(apiHeaders())) request.headers.set(name, value)
    return request
  },
  async onResponse({ response }) {
    if (response.ok) return undefined
    const problem: unknown = await response
      .clone()
      .json()
      .catch(() => ({}))
    throw new ApiError(response.status, problem as ConstructorParameters<typeof ApiError>[1])
  },
})
