import { type Answer, TestApp } from '../../../test/app.js'
import { worldPassword } from '../../../test/world.js'
import { AuditEntry } from '../../audit/index.js'
import type { User } from '../users/user.entity.js'
import { RetiredToken } from './retired-token.entity.js'
import { SignIn } from './sign-in.entity.js'
import { SignInTokens } from './tokens.service.js'

const newToken = (answer: Answer): string | null =>
  /kehou_sign_in=([\w-]{43})/.exec(String(answer.headers['set-cookie'] ?? ''))?.[1] ?? null

describe('the tokens of a sign-in', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const ask = (token: string) =>
    test.signedOut.send('GET', '/api/sign-in', undefined, {}, { cookie: `kehou_sign_in=${token}` })
  async function signedIn(): Promise<{ user: User; token: string }> {
    const user = await test.world.user('principal')
    const { username } = user
    const answer = await test.signedOut.post('/api/sign-in', { username, password: worldPassword })
    return { user, token: newToken(answer)! }
  }

  it('are replaced every quarter of an hour; one of many requests at once gets the new one, all are answered', async () => {
    const { token } = await signedIn()
    test.clock.advanceMinutes(14)
    expect(newToken(await ask(token))).toBeNull()
    test.clock.advanceMinutes(1)
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(token)))
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
    const given = answers.map(newToken).filter((each) => each !== null)
    expect(given).toHaveLength(1)
    expect(given[0]).not.toBe(token)
    // Requests that were under way with the old one are still answered, and get none of their own.
    const late = await ask(token)
    expect([late.status, newToken(late)]).toEqual([200, null])
    expect((await ask(given[0]!)).status).toBe(200)
  })

  it('that are shown long after they were replaced end the sign-in, and the trail says so', async () => {
    const { user, token } = await signedIn()
    test.clock.advanceMinutes(15)
    const second = newToken(await ask(token))!
    expect((await ask(second)).status).toBe(200)
    test.clock.advanceMinutes(15)
    const third = newToken(await ask(second))!
    expect((await ask(third)).status).toBe(200)
    test.clock.advanceMinutes(3)
    expect((await ask(token)).body.code).toBe('access.signed_out')
    expect((await ask(third)).status).toBe(401)
    const entries = await test.database.read.findBy(AuditEntry, { action: 'sign_in.copied' })
    expect(entries.filter(({ entityId }) => entityId === user.id)).toMatchObject([
      { regionCode: user.regionCode, schoolId: user.schoolId, after: { address: '127.0.0.1' } },
    ])
  })

  it('whose replacement was lost on the way go on, and a copy shows itself when the owner comes back', async () => {
    const { token } = await signedIn()
    test.clock.advanceMinutes(20)
    const lost = newToken(await ask(token))!
    test.clock.advanceMinutes(5)
    const again = await ask(token)
    expect(again.status).toBe(200)
    const fresh = newToken(again)!
    expect((await ask(fresh)).status).toBe(200)
    test.clock.advanceMinutes(3)
    expect((await ask(lost)).status).toBe(401)
    expect((await ask(fresh)).status).toBe(401)
  })

  it('are swept with their sign-in', async () => {
    const { token } = await signedIn()
    test.clock.advanceMinutes(16)
    await ask(token)
    expect(await test.database.read.count(RetiredToken)).toBeGreaterThan(0)
    test.clock.advanceMinutes(181 * 24 * 60)
    await test.nest.get(SignInTokens).sweep()
    expect(await test.database.read.count(RetiredToken)).toBe(0)
    expect(await test.database.read.count(SignIn)).toBe(0)
  })
})

describe('my sign-ins', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('are listed with browser, time and masked address, and end one by one or all but this', async () => {
    const user = await test.world.user('coordinator')
    const enter = (agent: string) =>
      test.signedOut.send(
        'POST',
        '/api/sign-in',
        { username: user.username, password: worldPassword },
        {},
        { 'user-agent': agent },
      )
    await enter(
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
    )
    await enter(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1',
    )
    const client = await test.as(user)
    const { body } = await client.get('/api/sign-in/mine')
    expect(body).toHaveLength(3)
    expect(body.filter((each: { isThis: boolean }) => each.isThis)).toHaveLength(1)
    const phone = body.find((each: { agent: string }) => each.agent === 'Safari/iPhone')
    expect(phone).toMatchObject({ address: '127.0.0.*', isThis: false })
    expect(body.map((each: { agent: string }) => each.agent)).toContain('Chrome/Windows')
    expect((await client.post(`/api/sign-in/mine/${phone.id}/end`)).body).toEqual({ endedCount: 1 })
    expect((await client.post(`/api/sign-in/mine/${phone.id}/end`)).status).toBe(404)
    expect((await client.get('/api/sign-in/mine')).body).toHaveLength(2)
    expect((await client.post('/api/sign-in/mine/end-others')).body).toEqual({ endedCount: 1 })
    expect((await client.get('/api/sign-in/mine')).body).toMatchObject([{ isThis: true }])
  })

  it("are one's own only", async () => {
    const [one, other] = [await test.world.user('coordinator'), await test.world.user('coordinator')]
    const [mine, theirs] = [await test.as(one), await test.as(other)]
    const [{ id }] = (await theirs.get('/api/sign-in/mine')).body
    expect((await mine.post(`/api/sign-in/mine/${id}/end`)).status).toBe(404)
    expect((await theirs.get('/api/sign-in')).status).toBe(200)
  })
})
