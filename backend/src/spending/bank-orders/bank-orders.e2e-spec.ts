import { type Client, TestApp } from '../../../test/app.js'
import { asIf } from '../../../test/as-if.js'
import {
  accountOf,
  allotted,
  approvedDeclaration,
  type FundedSchool,
  fundedSchool,
  issuedNotice,
  referenceOf,
  sentToBank,
} from '../../../test/funding-world.js'
import { AuditEntry } from '../../audit/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { Payment } from '../payments/payment.entity.js'
import { BankOrderLine } from './bank-order-line.entity.js'
import { BankOrder } from './bank-order.entity.js'

describe('bank orders', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  async function schoolWithMoney(): Promise<{ funded: FundedSchool; allotmentId: number }> {
    const funded = await fundedSchool(test, 1)
    return { funded, allotmentId: (await allotted(test, funded))[0]! }
  }
  const sheetOf = async (client: Client, id: number) => {
    const answer = await client.get(`/api/bank-orders/${id}/file.xlsx`)
    expect(answer.status).toBe(200)
    return readWorkbook(answer.raw, 'o.xlsx').sheets[0]!
  }
  const draw = (funded: FundedSchool, rest: object = {}) =>
    funded.centre.post('/api/bank-orders', { schoolId: funded.school.id, ...rest })

  it('take every checked payment once, and give the same rows each time they are asked', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const first = await sentToBank(funded, { allotmentId, amountFen: 123_456, payeeAccount: '6222020000123' })
    const second = await sentToBank(funded, { allotmentId, amountFen: 100, ...accountOf('书店') })
    expect(
      (await funded.centre.get('/api/bank-orders/waiting', { schoolId: funded.school.id })).body,
    ).toEqual({
      count: 2,
      amountFen: 123_556,
    })
    const stale = await draw(funded, { count: 3, amountFen: 123_556 })
    expect([stale.status, stale.body.code]).toEqual([409, 'funding.bank_order_changed'])
    const drawn = await draw(funded, { count: 2, amountFen: 123_556 })
    expect(drawn.status).toBe(201)
    expect(drawn.body).toMatchObject({
      number: expect.stringMatching(/^2026-\d{4}$/),
      status: 'drawn',
      lineCount: 2,
      amountFen: 123_556,
      exportedCount: 0,
      drawnByName: expect.stringMatching(/^用户/),
      sentAt: null,
      unansweredCount: 2,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      actions: ['send', 'dissolve'],
    })
    const { id, number } = drawn.body
    expect((await funded.officer.get(`/api/payments/${first}`)).body.bankOrderNumber).toBe(number)
    expect((await draw(funded)).body.code).toBe('funding.bank_order_nothing')
    const sheet = await sheetOf(funded.centre, id)
    expect(sheet.name).toBe(number)
    expect(sheet.rows.map((row) => row.cells)).toEqual([
      ['业务参考号', '付款单位', '收款人全称', '账号', '开户行', '联行号', '金额', '用途', '批次号'],
      [
        referenceOf(first),
        funded.school.name,
        '材料店',
        '6222020000123',
        '工商银行大同分行',
        null,
        1234.56,
        '三(1)班 剪纸材料一批',
        number,
      ],
      [
        referenceOf(second),
        funded.school.name,
        '书店',
        accountOf('书店').payeeAccount,
        '工商银行大同分行',
        null,
        1,
        '三(1)班 剪纸材料一批',
        number,
      ],
    ])
    // Whatever becomes of the payment, the file of what was sent stays what it was.
    await funded.centre.post(`/api/bank-orders/${id}/send`)
    await funded.finance.post(`/api/payments/${second}/register-failure`, { comment: '账户注销' })
    await funded.officer.patch(`/api/payments/${second}`, accountOf('新书店'))
    const again = await sheetOf(funded.centre, id)
    expect(again.name).toBe(`${number} 再次导出 第1次`)
    expect(again.rows.map((row) => row.cells)).toEqual(sheet.rows.map((row) => row.cells))
    expect((await funded.centre.get(`/api/bank-orders/${id}`)).body).toMatchObject({
      exportedCount: 2,
      unansweredCount: 1,
      contentHash: drawn.body.contentHash,
    })
    const entries = await test.database.read.findBy(AuditEntry, { entity: 'bank_order', entityId: id })
    expect(entries.map(({ action }) => action)).toEqual([
      'bank_order.draw',
      'bank_order.export',
      'bank_order.send',
      'bank_order.export',
    ])
    expect(entries[0]!.after).toMatchObject({ count: 2, amountFen: 123_556 })
    const lines = await test.database.read.findBy(BankOrderLine, { bankOrderId: id })
    expect(JSON.stringify(lines)).not.toContain('6222020000123')
  })

  it('leave for the budget system by notice, function and economic category, each look on record', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const power = await sentToBank(funded, {
      allotmentId,
      amountFen: 88_050,
      account: 'E542',
      reason: '十月电费',
      ...accountOf('供电公司'),
    })
    const paper = await sentToBank(funded, { allotmentId, amountFen: 5_000 })
    const { body: order } = await draw(funded)
    const taken = await funded.centre.get(`/api/bank-orders/${order.id}/budget-file.xlsx`)
    const { rows } = readWorkbook(taken.raw, 'b.xlsx').sheets[0]!
    const [titles, ...lines] = rows.map(({ cells }) => cells)
    expect(titles!.join()).toBe(
      '预算单位,指标文号,功能分类,经济分类,支付方式,收款人全称,账号,开户行,金额,摘要,业务参考号',
    )
    const [notice] = await test.database.read.query<{ documentNumber: string }[]>(
      'SELECT documentNumber FROM appropriation WHERE fundId = ?',
      [funded.fund.id],
    )
    const row = (payee: string, ...rest: (string | number)[]) =>
      [funded.school.name, notice!.documentNumber, '2050202', rest[0], '国库集中支付', payee]
        .concat([accountOf(payee).payeeAccount, accountOf(payee).payeeBank], rest.slice(1))
        .join()
    expect(lines.map((cells) => cells.join())).toEqual([
      row('供电公司', '30206', 880.5, '三(1)班 十月电费', referenceOf(power)),
      row('材料店', '30218', 50, '三(1)班 剪纸材料一批', referenceOf(paper)),
    ])
    const [entry] = await test.database.read.findBy(AuditEntry, {
      action: 'bank_order.export',
      entityId: order.id,
    })
    expect(entry!.after).toMatchObject({ form: 'budget_system', contentHash: order.contentHash })
    // It is not the file that goes to the bank.
    expect((await funded.centre.get(`/api/bank-orders/${order.id}`)).body.exportedCount).toBe(0)
    await funded.centre.post(`/api/bank-orders/${order.id}/dissolve`, { comment: '重做' })
    expect((await funded.centre.get(`/api/bank-orders/${order.id}/budget-file.xlsx`)).body.code).toBe(
      'funding.bank_order_dissolved',
    )
  })

  it('name for each level that pays the notice by which it does', async () => {
    const fund = await test.world.fund()
    const funded = await fundedSchool(test, 1, fund)
    await test.world.standard({
      fund,
      shares: [
        { level: 'city', weight: 4 },
        { level: 'district', weight: 6 },
      ],
    })
    await approvedDeclaration(test, funded)
    for (const level of ['city', 'district']) {
      const notice = await issuedNotice(funded, 2026, { level })
      await funded.officer.post(`/api/receipts/${notice.lines[0]!.id}/receive`)
      const scheme = await funded.officer.post('/api/schemes', { receiptId: notice.lines[0]!.id })
      await funded.officer.post(`/api/schemes/${scheme.body.id}/submit`, { staffMeetingOn: '2026-11-20' })
      await funded.principal.post(`/api/schemes/${scheme.body.id}/approve`)
    }
    const allotments = await funded.officer.get('/api/allotments', { schoolId: funded.school.id, sort: 'id' })
    const onClass = allotments.body.items.find(({ homeClassId }: { homeClassId: number }) => homeClassId)
    await sentToBank(funded, { allotmentId: onClass.id, amountFen: 1_000 })
    const { body: order } = await draw(funded)
    const taken = await funded.centre.get(`/api/bank-orders/${order.id}/budget-file.xlsx`)
    const notices = await test.database.read.query<{ level: string; documentNumber: string }[]>(
      'SELECT level, documentNumber FROM appropriation WHERE fundId = ? ORDER BY id',
      [fund.id],
    )
    const lines = readWorkbook(taken.raw, 'b.xlsx').sheets[0]!.rows.slice(1)
    expect(lines.map(({ cells }) => [cells[1], cells[8]])).toEqual([
      [notices[0]!.documentNumber, 4],
      [notices[1]!.documentNumber, 6],
    ])
  })

  it('are said to be sent by a person; what is sent again after a failure goes into a new one', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const payment = await sentToBank(funded, { allotmentId, amountFen: 5_000 })
    const { body: order } = await draw(funded)
    const sent = await funded.centre.post(`/api/bank-orders/${order.id}/send`, { revision: order.revision })
    expect(sent.body).toMatchObject({
      status: 'sent',
      sentAt: test.clock.now().toISOString(),
      sentByName: expect.stringMatching(/^用户/),
      actions: [],
    })
    expect((await funded.centre.post(`/api/bank-orders/${order.id}/send`)).status).toBe(409)
    expect(
      (await funded.centre.post(`/api/bank-orders/${order.id}/dissolve`, { comment: '重做' })).status,
    ).toBe(409)
    await funded.finance.post(`/api/payments/${payment}/register-failure`, { comment: '户名不符' })
    await funded.officer.post(`/api/payments/${payment}/resend`)
    await funded.principal.post(`/api/payments/${payment}/approve`)
    await funded.centre.post(`/api/payments/${payment}/check`)
    const next = await draw(funded)
    expect(next.body).toMatchObject({ lineCount: 1, amountFen: 5_000 })
    expect(next.body.number > order.number).toBe(true)
    expect((await sheetOf(funded.centre, next.body.id)).rows[1]!.cells[0]).toBe(`${referenceOf(payment)}-2`)
    expect(
      (await funded.centre.get('/api/bank-orders', { schoolId: funded.school.id, status: 'sent' })).body
        .items,
    ).toMatchObject([{ id: order.id, unansweredCount: 0 }])
    expect(
      (await funded.centre.get('/api/payments', { bankOrderId: order.id })).body.items.map(
        (each: { id: number }) => each.id,
      ),
    ).toEqual([payment])
  })

  it('are dissolved with a reason while they are not sent, and their payments go into another', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    await sentToBank(funded, { allotmentId, amountFen: 5_000 })
    const { body: order } = await draw(funded)
    expect((await funded.centre.post(`/api/bank-orders/${order.id}/dissolve`)).body.code).toBe(
      'state.comment_needed',
    )
    expect(
      (await funded.centre.post(`/api/bank-orders/${order.id}/dissolve`, { comment: '银行要求重做' })).body,
    ).toMatchObject({ status: 'dissolved', unansweredCount: 0, actions: [] })
    const gone = await funded.centre.get(`/api/bank-orders/${order.id}/file.xlsx`)
    expect([gone.status, gone.body.code]).toEqual([409, 'funding.bank_order_dissolved'])
    const next = await draw(funded)
    expect(next.body).toMatchObject({ lineCount: 1, amountFen: 5_000 })
    const [line] = await test.database.read.findBy(BankOrderLine, { bankOrderId: next.body.id })
    expect((await funded.officer.get(`/api/payments/${line!.paymentId}`)).body.bankOrderNumber).toBe(
      next.body.number,
    )
  })

  it('hold their payments until they are marked as sent or dissolved', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const id = await sentToBank(funded, { allotmentId, amountFen: 5_000 })
    const { body: order } = await draw(funded)
    const refused = {
      status: 409,
      body: { code: 'funding.bank_order_unsent', params: { number: order.number } },
    }
    expect(
      await funded.finance.post(`/api/payments/${id}/register-failure`, { comment: '户名不符' }),
    ).toMatchObject(refused)
    expect(
      await funded.finance.post(`/api/payments/${id}/register-slip`, { bankSerial: 'U1' }),
    ).toMatchObject(refused)
    const bytes = Buffer.from(
      `业务参考号,金额,收款人名称,交易状态,交易日期,银行流水号\r\n${referenceOf(id)},50.00,材料店,成功,2026-11-20,U${id}\r\n`,
    )
    const file = await funded.officer.upload('/api/bank-returns', {}, { name: 'r.csv', bytes })
    expect(file.body).toMatchObject({ lineCount: 1, matchedCount: 0 })
    const [line] = (await funded.officer.get('/api/bank-return-lines', { bankReturnId: file.body.id })).body
      .items
    expect(line).toMatchObject({ outcome: 'unmatched', reason: 'not_sent', paymentId: id })
    const settle = () => funded.finance.post(`/api/bank-return-lines/${line.id}/settle`, { paymentId: id })
    expect(await settle()).toMatchObject(refused)
    expect((await funded.centre.post(`/api/bank-orders/${order.id}/send`)).status).toBe(200)
    expect((await settle()).status).toBe(200)
  })

  it('do not go to the bank with a payment that does not wait any more, and hold it in one order only', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const id = await sentToBank(funded, { allotmentId, amountFen: 5_000 })
    const { body: order } = await draw(funded)
    // As it stands in a database from before its order held it.
    await asIf(test, [{ entity: 'payment', id }], (tx) => tx.update(Payment, { id }, { status: 'failed' }))
    const refused = {
      status: 409,
      body: {
        code: 'funding.bank_order_gone',
        params: { number: order.number, reference: referenceOf(id), payee: '材料店' },
      },
    }
    const send = () => funded.centre.post(`/api/bank-orders/${order.id}/send`)
    const take = () => funded.centre.get(`/api/bank-orders/${order.id}/file.xlsx`)
    expect([await send(), await take()]).toMatchObject([refused, refused])
    await funded.officer.post(`/api/payments/${id}/resend`)
    await funded.principal.post(`/api/payments/${id}/approve`)
    expect((await funded.centre.post(`/api/payments/${id}/check`)).status).toBe(200)
    expect((await draw(funded)).body.code).toBe('funding.bank_order_nothing')
    expect([await send(), await take()]).toMatchObject([refused, refused])
    expect((await funded.centre.get(`/api/bank-orders/${order.id}`)).body).toMatchObject({
      exportedCount: 0,
      actions: ['dissolve'],
    })
    expect(
      (await funded.centre.post(`/api/bank-orders/${order.id}/dissolve`, { comment: '账户已改' })).status,
    ).toBe(200)
    const next = await draw(funded)
    expect(next.status).toBe(201)
    expect((await sheetOf(funded.centre, next.body.id)).rows[1]!.cells[0]).toBe(`${referenceOf(id)}-2`)
  })

  it('are drawn or see the failure first, when two processes do both at one instant', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const other = await test.beside()
    const treasury = await other.as(await test.world.user('finance_bureau_officer'))
    for (let round = 0; round < 5; round += 1) {
      const id = await sentToBank(funded, { allotmentId, amountFen: 100 })
      const [drawn, failed] = await Promise.all([
        draw(funded),
        treasury.post(`/api/payments/${id}/register-failure`, { comment: '户名不符' }),
      ])
      expect([
        [201, 409],
        [422, 200],
      ]).toContainEqual([drawn.status, failed.status])
      if (drawn.status === 201) await funded.centre.post(`/api/bank-orders/${drawn.body.id}/send`)
    }
    await other.stop()
  }, 60_000)

  it('never hold one payment twice, when two draw at one instant', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    for (const amountFen of [100, 200, 300]) await sentToBank(funded, { allotmentId, amountFen })
    const other = await test.as(await test.world.user('accounting_centre_officer'))
    const answers = await Promise.all([
      draw(funded),
      other.post('/api/bank-orders', { schoolId: funded.school.id }),
      draw(funded),
    ])
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status !== 201 && status !== 409 && status !== 422)).toEqual([])
    const lines = await test.database.read.findBy(BankOrderLine, { schoolId: funded.school.id })
    expect(lines).toHaveLength(3)
    const orders = await test.database.read.find(BankOrder)
    expect(new Set(orders.map(({ drawer, number }) => `${drawer} ${number}`)).size).toBe(orders.length)
  })

  it('are drawn and taken by the accounting centre alone, within its region', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    await sentToBank(funded, { allotmentId, amountFen: 5_000 })
    for (const client of [funded.officer, funded.principal, funded.finance]) {
      expect((await client.post('/api/bank-orders', {})).status).toBe(403)
      expect((await client.get('/api/bank-orders/waiting')).status).toBe(403)
    }
    const elsewhere = await test.as(
      await test.world.user('accounting_centre_officer', { regionCode: '1403' }),
    )
    expect((await elsewhere.post('/api/bank-orders', { schoolId: funded.school.id })).status).toBe(404)
    expect((await elsewhere.post('/api/bank-orders', {})).body.code).toBe('funding.bank_order_nothing')
    const { body: order } = await draw(funded)
    for (const path of ['', '/file.xlsx', '/budget-file.xlsx'])
      expect((await elsewhere.get(`/api/bank-orders/${order.id}${path}`)).status).toBe(404)
    expect((await elsewhere.post(`/api/bank-orders/${order.id}/send`)).status).toBe(404)
    expect((await elsewhere.get('/api/bank-orders')).body.total).toBe(0)
    expect((await funded.officer.get(`/api/bank-orders/${order.id}`)).body).toMatchObject({ actions: [] })
    expect((await funded.officer.get(`/api/bank-orders/${order.id}/file.xlsx`)).status).toBe(403)
    expect((await funded.officer.get(`/api/bank-orders/${order.id}/budget-file.xlsx`)).status).toBe(403)
    expect((await funded.officer.post(`/api/bank-orders/${order.id}/send`)).status).toBe(403)
    expect(
      (await funded.officer.post(`/api/bank-orders/${order.id}/dissolve`, { comment: '否' })).status,
    ).toBe(403)
  })

  it('belong to the accounting centre, which neither approves declarations nor issues notices', async () => {
    const { funded } = await schoolWithMoney()
    for (const [path, client] of [
      ['/api/declarations/1/approve', funded.centre],
      ['/api/declarations/1/finance-check', funded.centre],
      ['/api/appropriations/1/issue', funded.centre],
      ['/api/payments/1/approve', funded.centre],
      ['/api/payments/1/check', funded.finance],
    ] as const)
      expect((await client.post(path, {})).status).toBe(403)
  })
})
