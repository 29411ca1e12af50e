import { type Client, TestApp } from '../../../test/app.js'
import { bankWorld, groupsOf } from '../../../test/bank-world.js'
import { referenceOf } from '../../../test/funding-world.js'
import { AuditEntry } from '../../audit/index.js'
import { LedgerJournal } from '../../ledger/index.js'
import { PaymentLine } from '../payments/payment-line.entity.js'
import { BankReturnLine } from './bank-return-line.entity.js'

describe('the reconciliation of bank and ledger', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start({ now: '2026-11-30T02:00:00Z' })
  })
  afterAll(() => test.stop())

  const { upload, linesOf, statementOf, second, sent, line } = bankWorld(() => test)

  it('lists what a file hides: six differences, each in its class, and nothing agrees', async () => {
    const { funded, ids } = await sent(6)
    const [good, unreadable, part, twice, back, other] = ids as [
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    const [early] = (
      await sent(
        1,
        funded,
        (await test.database.read.findOneByOrFail(PaymentLine, { paymentId: good })).allotmentId,
      )
    ).ids
    const file = await upload(funded.officer, [
      line(good),
      line(unreadable, { yuan: '壹佰元' }),
      line(part, { yuan: '40.00' }),
      line(twice),
      line(twice, { serial: `M${twice}` }),
      line(back),
      line(back, { said: '退汇', on: '2026-11-27', serial: `M${back}`, note: '户名不符' }),
      line(other, { payee: '另一家店' }),
      line(early!, { on: '2026-11-19' }),
    ])
    const lines = await linesOf(funded.officer, { bankReturnId: file })
    expect(lines.map(({ outcome, reason }) => `${outcome} ${reason}`)).toEqual([
      'paid null',
      'unmatched unreadable_amount',
      'unmatched amount_differs',
      'paid null',
      'paid_twice null',
      'paid null',
      'returned null',
      'unmatched payee_differs',
      'unmatched before_request',
    ])
    const { statement } = (await funded.officer.get(`/api/bank-returns/${file}`)).body
    expect(statement).toMatchObject({
      schoolId: funded.school.id,
      fromOn: '2026-11-19',
      toOn: '2026-11-27',
      bankPaidFen: 64_000,
      bankReturnedFen: 10_000,
      ledgerSpentFen: 30_000,
      ledgerTakenBackFen: 0,
      bankOnlyFen: 34_000,
      returnedFen: 10_000,
      adjustedBankFen: 54_000,
      adjustedLedgerFen: 54_000,
      openCount: 6,
      unknownCount: 1,
      isAgreed: false,
      leftOffCount: 0,
    })
    expect(groupsOf(statement)).toEqual([
      'bank_only amount_differs 1/1 4000',
      'bank_only before_request 1/1 10000',
      'bank_only paid_twice 1/1 10000',
      'bank_only payee_differs 1/1 10000',
      'bank_only unreadable_amount 1/1 0 +1?',
      'returned sent_back 1/1 10000',
    ])
    // Unknown, and never nothing.
    expect(
      statement.differences.find((each: { reason: string }) => each.reason === 'unreadable_amount'),
    ).toMatchObject({ amountFen: null, lineId: lines[1]!.id, paymentId: unreadable })
    expect(groupsOf(await statementOf(funded.officer))).toEqual(groupsOf(statement))
    // On the page of the payment.
    expect(await linesOf(funded.officer, { paymentId: twice, isOpen: 'yes' })).toMatchObject([
      { outcome: 'paid_twice' },
    ])
    expect(await linesOf(funded.officer, { paymentId: back, isOpen: 'yes' })).toMatchObject([
      { outcome: 'returned' },
    ])
    for (const query of [
      { month: '2026-13' },
      { month: '2026-11', fromOn: '2026-11-01' },
      { fromOn: '2024-01-01', toOn: '2026-11-01' },
      { fromOn: '2026-11-30', toOn: '2026-11-01' },
    ] as Record<string, string>[])
      expect((await funded.officer.get('/api/reconciliation-statement', query)).status).toBe(400)
    expect(
      (await (await test.as(await test.world.user('teacher'))).get('/api/reconciliation-statement')).status,
    ).toBe(403)
  })

  it('asks a second person and a comment for what differs, and lets nobody settle what is dated too early', async () => {
    const { funded, ids } = await sent(4)
    const [other, early, twice, back] = ids as [number, number, number, number]
    const file = await upload(funded.officer, [
      line(other, { payee: '另一家店' }),
      line(early, { on: '2026-11-19' }),
      line(twice),
      line(twice, { serial: `M${twice}` }),
      line(back),
      line(back, { said: '退汇', serial: `M${back}` }),
    ])
    const own = await linesOf(funded.officer, { bankReturnId: file })
    expect(own.map(({ actions }) => actions)).toEqual([[], [], [], [], [], []])
    const checker = await second(funded)
    const lines = await linesOf(checker, { bankReturnId: file })
    expect(lines.map(({ actions }) => actions)).toEqual([
      ['settle', 'close'],
      ['close'],
      [],
      ['close'],
      [],
      ['take-back'],
    ])
    const act = (client: Client, i: number, event: string, body: object) =>
      client.post(`/api/bank-return-lines/${lines[i]!.id}/${event}`, body)
    expect((await act(checker, 0, 'settle', { paymentId: other })).body).toMatchObject({
      code: 'request.invalid',
      fields: [{ field: 'comment', code: 'funding.bank_payee_differs' }],
    })
    expect(
      (await act(checker, 0, 'settle', { paymentId: other, comment: '同一家店，已更名，见营业执照' })).body,
    ).toMatchObject({ outcome: 'settled_by_hand', comment: '同一家店，已更名，见营业执照' })
    // Not even with another day.
    for (const body of [{ paymentId: early }, { paymentId: early, paidOn: '2026-11-26', comment: '不管' }])
      expect((await act(checker, 1, 'settle', body)).body).toMatchObject({
        code: 'funding.bank_before_request',
        params: { sentOn: '2026-11-20' },
      })
    expect((await act(funded.officer, 3, 'close', { comment: '已查' })).body.code).toBe(
      'funding.bank_second_person',
    )
    expect((await act(funded.principal, 3, 'close', { comment: '已查' })).status).toBe(403)
    expect((await act(checker, 3, 'close', {})).status).toBe(400)
    expect((await act(checker, 3, 'close', { comment: '  ' })).status).toBe(400)
    expect((await act(checker, 5, 'close', { comment: '已查' })).body.code).toBe(
      'funding.bank_line_take_back',
    )
    const stranger = (await sent(0)).funded
    expect((await act(stranger.officer, 3, 'close', { comment: '已查' })).status).toBe(404)
    const closes = await Promise.all(
      [1, 2].map(() => act(checker, 3, 'close', { comment: '已请收款人退回，12月5日前到账' })),
    )
    expect(closes.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(
      await test.database.read.countBy(AuditEntry, {
        action: 'bank_return_line.close',
        entityId: lines[3]!.id,
      }),
    ).toBe(1)
    expect((await act(checker, 5, 'take-back', {})).status).toBe(200)
    const statement = await statementOf(checker)
    expect(groupsOf(statement)).toEqual([
      'bank_only before_request 1/1 10000',
      'bank_only paid_twice 1/0 10000',
    ])
    expect(statement).toMatchObject({ openCount: 1, explainedCount: 1, isAgreed: false, returnedFen: 0 })
    expect(
      statement.differences.find((each: { reason: string }) => each.reason === 'paid_twice'),
    ).toMatchObject({
      comment: '已请收款人退回，12月5日前到账',
      closedByName: expect.any(String),
      isOpen: false,
    })
    expect((await act(checker, 1, 'close', { comment: '银行记错日期，已发更正' })).status).toBe(200)
    expect(await statementOf(checker)).toMatchObject({ openCount: 0, explainedCount: 2, isAgreed: true })
  })

  it('knows again what an earlier file has said, in another order and with another day', async () => {
    const { funded, ids } = await sent(3)
    const [one, two, three] = ids as [number, number, number]
    const first = [
      line(one),
      line(two, { said: '处理中' }),
      'KH99999999,5.00,路人,成功,2026-11-25,Z1,',
      line(one, { serial: `M${one}` }),
    ]
    await upload(funded.officer, first)
    const again = await upload(funded.officer, [
      line(three, { on: '2026-11-26' }),
      first[3]!,
      first[2]!,
      line(two),
      first[0]!,
    ])
    expect(
      (await linesOf(funded.officer, { bankReturnId: again })).map(
        ({ outcome, reason }) => `${outcome} ${reason}`,
      ),
    ).toEqual([
      'paid null',
      'repeated said_before',
      'repeated said_before',
      'paid null',
      'repeated said_before',
    ])
    const statement = await statementOf(funded.officer)
    // What was under way has been said anew, and counts once.
    expect(groupsOf(statement)).toEqual([
      'bank_only paid_twice 1/1 10000',
      'bank_only unknown_reference 1/1 500',
    ])
    expect(statement).toMatchObject({
      bankPaidFen: 40_500,
      ledgerSpentFen: 30_000,
      adjustedBankFen: 40_500,
      adjustedLedgerFen: 40_500,
    })
    expect(
      await test.database.read.findOneBy(BankReturnLine, { paymentId: two, result: 'unclear' }),
    ).toMatchObject({ outcome: 'repeated', reason: 'said_anew' })
  })

  it('counts two overlapping files that come at one instant once, also what no payment knows', async () => {
    const { funded, ids } = await sent(2)
    const lines = [
      line(ids[0]!),
      line(ids[1]!),
      'KH99999998,5.00,路人,成功,2026-11-25,,',
      `,7.00,无名,成功,2026-11-25,,`,
    ]
    const checker = await second(funded)
    await Promise.all([
      upload(funded.officer, lines),
      upload(checker, [...lines].reverse()),
      upload(funded.centre, [lines[1]!, lines[0]!]),
    ])
    const statement = await statementOf(funded.officer)
    expect(groupsOf(statement)).toEqual([
      'bank_only no_reference 1/1 700',
      'bank_only unknown_reference 1/1 500',
    ])
    expect(statement).toMatchObject({ bankPaidFen: 21_200, ledgerSpentFen: 20_000 })
    const unknown = 'KH99999996,9.00,路人,成功,2026-11-25,Y1,'
    await Promise.all([upload(funded.centre, [unknown]), upload(funded.finance, [unknown, ''])])
    expect(
      await test.database.read.countBy(BankReturnLine, { reference: 'KH99999996', outcome: 'unmatched' }),
    ).toBe(1)
    for (const id of ids)
      expect(
        await test.database.read.countBy(LedgerJournal, {
          sourceEntity: 'payment',
          sourceId: id,
          kind: 'spend',
        }),
      ).toBe(1)
  })

  it('lists what only the ledger has, until the bank says it, too', async () => {
    const { funded, ids } = await sent(2)
    const [bySlip, backByHand] = ids as [number, number]
    for (const id of ids)
      await funded.finance.post(`/api/payments/${id}/register-slip`, {
        bankSerial: `N${id}`,
        paidOn: '2026-11-25',
      })
    await funded.finance.post(`/api/payments/${backByHand}/register-return`, { comment: '户名不符' })
    const before = await statementOf(funded.officer)
    expect(groupsOf(before)).toEqual([
      'ledger_only without_line 2/2 20000',
      'taken_back_only without_line 1/1 10000',
    ])
    expect(before).toMatchObject({
      bankNetFen: 0,
      ledgerNetFen: 10_000,
      adjustedBankFen: 10_000,
      adjustedLedgerFen: 10_000,
    })
    const file = await upload(funded.officer, [
      line(bySlip),
      line(backByHand, { said: '退汇', on: '2026-11-28', serial: `M${backByHand}` }),
    ])
    expect((await linesOf(funded.officer, { bankReturnId: file })).map(({ outcome }) => outcome)).toEqual([
      'confirmed',
      'taken_back',
    ])
    expect(groupsOf(await statementOf(funded.officer))).toEqual(['ledger_only without_line 1/1 10000'])
    // Its second payment is one.
    await upload(funded.officer, [line(bySlip, { serial: `M${bySlip}` })])
    expect(groupsOf(await statementOf(funded.officer))).toContain('bank_only paid_twice 1/1 10000')
  })

  it('shows a school its own lines only, and the centre all of its region', async () => {
    const [one, two] = [await sent(1), await sent(1)]
    await upload(one.funded.centre, [
      line(one.ids[0]!, { yuan: '1.00' }),
      line(two.ids[0]!, { yuan: '2.00' }),
      'KH99999997,3.00,路人,成功,2026-11-25,Q1,',
    ])
    expect(groupsOf(await statementOf(one.funded.officer))).toEqual(['bank_only amount_differs 1/1 100'])
    expect(groupsOf(await statementOf(two.funded.officer))).toEqual(['bank_only amount_differs 1/1 200'])
    const ofTwo = { schoolId: two.funded.school.id, month: '2026-11' }
    expect((await one.funded.officer.get('/api/reconciliation-statement', ofTwo)).status).toBe(404)
    expect(groupsOf(await statementOf(one.funded.centre, ofTwo))).toEqual([
      'bank_only amount_differs 1/1 200',
    ])
    const whole = await statementOf(one.funded.centre)
    expect(whole).toMatchObject({ schoolId: null, schoolName: null })
    expect(whole.adjustedBankFen).toBe(whole.adjustedLedgerFen)
    const references = whole.differences.map(({ reference }: { reference: string }) => reference)
    expect(references).toEqual(
      expect.arrayContaining([referenceOf(one.ids[0]!), referenceOf(two.ids[0]!), 'KH99999997']),
    )
    const elsewhere = await test.as(await test.world.user('finance_bureau_officer', { regionCode: '1403' }))
    expect(await statementOf(elsewhere)).toMatchObject({ bankPaidFen: 0, ledgerSpentFen: 0, differences: [] })
  })

  it('leaves Kehou as a paper with the school, its days and who made it', async () => {
    const { funded, ids } = await sent(2)
    await upload(funded.officer, [line(ids[0]!), line(ids[1]!, { yuan: '?' })])
    const month = { month: '2026-11' }
    const docx = await funded.officer.get('/api/reconciliation-statement/paper.docx', month)
    expect([docx.status, docx.raw.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    expect(decodeURIComponent(String(docx.headers['content-disposition']))).toContain(
      `${funded.school.name}银行存款余额调节表 2026-11-01 2026-11-30.docx`,
    )
    const pdf = await funded.centre.get('/api/reconciliation-statement/paper.pdf', month)
    expect([pdf.status, pdf.raw.subarray(0, 4).toString()]).toEqual([200, '%PDF'])
  })
})
