// One run of the tests: gives it a name for its template database and clears what an interrupted run left on a server.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'

export default async function setup() {
  process.env.KEHOU_TEST_TEMPLATE = join(tmpdir(), `kehou-test-template-${process.pid}`)
  const address = process.env.KEHOU_TEST_DATABASE_URL
  if (!address) return
  const url = new URL(address)
  const connection = await createConnection({
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  })
  const prefix = process.env.KEHOU_TEST_DATABASE_PREFIX ?? 'kehou_test_w'
  const [rows] = await connection.query(
    'SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA WHERE LEFT(SCHEMA_NAME, ?) = ?',
    [prefix.length, prefix],
  )
  for (const { name } of rows) await connection.query(`DROP DATABASE \`${name}\``)
  await connection.end()
}
