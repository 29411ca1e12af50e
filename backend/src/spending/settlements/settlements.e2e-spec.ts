import { TestApp } from '../../../test/app.js'
import {
  accountOf,
  allotted,
  type FundedSchool,
  fundedSchool,
  fundPolicy,
  paid,
  received,
} from '../../../test/funding-world.js'
import { Transition } from '../../audit/index.js'
import { fen } from '../../platform/money.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import {
  Allotment,
  leftOf,
  LedgerJournal,
  LedgerPeriod,
  LedgerService,
  verifyLedger,
} from '../../ledger/index.js'
import { Settlement } from './settlement.entity.js'

describe('settlements', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const create = (funded: FundedSchool, rest: object = {}) =>
    funded.officer.post('/api/settlements', {
      schoolId: funded.school.id,
      fundId: funded.fund.id,
      fiscalYear: 2026,
      ...rest,
    })
  const lefts = async (funded: FundedSchool, fiscalYear: number) =>
    (
      await test.database.read.find(Allotment, {
        where: { schoolId: funded.school.id, fiscalYear },
        order: { classKey: 'ASC' },
      })
    ).map((row) => [row.classKey === 0, leftOf(row)])

  async function spentSchool(leftover?: 'carry' | 'return'): Promise<FundedSchool> {
    const funded = await fundedSchool(test, 2)
    if (leftover) await fundPolicy(test, funded.fund, { leftover })
    const [first, second] = await allotted(test, funded)
    await paid(funded, {
      allotmentId: first!,
      amountFen: 400_000,
      account: 'E500',
      ...accountOf('全体教师'),
      reason: '课时补助',
    })
    await paid(funded, { allotmentId: second!, amountFen: 50_001 })
    return funded
  }

  async function submitted(funded: FundedSchool): Promise<number> {
    const { body } = await create(funded)
    const done = await funded.officer.post(`/api/settlements/${body.id}/submit`)
    expect([done.status, done.text]).toEqual([200, expect.anything()])
    return body.id as number
  }

  it('sums up a year, once, for those who may', async () => {
    const funded = await spentSchool('carry')
    const answers = await Promise.all([1, 2].map(() => create(funded)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422])
    const made = answers.find((answer) => answer.status === 201)!.body
    expect(made).toMatchObject({
      status: 'draft',
      fromOn: '2026-01-01',
      toOn: '2026-12-31',
      leftFen: 1_549_999,
      leftover: 'carry',
      snapshotHash: null,
      actions: ['submit', 'recalculate', 'delete'],
      statement: {
        openingFen: 0,
        receivedFen: 2_000_000,
        spentFen: 450_001,
        carriedOutFen: 0,
        returnedFen: 0,
        committedFen: 0,
        leftFen: 1_549_999,
      },
    })
    expect(made.statement.spent).toEqual([
      expect.objectContaining({ account: 'E500', paymentCount: 1, amountFen: 400_000 }),
      expect.objectContaining({ account: 'E530', paymentCount: 1, amountFen: 50_001 }),
    ])
    expect((await create(funded)).body.code).toBe('funding.settlement_exists')
    expect((await funded.principal.post('/api/settlements', {})).status).toBe(403)
    expect((await create(funded, { fiscalYear: 1990 })).status).toBe(400)
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.get(`/api/settlements/${made.id}`)).status).toBe(404)
    for (const step of ['submit', 'recalculate'])
      expect((await stranger.post(`/api/settlements/${made.id}/${step}`)).status).toBe(404)
    expect(
      (
        await stranger.post('/api/settlements', {
          schoolId: funded.school.id,
          fundId: funded.fund.id,
          fiscalYear: 2026,
        })
      ).status,
    ).toBe(404)
    expect(
      (
        await funded.education.get('/api/settlements', {
          schoolId: funded.school.id,
          fiscalYear: 2026,
          status: 'draft',
        })
      ).body.items,
    ).toEqual([expect.objectContaining({ id: made.id, actions: [] })])
    const sheet = readWorkbook(
      (await funded.officer.get('/api/settlements/export.xlsx')).raw,
      's.xlsx',
    ).sheets[0]!.rows.map(({ cells }) => cells)
    expect(sheet[1]!.slice(5, 10)).toEqual([0, 20_000, 4500.01, 0, 15_499.99])
    expect((await funded.officer.delete(`/api/settlements/${made.id}`)).status).toBe(204)
    expect((await create(funded)).status).toBe(201)
  })

  it("carries what is left into the school's own money of the next year, all of it and once", async () => {
    const funded = await spentSchool('carry')
    const id = await submitted(funded)
    expect((await funded.officer.post(`/api/settlements/${id}/approve`)).status).toBe(403)
    const answers = await Promise.all(
      [1, 2, 3].map(() => funded.principal.post(`/api/settlements/${id}/approve`)),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
    expect(await lefts(funded, 2026)).toEqual([
      [true, 0],
      [false, 0],
      [false, 0],
    ])
    expect(await lefts(funded, 2027)).toEqual([[true, 1_549_999]])
    expect(
      (await funded.officer.get('/api/funding/board', { schoolId: funded.school.id, fiscalYear: 2027 })).body
        .totals,
    ).toMatchObject({ carriedFen: 1_549_999, receivedFen: 0, leftFen: 1_549_999 })
    expect(
      (await funded.officer.get('/api/funding/board', { schoolId: funded.school.id, fiscalYear: 2026 })).body
        .totals,
    ).toMatchObject({ carriedFen: -1_549_999, leftFen: 0 })
    expect((await funded.officer.get(`/api/settlements/${id}`)).body).toMatchObject({
      status: 'settled',
      leftFen: 1_549_999,
      snapshotHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      actions: [],
    })
    const scheme = await funded.officer.post('/api/schemes', { fundId: funded.fund.id, fiscalYear: 2027 })
    expect(scheme.body).toMatchObject({ totalFen: 1_549_999, receiptId: null })
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
    for (const step of ['submit', 'withdraw', 'recalculate'])
      expect((await funded.officer.post(`/api/settlements/${id}/${step}`)).status).toBe(409)
  })

  it('is withdrawn by the school before it is approved, and moves no money', async () => {
    const funded = await spentSchool('carry')
    const id = await submitted(funded)
    const before = await lefts(funded, 2026)
    expect((await funded.principal.post(`/api/settlements/${id}/withdraw`)).status).toBe(403)
    const answers = await Promise.all(
      [1, 2].map(() => funded.officer.post(`/api/settlements/${id}/withdraw`)),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect((await test.database.read.findOneByOrFail(Settlement, { id })).status).toBe('draft')
    expect(
      await test.database.read.findBy(Transition, { entity: 'settlement', entityId: id, event: 'withdraw' }),
    ).toMatchObject([{ fromState: 'submitted', toState: 'draft' }])
    expect((await funded.principal.post(`/api/settlements/${id}/approve`)).status).toBe(409)
    expect([await lefts(funded, 2026), await lefts(funded, 2027)]).toEqual([before, []])
    expect((await funded.officer.post(`/api/settlements/${id}/submit`)).status).toBe(200)
    expect((await funded.principal.post(`/api/settlements/${id}/approve`)).body.status).toBe('settled')
  })

  it("sets aside what goes back to the treasury, the school's undistributed money too", async () => {
    const funded = await fundedSchool(test, 1)
    await fundPolicy(test, funded.fund, { leftover: 'return' })
    await received(test, funded)
    const id = await submitted(funded)
    expect((await funded.principal.post(`/api/settlements/${id}/approve`)).body.status).toBe('settled')
    expect(await lefts(funded, 2026)).toEqual([
      [true, 0],
      [false, 0],
    ])
    expect(await lefts(funded, 2027)).toEqual([])
    expect(
      (await funded.officer.get('/api/funding/board', { schoolId: funded.school.id, fiscalYear: 2026 })).body
        .totals,
    ).toMatchObject({ committedFen: 1_000_000, returnedFen: 0, leftFen: 0 })
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })

  it('waits while anything is reserved, and names the payments', async () => {
    const funded = await fundedSchool(test, 1)
    await fundPolicy(test, funded.fund, { leftover: 'carry' })
    const [allotment] = await allotted(test, funded)
    const payment = (
      await funded.officer.post('/api/payments', {
        lines: [{ allotmentId: allotment, amountFen: 100_000, account: 'E530' }],
        ...accountOf('材料店'),
        reason: '剪纸材料',
      })
    ).body
    const id = await submitted(funded)
    await funded.officer.post(`/api/payments/${payment.id}/submit`)
    const open = await funded.principal.post(`/api/settlements/${id}/approve`)
    expect([open.status, open.body.code, open.body.params.count]).toEqual([422, 'funding.payments_open', 1])
    expect(open.body.message).toContain('材料店')
    await funded.principal.post(`/api/settlements/${id}/send-back`, { comment: '还有支付' })
    expect((await funded.officer.post(`/api/settlements/${id}/submit`)).body.code).toBe(
      'funding.payments_open',
    )
    await funded.officer.delete(`/api/settlements/${id}`)
    expect((await create(funded)).body).toMatchObject({
      code: 'funding.settle_too_early',
      params: { fiscalYear: 2026, committedFen: 100_000 },
    })
    expect((await create(funded, { fiscalYear: 2027 })).body.code).toBe('funding.settle_too_early')
  })

  it('refuses what no longer is as it was handed in', async () => {
    const funded = await spentSchool('carry')
    const id = await submitted(funded)
    const [allotment] = (
      await funded.officer.get('/api/allotments', { schoolId: funded.school.id, sort: 'id' })
    ).body.items as { id: number }[]
    await paid(funded, { allotmentId: allotment!.id, amountFen: 1 })
    expect((await funded.principal.post(`/api/settlements/${id}/approve`)).body.code).toBe(
      'funding.statement_stale',
    )
    await funded.principal.post(`/api/settlements/${id}/send-back`, { comment: '有新的支付' })
    expect((await funded.officer.post(`/api/settlements/${id}/recalculate`)).body.leftFen).toBe(1_549_998)
    await funded.officer.post(`/api/settlements/${id}/submit`)
    expect((await funded.principal.post(`/api/settlements/${id}/approve`)).body.leftFen).toBe(1_549_998)
  })

  it('asks for the rule where none says what becomes of the money', async () => {
    const funded = await spentSchool()
    const { body } = await create(funded)
    expect(body.leftover).toBe('stays')
    const refused = await funded.officer.post(`/api/settlements/${body.id}/submit`)
    expect([refused.status, refused.body.code]).toEqual([422, 'funding.leftover_undecided'])
    await fundPolicy(test, funded.fund, { leftover: 'return' })
    expect((await funded.officer.post(`/api/settlements/${body.id}/submit`)).body.leftover).toBe('return')
  })

  it('is settled whole or not at all', async () => {
    const funded = await spentSchool('carry')
    const id = await submitted(funded)
    const count = () => test.database.read.countBy(LedgerJournal, { schoolId: funded.school.id })
    const before = [await count(), await lefts(funded, 2026)]
    await test.database.transaction((tx) =>
      tx.insert(LedgerPeriod, {
        schoolId: funded.school.id,
        month: '2026-11',
        status: 'closed',
        closingSequence: 0,
        closingHash: '0'.repeat(64),
      }),
    )
    expect((await funded.principal.post(`/api/settlements/${id}/approve`)).body.code).toBe(
      'funding.period_closed',
    )
    await test.database.transaction((tx) => tx.delete(LedgerPeriod, { schoolId: funded.school.id }))
    expect([await count(), await lefts(funded, 2026)]).toEqual(before)
    expect((await test.database.read.findOneByOrFail(Settlement, { id })).status).toBe('submitted')
    // The last of the entries finds its key taken, after the state and all other entries were written.
    await test.database.transaction((tx) =>
      test.nest.get(LedgerService).post(tx, { userId: 1 } as never, [
        {
          schoolId: funded.school.id,
          kind: 'carry-in',
          businessKey: `settle:${id}:in`,
          source: { entity: 'settlement', id: 0, hash: '' },
          lines: [
            {
              debit: 'A110',
              credit: 'N300',
              amountFen: fen(1),
              homeClassId: null,
              fundId: funded.fund.id,
              purpose: 'after_school_primary',
              fiscalYear: 2028,
              level: 'whole',
            },
          ],
        },
      ]),
    )
    const half = await funded.principal.post(`/api/settlements/${id}/approve`)
    expect([half.status, half.body.code]).toEqual([409, 'funding.posted_already'])
    expect(await lefts(funded, 2026)).toEqual(before[1])
    expect(await lefts(funded, 2027)).toEqual([])
    expect((await test.database.read.findOneByOrFail(Settlement, { id })).status).toBe('submitted')
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })

  it('states a term without moving money, once the term is over', async () => {
    const funded = await spentSchool('carry')
    const spring = await test.world.term({
      name: '2026年春季学期',
      nameEn: 'Spring 2026',
      schoolYear: 2025,
      startsOn: '2026-02-24',
      endsOn: '2026-07-10',
    })
    const autumn = await test.world.term()
    const running = await create(funded, { termId: autumn.id })
    expect(running.body).toMatchObject({
      fromOn: '2026-09-01',
      toOn: '2027-01-22',
      leftover: 'stays',
      statement: { openingFen: 0, receivedFen: 2_000_000, leftFen: 1_549_999 },
    })
    expect((await funded.officer.post(`/api/settlements/${running.body.id}/submit`)).body.code).toBe(
      'funding.term_running',
    )
    const over = await create(funded, { termId: spring.id })
    expect(over.body.statement).toMatchObject({ openingFen: 0, receivedFen: 0, leftFen: 0, spent: [] })
    await funded.officer.post(`/api/settlements/${over.body.id}/submit`)
    expect((await funded.principal.post(`/api/settlements/${over.body.id}/approve`)).body.status).toBe(
      'settled',
    )
    expect(
      (await funded.officer.get('/api/funding/board', { schoolId: funded.school.id, fiscalYear: 2026 })).body
        .totals.leftFen,
    ).toBe(1_549_999)
    const late = await test.world.term({
      name: '2026年冬季',
      nameEn: 'Winter 2026',
      startsOn: '2026-11-21',
      endsOn: '2026-12-20',
    })
    expect((await create(funded, { termId: late.id })).body.statement).toMatchObject({
      openingFen: 1_549_999,
      receivedFen: 0,
      spentFen: 0,
      leftFen: 1_549_999,
    })
    expect((await create(funded, { termId: spring.id, fiscalYear: 2024 })).body.code).toBe(
      'funding.term_of_other_year',
    )
    const elsewhere = await test.world.term({
      regionCode: '11',
      startsOn: '2026-03-01',
      endsOn: '2026-07-01',
    })
    expect((await create(funded, { termId: elsewhere.id })).status).toBe(404)
  })

  it('goes out as .docx and PDF', async () => {
    const funded = await spentSchool('carry')
    const { body } = await create(funded)
    const docx = await funded.principal.get(`/api/settlements/${body.id}/paper.docx`)
    expect([docx.status, docx.raw.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    expect(decodeURIComponent(String(docx.headers['content-disposition']))).toContain(
      '收支情况表（草稿）.docx',
    )
    const pdf = await funded.education.inEnglish().get(`/api/settlements/${body.id}/paper.pdf`)
    expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-')
    const stranger = await test.as(await test.world.user('principal'))
    for (const path of ['paper.docx', 'paper.pdf'])
      expect((await stranger.get(`/api/settlements/${body.id}/${path}`)).status).toBe(404)
  })
})
