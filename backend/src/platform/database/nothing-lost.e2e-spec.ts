import Sqlite from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { TestApp, type Client } from '../../../test/app.js'
import { databaseUrl, serverUrl } from '../../../test/database.js'

const embedded = serverUrl ? describe.skip : describe
const served = serverUrl ? describe : describe.skip
const isSmallDiskPossible = process.platform === 'linux' && process.getuid?.() === 0 && !serverUrl

type Raw = Sqlite.Database
const rawOf = (test: TestApp) =>
  (test.database.connections.writer.driver as unknown as { databaseConnection: Raw }).databaseConnection
const fileOf = (test: TestApp) => join(test.config.dataDir, 'kehou.sqlite')

/** What another process, or the next start, finds in the file. */
function roomsInFile(test: TestApp): string[] {
  const other = new Sqlite(fileOf(test), { readonly: true })
  try {
    return other
      .prepare<[], { name: string }>('SELECT name FROM room ORDER BY id')
      .all()
      .map(({ name }) => name)
  } finally {
    other.close()
  }
}

/** The driver fails the next statements that begin so, with this code, as often as said. */
function failing(raw: Raw, begins: string, code: string, times = 1): void {
  let left = times
  const refuse = (sql: string) => {
    if (left === 0 || !sql.startsWith(begins)) return
    left -= 1
    throw Object.assign(new Error('made to fail'), { code })
  }
  const exec = raw.exec.bind(raw)
  raw.exec = (sql) => (refuse(sql), exec(sql))
  // Statements are kept prepared, so that it is their running that has to fail.
  const statements = Object.getPrototypeOf(raw.prepare('SELECT 1')) as Sqlite.Statement
  const run = Reflect.get(statements, 'run') as (...values: unknown[]) => Sqlite.RunResult
  undo.push(() => (statements.run = run))
  statements.run = function (this: Sqlite.Statement, ...values: unknown[]) {
    refuse(this.source)
    return run.apply(this, values)
  }
}
const undo: (() => void)[] = []

