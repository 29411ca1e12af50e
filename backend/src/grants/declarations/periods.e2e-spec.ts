import { TestApp } from '../../../test/app.js'
import {
  approveSubmitted,
  type FundedSchool,
  fundedSchool,
  fundPolicy,
  issuedNotice,
} from '../../../test/funding-world.js'
import { FundPolicy, FundingStandard } from '../../entitlement/index.js'
import { fen } from '../../platform/money.js'
import { Claim } from '../appropriations/claim.entity.js'
import { verifyGrants } from '../verify-grants.js'
import { declarationPaper } from './declaration-paper.js'

describe('declarations by period', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
    await test.world.term()
    await test.world.term({
      name: '2026年春季学期',
      nameEn: 'Spring 2026',
      schoolYear: 2025,
      startsOn: '2026-02-24',
      endsOn: '2026-07-10',
    })
  })
  afterAll(() => test.stop())

  /** Two classes of each school year, 10,000.01 yuan a class and year. */
  const schoolWith = async (declarationPeriod: FundPolicy['declarationPeriod']): Promise<FundedSchool> => {
    const funded = await fundedSchool(test, 2)
    await test.database.transaction((tx) =>
      tx.update(FundingStandard, { fundId: funded.fund.id }, { amountFen: fen(1_000_001) }),
    )
    await fundPolicy(test, funded.fund, { declarationPeriod })
    for (const number of [1, 2]) {
      const homeClass = await test.world.homeClass({ school: funded.school, number, schoolYear: 2025 })
      await test.world.student({ school: funded.school, homeClass })
    }
    return funded
  }
  const declare = (funded: FundedSchool, rest: object = {}) =>
    funded.officer.post('/api/declarations', {
      schoolId: funded.school.id,
      fundId: funded.fund.id,
      fiscalYear: 2026,
      ...rest,
    })
  const periods = async (funded: FundedSchool) =>
    (
      await funded.officer.get('/api/declarations/periods', {
        schoolId: funded.school.id,
        fundId: funded.fund.id,
        fiscalYear: 2026,
      })
    ).body
  const setPeriod = (funded: FundedSchool, declarationPeriod: FundPolicy['declarationPeriod']) =>
    test.database.transaction((tx) =>
      tx.update(FundPolicy, { fundId: funded.fund.id }, { declarationPeriod }),
    )

  it('has one for each half, together exactly the year, and everything after it adds up', async () => {
    const funded = await schoolWith('half')
    const unsaid = await declare(funded)
    expect([unsaid.status, unsaid.body.message]).toEqual([
      422,
      '“课后看护经费”按半年申报，请选择 2026 年上半年或下半年。',
    ])
    expect((await declare(funded, { periodKey: '2026:09' })).body.code).toBe('funding.period_by_half')
    expect((await declare(funded, { periodKey: '2026:H3' })).status).toBe(400)
    const first = await declare(funded, { periodKey: '2026:H1' })
    expect(first.body).toMatchObject({
      periodKey: '2026:H1',
      periodKind: 'half',
      periodName: '2026年上半年',
      fromMonth: 1,
      toMonth: 6,
      countedOn: '2026-06-30',
      amountFen: 1_000_002,
    })
    expect(first.body.sentences[0]).toBe('2 个班 × 10,000.01 元 × 6/12 = 10,000.01 元')
    const again = await declare(funded, { periodKey: '2026:H1' })
    expect([again.status, again.body.code]).toEqual([409, 'funding.declaration_exists'])
    const second = await declare(funded, { periodKey: '2026:H2' })
    expect(second.body).toMatchObject({ countedOn: '2026-10-01', amountFen: 1_000_000, chain: [{}] })
    expect(await periods(funded)).toMatchObject({
      kind: 'half',
      periods: [{ declarationId: first.body.id }, { declarationId: second.body.id }],
      serviceSharePerMille: 1000,
    })
    const paper = declarationPaper(second.body, '2026-11-20', 'zh')
    expect([paper.title, JSON.stringify(paper.blocks[0])]).toEqual([
      '2026年下半年课后看护经费申报表',
      expect.stringContaining('申报期：2026年下半年（7 月至 12 月）'),
    ])
    for (const { id } of [first.body, second.body])
      await funded.officer.post(`/api/declarations/${id}/submit`)
    for (const { id } of [first.body, second.body]) await approveSubmitted(test, funded, id)
    expect(await test.database.read.findBy(Claim, { schoolId: funded.school.id })).toMatchObject([
      { approvedFen: 2_000_002 },
    ])
    const notice = await issuedNotice(funded)
    expect(notice.lines).toMatchObject([{ schoolId: funded.school.id, amountFen: 2_000_002, classCount: 2 }])
    expect((await funded.officer.post(`/api/receipts/${notice.lines[0]!.id}/receive`)).status).toBe(200)
    const board = await funded.officer.get('/api/funding/board', {
      schoolId: funded.school.id,
      fiscalYear: 2026,
    })
    const entitled = (board.body.rows as { figures: { entitledFen: number } }[]).map(
      ({ figures }) => figures.entitledFen,
    )
    expect(entitled.sort()).toEqual([0, 500_000, 500_000, 500_001, 500_001])
    expect(await verifyGrants(test.database.read, funded.school.id)).toEqual([])
    await test.database.transaction((tx) =>
      tx.query('UPDATE declaration SET fromMonth = 6 WHERE id = ?', [second.body.id]),
    )
    expect((await verifyGrants(test.database.read, funded.school.id)).join()).toMatch(
      /it is not what was handed in.*have a month in common/,
    )
  })

  it('has no month twice: a year excludes a term after it, and a term the year', async () => {
    const funded = await schoolWith('year')
    const year = await declare(funded)
    expect(year.body).toMatchObject({ periodKey: '2026', amountFen: 2_000_002 })
    await setPeriod(funded, 'term')
    const [, autumn] = (await periods(funded)).periods
    expect(autumn).toMatchObject({ fromMonth: 8, toMonth: 12, declarationId: year.body.id })
    const late = await declare(funded, { periodKey: autumn.key })
    expect([late.status, late.body.message]).toEqual([
      409,
      '“课后看护经费”已有2026年度的申报，包括 1 月至 12 月；同一个月不能申报两次，不能再申报2026年秋季学期。',
    ])
    // Whoever has declared the year is not reminded of one of its terms.
    const shown = await funded.officer.get('/api/declarations/overview', {
      fundId: funded.fund.id,
      fiscalYear: 2026,
      periodKey: autumn.key,
      schoolId: funded.school.id,
    })
    expect(shown.body.items).toMatchObject([{ declarationId: year.body.id, amountFen: 2_000_002 }])
    const other = await schoolWith('term')
    const term = await declare(other, { periodKey: (await periods(other)).periods[1].key })
    expect(term.body).toMatchObject({ periodName: '2026年秋季学期', fromMonth: 8, amountFen: 833_334 })
    await setPeriod(other, 'year')
    const whole = await declare(other)
    expect([whole.status, whole.body.code]).toEqual([409, 'funding.period_in_the_way'])
    expect(whole.body.message).toContain('2026年秋季学期')
  })

  it('lets one of two through that begin at one instant, of the same period or of two with a month in common', async () => {
    const funded = await schoolWith('month')
    const twice = await Promise.all(['2026:09', '2026:09'].map((periodKey) => declare(funded, { periodKey })))
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(twice.find(({ status }) => status === 409)!.body.message).toMatch(
      /^2026年9月“课后看护经费”已有申报/,
    )
    expect((await declare(funded, { periodKey: '2026:10' })).status).toBe(201)
  })

  it('supplements its own period alone, with the share of the year', async () => {
    const funded = await schoolWith('half')
    const ids: number[] = []
    for (const periodKey of ['2026:H1', '2026:H2']) {
      const { id } = (await declare(funded, { periodKey })).body
      await funded.officer.post(`/api/declarations/${id}/submit`)
      await approveSubmitted(test, funded, id)
      ids.push(id)
    }
    const fresh = await test.world.homeClass({ school: funded.school, number: 9 })
    await test.world.student({ school: funded.school, homeClass: fresh })
    const supplement = (id: number) =>
      funded.officer.post(`/api/declarations/${id}/supplement`, { reason: '增加一个班' })
    expect((await supplement(ids[0]!)).body.code).toBe('funding.no_difference')
    const made = await supplement(ids[1]!)
    expect(made.body).toMatchObject({
      periodKey: '2026:H2',
      sequence: 1,
      supplementsId: ids[1],
      amountFen: 500_000,
      chain: [{ id: ids[1] }, { sequence: 1 }],
    })
    expect((await funded.officer.get(`/api/declarations/${ids[1]}/recompute`)).body.agrees).toBe(true)
    const row = async (rest: object) =>
      (
        await funded.officer.get('/api/declarations/overview', {
          fundId: funded.fund.id,
          fiscalYear: 2026,
          schoolId: funded.school.id,
          ...rest,
        })
      ).body.items[0]
    expect(await row({})).toMatchObject({
      declarationId: made.body.id,
      periodName: '2026年下半年',
      declaredCount: 3,
    })
    expect(await row({ periodKey: '2026:H1' })).toMatchObject({
      declarationId: ids[0],
      amountFen: 1_000_002,
      registerCount: 2,
      declaredCount: 2,
      isRegisterDifferent: false,
    })
    const listed = await funded.officer.get('/api/declarations', {
      schoolId: funded.school.id,
      periodKey: '2026:H1',
    })
    expect(listed.body.items).toMatchObject([{ id: ids[0] }])
  })

  it('is by term where the standard is, and the year has one share for the service', async () => {
    const school = await test.world.school({ stage: 'junior_secondary' })
    const fund = await test.world.fund({
      purposes: [{ stage: 'junior_secondary', service: 'after_school_junior', other: 'school_general' }],
    })
    await test.world.standard({
      fund,
      stage: 'junior_secondary',
      model: 'per_enrolled',
      unit: 'term',
      amountFen: fen(35_000),
    })
    for (const schoolYear of [2025, 2026]) {
      const homeClass = await test.world.homeClass({ school, schoolYear })
      await test.world.student({ school, homeClass })
    }
    const funded = {
      school,
      fund,
      officer: await test.as(await test.world.user('school_finance_officer', { school })),
    }
    const { kind, periods: offered } = await periods(funded as FundedSchool)
    expect([kind, offered.length]).toEqual(['term', 2])
    for (const [index, { key: periodKey }] of offered.entries()) {
      const given = { periodKey, ...(index === 0 ? { serviceSharePerMille: 400 } : {}) }
      expect((await declare(funded as FundedSchool, given)).body).toMatchObject({
        amountFen: 35_000,
        serviceSharePerMille: 400,
      })
    }
    const [{ declarationId }] = (await periods(funded as FundedSchool)).periods
    const other = await funded.officer.patch(`/api/declarations/${declarationId}`, {
      serviceSharePerMille: 500,
    })
    expect([other.status, other.body.code]).toEqual([422, 'funding.share_of_year'])
    await fundPolicy(test, fund, { declarationPeriod: 'half' })
    const half = await declare(funded as FundedSchool, { periodKey: '2026:H1' })
    expect([half.status, half.body.code]).toEqual([422, 'funding.standard_by_term'])
  })
})
