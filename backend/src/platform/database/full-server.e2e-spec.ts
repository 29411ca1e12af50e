/** A server that is full or read-only (数据库磁盘已满、只读): 503 with a sentence, nothing kept that was not answered 201. */
import { statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TestApp, type Client } from '../../../test/app.js'
import { serverUrl } from '../../../test/database.js'
import { isOwnServerPossible, OwnServer } from '../../../test/own-server.js'

const served = serverUrl && isOwnServerPossible ? describe : describe.skip

served('on a server of its own', () => {
  let server: OwnServer
  let test: TestApp
  let coordinator: Client
  let schoolId: number
  let number = 0

  beforeAll(async () => {
    server = await OwnServer.start()
    test = await TestApp.start({ server: server.url })
    const school = await test.world.school()
    schoolId = school.id
    coordinator = await test.as(await test.world.user('coordinator', { school }))
  }, 120_000)
  afterAll(async () => {
    await test.stop()
    await server.stop()
  })

  const addRoom = (name: string) =>
    coordinator.post('/api/rooms', { schoolId, name, kind: 'classroom', capacity: 40, equipment: [] })
  const nextName = () => `教室 ${(number += 1)}`
  const rooms = async (): Promise<string[]> => {
    const root = await server.connect('root')
    const [rows] = await root.query('SELECT name FROM kehou.room ORDER BY id')
    await root.end()
    return (rows as { name: string }[]).map(({ name }) => name)
  }

  it('read-only: 503 and not ready, reading goes on, and afterwards all is well', async () => {
    const root = await server.connect('root')
    await root.query('SET GLOBAL read_only = 1')
    const refused = await addRoom(nextName())
    expect([refused.status, refused.body.code]).toEqual([503, 'database.unwritable'])
    const ready = await test.signedOut.get('/health/ready')
    expect([ready.status, ready.body.code]).toEqual([503, 'database.unwritable'])
    expect((await coordinator.get('/api/rooms', { schoolId })).status).toBe(200)
    await root.query('SET GLOBAL read_only = 0')
    await root.end()
    expect(await rooms()).toEqual([])
    expect((await addRoom('乙')).status).toBe(201)
    expect(await rooms()).toEqual(['乙'])
    expect((await test.signedOut.get('/health/ready')).status).toBe(200)
  })

  it('full: 503, keeps each row that was answered 201, and goes on when there is room', async () => {
    const filler = join(server.disk, 'filler')
    const before = await rooms()
    const { bavail, bsize } = statfsSync(server.disk)
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 100_000)))
    const kept: string[] = []
    const refused: string[] = []
    // What the server has set aside for the tables takes some hundred rows; long names fill it sooner.
    for (let tries = 0; tries < 3_000 && refused.length < 3; tries += 1) {
      const name = `${nextName()} ${'长'.repeat(50)}`
      const answer = await addRoom(name)
      if (answer.status === 201) kept.push(name)
      else {
        expect([answer.status, answer.body.code]).toEqual([503, 'database.unwritable'])
        refused.push(name)
      }
    }
    expect(refused).toHaveLength(3)
    expect(await rooms()).toEqual([...before, ...kept])
    expect((await test.signedOut.get('/health/ready')).status).toBe(503)
    writeFileSync(filler, '')
    const last = nextName()
    expect((await addRoom(last)).status).toBe(201)
    expect(await rooms()).toEqual([...before, ...kept, last])
  }, 300_000)
})
