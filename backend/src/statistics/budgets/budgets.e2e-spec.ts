import { TestApp } from '../../../test/app.js'
import { asIf } from '../../../test/as-if.js'
import { accountOf, allotted, fundedSchool, paid } from '../../../test/funding-world.js'
import { Estimate } from '../../grants/index.js'
import type { Fund } from '../../entitlement/index.js'
import { leftOf, placedLines, readFigures, selectFigures } from '../../ledger/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'

interface Year {
  fiscalYear: number
  spentFen: number
}
interface Row {
  fundId: number
  schoolId: number | null
  account: string | null
  years: Year[]
}

describe('budgets', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  beforeEach(() => test.clock.set('2026-11-23T01:00:00Z'))
  afterAll(() => test.stop())

  /** One with an approved estimate of 20,000 yuan, one payment made and one waiting. */
  async function spending(fund?: Fund) {
    const funded = await fundedSchool(test, 2, fund)
    const { body } = await funded.officer.post('/api/estimates', {
      schoolId: funded.school.id,
      fundId: funded.fund.id,
      fiscalYear: 2026,
    })
    await asIf(test, [{ entity: 'estimate', id: body.id }], (tx) =>
      tx.update(Estimate, { id: body.id }, { status: 'approved' }),
    )
    const [first] = await allotted(test, funded)
    await paid(funded, { allotmentId: first!, amountFen: 300_050 })
    const waiting = await funded.officer.post('/api/payments', {
      lines: [{ allotmentId: first, amountFen: 100_000, account: 'E542' }],
      ...accountOf('电力公司'),
      reason: '电费',
    })
    expect((await funded.officer.post(`/api/payments/${waiting.body.id}/submit`)).status).toBe(200)
    return funded
  }
  const expected = {
    fiscalYear: 2026,
    estimatedFen: 2_000_000,
    appropriatedFen: 2_000_000,
    receivedFen: 2_000_000,
    carriedFen: 0,
    returnedFen: 0,
    committedFen: 100_000,
    spentFen: 300_050,
    leftFen: 1_599_950,
  }

  it('set what was planned beside what was given and spent, year by year, as the ledger says', async () => {
    const funded = await spending()
    const { body } = await funded.officer.get('/api/statistics/budgets', { yearCount: 5 })
    expect(body.fiscalYears).toEqual([2022, 2023, 2024, 2025, 2026])
    expect(body.rows).toMatchObject([{ fundId: funded.fund.id, schoolId: null, account: null }])
    expect(body.rows[0].years[4]).toEqual(expected)
    expect(body.rows[0].years[3]).toMatchObject({ estimatedFen: 0, receivedFen: 0, spentFen: 0, leftFen: 0 })
    expect(body.totals).toEqual(body.rows[0].years)
    const query = placedLines(test.database.read).where('line.schoolId = :id', { id: funded.school.id })
    query.select('1', 'one')
    selectFigures(query)
    const { received, carried, returned, committed, spent } = readFigures((await query.getRawOne())!)
    expect(expected).toMatchObject({
      receivedFen: received,
      spentFen: spent,
      committedFen: committed,
      leftFen: leftOf({
        receivedFen: received,
        carriedFen: carried,
        returnedFen: returned,
        committedFen: committed,
        spentFen: spent,
      }),
    })
  })

  it('are split by account and by school, and the parts add up', async () => {
    const one = await spending()
    const other = await spending(one.fund)
    const get = async (query: Record<string, string | number>, by = one.education) =>
      (await by.get('/api/statistics/budgets', { yearCount: 1, ...query })).body as {
        rows: Row[]
        totals: Year[]
      }
    const byAccount = (await get({ by: 'account', schoolId: one.school.id })).rows
    expect(byAccount.map(({ account, years }) => ({ account, ...years[0]! }))).toMatchObject([
      { account: 'E530', spentFen: 300_050, committedFen: 0, estimatedFen: null, leftFen: null },
      { account: 'E542', spentFen: 0, committedFen: 100_000 },
    ])
    const bySchool = (await get({ by: 'school' })).rows.filter((row) => row.fundId === one.fund.id)
    expect(bySchool.map((row) => row.schoolId).sort()).toEqual([one.school.id, other.school.id].sort())
    for (const row of bySchool) expect(row.years).toEqual([expected])
    const whole = (await get({})).rows.find((row) => row.fundId === one.fund.id)!
    expect(whole.years[0]!.spentFen).toBe(600_100)
    // Nothing of another school, whoever is asked about.
    expect(await get({ schoolId: other.school.id }, one.officer)).toMatchObject({
      rows: [],
      totals: [{ fiscalYear: 2026, spentFen: 0 }],
    })
    const stranger = await test.as(await test.world.user('principal'))
    expect((await get({ by: 'school' }, stranger)).rows).toEqual([])
  })

  it('come as a sheet with title, unit, totals and the same figures', async () => {
    const funded = await spending()
    const { raw } = await funded.officer.get('/api/statistics/budgets/export.xlsx', { yearCount: 2 })
    const rows = readWorkbook(raw, 'budgets.xlsx').sheets[0]!.rows.map(({ cells }) => cells)
    expect(String(rows[0]![0])).toBe(`预算执行对比 · ${funded.school.name} · 2026-11-23 · 单位：元`)
    expect(rows[1]).toEqual(['资金', '项目', '2025', '2026'])
    expect(rows.find((row) => row[1] === '支出')).toEqual([funded.fund.name, '支出', 0, 3000.5])
    expect(rows.filter((row) => row[0] === '合计').at(-1)).toEqual(['合计', '剩余', 0, 15_999.5])
    const asked = (query: Record<string, string | number>) =>
      funded.officer.get('/api/statistics/budgets/export.xlsx', query)
    expect((await asked({ by: 'account' })).status).toBe(200)
    const elsewhere = await test.world.school()
    expect((await asked({ schoolId: elsewhere.id })).status).toBe(404)
    expect((await funded.officer.get('/api/statistics/budgets', { yearCount: 6 })).status).toBe(400)
    const teacher = await test.as(await test.world.user('teacher', { school: funded.school }))
    expect((await teacher.get('/api/statistics/budgets')).status).toBe(403)
  })
})
