import { TestApp } from '../../../test/app.js'
import { allotted, type FundedSchool, fundedSchool, paid, sentToBank } from '../../../test/funding-world.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { LedgerChain } from '../entries/ledger-chain.entity.js'
import { LedgerEntry } from '../entries/ledger-entry.entity.js'
import { LedgerPeriod } from './ledger-period.entity.js'
import { verifyLedger } from '../entries/verify-ledger.js'

describe('the months of a ledger', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())
  afterEach(() => test.clock.set('2026-11-20T08:00:00Z'))

  const at = async (now: string, funded: FundedSchool) => {
    test.clock.set(now)
    return {
      officer: await test.as(await test.world.user('school_finance_officer', { school: funded.school })),
      principal: await test.as(await test.world.user('principal', { school: funded.school })),
      centre: await test.as(await test.world.user('finance_bureau_officer')),
    }
  }

  it('are listed with entries, sums and what is committed, and closed in order with the end of the chain', async () => {
    const funded = await fundedSchool(test, 1)
    const schoolId = funded.school.id
    const [allotmentId] = await allotted(test, funded)
    await sentToBank(funded, { allotmentId: allotmentId!, amountFen: 30_000 })
    const { officer } = await at('2027-01-05T02:00:00Z', funded)
    const months = (await officer.get('/api/ledger-periods', { schoolId })).body
    const count = await test.database.read.countBy(LedgerEntry, { schoolId })
    expect(months).toMatchObject([
      { month: '2027-01', entryCount: 0, actions: [] },
      { month: '2026-12', entryCount: 0, committedFen: 30_000, actions: [] },
      { month: '2026-11', entryCount: count, committedFen: 30_000, status: 'open', actions: ['close'] },
    ])
    const close = (month: string) => officer.post('/api/ledger-periods/close', { schoolId, month })
    expect((await close('2027-01')).body.code).toBe('funding.period_not_over')
    expect((await close('2026-12')).body).toMatchObject({
      code: 'funding.period_order',
      params: { month: '2026-11' },
    })
    expect((await close('2026-09')).body.code).toBe('funding.period_nothing')
    const chain = await test.database.read.findOneByOrFail(LedgerChain, { schoolId })
    expect((await close('2026-11')).body).toMatchObject({
      status: 'closed',
      closingSequence: chain.lastSequence,
      closingHash: chain.lastHash,
      actions: [],
    })
    expect(await test.database.read.findOneBy(LedgerPeriod, { schoolId, month: '2026-11' })).toMatchObject({
      status: 'closed',
      closingSequence: chain.lastSequence,
      closingHash: chain.lastHash,
    })
    expect((await close('2026-11')).status).toBe(409)
    expect((await close('2026-12')).status).toBe(200)
  })

  it('take no entry once closed, and are opened again by the principal with a reason, the last one first', async () => {
    const funded = await fundedSchool(test, 1)
    const schoolId = funded.school.id
    const [allotmentId] = await allotted(test, funded)
    const payment = await sentToBank(funded, { allotmentId: allotmentId!, amountFen: 30_000 })
    const { officer, principal } = await at('2027-01-05T02:00:00Z', funded)
    for (const month of ['2026-11', '2026-12'])
      await officer.post('/api/ledger-periods/close', { schoolId, month })
    const settled = await officer.post(`/api/payments/${payment}/settle`, { paidOn: '2026-11-30' })
    expect([settled.status, settled.body.code, settled.body.params]).toEqual([
      422,
      'funding.period_closed',
      { month: '2026-11' },
    ])
    const reopen = (client: typeof officer, month: string, comment = '漏记一笔') =>
      client.post('/api/ledger-periods/reopen', { schoolId, month, comment })
    expect((await reopen(officer, '2026-12')).status).toBe(403)
    expect((await reopen(principal, '2026-12', '')).status).toBe(400)
    expect((await reopen(principal, '2026-11')).body).toMatchObject({
      code: 'funding.period_later_closed',
      params: { month: '2026-12' },
    })
    expect((await reopen(principal, '2026-10')).body.code).toBe('funding.period_never_closed')
    for (const month of ['2026-12', '2026-11'])
      expect((await reopen(principal, month)).body).toMatchObject({
        status: 'open',
        closingSequence: expect.any(Number),
      })
    expect((await officer.post(`/api/payments/${payment}/settle`, { paidOn: '2026-11-30' })).status).toBe(200)
    const { id } = await test.database.read.findOneByOrFail(LedgerPeriod, { schoolId, month: '2026-11' })
    expect(
      (await principal.get('/api/transitions', { entity: 'ledger_period', entityId: id })).text,
    ).toContain('漏记一笔')
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })

  it('never have an entry after their closing, when they are closed while others post', async () => {
    const funded = await fundedSchool(test, 1)
    const schoolId = funded.school.id
    const [allotmentId] = await allotted(test, funded)
    const payments: number[] = []
    for (let count = 0; count < 8; count += 1)
      payments.push(await sentToBank(funded, { allotmentId: allotmentId!, amountFen: 1000 }))
    const { officer } = await at('2026-12-05T02:00:00Z', funded)
    const settle = (id: number) => officer.post(`/api/payments/${id}/settle`, { paidOn: '2026-11-30' })
    const [closed, ...settled] = await Promise.all([
      officer.post('/api/ledger-periods/close', { schoolId, month: '2026-11' }),
      ...payments.map(settle),
    ])
    expect(closed.status).toBe(200)
    for (const answer of settled) expect([200, 422]).toContain(answer.status)
    const late = await test.database.read
      .createQueryBuilder(LedgerEntry, 'entry')
      .where("entry.schoolId = :schoolId AND entry.accountedOn < '2026-12-01' AND entry.sequence > :end", {
        schoolId,
        end: closed.body.closingSequence,
      })
      .getCount()
    expect(late).toBe(0)
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })

  it('belong to their school', async () => {
    const funded = await fundedSchool(test, 1)
    await allotted(test, funded)
    const { officer, principal } = await at('2027-01-05T02:00:00Z', await fundedSchool(test, 1))
    expect((await officer.get('/api/ledger-periods', { schoolId: funded.school.id })).status).toBe(404)
    expect((await officer.get('/api/ledger-periods')).status).toBe(400)
    expect(
      (await officer.post('/api/ledger-periods/close', { schoolId: funded.school.id, month: '2026-11' }))
        .status,
    ).toBe(404)
    expect(
      (await officer.post('/api/ledger-periods/close', { schoolId: funded.school.id, month: '2026-13' })).body
        .fields[0].field,
    ).toBe('month')
    expect(
      (await principal.post('/api/ledger-periods/close', { schoolId: funded.school.id, month: '2026-10' }))
        .status,
    ).toBe(403)
  })
})

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
    expect(of(school, 'M200')).toMatchObject({
      debitFen: 125_000,
      creditFen: 120_000,
      balanceFen: 5_000,
      isMappingVerified: true,
    })
    const region = (await one.bureau.get('/api/ledger/trial-balance')).body
    expect(of(region, 'E530')).toMatchObject({ balanceFen: 240_000 })
    expect(of(region, 'R400')).toMatchObject({ balanceFen: -3_000_000 })
    expect((await one.bureau.get('/api/ledger/trial-balance', { untilMonth: '2026-10' })).body).toMatchObject(
      { entryCount: 0, lines: [] },
    )
    expect(
      (await one.bureau.get('/api/ledger/trial-balance', { untilMonth: '2026-11', fundId: one.fund.id })).body
        .entryCount,
    ).toBe(school.entryCount)
    expect(
      (await two.officer.get('/api/ledger/trial-balance', { schoolId: one.school.id })).body.entryCount,
    ).toBe(0)
    const sheet = readWorkbook((await one.officer.get('/api/ledger/trial-balance.xlsx')).raw, 't.xlsx')
      .sheets[0]!
    expect(sheet.rows).toHaveLength(school.lines.length + 1)
    const teacher = await test.as(await test.world.user('teacher', { school: one.school }))
    expect((await teacher.get('/api/ledger/trial-balance')).status).toBe(403)
  })

  it('opens an entry with its source and what took it back', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const payment = await paid(funded, { allotmentId: allotmentId!, amountFen: 100 })
    const entries = (
      await funded.officer.get('/api/ledger-entries', { sourceEntity: 'payment', sourceId: payment })
    ).body.items
    const by = (kind: string) => entries.find((entry: { kind: string }) => entry.kind === kind)
    expect((await funded.officer.get(`/api/ledger-entries/${by('commit').id}`)).body).toMatchObject({
      reversedByEntryId: by('un-commit').id,
      sourceEntity: 'payment',
      sourceId: payment,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect((await funded.officer.get(`/api/ledger-entries/${by('un-commit').id}`)).body).toMatchObject({
      reversesEntryId: by('commit').id,
      reversedByEntryId: null,
    })
    expect(
      (await funded.officer.get('/api/ledger-entries', { account: 'E530', month: '2026-11' })).body.items,
    ).toMatchObject([{ id: by('spend').id }])
    expect((await funded.officer.get('/api/ledger-entries', { month: '2026-12' })).body.total).toBe(0)
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.get(`/api/ledger-entries/${by('spend').id}`)).status).toBe(404)
  })
})
