/** Connections (数据库连接): embedded SQLite without settings, MariaDB or MySQL by address. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DataSource, type DataSourceOptions, type EntitySchema, type MigrationInterface } from 'typeorm'
import { createConnection } from 'mysql2/promise'
import { Naming } from './naming.js'

export interface DatabaseSettings {
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly entities: readonly (Function | EntitySchema)[]
  readonly migrations: readonly (new () => MigrationInterface)[]
}

export interface Connections {
  /** The only connection that may write; on a server the same as `reader`. */
  readonly writer: DataSource
  /** Sees committed rows only. On SQLite it is opened read-only, so that a write outside a transaction fails aloud. */
  readonly reader: DataSource
  /** For the question whether the database is there; on SQLite the same as `reader`. */
  readonly health: DataSource
  /** A connection of its own, for one snapshot; whoever asks closes it. */
  readonly apart: () => Promise<DataSource>
}

/** Seconds that a transaction waits for a row that somebody else holds. */
export const lockWaitSeconds = 5

export async function connect(settings: DatabaseSettings): Promise<Connections> {
  if (settings.databaseUrl) return connectToServer(settings, new URL(settings.databaseUrl))
  mkdirSync(settings.dataDir, { recursive: true })
  const database = join(settings.dataDir, 'kehou.sqlite')
  const writer = await new DataSource(sqliteOptions(settings, database, false)).initialize()
  await writer.runMigrations({ transaction: 'each' })
  const reader = await new DataSource(sqliteOptions(settings, database, true)).initialize()
  const apart = () => new DataSource(sqliteOptions(settings, database, true)).initialize()
  return { writer, reader, health: reader, apart }
}

/**
 * Three pools: who waits for a held row waits among writers, and neither a page that only reads nor the question
 * whether the server lives waits with them. `?pool=` in the address sets the number of writers.
 */
async function connectToServer(settings: DatabaseSettings, url: URL): Promise<Connections> {
  const type = await dialectOf(url)
  const pool = async (poolSize: number) => {
    const source = await new DataSource(serverOptions(settings, url, type, poolSize)).initialize()
    await prepareSessions(source)
    return source
  }
  const writer = await pool(Number(url.searchParams.get('pool') ?? 40))
  try {
    await writer.runMigrations({ transaction: 'each' })
    return { writer, reader: await pool(20), health: await pool(2), apart: () => pool(1) }
  } catch (error) {
    // A pool left open would keep the process from ending.
    await writer.destroy()
    throw error
  }
}

/** The dialect is the server's own, whatever the address calls it, or the drift check sees differences that are none. */
async function dialectOf(url: URL): Promise<'mariadb' | 'mysql'> {
  const { username: user, ...rest } = addressOf(url)
  const connection = await createConnection({ ...rest, user, connectTimeout: 10_000 })
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version')
    return (rows as { version: string }[])[0]!.version.includes('MariaDB') ? 'mariadb' : 'mysql'
  } finally {
    await connection.end()
  }
}

function addressOf(url: URL) {
  return {
    host: url.hostname,
    port: Number(url.port || 3306),
    username: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
  }
}

/** Each new connection of the pool: a short wait for locks, and after a lock what is committed now (ADR 10). */
async function prepareSessions(source: DataSource): Promise<void> {
  const statements = [
    `SET SESSION innodb_lock_wait_timeout = ${lockWaitSeconds}`,
    'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  ]
  const { pool } = source.driver as unknown as {
    pool: { on(event: 'connection', done: (connection: { query(sql: string): void }) => void): void }
  }
  pool.on('connection', (connection) => {
    for (const statement of statements) connection.query(statement)
  })
  // The one connection that opening has made already.
  for (const statement of statements) await source.query(statement)
}

function common(settings: DatabaseSettings) {
  return {
    entities: [...settings.entities],
    migrations: [...settings.migrations],
    migrationsTableName: 'migration',
    namingStrategy: new Naming(),
    synchronize: false,
    logging: false,
  }
}

function sqliteOptions(settings: DatabaseSettings, database: string, readonly: boolean): DataSourceOptions {
  return {
    ...common(settings),
    type: 'better-sqlite3',
    database,
    readonly,
    timeout: 5000,
    statementCacheSize: 200,
    prepareDatabase: (connection: { pragma(text: string): void }) => {
      if (!readonly) connection.pragma('journal_mode = WAL')
      connection.pragma('synchronous = FULL')
      connection.pragma('foreign_keys = ON')
      connection.pragma('cache_size = -65536')
    },
  }
}

function serverOptions(
  settings: DatabaseSettings,
  url: URL,
  type: 'mariadb' | 'mysql',
  poolSize: number,
): DataSourceOptions {
  return {
    ...common(settings),
    ...addressOf(url),
    type,
    charset: 'utf8mb4_unicode_ci',
    timezone: 'Z',
    dateStrings: ['DATE'],
    supportBigNumbers: true,
    bigNumberStrings: true,
    poolSize,
    connectTimeout: 10_000,
  }
}
