import { generateSync } from 'otplib'
import { type Client, TestApp } from '../../../test/app.js'
import { worldPassword } from '../../../test/world.js'
import { AuditEntry } from '../../audit/index.js'
import { roleNames } from '../roles.js'
import type { User } from '../users/user.entity.js'
import { RecoveryCode } from './recovery-code.entity.js'
import { SecondFactor } from './second-factor.entity.js'

const obliged = [
  'system_administrator',
  'bureau_officer',
  'education_finance_officer',
  'finance_bureau_officer',
  'accounting_centre_officer',
  'school_finance_officer',
]

describe('the second factor in service', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start({ requiresSecondFactor: true })
  })
  afterAll(() => test.stop())
  beforeEach(() => test.clock.advanceMinutes(60))

  const codeAt = (secret: string, minutes = 0) =>
    generateSync({
      secret: secret.replaceAll(' ', ''),
      epoch: Math.floor(test.clock.now().getTime() / 1000) + minutes * 60,
    })
  const signIn = (user: User, code?: string, password = worldPassword) =>
    test.signedOut.post('/api/sign-in', { username: user.username, password, ...(code ? { code } : {}) })

  async function enrolled(): Promise<{ user: User; client: Client; secret: string; recovery: string[] }> {
    const user = await test.world.user('finance_bureau_officer')
    const client = await test.as(user)
    const begun = await client.post('/api/sign-in/second-factor/begin', { password: worldPassword })
    const { secret } = begun.body
    const confirmed = await client.post('/api/sign-in/second-factor/confirm', { code: codeAt(secret) })
    expect(confirmed.status).toBe(200)
    test.clock.advanceMinutes(2)
    return { user, client, secret, recovery: confirmed.body.recoveryCodes }
  }

  it('is asked of administrators, finance and bureau before anything else, and of nobody else', async () => {
    for (const role of roleNames) {
      const client = await test.as(await test.world.user(role))
      const me = await client.get('/api/sign-in')
      expect([role, me.body.mustSetUpSecondFactor]).toEqual([role, obliged.includes(role)])
      const answer = await client.get('/api/delegations', { direction: 'given' })
      expect([role, answer.body.code === 'access.must_set_up_second_factor']).toEqual([
        role,
        obliged.includes(role),
      ])
    }
  })

  it('is set up with the password, a QR code and the first six digits; the secret is sealed, the recovery codes hashed', async () => {
    const user = await test.world.user('system_administrator')
    const client = await test.as(user)
    expect((await client.post('/api/sign-in/second-factor/begin', { password: 'wrong' })).body.code).toBe(
      'access.password_wrong',
    )
    expect((await client.post('/api/sign-in/second-factor/confirm', { code: '123456' })).body.code).toBe(
      'access.second_factor_not_begun',
    )
    const { body } = await client.post('/api/sign-in/second-factor/begin', { password: worldPassword })
    expect(body.address).toMatch(/^otpauth:\/\/totp\/.*issuer=/)
    expect(body.qrSvg).toContain('<svg')
    const bare = body.secret.replaceAll(' ', '')
    expect(bare).toMatch(/^[A-Z2-7]{32}$/)
    const [row] = await test.database.read.findBy(SecondFactor, { userId: user.id })
    expect(JSON.stringify(row)).not.toContain(bare)
    expect((await client.post('/api/sign-in/second-factor/confirm', { code: '000000' })).body.code).toBe(
      'access.first_code_wrong',
    )
    // Not confirmed yet: nothing is asked for, and nothing else is answered.
    expect((await signIn(user)).status).toBe(200)
    expect((await client.get('/api/users')).body.code).toBe('access.must_set_up_second_factor')
    const confirmed = await client.post('/api/sign-in/second-factor/confirm', { code: codeAt(body.secret) })
    expect(confirmed.body.recoveryCodes).toHaveLength(10)
    expect(confirmed.body.recoveryCodes[0]).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    const kept = JSON.stringify(await test.database.read.findBy(RecoveryCode, { userId: user.id }))
    expect(kept).not.toContain(confirmed.body.recoveryCodes[0].replaceAll('-', ''))
    expect((await client.get('/api/users')).status).toBe(200)
    expect((await client.get('/api/sign-in/second-factor')).body).toEqual({
      isOn: true,
      isRequired: true,
      recoveryCodesLeft: 10,
    })
    const trail = JSON.stringify(await test.database.read.findBy(AuditEntry, { actorId: user.id }))
    expect(trail).toContain('second_factor.confirm')
    expect(trail).not.toContain(bare)
  })

  it('is asked for after the right password only, and each code works once, also at the same moment', async () => {
    const { user, secret } = await enrolled()
    expect((await signIn(user, undefined, 'wrong')).body.code).toBe('access.wrong_credentials')
    const needed = await signIn(user)
    expect([needed.status, needed.body.code]).toEqual([401, 'access.code_needed'])
    const code = codeAt(secret)
    const answers = await Promise.all([signIn(user, code), signIn(user, code), signIn(user, code)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401])
    expect((await signIn(user, code)).body.code).toBe('access.code_wrong')
    test.clock.advanceMinutes(1)
    // Half a minute early or late is a clock; two minutes are not.
    expect((await signIn(user, codeAt(secret, -2))).body.code).toBe('access.code_wrong')
    expect((await signIn(user, codeAt(secret))).status).toBe(200)
  })

  it('cannot be guessed: ten wrong codes in an hour, from wherever', async () => {
    const { user, secret } = await enrolled()
    const wrong = []
    for (let n = 0; n < 12; n += 1) {
      wrong.push((await signIn(user, '000000')).body.code)
      if (n % 4 === 3) test.clock.advanceMinutes(6)
    }
    expect(wrong.slice(0, 10)).toEqual(Array(10).fill('access.code_wrong'))
    expect(wrong.slice(10)).toEqual(['access.wait', 'access.wait'])
    const entries = await test.database.read.findBy(AuditEntry, { action: 'sign_in.code_failed' })
    expect(entries.filter(({ entityId }) => entityId === user.id).length).toBeGreaterThan(0)
    test.clock.advanceMinutes(60)
    expect((await signIn(user, codeAt(secret))).status).toBe(200)
  })

  it('is replaced by a recovery code, each once, however it is typed', async () => {
    const { user, client, recovery } = await enrolled()
    expect((await signIn(user, recovery[0])).status).toBe(200)
    expect((await signIn(user, recovery[0])).body.code).toBe('access.code_wrong')
    expect((await signIn(user, recovery[1]!.toLowerCase().replaceAll('-', ' '))).status).toBe(200)
    expect((await client.get('/api/sign-in/second-factor')).body.recoveryCodesLeft).toBe(8)
    const renewed = await client.post('/api/sign-in/second-factor/recovery-codes', {
      password: worldPassword,
    })
    expect(renewed.body.recoveryCodes).toHaveLength(10)
    expect((await signIn(user, recovery[2])).body.code).toBe('access.code_wrong')
    expect((await signIn(user, renewed.body.recoveryCodes[0])).status).toBe(200)
  })

  it('is not turned off where the role needs it, and stays when the password is reset', async () => {
    const { user, client, secret } = await enrolled()
    const off = await client.post('/api/sign-in/second-factor/turn-off', { password: worldPassword })
    expect([off.status, off.body.code]).toEqual([422, 'access.second_factor_required'])
    const other = await enrolledAdministrator()
    const reset = await other.post(`/api/users/${user.id}/reset-password`)
    const { oneTimePassword } = reset.body
    expect((await signIn(user, undefined, oneTimePassword)).body.code).toBe('access.code_needed')
    expect((await signIn(user, codeAt(secret), oneTimePassword)).status).toBe(200)
  })

  it('may be had by others too, and be given up again', async () => {
    const user = await test.world.user('teacher')
    const client = await test.as(user)
    const { secret } = (await client.post('/api/sign-in/second-factor/begin', { password: worldPassword }))
      .body
    await client.post('/api/sign-in/second-factor/confirm', { code: codeAt(secret) })
    expect((await signIn(user)).body.code).toBe('access.code_needed')
    expect(
      (await client.post('/api/sign-in/second-factor/turn-off', { password: worldPassword })).status,
    ).toBe(204)
    expect((await signIn(user)).status).toBe(200)
  })

  async function enrolledAdministrator(): Promise<Client> {
    const client = await test.as(await test.world.user('system_administrator'))
    const { secret } = (await client.post('/api/sign-in/second-factor/begin', { password: worldPassword }))
      .body
    await client.post('/api/sign-in/second-factor/confirm', { code: codeAt(secret) })
    return client
  }
})
