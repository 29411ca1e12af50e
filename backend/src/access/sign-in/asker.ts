/** Who is asking (来访者) before anybody knows who it is: from where, with what, in which language. */
import type { FastifyRequest } from 'fastify'
import { type Language, languageOf } from '../../platform/texts.js'
import { plainAddress } from './address.js'
import { agentFamily } from './agent.js'
import { readDeviceCookie } from './cookie.js'

export interface Asker {
  readonly requestId: string
  readonly language: Language
  readonly address: string
  readonly agent: string | null
  /** Of the browser, from an earlier sign-in; null: it has none. */
  readonly deviceId: string | null
}

export function askerOf(request: FastifyRequest, isHttps: boolean): Asker {
  return {
    requestId: request.id,
    language: languageOf(request.headers['accept-language']),
    // Only a trusted proxy may say another address than its own: application.ts.
    address: plainAddress(request.ip),
    agent: agentFamily(request.headers['user-agent']),
    deviceId: readDeviceCookie(request, isHttps),
  }
}
