/** Boots the real application on a migrated database; only the clock is the test's own. */
import 'reflect-metadata'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createHash, randomBytes } from 'node:crypto'
import { SignIn, User } from '../src/access/index.js'
import { buildApplication } from '../src/application.js'
import { AuditEntry } from '../src/audit/index.js'
import { FixedClock } from '../src/platform/calendar.js'
import type { Config } from '../src/platform/config.js'
import { Database } from '../src/platform/database/database.js'
import { Sentences } from '../src/platform/sentences.js'
import { openBeside, openTestDatabase } from './database.js'
import { World } from './world.js'

export interface Answer {
  readonly status: number
  // A test reads what it expects to be there; a missing field fails the assertion.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any
  readonly text: string
  readonly raw: Buffer
  readonly headers: Record<string, string | string[] | number | undefined>
}

type Query = Record<string, string | number | boolean>

/** A person at the other end of the wire. */
export class Client {
  constructor(
    private readonly test: TestApp,
    private cookie: string | null,
    private readonly language = 'zh-CN',
  ) {}

  get(path: string, query: Query = {}): Promise<Answer> {
    return this.send('GET', path, undefined, query)
  }
  post(path: string, body: object = {}): Promise<Answer> {
    return this.send('POST', path, body)
  }
  patch(path: string, body: object): Promise<Answer> {
    return this.send('PATCH', path, body)
  }
  put(path: string, body: object): Promise<Answer> {
    return this.send('PUT', path, body)
  }
  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path)
  }
  inEnglish(): Client {
    return new Client(this.test, this.cookie, 'en-GB')
  }

  /** As a person does who is told that the row is busy (503, nothing kept): once more, until it is answered. */
  async postPatiently(path: string, body: object = {}): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      const answer = await this.post(path, body)
      if (answer.body?.code !== 'database.busy' || tries === 10) return answer
    }
  }

  /** A multipart upload with text fields and one file. */
  async upload(
    path: string,
    fields: Record<string, string>,
    file: { name: string; bytes: Buffer },
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const boundary = `----kehou${randomBytes(8).toString('hex')}`
    const parts = Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    )
    const head = Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    )
    const payload = Buffer.concat([...parts, head, file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
    return this.send(
      'POST',
      path,
      payload,
      {},
      { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    )
  }

  async send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object | Buffer,
    query: Query = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const reply = await this.test.nest.inject({
      method,
      url: path,
      query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
      headers: {
        'x-kehou': '1',
        'accept-language': this.language,
        ...(this.cookie ? { cookie: `kehou_sign_in=${this.cookie}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body }),
    })
    // A browser takes over the token that replaces its own.
    const replaced = reply.cookies.find(({ name }) => name === 'kehou_sign_in')
    if (replaced && this.cookie) this.cookie = replaced.value
    const isJson = String(reply.headers['content-type']).startsWith('application/json')
    const answer = {
      status: reply.statusCode,
      body: isJson && reply.payload ? JSON.parse(reply.payload) : undefined,
      text: isJson ? reply.payload : '',
      raw: reply.rawPayload,
      headers: reply.headers,
    }
    if (answer.status >= 400) this.test.requireSentence(answer.body?.code)
    const isReplay = reply.headers['idempotency-replayed'] === 'true'
    if (method !== 'GET' && answer.status < 300 && !isReplay)
      await this.test.requireAuditEntry(method, path, String(reply.headers['x-request-id']))
    return answer
  }
}

export class TestApp {
  private constructor(
    readonly nest: NestFastifyApplication,
    readonly clock: FixedClock,
    readonly database: Database,
    readonly world: World,
    readonly config: Config,
    private readonly remove: () => void,
  ) {}

  /** Unsafe requests that change nothing a person would look for in the audit trail. */
  private readonly withoutAudit = [/\/(preview|shares)$/]

  static async start({
    now = '2026-11-20T08:00:00Z',
    within,
    server,
    ...settings
  }: { now?: string; within?: string; server?: string } & Partial<Config> = {}): Promise<TestApp> {
    const { connections, dataDir, remove } = await openTestDatabase(within, server)
    const clock = new FixedClock(now)
    const config: Config = {
      isProduction: false,
      port: 3000,
      host: '127.0.0.1',
      dataDir,
      databaseUrl: null,
      secret: 'a secret for tests only, 32 characters or more',
      isDemo: false,
      publicUrl: 'http://kehou.test',
      isBehindHttps: false,
      trustedProxies: false,
      requiresSecondFactor: false,
      ...settings,
      logLevel: process.env['KEHOU_LOG_LEVEL'] ?? 'silent',
    }
    const nest = await buildApplication({ config, connections, clock })
    const database = nest.get(Database)
    return new TestApp(nest, clock, database, new World(database, nest, clock), config, remove)
  }

  async stop(): Promise<void> {
    await this.nest.close()
    this.remove()
  }

  /** The same application once more on the same database, as another process runs it. */
  async beside(): Promise<TestApp> {
    const connections = await openBeside(this.database.connections, this.config.dataDir)
    const nest = await buildApplication({ config: this.config, connections, clock: this.clock })
    return new TestApp(nest, this.clock, nest.get(Database), this.world, this.config, () => undefined)
  }

  get signedOut(): Client {
    return new Client(this, null)
  }

  /** Signs the user in without the password. */
  async as(user: User): Promise<Client> {
    const token = randomBytes(24).toString('base64url')
    const now = this.clock.now()
    const expiresAt = new Date(now.getTime() + 12 * 3600_000)
    await this.database.transaction((tx) =>
      tx.insert(SignIn, {
        tokenHash: createHash('sha256').update(token).digest('hex'),
        userId: user.id,
        createdAt: now,
        lastSeenAt: now,
        expiresAt,
        revokedAt: null,
        rotatedAt: now,
        isTokenSeen: true,
      }),
    )
    return new Client(this, token)
  }

  /** A code without a sentence is said as "something went wrong", which helps nobody. */
  requireSentence(code: unknown): void {
    if (typeof code === 'string' && !this.nest.get(Sentences).knows(code))
      throw new Error(`${code} has no sentence`)
  }

  /** Every change leaves an audit entry: the contract of each route includes it. */
  async requireAuditEntry(method: string, path: string, requestId: string): Promise<void> {
    if (this.withoutAudit.some((pattern) => pattern.test(path))) return
    const found = await this.database.read.countBy(AuditEntry, { requestId })
    if (found === 0) throw new Error(`${method} ${path} left no audit entry`)
  }
}
