import { Client, type Answer, TestApp } from '../../../test/app.js'
import { serverUrl } from '../../../test/database.js'
import { worldPassword } from '../../../test/world.js'
import { AuditEntry } from '../../audit/index.js'
import { Passwords } from './passwords.js'
import { Attempt } from '../attempts/attempt.entity.js'
import { Attempts } from '../attempts/attempts.service.js'

// The tests stand behind one trusted proxy, so that each request says from where it comes.
describe('attempts to sign in', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start({ trustedProxies: 1 })
  })
  afterAll(() => test.stop())
  beforeEach(() => test.clock.advanceMinutes(60))

  const from = (address: string, username: string, password: string, cookie = ''): Promise<Answer> =>
    test.signedOut.send(
      'POST',
      '/api/sign-in',
      { username, password },
      {},
      { 'x-forwarded-for': address, ...(cookie ? { cookie } : {}) },
    )
  const deviceOf = (answer: Answer) => /kehou_device=[\w-]+/.exec(String(answer.headers['set-cookie']))![0]
  const codes = (answers: Answer[]) =>
    answers.reduce<Record<string, number>>((counts, { status }) => {
      counts[status] = (counts[status] ?? 0) + 1
      return counts
    }, {})

  it('that are right do not count: two hundred people behind one address sign in', async () => {
    const users = []
    for (let n = 0; n < 200; n += 1) users.push(await test.world.user('teacher', { schoolId: null }))
    const answers = await Promise.all(
      users.map(({ username }) => from('198.51.100.1', username, worldPassword)),
    )
    expect(codes(answers)).toEqual({ 200: 200 })
    // Nor do the same ones again and again.
    for (let n = 0; n < 8; n += 1)
      expect((await from('198.51.100.1', users[0]!.username, worldPassword)).status).toBe(200)
  }, 120_000)

  it('of a thousand guesses at once five are worked on', async () => {
    const { username } = await test.world.user('principal')
    const verify = jest.spyOn(Passwords, 'verify')
    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, n) => from('198.51.100.2', username, `guess number ${n}`)),
    )
    const { 401: worked, ...refused } = codes(answers)
    expect(worked).toBe(5)
    // A server may also say that the counter is busy: not worked on either way.
    if (serverUrl) expect((refused[429] ?? 0) + (refused[503] ?? 0)).toBe(995)
    else expect(refused).toEqual({ 429: 995 })
    expect(verify).toHaveBeenCalledTimes(5)
    verify.mockRestore()
  }, 120_000)

  it('are refused alike and at the same cost for known, unknown and frozen accounts', async () => {
    const known = await test.world.user('principal')
    const frozen = await test.world.user('principal', { isFrozen: true })
    const answersOf = async (username: string, address: string) => {
      const verify = jest.spyOn(Passwords, 'verify')
      const answers = []
      for (let n = 0; n < 7; n += 1) answers.push(await from(address, username, 'wrong password'))
      const calls = verify.mock.calls.length
      verify.mockRestore()
      return { calls, answers: answers.map(({ status, body }) => [status, { ...body, requestId: 0 }]) }
    }
    const expected = await answersOf(known.username, '198.51.100.3')
    expect(expected.calls).toBe(5)
    expect(expected.answers[6]).toMatchObject([
      429,
      { code: 'access.wait_to_sign_in', params: { minutes: 5 } },
    ])
    expect(await answersOf('nobody.at.all', '198.51.100.4')).toEqual(expected)
    expect(await answersOf(frozen.username, '198.51.100.5')).toEqual(expected)
  })

  it('of strangers do not keep the owner out: a browser used before gets in, even behind the same address', async () => {
    const { username } = await test.world.user('principal')
    const device = deviceOf(await from('198.51.100.6', username, worldPassword))
    for (let n = 0; n < 10; n += 1) await from('198.51.100.6', username, 'wrong password')
    expect((await from('198.51.100.6', username, worldPassword)).status).toBe(429)
    expect((await from('198.51.100.6', username, worldPassword, device)).status).toBe(200)
    // And from another address, while they go on.
    expect((await from('198.51.100.7', username, worldPassword)).status).toBe(200)
    // The browser has a count of its own; it is no way around.
    for (let n = 0; n < 5; n += 1)
      expect((await from('198.51.100.6', username, 'wrong password', device)).status).toBe(401)
    expect((await from('198.51.100.6', username, 'wrong password', device)).status).toBe(429)
    // Another account does not know it.
    const other = await test.world.user('principal')
    for (let n = 0; n < 5; n += 1) await from('198.51.100.6', other.username, 'wrong password')
    expect((await from('198.51.100.6', other.username, 'wrong password', device)).status).toBe(429)
  })

  it('from everywhere at once are slowed for addresses that the account does not know, and closed to nobody', async () => {
    const { username } = await test.world.user('principal')
    await from('198.51.100.8', username, worldPassword)
    const guess = (n: number) => from(`203.0.113.${n}`, username, 'wrong password')
    for (let n = 0; n < 50; n += 1) await guess(n % 25)
    // From now on one attempt for each address: the second is refused, where five were let through before.
    expect([(await guess(100)).status, (await guess(100)).status]).toEqual([401, 429])
    // The owner: at the desk as ever, on a new network at once.
    expect((await from('198.51.100.8', username, 'mistyped once')).status).toBe(401)
    expect((await from('198.51.100.8', username, worldPassword)).status).toBe(200)
    expect((await from('192.0.2.99', username, worldPassword)).status).toBe(200)
  })

  it('of one address over many accounts end after three hundred, and leave a bounded number of rows', async () => {
    const rows = () => test.database.read.countBy(AuditEntry, { entity: 'user' })
    const before = await rows()
    // What is counted here are attempts, not the work of each.
    const verify = jest.spyOn(Passwords, 'verify').mockResolvedValue(false)
    const answers: Answer[] = []
    for (let block = 0; block < 31; block += 1)
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 10 }, (_, n) =>
            from('198.51.100.9', `no.one.${block}.${n}`, 'wrong password'),
          ),
        )),
      )
    expect(codes(answers)).toEqual({ 401: 300, 429: 10 })
    expect((await rows()) - before).toBeLessThan(65)
    verify.mockRestore()
    expect((await from('198.51.100.10', 'no.one', 'wrong password')).status).toBe(401)
    // 2001:db8:1:2::/64 is one place, however many addresses it has.
    const { username } = await test.world.user('principal')
    for (let n = 0; n < 5; n += 1) await from(`2001:db8:1:2::${n + 1}`, username, 'wrong password')
    expect((await from('2001:db8:1:2:ffff::1', username, 'wrong password')).status).toBe(429)
  }, 60_000)

  const onServer = serverUrl ? it : it.skip
  onServer(
    'are counted together by two processes on one database',
    async () => {
      const { username } = await test.world.user('principal')
      const process = await test.beside()
      const second = process.nest
      const guess = (app: TestApp['nest'], n: number) =>
        app.inject({
          method: 'POST',
          url: '/api/sign-in',
          headers: { 'x-kehou': '1', 'x-forwarded-for': '198.51.100.14' },
          payload: { username, password: `guess number ${n}` },
        })
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, n) => guess(n % 2 === 0 ? test.nest : second, n)),
      )
      expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5)
      // Told to wait, or that the counter is busy: not worked on either way.
      expect(answers.filter(({ statusCode }) => [429, 503].includes(statusCode))).toHaveLength(95)
    },
    60_000,
  )

  it('that fail are in the audit trail with the address, once and not each time', async () => {
    const user = await test.world.user('principal')
    const frozen = await test.world.user('principal', { isFrozen: true })
    for (let n = 0; n < 40; n += 1) await from('198.51.100.11', user.username, 'wrong password')
    await from('198.51.100.11', frozen.username, worldPassword)
    await from('198.51.100.11', 'my-secret-password', 'typed in the wrong field')
    const entries = (await test.database.read.find(AuditEntry)).filter(
      ({ after }) => after?.['address'] === '198.51.100.11',
    )
    const summary = entries.map(({ action, entityId, after }) => [action, entityId, after!['count']])
    expect(summary).toEqual([
      ['sign_in.failed', user.id, 1],
      ['sign_in.throttled', user.id, 1],
      ['sign_in.throttled', user.id, 10],
      ['sign_in.frozen', frozen.id, 1],
      ['sign_in.failed', null, 1],
    ])
    expect(JSON.stringify(entries)).not.toMatch(/my-secret-password|wrong field/)
    expect(entries[0]).toMatchObject({ regionCode: user.regionCode, schoolId: user.schoolId })
    const principal = await test.as(await test.world.user('principal', { schoolId: user.schoolId! }))
    const seen = await principal.get('/api/audit-entries', { action: 'sign_in.failed' })
    expect(seen.body.items.map((each: { entityId: number }) => each.entityId)).toContain(user.id)
  })

  it('are forgotten when their time is over', async () => {
    await from('198.51.100.13', 'nobody', 'wrong password')
    expect(await test.database.read.count(Attempt)).toBeGreaterThan(0)
    test.clock.advanceMinutes(61)
    await test.nest.get(Attempts).sweep()
    expect(await test.database.read.count(Attempt)).toBe(0)
  })
})

