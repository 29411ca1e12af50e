import { TestApp } from '../../../test/app.js'
import { accountOf, allotted, fundedSchool, paid } from '../../../test/funding-world.js'
import { readWorkbook } from '../../platform/sheets/index.js'

describe('money by school', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('adds up the ledger by school and fund, and names who has nothing', async () => {
    const funded = await fundedSchool(test, 2)
    const [first] = await allotted(test, funded)
    await paid(funded, { allotmentId: first!, amountFen: 300_050 })
    const waiting = await funded.officer.post('/api/payments', {
      lines: [{ allotmentId: first, amountFen: 100_000, account: 'E530' }],
      ...accountOf('材料店'),
      reason: '剪纸材料一批',
    })
    expect((await funded.officer.post(`/api/payments/${waiting.body.id}/submit`)).status).toBe(200)
    const without = await test.world.school({ name: '无经费小学' })
    const expected = {
      entitledFen: 2_000_000,
      declaredFen: 2_000_000,
      approvedFen: 2_000_000,
      receivedFen: 2_000_000,
      carriedFen: 0,
      returnedFen: 0,
      committedFen: 100_000,
      spentFen: 300_050,
      leftFen: 1_599_950,
    }
    const city = (await funded.education.get('/api/statistics/money', { fiscalYear: 2026 })).body
    expect(city.schools).toEqual([
      expect.objectContaining({
        schoolId: funded.school.id,
        regionCode: '140213',
        fundId: funded.fund.id,
        classCount: 2,
        ...expected,
      }),
    ])
    expect(city.totals).toEqual(expected)
    expect(city.schoolsWithout).toContain(without.name)
    expect((await funded.officer.get('/api/statistics/money', { fiscalYear: 2026 })).body).toMatchObject({
      totals: expected,
      schoolsWithout: [],
    })
    expect((await funded.officer.get('/api/statistics/money', { fiscalYear: 2025 })).body).toMatchObject({
      schools: [],
      schoolsWithout: [funded.school.name],
    })
    const stranger = await test.as(await test.world.user('principal', { school: without }))
    expect((await stranger.get('/api/statistics/money', { fiscalYear: 2026 })).body).toMatchObject({
      schools: [],
      schoolsWithout: ['无经费小学'],
      totals: { receivedFen: 0 },
    })
    expect(
      (await stranger.get('/api/statistics/money', { fiscalYear: 2026, schoolId: funded.school.id })).body
        .schools,
    ).toEqual([])
    const rows = readWorkbook(
      (await funded.education.get('/api/statistics/money/export.xlsx', { fiscalYear: 2026 })).raw,
      'money.xlsx',
    ).sheets[0]!.rows.map(({ cells }) => cells)
    expect(rows[1]).toEqual([
      funded.school.name,
      '课后看护经费',
      2,
      20_000,
      20_000,
      20_000,
      20_000,
      0,
      0,
      1000,
      3000.5,
      15_999.5,
    ])
    expect(rows[2]!.slice(3)).toEqual([20_000, 20_000, 20_000, 20_000, 0, 0, 1000, 3000.5, 15_999.5])
  })

  it('asks for a year and the permission', async () => {
    const school = await test.world.school()
    const principal = await test.as(await test.world.user('principal', { school }))
    expect((await principal.get('/api/statistics/money')).status).toBe(400)
    expect((await principal.get('/api/statistics/money', { fiscalYear: 1999 })).status).toBe(400)
    const teacher = await test.as(await test.world.user('teacher', { school }))
    expect((await teacher.get('/api/statistics/money', { fiscalYear: 2026 })).status).toBe(403)
    expect((await test.signedOut.get('/api/statistics/money/export.xlsx', { fiscalYear: 2026 })).status).toBe(
      401,
    )
  })
})
