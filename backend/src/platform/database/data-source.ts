/** Connections (数据库连接): embedded SQLite without settings, MariaDB or MySQL by address. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DataSource, type DataSourceOptions, type EntitySchema, type MigrationInterface } from 'typeorm'
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
}

export async function connect(settings: DatabaseSettings): Promise<Connections> {
  if (settings.databaseUrl) {
    const writer = await new DataSource(serverOptions(settings, settings.databaseUrl)).initialize()
    await writer.runMigrations({ transaction: 'each' })
    return { writer, reader: writer }
  }
  mkdirSync(settings.dataDir, { recursive: true })
  const database = join(settings.dataDir, 'kehou.sqlite')
  const writer = await new DataSource(sqliteOptions(settings, database, false)).initialize()
  await writer.runMigrations({ transaction: 'each' })
  const reader = await new DataSource(sqliteOptions(settings, database, true)).initialize()
  return { writer, reader }
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

function serverOptions(settings: DatabaseSettings, address: string): DataSourceOptions {
  const url = new URL(address)
  return {
    ...common(settings),
    // The dialect must be the server's own, or the drift check sees differences that are none.
    type: url.protocol === 'mariadb:' ? 'mariadb' : 'mysql',
    host: url.hostname,
    port: Number(url.port || 3306),
    username: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    charset: 'utf8mb4_unicode_ci',
    timezone: 'Z',
    dateStrings: ['DATE'],
    supportBigNumbers: true,
    bigNumberStrings: true,
    poolSize: Number(url.searchParams.get('pool') ?? 20),
    connectTimeout: 10_000,
  }
}
