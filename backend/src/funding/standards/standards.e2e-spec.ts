import { TestApp } from '../../../test/app.js'
import { FundingStandard } from './funding-standard.entity.js'

describe('funds and standards', () => {
  let test: TestApp
  beforeAll(async () => { test = await TestApp.start() })
  afterAll(() => test.stop())

  const purposes = [{ stage: 'primary', service: 'after_school_primary' }]
  const standard = (fundId: number) => ({ fundId, stage: 'primary', amountFen: 1_000_000, months: 12, countDay: '09-30', validFromOn: '2026-01-01', issuer: '市财政局', documentNumber: '财教〔2026〕1号' })

  it('are set by the education finance officer of the region and used by its schools', async () => {
    const officer = await test.as(await test.world.user('education_finance_officer'))
    const fund = await officer.post('/api/funds', { code: 'CARE', name: '看护经费', nameEn: 'Care fund', purposes })
    expect(fund.body).toMatchObject({ regionCode: '1402', purposes: [{ stage: 'primary', service: 'after_school_primary', other: null }] })
    expect((await officer.post('/api/funds', { code: 'CARE', name: '看护经费', nameEn: 'Care fund', purposes })).body.code).toBe('funding.fund_exists')
    const made = await officer.post('/api/funding-standards', standard(fund.body.id))
    expect(made.body).toMatchObject({ fundName: '看护经费', unit: 'per_class_year', amountFen: 1_000_000, validToOn: null })
    expect(await test.database.read.findOneBy(FundingStandard, { id: made.body.id })).toMatchObject({ countDay: '09-30' })
    expect((await officer.post('/api/funding-standards', standard(fund.body.id))).body.code).toBe('funding.standard_exists')
    const school = await test.world.school()
    await test.world.homeClass({ school })
    const finance = await test.as(await test.world.user('school_finance_officer', { school }))
    expect((await finance.post('/api/declarations', { schoolId: school.id, fundId: fund.body.id, fiscalYear: 2026 })).body.amountFen).toBe(1_000_000)
  })

  it('refuse what does not fit', async () => {
    const officer = await test.as(await test.world.user('education_finance_officer'))
    const fund = await test.world.fund()
    const wrong = async (change: object) => (await officer.post('/api/funding-standards', { ...standard(fund.id), ...change })).body
    expect((await wrong({ stage: 'junior_secondary' })).code).toBe('funding.fund_not_for_stage')
    expect((await wrong({ validToOn: '2025-12-31' })).code).toBe('funding.standard_dates_wrong')
    expect((await wrong({ countDay: '02-31', amountFen: 0.5 })).fields).toHaveLength(2)
    const elsewhere = await test.as(await test.world.user('education_finance_officer', { regionCode: '11' }))
    expect((await elsewhere.post('/api/funding-standards', standard(fund.id))).status).toBe(404)
    const school = await test.as(await test.world.user('school_finance_officer'))
    expect((await school.post('/api/funding-standards', standard(fund.id))).status).toBe(403)
  })
})
