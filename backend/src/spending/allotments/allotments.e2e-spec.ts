import { TestApp } from '../../../test/app.js'
import {
  accountOf,
  allotted,
  approvedDeclaration,
  type FundedSchool,
  fundedSchool,
  fundPolicy,
  issuedNotice,
  paid,
  received,
} from '../../../test/funding-world.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { verifyLedger, Allotment } from '../../ledger/index.js'

interface Row {
  className: string | null
  figures: Record<string, number>
  warnings: { code: string; message: string }[]
}

describe('receipts, allotments and the boards', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const board = async (funded: FundedSchool, filter: Record<string, string | number> = {}) =>
    (
      await funded.officer.get('/api/funding/board', {
        schoolId: funded.school.id,
        fiscalYear: 2026,
        ...filter,
      })
    ).body

  it('gives the money to the school when the receipt is confirmed, once, and to no class yet', async () => {
    const funded = await fundedSchool(test, 3)
    await approvedDeclaration(test, funded)
    const notice = await issuedNotice(funded)
    const receipts = await funded.officer.get('/api/receipts', { received: 'no' })
    expect(receipts.body.items[0]).toMatchObject({
      amountFen: 3_000_000,
      actions: ['receive'],
      receivedAt: null,
    })
    const lineId = notice.lines[0]!.id
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        funded.officer.post(`/api/receipts/${lineId}/receive`, {
          receivedOn: '2026-11-20',
          slipNumber: 'D-778',
        }),
      ),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
    expect(answers.find((answer) => answer.status === 200)!.body).toMatchObject({
      receivedOn: '2026-11-20',
      slipNumber: 'D-778',
      schemeId: null,
      actions: ['distribute'],
    })
    const rows = await test.database.read.find(Allotment, {
      where: { schoolId: funded.school.id },
      order: { classKey: 'ASC' },
    })
    expect(rows.map((row) => [row.classKey === 0, row.receivedFen])).toEqual([
      [true, 3_000_000],
      [false, 0],
      [false, 0],
      [false, 0],
    ])
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.post(`/api/receipts/${lineId}/receive`)).status).toBe(404)
    expect((await funded.education.post(`/api/receipts/${lineId}/receive`)).status).toBe(403)
    const sheet = readWorkbook(
      (await funded.officer.get('/api/receipts/export.xlsx')).raw,
      'receipts.xlsx',
    ).sheets[0]!.rows.map(({ cells }) => cells)
    expect(sheet[1]!.slice(-1)).toEqual(['D-778'])
  })

  it('takes no day before the issue and none in the future', async () => {
    const funded = await fundedSchool(test, 1)
    await approvedDeclaration(test, funded)
    const {
      lines: [line],
    } = await issuedNotice(funded)
    for (const receivedOn of ['2026-11-19', '2026-11-21']) {
      const refused = await funded.officer.post(`/api/receipts/${line!.id}/receive`, { receivedOn })
      expect([refused.status, refused.body.code]).toEqual([422, 'funding.receipt_day'])
    }
    expect(
      (await funded.officer.post(`/api/receipts/${line!.id}/receive`, { receivedOn: '2026-13-01' })).status,
    ).toBe(400)
    expect((await board(funded)).totals.receivedFen).toBe(0)
  })

  it('shows every figure for each class, and each figure opens its entries', async () => {
    const funded = await fundedSchool(test, 2)
    const extra = await test.world.homeClass({ school: funded.school, number: 50, schoolYear: 2025 })
    const [first] = await allotted(test, funded)
    const payment = await funded.officer.post('/api/payments', {
      lines: [{ allotmentId: first, amountFen: 250_000, account: 'E500' }],
      ...accountOf('全体任课教师'),
      reason: '十月课时补助',
    })
    await funded.officer.post(`/api/payments/${payment.body.id}/submit`)
    const now = await board(funded)
    const whole = {
      entitledFen: 1_000_000,
      declaredFen: 1_000_000,
      approvedFen: 1_000_000,
      receivedFen: 1_000_000,
      carriedFen: 0,
      returnedFen: 0,
    }
    expect(now.rows[0].figures).toEqual({ ...whole, committedFen: 250_000, spentFen: 0, leftFen: 750_000 })
    expect(now.totals).toEqual({
      entitledFen: 2_000_000,
      declaredFen: 2_000_000,
      approvedFen: 2_000_000,
      receivedFen: 2_000_000,
      carriedFen: 0,
      returnedFen: 0,
      committedFen: 250_000,
      spentFen: 0,
      leftFen: 1_750_000,
    })
    expect(now.classesWithout).toEqual([extra.name])
    for (const figure of ['declared', 'approved', 'received', 'carried', 'returned', 'committed', 'spent']) {
      const own = (
        await funded.officer.get('/api/ledger-entries', { schoolId: funded.school.id, figure, pageSize: 200 })
      ).body.items
      expect(own.reduce((sum: number, entry: { effectFen: number }) => sum + entry.effectFen, 0)).toBe(
        now.totals[`${figure}Fen`],
      )
    }
  })

  it("shows the school's own money first and filters by class and warning, totals agreeing", async () => {
    const funded = await fundedSchool(test, 2)
    await fundPolicy(test, funded.fund, { distributionDays: 30 })
    const [first] = await allotted(test, funded)
    await paid(funded, { allotmentId: first!, amountFen: 1_000_000 })
    const all = await board(funded)
    expect(all.rows.map((row: Row) => row.warnings.map((each) => each.code))).toEqual([
      [],
      ['unspent_near_end'],
    ])
    expect(all.rows[1].warnings[0].message).toBe(
      '距使用期限 2026-12-31 还有 41 天，还有 ¥10,000.00 没有使用。',
    )
    expect(
      (
        await funded.officer
          .inEnglish()
          .get('/api/funding/board', { schoolId: funded.school.id, fiscalYear: 2026 })
      ).body.rows[1].warnings[0].message,
    ).toContain('41 days to go')
    const own = await board(funded, { homeClassId: funded.classes[0]!.id })
    expect([own.rows.length, own.totals.spentFen, own.totals.leftFen]).toEqual([1, 1_000_000, 0])
    const warned = await board(funded, { warning: 'any' })
    expect([warned.rows.length, warned.totals.leftFen]).toEqual([1, 1_000_000])
    expect((await board(funded, { warning: 'pace_fast' })).rows).toEqual([])
    expect(
      (
        await funded.officer.get('/api/funding/board', {
          schoolId: funded.school.id,
          fiscalYear: 2026,
          warning: 'no_such',
        })
      ).status,
    ).toBe(400)
    const sheet = readWorkbook(
      (
        await funded.officer.get('/api/funding/board/export.xlsx', {
          schoolId: funded.school.id,
          fiscalYear: 2026,
        })
      ).raw,
      'board.xlsx',
    ).sheets[0]!.rows.map(({ cells }) => cells)
    expect(sheet.at(-1)!.slice(4, 13)).toEqual([20_000, 20_000, 20_000, 20_000, 0, 0, 0, 10_000, 10_000])
  })

  it('warns of money that stands with the school for too long', async () => {
    const funded = await fundedSchool(test, 1)
    await fundPolicy(test, funded.fund, { distributionDays: 10, spendingDueDay: '12-05' })
    await received(test, funded)
    const before = await board(funded)
    expect(before.rows[0]).toMatchObject({
      homeClassId: null,
      className: null,
      figures: { leftFen: 1_000_000 },
      warnings: [{ code: 'unspent_near_end' }],
    })
    expect(before.rows[0].warnings[0].message).toContain('2026-12-05')
    test.clock.set('2026-12-04T08:00:00Z')
    const principal = await test.as(await test.world.user('principal', { school: funded.school }))
    const after = (
      await principal.get('/api/funding/board', { schoolId: funded.school.id, fiscalYear: 2026 })
    ).body
    test.clock.set('2026-11-20T08:00:00Z')
    expect(after.rows[0].warnings.map((each: { code: string }) => each.code)).toEqual([
      'distribution_overdue',
      'unspent_near_end',
    ])
  })

  it('follows the money from the notices through the school to its classes', async () => {
    const funded = await fundedSchool(test, 2)
    const [first] = await allotted(test, funded)
    await paid(funded, { allotmentId: first!, amountFen: 300_000 })
    const flow = (
      await funded.officer.get('/api/funding/flow', { schoolId: funded.school.id, fiscalYear: 2026 })
    ).body
    expect(flow).toMatchObject({
      grantedFen: 2_000_000,
      figures: { receivedFen: 2_000_000, spentFen: 300_000, leftFen: 1_700_000 },
      pot: { receivedFen: 0, leftFen: 0 },
    })
    expect(flow.notices).toEqual([
      expect.objectContaining({
        amountFen: 2_000_000,
        receivedOn: '2026-11-20',
        level: 'city',
        schemeStatus: 'approved',
      }),
    ])
    expect(
      flow.classes.map((each: { className: string; figures: { receivedFen: number } }) => [
        each.className,
        each.figures.receivedFen,
      ]),
    ).toEqual(funded.classes.map(({ name }) => [name, 1_000_000]))
    const stranger = await test.as(await test.world.user('principal'))
    expect(
      (await stranger.get('/api/funding/flow', { schoolId: funded.school.id, fiscalYear: 2026 })).status,
    ).toBe(404)
  })

  it('adds up a region: the sum of the schools, each the sum of its classes, and of its own board', async () => {
    const first = await fundedSchool(test, 2, undefined, { name: '和平一小' })
    const second = await fundedSchool(test, 1, first.fund, { name: '和平二小' })
    await allotted(test, first)
    await received(test, second)
    const ask = async (filter: Record<string, string | number | boolean> = {}) =>
      (
        await first.education.get('/api/funding/region-board', {
          fiscalYear: 2026,
          fundId: first.fund.id,
          ...filter,
        })
      ).body
    const region = await ask({ classes: true })
    expect(region).toMatchObject({
      schoolCount: 2,
      classCount: 3,
      totals: { receivedFen: 3_000_000, leftFen: 3_000_000 },
    })
    expect(
      region.schools.map((each: { schoolName: string; classCount: number; rows: Row[] }) => [
        each.schoolName,
        each.classCount,
        each.rows.length,
      ]),
    ).toEqual([
      ['和平一小', 2, 2],
      ['和平二小', 1, 2],
    ])
    for (const { schoolId, figures, rows } of region.schools as {
      schoolId: number
      figures: Record<string, number>
      rows: Row[]
    }[]) {
      const own = (
        await first.education.get('/api/funding/board', { schoolId, fiscalYear: 2026, fundId: first.fund.id })
      ).body
      expect(own.totals).toEqual(figures)
      expect(own.rows).toEqual(rows)
    }
    expect(region.schools[1].warnings).toEqual([{ code: 'unspent_near_end', name: '临近期限未用', count: 1 }])
    const page = await ask({ page: 2, pageSize: 1 })
    expect([page.schools.length, page.schools[0].rows, page.totals]).toEqual([1, null, region.totals])
    expect((await ask({ warning: 'pace_slow' })).schools).toEqual([])
    expect((await ask({ regionCode: '140214' })).schools).toEqual([])
    expect(
      (await first.education.get('/api/funding/region-board', { fiscalYear: 2026, regionCode: '11' })).status,
    ).toBe(400)
    expect((await first.officer.get('/api/funding/region-board', { fiscalYear: 2026 })).body).toMatchObject({
      schoolCount: 1,
      totals: { receivedFen: 2_000_000 },
    })
    const district = await test.as(
      await test.world.user('education_finance_officer', { regionCode: '140214' }),
    )
    expect((await district.get('/api/funding/region-board', { fiscalYear: 2026 })).body).toMatchObject({
      schools: [],
      schoolCount: 0,
    })
    const sheet = readWorkbook(
      (
        await first.education.get('/api/funding/region-board/export.xlsx', {
          fiscalYear: 2026,
          fundId: first.fund.id,
        })
      ).raw,
      'board.xlsx',
    ).sheets[0]!.rows.map(({ cells }) => cells)
    expect(sheet.slice(2).map((cells) => cells[0])).toEqual([
      '和平一小',
      '和平一小',
      '和平二小',
      '和平二小',
      '合计',
    ])
  })

  it('keeps the standings equal to the ledger, and finds a row that was changed', async () => {
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
    const [any] = await test.database.read.find(Allotment, { take: 1 })
    await test.database.transaction((tx) =>
      tx.update(Allotment, { id: any!.id }, { declaredFen: 1 as never }),
    )
    expect((await verifyLedger(test.database.read)).problems).toHaveLength(1)
    await test.database.transaction((tx) =>
      tx.update(Allotment, { id: any!.id }, { declaredFen: any!.declaredFen }),
    )
  })

  it('does not show the board of another school', async () => {
    const funded = await fundedSchool(test, 1)
    const stranger = await test.as(await test.world.user('principal'))
    for (const path of ['board', 'board/export.xlsx'])
      expect(
        (await stranger.get(`/api/funding/${path}`, { schoolId: funded.school.id, fiscalYear: 2026 })).status,
      ).toBe(404)
    expect((await stranger.get('/api/ledger-entries', { schoolId: funded.school.id })).body.total).toBe(0)
    expect((await stranger.get('/api/allotments', { schoolId: funded.school.id })).body.total).toBe(0)
    const teacher = await test.as(await test.world.user('teacher', { school: funded.school }))
    for (const path of ['board', 'flow', 'region-board'])
      expect(
        (await teacher.get(`/api/funding/${path}`, { schoolId: funded.school.id, fiscalYear: 2026 })).status,
      ).toBe(403)
  })
})
