import { type Client, TestApp } from '../../../test/app.js'
import { allotted, type FundedSchool, fundedSchool, paid, sentToBank } from '../../../test/funding-world.js'
import { AuditEntry } from '../../audit/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { verifyVouchers } from './verify-vouchers.js'
import { Voucher } from './voucher.entity.js'

describe('vouchers', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())
  afterEach(() => test.clock.set('2026-11-20T08:00:00Z'))

  const number = (client: Client, { school }: FundedSchool) =>
    client.post('/api/vouchers/number', { schoolId: school.id })
  const listed = async ({ officer, school }: FundedSchool, query: object = {}) =>
    (await officer.get('/api/vouchers', { schoolId: school.id, sort: 'id', ...query })).body.items as Record<
      string,
      unknown
    >[]

  const asOf = async ({ school }: FundedSchool, role: 'school_finance_officer' | 'principal') =>
    test.as(await test.world.user(role, { school }))

  it('are numbered once by month, say in Chinese what happened, and keep their number when something is booked back', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const schoolId = funded.school.id
    await paid(funded, {
      allotmentId: allotmentId!,
      amountFen: 120_000,
      account: 'E542',
      reason: '电费',
      payee: '大同市供电公司',
    })
    const waiting = [
      await sentToBank(funded, { allotmentId: allotmentId!, amountFen: 700 }),
      await sentToBank(funded, { allotmentId: allotmentId!, amountFen: 900 }),
    ]
    expect((await funded.officer.get('/api/vouchers/waiting', { schoolId })).body).toEqual({ count: 2 })
    expect((await number(funded.officer, funded)).body).toEqual({ count: 2 })
    const first = await listed(funded)
    expect(first).toMatchObject([
      {
        code: '记-2026-11-0001',
        summary: expect.stringMatching(/^收到 2026年.+（同财教〔2026〕\d+号）$/),
        amountFen: 1_000_000,
        status: 'numbered',
        checkedByName: null,
        actions: [],
      },
      {
        code: '记-2026-11-0002',
        summary: '支付 三(1)班 电费 —— 大同市供电公司',
        amountFen: 120_000,
        makerName: expect.stringMatching(/^用户/),
      },
    ])
    const again = await number(funded.officer, funded)
    expect([again.status, again.body.code]).toEqual([422, 'funding.voucher_nothing'])
    // In December a slip of November comes in: the month is open, and its voucher comes after those that are there.
    test.clock.set('2026-12-03T02:00:00Z')
    const later = { ...funded, officer: await asOf(funded, 'school_finance_officer') }
    const registers = await test.as(await test.world.user('finance_bureau_officer'))
    for (const [index, paidOn] of ['2026-11-20', '2026-12-02'].entries())
      await registers.post(`/api/payments/${waiting[index]!}/register-slip`, {
        paidOn,
        bankSerial: `L${waiting[index]!}`,
      })
    const closed = await later.officer.post('/api/ledger-periods/close', { schoolId, month: '2026-11' })
    expect(closed.status).toBe(200)
    expect((await number(later.officer, later)).body).toEqual({ count: 1 })
    expect((await listed(later)).map(({ code, accountedOn }) => [code, accountedOn])).toEqual([
      ['记-2026-11-0001', '2026-11-20'],
      ['记-2026-11-0002', '2026-11-20'],
      ['记-2026-11-0003', '2026-11-20'],
      ['记-2026-12-0001', '2026-12-02'],
    ])
    expect((await listed(later, { month: '2026-12' })).map(({ code }) => code)).toEqual(['记-2026-12-0001'])
    expect((await listed(later)).slice(0, 2)).toEqual(first)
    expect(await verifyVouchers(test.database.read, schoolId)).toEqual([])
  })

  it('have both sides to the item level, on paper and in a sheet', async () => {
    const funded = await fundedSchool(test, 2)
    const [allotmentId] = await allotted(test, funded)
    await paid(funded, { allotmentId: allotmentId!, amountFen: 50_000, account: 'E544' })
    await number(funded.officer, funded)
    const { id } = (await listed(funded)).at(-1)!
    const { body } = await funded.officer.get(`/api/vouchers/${String(id)}`)
    const said = (line: Record<string, unknown>) => [
      line['side'],
      line['code'],
      line['functionalClass'],
      line['economicCategory'],
      line['debitFen'],
      line['creditFen'],
    ]
    expect((body.lines as Record<string, unknown>[]).map(said)).toEqual([
      ['financial', '5001-02', null, '30213', 50_000, 0],
      ['financial', '1201', null, null, 0, 50_000],
      ['budget', '7201', '2050202', '30213', 50_000, 0],
      ['budget', '8001', null, null, 0, 50_000],
    ])
    expect(body.journalId).toEqual(expect.any(Number))
    const pdf = await funded.officer.get(`/api/vouchers/${String(id)}/paper.pdf`)
    // One sheet of A4.
    expect([pdf.status, /\/Count 1\b/.test(pdf.raw.toString('latin1'))]).toEqual([200, true])
    expect((await funded.officer.get(`/api/vouchers/${String(id)}/paper.docx`)).status).toBe(200)
    const sheet = await funded.officer.get('/api/vouchers/export.xlsx', { schoolId: funded.school.id })
    const rows = readWorkbook(sheet.raw, 'v.xlsx').sheets[0]!.rows.map(({ cells }) => cells)
    expect(rows).toHaveLength(1 + 4 + 4)
    expect(rows[0]!.slice(1, 5)).toEqual(['凭证号', '日期', '摘要', '会计'])
    expect(rows.at(-2)!.slice(4, 12)).toEqual([
      '预算会计',
      '7201',
      '事业支出',
      '维修费',
      '2050202',
      '30213',
      500,
      null,
    ])
    const mapping = (await funded.officer.get('/api/vouchers/mapping')).body
    expect(mapping.accounts.find(({ account }: { account: string }) => account === 'E543')).toMatchObject({
      budget: '7201',
      economicCategory: '30202',
      economicName: '印刷费',
      isVerified: false,
      questionZh: expect.stringContaining('7201'),
    })
  })

  it('are checked once, by somebody who did not cause them, nor for whom their maker acted', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const [maker, stranger, giver] = [
      await test.world.user('accounting_centre_officer'),
      await test.world.user('accounting_centre_officer'),
      await test.world.user('accounting_centre_officer'),
    ]
    const [makes, checks, gives] = [await test.as(maker), await test.as(stranger), await test.as(giver)]
    await paid({ ...funded, finance: makes }, { allotmentId: allotmentId!, amountFen: 300 })
    await number(funded.officer, funded)
    const [received, spent] = (await listed(funded)) as { id: number; makerName: string }[]
    expect(spent!.makerName).toBe(maker.displayName)
    const own = await makes.post(`/api/vouchers/${spent!.id}/check`)
    expect([own.status, own.body.code]).toEqual([422, 'funding.voucher_own'])
    expect((await makes.get(`/api/vouchers/${spent!.id}`)).body.actions).toEqual([])
    expect((await checks.get(`/api/vouchers/${spent!.id}`)).body.actions).toEqual(['check'])
    const checked = await checks.post(`/api/vouchers/${spent!.id}/check`)
    expect(checked.body).toMatchObject({
      status: 'checked',
      checkedByName: stranger.displayName,
      checkedAt: test.clock.now().toISOString(),
      actions: [],
    })
    expect(await test.database.read.findOneByOrFail(Voucher, { id: spent!.id })).toMatchObject({
      checkedById: stranger.id,
    })
    const twice = await gives.post(`/api/vouchers/${spent!.id}/check`)
    expect([twice.status, twice.body.code]).toEqual([409, 'funding.voucher_checked'])
    expect((await funded.officer.post(`/api/vouchers/${received!.id}/check`)).status).toBe(403)
    expect((await number(funded.centre, funded)).status).toBe(403)
    const both = await Promise.all([
      checks.post(`/api/vouchers/${received!.id}/check`),
      gives.post(`/api/vouchers/${received!.id}/check`),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(
      await test.database.read.countBy(AuditEntry, { action: 'voucher.check', entityId: received!.id }),
    ).toBe(1)
    expect(await listed(funded, { status: 'numbered' })).toEqual([])
    expect(await verifyVouchers(test.database.read, funded.school.id)).toEqual([])
  })

  it('are not checked in the place of who caused them', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const [maker, helper] = [
      await test.world.user('accounting_centre_officer'),
      await test.world.user('finance_bureau_officer'),
    ]
    await paid({ ...funded, finance: await test.as(maker) }, { allotmentId: allotmentId!, amountFen: 300 })
    await number(funded.officer, funded)
    await test.world.delegation({ from: maker, to: helper, permissions: ['payment.check'] })
    const helps = await test.as(helper)
    const [received, spent] = (await listed(funded)) as { id: number }[]
    expect((await helps.post(`/api/vouchers/${spent!.id}/check`)).body.code).toBe('funding.voucher_own')
    expect((await helps.post(`/api/vouchers/${received!.id}/check`)).status).toBe(200)
  })

  it('are numbered once where two ask at the same instant', async () => {
    const funded = await fundedSchool(test, 1)
    await allotted(test, funded)
    const [one, other] = [await asOf(funded, 'school_finance_officer'), funded.officer]
    const answers = await Promise.all([number(one, funded), number(other, funded)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    expect((await listed(funded)).map(({ code }) => code)).toEqual(['记-2026-11-0001'])
  })

  it('belong to their school', async () => {
    const funded = await fundedSchool(test, 1)
    await allotted(test, funded)
    await number(funded.officer, funded)
    const [{ id } = { id: 0 }] = (await listed(funded)) as { id: number }[]
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.get(`/api/vouchers/${id}`)).status).toBe(404)
    expect((await stranger.get(`/api/vouchers/${id}/paper.pdf`)).status).toBe(404)
    expect((await stranger.get('/api/vouchers')).body.items).toEqual([])
    expect((await number(stranger, funded)).status).toBe(404)
    expect((await stranger.get('/api/vouchers/waiting', { schoolId: funded.school.id })).status).toBe(404)
    const elsewhere = await test.as(
      await test.world.user('accounting_centre_officer', { regionCode: '3302' }),
    )
    expect((await elsewhere.post(`/api/vouchers/${id}/check`)).status).toBe(404)
  })
})
