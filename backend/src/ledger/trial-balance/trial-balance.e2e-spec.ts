import { TestApp } from '../../../test/app.js'
import { allotted, fundedSchool, paid, sentToBank } from '../../../test/funding-world.js'
import { readWorkbook } from '../../platform/sheets/index.js'

describe('the trial balance', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('adds up by account for a school and for a region, up to a month, and goes into a sheet', async () => {
    const [one, two] = [await fundedSchool(test, 1), await fundedSchool(test, 2)]
    for (const funded of [one, two]) {
      const [allotmentId] = await allotted(test, funded)
      await paid(funded, { allotmentId: allotmentId!, amountFen: 120_000 })
      await sentToBank(funded, { allotmentId: allotmentId!, amountFen: 5_000 })
    }
    const school = (await one.officer.get('/api/ledger/trial-balance')).body
    expect(school).toMatchObject({ isBalanced: true })
    expect(school.debitFen).toBe(school.creditFen)
    const of = (body: { lines: { account: string }[] }, account: string) =>
      body.lines.find((line) => line.account === account)
    expect(of(school, 'E530')).toMatchObject({
      debitFen: 120_000,
      creditFen: 0,
      balanceFen: 120_000,
      financial: '5001-02',
      budget: '7201',
      isMappingVerified: false,
    })
    expect(of(school, 'A110')).toMatchObject({ balanceFen: 1_000_000 - 120_000 })
    // About money alone: what is declared or set aside is none.
    expect(school.lines.map(({ account }: { account: string }) => account)).toEqual(['A110', 'R400', 'E530'])
    const region = (await one.bureau.get('/api/ledger/trial-balance')).body
    expect(of(region, 'E530')).toMatchObject({ balanceFen: 240_000 })
    expect(of(region, 'R400')).toMatchObject({ balanceFen: -3_000_000 })
    // A year in which nothing was posted, and not "all years".
    expect((await one.bureau.get('/api/ledger/trial-balance', { fiscalYear: 2000 })).body.lines).toEqual([])
    expect((await one.bureau.get('/api/ledger/trial-balance', { fiscalYear: 0 })).status).toBe(400)
    expect((await one.bureau.get('/api/ledger/trial-balance', { untilMonth: '2026-10' })).body).toMatchObject(
      { lineCount: 0, lines: [] },
    )
    expect(
      (await one.bureau.get('/api/ledger/trial-balance', { untilMonth: '2026-11', fundId: one.fund.id })).body
        .lineCount,
    ).toBe(school.lineCount)
    expect(
      (await two.officer.get('/api/ledger/trial-balance', { schoolId: one.school.id })).body.lineCount,
    ).toBe(0)
    const sheet = readWorkbook((await one.officer.get('/api/ledger/trial-balance.xlsx')).raw, 't.xlsx')
      .sheets[0]!
    const [caption, , ...rows] = sheet.rows.map(({ cells }) => cells)
    expect(caption![0]).toMatch(/^试算平衡表 · .+ · 全部年度 · 单位：元$/)
    expect(rows).toHaveLength(school.lines.length + 1)
    expect(rows.at(-1)!.slice(0, 4)).toEqual(['合计', null, school.debitFen / 100, school.creditFen / 100])
    const teacher = await test.as(await test.world.user('teacher', { school: one.school }))
    expect((await teacher.get('/api/ledger/trial-balance')).status).toBe(403)
  })
})
