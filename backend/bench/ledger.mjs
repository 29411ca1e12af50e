// A city-year of money through the ledger: entitlements, allotments and 150,000 transfers, against one transaction per
// journal and against the bare insert of the same rows; on SQLite, and on MariaDB where KEHOU_BENCH_SERVER names one.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { buildApplication } from '../dist/application.js'
import { entities } from '../dist/entities.js'
import { migrations } from '../dist/migrations.js'
import { Fund, LedgerService, TrialBalanceService, verifyLedger } from '../dist/funding/index.js'
import { SignIn, User } from '../dist/access/index.js'
import { Region } from '../dist/organisation/index.js'
import { FixedClock } from '../dist/platform/calendar.js'
import { readConfig } from '../dist/platform/config.js'
import { connect } from '../dist/platform/database/data-source.js'
import { Database } from '../dist/platform/database/database.js'
import { insertRows } from '../dist/platform/database/many-rows.js'
import { median, report } from './lib.mjs'

const schoolCount = Number(process.env.SCHOOLS ?? 450)
const classCount = Number(process.env.CLASSES ?? 5000)
const rounds = Number(process.env.ROUNDS ?? 3)
const oneByOneCount = Number(process.env.ONE_BY_ONE ?? 400)
const postedAtOnce = 15_000
/** Schools of the largest district, with about 11 classes each. */
const districtCount = 100
const levels = ['province', 'city', 'district']
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

async function makeCity(database) {
  return database.transaction(async (tx) => {
    const region = await tx.save(
      tx.create(Region, { code: '1402', name: '大同市', nameEn: 'Datong', level: 'city' }),
    )
    const fund = await tx.save(
      tx.create(Fund, {
        regionCode: '1402',
        code: 'CARE',
        name: '课后看护经费',
        nameEn: 'Care',
        purposes: [{ stage: 'primary', service: 'after_school_primary', other: null }],
      }),
    )
    await insertRows(
      tx,
      'school',
      Array.from({ length: schoolCount }, (_, i) => ({
        id: i + 1,
        code: `31402${String(i).padStart(5, '0')}`,
        name: `第${i + 1}小学`,
        stage: 'primary',
        area: 'urban',
        ownership: 'public',
        regionId: region.id,
        regionCode: i < districtCount ? '140213' : '140214',
        lastLessonEndTime: '16:00',
        isActive: true,
      })),
    )
    const classes = Array.from({ length: classCount }, (_, i) => ({
      id: i + 1,
      schoolId: 1 + (i % schoolCount),
      schoolYear: 2026,
      grade: 1 + (Math.floor(i / schoolCount) % 6),
      number: 1 + Math.floor(i / schoolCount / 6),
      name: `班${i + 1}`,
      isActive: true,
    }))
    await insertRows(tx, 'home_class', classes)
    return { fund, classes }
  })
}

// The year of every class: entitled, declared, approved, received by three levels, put on the class; then ten months in
// which each source pays. Nothing is random.
function cityYear({ fund, classes }) {
  const common = { fundId: fund.id, purpose: 'after_school_primary', fiscalYear: 2026 }
  const bySchool = new Map()
  for (const each of classes) bySchool.set(each.schoolId, [...(bySchool.get(each.schoolId) ?? []), each])
  const opening = []
  const months = Array.from({ length: 10 }, () => [])
  for (const [schoolId, own] of bySchool) {
    for (const level of levels)
      opening.push({
        ...common,
        debit: 'A110',
        credit: 'R400',
        amountFen: 400_000 * own.length,
        kind: 'receive',
        businessKey: `receive:${schoolId}:${level}`,
        schoolId,
        homeClassId: null,
        level,
        sourceEntity: 'appropriation',
        sourceId: 1,
        accountedOn: '2026-01-10',
      })
    for (const { id } of own) {
      for (const [kind, debit] of [
        ['entitle', 'M100'],
        ['declare', 'M110'],
        ['approve', 'M120'],
      ])
        opening.push({
          ...common,
          debit,
          credit: 'M000',
          amountFen: 1_200_000,
          kind,
          businessKey: `${kind}:${id}`,
          schoolId,
          homeClassId: id,
          sourceEntity: 'declaration',
          sourceId: schoolId,
          accountedOn: '2026-01-05',
        })
      opening.push({
        ...common,
        debit: 'R400',
        credit: 'A110',
        amountFen: 1_200_000,
        kind: 'allot',
        businessKey: `allot:from:${id}`,
        schoolId,
        homeClassId: null,
        sourceEntity: 'scheme',
        sourceId: schoolId,
        accountedOn: '2026-01-20',
      })
      opening.push({
        ...common,
        debit: 'A110',
        credit: 'R400',
        amountFen: 1_200_000,
        kind: 'allot',
        businessKey: `allot:to:${id}`,
        schoolId,
        homeClassId: id,
        sourceEntity: 'scheme',
        sourceId: schoolId,
        accountedOn: '2026-01-20',
      })
      for (let month = 0; month < 10; month += 1) {
        for (const level of levels)
          months[month].push({
            ...common,
            debit: 'E500',
            credit: 'A110',
            amountFen: 30_000 + ((id * 7 + month * 11) % 9_000),
            kind: 'spend',
            businessKey: `spend:${id}:${month}:${level}`,
            schoolId,
            homeClassId: id,
            level,
            sourceEntity: 'payment',
            sourceId: id * 10 + month,
            accountedOn: `2026-${String(month + 2).padStart(2, '0')}-15`,
          })
      }
    }
  }
  return [opening, ...months]
}

