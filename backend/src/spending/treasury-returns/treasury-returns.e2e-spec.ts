/** Money left over that goes back to the treasury. */
import { In } from 'typeorm'
import { type Client, TestApp } from '../../../test/app.js'
import {
  allotted,
  booked,
  type FundedSchool,
  fundedSchool,
  fundPolicy,
  paid,
  received,
  treasuryPayee,
} from '../../../test/funding-world.js'
import { User } from '../../access/index.js'
import { Transition, Transitions } from '../../audit/index.js'
import { type Account, Allotment, leftOf, LedgerService, verifyLedger } from '../../ledger/index.js'
import { fen } from '../../platform/money.js'
import { hashOfSettlement } from '../settlements/hash-of-settlement.js'
import { Settlement } from '../settlements/settlement.entity.js'
import { settlementTable } from '../settlements/settlement.states.js'
import { verifySpending } from '../verify-spending.js'
import { TreasuryReturn } from './treasury-return.entity.js'

describe('returns to the treasury', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  beforeEach(() => test.clock.set('2026-11-20T01:00:00Z'))
  afterAll(() => test.stop())

  // Each written out: the test of routes looks for them.
  const act = {
    submit: (by: Client, id: number, body: object = {}) =>
      by.postPatiently(`/api/treasury-returns/${id}/submit`, body),
    withdraw: (by: Client, id: number, body: object = {}) =>
      by.postPatiently(`/api/treasury-returns/${id}/withdraw`, body),
    check: (by: Client, id: number, body: object = {}) =>
      by.postPatiently(`/api/treasury-returns/${id}/check`, body),
    referBack: (by: Client, id: number, body: object = {}) =>
      by.postPatiently(`/api/treasury-returns/${id}/refer-back`, body),
    slip: (by: Client, id: number, body: object = {}) =>
      by.postPatiently(`/api/treasury-returns/${id}/register-slip`, body),
    failure: (by: Client, id: number, body: object = {}) =>
      by.postPatiently(`/api/treasury-returns/${id}/register-failure`, body),
  }
  const agreed = async (funded: FundedSchool) =>
    expect([
      ...(await verifySpending(test.database.read, funded.school.id)),
      ...(await verifyLedger(test.database.read)).problems,
    ]).toEqual([])
  const totals = async (funded: FundedSchool) =>
    (await funded.officer.get('/api/funding/board', { schoolId: funded.school.id, fiscalYear: 2026 })).body
      .totals
  const settlement = async (funded: FundedSchool) => {
    const { body } = await funded.officer.post('/api/settlements', {
      schoolId: funded.school.id,
      fundId: funded.fund.id,
      fiscalYear: 2026,
    })
    await funded.officer.post(`/api/settlements/${body.id}/submit`)
    return body.id as number
  }
  const payee = (funded: FundedSchool, account = '14000000000001', kind = 'unit') =>
    treasuryPayee(funded, { account, kind })

  const line = (fundId: number, debit: Account, credit: Account, amount: number) => ({
    debit,
    credit,
    amountFen: fen(amount),
    homeClassId: null,
    fundId,
    purpose: 'after_school_primary',
    fiscalYear: 2026,
    level: 'district' as const,
  })

  /** A settled year whose money waits for the treasury. */
  async function waiting(make: (app: TestApp, school: FundedSchool) => Promise<unknown> = received) {
    const funded = await fundedSchool(test, 2)
    await fundPolicy(test, funded.fund, { leftover: 'return' })
    await make(test, funded)
    const settlementId = await settlement(funded)
    const { body } = await funded.principal.post(`/api/settlements/${settlementId}/approve`)
    expect(body).toMatchObject({ status: 'settled', treasuryReturn: { status: 'waiting' } })
    return { funded, settlementId, id: body.treasuryReturn.id as number }
  }

  it('reserve what is left and return it only by the bank’s slip', async () => {
    const { funded, settlementId, id } = await waiting(async (app, school) => {
      const [first] = await allotted(app, school)
      await paid(school, { allotmentId: first!, amountFen: 400_000 })
    })
    const { officer, principal, centre, finance } = funded
    expect(await totals(funded)).toMatchObject({ committedFen: 1_600_000, returnedFen: 0, leftFen: 0 })
    expect(
      (await booked(test, { sourceEntity: 'treasury_return', sourceId: id })).map((line) => [
        line.phase,
        line.kind,
        line.debitAccount,
        line.homeClassId === funded.classes[0]!.id,
        line.amountFen,
      ]),
    ).toEqual([
      ['pending', 'reserve', 'N310', true, 600_000],
      ['pending', 'reserve', 'N310', false, 1_000_000],
    ])
    await agreed(funded)
    const listed = async (query: object) =>
      (await centre.get('/api/treasury-returns', { ...query, schoolId: funded.school.id })).body.items
    expect(await listed({ status: 'waiting' })).toMatchObject([{ id, settlementId, amountFen: 1_600_000 }])
    expect(await listed({ status: 'returned' })).toEqual([])
    const settled = { schoolId: funded.school.id, returning: 'waiting' }
    expect((await officer.get('/api/settlements', settled)).body.total).toBe(1)

    const stranger = await fundedSchool(test, 1, funded.fund)
    expect((await stranger.officer.get(`/api/treasury-returns/${id}`)).status).toBe(404)
    const [person, other, ours] = [
      await payee(funded, '622200000001', 'person'),
      await payee(stranger),
      await payee(funded),
    ]
    expect((await act.submit(stranger.officer, id, { payeeId: other })).status).toBe(404)
    expect((await act.submit(officer, id, {})).status).toBe(400)
    expect((await act.submit(officer, id, { payeeId: person })).text).toContain('funding.return_to_person')
    expect((await act.submit(officer, id, { payeeId: other })).status).toBe(400)
    expect((await act.check(centre, id)).status).toBe(409)
    expect((await act.submit(officer, id, { payeeId: ours })).body).toMatchObject({
      status: 'submitted',
      payee: '市财政局国库专户',
      payeeAccountLast4: '0001',
    })
    await agreed(funded)
    expect((await act.withdraw(officer, id)).body).toMatchObject({
      status: 'waiting',
      actions: ['submit'],
    })
    await act.submit(officer, id, { payeeId: ours })
    expect((await act.check(principal, id)).status).toBe(403)
    expect((await act.check(centre, id)).body.status).toBe('checked')

    const published = await officer.post('/api/publications', { kind: 'statement', subjectId: settlementId })
    const page = (await test.signedOut.get(`/api/public/publications/${published.body.slug}`)).body
    expect(JSON.stringify(page)).toContain('16,000.00元已预留，等待上缴财政')
    const slip = { returnedOn: '2026-11-20', bankSerial: 'T 1' }
    expect((await act.slip(centre, id, slip)).body.code).toBe('state.same_person')
    for (const returnedOn of ['2026-11-19', '2026-11-21'])
      expect((await act.slip(finance, id, { ...slip, returnedOn })).body.code).toBe('funding.return_day')
    const spent = (await officer.get('/api/payments', { schoolId: funded.school.id, status: 'paid' })).body
      .items[0]
    expect((await act.slip(finance, id, { ...slip, bankSerial: spent.bankSerial })).body.code).toBe(
      'funding.serial_taken',
    )
    const answers = await Promise.all([finance, funded.treasurer].map((client) => act.slip(client, id, slip)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await officer.get(`/api/settlements/${settlementId}`)).body.treasuryReturn).toMatchObject({
      status: 'returned',
      returnedOn: '2026-11-20',
    })
    expect(await totals(funded)).toMatchObject({ committedFen: 0, returnedFen: 1_600_000, leftFen: 0 })
    const last = (await booked(test, { sourceEntity: 'treasury_return', sourceId: id })).at(-1)!
    expect([last.phase, last.kind, last.accountedOn]).toEqual(['post', 'return', '2026-11-20'])
    await agreed(funded)
    await officer.post('/api/vouchers/number', { schoolId: funded.school.id })
    const { items } = (await officer.get('/api/vouchers', { schoolId: funded.school.id, pageSize: 50 })).body
    expect(items.map((each: { summary: string }) => each.summary).join()).toMatch(
      /上缴 2026年\S+结余 —— 市财政局国库专户/,
    )
  })

  it('come back to the school with the reason, and may go to another account', async () => {
    const { funded, id } = await waiting()
    const { officer, centre, finance } = funded
    // Whoever has drawn up the settlement is a maker of what follows from it.
    const makers = await test.database.read.findBy(Transition, {
      entity: 'treasury_return',
      entityId: id,
      event: In(['create', 'supply']),
    })
    expect(new Set(makers.map(({ actorId }) => actorId)).size).toBe(2)
    const [first, second] = [await payee(funded), await payee(funded, '14000000000002')]
    await act.submit(officer, id, { payeeId: first })
    expect((await act.referBack(centre, id)).status).toBe(400)
    expect((await act.referBack(centre, id, { comment: '户名不对' })).body).toMatchObject({
      status: 'waiting',
      failure: '户名不对',
    })
    await act.submit(officer, id, { payeeId: first })
    await act.check(centre, id)
    const stale = { revision: 0, comment: '账户已销户' }
    expect((await act.failure(finance, id, stale)).status).toBe(409)
    expect((await act.failure(finance, id, { comment: '账户已销户' })).body).toMatchObject({
      status: 'waiting',
      failure: '账户已销户',
      payeeAccountLast4: '0001',
    })
    expect(await totals(funded)).toMatchObject({ committedFen: 2_000_000, returnedFen: 0, leftFen: 0 })
    await agreed(funded)
    expect((await act.submit(officer, id, { payeeId: second })).body).toMatchObject({
      failure: null,
      payeeAccountLast4: '0002',
    })
    await act.check(centre, id)
    await agreed(funded)
    // November is closed while it waits; the bank's day lies in a month that is open.
    test.clock.set('2026-12-02T02:00:00Z')
    const later = await test.as(await test.world.user('school_finance_officer', { school: funded.school }))
    const month = { schoolId: funded.school.id, month: '2026-11' }
    expect((await later.post('/api/ledger-periods/close', month)).status).toBe(200)
    const registers = await test.as(await test.world.user('finance_bureau_officer'))
    const slip = { returnedOn: '2026-11-30', bankSerial: 'T2' }
    expect((await act.slip(registers, id, slip)).body.code).toBe('funding.period_closed')
    // The posting is cut off: its key is taken, after the state and the slip were written.
    const now = { ...slip, returnedOn: '2026-12-02' }
    await test.database.transaction((tx) =>
      test.nest.get(LedgerService).post(tx, { userId: 1 } as never, [
        {
          schoolId: funded.school.id,
          kind: 'return',
          businessKey: `return:treasury_return:${id}`,
          source: { entity: 'treasury_return', id: 0, hash: '' },
          lines: [line(funded.fund.id, 'A110', 'N310', 1)],
        },
      ]),
    )
    expect((await act.slip(registers, id, now)).body.code).toBe('funding.posted_already')
    expect(await test.database.read.findOneByOrFail(TreasuryReturn, { id })).toMatchObject({
      status: 'checked',
      bankSerial: null,
      returnedOn: null,
    })
  })

  it('keep nobody from settling what comes later; each number of the bank is one return', async () => {
    const { funded, id } = await waiting()
    const late = (
      [
        ['approve', 'M120', 'M000'],
        ['receive', 'A110', 'R400'],
      ] as const
    ).map(([kind, debit, credit]) => ({
      schoolId: funded.school.id,
      kind,
      businessKey: `late:${kind}:${id}`,
      source: { entity: 'appropriation', id: 0, hash: '' },
      lines: [line(funded.fund.id, debit, credit, 70_000)],
    }))
    await test.database.transaction((tx) =>
      test.nest.get(LedgerService).post(tx, { userId: 1 } as never, late),
    )
    const later = await settlement(funded)
    const { body } = await funded.principal.post(`/api/settlements/${later}/approve`)
    expect(body).toMatchObject({
      laterNumber: 2,
      statement: { committedFen: 2_000_000, leftFen: 70_000 },
      treasuryReturn: { status: 'waiting', amountFen: 70_000 },
    })
    const payeeId = await payee(funded)
    const ids = [id, body.treasuryReturn.id as number]
    for (const each of ids) {
      await act.submit(funded.officer, each, { payeeId })
      await act.check(funded.centre, each)
    }
    const slip = { returnedOn: '2026-11-20', bankSerial: 'SAME' }
    const answers = await Promise.all(ids.map((each) => act.slip(funded.finance, each, slip)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    expect(answers.find(({ status }) => status === 422)!.body.code).toBe('funding.serial_of_return')
    await agreed(funded)
  })

  it('leave what was returned by a click as it is', async () => {
    const funded = await fundedSchool(test, 1)
    await fundPolicy(test, funded.fund, { leftover: 'return' })
    await received(test, funded)
    const id = await settlement(funded)
    const { school, fund } = funded
    const me = await test.database.read.findOneByOrFail(User, { schoolId: school.id, role: 'principal' })
    const person = {
      userId: me.id,
      displayName: me.displayName,
      permissions: new Set(['settlement.approve']),
      regionCode: school.regionCode,
      schoolId: school.id,
      requestId: 'before',
    }
    // As approving did before.
    await test.database.transaction(async (tx) => {
      const transitions = test.nest.get(Transitions)
      const [taken] = await transitions.takeAll(tx, Settlement, [id], () => tx.findBy(Settlement, { id }))
      await transitions.move(tx, settlementTable, Settlement, taken!, 'approve', person)
      const standings = await tx.findBy(Allotment, { schoolId: school.id, fundId: fund.id })
      await test.nest.get(LedgerService).post(tx, person, [
        {
          kind: 'return',
          businessKey: `settle:${id}:out`,
          schoolId: school.id,
          source: { entity: 'settlement', id, hash: hashOfSettlement(taken!) },
          lines: standings.map((each) => ({
            ...line(fund.id, 'N310', 'A110', leftOf(each)),
            homeClassId: each.homeClassId,
          })),
        },
      ])
    })
    expect((await funded.officer.get(`/api/settlements/${id}`)).body).toMatchObject({
      status: 'settled',
      treasuryReturn: null,
    })
    expect(await totals(funded)).toMatchObject({ committedFen: 0, returnedFen: 1_000_000 })
    await agreed(funded)
  })
})
