import { TestApp } from '../../../test/app.js'
import { fundedSchool } from '../../../test/funding-world.js'
import { fen } from '../../platform/money.js'
import { FundingStandard } from './funding-standard.entity.js'

describe('standards that change within a year', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('hold for their months where the policy says so, and by the count day where it does not', async () => {
    const funded = await fundedSchool(test, 24)
    const { school, fund } = funded
    const officer = await test.as(await test.world.user('education_finance_officer'))
    const { body: known } = await officer.get('/api/funding-standards', { fundId: fund.id })
    expect(known.total).toBe(1)
    await test.database.transaction(async (tx) => {
      await tx.update(FundingStandard, { fundId: fund.id }, { roundAt: 'school', validToOn: '2026-08-31' })
      const [old] = await tx.findBy(FundingStandard, { fundId: fund.id })
      const { id: _id, ...same } = old!
      await tx.insert(FundingStandard, {
        ...same,
        amountFen: fen(1_200_000),
        validFromOn: '2026-09-01',
        validToOn: null,
        version: 2,
      })
    })
    const entitled = async () =>
      (
        await officer.get('/api/funding-standards/entitlement', {
          schoolId: school.id,
          fundId: fund.id,
          fiscalYear: 2026,
        })
      ).body
    expect((await entitled()).totalFen).toBe(28_800_000)
    const policy = {
      fundId: fund.id,
      publicationWorkdays: 5,
      leftover: 'carry',
      standardsBy: 'time',
      validFromOn: '2026-01-01',
      issuer: '市财政局',
      documentNumber: '财教〔2026〕8号',
    }
    expect((await officer.post('/api/fund-policies', policy)).body).toMatchObject({ standardsBy: 'time' })
    const byTime = await entitled()
    expect(byTime.totalFen).toBe(25_600_000)
    expect(byTime.sentences.join()).toContain('8/12')
    const declaration = await funded.officer.post('/api/declarations', {
      schoolId: school.id,
      fundId: fund.id,
      fiscalYear: 2026,
    })
    expect(declaration.body.amountFen).toBe(25_600_000)
    expect((await officer.get(`/api/declarations/${declaration.body.id}/recompute`)).body.agrees).toBe(true)
  })
})
