import { TestApp } from '../../../test/app.js'
import { allotted, approvedDeclaration, fundedSchool, issuedNotice } from '../../../test/funding-world.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { Allotment } from './allotment.entity.js'

describe('receipts, allotments and the board', () => {
  let test: TestApp
  beforeAll(async () => { test = await TestApp.start() })
  afterAll(() => test.stop())

  it('puts the money on the classes when the receipt is confirmed, once', async () => {
    const funded = await fundedSchool(test, 3)
    await approvedDeclaration(test, funded)
    const notice = await issuedNotice(funded)
    const receipts = await funded.officer.get('/api/receipts', { received: 'no' })
    expect(receipts.body.items[0]).toMatchObject({ amountFen: 3_000_000, actions: ['receive'], receivedAt: null })
    const lineId = notice.lines[0]!.id
    const answers = await Promise.all([1, 2, 3].map(() => funded.officer.post(`/api/receipts/${lineId}/receive`)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
    expect((await test.database.read.findBy(Allotment, { schoolId: funded.school.id })).map((row) => row.receivedFen)).toEqual([1_000_000, 1_000_000, 1_000_000])
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.post(`/api/receipts/${lineId}/receive`)).status).toBe(404)
    expect((await funded.education.post(`/api/receipts/${lineId}/receive`)).status).toBe(403)
  })

  it('shows every figure for each class, and each figure opens its entries', async () => {
    const funded = await fundedSchool(test, 2)
    const extra = await test.world.homeClass({ school: funded.school, number: 50, schoolYear: 2025 })
    const [first] = await allotted(test, funded)
    const payment = await funded.officer.post('/api/payments', { allotmentId: first, amountFen: 250_000, account: 'E500', payee: '全体任课教师', reason: '十月课时补助' })
    await funded.officer.post(`/api/payments/${payment.body.id}/submit`)
    const board = (await funded.officer.get('/api/funding/board', { schoolId: funded.school.id, fiscalYear: 2026 })).body
    expect(board.rows[0].figures).toEqual({ entitledFen: 1_000_000, declaredFen: 1_000_000, approvedFen: 1_000_000, receivedFen: 1_000_000, committedFen: 250_000, spentFen: 0, leftFen: 750_000 })
    expect(board.totals).toEqual({ entitledFen: 2_000_000, declaredFen: 2_000_000, approvedFen: 2_000_000, receivedFen: 2_000_000, committedFen: 250_000, spentFen: 0, leftFen: 1_750_000 })
    expect(board.classesWithout).toEqual([extra.name])
    await funded.principal.post(`/api/payments/${payment.body.id}/approve`)
    const entries = (await funded.officer.get('/api/ledger-entries', { schoolId: funded.school.id, homeClassId: funded.classes[0]!.id, figure: 'committed' })).body.items
    expect(entries.map((entry: { kind: string; effectFen: number }) => [entry.kind, entry.effectFen])).toEqual([['commit', 250_000], ['un-commit', -250_000]])
    for (const figure of ['entitled', 'declared', 'approved', 'received', 'committed', 'spent']) {
      const own = (await funded.officer.get('/api/ledger-entries', { schoolId: funded.school.id, figure, pageSize: 200 })).body.items
      const now = (await funded.officer.get('/api/funding/board', { schoolId: funded.school.id, fiscalYear: 2026 })).body.totals
      expect(own.reduce((sum: number, entry: { effectFen: number }) => sum + entry.effectFen, 0)).toBe(now[`${figure}Fen`])
    }
  })

  it('keeps the cached allotments equal to the ledger, and finds a row that was changed', async () => {
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
    const [any] = await test.database.read.find(Allotment, { take: 1 })
    await test.database.transaction((tx) => tx.update(Allotment, { id: any!.id }, { spentFen: 1 as never }))
    expect((await verifyLedger(test.database.read)).problems).toHaveLength(1)
    await test.database.transaction((tx) => tx.update(Allotment, { id: any!.id }, { spentFen: any!.spentFen }))
  })

  it('does not show the board of another school', async () => {
    const funded = await fundedSchool(test, 1)
    const stranger = await test.as(await test.world.user('principal'))
    expect((await stranger.get('/api/funding/board', { schoolId: funded.school.id, fiscalYear: 2026 })).status).toBe(404)
    expect((await stranger.get('/api/ledger-entries', { schoolId: funded.school.id })).body.total).toBe(0)
    expect((await stranger.get('/api/allotments', { schoolId: funded.school.id })).body.total).toBe(0)
  })
})
