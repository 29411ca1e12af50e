import { TestApp } from '../../../test/app.js'
import { allotted, type FundedSchool, fundedSchool, sentToBank } from '../../../test/funding-world.js'
import { LedgerChain } from '../journal/ledger-chain.entity.js'
import { LedgerJournal } from '../journal/ledger-journal.entity.js'
import { LedgerPeriod } from './ledger-period.entity.js'
import { verifyLedger } from '../journal/verify-ledger.js'

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
      centre: await test.as(await test.world.user('accounting_centre_officer')),
    }
  }

  it('are listed with entries, sums and what is committed, and closed in order with the end of the chain', async () => {
    const funded = await fundedSchool(test, 1)
    const schoolId = funded.school.id
    const [allotmentId] = await allotted(test, funded)
    await sentToBank(funded, { allotmentId: allotmentId!, amountFen: 30_000 })
    const { officer } = await at('2027-01-05T02:00:00Z', funded)
    const months = (await officer.get('/api/ledger-periods', { schoolId })).body
    const count = await test.database.read.countBy(LedgerJournal, { schoolId })
    expect(months).toMatchObject([
      { month: '2027-01', journalCount: 0, actions: [], obstacle: '2027-01 还没有结束，月底以后才能结账。' },
      {
        month: '2026-12',
        journalCount: 0,
        committedFen: 30_000,
        actions: [],
        obstacle: '要先结 2026-11 的账，月份要按顺序结。',
      },
      {
        month: '2026-11',
        journalCount: count,
        committedFen: 30_000,
        status: 'open',
        actions: ['close'],
        obstacle: null,
      },
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
    const { body: after } = await officer.get('/api/ledger-periods', { schoolId })
    expect(after).toMatchObject([
      { month: '2027-01' },
      { month: '2026-12', obstacle: null },
      { month: '2026-11', obstacle: '2026-12 已经结账，请先打开它：从最后一个月往前打开。' },
    ])
  })

  it('take no entry once closed, and are opened again by the principal with a reason, the last one first', async () => {
    const funded = await fundedSchool(test, 1)
    const schoolId = funded.school.id
    const [allotmentId] = await allotted(test, funded)
    const payment = await sentToBank(funded, { allotmentId: allotmentId!, amountFen: 30_000 })
    const { officer, principal } = await at('2027-01-05T02:00:00Z', funded)
    const other = await test.as(await test.world.user('finance_bureau_officer'))
    const slip = (said: object) => other.post(`/api/payments/${payment}/register-slip`, said)
    for (const month of ['2026-11', '2026-12'])
      await officer.post('/api/ledger-periods/close', { schoolId, month })
    const settled = await slip({ paidOn: '2026-11-30', bankSerial: 'S1' })
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
    expect((await slip({ paidOn: '2026-11-30', bankSerial: 'S1' })).status).toBe(200)
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
    const other = await test.as(await test.world.user('finance_bureau_officer'))
    const settle = (id: number) =>
      other.post(`/api/payments/${id}/register-slip`, { paidOn: '2026-11-30', bankSerial: `S${id}` })
    const [closed, ...settled] = await Promise.all([
      officer.post('/api/ledger-periods/close', { schoolId, month: '2026-11' }),
      ...payments.map(settle),
    ])
    expect(closed.status).toBe(200)
    for (const answer of settled) expect([200, 422]).toContain(answer.status)
    const late = await test.database.read
      .createQueryBuilder(LedgerJournal, 'entry')
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
