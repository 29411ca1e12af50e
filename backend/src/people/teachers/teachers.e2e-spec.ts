import { TestApp } from '../../../test/app.js'
import { Teacher } from './teacher.entity.js'

describe('teachers', () => {
  let test: TestApp
  beforeAll(async () => { test = await TestApp.start() })
  afterAll(() => test.stop())

  it('are added, found by pinyin, changed and kept apart by school', async () => {
    const school = await test.world.school()
    const homeClass = await test.world.homeClass({ school })
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    const created = await coordinator.post('/api/teachers', { schoolId: school.id, name: '欧阳修远', kind: 'staff', subject: '语文', phone: '13912345678', homeClassId: homeClass.id })
    expect(created.body).toMatchObject({ name: '欧阳修远', phone: '139****5678', className: homeClass.name, isActive: true })
    expect((await coordinator.get('/api/teachers', { q: 'oyxy' })).body.total).toBe(1)
    expect((await coordinator.patch(`/api/teachers/${created.body.id}`, { isActive: false })).body.isActive).toBe(false)
    expect((await test.database.read.findOneByOrFail(Teacher, { id: created.body.id })).phoneSealed).not.toContain('13912345678')
    const elsewhere = await test.world.homeClass({ school: await test.world.school() })
    expect((await coordinator.patch(`/api/teachers/${created.body.id}`, { homeClassId: elsewhere.id })).body.fields[0].field).toBe('homeClassId')
    const stranger = await test.as(await test.world.user('coordinator'))
    expect((await stranger.get(`/api/teachers/${created.body.id}`)).status).toBe(404)
    expect((await stranger.patch(`/api/teachers/${created.body.id}`, { name: '改名' })).status).toBe(404)
    expect((await stranger.post('/api/teachers', { schoolId: school.id, name: '外人', kind: 'staff' })).status).toBe(404)
    const teacher = await test.as(await test.world.user('teacher', { school }))
    expect((await teacher.post('/api/teachers', { schoolId: school.id, name: '自己', kind: 'staff' })).status).toBe(403)
  })
})
