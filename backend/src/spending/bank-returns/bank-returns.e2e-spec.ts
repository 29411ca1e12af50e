import { TestApp } from '../../../test/app.js'
import { xlsxOf } from '../../../test/fixtures/sheets/make.js'
import {
  booked,
  accountOf,
  allotted,
  type FundedSchool,
  fundedSchool,
  referenceOf,
  sentToBank,
} from '../../../test/funding-world.js'
import { AuditEntry } from '../../audit/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { Allotment, LedgerJournal, verifyLedger } from '../../ledger/index.js'
import { Payment } from '../payments/payment.entity.js'
import { BankReturn } from './bank-return.entity.js'
import { BankReturnLine } from './bank-return-line.entity.js'

const titles = ['业务参考号', '交易日期', '收款人名称', '交易金额', '交易状态', '银行流水号', '附言']
type Line = [
  string | null,
  string | null,
  string | null,
  string | number | null,
  string | null,
  string | null,
  string | null,
]

describe('bank returns', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const file = (lines: Line[], note = '') =>
    xlsxOf({
      [`回单${note}`]: [
        ['中国某银行批量付款回单'],
        titles,
        ...lines,
        ['合计', null, null, null, null, null, null],
      ],
    })
  const upload = (
    client: FundedSchool['officer'],
    bytes: Buffer,
    path = '/api/bank-returns',
    name = '回单.xlsx',
  ) => client.upload(path, {}, { name, bytes })
  const linesOf = async (client: FundedSchool['officer'], bankReturnId: number) =>
    (await client.get('/api/bank-return-lines', { bankReturnId, pageSize: 200, sort: 'rowNumber' })).body
      .items

  async function sent(
    count: number,
    amountFen = 100_000,
  ): Promise<{ funded: FundedSchool; ids: number[]; allotmentId: number }> {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const ids = []
    for (let number = 0; number < count; number += 1)
      ids.push(await sentToBank(funded, { allotmentId: allotmentId!, amountFen }))
    return { funded, ids, allotmentId: allotmentId! }
  }

  it('shows what it would do, writes nothing, and then does just that', async () => {
    const { funded, ids, allotmentId } = await sent(2)
    const serial = `A${ids[0]}`
    const bytes = file([
      [referenceOf(ids[0]!), '2026-11-20', '材料店', '1,000.00', '成功', serial, null],
      [referenceOf(ids[1]!).toLowerCase(), '2026/11/20', '材料店', 1000, '失败', `B${ids[0]}`, '户名不符'],
      ['KH99999999', '2026-11-20', '不知道', '500.00', '成功', `C${ids[0]}`, null],
      [null, '2026-11-20', '材料店', '1.00', '成功', `D${ids[0]}`, null],
    ])
    const preview = await upload(funded.officer, bytes, '/api/bank-returns/preview')
    expect([preview.status, preview.body]).toMatchObject([
      200,
      {
        lineCount: 4,
        outcomes: [
          { outcome: 'paid', count: 1, amountFen: 100_000 },
          { outcome: 'failed', count: 1 },
          { outcome: 'unmatched', count: 2, amountFen: 50_100 },
        ],
      },
    ])
    expect(await test.database.read.countBy(BankReturn, { schoolId: funded.school.id })).toBe(0)
    const answer = await upload(funded.officer, bytes)
    expect([answer.status, answer.body]).toMatchObject([
      201,
      { lineCount: 4, matchedCount: 2, paidFen: 100_000 },
    ])
    const lines = await linesOf(funded.officer, answer.body.id)
    expect(lines).toMatchObject([
      { rowNumber: 3, outcome: 'paid', paymentId: ids[0], actions: [] },
      { rowNumber: 4, outcome: 'failed', paymentId: ids[1], bankRemark: '户名不符' },
      { rowNumber: 5, outcome: 'unmatched', reason: 'unknown_reference', paymentId: null, amountFen: 50_000 },
      { rowNumber: 6, outcome: 'unmatched', reason: 'no_reference' },
    ])
    expect(
      preview.body.lines.map((line: { outcome: string; reason: string }) => [line.outcome, line.reason]),
    ).toEqual(lines.map((line: { outcome: string; reason: string }) => [line.outcome, line.reason]))
    expect(await test.database.read.findOneBy(Payment, { id: ids[0]! })).toMatchObject({
      status: 'paid',
      paidOn: '2026-11-20',
      bankSerial: serial,
    })
    expect(await test.database.read.findOneBy(Payment, { id: ids[1]! })).toMatchObject({
      status: 'failed',
      failure: '户名不符',
      paidOn: null,
    })
    expect(await test.database.read.findOneBy(Allotment, { id: allotmentId })).toMatchObject({
      committedFen: 100_000,
      spentFen: 100_000,
    })
    expect(await booked(test, { businessKey: `spend:payment:${ids[0]}` })).toMatchObject([
      { accountedOn: '2026-11-20', amountFen: 100_000 },
    ])
    expect((await funded.officer.get(`/api/bank-returns/${answer.body.id}`)).body).toMatchObject({
      statement: {
        bankPaidFen: 150_100,
        ledgerSpentFen: 100_000,
        bankOnlyFen: 50_100,
        adjustedBankFen: 150_100,
        adjustedLedgerFen: 150_100,
        openCount: 2,
        isAgreed: false,
      },
    })
    expect(
      await test.database.read.countBy(AuditEntry, { action: 'payment.settle', entityId: ids[0]! }),
    ).toBe(1)
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })

  it('posts nothing the second time; the same payment under another serial number is an alarm', async () => {
    const { funded, ids, allotmentId } = await sent(1)
    const line = (serial: string): Line => [
      referenceOf(ids[0]!),
      '2026-11-20',
      '材料店',
      '1,000.00',
      '成功',
      serial,
      null,
    ]
    const bytes = file([line(`R${ids[0]}`)])
    expect((await upload(funded.officer, bytes)).status).toBe(201)
    const again = await upload(funded.officer, bytes, '/api/bank-returns', '另一个名字.xlsx')
    expect([again.status, again.body.code]).toEqual([409, 'funding.bank_file_known'])
    expect(again.body.message).toContain('2026-11-20')
    expect((await upload(funded.officer, bytes, '/api/bank-returns/preview')).body.code).toBe(
      'funding.bank_file_known',
    )
    const [sameSerial, otherSerial] = [
      await upload(funded.officer, file([line(`R${ids[0]}`)], '二')),
      await upload(funded.officer, file([line(`Q${ids[0]}`)], '三')),
    ]
    expect([
      await linesOf(funded.officer, sameSerial.body.id),
      await linesOf(funded.officer, otherSerial.body.id),
    ]).toMatchObject([
      [{ outcome: 'repeated', reason: 'said_before' }],
      [{ outcome: 'paid_twice', reason: null, paymentId: ids[0] }],
    ])
    expect(await test.database.read.findOneBy(Allotment, { id: allotmentId })).toMatchObject({
      spentFen: 100_000,
      committedFen: 0,
    })
    expect(await test.database.read.countBy(LedgerJournal, { businessKey: `spend:payment:${ids[0]}` })).toBe(
      1,
    )
  })

  it('settles a payment once when the same file arrives twice at once', async () => {
    const { funded, ids, allotmentId } = await sent(1)
    const bytes = file([[referenceOf(ids[0]!), '2026-11-20', '材料店', 1000, '成功', `T${ids[0]}`, null]])
    const answers = await Promise.all([1, 2, 3].map(() => upload(funded.officer, bytes)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409])
    expect(await test.database.read.findOneBy(Allotment, { id: allotmentId })).toMatchObject({
      spentFen: 100_000,
      committedFen: 0,
    })
  })

  it('never takes another amount, an unsent payment, a later day or what cannot be read', async () => {
    const { funded, ids, allotmentId } = await sent(4)
    const { id: draft } = (
      await funded.officer.post('/api/payments', {
        lines: [{ allotmentId, amountFen: 100_000, account: 'E530' }],
        ...accountOf('材料店'),
        reason: '剪纸材料一批',
      })
    ).body
    await funded.officer.post(`/api/payments/${draft}/submit`)
    const bytes = file([
      [referenceOf(ids[0]!), '2026-11-20', '材料店', '1,000.50', '成功', null, null],
      [referenceOf(draft), '2026-11-20', '材料店', '1,000.00', '成功', null, null],
      [referenceOf(ids[1]!), '2026-11-30', '材料店', '1,000.00', '成功', null, null],
      [referenceOf(ids[2]!), '2026-11-20', '材料店', '壹仟元', '成功', null, null],
      [referenceOf(ids[2]!), '2026-13-45', '材料店', '1000', '成功', null, null],
      [referenceOf(ids[3]!), '2026-11-20', '材料店', '1000', '处理中', null, null],
    ])
    const { id } = (await upload(funded.officer, bytes)).body
    expect(
      (await linesOf(funded.officer, id)).map(
        (line: { outcome: string; reason: string }) => `${line.outcome} ${line.reason}`,
      ),
    ).toEqual([
      'unmatched amount_differs',
      'unmatched not_sent',
      'unmatched future_date',
      'unmatched unreadable_amount',
      'unmatched unreadable_date',
      'unmatched unclear_result',
    ])
    expect((await linesOf(funded.officer, id))[0]).toMatchObject({
      amountFen: 100_050,
      paymentAmountFen: 100_000,
    })
    expect(await test.database.read.findOneBy(Allotment, { id: allotmentId })).toMatchObject({
      committedFen: 500_000,
      spentFen: 0,
    })
    const sheet = readWorkbook(
      (
        await funded.officer.get('/api/bank-return-lines/export.xlsx', {
          outcome: 'unmatched',
          bankReturnId: id,
        })
      ).raw,
      'u.xlsx',
    ).sheets[0]!
    expect(sheet.rows).toHaveLength(7)
    expect(sheet.rows[1]!.cells.slice(5, 9)).toEqual([1000.5, '未匹配', '金额与支付申请不同', 1000])
  })

  it('lists what falls into a closed month, and a second person settles it by hand with another day', async () => {
    const { funded, ids, allotmentId } = await sent(1)
    test.clock.set('2026-12-02T02:00:00Z')
    const officer = await test.as(await test.world.user('school_finance_officer', { school: funded.school }))
    expect(
      (await officer.post('/api/ledger-periods/close', { schoolId: funded.school.id, month: '2026-11' }))
        .status,
    ).toBe(200)
    const { id } = (
      await upload(
        officer,
        file([[referenceOf(ids[0]!), '2026-11-28', '材料店', 1000, '成功', `H${ids[0]}`, null]]),
      )
    ).body
    const [line] = await linesOf(officer, id)
    expect(line).toMatchObject({ outcome: 'unmatched', reason: 'month_closed', actions: [] })
    // Long before it was sent.
    const early = await upload(
      officer,
      file([[referenceOf(ids[0]!), '2019-03-01', '材料店', 1000, '成功', 'EARLY', null]], '早'),
    )
    expect((await linesOf(officer, early.body.id))[0]).toMatchObject({ reason: 'before_request' })
    const settle = (client: FundedSchool['officer'], body: object) =>
      client.post(`/api/bank-return-lines/${line.id}/settle`, body)
    const second = await test.as(await test.world.user('school_finance_officer', { school: funded.school }))
    expect((await settle(officer, { paymentId: ids[0] })).body.code).toBe('funding.bank_second_person')
    expect((await settle(second, { paymentId: ids[0] })).body.code).toBe('funding.period_closed')
    expect((await settle(second, { paymentId: ids[0], paidOn: '2026-12-31' })).body.code).toBe(
      'funding.paid_in_future',
    )
    const other = await sentToBank(
      {
        ...funded,
        requester: await test.as(await test.world.user('school_finance_officer', { school: funded.school })),
        principal: await test.as(await test.world.user('principal', { school: funded.school })),
        centre: await test.as(await test.world.user('accounting_centre_officer')),
      },
      { allotmentId, amountFen: 100_001 },
    )
    expect((await settle(second, { paymentId: other, paidOn: '2026-12-01' })).body).toMatchObject({
      code: 'funding.bank_amount_differs',
      params: { bankFen: 100_000, amountFen: 100_001 },
    })
    expect(
      (
        await settle(await test.as(await test.world.user('principal', { school: funded.school })), {
          paymentId: ids[0],
        })
      ).status,
    ).toBe(403)
    const answers = await Promise.all(
      [1, 2].map(() => settle(second, { paymentId: ids[0], paidOn: '2026-12-01' })),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(await test.database.read.findOneBy(BankReturnLine, { id: line.id })).toMatchObject({
      outcome: 'settled_by_hand',
      paymentId: ids[0],
    })
    expect(
      await test.database.read.findOneBy(LedgerJournal, { businessKey: `spend:payment:${ids[0]}` }),
    ).toMatchObject({ accountedOn: '2026-12-01' })
    expect((await officer.get(`/api/bank-returns/${id}`)).body).toMatchObject({
      // The ledger has it in December.
      statement: {
        bankPaidFen: 100_000,
        ledgerSpentFen: 0,
        bankOnlyFen: 100_000,
        openCount: 0,
        groups: [{ class: 'bank_only', reason: 'other_day', count: 1, openCount: 0 }],
      },
    })
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
    test.clock.set('2026-11-20T08:00:00Z')
  })

  it('lets a school settle its own only and the centre all of its region', async () => {
    const [one, two] = [await sent(1), await sent(1)]
    const lines = (serial: string): Line[] =>
      [one, two].map(({ ids }) => [
        referenceOf(ids[0]!),
        '2026-11-20',
        '材料店',
        1000,
        '成功',
        `${serial}${ids[0]}`,
        null,
      ])
    const byOne = (await upload(one.funded.officer, file(lines('X')))).body.id
    expect(await linesOf(one.funded.officer, byOne)).toMatchObject([
      { outcome: 'paid' },
      { outcome: 'unmatched', reason: 'unknown_reference', paymentId: null, paymentAmountFen: null },
    ])
    expect((await two.funded.officer.get(`/api/bank-returns/${byOne}`)).status).toBe(404)
    expect(await linesOf(two.funded.officer, byOne)).toEqual([])
    const elsewhere = await test.as(await test.world.user('finance_bureau_officer', { regionCode: '1403' }))
    expect((await elsewhere.get(`/api/bank-returns/${byOne}`)).status).toBe(404)
    expect(await linesOf(elsewhere, (await upload(elsewhere, file(lines('Y')))).body.id)).toMatchObject([
      { reason: 'unknown_reference' },
      { reason: 'unknown_reference' },
    ])
    const byCentre = (await upload(one.funded.centre, file(lines('Z')))).body.id
    expect(await linesOf(one.funded.centre, byCentre)).toMatchObject([
      { outcome: 'paid_twice' },
      { outcome: 'paid', paymentId: two.ids[0] },
    ])
    expect(await linesOf(two.funded.officer, byCentre)).toMatchObject([{ paymentId: two.ids[0] }])
    expect((await two.funded.officer.get(`/api/bank-returns/${byCentre}`)).body).toMatchObject({
      statement: {
        schoolId: two.funded.school.id,
        bankPaidFen: 100_000,
        ledgerSpentFen: 100_000,
        isAgreed: true,
      },
      outcomes: [{ outcome: 'paid', count: 1 }],
    })
    const filesOf = async (client: FundedSchool['officer']) =>
      (await client.get('/api/bank-returns')).body.items.map(({ id }: { id: number }) => id)
    expect(await filesOf(one.funded.officer)).toEqual([byCentre, byOne])
    expect(await filesOf(two.funded.officer)).toEqual([byCentre])
    expect(await filesOf(elsewhere)).toHaveLength(1)
    expect((await upload(one.funded.principal, file(lines('W')))).status).toBe(403)
  })

  it('reads .csv in GB18030 and says what is missing in a file that is none', async () => {
    const { funded, ids } = await sent(1)
    const csv = Buffer.from(
      `﻿参考号,金额,户名,状态,日期,流水号\r\n${referenceOf(ids[0]!)},"1,000.00",材料店,支付成功,2026年11月20日,V${ids[0]}\r\n`,
      'utf8',
    )
    const { id } = (await upload(funded.officer, csv, '/api/bank-returns', 'r.csv')).body
    expect(await linesOf(funded.officer, id)).toMatchObject([{ outcome: 'paid', paidOn: '2026-11-20' }])
    const without = await upload(
      funded.officer,
      xlsxOf({
        a: [
          ['业务参考号', '收款人'],
          ['KH1', '甲'],
        ],
      }),
    )
    expect([without.status, without.body.code]).toEqual([400, 'funding.bank_file_columns'])
    expect(without.body.message).toContain('金额、结果')
    expect((await upload(funded.officer, xlsxOf({ a: [titles] }))).status).toBe(400)
    expect((await upload(funded.officer, Buffer.from('PK\x03\x04cut'))).body.code).toBe('sheets.truncated')
    expect((await funded.officer.post('/api/bank-returns')).body.code).toBe('request.no_file')
  })

  it('settles many in one go', async () => {
    const { funded, ids, allotmentId } = await sent(12, 10_000)
    const bytes = file(
      ids.map((id): Line => [referenceOf(id), '2026-11-20', '材料店', 100, '成功', `L${id}`, null]),
    )
    expect((await upload(funded.officer, bytes)).status).toBe(201)
    const standing = await test.database.read.findOneByOrFail(Allotment, { id: allotmentId })
    expect([standing.committedFen, standing.spentFen]).toEqual([0, 120_000])
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })
})
