import { TestApp } from '../../../test/app.js'
import { booked, allotted, fundedSchool, paid } from '../../../test/funding-world.js'
import { Transition } from '../../audit/index.js'
import { Allotment, verifyLedger } from '../../ledger/index.js'
import { Payment } from './payment.entity.js'

describe('a payment that has come back after it was paid', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('is taken back once with a reason, is spent no more and stays committed until it is sent again', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const id = await paid(funded, { allotmentId: allotmentId!, amountFen: 300_000 })
    const takeBack = (client = funded.finance, comment?: string) =>
      client.post(`/api/payments/${id}/register-return`, comment ? { comment } : {})
    expect((await takeBack()).body.code).toBe('state.comment_needed')
    expect((await takeBack(funded.principal, '退汇')).status).toBe(403)
    // Who asked for the money, or checked it, cannot undo that it was paid.
    for (const client of [funded.requester, funded.centre])
      expect((await takeBack(client, '退汇')).status).toBe(422)
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await takeBack(stranger, '退汇')).status).toBe(404)
    const answers = await Promise.all([1, 2].map(() => takeBack(undefined, '账户已销户')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await test.database.read.findOneBy(Payment, { id })).toMatchObject({
      status: 'failed',
      failure: '账户已销户',
      paidOn: null,
      bankSerial: null,
      takenBackCount: 1,
    })
    expect(
      await test.database.read.findBy(Transition, {
        entity: 'payment',
        entityId: id,
        event: 'register-return',
      }),
    ).toMatchObject([{ fromState: 'paid', toState: 'failed', comment: '账户已销户' }])
    const standing = () => test.database.read.findOneByOrFail(Allotment, { id: allotmentId! })
    expect(await standing()).toMatchObject({ committedFen: 300_000, spentFen: 0 })
    const lines = await booked(test, { sourceEntity: 'payment', sourceId: id })
    expect(lines.map(({ kind }) => kind)).toEqual(['reserve', 'spend', 'un-spend', 'reserve'])
    expect(lines[2]!.reverses).toBe(lines[1]!.sequence)
    await funded.officer.post(`/api/payments/${id}/resend`)
    await funded.principal.post(`/api/payments/${id}/approve`)
    await funded.centre.post(`/api/payments/${id}/check`)
    const again = await funded.finance.post(`/api/payments/${id}/register-slip`, { bankSerial: 'again' })
    expect(again.body.status).toBe('paid')
    expect(await standing()).toMatchObject({ committedFen: 0, spentFen: 300_000 })
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })
})
