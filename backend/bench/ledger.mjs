// A city-year of money through the ledger: declarations, allotments and 150,000 transfers, against one transaction per
// journal and against the bare insert of the same rows; on SQLite, and on MariaDB where KEHOU_BENCH_SERVER names one.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { buildApplication } from '../dist/application.js'
import { entities } from '../dist/entities.js'
import { migrations } from '../dist/migrations.js'
import { LedgerService, TrialBalanceService, verifyLedger } from '../dist/ledger/index.js'
import { FixedClock } from '../dist/platform/calendar.js'
import { readConfig } from '../dist/platform/config.js'
import { connect } from '../dist/platform/database/data-source.js'
import { Database } from '../dist/platform/database/database.js'
import { insertRows } from '../dist/platform/database/many-rows.js'
import { boards } from './ledger/boards.mjs'
import { cityYear, makeCity } from './ledger/city.mjs'
import { median, msSince, report } from './lib.mjs'

const rounds = Number(process.env.ROUNDS ?? 3)
const oneByOneCount = Number(process.env.ONE_BY_ONE ?? 400)
const postedAtOnce = 15_000
const server = process.env.KEHOU_BENCH_SERVER ?? 'mariadb://root@127.0.0.1:3306/'
const person = {
  userId: 1,
  displayName: 'bench',
  permissions: new Set(),
  regionCode: '1402',
  schoolId: null,
  requestId: 'bench',
}

