import { type Client, TestApp } from '../../test/app.js'
import { HandledRequest } from '../audit/index.js'
import { User } from './users/user.entity.js'

describe('a request that is sent twice', () => {
  let test: TestApp
  let other: TestApp
  let school: Awaited<ReturnType<TestApp['world']['school']>>
  let [here, there]: Client[] = []
  let counter = 0
  beforeAll(async () => {
    test = await TestApp.start()
    other = await test.beside()
    school = await test.world.school()
    const coordinator = await test.world.user('coordinator', { school })
    here = await test.as(coordinator)
    there = await other.as(coordinator)
  }, 60_000)
  afterAll(async () => {
    await other.stop()
    await test.stop()
  })

  const nextKey = () => `press-${(counter += 1)}-of-a-button`
  const room = (name: string) => ({
    schoolId: school.id,
    name,
    kind: 'classroom',
    capacity: 40,
    equipment: [],
  })
  const post = (client: Client, body: object, key: string, path = '/api/rooms') =>
    client.send('POST', path, body, {}, { 'idempotency-key': key })
  const count = async (name: string) => {
    const [row] = await test.database.read.query<{ n: number | string }[]>(
      'SELECT COUNT(*) AS n FROM room WHERE schoolId = ? AND name = ?',
      [school.id, name],
    )
    return Number(row!.n)
  }

  it('makes one thing, and the second gets the answer of the first', async () => {
    const key = nextKey()
    const first = await post(here!, room('甲'), key)
    const second = await post(here!, room('甲'), key)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toEqual(first.body)
    expect(second.headers['idempotency-replayed']).toBe('true')
    expect(await count('甲')).toBe(1)
  })

  it.each([1, 2, 3, 4, 5])('at once and by two processes too (%i)', async (round) => {
    const [key, name] = [nextKey(), `同时 ${round}`]
    const answers = await Promise.all([
      post(here!, room(name), key),
      post(there!, room(name), key),
      post(here!, room(name), key),
    ])
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await count(name)).toBe(1)
  })

  it('with something else under the key is refused, and so is a key that is none', async () => {
    const key = nextKey()
    await post(here!, room('乙'), key)
    const answer = await post(here!, room('丙'), key)
    expect([answer.status, answer.body.code]).toEqual([422, 'request.other_under_key'])
    expect(await count('丙')).toBe(0)
    expect((await post(here!, room('丁'), 'x')).body.code).toBe('request.bad_key')
  })

  it('by two people with the same key are two requests', async () => {
    const key = nextKey()
    const colleague = await test.as(await test.world.user('coordinator', { school }))
    expect((await post(here!, room('戊'), key)).status).toBe(201)
    expect((await post(colleague, room('己'), key)).status).toBe(201)
  })

  it('may be tried again where the first was refused', async () => {
    const key = nextKey()
    expect((await post(here!, { ...room('庚'), capacity: -1 }, key)).status).toBe(400)
    expect((await post(here!, room('庚'), key)).status).toBe(201)
  })

  it('whose first answer was lost is told what was made', async () => {
    const key = nextKey()
    const { id } = (await post(here!, room('辛'), key)).body
    await test.database.transaction((tx) =>
      tx.update(HandledRequest, { requestKey: key }, { status: null, answer: null }),
    )
    const answer = await post(here!, room('辛'), key)
    expect([answer.status, answer.body.code, answer.body.params]).toEqual([
      409,
      'request.handled_already',
      { entity: 'room', entityId: id },
    ])
    expect(await count('辛')).toBe(1)
  })

  it('never keeps a one-time password, and makes one account', async () => {
    const administrator = await test.as(await test.world.user('system_administrator'))
    const key = nextKey()
    const given = {
      username: 'newcomer',
      displayName: '新同事',
      role: 'coordinator',
      schoolId: school.id,
      regionCode: school.regionCode,
    }
    const first = await post(administrator, given, key, '/api/users')
    expect(first.status).toBe(201)
    const second = await post(administrator, given, key, '/api/users')
    expect([second.status, second.body.code]).toEqual([409, 'request.handled_already'])
    expect((await test.database.read.findOneByOrFail(HandledRequest, { requestKey: key })).answer).toBeNull()
    expect(await test.database.read.countBy(User, { username: 'newcomer' })).toBe(1)
  })

  it('may use a key again after a day, swept or not', async () => {
    const key = nextKey()
    await post(here!, room('子'), key)
    const old = new Date(test.clock.now().getTime() - 25 * 3600_000)
    await test.database.transaction((tx) => tx.update(HandledRequest, { requestKey: key }, { at: old }))
    expect((await post(here!, room('丑'), key)).status).toBe(201)
    expect(await count('丑')).toBe(1)
  })

  it('with another file under the key is another request', async () => {
    const key = nextKey()
    const upload = (name: string, child: string) =>
      here!.upload(
        '/api/imports',
        { schoolId: String(school.id), kind: 'rooms' },
        { name, bytes: Buffer.from(`名称,类型,容量\n${child},普通教室,40\n`) },
        { 'idempotency-key': key },
      )
    const first = await upload('a.csv', '寅')
    expect(first.status).toBe(201)
    expect((await upload('a.csv', '寅')).body.id).toBe(first.body.id)
    const other = await upload('b.csv', '卯')
    expect([other.status, other.body.code]).toEqual([422, 'request.other_under_key'])
  })

  it('keeps other answers sealed, and for a day only', async () => {
    const key = nextKey()
    await post(here!, room('壬'), key)
    const { answer } = await test.database.read.findOneByOrFail(HandledRequest, { requestKey: key })
    expect(answer).toMatch(/^v1\./)
    expect(answer).not.toContain('壬')
  })

  it('is refused where the page believes somebody else to be signed in', async () => {
    const answer = await here!.send('POST', '/api/rooms', room('癸'), {}, { 'x-kehou-user': '999999' })
    expect([answer.status, answer.body.code]).toEqual([409, 'access.other_person'])
    expect(await count('癸')).toBe(0)
  })
})
