import { TestApp } from '../../../test/app.js'
import { Clearance } from './clearance.entity.js'

describe('clearances', () => {
  let test: TestApp
  // Friday 20 November 2026.
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  async function lecturer() {
    const school = await test.world.school()
    const teacher = await test.world.teacher({ school, kind: 'lecturer', name: '外聘教练' })
    return { school, teacher, client: await test.as(await test.world.user('coordinator', { school })) }
  }
  const given = { validFromOn: '2026-09-01', validToOn: '2027-01-22', document: '无犯罪记录证明 2026-0815' }

  it('of a lecturer are recorded, warn before they end, and are revoked once', async () => {
    const { client, teacher, school } = await lecturer()
    const created = await client.post('/api/clearances', { teacherId: teacher.id, ...given })
    expect([created.status, created.body]).toMatchObject([
      201,
      {
        ...given,
        teacherName: '外聘教练',
        state: 'valid',
        daysLeft: 63,
        isRevoked: false,
        recordedByName: expect.any(String),
      },
    ])
    const ending = await client.post('/api/clearances', {
      teacherId: teacher.id,
      ...given,
      validFromOn: '2026-09-02',
      validToOn: '2026-12-01',
    })
    expect(ending.body).toMatchObject({ state: 'ending', daysLeft: 11 })
    expect(
      (await client.get('/api/clearances', { schoolId: school.id, isEnding: true })).body.items.map(
        (each: { id: number }) => each.id,
      ),
    ).toEqual([ending.body.id])
    expect((await client.get('/api/clearances', { teacherId: teacher.id })).body.total).toBe(2)
    const answers = await Promise.all([
      client.post(`/api/clearances/${ending.body.id}/revoke`),
      client.post(`/api/clearances/${ending.body.id}/revoke`),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(await test.database.read.findOneBy(Clearance, { id: ending.body.id })).toMatchObject({
      isRevoked: true,
      validToOn: '2026-12-01',
    })
    expect((await client.get(`/api/clearances/${ending.body.id}`)).body).toMatchObject({
      state: 'revoked',
      daysLeft: null,
    })
  })

  it('need dates in order, a lecturer, and one record for a first day', async () => {
    const { client, teacher, school } = await lecturer()
    const post = (overrides: object) =>
      client.post('/api/clearances', { teacherId: teacher.id, ...given, ...overrides })
    expect((await post({ validToOn: '2026-08-31' })).body.code).toBe('people.clearance_ends_before_it_starts')
    expect((await post({ validToOn: '2026-02-30' })).status).toBe(400)
    expect((await post({ document: '' })).body.fields[0].field).toBe('document')
    expect((await post({ teacherId: (await test.world.teacher({ school })).id })).body.code).toBe(
      'people.clearance_of_staff',
    )
    const both = await Promise.all([post({}), post({})])
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 422])
  })

  it("are another school's own, and only for those who may", async () => {
    const { client, teacher, school } = await lecturer()
    const { body } = await client.post('/api/clearances', { teacherId: teacher.id, ...given })
    const stranger = (await lecturer()).client
    expect((await stranger.get(`/api/clearances/${body.id}`)).status).toBe(404)
    expect((await stranger.post(`/api/clearances/${body.id}/revoke`)).status).toBe(404)
    expect((await stranger.post('/api/clearances', { teacherId: teacher.id, ...given })).status).toBe(404)
    expect((await stranger.get('/api/clearances', { schoolId: school.id })).body.total).toBe(0)
    const someTeacher = await test.as(await test.world.user('teacher', { school }))
    expect((await someTeacher.get('/api/clearances')).status).toBe(403)
    const auditor = await test.as(await test.world.user('auditor'))
    expect((await auditor.get(`/api/clearances/${body.id}`)).status).toBe(200)
    expect((await auditor.post(`/api/clearances/${body.id}/revoke`)).status).toBe(403)
  })
})