describe('who says from where a request comes', () => {
  it('is nobody but the connection itself, unless a proxy is trusted', async () => {
    const test = await TestApp.start()
    const { username } = await test.world.user('principal')
    const answers = []
    for (let n = 0; n < 6; n += 1)
      answers.push(
        await test.signedOut.send(
          'POST',
          '/api/sign-in',
          { username, password: 'wrong password' },
          {},
          { 'x-forwarded-for': `203.0.113.${n}` },
        ),
      )
    expect(answers.at(-1)!.status).toBe(429)
    const entries = await test.database.read.findBy(AuditEntry, { action: 'sign_in.failed' })
    expect(entries.map(({ after }) => after!['address'])).toEqual(['127.0.0.1'])
    await test.stop()
  })

  it.each([
    [1, '9.9.9.9, 203.0.113.5', '203.0.113.5'],
    [2, '9.9.9.9, 203.0.113.5, 10.0.0.2', '203.0.113.5'],
    [['127.0.0.1'], '9.9.9.9, 203.0.113.5', '203.0.113.5'],
    [['loopback', '10.0.0.0/8'], '9.9.9.9, 203.0.113.5, 10.0.0.2', '203.0.113.5'],
    [['10.0.0.0/8'], '203.0.113.5', '127.0.0.1'],
  ])('is what %j proxies say of %s', async (trustedProxies, forwarded, address) => {
    const test = await TestApp.start({ trustedProxies })
    await new Client(test, null).send(
      'POST',
      '/api/sign-in',
      { username: 'x', password: 'y' },
      {},
      { 'x-forwarded-for': forwarded },
    )
    const [entry] = await test.database.read.findBy(AuditEntry, { action: 'sign_in.failed' })
    expect(entry!.after!['address']).toBe(address)
    await test.stop()
  })
})
