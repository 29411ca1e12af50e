// For .ci/run: node scripts/mariadb.mjs reachable|wait|create|drop mariadb://user@host:port/name [seconds]
import { setTimeout as sleep } from 'node:timers/promises'
import mysql from 'mysql2/promise'

const [what, address, limit = '60'] = process.argv.slice(2)
const url = new URL(address)
const name = url.pathname.slice(1)

async function query(...statements) {
  const connection = await mysql.createConnection({
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    connectTimeout: 3_000,
  })
  try {
    let rows = []
    for (const statement of statements) [rows] = await connection.query(statement)
    return rows
  } finally {
    await connection.end()
  }
}

const answers = () =>
  query('SELECT 1').then(
    () => true,
    () => false,
  )

const actions = {
  reachable: answers,
  async wait() {
    const end = performance.now() + Number(limit) * 1000
    while (performance.now() < end) {
      if (await answers()) return true
      await sleep(300)
    }
    return false
  },
  async create() {
    await query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`)
    return true
  },
  /** With it go the databases that parallel test workers made beside it, named after it. */
  async drop() {
    const rows = await query(`SHOW DATABASES LIKE '${name.replaceAll('_', '\\_')}%'`)
    const names = rows
      .flatMap((row) => Object.values(row))
      .filter((each) => each === name || each.startsWith(`${name}_`))
    if (names.length > 0) await query(...names.map((each) => `DROP DATABASE \`${each}\``))
    return true
  },
}

process.exitCode = (await actions[what]()) ? 0 : 1