async function openOn(kind) {
  const dataDir = mkdtempSync(join(tmpdir(), 'kehou-bench-'))
  const name = `kehou_bench_${process.pid}`
  const onServer = async (sql) => {
    const connection = await createConnection(server)
    await connection.query(sql)
    await connection.end()
  }
  if (kind === 'MariaDB') {
    await onServer(`DROP DATABASE IF EXISTS ${name}`)
    await onServer(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  }
  const url = new URL(server)
  url.pathname = `/${name}`
  const config = readConfig(
    {
      KEHOU_DATA_DIR: dataDir,
      KEHOU_LOG_LEVEL: 'silent',
      ...(kind === 'MariaDB' ? { KEHOU_DATABASE_URL: url.toString() } : {}),
    },
    dataDir,
  )
  const app = await buildApplication({
    config,
    connections: await connect({ ...config, entities, migrations }),
    clock: new FixedClock('2026-12-31T04:00:00Z'),
  })
  return {
    app,
    close: async () => {
      await app.close()
      rmSync(dataDir, { recursive: true, force: true })
      if (kind === 'MariaDB') await onServer(`DROP DATABASE ${name}`)
    },
  }
}

/** So many lines at once, whole events. */
function inParts(batch) {
  const parts = []
  let count = Infinity
  for (const posting of batch) {
    if (count >= postedAtOnce) {
      parts.push([])
      count = 0
    }
    parts.at(-1).push(posting)
    count += posting.lines.length
  }
  return parts
}

/** Everything through `post`, so much in a transaction; gives milliseconds. */
async function postAll(database, ledger, batches) {
  const start = process.hrtime.bigint()
  for (const batch of batches)
    for (const part of inParts(batch)) await database.transaction((tx) => ledger.post(tx, person, part))
  return msSince(start)
}

/** In the order in which they may be emptied, with what they are read by. */
const tables = [
  ['ledger_line', ['schoolId', 'sequence', 'number']],
  ['ledger_journal', ['schoolId', 'sequence']],
  ['allotment', ['id']],
  ['ledger_chain', ['schoolId']],
]
const named = tables.map(([name]) => name)

async function empty(database) {
  await database.transaction(async (tx) => {
    for (const name of named) await tx.query(`DELETE FROM ${name}`)
    // Keys begin anew, so that the second run can be compared to the byte.
    if (database.isSqlite)
      await tx.query(
        `DELETE FROM sqlite_sequence WHERE name IN (${named.map((name) => `'${name}'`).join(', ')})`,
      )
  })
  if (!database.isSqlite)
    for (const name of named.slice(1))
      await database.connections.writer.query(`ALTER TABLE ${name} AUTO_INCREMENT = 1`)
}

const rowsOf = (database, name) =>
  database.read.query(
    `SELECT * FROM ${name} ORDER BY ${tables.find(([each]) => each === name)[1].join(', ')}`,
  )

/** SHA-256 over every row of the four tables. */
async function fingerprint(database) {
  const hash = createHash('sha256')
  for (const name of named) {
    const skip = name === 'ledger_chain' ? new Set(['id']) : new Set()
    for (const row of await rowsOf(database, name))
      hash.update(
        JSON.stringify(
          Object.entries(row)
            .filter(([key]) => !skip.has(key))
            .map(([, value]) => value),
        ),
      )
  }
  return hash.digest('hex')
}

/** The same journals and lines, in the order in which they came, and nothing else. */
async function bareInsert(database, { journals, lines, standings }) {
  await empty(database)
  await database.transaction((tx) => insertRows(tx, 'allotment', standings))
  const bySequence = new Map()
  for (const line of lines) {
    const key = `${line.schoolId}/${line.sequence}`
    if (!bySequence.has(key)) bySequence.set(key, [])
    bySequence.get(key).push(line)
  }
  const batches = []
  let count = Infinity
  for (const journal of journals) {
    if (count >= postedAtOnce) {
      batches.push({ journals: [], lines: [] })
      count = 0
    }
    const own = bySequence.get(`${journal.schoolId}/${journal.sequence}`)
    batches.at(-1).journals.push(journal)
    batches.at(-1).lines.push(...own)
    count += own.length
  }
  const start = process.hrtime.bigint()
  for (const batch of batches)
    await database.transaction(async (tx) => {
      await insertRows(tx, 'ledger_journal', batch.journals)
      await insertRows(tx, 'ledger_line', batch.lines)
    })
  return msSince(start)
}

/** Milliseconds for a line, each posted in a transaction of its own. */
async function oneByOne(database, ledger, batches) {
  await empty(database)
  for (const batch of batches.slice(0, 1)) await postAll(database, ledger, [batch])
  const singles = batches[1]
    .flatMap(({ lines, businessKey, ...posting }) =>
      lines.map((line, i) => ({ ...posting, businessKey: `${businessKey}:${i}`, lines: [line] })),
    )
    .slice(0, oneByOneCount)
  const start = process.hrtime.bigint()
  for (const posting of singles) await database.transaction((tx) => ledger.post(tx, person, [posting]))
  return msSince(start) / singles.length
}

async function measure(kind) {
  const { app, close } = await openOn(kind)
  try {
    const [database, ledger] = [app.get(Database), app.get(LedgerService)]
    const batches = cityYear(await makeCity(database))
    const journalCount = batches.reduce((sum, batch) => sum + batch.length, 0)
    const count = batches.flat().reduce((sum, { lines }) => sum + lines.length, 0)
    const memoCount = batches
      .flat()
      .filter(({ kind }) => kind === 'declare' || kind === 'approve')
      .reduce((sum, { lines }) => sum + lines.length, 0)
    const times = { ours: [], bare: [] }
    const prints = []
    let rows = null
    for (let round = 0; round < rounds; round += 1) {
      await empty(database)
      times.ours.push(await postAll(database, ledger, batches))
      if (round < 2) prints.push(await fingerprint(database))
      rows ??= {
        journals: (await rowsOf(database, 'ledger_journal'))
          .sort((a, b) => a.id - b.id)
          .map((row) => ({ ...row, postedAt: '2026-12-31 04:00:00.000' })),
        lines: await rowsOf(database, 'ledger_line'),
        standings: await rowsOf(database, 'allotment'),
      }
      if (round < rounds - 1) times.bare.push(await bareInsert(database, rows))
    }
    const balance = await app.get(TrialBalanceService).of({ schoolId: null, regionCode: '1402' }, {})
    const verifying = process.hrtime.bigint()
    const verification = await verifyLedger(database.read)
    const verified = msSince(verifying)
    const board = await boards(app, database)
    const single = await oneByOne(database, ledger, batches)
    const [ours, bare] = [median(times.ours), median(times.bare)]
    return {
      row: {
        database: kind,
        lines: count,
        journals: journalCount,
        seconds: Number((ours / 1000).toFixed(2)),
        'lines/s': Math.round(count / (ours / 1000)),
        'bare insert s': Number((bare / 1000).toFixed(2)),
        'of the bare limit (goal ≥ 0.5)': Number((bare / ours).toFixed(2)),
        'one by one ms': Number(single.toFixed(2)),
        '× one by one (goal ≥ 50)': Number((single / (ours / count)).toFixed(1)),
        'verify s': Number((verified / 1000).toFixed(2)),
        'board of a school ms': Math.round(board.median),
        'district by school ms (goal ≤ 100)': Math.round(board.bySchool),
        'district, every class ms (goal ≤ 100)': Math.round(board.byClass),
      },
      invariants: {
        [`${kind}: debits equal credits, balances add up to zero`]:
          balance.isBalanced && balance.lineCount === count - memoCount,
        [`${kind}: verify finds nothing`]:
          verification.problems.length === 0 && verification.lineCount === count,
        [`${kind}: every board answers`]: board.isFilled,
        [`${kind}: twice gives the same bytes`]: prints[0] === prints[1],
      },
    }
  } finally {
    await close()
  }
}

const kinds = ['SQLite']
try {
  await (await createConnection(server)).end()
  kinds.push('MariaDB')
} catch {
  console.log(`No MariaDB at ${new URL(server).host}: measured on SQLite only.`)
}
const measured = []
for (const kind of kinds.filter((each) => !process.env.ONLY || each === process.env.ONLY))
  measured.push(await measure(kind))
report(
  'ledger',
  measured.map(({ row }) => row),
  Object.assign({}, ...measured.map(({ invariants }) => invariants)),
)