describe('nothing that was acknowledged is lost', () => {
  let test: TestApp
  let coordinator: Client
  let school: Awaited<ReturnType<TestApp['world']['school']>>
  let number = 0

  const begin = async (within?: string) => {
    test = await TestApp.start(within ? { within } : {})
    school = await test.world.school()
    coordinator = await test.as(await test.world.user('coordinator', { school }))
  }
  const addRoom = (name: string) =>
    coordinator.post('/api/rooms', {
      schoolId: school.id,
      name,
      kind: 'classroom',
      capacity: 40,
      equipment: [],
    })
  const nextName = () => `教室 ${(number += 1)}`

  embedded('embedded', () => {
    beforeEach(() => begin())
    afterEach(() => {
      for (const back of undo.splice(0).reverse()) back()
      return test.stop()
    })

    it.each([
      ['COMMIT', 'SQLITE_FULL'],
      ['COMMIT', 'SQLITE_IOERR_FSYNC'],
      ['BEGIN', 'SQLITE_IOERR_READ'],
      ['BEGIN', 'SQLITE_CANTOPEN'],
    ])('%s that fails with %s: 503, and the next transaction is a whole one', async (begins, code) => {
      failing(rawOf(test), begins, code)
      const refused = await addRoom('甲')
      expect([refused.status, refused.body.code]).toEqual([503, 'database.unwritable'])
      expect((await test.signedOut.get('/health/ready')).status).toBe(200)
      expect((await addRoom('乙')).status).toBe(201)
      expect((await addRoom('丙')).status).toBe(201)
      expect(roomsInFile(test)).toEqual(['乙', '丙'])
      expect(rawOf(test).inTransaction).toBe(false)
    })

    it('is not ready while the disk is full', async () => {
      failing(rawOf(test), 'COMMIT', 'SQLITE_FULL', 3)
      expect((await addRoom('甲')).status).toBe(503)
      const ready = await test.signedOut.get('/health/ready')
      expect([ready.status, ready.body.code]).toEqual([503, 'database.unwritable'])
      expect((await test.signedOut.get('/health/live')).status).toBe(200)
    })

    it('RELEASE that fails inside takes the whole transaction with it', async () => {
      failing(rawOf(test), 'RELEASE', 'SQLITE_FULL')
      const work = test.database.transaction(async (tx) => {
        await tx.query('UPDATE school SET name = ? WHERE id = ?', ['改名', school.id])
        await tx.transaction((inner) =>
          inner.query('UPDATE school SET nameEn = ? WHERE id = ?', ['Renamed', school.id]),
        )
      })
      await expect(work).rejects.toMatchObject({ code: 'database.unwritable' })
      expect((await addRoom('乙')).status).toBe(201)
      expect(roomsInFile(test)).toEqual(['乙'])
      const [row] = await test.database.read.query('SELECT name FROM school WHERE id = ?', [school.id])
      expect(row.name).toBe(school.name)
    })

    it('a ROLLBACK that fails as well is followed by a new connection', async () => {
      const raw = rawOf(test)
      failing(raw, 'COMMIT', 'SQLITE_FULL')
      failing(raw, 'ROLLBACK', 'SQLITE_IOERR', 2)
      expect((await addRoom('甲')).status).toBe(503)
      expect((await addRoom('乙')).status).toBe(201)
      expect(roomsInFile(test)).toEqual(['乙'])
      expect(rawOf(test)).not.toBe(raw)
    })
  })
  ;(isSmallDiskPossible ? describe : describe.skip)('on a disk of its own that fills up', () => {
    let disk: string
    beforeAll(() => {
      disk = mkdtempSync(join(tmpdir(), 'kehou-small-disk-'))
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk])
      if (mounted.status !== 0) throw new Error(`no small disk could be mounted: ${String(mounted.stderr)}`)
    })
    afterAll(() => {
      spawnSync('umount', [disk])
      rmSync(disk, { recursive: true, force: true })
    })

    it('answers 503, keeps each row that was answered 201, and goes on when there is room', async () => {
      await begin(disk)
      const { bavail, bsize } = statfsSync(disk)
      const filler = join(disk, 'filler')
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 300_000)))
      const kept: string[] = []
      let refused = 0
      for (let tries = 0; tries < 400 && refused < 5; tries += 1) {
        const name = nextName()
        const answer = await addRoom(name)
        if (answer.status === 201) kept.push(name)
        else {
          expect([answer.status, answer.body.code]).toEqual([503, 'database.unwritable'])
          refused += 1
        }
      }
      expect(refused).toBe(5)
      expect(kept.length).toBeGreaterThan(0)
      expect(roomsInFile(test)).toEqual(kept)
      writeFileSync(filler, '')
      const last = nextName()
      expect((await addRoom(last)).status).toBe(201)
      expect(roomsInFile(test)).toEqual([...kept, last])
      await test.stop()
    })
  })

  served('on a server', () => {
    beforeAll(() => begin())
    afterAll(() => test.stop())
    const other = () => {
      const url = new URL(databaseUrl(String(test.database.connections.writer.options.database)))
      return createConnection({
        host: url.hostname,
        port: Number(url.port || 3306),
        user: decodeURIComponent(url.username),
        password: decodeURIComponent(url.password),
        database: url.pathname.slice(1),
      })
    }

    it('a connection that dies inside a transaction: 503, nothing kept, and the next is well', async () => {
      const admin = await other()
      const work = test.database.transaction(async (tx) => {
        await tx.query('UPDATE school SET name = ? WHERE id = ?', ['改名', school.id])
        const [{ id }] = await tx.query('SELECT CONNECTION_ID() AS id')
        await admin.query(`KILL CONNECTION ${Number(id)}`)
        await tx.query('UPDATE school SET nameEn = ? WHERE id = ?', ['Renamed', school.id])
      })
      await expect(work).rejects.toMatchObject({ httpStatus: 503, code: 'database.gone' })
      const unsure = test.database.transaction(async (tx) => {
        const [{ id }] = await tx.query('SELECT CONNECTION_ID() AS id')
        await tx.query('UPDATE school SET name = ? WHERE id = ?', ['改名', school.id])
        await admin.query(`KILL CONNECTION ${Number(id)}`)
      })
      await expect(unsure).rejects.toMatchObject({ httpStatus: 503, code: 'database.unsure' })
      expect((await addRoom(nextName())).status).toBe(201)
      const [row] = await test.database.read.query('SELECT name FROM school WHERE id = ?', [school.id])
      expect(row.name).toBe(school.name)
      await admin.end()
    })

    it('one held row stalls nobody else, and whoever waits for it is told', async () => {
      const room = (await addRoom(nextName())).body.id as number
      const admin = await other()
      await admin.query('START TRANSACTION')
      await admin.query('SELECT id FROM room WHERE id = ? FOR UPDATE', [room])
      const waiting = Array.from({ length: 30 }, () =>
        test.database
          .transaction((tx) => tx.query('UPDATE room SET capacity = capacity + 1 WHERE id = ?', [room]))
          .then(
            () => 'done',
            (error: { code: string }) => error.code,
          ),
      )
      try {
        const since = performance.now()
        expect((await coordinator.get('/api/rooms', { schoolId: school.id })).status).toBe(200)
        expect((await test.signedOut.get('/health/ready')).status).toBe(200)
        expect((await addRoom(nextName())).status).toBe(201)
        expect(performance.now() - since).toBeLessThan(2_000)
        expect(new Set(await Promise.all(waiting))).toEqual(new Set(['database.busy']))
      } finally {
        // Left open, it would hold the row against every file that comes after.
        await admin.query('ROLLBACK')
        await admin.end()
      }
    }, 40_000)
  })
})
