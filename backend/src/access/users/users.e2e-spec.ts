import { TestApp } from '../../../test/app.js'
import { AuditEntry } from '../../audit/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { User } from './user.entity.js'

describe('users', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('belong to a school or to a region, as their role says', async () => {
    const admin = await test.as(await test.world.user('system_administrator'))
    const school = await test.world.school()
    const given = {
      username: 'zhao.min',
      displayName: '赵敏',
      role: 'principal',
      regionCode: school.regionCode,
    }
    expect((await admin.post('/api/users', given)).body.code).toBe('access.role_needs_school')
    expect(
      (await admin.post('/api/users', { ...given, role: 'auditor', schoolId: school.id })).body.code,
    ).toBe('access.role_has_no_school')
    expect((await admin.post('/api/users', { ...given, role: 'guardian', schoolId: school.id })).status).toBe(
      400,
    )
    expect((await admin.post('/api/users', { ...given, schoolId: school.id })).status).toBe(201)
    expect((await admin.post('/api/users', { ...given, schoolId: school.id })).body.code).toBe(
      'access.username_taken',
    )
  })

  it("are seen and changed within one's scope only", async () => {
    const inside = await test.world.user('principal', {
      school: await test.world.school({ regionCode: '140213' }),
    })
    const outside = await test.world.user('principal', {
      school: await test.world.school({ regionCode: '110101' }),
    })
    const admin = await test.as(await test.world.user('system_administrator', { regionCode: '1402' }))
    expect((await admin.get(`/api/users/${inside.id}`)).status).toBe(200)
    expect((await admin.get(`/api/users/${outside.id}`)).status).toBe(404)
    expect((await admin.post(`/api/users/${outside.id}/reset-password`)).status).toBe(404)
    expect(
      (
        await admin.post('/api/users', {
          username: 'far.away',
          displayName: '远',
          role: 'auditor',
          regionCode: '11',
        })
      ).status,
    ).toBe(400)
    expect((await admin.get('/api/users', { q: outside.username })).body.total).toBe(0)
  })

  it("are never put into another district's school, whatever region the request names", async () => {
    const school = await test.world.school({ regionCode: '140214' })
    const own = await test.world.school({ regionCode: '140213' })
    const district = await test.as(await test.world.user('system_administrator', { regionCode: '140213' }))
    const given = { displayName: '外人', role: 'principal' }
    const into = (username: string, rest: object) =>
      district.post('/api/users', { ...given, username, ...rest })
    for (const regionCode of ['140213', '140214', undefined]) {
      const refused = await into('intruder', { schoolId: school.id, ...(regionCode ? { regionCode } : {}) })
      expect([refused.status, refused.body.code]).toEqual([404, 'not_found'])
    }
    expect((await into('intruder', { schoolId: 987_654, regionCode: '140213' })).status).toBe(404)
    expect(await test.database.read.countBy(User, { username: 'intruder' })).toBe(0)
    // The region is the school's own, also where the request says otherwise or nothing.
    const city = await test.as(await test.world.user('system_administrator', { regionCode: '1402' }))
    for (const [username, regionCode] of [
      ['one.way', '1402'],
      ['other.way', undefined],
    ]) {
      const made = await city.post('/api/users', {
        ...given,
        username,
        schoolId: own.id,
        ...(regionCode ? { regionCode } : {}),
      })
      expect([made.status, made.body.regionCode, made.body.schoolId]).toEqual([201, '140213', own.id])
    }
  })

  it('of a region belong to one that exists, within the scope', async () => {
    await test.world.region('140213')
    const district = await test.as(await test.world.user('system_administrator', { regionCode: '140213' }))
    const auditor = (username: string, regionCode?: string) =>
      district.post('/api/users', { username, displayName: '审计', role: 'auditor', regionCode })
    for (const regionCode of ['1402', '14', '140214', '140213999', undefined])
      expect((await auditor('aud', regionCode)).body.fields).toMatchObject([{ field: 'regionCode' }])
    expect((await auditor('aud', '140213')).status).toBe(201)
  })

  it('cannot freeze themselves; a reset is noted without the password', async () => {
    const own = await test.world.user('system_administrator')
    const admin = await test.as(own)
    expect((await admin.post(`/api/users/${own.id}/freeze`)).body.code).toBe('access.own_account')
    const other = await test.world.user('principal', { school: await test.world.school() })
    const { oneTimePassword } = (await admin.post(`/api/users/${other.id}/reset-password`)).body
    const entries = JSON.stringify(await test.database.read.find(AuditEntry))
    expect(entries).toContain('user.reset-password')
    expect(entries).not.toContain(oneTimePassword)
  })

  it('that were frozen are released, and sign in again only then', async () => {
    const admin = await test.as(await test.world.user('system_administrator'))
    const user = await test.world.user('principal')
    const client = await test.as(user)
    const row = () => test.database.read.findOneByOrFail(User, { id: user.id })
    expect((await admin.post(`/api/users/${user.id}/freeze`)).body).toMatchObject({ isFrozen: true })
    expect((await row()).isFrozen).toBe(true)
    expect((await client.get('/api/sign-in')).status).toBe(401)
    const released = await admin.post(`/api/users/${user.id}/release`)
    expect([released.status, released.body]).toMatchObject([200, { id: user.id, isFrozen: false }])
    expect((await row()).isFrozen).toBe(false)
    expect((await (await test.as(user)).get('/api/sign-in')).status).toBe(200)
    const stranger = await test.as(await test.world.user('system_administrator', { regionCode: '1101' }))
    const auditor = await test.as(await test.world.user('auditor'))
    for (const verb of ['freeze', 'release']) {
      expect((await stranger.post(`/api/users/${user.id}/${verb}`)).status).toBe(404)
      expect((await auditor.post(`/api/users/${user.id}/${verb}`)).status).toBe(403)
    }
    expect((await row()).isFrozen).toBe(false)
  })

  it('are exported as they are listed, without anything secret', async () => {
    const school = await test.world.school()
    const principal = await test.as(await test.world.user('principal', { school, displayName: '郑校长' }))
    await test.world.user('teacher', { school, username: 'he.ping', displayName: '何平' })
    const sheet = await principal.get('/api/users/export.xlsx', { role: 'teacher' })
    const rows = readWorkbook(sheet.raw, 'users.xlsx').sheets[0]!.rows.map(({ cells }) => cells)
    expect(rows).toHaveLength(2)
    expect(rows[1]).toEqual(expect.arrayContaining(['he.ping', '何平']))
    expect(rows.flat().join()).not.toContain('argon2')
    const teacher = await test.as(await test.world.user('teacher', { school }))
    expect((await teacher.get('/api/users/export.xlsx')).status).toBe(403)
  })
})