const msSince = (start) => Number(process.hrtime.bigint() - start) / 1e6

/** Everything through `post`, so much in a transaction; gives milliseconds. */
async function postAll(database, ledger, batches) {
  const start = process.hrtime.bigint()
  for (const batch of batches) {
    for (let from = 0; from < batch.length; from += postedAtOnce)
      await database.transaction((tx) => ledger.post(tx, person, batch.slice(from, from + postedAtOnce)))
  }
  return msSince(start)
}

const columns = [
  'sequence',
  'debitAccount',
  'creditAccount',
  'amountFen',
  'kind',
  'businessKey',
  'reversesEntryId',
  'schoolId',
  'homeClassId',
  'fundId',
  'purpose',
  'level',
  'termId',
  'fiscalYear',
  'economicCategory',
  'accountedOn',
  'sourceEntity',
  'sourceId',
  'postedAt',
  'postedById',
  'hash',
]

async function empty(database) {
  await database.transaction(async (tx) => {
    for (const name of ['ledger_entry', 'allotment', 'ledger_chain']) await tx.query(`DELETE FROM ${name}`)
    // Keys begin anew, so that the second run can be compared to the byte.
    if (database.isSqlite)
      await tx.query(
        "DELETE FROM sqlite_sequence WHERE name IN ('ledger_entry', 'allotment', 'ledger_chain')",
      )
  })
  if (!database.isSqlite)
    for (const name of ['ledger_entry', 'allotment', 'ledger_chain'])
      await database.connections.writer.query(`ALTER TABLE ${name} AUTO_INCREMENT = 1`)
}

/** SHA-256 over every row of the three tables. */
async function fingerprint(database) {
  const hash = createHash('sha256')
  for (const [name, order] of [
    ['ledger_entry', 'id'],
    ['allotment', 'id'],
    ['ledger_chain', 'schoolId'],
  ]) {
    const skip = name === 'ledger_chain' ? new Set(['id']) : new Set()
    for (let last = 0; ;) {
      const rows = await database.read.query(
        `SELECT * FROM ${name} WHERE ${order} > ${last} ORDER BY ${order} LIMIT 20000`,
      )
      for (const row of rows)
        hash.update(
          JSON.stringify(
            Object.entries(row)
              .filter(([key]) => !skip.has(key))
              .map(([, value]) => value),
          ),
        )
      if (rows.length < 20000) break
      last = rows.at(-1)[order]
    }
  }
  return hash.digest('hex')
}

async function bareInsert(database, rows) {
  await empty(database)
  const start = process.hrtime.bigint()
  for (let from = 0; from < rows.length; from += postedAtOnce)
    await database.transaction((tx) => insertRows(tx, 'ledger_entry', rows.slice(from, from + postedAtOnce)))
  return msSince(start)
}

