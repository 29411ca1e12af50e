import { TestApp } from '../../../test/app.js'
import { AuditEntry } from '../../audit/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { School } from './school.entity.js'

describe('schools', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it("lists the schools of one's scope, sorted, filtered and paged", async () => {
    await test.world.school({ regionCode: '140213', name: '平城一小', code: '3140213001' })
    await test.world.school({ regionCode: '140214', name: '云冈一小', code: '3140214001' })
    await test.world.school({
      regionCode: '140213',
      name: '平城一中',
      code: '3140213002',
      stage: 'junior_secondary',
    })
    await test.world.school({ regionCode: '110101', name: '外地学校' })
    const city = await test.as(await test.world.user('bureau_officer'))
    const all = await city.get('/api/schools', { sort: 'code' })
    expect(all.status).toBe(200)
    expect(all.body.items.map((school: { name: string }) => school.name)).toEqual([
      '平城一小',
      '平城一中',
      '云冈一小',
    ])
    expect(all.body).toMatchObject({ total: 3, page: 1, pageSize: 25 })
    expect((await city.get('/api/schools', { stage: 'junior_secondary' })).body.total).toBe(1)
    expect((await city.get('/api/schools', { q: '云冈' })).body.items[0]).toMatchObject({
      regionCode: '140214',
      regionName: '地区140214',
    })
    expect(
      (await city.get('/api/schools', { page: 2, pageSize: 2, sort: 'code', order: 'desc' })).body.items,
    ).toHaveLength(1)
    const district = await test.as(await test.world.user('bureau_officer', { regionCode: '140214' }))
    expect(
      (await district.get('/api/schools')).body.items.map((school: { name: string }) => school.name),
    ).toEqual(['云冈一小'])
  })

  it('refuses an unknown sort, an unknown filter and a page that is too large', async () => {
    const city = await test.as(await test.world.user('bureau_officer'))
    expect((await city.get('/api/schools', { sort: 'secret' })).body).toMatchObject({
      code: 'list.unknown_sort',
      params: { sort: 'secret' },
    })
    expect((await city.get('/api/schools', { colour: 'red' })).status).toBe(400)
    expect((await city.get('/api/schools', { pageSize: 201 })).body.fields[0]).toMatchObject({
      field: 'pageSize',
      code: 'validation.max',
    })
    expect((await city.get('/api/schools', { q: '%' })).body.total).toBe(0)
  })

  it('adds a school, once for each code, and notes who did it', async () => {
    const region = await test.world.region('140213')
    const admin = await test.as(await test.world.user('system_administrator'))
    const given = {
      code: '3140299001',
      name: '新建小学',
      stage: 'primary',
      area: 'rural',
      regionId: region.id,
      lastLessonEndTime: '15:40',
    }
    const created = await admin.post('/api/schools', given)
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({ ...given, nameEn: null, regionCode: '140213', isActive: true })
    expect(await test.database.read.findOneBy(School, { id: created.body.id })).toMatchObject({
      name: '新建小学',
      lastLessonEndTime: '15:40',
    })
    expect(
      await test.database.read.findOneBy(AuditEntry, { action: 'school.create', entityId: created.body.id }),
    ).toMatchObject({ before: null, after: { name: '新建小学' } })
    const again = await admin.post('/api/schools', given)
    expect([again.status, again.body.code]).toEqual([422, 'organisation.school_code_taken'])
    expect((await admin.inEnglish().post('/api/schools', given)).body.message).toBe(
      'The school code 3140299001 is taken.',
    )
  })

  it('names each wrong field', async () => {
    const admin = await test.as(await test.world.user('system_administrator'))
    const wrong = await admin.post('/api/schools', {
      code: 'x',
      name: '甲',
      stage: 'kindergarten',
      area: 'urban',
      regionId: 1,
      lastLessonEndTime: '25:00',
      isActive: true,
    })
    expect(wrong.status).toBe(400)
    expect(wrong.body.fields.map((field: { field: string }) => field.field).sort()).toEqual([
      'code',
      'isActive',
      'lastLessonEndTime',
      'name',
      'stage',
    ])
  })

  it('changes a school and keeps what it was', async () => {
    const school = await test.world.school()
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    expect(
      (await coordinator.patch(`/api/schools/${school.id}`, { lastLessonEndTime: '16:10' })).body
        .lastLessonEndTime,
    ).toBe('16:10')
    expect(
      await test.database.read.findOneBy(AuditEntry, { action: 'school.update', entityId: school.id }),
    ).toMatchObject({
      before: { lastLessonEndTime: '16:00' },
      after: { lastLessonEndTime: '16:10' },
      schoolId: school.id,
    })
  })

  it('does not exist for another school, and is not theirs to change', async () => {
    const school = await test.world.school()
    const stranger = await test.as(await test.world.user('coordinator'))
    expect((await stranger.get(`/api/schools/${school.id}`)).status).toBe(404)
    expect((await stranger.patch(`/api/schools/${school.id}`, { name: '改名小学' })).status).toBe(404)
    const teacher = await test.as(await test.world.user('teacher', { school }))
    expect((await teacher.patch(`/api/schools/${school.id}`, { name: '改名小学' })).status).toBe(403)
    expect((await test.signedOut.get('/api/schools')).status).toBe(401)
    expect((await test.database.read.findOneByOrFail(School, { id: school.id })).name).toBe(school.name)
  })

  it('are exported as they are listed, for whoever may read them', async () => {
    const regionCode = '140217'
    const [first, second] = [
      await test.world.school({ regionCode, stage: 'junior_secondary' }),
      await test.world.school({ regionCode }),
    ]
    const bureau = await test.as(await test.world.user('bureau_officer', { regionCode }))
    const namesOf = async (query: Record<string, string>) =>
      readWorkbook((await bureau.get('/api/schools/export.xlsx', query)).raw, 'schools.xlsx')
        .sheets[0]!.rows.slice(1)
        .flatMap(({ cells }) => cells)
        .filter((cell) => cell === first.name || cell === second.name)
    expect(await namesOf({ sort: 'code' })).toEqual([first.name, second.name])
    expect(await namesOf({ stage: 'primary' })).toEqual([second.name])
    const guardian = await test.as(await test.world.user('guardian', { school: first }))
    expect((await guardian.get('/api/schools/export.xlsx')).status).toBe(403)
    expect((await test.signedOut.get('/api/schools/export.xlsx')).status).toBe(401)
  })
})
