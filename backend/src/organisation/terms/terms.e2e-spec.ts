import { TestApp } from '../../../test/app.js'
import { CalendarDay } from './calendar-day.entity.js'
import { Term } from './term.entity.js'

describe('terms', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('say which years are not announced, and which holidays are the law’s only, until somebody has looked', async () => {
    await test.world.region('1402')
    const bureau = await test.as(await test.world.user('bureau_officer', { regionCode: '1402' }))
    const made = await bureau.post('/api/terms', {
      regionCode: '1402',
      schoolYear: 2026,
      name: '2027年春季\u202e学期',
      nameEn: 'Spring term 2027',
      startsOn: '2027-02-22',
      endsOn: '2027-07-09',
    })
    expect([made.status, made.body]).toMatchObject([
      201,
      { unannouncedYears: [2027], name: '2027年春季学期' },
    ])
    const days = (await bureau.get('/api/calendar-days', { termId: made.body.id })).body as {
      id: number
      dayOn: string
      kind: string
      isConfirmed: boolean
    }[]
    const open = days.filter((day) => !day.isConfirmed)
    expect(open.map(({ dayOn, kind }) => `${dayOn} ${kind}`)).toEqual([
      '2027-04-05 holiday',
      '2027-05-01 holiday',
      '2027-05-02 holiday',
      '2027-06-09 holiday',
    ])
    const changed = await bureau.patch(`/api/calendar-days/${open[0]!.id}`, {
      kind: 'holiday',
      note: '清明节',
    })
    expect([changed.status, changed.body]).toMatchObject([200, { isConfirmed: true, note: '清明节' }])
    const before = await bureau.post('/api/terms', {
      regionCode: '1402',
      schoolYear: 2025,
      name: '2026年春季学期',
      nameEn: 'Spring term 2026',
      startsOn: '2026-03-02',
      endsOn: '2026-07-10',
    })
    expect(before.body.unannouncedYears).toEqual([])
  })

  it('are read by the schools of their region, and by no other city', async () => {
    const term = await test.world.term()
    const school = await test.world.school({ regionCode: '140213' })
    const teacher = await test.as(await test.world.user('teacher', { school }))
    const read = await teacher.get(`/api/terms/${term.id}`)
    expect([read.status, read.body]).toMatchObject([
      200,
      { id: term.id, regionCode: '1402', isCurrent: true },
    ])
    const listed = await teacher.get('/api/terms', { schoolYear: 2026, sort: 'name' })
    expect(listed.body.items).toContainEqual(read.body)
    const stranger = await test.as(await test.world.user('bureau_officer', { regionCode: '1101' }))
    expect((await stranger.get(`/api/terms/${term.id}`)).status).toBe(404)
    expect((await stranger.get('/api/calendar-days', { termId: term.id })).status).toBe(404)
    expect((await stranger.get('/api/terms')).body.total).toBe(0)
    expect((await teacher.get('/api/calendar-days')).body.fields).toMatchObject([{ field: 'termId' }])
    for (const path of ['terms', `terms/${term.id}`, `calendar-days?termId=${term.id}`])
      expect((await test.signedOut.get(`/api/${path}`)).status).toBe(401)
  })

  it('are made and changed by the bureau of their region only, once for each first day', async () => {
    const term = await test.world.term()
    const given = {
      regionCode: '1402',
      schoolYear: 2027,
      name: '2027年秋季学期',
      nameEn: 'Autumn 2027',
      startsOn: '2027-09-01',
      endsOn: '2028-01-14',
    }
    const [day] = await test.database.read.find(CalendarDay, { where: { termId: term.id }, take: 1 })
    const change = { kind: 'holiday', note: '停课' }
    const district = await test.as(await test.world.user('bureau_officer', { regionCode: '140213' }))
    const principal = await test.as(await test.world.user('principal'))
    expect((await district.post('/api/terms', given)).status).toBe(404)
    expect((await district.patch(`/api/calendar-days/${day!.id}`, change)).status).toBe(404)
    expect((await principal.post('/api/terms', given)).status).toBe(403)
    expect((await principal.patch(`/api/calendar-days/${day!.id}`, change)).status).toBe(403)
    expect(await test.database.read.findOneBy(CalendarDay, { id: day!.id })).toEqual(day)
    const bureau = await test.as(await test.world.user('bureau_officer', { regionCode: '1402' }))
    const code = async (body: object) => (await bureau.post('/api/terms', { ...given, ...body })).body.code
    expect(await code({ endsOn: '2027-08-31' })).toBe('organisation.term_dates_wrong')
    const answers = await Promise.all([1, 2].map(() => bureau.post('/api/terms', given)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
    expect(await code({})).toBe('organisation.term_exists')
    expect(await test.database.read.countBy(Term, { startsOn: '2027-09-01' })).toBe(1)
    expect((await bureau.patch(`/api/calendar-days/${day!.id}`, { kind: 'school_day' })).body.code).toBe(
      'organisation.weekday_followed_wrong',
    )
  })

  it('of a school are those of its region and the regions above it; of a school outside the scope there are none', async () => {
    const [city, district, other] = [
      await test.world.term({ regionCode: '1403', startsOn: '2026-09-01' }),
      await test.world.term({ regionCode: '140311', startsOn: '2026-09-02' }),
      await test.world.term({ regionCode: '140321', startsOn: '2026-09-03' }),
    ]
    const school = await test.world.school({ regionCode: '140311' })
    const bureau = await test.as(await test.world.user('bureau_officer', { regionCode: '1403' }))
    const idsOf = async (query: object) =>
      (await bureau.get('/api/terms', { sort: 'id', order: 'asc', ...query })).body.items.map(
        ({ id }: { id: number }) => id,
      )
    expect(await idsOf({})).toEqual([city.id, district.id, other.id])
    expect(await idsOf({ schoolId: school.id })).toEqual([city.id, district.id])
    expect(await idsOf({ schoolId: (await test.world.school()).id })).toEqual([])
    expect(await idsOf({ q: '秋季', schoolYear: 2026 })).toHaveLength(3)
    expect(await idsOf({ q: '春季' })).toEqual([])
  })
})
