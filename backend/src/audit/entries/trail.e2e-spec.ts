import { TestApp } from '../../../test/app.js'
import {
  type ActingPerson,
  AuditChain,
  AuditEntries,
  AuditEntry,
  headsOfTrail,
  verifyTrail,
} from '../index.js'
import type { Database } from '../../platform/database/database.js'

describe('the trail', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const person = (regionCode: string, schoolId: number | null = null): ActingPerson => ({
    userId: 1,
    displayName: '同事',
    permissions: new Set(),
    regionCode,
    schoolId,
    requestId: 'trail-test',
  })
  const change = (entityId: number | null, rest: object = {}) => ({
    action: 'thing.update',
    entity: 'thing',
    entityId,
    before: { a: 1 },
    after: { a: 2, name: '王“小”明\n' },
    ...rest,
  })
  const record = (database: Database, audit: AuditEntries, region: string, ...ids: number[]) =>
    database.transaction(async (tx) => {
      for (const id of ids) await audit.record(tx, person(region), change(id))
    })
  const own = () => test.nest.get(AuditEntries)
  const problems = async () => (await verifyTrail(test.database.read)).problems
  const chainOf = (chain: string) =>
    test.database.read.find(AuditEntry, { where: { chain }, order: { sequence: 'ASC' } })
  /** Past the services, as somebody with the database does it. */
  const tamper = (sql: string, parameters: unknown[]) =>
    test.database.transaction((tx) => tx.query(sql, parameters))

  it('is one chain for each region, taken once by each transaction', async () => {
    const before = (await test.database.read.findOneBy(AuditChain, { chain: '3301' }))?.revision ?? 0
    await record(test.database, own(), '3301', 1, 2, 3)
    await record(test.database, own(), '3302', 4)
    expect((await chainOf('3301')).map(({ sequence, entityId }) => [sequence, entityId])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
    expect((await test.database.read.findOneByOrFail(AuditChain, { chain: '3301' })).revision).toBe(
      before + 1,
    )
    expect(await problems()).toEqual([])
  })

  it('keeps nothing of a transaction that was undone', async () => {
    const failing = test.database.transaction(async (tx) => {
      await own().record(tx, person('3303'), change(7))
      throw new Error('undone')
    })
    await expect(failing).rejects.toThrow('undone')
    await record(test.database, own(), '3303', 8)
    expect((await chainOf('3303')).map(({ entityId }) => entityId)).toEqual([8])
  })

  it('never forks and never locks up when two processes write at once, in whatever order of regions', async () => {
    const other = await test.beside()
    try {
      const [one, two] = [test, other].map((each) => ({
        database: each.database,
        audit: each.nest.get(AuditEntries),
      }))
      const write = ({ database, audit }: NonNullable<typeof one>, regions: string[], id: number) =>
        database.transaction(async (tx) => {
          for (const region of regions) {
            await audit.record(tx, person(region), change(id))
            await new Promise((resolve) => setTimeout(resolve, 2))
          }
        })
      // Eight at a time, so that no small server runs out of connections.
      for (let round = 0; round < 10; round += 1)
        await Promise.all(
          Array.from({ length: 4 }, (_, i) => [
            write(one!, ['3401', '3402', '3403'], round * 4 + i),
            write(two!, ['3403', '3402', '3401'], 100 + round * 4 + i),
          ]).flat(),
        )
      for (const chain of ['3401', '3402', '3403'])
        expect((await chainOf(chain)).map(({ sequence }) => sequence)).toEqual(
          Array.from({ length: 80 }, (_, i) => i + 1),
        )
      expect(await problems()).toEqual([])
    } finally {
      await other.nest.close()
    }
  }, 60_000)

  describe('tells', () => {
    const fill = async (region: string) => {
      await record(test.database, own(), region, 1, 2, 3, 4)
      return chainOf(region)
    }
    const found = async (chain: string) =>
      (await problems())
        .filter((each) => each.chain === chain)
        .map(({ code, sequence }) => `${code} ${sequence}`)

    it('of an entry that was changed, in any of its columns', async () => {
      const [, second] = await fill('3501')
      expect(await found('3501')).toEqual([])
      const columns = { actorName: '别人', after: '{"a":3}', schoolId: 5, entityId: 9, regionCode: '3502' }
      for (const [column, value] of Object.entries(columns)) {
        const quoted = test.database.connections.writer.driver.escape(column)
        const [{ old }] = await test.database.read.query(
          `SELECT ${quoted} AS old FROM audit_entry WHERE id = ?`,
          [second!.id],
        )
        await tamper(`UPDATE audit_entry SET ${quoted} = ? WHERE id = ?`, [value, second!.id])
        expect([column, await found('3501')]).toEqual([column, ['changed 2']])
        await tamper(`UPDATE audit_entry SET ${quoted} = ? WHERE id = ?`, [old, second!.id])
      }
      expect(await found('3501')).toEqual([])
    })

    it('of one that was taken out, and of two that were swapped', async () => {
      const rows = await fill('3503')
      await tamper('DELETE FROM audit_entry WHERE id = ?', [rows[1]!.id])
      expect(await found('3503')).toEqual(['missing 2', 'changed 3'])
      const swapped = await fill('3504')
      for (const [id, sequence] of [
        [swapped[1]!.id, 99],
        [swapped[2]!.id, 2],
        [swapped[1]!.id, 3],
      ])
        await tamper('UPDATE audit_entry SET sequence = ? WHERE id = ?', [sequence, id])
      expect(await found('3504')).toEqual(['changed 2', 'changed 3', 'changed 4'])
    })

    it('of a tail that was cut off, a head that was taken away, and entries behind it', async () => {
      const rows = await fill('3505')
      await tamper('DELETE FROM audit_entry WHERE id = ?', [rows[3]!.id])
      expect(await found('3505')).toEqual(['cut 3'])
      await fill('3506')
      await tamper('DELETE FROM audit_chain WHERE chain = ?', ['3506'])
      expect(await found('3506')).toEqual(['no_head 4'])
      await fill('3507')
      const [, , third] = await chainOf('3507')
      await tamper('UPDATE audit_chain SET lastSequence = 3, lastHash = ? WHERE chain = ?', [
        third!.hash,
        '3507',
      ])
      expect(await found('3507')).toEqual(['beyond 4'])
    })

    it('with a head that was kept elsewhere even of a chain that was written anew', async () => {
      await fill('3508')
      const kept = (await headsOfTrail(test.database.read)).filter(({ chain }) => chain === '3508')
      await tamper('DELETE FROM audit_entry WHERE chain = ?', ['3508'])
      await tamper('DELETE FROM audit_chain WHERE chain = ?', ['3508'])
      await fill('3508')
      await tamper('UPDATE audit_chain SET revision = 0 WHERE chain = ?', ['3508'])
      expect(await found('3508')).toEqual([])
      test.clock.advanceMinutes(1)
      await tamper('DELETE FROM audit_entry WHERE chain = ?', ['3508'])
      await tamper('DELETE FROM audit_chain WHERE chain = ?', ['3508'])
      await fill('3508')
      expect(await found('3508')).toEqual([])
      expect(
        (await verifyTrail(test.database.read, kept)).problems.filter(({ chain }) => chain === '3508'),
      ).toMatchObject([{ code: 'other_head', sequence: 4 }])
      await tamper('DELETE FROM audit_entry WHERE chain = ?', ['3508'])
      await tamper('DELETE FROM audit_chain WHERE chain = ?', ['3508'])
      expect(
        (await verifyTrail(test.database.read, kept)).problems.filter(({ chain }) => chain === '3508'),
      ).toMatchObject([{ code: 'cut', sequence: 4 }])
    })
  })

  it('belongs to the region of the thing, whoever has done it', async () => {
    const school = await test.world.school({ regionCode: '140213' })
    const audit = own()
    await test.database.transaction((tx) =>
      audit.record(tx, person('14'), change(41, { schoolId: school.id, entity: 'thing_of_school' })),
    )
    await test.database.transaction((tx) =>
      audit.record(
        tx,
        person('14'),
        change(42, { entity: 'thing_of_school', after: { regionCode: '140213' } }),
      ),
    )
    await test.database.transaction((tx) =>
      audit.recordWithoutPerson(tx, change(43, { schoolId: school.id, entity: 'thing_of_school' }), 'r'),
    )
    const [district, neighbour, principal] = await Promise.all([
      test.world.user('auditor', { regionCode: '140213' }).then((user) => test.as(user)),
      test.world.user('auditor', { regionCode: '140214' }).then((user) => test.as(user)),
      test.world.user('auditor', { school }).then((user) => test.as(user)),
    ])
    const seen = async (client: typeof district) =>
      (
        await client.get('/api/audit-entries', { entity: 'thing_of_school', sort: 'id', order: 'asc' })
      ).body.items.map((entry: { entityId: number }) => entry.entityId)
    expect(await seen(district)).toEqual([41, 42, 43])
    expect(await seen(neighbour)).toEqual([])
    expect(await seen(principal)).toEqual([41, 43])
  })

  it('of a school holds nothing that another only asked for', async () => {
    const [mine, other] = [await test.world.school(), await test.world.school({ regionCode: '140399' })]
    const client = await test.as(await test.world.user('principal', { school: mine }))
    await client.get('/api/students/export.xlsx', { schoolId: other.id })
    const entries = await test.database.read.findBy(AuditEntry, { action: 'student.export' })
    expect(entries.map(({ schoolId, regionCode }) => [schoolId, regionCode])).toEqual([
      [mine.id, mine.regionCode],
    ])
    const bureau = await test.as(await test.world.user('bureau_officer', { regionCode: '1402' }))
    await bureau.get('/api/students/export.xlsx', { schoolId: other.id })
    expect(
      await test.database.read.countBy(AuditEntry, { action: 'student.export', schoolId: other.id }),
    ).toBe(0)
  })
})
