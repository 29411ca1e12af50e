import { TestApp } from '../../test/app.js'
import { bankWorld } from '../../test/bank-world.js'
import { changesOfDocuments, type Kept } from '../../test/changed-documents.js'
import {
  accountOf,
  allotted,
  type FundedSchool,
  fundedSchool,
  paid,
  referenceOf,
  sentToBank,
} from '../../test/funding-world.js'
import { tampered as behindItsBack } from '../../test/tampered.js'
import { FieldSeal } from '../platform/crypto.js'
import { verifyBooks } from './verify-books.js'

type Client = FundedSchool['officer']

describe('documents that were changed past the application', () => {
  let test: TestApp
  let funded: FundedSchool
  let allotmentId: number
  let payeeId: number
  let kept: Kept
  const { second } = bankWorld(() => test)

  /** Made, and with all its steps taken one after another by who takes them. */
  async function made(
    path: string,
    given: object,
    ...steps: readonly (readonly [Client, string])[]
  ): Promise<number> {
    const { body, text } = await funded.officer.post(`/api/${path}`, given)
    if (!body?.id) throw new Error(`${path}: ${text}`)
    for (const [who, step] of steps) {
      const answer = await who.post(`/api/${path}/${body.id}/${step}`)
      if (answer.status !== 200) throw new Error(`${path} ${step}: ${answer.text}`)
    }
    return body.id as number
  }
  const refund = (payment: number) => ({
    paymentId: payment,
    kind: 'refund',
    reason: '退货退款',
    lines: [{ allotmentId, account: 'E530', amountFen: 100 }],
  })
  const contract = (number: string) => ({
    kind: 'contract',
    number,
    title: '材料供应合同',
    payeeId,
    signedOn: '2026-11-01',
    endsOn: '2026-12-31',
    lines: [{ allotmentId, account: 'E530', amountFen: 500 }],
  })
  const invoice = (number: string) => ({
    schoolId: funded.school.id,
    number,
    seller: '材料店',
    issuedOn: '2026-11-18',
    amountFen: 900,
  })

  async function closedLine(payment: number): Promise<void> {
    const csv = [
      '业务参考号,金额,收款人,处理结果,交易日期,流水号',
      `${referenceOf(payment)},1.00,材料店,成功,2026-11-23,Q1`,
      `KH99999999,2.00,材料店,成功,2026-11-23,Q2`,
    ].join('\n')
    const file = await funded.officer.upload(
      '/api/bank-returns',
      {},
      { name: '回单.csv', bytes: Buffer.from(csv) },
    )
    if (file.status !== 201) throw new Error(file.text)
    const { body } = await funded.officer.get('/api/bank-return-lines', { bankReturnId: file.body.id })
    const line = body.items.find((each: { outcome: string }) => each.outcome === 'unmatched')
    const closed = await (
      await second(funded)
    ).post(`/api/bank-return-lines/${line.id}/close`, { comment: '非本校款项' })
    if (closed.status !== 200) throw new Error(closed.text)
  }

  beforeAll(async () => {
    test = await TestApp.start()
    funded = await fundedSchool(test, 2)
    allotmentId = (await allotted(test, funded))[0]!
    const payee = {
      schoolId: funded.school.id,
      name: '材料店',
      kind: 'unit',
      account: '6222000000009',
      bankName: '工商银行大同分行',
    }
    payeeId = (await funded.officer.post('/api/payees', payee)).body.id
    const { officer, principal, centre, school } = funded
    const payment = await paid(funded, { allotmentId, amountFen: 4_000 })
    const former = await sentToBank(funded, { allotmentId, amountFen: 100 })
    const formerOrder = (await centre.post('/api/bank-orders', { schoolId: school.id })).body.id
    expect((await centre.post(`/api/bank-orders/${formerOrder}/send`)).status).toBe(200)
    await closedLine(former)
    const ordered = [
      await sentToBank(funded, { allotmentId, amountFen: 200, ...accountOf('材料店') }),
      await sentToBank(funded, { allotmentId, amountFen: 300, ...accountOf('书店') }),
    ] as const
    const order = (await centre.post('/api/bank-orders', { schoolId: school.id })).body.id
    const finding = await principal.post('/api/findings', {
      schoolId: school.id,
      institution: '市审计局',
      foundOn: '2026-11-01',
      fiscalYear: 2026,
      problem: 'over_charged',
      text: '多收费',
      dueOn: '2026-12-30',
    })
    expect([finding.status, finding.text]).toEqual([201, finding.text])
    const estimate = await made('estimates', {
      schoolId: school.id,
      fundId: funded.fund.id,
      fiscalYear: 2027,
    })
    const commitment = await made('commitments', contract('HT-1'), [officer, 'submit'])
    const correction = await made('corrections', refund(payment), [officer, 'submit'], [principal, 'approve'])
    const unpaid = await made('invoices', invoice('26142000000000000001'))
    test.clock.set('2026-12-02T00:00:00Z')
    const closing = await test.as(await test.world.user('school_finance_officer', { school }))
    await closing.post('/api/ledger-periods/close', { schoolId: school.id, month: '2026-11' })
    // The others have been signed out meanwhile.
    funded = {
      ...funded,
      officer: closing,
      principal: await test.as(await test.world.user('principal', { school })),
      centre: await test.as(await test.world.user('accounting_centre_officer')),
      finance: await test.as(await test.world.user('finance_bureau_officer')),
    }
    const checker = funded.centre
    const voucher = (await checker.get('/api/vouchers', { schoolId: school.id })).body.items[0].id
    expect((await checker.post(`/api/vouchers/${voucher}/check`)).status).toBe(200)
    kept = {
      school: school.id,
      payment,
      refund: correction,
      commitment,
      invoice: unpaid,
      order,
      ordered,
      formerOrder,
      voucher,
      estimate,
      finding: finding.body.id,
    }
  })
  afterAll(() => test.stop())

  const problems = async () =>
    (
      await test.database.inSnapshot((manager) =>
        verifyBooks(manager, undefined, { seal: test.nest.get(FieldSeal) }),
      )
    ).problems
  const tampered = (...statements: string[]) =>
    behindItsBack(test, statements, async (manager) =>
      (await verifyBooks(manager, undefined, { seal: test.nest.get(FieldSeal) })).problems.join('\n'),
    )

  it('are none where all went in order', async () => {
    expect(await problems()).toEqual([])
  })

  it.each(changesOfDocuments(() => kept))('are found: %s', async (_name, statements, found) => {
    expect(await tampered(...statements())).toMatch(found)
  })

  it('are named in old databases where nothing is bound to them, and not taken for old where they came later', async () => {
    const unbound = [
      `UPDATE audit_entry SET documentHash = NULL WHERE entity = 'invoice'`,
      `DELETE FROM audit_entry WHERE action = 'document.bind'`,
    ]
    const bind = (last: number) =>
      `INSERT INTO audit_entry (at, actorName, action, entity, ${test.database.connections.writer.driver.escape('after')}, requestId, chain, sequence, hash) VALUES ('2026-11-01 00:00:00.000', '-', 'document.bind', 'document', '{"invoice":${last}}', 'r', '0', 900, 'x')`
    const books = (last: number) =>
      behindItsBack(test, [...unbound, bind(last)], (manager) => verifyBooks(manager))
    const old = await books(kept.invoice)
    expect(old.notes).toEqual([expect.stringMatching(/^invoice: nothing is bound to 1 of before/)])
    expect(old.problems.join()).not.toMatch(/no act has made it/)
    const later = await books(kept.invoice - 1)
    expect(later.problems).toContainEqual(`invoice ${kept.invoice}: no act has made it`)
  })

  /** Changed for good, tried, and put back: then it goes. */
  async function refusedUntilPutBack(
    statements: readonly string[],
    back: readonly string[],
    attempt: () => Promise<{ status: number; body: { code?: string } }>,
    code = 'state.changed_behind',
  ): Promise<void> {
    const { writer } = test.database.connections
    for (const statement of statements) await writer.query(statement)
    const refused = await attempt()
    expect([refused.status, refused.body.code]).toEqual([409, code])
    for (const statement of back) await writer.query(statement)
    const done = await attempt()
    expect([done.status, done.body]).toEqual([expect.any(Number), done.body])
    expect(done.status).toBeLessThan(300)
    expect(await problems()).toEqual([])
  }

  it('go no step further: an approved refund that was raised is not received', () => {
    const set = (fen: number) => [
      `UPDATE correction SET amountFen = ${fen} WHERE id = ${kept.refund}`,
      `UPDATE correction_line SET amountFen = ${fen} WHERE correctionId = ${kept.refund}`,
    ]
    return refusedUntilPutBack(set(4000), set(100), () =>
      funded.finance.post(`/api/corrections/${kept.refund}/receive`, {
        receivedOn: '2026-12-01',
        bankSerial: 'BACK1',
      }),
    )
  })

  it('go no step further: a submitted contract with another party is not approved', () => {
    const set = (payee: string) => [`UPDATE commitment SET payee = '${payee}' WHERE id = ${kept.commitment}`]
    return refusedUntilPutBack(set('别人'), set('材料店'), () =>
      funded.principal.post(`/api/commitments/${kept.commitment}/approve`),
    )
  })

  it('go no step further: who drafted a payment does not approve it after the first step was deleted', async () => {
    const paper = { lines: [{ allotmentId, amountFen: 10, account: 'E530' }], payeeId, reason: '剪纸材料' }
    const id = await made('payments', paper, [funded.officer, 'submit'])
    const { writer } = test.database.connections
    const steps = `entity = 'payment' AND entityId = ${id} AND event = 'create'`
    const [row] = await writer.query<Record<string, unknown>[]>(`SELECT id FROM transition WHERE ${steps}`)
    await refusedUntilPutBack(
      [`UPDATE transition SET entityId = 0 WHERE id = ${Number(row!['id'])}`],
      [`UPDATE transition SET entityId = ${id} WHERE id = ${Number(row!['id'])}`],
      () => funded.principal.post(`/api/payments/${id}/approve`),
    )
  })

  it('give nothing on: no payment takes the account of a changed payee, nor the rest of a changed invoice', async () => {
    const invoiceId = await made('invoices', invoice('26142000000000000002'))
    const drafted = () =>
      made('payments', {
        lines: [{ allotmentId, amountFen: 10, account: 'E530' }],
        payeeId,
        reason: '剪纸材料',
        invoices: [{ invoiceId, amountFen: 10 }],
      })
    const [first, next] = [await drafted(), await drafted()]
    const bank = (name: string) => [`UPDATE payee SET bankName = '${name}' WHERE id = ${payeeId}`]
    await refusedUntilPutBack(bank('别的银行'), bank('工商银行大同分行'), () =>
      funded.officer.post(`/api/payments/${first}/submit`),
    )
    const amount = (fen: number) => [`UPDATE invoice SET amountFen = ${fen} WHERE id = ${invoiceId}`]
    await refusedUntilPutBack(amount(90_000), amount(900), () =>
      funded.officer.post(`/api/payments/${next}/submit`),
    )
  })

  it('are no file for the bank: rows, payments and sums of an order are as they were drawn', async () => {
    const { writer } = test.database.connections
    const rows = await writer.query<{ id: number; rowSealed: string }[]>(
      `SELECT id, rowSealed FROM bank_order_line WHERE bankOrderId = ${kept.order} ORDER BY id`,
    )
    const put = (from: number) =>
      `UPDATE bank_order_line SET rowSealed = '${rows[from]!.rowSealed}' WHERE id = ${rows[0]!.id}`
    const paths = ['file.xlsx', 'budget-file.xlsx']
    await writer.query(put(1))
    const refused = [
      await funded.centre.get(`/api/bank-orders/${kept.order}/file.xlsx`),
      await funded.centre.get(`/api/bank-orders/${kept.order}/budget-file.xlsx`),
      await funded.centre.post(`/api/bank-orders/${kept.order}/send`),
    ]
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
      refused.map(() => [409, 'state.changed_behind']),
    )
    // Of before documents were bound nothing is noted; then its own hash tells.
    const entries = `entity = 'bank_order' AND entityId = ${kept.order}`
    const noted = await writer.query<{ id: number; documentHash: string }[]>(
      `SELECT id, documentHash FROM audit_entry WHERE ${entries} AND documentHash IS NOT NULL`,
    )
    await writer.query(`UPDATE audit_entry SET documentHash = NULL WHERE ${entries}`)
    await writer.query(
      `INSERT INTO audit_entry (at, actorName, action, entity, ${writer.driver.escape('after')}, requestId, chain, sequence, hash) VALUES ('2026-11-01 00:00:00.000', '-', 'document.bind', 'document', '{"bank_order":${kept.order}}', 'r', '0', 900, 'x')`,
    )
    const old = await funded.centre.get(`/api/bank-orders/${kept.order}/file.xlsx`)
    expect([old.status, old.body.code]).toEqual([409, 'funding.bank_order_altered'])
    await writer.query("DELETE FROM audit_entry WHERE action = 'document.bind'")
    for (const { id, documentHash } of noted)
      await writer.query(`UPDATE audit_entry SET documentHash = '${documentHash}' WHERE id = ${id}`)
    await writer.query(put(0))
    for (const path of paths)
      expect((await funded.centre.get(`/api/bank-orders/${kept.order}/${path}`)).status).toBe(200)
    expect((await funded.centre.post(`/api/bank-orders/${kept.order}/send`)).status).toBe(200)
    expect(await problems()).toEqual([])
  })

  it('are none that others write meanwhile', async () => {
    let isOver = false
    const writing = (async () => {
      for (let i = 0; !isOver; i += 1) {
        const paper = {
          lines: [{ allotmentId, amountFen: 1, account: 'E530' }],
          payeeId,
          reason: `剪纸 ${i}`,
        }
        await made('payments', paper, [funded.officer, 'submit'], [funded.officer, 'withdraw'])
      }
    })()
    try {
      for (let i = 0; i < 8; i += 1) expect(await problems()).toEqual([])
    } finally {
      isOver = true
      await writing
    }
  })
})
