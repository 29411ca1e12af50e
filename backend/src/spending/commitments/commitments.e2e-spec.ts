import { type Client, TestApp } from '../../../test/app.js'
import { allotted, booked, type FundedSchool, fundedSchool, fundPolicy } from '../../../test/funding-world.js'
import { Allotment, verifyLedger } from '../../ledger/index.js'
import { verifySpending } from '../verify-spending.js'

describe('commitments', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const standing = (id: number) => test.database.read.findOneByOrFail(Allotment, { id })
  const act = (client: Client, id: number, event: string, body: object = {}) =>
    client.post(`/api/commitments/${id}/${event}`, body)
  const pay = (client: Client, id: number, event: string, body: object = {}) =>
    client.post(`/api/payments/${id}/${event}`, body)

  let accounts = 0
  const payeeOf = async (funded: FundedSchool, name = '晨光公司'): Promise<number> => {
    const { body } = await funded.officer.post('/api/payees', {
      schoolId: funded.school.id,
      name,
      kind: 'unit',
      account: String(62220000000000 + (accounts += 1)),
      bankName: '工商银行大同分行',
    })
    return body.id
  }
  async function school() {
    const funded = await fundedSchool(test, 2)
    const [first, second] = (await allotted(test, funded)) as [number, number]
    const payeeId = await payeeOf(funded)
    const given = {
      kind: 'contract',
      number: 'HT-2026-7',
      title: '美术课服务合同',
      payeeId,
      signedOn: '2026-11-01',
      endsOn: '2026-12-31',
      lines: [
        { allotmentId: first, account: 'E520', amountFen: 600_000 },
        { allotmentId: second, account: 'E520', amountFen: 200_000 },
      ],
    }
    return { funded, first, second, payeeId, given }
  }
  async function approved(funded: FundedSchool, given: object): Promise<number> {
    const { body } = await funded.officer.post('/api/commitments', given)
    if (!body.id) throw new Error(JSON.stringify(body))
    expect((await act(funded.officer, body.id, 'submit')).status).toBe(200)
    expect((await act(funded.principal, body.id, 'approve')).status).toBe(200)
    return body.id
  }
  const part = (commitmentId: number, allotmentId: number, amountFen: number, rest: object = {}) => ({
    commitmentId,
    lines: [{ allotmentId, account: 'E520', amountFen }],
    reason: '第一期服务费',
    ...rest,
  })
  async function drafted(funded: FundedSchool, body: object): Promise<number> {
    const answer = await funded.officer.post('/api/payments', body)
    if (answer.status !== 201) throw new Error(answer.text)
    return answer.body.id
  }
  const agree = async (funded: FundedSchool) => {
    expect(await verifySpending(test.database.read, funded.school.id)).toEqual([])
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  }

  it('reserve their money when approved, hand it to their payments in parts and give back the rest', async () => {
    const { funded, first, second, given, payeeId } = await school()
    const id = await approved(funded, given)
    expect(await standing(first)).toMatchObject({ committedFen: 600_000 })
    expect(await booked(test, { sourceEntity: 'commitment', sourceId: id })).toMatchObject([
      { kind: 'commit', phase: 'pending', debitAccount: 'E520', amountFen: 600_000 },
      { kind: 'commit', phase: 'pending', amountFen: 200_000 },
    ])
    // What is reserved is left to nobody else.
    const other = {
      lines: [{ allotmentId: first, account: 'E520', amountFen: 400_001 }],
      payeeId,
      reason: '别的',
    }
    const outside = await drafted(funded, other)
    expect((await pay(funded.officer, outside, 'submit')).body.code).toBe('funding.ceiling_exceeded')
    const { body: draft } = await funded.officer.post('/api/payments', part(id, first, 250_000))
    expect(draft).toMatchObject({
      payeeId,
      payee: '晨光公司',
      commitment: { id, number: 'HT-2026-7', title: '美术课服务合同' },
      lines: [{ leftBeforeFen: 400_000, leftAfterFen: 400_000 }],
    })
    expect((await pay(funded.officer, draft.id, 'submit')).status).toBe(200)
    expect(await standing(first)).toMatchObject({ committedFen: 600_000 })
    const open = await booked(test, { sourceEntity: 'commitment', sourceId: id })
    expect(open.map(({ phase, amountFen }) => [phase, amountFen])).toEqual([
      ['pending', 600_000],
      ['pending', 200_000],
      ['void', 600_000],
      ['void', 200_000],
      ['pending', 350_000],
      ['pending', 200_000],
    ])
    await pay(funded.principal, draft.id, 'approve')
    await pay(funded.centre, draft.id, 'check')
    await pay(funded.finance, draft.id, 'register-slip', { bankSerial: 'PART-1' })
    expect(await standing(first)).toMatchObject({ committedFen: 350_000, spentFen: 250_000 })
    const more = await drafted(funded, part(id, second, 50_000))
    await pay(funded.officer, more, 'submit')
    expect((await funded.officer.get(`/api/commitments/${id}`)).body).toMatchObject({
      paidFen: 250_000,
      underWayFen: 50_000,
      remainingFen: 500_000,
      reservedFen: 500_000,
      lines: [
        { className: '三(1)班', drawnFen: 250_000, remainingFen: 350_000 },
        { className: '三(2)班', drawnFen: 50_000, remainingFen: 150_000 },
      ],
      payments: [
        { paymentId: draft.id, reason: draft.reason, status: 'paid', amountFen: 250_000 },
        { paymentId: more, status: 'submitted' },
      ],
      actions: ['end'],
    })
    await agree(funded)
    await pay(funded.principal, more, 'refuse', { comment: '还没验收' })
    expect(await standing(second)).toMatchObject({ committedFen: 200_000 })
    const late = await drafted(funded, part(id, second, 200_000))
    await pay(funded.officer, late, 'submit')
    expect((await act(funded.officer, id, 'end')).body).toMatchObject({
      status: 'ended',
      remainingFen: 350_000,
      reservedFen: 0,
    })
    expect(await standing(first)).toMatchObject({ committedFen: 0, spentFen: 250_000 })
    // Of what has ended a payment gives back to the class.
    expect(await standing(second)).toMatchObject({ committedFen: 200_000 })
    await pay(funded.officer, late, 'withdraw')
    expect(await standing(second)).toMatchObject({ committedFen: 0 })
    const after = await funded.officer.post('/api/payments', part(id, first, 1))
    expect([after.status, after.body.code]).toEqual([422, 'funding.commitment_not_open'])
    await agree(funded)
  })

  it('are never overdrawn, nor paid to another, nor for something else', async () => {
    const { funded, first, second, given } = await school()
    const id = await approved(funded, given)
    const asked = (body: object) => funded.officer.post('/api/payments', body)
    const over = await drafted(funded, part(id, second, 200_001))
    const refused = await pay(funded.officer, over, 'submit')
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([
      422,
      'funding.commitment_exceeded',
      { className: '三(2)班', title: '美术课服务合同', leftFen: 200_000, askedFen: 200_001 },
    ])
    expect(refused.body.message).toContain('三(2)班在“美术课服务合同”里还剩 ¥2,000.00')
    const another = await payeeOf(funded, '别的公司')
    expect((await asked(part(id, first, 5, { payeeId: another }))).body.fields).toMatchObject([
      { field: 'payeeId', code: 'funding.commitment_other_payee' },
    ])
    const elsewhere = { lines: [{ allotmentId: first, account: 'E530', amountFen: 5 }] }
    expect((await asked(part(id, first, 5, elsewhere))).body.fields).toMatchObject([
      { field: 'lines', code: 'funding.commitment_other_line' },
    ])
    const draft = await drafted(funded, part(id, first, 5))
    const edit = (body: object) => funded.officer.patch(`/api/payments/${draft}`, body)
    expect((await edit({ payeeId: another })).body.fields[0].code).toBe('funding.commitment_other_payee')
    expect((await edit(elsewhere)).body.fields[0].code).toBe('funding.commitment_other_line')
    expect((await edit({ ...elsewhere, commitmentId: null })).body.commitment).toBeNull()
    expect((await edit({ commitmentId: id })).body.fields[0].code).toBe('funding.commitment_other_line')
    expect((await edit(part(id, first, 7))).body).toMatchObject({ amountFen: 7, commitment: { id } })
    // Under the same number by another name it is another party.
    await funded.officer.patch(`/api/payees/${given.payeeId}`, { name: '换名公司' })
    expect((await pay(funded.officer, draft, 'submit')).body.code).toBe('funding.commitment_other_name')
    await funded.officer.patch(`/api/payees/${given.payeeId}`, { name: '晨光公司' })
    // All of it, to the last fen; what fails at the bank keeps its money, what is given up hands it back.
    const whole = await drafted(funded, {
      commitmentId: id,
      lines: given.lines,
      reason: '全部',
    })
    expect((await pay(funded.officer, whole, 'submit')).status).toBe(200)
    expect((await funded.officer.get(`/api/commitments/${id}`)).body).toMatchObject({ reservedFen: 0 })
    await agree(funded)
    await pay(funded.principal, whole, 'approve')
    await pay(funded.centre, whole, 'check')
    await pay(funded.finance, whole, 'register-failure', { comment: '账号不符' })
    await funded.officer.patch(`/api/payments/${whole}`, { payeeId: another })
    expect((await pay(funded.officer, whole, 'resend')).body.fields[0].code).toBe(
      'funding.commitment_other_payee',
    )
    await funded.officer.patch(`/api/payments/${whole}`, { payeeId: given.payeeId })
    expect((await pay(funded.officer, whole, 'resend')).status).toBe(200)
    await pay(funded.principal, whole, 'approve')
    await pay(funded.centre, whole, 'check')
    await pay(funded.finance, whole, 'register-failure', { comment: '账户已销户' })
    expect((await pay(funded.officer, whole, 'give-up')).status).toBe(200)
    expect((await funded.officer.get(`/api/commitments/${id}`)).body).toMatchObject({ reservedFen: 800_000 })
    expect(await standing(first)).toMatchObject({ committedFen: 600_000, spentFen: 0 })
    await agree(funded)
  })

  it('give their last yuan to one of two payments at one instant', async () => {
    const { funded, first, given } = await school()
    const id = await approved(funded, given)
    const ids: number[] = []
    for (let count = 0; count < 3; count += 1) ids.push(await drafted(funded, part(id, first, 250_000)))
    const answers = await Promise.all(
      ids.map((each) => funded.officer.postPatiently(`/api/payments/${each}/submit`)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 422])
    expect(answers.find(({ status }) => status === 422)!.body).toMatchObject({
      code: 'funding.commitment_exceeded',
      params: { leftFen: 100_000, askedFen: 250_000 },
    })
    // One goes back while another asks for what is left, and while it is ended.
    const submitted = ids.filter((_, at) => answers[at]!.status === 200)
    const last = await drafted(funded, part(id, first, 100_000))
    const met = await Promise.all([
      funded.principal.postPatiently(`/api/payments/${submitted[0]}/refuse`, { comment: '暂缓' }),
      funded.officer.postPatiently(`/api/payments/${last}/submit`),
      funded.officer.postPatiently(`/api/commitments/${id}/end`),
    ])
    expect(met.map(({ status }) => status)).toEqual([200, expect.any(Number), 200])
    expect([200, 422]).toContain(met[1]!.status)
    const { committedFen } = await standing(first)
    expect(committedFen).toBe(met[1]!.status === 200 ? 350_000 : 250_000)
    await agree(funded)
  })

  it('are drafted, changed, refused and withdrawn like a payment, and seen by their school', async () => {
    const { funded, first, given } = await school()
    const { body } = await funded.officer.post('/api/commitments', given)
    expect(body).toMatchObject({ status: 'draft', amountFen: 800_000, payee: '晨光公司', reservedFen: 0 })
    expect(body.actions.sort()).toEqual(['submit', 'update', 'withdraw'])
    const edited = await funded.officer.patch(`/api/commitments/${body.id}`, {
      title: '美术课合同',
      lines: [{ allotmentId: first, account: 'E520', amountFen: 1_200_000 }],
      revision: 0,
    })
    expect(edited.body).toMatchObject({ title: '美术课合同', amountFen: 1_200_000, revision: 1 })
    expect(
      (await funded.officer.patch(`/api/commitments/${body.id}`, { endsOn: '2026-10-31' })).body.fields,
    ).toMatchObject([{ field: 'endsOn', code: 'funding.commitment_days' }])
    expect((await funded.officer.post('/api/payments', part(body.id, first, 5))).body.code).toBe(
      'funding.commitment_not_open',
    )
    await act(funded.officer, body.id, 'submit')
    // More than the class has: nothing is reserved, and it stays where it is.
    expect((await act(funded.principal, body.id, 'approve')).body.code).toBe('funding.ceiling_exceeded')
    expect((await act(funded.officer, body.id, 'approve')).status).toBe(403)
    expect((await act(funded.principal, body.id, 'refuse')).body.code).toBe('state.comment_needed')
    expect(
      (await funded.principal.post(`/api/commitments/${body.id}/refuse`, { comment: '太多' })).body.status,
    ).toBe('refused')
    const { body: next } = await funded.officer.post('/api/commitments', given)
    expect((await funded.officer.post(`/api/commitments/${next.id}/withdraw`)).body.status).toBe('withdrawn')
    expect(
      (await funded.officer.get('/api/commitments', { q: 'HT-2026', status: 'refused' })).body.total,
    ).toBe(1)
    const stranger = await fundedSchool(test, 1)
    const [theirs] = (await allotted(test, stranger)) as [number]
    expect((await stranger.officer.get(`/api/commitments/${body.id}`)).status).toBe(404)
    expect((await act(stranger.officer, body.id, 'submit')).status).toBe(404)
    expect((await stranger.officer.patch(`/api/commitments/${body.id}`, { title: '别家' })).status).toBe(404)
    const id = await approved(funded, given)
    expect((await stranger.officer.post('/api/payments', part(id, theirs, 5))).status).toBe(404)
    expect((await stranger.officer.post('/api/commitments', { ...given, lines: [] })).status).toBe(400)
    expect((await stranger.officer.post('/api/commitments', given)).status).toBe(404)
  })
  it('are ended before their year is settled', async () => {
    const { funded, given } = await school()
    await fundPolicy(test, funded.fund, { leftover: 'carry' })
    const id = await approved(funded, given)
    test.clock.set('2027-01-05T02:00:00Z')
    const officer = await test.as(await test.world.user('school_finance_officer', { school: funded.school }))
    const { body } = await officer.post('/api/settlements', {
      schoolId: funded.school.id,
      fundId: funded.fund.id,
      fiscalYear: 2026,
    })
    const early = await officer.post(`/api/settlements/${body.id}/submit`)
    expect([early.status, early.body.code, early.body.params]).toEqual([
      422,
      'funding.commitments_open',
      { count: 1, commitments: 'HT-2026-7 美术课服务合同' },
    ])
    expect((await act(officer, id, 'end')).status).toBe(200)
    await officer.post(`/api/settlements/${body.id}/recalculate`)
    expect((await officer.post(`/api/settlements/${body.id}/submit`)).status).toBe(200)
    await agree(funded)
  })
})
