/** A migrated, empty database for one test file: a copied SQLite file, or the worker's own MariaDB database swept clean. */
import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'
import { entities } from '../src/entities.js'
import { migrations } from '../src/migrations.js'
import { type Connections, connect } from '../src/platform/database/data-source.js'

export const serverUrl = process.env['KEHOU_TEST_DATABASE_URL'] ?? null
const templateDir = process.env['KEHOU_TEST_TEMPLATE']!
const readyFile = join(templateDir, 'ready')

/** Made once for a run by whichever worker comes first; every file copies it instead of migrating anew. */
async function madeTemplate(): Promise<string> {
  try {
    mkdirSync(templateDir)
  } catch {
    while (!existsSync(readyFile)) await sleep(20)
    return join(templateDir, 'kehou.sqlite')
  }
  const { writer, reader } = await connect({ databaseUrl: null, dataDir: templateDir, entities, migrations })
  await reader.destroy()
  await writer.query('PRAGMA wal_checkpoint(TRUNCATE)')
  await writer.destroy()
  writeFileSync(readyFile, '')
  return join(templateDir, 'kehou.sqlite')
}

/** `within`: an existing folder for the files, for example one on a small disk; `url`: an empty database of a server of one's own. */
export async function openTestDatabase(
  within = tmpdir(),
  url: string | null = null,
): Promise<{
  connections: Connections
  dataDir: string
  remove: () => void
}> {
  const dataDir = mkdtempSync(join(within, 'kehou-test-'))
  const remove = () => rmSync(dataDir, { recursive: true, force: true })
  if (url)
    return {
      connections: await connect({ databaseUrl: url, dataDir: '', entities, migrations }),
      dataDir,
      remove,
    }
  if (serverUrl) return { connections: await sweptServerDatabase(), dataDir, remove }
  copyFileSync(await madeTemplate(), join(dataDir, 'kehou.sqlite'))
  return { connections: await connect({ databaseUrl: null, dataDir, entities, migrations }), dataDir, remove }
}

/** Connections of their own to the same database, as another process has them. */
export function openBeside({ writer }: Connections, dataDir: string): Promise<Connections> {
  const url = serverUrl && databaseUrl(String(writer.options.database))
  return connect({ databaseUrl: url, dataDir, entities, migrations })
}

async function sweptServerDatabase(): Promise<Connections> {
  const name = `${process.env['KEHOU_TEST_DATABASE_PREFIX'] ?? 'kehou_test_w'}${process.env['JEST_WORKER_ID'] ?? randomUUID().slice(0, 8)}`
  await onServer((run) =>
    run(`CREATE DATABASE IF NOT EXISTS \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`),
  )
  const connections = await connect({ databaseUrl: databaseUrl(name), dataDir: '', entities, migrations })
  const runner = connections.writer.createQueryRunner()
  await runner.query('SET FOREIGN_KEY_CHECKS = 0')
  for (const { tableName } of connections.writer.entityMetadatas)
    await runner.query(`DELETE FROM \`${tableName}\``)
  await runner.query('SET FOREIGN_KEY_CHECKS = 1')
  await runner.release()
  return connections
}

/** Dropped and made anew: for what migrates by itself. */
export async function emptyServerDatabase(suffix: string): Promise<string> {
  const name = `${process.env['KEHOU_TEST_DATABASE_PREFIX'] ?? 'kehou_test_w'}${suffix}`
  await onServer((run) => run(`DROP DATABASE IF EXISTS \`${name}\``))
  await onServer((run) => run(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`))
  return name
}

export function databaseUrl(name: string): string {
  const url = new URL(serverUrl!)
  url.pathname = `/${name}`
  return url.toString()
}

async function onServer<T>(
  work: (run: (sql: string) => Promise<[unknown, unknown]>) => Promise<T>,
): Promise<T> {
  const url = new URL(serverUrl!)
  const connection = await createConnection({
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  })
  try {
    return await work((sql) => connection.query(sql) as Promise<[unknown, unknown]>)
  } finally {
    await connection.end()
  }
}
