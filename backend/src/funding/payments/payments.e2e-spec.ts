import { TestApp } from '../../../test/app.js'
import { allotted, fundedSchool } from '../../../test/funding-world.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { Allotment } from '../allotments/allotment.entity.js'
import { LedgerEntry } from '../ledger/ledger-entry.entity.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { Payment } from './payment.entity.js'

describe('payments', () => {
  let test: TestApp
  beforeAll(async () => { test = await TestApp.start() })
  afterAll(() => test.stop())

  const given = (allotmentId: number, amountFen: number) => ({ allotmentId, amountFen, account: 'E530', payee: '文具店', reason: '美术材料' })

  it('reserves on submission and spends on approval by the principal', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const { id } = (await funded.officer.post('/api/payments', given(allotmentId!, 300_000))).body
    expect((await funded.officer.post(`/api/payments/${id}/submit`)).body).toMatchObject({ status: 'submitted', leftFen: 700_000 })
    expect(await test.database.read.findOneBy(Allotment, { id: allotmentId! })).toMatchObject({ committedFen: 300_000, spentFen: 0 })
    expect((await funded.officer.post(`/api/payments/${id}/approve`)).status).toBe(403)
    expect((await funded.principal.post(`/api/payments/${id}/approve`)).body).toMatchObject({ status: 'approved', leftFen: 700_000, actions: [] })
    expect(await test.database.read.findOneBy(Allotment, { id: allotmentId! })).toMatchObject({ committedFen: 0, spentFen: 300_000 })
    expect(await test.database.read.findOneBy(LedgerEntry, { businessKey: `spend:payment:${id}` })).toMatchObject({ debitAccount: 'E530', creditAccount: 'A110', amountFen: 300_000 })
  })

  it('frees the money when it is refused or withdrawn', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const refused = (await funded.officer.post('/api/payments', given(allotmentId!, 1_000_000))).body.id
    await funded.officer.post(`/api/payments/${refused}/submit`)
    expect((await funded.principal.post(`/api/payments/${refused}/refuse`)).body.code).toBe('state.comment_needed')
    expect((await funded.principal.post(`/api/payments/${refused}/refuse`, { comment: '与课后服务无关' })).body).toMatchObject({ status: 'refused', leftFen: 1_000_000 })
    const withdrawn = (await funded.officer.post('/api/payments', given(allotmentId!, 1_000_000))).body.id
    await funded.officer.post(`/api/payments/${withdrawn}/submit`)
    expect((await funded.officer.post(`/api/payments/${withdrawn}/withdraw`)).body).toMatchObject({ status: 'withdrawn', leftFen: 1_000_000 })
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })

  it('refuses what is more than the class has left, and names the class and the sums', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const { id } = (await funded.officer.post('/api/payments', given(allotmentId!, 1_000_001))).body
    const over = await funded.officer.post(`/api/payments/${id}/submit`)
    expect([over.status, over.body.code]).toEqual([422, 'funding.ceiling_exceeded'])
    expect(over.body.message).toContain('三(1)班的可用余额为 ¥10,000.00，不足以支付 ¥10,000.01')
    expect(await test.database.read.findOneBy(Payment, { id })).toMatchObject({ status: 'draft' })
    expect((await funded.officer.patch(`/api/payments/${id}`, { amountFen: 1_000_000 })).body.amountFen).toBe(1_000_000)
    expect((await funded.officer.post(`/api/payments/${id}/submit`)).status).toBe(200)
    expect((await funded.officer.patch(`/api/payments/${id}`, { amountFen: 1 })).status).toBe(409)
  })

  it('never commits more than was allotted, however many ask at once', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const ids = []
    for (let count = 0; count < 16; count += 1) ids.push((await funded.officer.post('/api/payments', given(allotmentId!, 150_000))).body.id)
    const answers = await Promise.all(ids.map((id) => funded.officer.post(`/api/payments/${id}/submit`)))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(6)
    expect(answers.filter((answer) => answer.status === 422)).toHaveLength(10)
    expect(await test.database.read.findOneBy(Allotment, { id: allotmentId! })).toMatchObject({ committedFen: 900_000 })
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })

  it('is approved once when the button is pressed twice', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const { id } = (await funded.officer.post('/api/payments', given(allotmentId!, 100))).body
    await funded.officer.post(`/api/payments/${id}/submit`)
    const answers = await Promise.all([1, 2].map(() => funded.principal.post(`/api/payments/${id}/approve`)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(await test.database.read.findOneBy(Allotment, { id: allotmentId! })).toMatchObject({ committedFen: 0, spentFen: 100 })
  })

  it('refuses wrong input, other schools and foreign accounts', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const wrong = await funded.officer.post('/api/payments', { allotmentId, amountFen: 0.5, account: 'A110', payee: '', reason: '好' })
    expect(wrong.body.fields.map((field: { field: string }) => field.field).sort()).toEqual(['account', 'amountFen', 'payee', 'reason'])
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.post('/api/payments', given(allotmentId!, 100))).status).toBe(404)
    const { id } = (await funded.officer.post('/api/payments', given(allotmentId!, 100))).body
    expect((await stranger.get(`/api/payments/${id}`)).status).toBe(404)
    expect((await stranger.post(`/api/payments/${id}/submit`)).status).toBe(404)
    expect((await stranger.get('/api/payments')).body.total).toBe(0)
  })

  it('exports every row of the list, not only a page', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    for (let count = 0; count < 205; count += 1) await test.world.make(Payment, { schoolId: funded.school.id, allotmentId, status: 'draft', amountFen: 100, account: 'E530', payee: '文具店', reason: `第 ${count} 次`, requestedOn: '2026-11-20', createdAt: test.clock.now() })
    const answer = await funded.officer.get('/api/payments/export.xlsx', { schoolId: funded.school.id })
    expect(answer.status).toBe(200)
    const [sheet] = readWorkbook(answer.raw, 'payments.xlsx').sheets
    expect(sheet!.rows).toHaveLength(206)
    expect(sheet!.rows[1]!.cells.slice(1, 3)).toEqual(['三(1)班', '课后看护经费'])
  })
})
