import { TestApp } from '../../../test/app.js'
import { worldPassword } from '../../../test/world.js'
import { User } from '../users/user.entity.js'
import { SignIn } from './sign-in.entity.js'

const cookieOf = (headers: Record<string, unknown>) =>
  /kehou_sign_in=([^;]+)/.exec(String(headers['set-cookie']))![1]!

describe('signing in', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const signIn = (username: string, password = worldPassword) =>
    test.signedOut.post('/api/sign-in', { username, password })
  const withCookie = (cookie: string) =>
    test.signedOut.send('GET', '/api/sign-in', undefined, {}, { cookie: `kehou_sign_in=${cookie}` })

  it('opens a sign-in that is kept on the server, in a cookie that scripts cannot read', async () => {
    const user = await test.world.user('principal')
    const answer = await signIn(user.username)
    expect(answer.body).toMatchObject({
      userId: user.id,
      role: 'principal',
      schoolId: user.schoolId,
      mustChangePassword: false,
    })
    expect(answer.body.permissions).toContain('plan.write')
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/)
    const cookie = cookieOf(answer.headers)
    expect((await withCookie(cookie)).body.username).toBe(user.username)
    const rows = JSON.stringify(await test.database.read.find(SignIn))
    expect(rows).not.toContain(cookie)
  })

  it('tells a wrong password and an unknown name alike', async () => {
    const user = await test.world.user('principal')
    const [wrong, unknown] = [await signIn(user.username, 'not this one'), await signIn('nobody-here')]
    expect([wrong.status, wrong.body.code]).toEqual([401, 'access.wrong_credentials'])
    expect({ ...wrong.body, requestId: 0 }).toEqual({ ...unknown.body, requestId: 0 })
  })

  it('locks the account for a while after five wrong passwords, also for the right one', async () => {
    const user = await test.world.user('principal')
    for (let count = 0; count < 5; count += 1) await signIn(user.username, 'wrong')
    const locked = await signIn(user.username)
    expect([locked.status, locked.body.code, locked.body.params]).toEqual([
      429,
      'access.locked',
      { minutes: 15 },
    ])
    test.clock.advanceMinutes(16)
    expect((await signIn(user.username)).status).toBe(200)
  })

  it('ends after an hour without use, and after twelve hours in any case', async () => {
    const user = await test.world.user('principal')
    const idle = cookieOf((await signIn(user.username)).headers)
    test.clock.advanceMinutes(61)
    expect((await withCookie(idle)).body.code).toBe('access.signed_out')
    const busy = cookieOf((await signIn(user.username)).headers)
    for (let count = 0; count < 14; count += 1) {
      test.clock.advanceMinutes(50)
      expect((await withCookie(busy)).status).toBe(200)
    }
    test.clock.advanceMinutes(50)
    expect((await withCookie(busy)).status).toBe(401)
  })

  it('ends when one signs out, when the account is frozen, and everywhere else when the password changes', async () => {
    const user = await test.world.user('coordinator')
    const [first, second, third] = [await test.as(user), await test.as(user), await test.as(user)]
    expect((await first.delete('/api/sign-in')).status).toBe(204)
    expect((await first.get('/api/sign-in')).status).toBe(401)
    const changed = await second.post('/api/sign-in/password', {
      currentPassword: worldPassword,
      newPassword: 'a longer new password',
    })
    expect(changed.status).toBe(200)
    expect((await third.get('/api/sign-in')).status).toBe(401)
    expect((await second.get('/api/sign-in')).status).toBe(200)
    const admin = await test.as(await test.world.user('system_administrator'))
    await admin.post(`/api/users/${user.id}/freeze`)
    expect((await second.get('/api/sign-in')).status).toBe(401)
    expect((await signIn(user.username, 'a longer new password')).body.code).toBe('access.frozen')
  })

  it('refuses weak, same and unproved passwords', async () => {
    const user = await test.world.user('coordinator', { username: 'liuyang' })
    const client = await test.as(user)
    const change = async (newPassword: string, currentPassword = worldPassword) =>
      (await client.post('/api/sign-in/password', { currentPassword, newPassword })).body.code
    expect(await change('short')).toBe('access.password_weak')
    expect(await change('1234567890')).toBe('access.password_weak')
    expect(await change('aaaaaaaaaaaa')).toBe('access.password_weak')
    expect(await change('my-liuyang-pass')).toBe('access.password_weak')
    expect(await change(worldPassword)).toBe('access.password_same')
    expect(await change('a good new password', 'wrong')).toBe('access.wrong_credentials')
  })

  it('does nothing but change the password while it must be changed', async () => {
    const admin = await test.as(await test.world.user('system_administrator'))
    const school = await test.world.school()
    const created = await admin.post('/api/users', {
      username: 'new.teacher',
      displayName: '新教师',
      role: 'teacher',
      regionCode: school.regionCode,
      schoolId: school.id,
    })
    expect(created.body).toMatchObject({
      mustChangePassword: true,
      oneTimePassword: expect.stringMatching(/^[2-9a-z]{12}$/),
    })
    const client = await test.as(await test.database.read.findOneByOrFail(User, { username: 'new.teacher' }))
    expect((await client.get('/api/schools')).body.code).toBe('access.must_change_password')
    const changed = await client.post('/api/sign-in/password', {
      currentPassword: created.body.oneTimePassword,
      newPassword: 'quiet green river',
    })
    expect(changed.body.mustChangePassword).toBe(false)
    expect((await client.get('/api/schools')).status).toBe(200)
  })
})
