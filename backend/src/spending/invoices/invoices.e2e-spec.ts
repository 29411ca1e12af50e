import { type Client, TestApp } from '../../../test/app.js'
import { accountOf, allotted, type FundedSchool, fundedSchool } from '../../../test/funding-world.js'
import { AuditEntry } from '../../audit/index.js'
import { verifySpending } from '../verify-spending.js'
import { Invoice } from './invoice.entity.js'
import { PaymentInvoice } from './payment-invoice.entity.js'

describe('invoices', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  let count = 0
  const nextNumber = () => `26142000000${String((count += 1)).padStart(9, '0')}`
  const given = (funded: FundedSchool, rest: object = {}) => ({
    schoolId: funded.school.id,
    number: nextNumber(),
    seller: '文具店',
    issuedOn: '2026-11-18',
    amountFen: 100_000,
    ...rest,
  })
  async function registered(funded: FundedSchool, rest: object = {}): Promise<number> {
    const { body } = await funded.officer.post('/api/invoices', given(funded, rest))
    if (!body.id) throw new Error(JSON.stringify(body))
    return body.id
  }
  const payment = (allotmentId: number, amountFen: number, rest: object = {}) => ({
    lines: [{ allotmentId, amountFen, account: 'E530' }],
    ...accountOf('文具店'),
    reason: '美术材料',
    ...rest,
  })
  async function drafted(funded: FundedSchool, body: object): Promise<number> {
    const answer = await funded.officer.post('/api/payments', body)
    if (answer.status !== 201) throw new Error(answer.text)
    return answer.body.id
  }
  const submit = (client: Client, id: number) => client.post(`/api/payments/${id}/submit`)
  async function school() {
    const funded = await fundedSchool(test, 2)
    return { funded, allotmentId: (await allotted(test, funded))[0]! }
  }

  it('are registered once in the whole installation, however they are typed', async () => {
    const { funded, allotmentId } = await school()
    const old = { code: '０１４２ 2600 0111', number: 'ab 00１234', seller: ' 书店 ' }
    const { body, status } = await funded.officer.post('/api/invoices', given(funded, old))
    expect([status, body]).toMatchObject([
      201,
      {
        code: '014226000111',
        number: 'AB001234',
        seller: '书店',
        heldFen: 0,
        freeFen: 100_000,
        payments: [],
        actions: ['update', 'delete'],
      },
    ])
    const again = await funded.officer.post('/api/invoices', given(funded, { ...old, number: 'AB001234' }))
    expect([again.status, again.body.code]).toEqual([422, 'funding.invoice_registered_here'])
    expect(again.body.message).toContain('书店')
    // Where the code ends is of no account.
    const moved = given(funded, { code: '0142260001', number: '11AB001234' })
    expect((await funded.officer.post('/api/invoices', moved)).body.code).toBe(
      'funding.invoice_registered_here',
    )
    await drafted(funded, payment(allotmentId, 5, { invoices: [{ invoiceId: body.id, amountFen: 5 }] }))
    const named = await funded.officer.post('/api/invoices', moved)
    expect([named.body.code, named.body.params]).toMatchObject([
      'funding.invoice_paid_already',
      { payee: '文具店', amountFen: 5 },
    ])
    // Another school learns that it is there, and nothing else.
    const stranger = await fundedSchool(test, 1)
    const theirs = await stranger.officer.post('/api/invoices', given(stranger, old))
    expect([theirs.status, theirs.body.code, theirs.body.params]).toEqual([
      422,
      'funding.invoice_registered',
      { number: 'AB001234' },
    ])
    expect(theirs.text).not.toMatch(/书店|100000|文具店/)
    const short = await funded.officer.post('/api/invoices', given(funded, { number: '00001234' }))
    expect(short.body.fields).toMatchObject([{ field: 'code', code: 'funding.invoice_code_needed' }])
    const both = given(funded, { code: '014226000111' })
    expect((await funded.officer.post('/api/invoices', both)).body.fields[0].code).toBe(
      'funding.invoice_without_code',
    )
    const later = given(funded, { issuedOn: '2026-11-21' })
    expect((await funded.officer.post('/api/invoices', later)).body.fields[0].code).toBe(
      'funding.invoice_day',
    )
    const same = given(funded)
    const answers = await Promise.all([
      funded.officer.postPatiently('/api/invoices', same),
      stranger.officer.postPatiently('/api/invoices', { ...same, schoolId: stranger.school.id }),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422])
  })

  it('are paid in parts by several payments, and never beyond what they say', async () => {
    const { funded, allotmentId } = await school()
    const first = await registered(funded)
    const second = await registered(funded, { amountFen: 20_000 })
    const id = await drafted(funded, payment(allotmentId, 80_000))
    const part = (invoiceId: number, amountFen: number) => ({ invoiceId, amountFen })
    const put = (invoices: object[], revision?: number) =>
      funded.officer.patch(`/api/payments/${id}`, {
        invoices,
        ...(revision === undefined ? {} : { revision }),
      })
    expect((await put([part(first, 1), part(first, 2)])).body.fields).toMatchObject([
      { field: 'invoices', code: 'funding.invoice_twice' },
    ])
    const edited = await put([part(first, 60_000)], 0)
    expect(edited.body).toMatchObject({
      revision: 1,
      kind: 'direct',
      invoices: [{ invoiceId: first, seller: '文具店', invoiceFen: 100_000, amountFen: 60_000 }],
    })
    const short = await submit(funded.officer, id)
    expect([short.status, short.body.code, short.body.params]).toEqual([
      422,
      'funding.invoices_sum',
      { sumFen: 60_000, amountFen: 80_000 },
    ])
    await put([part(first, 60_000), part(second, 20_000)])
    expect((await submit(funded.officer, id)).status).toBe(200)
    expect((await funded.officer.patch(`/api/invoices/${first}`, { amountFen: 1 })).body.code).toBe(
      'funding.invoice_held',
    )
    expect((await funded.officer.delete(`/api/invoices/${first}`)).body.code).toBe('funding.invoice_used')
    // Two at one instant for what is left: one of them.
    const rest = payment(allotmentId, 30_000, { invoices: [part(first, 30_000)] })
    const ids = [await drafted(funded, rest), await drafted(funded, rest)]
    const answers = await Promise.all(
      ids.map((each) => funded.officer.postPatiently(`/api/payments/${each}/submit`)),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422])
    const refused = answers.find((answer) => answer.status === 422)!
    expect([refused.body.code, refused.body.params]).toMatchObject([
      'funding.invoice_used_up',
      { freeFen: 10_000, askedFen: 30_000 },
    ])
    expect((await funded.officer.get(`/api/invoices/${first}`)).body).toMatchObject({
      heldFen: 90_000,
      freeFen: 10_000,
      actions: [],
    })
    const open = async (isOpen: boolean) =>
      (await funded.officer.get('/api/invoices', { isOpen })).body.items.map(
        (each: { id: number }) => each.id,
      )
    expect([await open(true), await open(false)]).toEqual([[first], [second]])
    // What is refused gives its part back, and then the invoice may be put right.
    await funded.principal.post(`/api/payments/${id}/refuse`, { comment: '发票不清' })
    expect(await open(true)).toEqual([second, first])
    const changed = await funded.officer.patch(`/api/invoices/${second}`, { amountFen: 21_000, code: null })
    expect(changed.body).toMatchObject({ amountFen: 21_000, heldFen: 0 })
    expect(await verifySpending(test.database.read, funded.school.id)).toEqual([])
    const spare = await registered(funded)
    expect((await funded.officer.delete(`/api/invoices/${spare}`)).status).toBe(204)
    expect(await test.database.read.countBy(Invoice, { id: spare })).toBe(0)
    expect(await test.database.read.countBy(AuditEntry, { entity: 'invoice', entityId: spare })).toBe(2)
  })

  it('go to their seller, or to a person who has paid ahead', async () => {
    const { funded, allotmentId } = await school()
    const invoiceId = await registered(funded, { seller: '大同市「文具」店（分店）' })
    const invoices = [{ invoiceId, amountFen: 100_000 }]
    const id = await drafted(funded, payment(allotmentId, 100_000, { invoices }))
    const other = await submit(funded.officer, id)
    expect([other.status, other.body.code]).toEqual([422, 'funding.invoice_of_other'])
    const named = { ...accountOf('大同市文具店(分店)') }
    await funded.officer.patch(`/api/payments/${id}`, named)
    expect((await submit(funded.officer, id)).body.unusual).not.toContainEqual(
      expect.objectContaining({ code: 'without_invoice' }),
    )
    await funded.officer.post(`/api/payments/${id}/withdraw`)
    const back = await drafted(funded, payment(allotmentId, 100_000, { kind: 'reimbursement' }))
    expect((await submit(funded.officer, back)).body.fields).toMatchObject([
      { field: 'payeeId', code: 'funding.reimbursed_person' },
    ])
    const person = await funded.officer.post('/api/payees', {
      schoolId: funded.school.id,
      name: '张老师',
      kind: 'person',
      account: '6222000000001234',
      bankName: '工商银行大同分行',
    })
    await funded.officer.patch(`/api/payments/${back}`, { payeeId: person.body.id })
    expect((await submit(funded.officer, back)).body.fields).toMatchObject([
      { field: 'invoices', code: 'funding.reimbursed_invoice_missing' },
    ])
    await funded.officer.patch(`/api/payments/${back}`, { invoices })
    expect((await submit(funded.officer, back)).body).toMatchObject({
      kind: 'reimbursement',
      payee: '张老师',
    })
    expect((await funded.officer.get('/api/payments', { kind: 'reimbursement' })).body.total).toBe(1)
    // As it was handed in it stays.
    expect((await funded.officer.patch(`/api/payments/${back}`, { invoices: [] })).body.code).toBe(
      'state.not_possible',
    )
    await funded.principal.post(`/api/payments/${back}/approve`)
    await funded.centre.post(`/api/payments/${back}/check`)
    await funded.finance.post(`/api/payments/${back}/register-failure`, { comment: '账号不符' })
    expect((await funded.officer.patch(`/api/payments/${back}`, { kind: 'direct' })).body.code).toBe(
      'funding.failed_payee_only',
    )
    await funded.officer.patch(`/api/payments/${back}`, accountOf('文具店'))
    expect((await funded.officer.post(`/api/payments/${back}/resend`)).body.fields[0].code).toBe(
      'funding.reimbursed_person',
    )
    await funded.officer.patch(`/api/payments/${back}`, { payeeId: person.body.id })
    expect((await funded.officer.post(`/api/payments/${back}/resend`)).status).toBe(200)
    expect(await verifySpending(test.database.read, funded.school.id)).toEqual([])
  })

  it('are approved with their payment by nobody who has put one in', async () => {
    const { funded, allotmentId } = await school()
    const { school: at } = funded
    const officer = await test.world.user('school_finance_officer', { school: at })
    const principal = await test.world.user('principal', { school: at })
    await test.world.delegation({ from: officer, to: principal, permissions: ['payment.request'] })
    const standsIn = await test.as(principal)
    const invoice = await standsIn.post('/api/invoices', given(funded))
    expect(invoice.status).toBe(201)
    const invoices = [{ invoiceId: invoice.body.id, amountFen: 100 }]
    const id = await drafted(funded, payment(allotmentId, 100, { invoices }))
    expect((await submit(funded.officer, id)).status).toBe(200)
    const own = await standsIn.post(`/api/payments/${id}/approve`)
    expect([own.status, own.body.code]).toEqual([422, 'state.same_person'])
    expect((await funded.principal.post(`/api/payments/${id}/approve`)).status).toBe(200)
  })

  it('are of the own school only, and written by who asks for payments', async () => {
    const { funded, allotmentId } = await school()
    const invoiceId = await registered(funded)
    const stranger = await fundedSchool(test, 1)
    const theirs = await registered(stranger)
    const asked = payment(allotmentId, 5, { invoices: [{ invoiceId: theirs, amountFen: 5 }] })
    expect((await funded.officer.post('/api/payments', asked)).status).toBe(404)
    expect((await stranger.officer.get(`/api/invoices/${invoiceId}`)).status).toBe(404)
    expect((await stranger.officer.patch(`/api/invoices/${invoiceId}`, { seller: '别家' })).status).toBe(404)
    expect((await stranger.officer.delete(`/api/invoices/${invoiceId}`)).status).toBe(404)
    expect((await stranger.officer.post('/api/invoices', given(funded))).status).toBe(404)
    expect((await funded.principal.post('/api/invoices', given(funded))).status).toBe(403)
    expect((await funded.principal.get(`/api/invoices/${invoiceId}`)).body.actions).toEqual([])
    const wrong = await funded.officer.post('/api/invoices', {
      ...given(funded, { number: '12', seller: '', issuedOn: '2026-02-30', amountFen: 0 }),
    })
    expect(wrong.body.fields.map((field: { field: string }) => field.field).sort()).toEqual([
      'amountFen',
      'issuedOn',
      'number',
      'seller',
    ])
    expect(await test.database.read.countBy(PaymentInvoice, { invoiceId })).toBe(0)
  })
})
