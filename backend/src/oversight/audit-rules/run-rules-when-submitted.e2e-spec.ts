/** What is handed in has been looked at before anybody judges it: nobody has asked the rules to run. */
import { TestApp } from '../../../test/app.js'
import { allotted, type FundedSchool, fundedSchool, fundPolicy, paid } from '../../../test/funding-world.js'

describe('the audit rules look at what is submitted', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  /** The rules that have found something at the school, as its principal sees it. */
  const foundAt = async (funded: FundedSchool): Promise<string[]> =>
    (await funded.principal.get('/api/findings', { isThere: 'yes', pageSize: 200 })).body.items.map(
      ({ rule }: { rule: string }) => rule,
    )
  const submit = async (funded: FundedSchool, path: string) =>
    expect((await funded.officer.post(`/api/${path}/submit`)).body.status).toBe('submitted')
  const given = (funded: FundedSchool) => ({
    schoolId: funded.school.id,
    fundId: funded.fund.id,
    fiscalYear: 2026,
  })

  it('a declaration', async () => {
    const funded = await fundedSchool(test, 1)
    const { id } = (await funded.officer.post('/api/declarations', given(funded))).body
    expect(await foundAt(funded)).toEqual([])
    await submit(funded, `declarations/${id}`)
    expect(await foundAt(funded)).toEqual(['small_class'])
  })

  it('an estimate', async () => {
    const funded = await fundedSchool(test, 1)
    const { school } = funded
    const slot = await test.world.slot({ school })
    const section = await test.world.section({ school })
    const other = await test.world.section({ school, teacherId: section.teacherId })
    for (const each of [section, other])
      await test.world.session({ section: each, slot, heldOn: '2026-11-16' })
    const { id } = (await funded.officer.post('/api/estimates', { ...given(funded), fiscalYear: 2027 })).body
    expect(await foundAt(funded)).toEqual([])
    await submit(funded, `estimates/${id}`)
    expect(await foundAt(funded)).toEqual(['teacher_twice'])
  })

  it('a settlement', async () => {
    const funded = await fundedSchool(test, 1)
    await fundPolicy(test, funded.fund, { leftover: 'carry' })
    const [allotmentId] = await allotted(test, funded)
    await paid(funded, {
      allotmentId: allotmentId!,
      amountFen: 10_000,
      account: 'E500',
      payee: '李老师',
      lessonCount: 2,
    })
    const { id } = (await funded.officer.post('/api/settlements', given(funded))).body
    expect(await foundAt(funded)).toEqual(['small_class'])
    await submit(funded, `settlements/${id}`)
    expect((await foundAt(funded)).sort()).toEqual(['hours_beyond_sessions', 'small_class'])
  })
})
