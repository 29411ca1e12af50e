import { TestApp } from '../../../test/app.js'

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
