import { TestApp } from '../../test/app.js'
import { readWorkbook } from '../platform/sheets/index.js'

// What the figures are is tested where they are made: coverage, money, today.
describe('the routes of the statistics', () => {
  let test: TestApp
  let termId: number
  beforeAll(async () => {
    test = await TestApp.start()
    termId = (await test.world.term()).id
  })
  afterAll(() => test.stop())

  const ofYear = { fiscalYear: 2026 }
  const clientOf = async (...given: Parameters<typeof test.world.user>) =>
    test.as(await test.world.user(...given))

  it('answer the own schools, on the page and as a workbook', async () => {
    const [school, other] = [await test.world.school(), await test.world.school()]
    const principal = await clientOf('principal', { school })
    const coverage = await principal.get('/api/statistics/coverage', { termId })
    expect([coverage.status, coverage.body.schools]).toMatchObject([200, [{ schoolId: school.id }]])
    const money = await principal.get('/api/statistics/money', ofYear)
    expect([money.status, money.body.schoolsWithout]).toEqual([200, [school.name]])
    const today = await principal.get('/api/statistics/today', { termId })
    expect([today.status, today.body]).toMatchObject([200, { today: '2026-11-20', schoolCount: 1 }])
    for (const [path, query] of [
      ['coverage', { termId }],
      ['money', ofYear],
    ] as const) {
      const { raw } = await principal.get(`/api/statistics/${path}/export.xlsx`, query)
      const cells = readWorkbook(raw, `${path}.xlsx`).sheets[0]!.rows.flatMap((row) => row.cells)
      expect([cells[0], cells.includes('合计'), cells.includes(other.name)]).toEqual(['学校', true, false])
    }
  })

  it('answer whoever may read them; what waits today is asked by everybody', async () => {
    const school = await test.world.school()
    const teacher = await clientOf('teacher', { school })
    for (const [path, query] of [
      ['coverage', { termId }],
      ['coverage/export.xlsx', { termId }],
      ['money', ofYear],
      ['money/export.xlsx', ofYear],
    ] as const) {
      expect((await teacher.get(`/api/statistics/${path}`, query)).status).toBe(403)
      expect((await test.signedOut.get(`/api/statistics/${path}`, query)).status).toBe(401)
    }
    expect((await teacher.get('/api/statistics/today')).body).toMatchObject({ waiting: [] })
    expect((await test.signedOut.get('/api/statistics/today')).status).toBe(401)
  })

  it.each([
    ['coverage', 'termId', {}],
    ['coverage/export.xlsx', 'asOf', { termId: 1, asOf: '2026-02-30' }],
    ['money', 'fiscalYear', { fiscalYear: 1999 }],
    ['money/export.xlsx', 'schoolId', { ...ofYear, schoolId: 'x' }],
    ['today', 'termId', { termId: 'x' }],
  ])('of %s say that %s is wrong', async (path, field, query: Record<string, string | number>) => {
    const bureau = await clientOf('bureau_officer')
    const { status, body } = await bureau.get(`/api/statistics/${path}`, query)
    expect([status, body.fields.map((each: { field: string }) => each.field)]).toEqual([400, [field]])
  })
})
