import { type Client, TestApp } from '../../../test/app.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { AuditEntry } from '../../audit/index.js'
import type { School } from '../schools/school.entity.js'
import { HomeClass } from './home-class.entity.js'

describe('home classes', () => {
  let test: TestApp
  let school: School
  let [coordinator, teacher, stranger]: Client[] = []
  beforeAll(async () => {
    test = await TestApp.start()
    school = await test.world.school()
    coordinator = await test.as(await test.world.user('coordinator', { school }))
    teacher = await test.as(await test.world.user('teacher', { school }))
    stranger = await test.as(await test.world.user('coordinator'))
  })
  afterAll(() => test.stop())

  const given = (overrides: object = {}) => ({
    schoolId: school.id,
    schoolYear: 2026,
    grade: 3,
    number: test.world.next(),
    ...overrides,
  })
  const made = async (overrides: object = {}): Promise<HomeClass> =>
    (await coordinator!.post('/api/home-classes', given(overrides))).body
  const row = (id: number) => test.database.read.findOneBy(HomeClass, { id })

  it('are added with the name the school writes, changed and ended, and the row says so', async () => {
    const created = await coordinator!.post('/api/home-classes', given({ grade: 5, number: 2 }))
    expect([created.status, created.body]).toEqual([
      201,
      {
        id: expect.any(Number),
        schoolId: school.id,
        schoolYear: 2026,
        grade: 5,
        number: 2,
        name: '五(2)班',
        homeRoomId: null,
        startsOn: '2026-11-20',
        endsOn: null,
        isActive: true,
      },
    ])
    const { id } = created.body
    const room = await test.world.room({ school })
    const changed = await coordinator!.patch(`/api/home-classes/${id}`, {
      name: ' 五年级\u202e合唱班 ',
      homeRoomId: room.id,
      endsOn: '2026-11-20',
    })
    const ended = { name: '五年级合唱班', homeRoomId: room.id, endsOn: '2026-11-20', isActive: false }
    expect(changed.body).toMatchObject(ended)
    expect(await row(id)).toMatchObject(ended)
    expect((await teacher!.get(`/api/home-classes/${id}`)).body).toEqual(changed.body)
    expect((await coordinator!.patch(`/api/home-classes/${id}`, { homeRoomId: null })).body.homeRoomId).toBe(
      null,
    )
  })

  it('are listed by year, grade, name and whether they are active; the export shows the same', async () => {
    const [first, second] = [
      await made({ schoolYear: 2024, grade: 1, number: 1 }),
      await made({ schoolYear: 2024, grade: 2, number: 1 }),
    ]
    await coordinator!.patch(`/api/home-classes/${second.id}`, { endsOn: '2025-09-01' })
    const found = async (query: Record<string, string | number | boolean>) =>
      (await teacher!.get('/api/home-classes', { schoolYear: 2024, sort: 'grade', ...query })).body.items.map(
        (each: { id: number }) => each.id,
      )
    expect(await found({})).toEqual([first.id, second.id])
    expect(await found({ grade: 2 })).toEqual([second.id])
    expect(await found({ isActive: true })).toEqual([first.id])
    expect(await found({ q: '二(' })).toEqual([second.id])
    const sheet = await teacher!.get('/api/home-classes/export.xlsx', { schoolYear: 2024, sort: 'grade' })
    expect(readWorkbook(sheet.raw, 'classes.xlsx').sheets[0]!.rows.map(({ cells }) => cells)).toEqual([
      ['学年', '年级', '班级', '开班日期', '停用日期', '在用'],
      [2024, 1, '一(1)班', expect.anything(), null, '是'],
      [2024, 2, '二(1)班', expect.anything(), expect.anything(), '否'],
    ])
  })

  it('start today, or on an earlier day of their school year, and the trail says who dated them back', async () => {
    expect((await made()).startsOn).toBe('2026-11-20')
    expect((await made({ schoolYear: 2027 })).startsOn).toBe('2027-08-01')
    const back = await made({ startsOn: '2026-08-01' })
    expect(await row(back.id)).toMatchObject({ startsOn: '2026-08-01', endsOn: null, isActive: true })
    const entriesOf = (id: number) =>
      test.database.read.findBy(AuditEntry, { action: 'home_class.date-back', entityId: id })
    expect(await entriesOf(back.id)).toMatchObject([
      {
        schoolId: school.id,
        actorName: expect.stringMatching(/^用户/),
        before: { startsOn: '2026-11-20' },
        after: { startsOn: '2026-08-01' },
      },
    ])
    const later = await made()
    await coordinator!.patch(`/api/home-classes/${later.id}`, { startsOn: '2026-09-01' })
    expect(await entriesOf(later.id)).toHaveLength(1)
    for (const startsOn of ['2026-07-31', '2027-08-01']) {
      const refused = await coordinator!.post('/api/home-classes', given({ startsOn }))
      expect([refused.status, refused.body.code]).toEqual([422, 'organisation.class_starts_outside_year'])
    }
  })

  it('end today or earlier, not before they started, and go on again when that was a mistake', async () => {
    const { id } = await made({ startsOn: '2026-09-01' })
    const end = async (endsOn: string | null) => {
      const { status, body } = await coordinator!.patch(`/api/home-classes/${id}`, { endsOn })
      return status === 200 ? [body.endsOn, body.isActive] : body.code
    }
    expect(await end('2026-11-21')).toBe('organisation.class_ends_in_future')
    expect(await end('2026-08-31')).toBe('organisation.class_ends_before_it_starts')
    expect(await end('2026-10-01')).toEqual(['2026-10-01', false])
    expect(await end(null)).toEqual([null, true])
    expect((await coordinator!.patch(`/api/home-classes/${id}`, { isActive: false })).status).toBe(400)
  })

  it('are there once in a year, also when three add one at once', async () => {
    const same = given({ grade: 6, number: 1 })
    const answers = await Promise.all([1, 2, 3].map(() => coordinator!.post('/api/home-classes', same)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422])
    expect(answers.find(({ status }) => status === 422)!.body).toMatchObject({
      code: 'organisation.class_exists',
      params: { name: '六(1)班' },
    })
    expect((await coordinator!.post('/api/home-classes', { ...same, schoolYear: 2025 })).status).toBe(201)
  })

  it("have a grade of the school's stage and a room of the school", async () => {
    const refused = await coordinator!.post('/api/home-classes', given({ grade: 7 }))
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'organisation.grade_not_of_stage', params: { grade: 7, first: 1, last: 6 } },
    ])
    const elsewhere = await test.world.room({ school: await test.world.school() })
    const { id } = await made()
    for (const answer of [
      await coordinator!.post('/api/home-classes', given({ homeRoomId: elsewhere.id })),
      await coordinator!.patch(`/api/home-classes/${id}`, { homeRoomId: elsewhere.id }),
    ])
      expect([answer.status, answer.body.fields]).toMatchObject([400, [{ field: 'homeRoomId' }]])
    expect((await row(id))!.homeRoomId).toBeNull()
  })

  it.each([
    ['schoolYear', 1999],
    ['grade', 10],
    ['number', 0],
    ['number', 1.5],
    ['name', ''],
    ['schoolId', 'x'],
  ])('refuse %s %p and say which field', async (field, value) => {
    const { status, body } = await coordinator!.post('/api/home-classes', given({ [field]: value }))
    expect([status, body.fields.map((each: { field: string }) => each.field)]).toEqual([400, [field]])
  })

  it("are neither another school's to see nor a teacher's to change", async () => {
    const { id, name } = await made()
    for (const answer of [
      await stranger!.get(`/api/home-classes/${id}`),
      await stranger!.patch(`/api/home-classes/${id}`, { name: '别人的班' }),
      await stranger!.post('/api/home-classes', given()),
    ])
      expect(answer.status).toBe(404)
    expect((await stranger!.get('/api/home-classes', { schoolId: school.id })).body.total).toBe(0)
    const sheet = await stranger!.get('/api/home-classes/export.xlsx', { schoolId: school.id })
    expect(readWorkbook(sheet.raw, 'classes.xlsx').sheets[0]!.rows).toHaveLength(1)
    expect((await teacher!.post('/api/home-classes', given())).status).toBe(403)
    expect((await teacher!.patch(`/api/home-classes/${id}`, { name: '改名' })).status).toBe(403)
    for (const path of ['', '/export.xlsx', `/${id}`])
      expect((await test.signedOut.get(`/api/home-classes${path}`)).status).toBe(401)
    expect((await row(id))!.name).toBe(name)
  })
})
