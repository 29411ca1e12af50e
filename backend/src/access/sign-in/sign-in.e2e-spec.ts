import { Client, TestApp } from '../../../test/app.js'
import { worldPassword } from '../../../test/world.js'
import { AuditEntry } from '../../audit/index.js'
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

  it('opens a sign-in that is kept on the server, in a cookie that scripts cannot read and that ends with the browser', async () => {
    const user = await test.world.user('principal')
    const answer = await signIn(user.username)
    expect(answer.body).toMatchObject({
      userId: user.id,
      role: 'principal',
      schoolId: user.schoolId,
      mustChangePassword: false,
      mustSetUpSecondFactor: false,
    })
    expect(answer.body.permissions).toContain('plan.write')
    const [own, device] = answer.headers['set-cookie'] as string[]
    expect(own).toMatch(/^kehou_sign_in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(device).toMatch(/^kehou_device=[\w-]{22}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/)
    const cookie = cookieOf(answer.headers)
    expect((await withCookie(cookie)).body.username).toBe(user.username)
    const rows = JSON.stringify(await test.database.read.find(SignIn))
    expect(rows).not.toContain(cookie)
    const [entry] = await test.database.read.findBy(AuditEntry, { action: 'sign_in.open', actorId: user.id })
    expect(entry!.after).toMatchObject({ address: '127.0.0.1' })
  })

  it('keeps a family signed in on the phone', async () => {
    const family = await test.world.user('guardian')
    const [cookie] = (await signIn(family.username)).headers['set-cookie'] as string[]
    expect(cookie).toContain('Max-Age=2592000')
  })

  it('tells a wrong password, an unknown name and a frozen account alike', async () => {
    const user = await test.world.user('principal')
    const frozen = await test.world.user('principal', { isFrozen: true })
    const [wrong, unknown, closed] = [
      await signIn(user.username, 'not this one'),
      await signIn('nobody-here'),
      await signIn(frozen.username, 'not this one'),
    ]
    expect([wrong.status, wrong.body.code]).toEqual([401, 'access.wrong_credentials'])
    expect({ ...wrong.body, requestId: 0 }).toEqual({ ...unknown.body, requestId: 0 })
    expect({ ...wrong.body, requestId: 0 }).toEqual({ ...closed.body, requestId: 0 })
    expect((await signIn(frozen.username)).body.code).toBe('access.frozen')
  })

  it('ends after an hour without use, and after twelve hours in any case', async () => {
    const user = await test.world.user('principal')
    const idle = cookieOf((await signIn(user.username)).headers)
    test.clock.advanceMinutes(61)
    expect((await withCookie(idle)).body.code).toBe('access.signed_out')
    const busy = new Client(test, cookieOf((await signIn(user.username)).headers))
    for (let count = 0; count < 14; count += 1) {
      test.clock.advanceMinutes(50)
      expect((await busy.get('/api/sign-in')).status).toBe(200)
    }
    test.clock.advanceMinutes(50)
    expect((await busy.get('/api/sign-in')).status).toBe(401)
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

  it('refuses weak, same and unproved passwords, each with its own sentence', async () => {
    const user = await test.world.user('coordinator', { username: 'liuyang' })
    const client = await test.as(user)
    const change = async (newPassword: string, currentPassword = worldPassword) =>
      (await client.post('/api/sign-in/password', { currentPassword, newPassword })).body
    expect(await change('short')).toMatchObject({
      code: 'access.password_short',
      message: '密码至少 10 位。',
    })
    for (const common of ['1234567890', 'aaaaaaaaaaaa', 'woaini1314520', 'zhangwei1990', 'kehou-demo-2026'])
      expect((await change(common)).code).toBe('access.password_common')
    expect((await change('my-liuyang-pass')).code).toBe('access.password_has_name')
    expect((await change(worldPassword)).code).toBe('access.password_same')
    for (let count = 0; count < 5; count += 1)
      expect((await change('a good new password', 'wrong')).code).toBe('access.password_wrong')
    expect((await change('a good new password')).code).toBe('access.wait')
  })

  it('does nothing but change the password while it must be changed', async () => {
    const admin = await test.as(await test.world.user('system_administrator'))
    const school = await test.world.school()
    const created = await admin.post('/api/users', {
      username: 'new.teacher',
      displayName: '新教师',
      role: 'teacher',
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

  it('with a one-time password is possible for seven days, also after a reset', async () => {
    const admin = await test.as(await test.world.user('system_administrator'))
    const { id, username } = await test.world.user('teacher')
    const reset = async () => (await admin.post(`/api/users/${id}/reset-password`)).body.oneTimePassword
    const first = (await reset()) as string
    test.clock.advanceMinutes(7 * 24 * 60 - 1)
    expect((await signIn(username, first)).status).toBe(200)
    test.clock.advanceMinutes(1)
    expect((await signIn(username, 'wrong')).body.code).toBe('access.wrong_credentials')
    const late = await signIn(username, first)
    expect([late.status, late.body.code]).toEqual([403, 'access.one_time_expired'])
    expect(late.body.message).toContain('系统管理员')
    const again = await test.as(await test.world.user('system_administrator'))
    const second = (await again.post(`/api/users/${id}/reset-password`)).body.oneTimePassword as string
    expect((await signIn(username, second)).status).toBe(200)
  })

  it('knows a phone number however it is typed', async () => {
    const school = await test.world.school()
    const student = await test.world.student({ school })
    await test.world.guardian({ student, phone: '13800000003' })
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    const asked = { schoolId: school.id, studentIds: [student.id] }
    const [letter] = (await coordinator.post('/api/activation-codes/letters', asked)).body
    const password = 'sunny-yellow-bus'
    const activated = await test.signedOut.post('/api/parents/activation', {
      code: letter.code,
      phone: '+86 138-0000-0003',
      password,
    })
    expect(activated.status).toBe(200)
    for (const typed of [
      '13800000003',
      '138 0000 0003',
      '+8613800000003',
      '8613800000003',
      '008613800000003',
      '１３８０００００００３',
      ' 138-0000-0003 ',
    ])
      expect([typed, (await signIn(typed, password)).body.userId]).toEqual([typed, activated.body.userId])
  })
})

describe('the cookie of a public address with https', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start({ publicUrl: 'https://kehou.test', isBehindHttps: true })
  })
  afterAll(() => test.stop())

  it('is bound to the host and sent encrypted only, and the plain one opens nothing', async () => {
    const user = await test.world.user('principal')
    const answer = await test.signedOut.post('/api/sign-in', {
      username: user.username,
      password: worldPassword,
    })
    const [own, device] = answer.headers['set-cookie'] as string[]
    expect(own).toMatch(/^__Host-kehou_sign_in=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    expect(device).toMatch(/^__Host-kehou_device=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    const token = cookieOf(answer.headers)
    const ask = async (cookie: string) =>
      (await test.signedOut.send('GET', '/api/sign-in', undefined, {}, { cookie })).status
    expect(await ask(`__Host-kehou_sign_in=${token}`)).toBe(200)
    expect(await ask(`kehou_sign_in=${token}`)).toBe(401)
  })

  it.each(['\u200b', '\u2060', '\u0000', '\u0301'])(
    'a name with a mark that nobody sees (%j) is another name, with the right password too',
    async (mark) => {
      const user = await test.world.user('principal')
      const signIn = (username: string) =>
        test.signedOut.post('/api/sign-in', { username, password: worldPassword })
      for (const typed of [
        `${user.username}${mark}`,
        `${mark}${user.username}`,
        user.username.replace('e', `e${mark}`),
      ])
        expect([(await signIn(typed)).status, typed.length]).toEqual([401, typed.length])
      expect((await signIn(user.username)).status).toBe(200)
    },
  )
})
