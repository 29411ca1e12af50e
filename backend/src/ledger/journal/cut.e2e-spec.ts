import { TestApp } from '../../../test/app.js'
import {
  accountOf,
  allotted,
  fundedSchool,
  fundPolicy,
  issuedNotice,
  approvedDeclaration,
  periodOver,
  received,
  sentToBank,
  treasuryPayee,
} from '../../../test/funding-world.js'
import { verifyLedger } from './verify-ledger.js'

/** What the way of the money writes; after a cut every row of them must be as it was. */
const tables = [
  'ledger_journal',
  'ledger_line',
  'ledger_chain',
  'allotment',
  'claim',
  'declaration',
  'appropriation_line',
  'scheme',
  'payment',
  'commitment',
  'settlement',
  'treasury_return',
  'transition',
]

describe('a transaction that is cut before any one of its statements', () => {
  let test: TestApp
  /** Before which statement of a transaction to cut; 0: not at all. SQLite has one runner for all, a server one for each. */
  const cutting = { at: 0, count: 0 }
  beforeAll(async () => {
    test = await TestApp.start()
    const { writer } = test.database.connections
    const create = writer.createQueryRunner.bind(writer)
    const known = new WeakSet<object>()
    writer.createQueryRunner = (mode) => {
      const runner = create(mode)
      if (known.has(runner)) return runner
      known.add(runner)
      const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>
      runner.query = (async (...args: unknown[]) => {
        // Reads of the sign-in come on the same connection of a server; what counts begins with the transaction.
        if (cutting.at > 0 && (cutting.count > 0 || /BEGIN|START TRANSACTION/i.test(String(args[0]))))
          cutting.count += 1
        if (cutting.at > 0 && cutting.count === cutting.at && !/ROLLBACK/i.test(String(args[0])))
          throw new Error('cut')
        // Whole: what comes after it is no part of the step.
        if (/^COMMIT/i.test(String(args[0]))) cutting.at = 0
        return query(...args)
      }) as typeof runner.query
      return runner
    }
  })
  beforeEach(() => test.clock.set('2026-11-20T01:00:00Z'))
  afterAll(() => test.stop())

  const dump = async () =>
    JSON.stringify(
      await Promise.all(
        tables.map((table) => test.database.read.query(`SELECT * FROM ${table} ORDER BY 1, 2, 3`)),
      ),
    )

  /** Cuts the step before its first, second, … statement until it gets through; answers how many cuts there were. */
  async function cutEverywhere(step: () => Promise<{ status: number; text: string }>): Promise<number> {
    const before = await dump()
    for (let at = 1; at <= 200; at += 1) {
      Object.assign(cutting, { at, count: 0 })
      const answer = await step()
      Object.assign(cutting, { at: 0 })
      if (answer.status < 300) return at - 1
      expect({ at, status: answer.status, isAsBefore: (await dump()) === before }).toEqual({
        at,
        status: 500,
        isAsBefore: true,
      })
    }
    throw new Error('the step never got through')
  }

  it("leaves every table as it was, at every step of the money's way", async () => {
    const funded = await fundedSchool(test, 2)
    const { id } = (
      await funded.officer.post('/api/declarations', {
        schoolId: funded.school.id,
        fundId: funded.fund.id,
        fiscalYear: 2026,
      })
    ).body
    const cuts: Record<string, number> = {}
    const cut = async (name: string, step: () => Promise<{ status: number; text: string }>) => {
      cuts[name] = await cutEverywhere(step)
    }
    await cut('submit', () => funded.officer.post(`/api/declarations/${id}/submit`))
    await funded.education.post(`/api/declarations/${id}/check`)
    await funded.finance.post(`/api/declarations/${id}/finance-check`)
    await funded.education.post('/api/declarations/publish', { declarationIds: [id] })
    await periodOver(test, id)
    await cut('approve', () => funded.treasurer.post(`/api/declarations/${id}/approve`))
    const {
      lines: [line],
    } = await issuedNotice(funded)
    await cut('receive', () => funded.officer.post(`/api/receipts/${line!.id}/receive`))
    const scheme = (await funded.officer.post('/api/schemes', { receiptId: line!.id })).body
    await funded.officer.post(`/api/schemes/${scheme.id}/submit`, { staffMeetingOn: '2026-11-20' })
    await cut('allot', () => funded.principal.post(`/api/schemes/${scheme.id}/approve`))
    for (const each of Object.values(cuts)) expect(each).toBeGreaterThan(5)
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  }, 60_000)

  it('leaves every table as it was when money is committed, paid and failed', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const request = { allotmentId: allotmentId!, amountFen: 1000 }
    const draft = (
      await funded.officer.post('/api/payments', {
        lines: [{ ...request, account: 'E530' }],
        ...accountOf('材料店'),
        reason: '剪纸材料一批',
      })
    ).body
    expect(
      await cutEverywhere(() => funded.officer.post(`/api/payments/${draft.id}/submit`)),
    ).toBeGreaterThan(5)
    const paid = await sentToBank(funded, request)
    const slip = { bankSerial: 'S1' }
    expect(
      await cutEverywhere(() => funded.finance.post(`/api/payments/${paid}/register-slip`, slip)),
    ).toBeGreaterThan(5)
    const failed = await sentToBank(funded, request)
    await funded.finance.post(`/api/payments/${failed}/register-failure`, { comment: '账号不符' })
    expect(await cutEverywhere(() => funded.officer.post(`/api/payments/${failed}/give-up`))).toBeGreaterThan(
      5,
    )
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  }, 60_000)

  it('leaves every table as it was when money goes back to the treasury', async () => {
    const funded = await fundedSchool(test, 1)
    await fundPolicy(test, funded.fund, { leftover: 'return' })
    await received(test, funded)
    const { school, fund, officer, principal, centre, finance } = funded
    const of = { schoolId: school.id, fundId: fund.id, fiscalYear: 2026 }
    const { id } = (await officer.post('/api/settlements', of)).body
    await officer.post(`/api/settlements/${id}/submit`)
    let back = 0
    const approve = async () => {
      const answer = await principal.post(`/api/settlements/${id}/approve`)
      back = answer.body?.treasuryReturn?.id ?? 0
      return answer
    }
    expect(await cutEverywhere(approve)).toBeGreaterThan(5)
    const payeeId = await treasuryPayee(funded)
    const step = (name: string) => `/api/treasury-returns/${back}/${name}`
    expect(await cutEverywhere(() => officer.post(step('submit'), { payeeId }))).toBeGreaterThan(5)
    await centre.post(step('check'))
    const slip = { returnedOn: '2026-11-20', bankSerial: 'T1' }
    expect(await cutEverywhere(() => finance.post(step('register-slip'), slip))).toBeGreaterThan(5)
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  }, 60_000)

  it('leaves every table as it was when money goes between a contract and its payment', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const { body: payee } = await funded.officer.post('/api/payees', {
      schoolId: funded.school.id,
      name: '晨光公司',
      kind: 'unit',
      account: '6222000000009',
      bankName: '工商银行大同分行',
    })
    const line = { allotmentId, account: 'E520' }
    const { body: contract } = await funded.officer.post('/api/commitments', {
      kind: 'contract',
      number: 'HT-1',
      title: '美术课服务合同',
      payeeId: payee.id,
      signedOn: '2026-11-01',
      endsOn: '2026-12-31',
      lines: [{ ...line, amountFen: 5000 }],
    })
    await funded.officer.post(`/api/commitments/${contract.id}/submit`)
    const cut = async (step: () => Promise<{ status: number; text: string }>) =>
      expect(await cutEverywhere(step)).toBeGreaterThan(5)
    await cut(() => funded.principal.post(`/api/commitments/${contract.id}/approve`))
    const part = { commitmentId: contract.id, lines: [{ ...line, amountFen: 2000 }], reason: '第一期' }
    const { body: payment } = await funded.officer.post('/api/payments', part)
    await cut(() => funded.officer.post(`/api/payments/${payment.id}/submit`))
    await cut(() => funded.principal.post(`/api/payments/${payment.id}/refuse`, { comment: '未验收' }))
    await cut(() => funded.officer.post(`/api/commitments/${contract.id}/end`))
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  }, 60_000)

  it('grants all of a notice or nothing', async () => {
    const funded = await fundedSchool(test, 1)
    await approvedDeclaration(test, funded)
    expect(
      await cutEverywhere(() =>
        funded.education.post('/api/appropriations', {
          fundId: funded.fund.id,
          fiscalYear: 2026,
          title: '关于下达课后服务补助经费的通知',
        }),
      ),
    ).toBeGreaterThan(5)
    expect(await test.database.read.query('SELECT COUNT(*) AS count FROM appropriation')).toMatchObject([
      { count: expect.anything() },
    ])
  }, 60_000)
})
