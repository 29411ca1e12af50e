/** Builds the running application (应用装配), the same for the server and for the tests. */
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import { pino, type Logger } from 'pino'
import { AppModule, sentences } from './app.module.js'
import type { Clock } from './platform/calendar.js'
import type { Config } from './platform/config.js'
import type { Connections } from './platform/database/data-source.js'
import { tellWhenBroken } from './platform/http/broken-stream.js'
import { refuseDeepBodies } from './platform/http/depth.js'
import { refusalsOfFastify } from './platform/http/refusals-of-fastify.js'
import { ProblemFilter } from './platform/http/problem.filter.js'
import { safeError } from './platform/http/safe-error.js'
import { SafeLogger } from './platform/http/safe-logger.js'
import { serveScreens } from './platform/http/screens.js'
import { validationPipe } from './platform/http/validation.js'

export const largestBodyBytes = 1024 * 1024
/** Twenty megabytes over a village's line take minutes; who trickles bytes is cut off. */
export const longestRequestMs = 5 * 60_000
const longestHeadersMs = 30_000
export const largestFileBytes = 20 * 1024 * 1024

export interface Parts {
  readonly config: Config
  readonly connections: Connections
  readonly clock: Clock
  /** Where the built office and parents' pages lie; left out, only the API answers. */
  readonly screensDir?: string
  /** How long a whole request may take to arrive, in milliseconds. */
  readonly requestTimeoutMs?: number
}

export async function buildApplication({
  config,
  connections,
  clock,
  screensDir,
  requestTimeoutMs = longestRequestMs,
}: Parts): Promise<NestFastifyApplication> {
  const log = pino({ level: config.logLevel, base: null })
  const problems = new ProblemFilter(sentences, (error, requestId) =>
    log.error({ requestId, error: safeError(error) }, 'unexpected error'),
  )
  const adapter = new FastifyAdapter({
    logger: false,
    genReqId: () => randomUUID(),
    ...refusalsOfFastify(problems),
    bodyLimit: largestBodyBytes,
    // Anybody can write X-Forwarded-For; only proxies that are named are believed.
    trustProxy: trusted(config.trustedProxies),
    requestTimeout: requestTimeoutMs,
    http: {
      requestTimeout: requestTimeoutMs,
      headersTimeout: Math.min(requestTimeoutMs, longestHeadersMs),
      connectionsCheckingInterval: Math.min(requestTimeoutMs, 10_000),
    },
  })
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, connections, clock),
    adapter,
    { logger: new SafeLogger({ logLevels: ['error', 'warn'] }), abortOnError: false },
  )
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] })
  app.useGlobalPipes(validationPipe())
  app.useGlobalFilters(problems)
  refuseDeepBodies(app.getHttpAdapter().getInstance())
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: largestFileBytes, files: 1, fields: 10 } })
  await app.register(helmet, {
    contentSecurityPolicy: contentSecurityPolicy(config),
    hsts: config.isBehindHttps,
    crossOriginEmbedderPolicy: false,
  })
  logRequests(app, log)
  if (screensDir) await serveScreens(app, screensDir)
  app.enableShutdownHooks()
  await app.init()
  return app
}

// A number: so many proxies stand in front, and the address that the outermost of them saw is the asker's.
function trusted(proxies: Config['trustedProxies']) {
  return typeof proxies === 'number' ? (_: string, hop: number) => hop < proxies : proxies
}

function contentSecurityPolicy(config: Config) {
  return {
    useDefaults: true,
    // Styles are written into the page by the component library; scripts never are.
    directives: {
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'upgrade-insecure-requests': config.isBehindHttps ? [] : null,
    },
  }
}

type DoneSending = (error: Error | null, payload: unknown) => void

// The route's pattern and not the address is logged: a search may hold a child's name.
function logRequests(app: NestFastifyApplication, log: Logger): void {
  const fastify = app.getHttpAdapter().getInstance()
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    void reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store')
    done()
  })
  fastify.addHook(
    'onSend',
    (request: FastifyRequest, _: FastifyReply, payload: unknown, done: DoneSending) => {
      tellWhenBroken(payload, (error) =>
        log.error(
          { requestId: request.id, route: request.routeOptions.url ?? 'unknown', error: safeError(error) },
          'an answer broke off',
        ),
      )
      done(null, payload)
    },
  )
  fastify.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    log.info({
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    })
    done()
  })
}