/** The boards of the largest district through HTTP: one school, the district's schools, and the district with every class; medians. */
async function boards(app, database) {
  const token = randomBytes(24).toString('base64url')
  const now = new FixedClock('2026-12-31T04:00:00Z').now()
  await database.transaction(async (tx) => {
    const user = await tx.save(
      tx.create(User, {
        username: 'bench',
        displayName: 'bench',
        passwordHash: 'none',
        role: 'auditor',
        regionCode: '1402',
        schoolId: null,
        isFrozen: false,
        mustChangePassword: false,
        oneTimeUntilAt: null,
        lastSignInAt: null,
        createdAt: now,
      }),
    )
    await tx.insert(SignIn, {
      tokenHash: createHash('sha256').update(token).digest('hex'),
      userId: user.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new FixedClock('2027-01-01T04:00:00Z').now(),
      revokedAt: null,
      rotatedAt: now,
      isTokenSeen: true,
    })
  })
  const headers = { cookie: `kehou_sign_in=${token}`, 'x-kehou': '1' }
  const district = async (query, isWhole) => {
    const times = []
    let isRight = true
    for (let n = 0; n < 15; n += 1) {
      const start = process.hrtime.bigint()
      const { statusCode, payload } = await app.inject({
        method: 'GET',
        url: `/api/funding/region-board?fiscalYear=2026&regionCode=140213${query}`,
        headers,
      })
      times.push(msSince(start))
      if (n === 0)
        isRight =
          statusCode === 200 &&
          JSON.parse(payload).schools.length === Math.min(districtCount, schoolCount) &&
          /"className":"/.test(payload) === isWhole
    }
    return { ms: median(times), isRight }
  }
  const [bySchool, byClass] = [await district('', false), await district('&classes=true', true)]
  const times = []
  let filled = 0
  for (let schoolId = 1; schoolId <= Math.min(districtCount, schoolCount); schoolId += 1) {
    const start = process.hrtime.bigint()
    const reply = await app.inject({
      method: 'GET',
      url: `/api/funding/board?schoolId=${schoolId}&fiscalYear=2026`,
      headers,
    })
    times.push(msSince(start))
    if (reply.statusCode === 200 && /"spentFen":[1-9]/.test(reply.payload)) filled += 1
  }
  return {
    median: median(times),
    bySchool: bySchool.ms,
    byClass: byClass.ms,
    isFilled: filled === times.length && bySchool.isRight && byClass.isRight,
  }
}

async function measure(kind) {
  const { app, close } = await openOn(kind)
  try {
    const [database, ledger] = [app.get(Database), app.get(LedgerService)]
    const batches = cityYear(await makeCity(database))
    const count = batches.reduce((sum, batch) => sum + batch.length, 0)
    const times = { ours: [], bare: [] }
    const prints = []
    let rows = null
    for (let round = 0; round < rounds; round += 1) {
      await empty(database)
      times.ours.push(await postAll(database, ledger, batches))
      if (round < 2) prints.push(await fingerprint(database))
      rows ??= await database.read.query(`SELECT ${columns.join(', ')} FROM ledger_entry ORDER BY id`)
      if (round < rounds - 1)
        times.bare.push(
          await bareInsert(
            database,
            rows.map((row) => ({ ...row, postedAt: '2026-12-31 04:00:00.000' })),
          ),
        )
    }
    const balance = await app.get(TrialBalanceService).of({ schoolId: null, regionCode: '1402' }, {})
    const verification = await verifyLedger(database.read)
    const board = await boards(app, database)
    await empty(database)
    for (const batch of batches.slice(0, 1)) await postAll(database, ledger, [batch])
    const singles = batches[1].slice(0, oneByOneCount)
    const start = process.hrtime.bigint()
    for (const posting of singles) await database.transaction((tx) => ledger.post(tx, person, [posting]))
    const single = msSince(start) / singles.length
    const [ours, bare] = [median(times.ours), median(times.bare)]
    return {
      row: {
        database: kind,
        entries: count,
        seconds: Number((ours / 1000).toFixed(2)),
        'entries/s': Math.round(count / (ours / 1000)),
        'bare insert s': Number((bare / 1000).toFixed(2)),
        'of the bare limit (goal ≥ 0.2)': Number((bare / ours).toFixed(2)),
        'one by one ms': Number(single.toFixed(2)),
        '× one by one (goal ≥ 50)': Number((single / (ours / count)).toFixed(1)),
        'board of a school ms': Math.round(board.median),
        'district by school ms (goal ≤ 100)': Math.round(board.bySchool),
        'district, every class ms (goal ≤ 100)': Math.round(board.byClass),
      },
      invariants: {
        [`${kind}: debits equal credits, balances add up to zero, every entry is counted`]:
          balance.isBalanced && balance.entryCount === count,
        [`${kind}: verify finds nothing`]:
          verification.problems.length === 0 && verification.entryCount === count,
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
