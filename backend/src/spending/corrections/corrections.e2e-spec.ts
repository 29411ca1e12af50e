import { type Client, TestApp } from '../../../test/app.js'
import {
  allotted,
  booked,
  fundedSchool,
  type FundedSchool,
  fundPolicy,
  paid,
} from '../../../test/funding-world.js'
import { bankWorld } from '../../../test/bank-world.js'
import { Allotment } from '../../ledger/index.js'
import { fen } from '../../platform/money.js'
import { BankReturnLine } from '../bank-returns/bank-return-line.entity.js'
import { CorrectionLine } from './correction-line.entity.js'
import { verifySpending } from '../verify-spending.js'

describe('corrections', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const standing = (id: number) => test.database.read.findOneByOrFail(Allotment, { id })

  async function spentSchool() {
    const funded = await fundedSchool(test, 2)
    const [first, second] = (await allotted(test, funded)) as [number, number]
    const paymentId = await paid(funded, { allotmentId: first, amountFen: 300_000 })
    return { funded, first, second, paymentId }
  }

  const steps = {
    submit: (who: Client, id: number, given = {}) => who.post(`/api/corrections/${id}/submit`, given),
    withdraw: (who: Client, id: number, given = {}) => who.post(`/api/corrections/${id}/withdraw`, given),
    approve: (who: Client, id: number, given = {}) => who.post(`/api/corrections/${id}/approve`, given),
    refuse: (who: Client, id: number, given = {}) => who.post(`/api/corrections/${id}/refuse`, given),
    'refer-back': (who: Client, id: number, given = {}) =>
      who.post(`/api/corrections/${id}/refer-back`, given),
    post: (who: Client, id: number, given = {}) => who.post(`/api/corrections/${id}/post`, given),
    receive: (who: Client, id: number, given = {}) => who.post(`/api/corrections/${id}/receive`, given),
  }
  const act = (who: Client, id: number, step: keyof typeof steps, given: object = {}) =>
    steps[step](who, id, given)

  async function approved(funded: FundedSchool, given: object): Promise<number> {
    const { body } = await funded.officer.post('/api/corrections', { reason: '供应商退货退款', ...given })
    if (!body.id) throw new Error(JSON.stringify(body))
    expect((await act(funded.officer, body.id, 'submit')).status).toBe(200)
    expect((await act(funded.principal, body.id, 'approve')).status).toBe(200)
    return body.id
  }

  it('book money that came back off the class that spent it, with the bank’s evidence and four people', async () => {
    const { funded, first, paymentId } = await spentSchool()
    const line = { allotmentId: first, account: 'E530', amountFen: 100_000 }
    expect((await funded.officer.get(`/api/payments/${paymentId}/correctable`)).body).toMatchObject([
      { allotmentId: first, account: 'E530', spentFen: 300_000 },
    ])
    const id = await approved(funded, { paymentId, kind: 'refund', lines: [line] })
    // The same yuan cannot be mended by two corrections.
    const other = await funded.officer.post('/api/corrections', {
      paymentId,
      kind: 'refund',
      lines: [{ ...line, amountFen: 200_001 }],
      reason: '又退了一次',
    })
    expect([other.status, other.body.code, other.body.params]).toEqual([
      422,
      'funding.correction_too_much',
      { className: '三(1)班', amountFen: 200_001, freeFen: 200_000 },
    ])
    const slip = { receivedOn: '2026-11-20', bankSerial: 'back 1' }
    expect((await act(funded.officer, id, 'receive', slip)).body.code).toBe('state.same_person')
    expect((await act(funded.centre, id, 'post')).body.code).toBe('state.not_possible')
    expect((await act(funded.finance, id, 'receive', { ...slip, receivedOn: '2026-11-19' })).body.code).toBe(
      'funding.received_day',
    )
    expect(
      (await act(funded.finance, id, 'receive', { ...slip, bankSerial: `S${paymentId}` })).body.code,
    ).toBe('funding.serial_taken')
    expect(await standing(first)).toMatchObject({ spentFen: 300_000 })
    expect((await act(funded.finance, id, 'receive', slip)).body).toMatchObject({
      status: 'posted',
      bankSerial: 'BACK1',
      paymentId,
    })
    expect(await standing(first)).toMatchObject({ spentFen: 200_000, committedFen: 0 })
    expect(await booked(test, { sourceEntity: 'correction', sourceId: id })).toMatchObject([
      { kind: 'refund', debitAccount: 'A110', creditAccount: 'E530', amountFen: 100_000 },
    ])
    // What is mended in part cannot be taken back as a whole.
    const back = await funded.finance.post(`/api/payments/${paymentId}/register-return`, { comment: '退汇' })
    expect([back.status, back.body.code]).toEqual([422, 'funding.payment_corrected'])
    expect((await funded.officer.get('/api/corrections', { paymentId })).body.total).toBe(1)
    expect(await verifySpending(test.database.read, funded.school.id)).toEqual([])
    await test.database.transaction((tx) =>
      tx.update(CorrectionLine, { correctionId: id }, { account: 'E542' }),
    )
    expect((await verifySpending(test.database.read, funded.school.id)).join()).toMatch(
      /correction \d+: it is not what journal \d+ was posted for/,
    )
  })

  it('move spending to the class and account where it belongs, within what that class has', async () => {
    const { funded, first, second, paymentId } = await spentSchool()
    const line = {
      allotmentId: first,
      account: 'E530',
      amountFen: 120_000,
      toAllotmentId: second,
      toAccount: 'E542',
    }
    const asked = (lines: object[]) =>
      funded.officer.post('/api/corrections', {
        paymentId,
        kind: 'reclassification',
        lines,
        reason: '记错班',
      })
    expect((await asked([{ ...line, toAllotmentId: undefined }])).body.fields).toMatchObject([
      { field: 'lines', code: 'funding.correction_where_to' },
    ])
    expect((await asked([{ ...line, toAllotmentId: first, toAccount: 'E530' }])).body.fields).toMatchObject([
      { code: 'funding.correction_same_place' },
    ])
    const stranger = await fundedSchool(test, 1)
    const [theirs] = await allotted(test, stranger)
    expect((await asked([{ ...line, toAllotmentId: theirs }])).status).toBe(404)
    const id = await approved(funded, {
      paymentId,
      kind: 'reclassification',
      lines: [line],
      reason: '记错班',
    })
    expect(
      (await act(funded.finance, id, 'receive', { receivedOn: '2026-11-20', bankSerial: 'X' })).status,
    ).toBe(409)
    expect((await act(funded.principal, id, 'post')).status).toBe(403)
    expect((await act(funded.centre, id, 'post')).body).toMatchObject({
      status: 'posted',
      lines: [
        { from: { className: '三(1)班', account: 'E530' }, to: { className: '三(2)班', account: 'E542' } },
      ],
    })
    expect(await standing(first)).toMatchObject({ spentFen: 180_000 })
    expect(await standing(second)).toMatchObject({ spentFen: 120_000 })
    // What was moved can be moved on from where it stands now, and only from there.
    expect((await funded.officer.get(`/api/payments/${paymentId}/correctable`)).body).toMatchObject([
      { allotmentId: first, account: 'E530', spentFen: 180_000 },
      { allotmentId: second, account: 'E542', spentFen: 120_000 },
    ])
    expect(await verifySpending(test.database.read, funded.school.id)).toEqual([])
  })

  it('take back with a red letter what was registered as paid and never was, unless the bank says so', async () => {
    const { funded, first, paymentId } = await spentSchool()
    const id = await approved(funded, { paymentId, kind: 'red_letter', reason: '回单看错' })
    const posted = await act(funded.centre, id, 'post')
    // The centre has checked the payment, and so may not undo it.
    expect([posted.status, posted.body.code]).toEqual([422, 'state.same_person'])
    const second = await test.as(
      await test.world.user('accounting_centre_officer', { regionCode: funded.school.regionCode }),
    )
    expect((await act(second, id, 'post')).body).toMatchObject({ status: 'posted' })
    expect(await standing(first)).toMatchObject({ spentFen: 0, committedFen: 300_000 })
    expect((await funded.officer.get(`/api/payments/${paymentId}`)).body).toMatchObject({
      status: 'failed',
      failure: '回单看错',
    })
    expect(await verifySpending(test.database.read, funded.school.id)).toEqual([])
  })

  it('are drafted, changed, refused and withdrawn like a payment, and only of what is paid', async () => {
    const { funded, first, paymentId } = await spentSchool()
    const line = { allotmentId: first, account: 'E530', amountFen: 100 }
    const given = { paymentId, kind: 'refund', lines: [line], reason: '退货' }
    const { body } = await funded.officer.post('/api/corrections', given)
    expect(body.actions.sort()).toEqual(['submit', 'update', 'withdraw'])
    const edited = await funded.officer.patch(`/api/corrections/${body.id}`, {
      lines: [{ ...line, amountFen: 250 }],
      revision: 0,
    })
    expect(edited.body).toMatchObject({ amountFen: 250, revision: 1 })
    await act(funded.officer, body.id, 'submit')
    expect((await act(funded.principal, body.id, 'refuse')).body.code).toBe('state.comment_needed')
    expect((await act(funded.principal, body.id, 'refuse', { comment: '凭据不全' })).body.status).toBe(
      'refused',
    )
    const { body: next } = await funded.officer.post('/api/corrections', given)
    expect((await act(funded.officer, next.id, 'withdraw')).body.status).toBe('withdrawn')
    const referred = await approved(funded, given)
    expect((await act(funded.centre, referred, 'refer-back', { comment: '凭据不符' })).body).toMatchObject({
      status: 'refused',
      actions: [],
    })
    const stranger = await fundedSchool(test, 1)
    expect((await stranger.officer.get(`/api/corrections/${body.id}`)).status).toBe(404)
    expect((await stranger.officer.post('/api/corrections', given)).status).toBe(400)
    const waiting = await funded.officer.post('/api/payments', {
      lines: [{ allotmentId: first, amountFen: 1, account: 'E530' }],
      payee: '文具店',
      reason: '材料',
    })
    expect(
      (await funded.officer.post('/api/corrections', { ...given, paymentId: waiting.body.id })).body.code,
    ).toBe('funding.correct_unpaid')
  })

  it('hold the same money but once, whoever hands in first', async () => {
    const { funded, first, paymentId } = await spentSchool()
    const ids: number[] = []
    for (let count = 0; count < 2; count += 1) {
      const { body } = await funded.officer.post('/api/corrections', {
        paymentId,
        kind: 'refund',
        lines: [{ allotmentId: first, account: 'E530', amountFen: 200_000 }],
        reason: '退货退款',
      })
      ids.push(body.id)
    }
    const answers = await Promise.all(
      ids.map((id) => funded.officer.postPatiently(`/api/corrections/${id}/submit`)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  })

  it('are opened by the bank’s own file, and end with its line', async () => {
    const { upload, linesOf, second, sent, line } = bankWorld(() => test)
    test.clock.set('2026-11-26T02:00:00Z')
    const { funded, ids, allotmentId } = await sent(2)
    const [twice, back] = ids as [number, number]
    const file = await upload(funded.officer, [
      line(twice),
      line(twice, { serial: 'AGAIN' }),
      line(back),
      line(back, { said: '退汇', serial: 'BACK', note: '账号不符' }),
    ])
    const opened = (await funded.officer.get('/api/corrections', { sort: 'id', order: 'asc' })).body.items
    expect(opened).toMatchObject([
      { kind: 'double_payment', paymentId: twice, status: 'draft', amountFen: 10_000 },
      { kind: 'returned', paymentId: back, status: 'draft', amountFen: 10_000, reason: '账号不符' },
    ])
    const [double, returned] = opened as [
      { id: number; actions: string[] },
      { id: number; actions: string[] },
    ]
    expect(double.actions).toEqual(['submit'])
    expect(returned.actions).toEqual([])
    expect((await act(funded.officer, returned.id, 'submit')).body.code).toBe('funding.correction_of_bank')
    const lines = await linesOf(funded.officer, { bankReturnId: file })
    const of = (outcome: string) => lines.find((each) => each.outcome === outcome)!
    const whitewashed = async (outcome: string, by: object) => {
      const line = { id: of(outcome).id }
      await test.database.transaction((tx) => tx.update(BankReturnLine, line, by))
      const found = await verifySpending(test.database.read, funded.school.id)
      const undone = { outcome: outcome as never, closedAt: null }
      await test.database.transaction((tx) => tx.update(BankReturnLine, line, undone))
      return found.join()
    }
    expect(await whitewashed('paid_twice', { outcome: 'repeated' })).toMatch(/is repeated, not paid_twice/)
    expect(await whitewashed('returned', { closedAt: test.clock.now() })).toMatch(
      /it is draft, and bank line \d+ is closed/,
    )
    const other = await second(funded)
    expect((await other.post(`/api/bank-return-lines/${of('returned').id}/take-back`)).status).toBe(200)
    expect((await funded.officer.get(`/api/corrections/${returned.id}`)).body).toMatchObject({
      status: 'posted',
    })
    await act(funded.officer, double.id, 'submit')
    await act(funded.principal, double.id, 'approve')
    // Somebody asks for the second sum back: the line cannot be closed as if it were nothing.
    const close = { comment: '银行已说明' }
    expect((await other.post(`/api/bank-return-lines/${of('paid_twice').id}/close`, close)).status).toBe(409)
    const slip = { receivedOn: '2026-11-26', bankSerial: 'CAME-BACK' }
    expect((await act(other, double.id, 'receive', slip)).body).toMatchObject({ status: 'posted' })
    expect(await linesOf(funded.officer, { bankReturnId: file, isOpen: 'yes' })).toEqual([])
    // The books never had the second sum.
    expect(await standing(allotmentId)).toMatchObject({ spentFen: 10_000, committedFen: 10_000 })
    expect(await verifySpending(test.database.read, funded.school.id)).toEqual([])
  })

  it('leave no line of the bank without a way out, and no serial number in two places', async () => {
    const { upload, linesOf, second, sent, line } = bankWorld(() => test)
    test.clock.set('2026-11-26T02:00:00Z')
    const { funded, ids, allotmentId } = await sent(2)
    const [mended, waiting] = ids as [number, number]
    await upload(funded.officer, [line(mended)])
    const other = await second(funded)
    const part = { allotmentId, account: 'E530', amountFen: 4_000 }
    const first = await approved(funded, { paymentId: mended, kind: 'refund', lines: [part] })
    const slip = { receivedOn: '2026-11-26', bankSerial: 'BACK-1' }
    expect((await act(other, first, 'receive', slip)).status).toBe(200)
    // The number of what came back pays nothing, and a number that a file still asks about brings nothing back.
    const file = await upload(funded.officer, [
      line(waiting, { serial: 'BACK-1' }),
      line(mended, { said: '退汇', serial: 'BACK-2' }),
    ])
    const [paying, back] = await linesOf(funded.officer, { bankReturnId: file })
    expect([paying, back]).toMatchObject([
      { outcome: 'unmatched', reason: 'serial_known' },
      { outcome: 'returned' },
    ])
    expect((await linesOf(other, { bankReturnId: file }))[1]!.actions).toEqual(['close'])
    const rest = await approved(funded, {
      paymentId: mended,
      kind: 'refund',
      lines: [{ ...part, amountFen: 6_000 }],
    })
    const again = { ...slip, bankSerial: 'BACK-2' }
    expect((await act(other, rest, 'receive', again)).body.code).toBe('funding.serial_in_file')
    const said = { comment: '已有部分退款，余款另作更正' }
    expect((await other.post(`/api/bank-return-lines/${back!.id}/close`, said)).status).toBe(200)
    expect((await act(other, rest, 'receive', again)).status).toBe(200)
    expect(await standing(allotmentId)).toMatchObject({ spentFen: 0 })
    expect(await verifySpending(test.database.read, funded.school.id)).toEqual([])
  })

  it('do not turn what was bought into pay that nobody has asked the class-hours of', async () => {
    const funded = await fundedSchool(test, 1)
    await fundPolicy(test, funded.fund, { payRateCapFen: fen(10_000) })
    const [allotmentId] = (await allotted(test, funded)) as [number]
    const bought = await paid(funded, { allotmentId, amountFen: 25_000, account: 'E530' })
    const move = { allotmentId, account: 'E530', amountFen: 25_000, toAllotmentId: allotmentId }
    const asked = async (toAccount: string) => {
      const { body } = await funded.officer.post('/api/corrections', {
        paymentId: bought,
        kind: 'reclassification',
        lines: [{ ...move, toAccount }],
        reason: '记错科目',
      })
      return act(funded.officer, body.id, 'submit')
    }
    const refused = await asked('E500')
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([
      422,
      'funding.correction_into_pay',
      { capFen: 10_000 },
    ])
    expect(refused.body.message).toContain('100.00')
    expect((await asked('E542')).status).toBe(200)
  })
})
