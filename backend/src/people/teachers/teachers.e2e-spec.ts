import { TestApp } from '../../../test/app.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { AuditEntry } from '../../audit/index.js'
import { Teacher } from './teacher.entity.js'

describe('teachers', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('are added, found by pinyin, changed and kept apart by school', async () => {
    const school = await test.world.school()
    const homeClass = await test.world.homeClass({ school })
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    const created = await coordinator.post('/api/teachers', {
      schoolId: school.id,
      name: '欧阳修远',
      kind: 'staff',
      subject: '语文',
      phone: '13912345678',
      homeClassId: homeClass.id,
    })
    expect(created.body).toMatchObject({
      name: '欧阳修远',
      phone: '139****5678',
      className: homeClass.name,
      isActive: true,
    })
    expect((await coordinator.get('/api/teachers', { q: 'oyxy' })).body.total).toBe(1)
    expect(
      (await coordinator.patch(`/api/teachers/${created.body.id}`, { isActive: false })).body.isActive,
    ).toBe(false)
    expect(
      (await test.database.read.findOneByOrFail(Teacher, { id: created.body.id })).phoneSealed,
    ).not.toContain('13912345678')
    const elsewhere = await test.world.homeClass({ school: await test.world.school() })
    expect(
      (await coordinator.patch(`/api/teachers/${created.body.id}`, { homeClassId: elsewhere.id })).body
        .fields[0].field,
    ).toBe('homeClassId')
    const stranger = await test.as(await test.world.user('coordinator'))
    expect((await stranger.get(`/api/teachers/${created.body.id}`)).status).toBe(404)
    expect((await stranger.patch(`/api/teachers/${created.body.id}`, { name: '改名' })).status).toBe(404)
    expect(
      (await stranger.post('/api/teachers', { schoolId: school.id, name: '外人', kind: 'staff' })).status,
    ).toBe(404)
    const teacher = await test.as(await test.world.user('teacher', { school }))
    expect(
      (await teacher.post('/api/teachers', { schoolId: school.id, name: '自己', kind: 'staff' })).status,
    ).toBe(403)
  })

  it('are linked to an account of their school, which belongs to one teacher only', async () => {
    const school = await test.world.school()
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    const [free, taken, frozen] = [
      await test.world.user('teacher', { school }),
      await test.world.user('principal', { school }),
      await test.world.user('teacher', { school, isFrozen: true }),
    ]
    const other = await test.world.teacher({ school, userId: taken.id })
    const teacher = await test.world.teacher({ school })
    const link = (userId: number | null, id = teacher.id) =>
      coordinator.patch(`/api/teachers/${id}`, { userId })
    for (const [userId, code] of [
      [taken.id, 'people.account_linked_already'],
      [frozen.id, 'people.account_frozen'],
      [(await test.world.user('teacher')).id, 'people.account_not_of_school'],
      // A family's account at this school: its name is none of the office's business.
      [(await test.world.user('guardian', { school })).id, 'people.account_not_of_school'],
      [0x7fff_ffff, 'people.account_not_of_school'],
      [(await test.world.user('school_finance_officer', { school })).id, 'people.account_does_not_teach'],
    ] as const) {
      const refused = await link(userId)
      expect([refused.status, refused.body.code]).toEqual([422, code])
    }
    expect((await link(taken.id)).body.message).toContain(other.name)
    // An id is a key: 0 does not mean that nothing was said.
    expect((await link(0)).status).toBe(400)
    expect((await coordinator.patch(`/api/teachers/${teacher.id}`, { userId: 'x' })).status).toBe(400)
    expect((await link(free.id)).body).toMatchObject({ userId: free.id, username: free.username })
    expect(await test.database.read.findOneByOrFail(Teacher, { id: teacher.id })).toMatchObject({
      userId: free.id,
    })
    const entry = await test.database.read.findOneOrFail(AuditEntry, {
      where: { action: 'teacher.update', entityId: teacher.id },
      order: { id: 'DESC' },
    })
    expect(JSON.stringify(entry)).not.toContain('argon2')
    // The same account once more changes nothing; taken away, it may be another's.
    expect((await link(free.id)).status).toBe(200)
    expect((await link(null)).body).toMatchObject({ userId: null, username: null })
    const created = await coordinator.post('/api/teachers', {
      schoolId: school.id,
      name: '新来的',
      kind: 'staff',
      userId: free.id,
    })
    expect(created.body).toMatchObject({ userId: free.id, username: free.username })
    expect(
      (
        await coordinator.post('/api/teachers', {
          schoolId: school.id,
          name: '再来的',
          kind: 'staff',
          userId: free.id,
        })
      ).body.code,
    ).toBe('people.account_linked_already')
  })

  it('do not get one account twice when two link it at once', async () => {
    const school = await test.world.school()
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    const user = await test.world.user('teacher', { school })
    const teachers = [
      await test.world.teacher({ school }),
      await test.world.teacher({ school }),
      await test.world.teacher({ school }),
    ]
    const answers = await Promise.all(
      teachers.map(({ id }) => coordinator.patch(`/api/teachers/${id}`, { userId: user.id })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422])
    expect(await test.database.read.countBy(Teacher, { userId: user.id })).toBe(1)
  })

  it('offer the accounts that are free, to who may change teachers', async () => {
    const school = await test.world.school()
    const coordinatorUser = await test.world.user('coordinator', { school, displayName: '贺老师' })
    const coordinator = await test.as(coordinatorUser)
    const [free, linked] = [
      await test.world.user('teacher', { school, displayName: '陶老师' }),
      await test.world.user('teacher', { school }),
    ]
    await test.world.user('teacher', { school, isFrozen: true })
    await test.world.user('school_finance_officer', { school })
    await test.world.teacher({ school, userId: linked.id })
    expect((await coordinator.get('/api/teacher-accounts', { sort: 'id' })).body.items).toMatchObject([
      { id: coordinatorUser.id, role: 'coordinator' },
      { id: free.id, username: free.username, displayName: '陶老师' },
    ])
    expect((await coordinator.get('/api/teacher-accounts', { q: '陶' })).body.items).toMatchObject([
      { id: free.id },
    ])
    expect(
      (await coordinator.get('/api/teacher-accounts', { ids: String(linked.id) })).body.items,
    ).toMatchObject([{ id: linked.id }])
    const stranger = await test.as(await test.world.user('coordinator'))
    expect((await stranger.get('/api/teacher-accounts', { schoolId: school.id })).body.total).toBe(0)
    expect((await stranger.get('/api/teacher-accounts', { ids: String(linked.id) })).body.total).toBe(0)
    expect((await (await test.as(free)).get('/api/teacher-accounts')).status).toBe(403)
  })

  it('are exported as they are listed, for the own school and who may read them', async () => {
    const school = await test.world.school()
    await test.world.teacher({ school, name: '丁一', subject: '美术' })
    await test.world.teacher({ school, name: '于二', isActive: false })
    const rowsFor = async (...given: Parameters<typeof test.world.user>) => {
      const client = await test.as(await test.world.user(...given))
      const { raw } = await client.get('/api/teachers/export.xlsx', { isActive: true, schoolId: school.id })
      return readWorkbook(raw, 'teachers.xlsx').sheets[0]!.rows.map(({ cells }) => cells)
    }
    expect(await rowsFor('coordinator', { school })).toEqual([
      expect.arrayContaining(['工号', '电话(已遮盖)']),
      expect.arrayContaining(['丁一', '美术']),
    ])
    expect(await rowsFor('principal', { school: await test.world.school() })).toHaveLength(1)
    const refused = await test.as(await test.world.user('teacher', { school }))
    expect((await refused.get('/api/teachers/export.xlsx')).status).toBe(403)
    expect((await test.signedOut.get('/api/teachers/export.xlsx')).status).toBe(401)
  })
})
