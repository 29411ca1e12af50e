import { TestApp } from '../../../test/app.js'
import { bankWorld, groupsOf } from '../../../test/bank-world.js'
import { fundedSchool, referenceOf } from '../../../test/funding-world.js'
import { Payment } from '../payments/payment.entity.js'
import { BankReturnLine } from './bank-return-line.entity.js'

describe('lines of the bank for an earlier try', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start({ now: '2026-11-30T02:00:00Z' })
  })
  afterAll(() => test.stop())

  const { upload, linesOf, statementOf, second, sent, line } = bankWorld(() => test)

  it('knows the reference of an earlier try: it never settles, and a second payment is seen', async () => {
    const { funded, ids } = await sent(2)
    const [paid, late] = ids as [number, number]
    for (const id of ids) {
      await funded.finance.post(`/api/payments/${id}/register-failure`, { comment: '户名不符' })
      await funded.requester.post(`/api/payments/${id}/resend`)
      await funded.principal.post(`/api/payments/${id}/approve`)
      expect((await funded.centre.post(`/api/payments/${id}/check`)).status).toBe(200)
    }
    const again = (id: number, serial: string) =>
      line(id, { on: '2026-11-30', serial }).replace(referenceOf(id), `${referenceOf(id)}-2`)
    await upload(funded.officer, [again(paid, 'E1')])
    expect(await statementOf(funded.officer)).toMatchObject({ isAgreed: true })
    const stranger = await fundedSchool(test, 1)
    const theirs = await upload(stranger.officer, [line(paid, { serial: 'E2' })])
    expect(await linesOf(stranger.officer, { bankReturnId: theirs })).toMatchObject([
      { reason: 'unknown_reference', paymentId: null },
    ])
    const file = await upload(funded.centre, [line(paid, { serial: 'E2' }), line(late, { serial: 'E3' })])
    const lines = await linesOf(funded.officer, { bankReturnId: file })
    expect(lines).toMatchObject([
      { outcome: 'paid_twice', reason: null, paymentId: paid },
      { outcome: 'unmatched', reason: 'earlier_reference', paymentId: late },
    ])
    expect(
      await test.database.read.findBy(BankReturnLine, { bankReturnId: file, schoolId: funded.school.id }),
    ).toHaveLength(2)
    expect(await test.database.read.findOneBy(Payment, { id: late })).toMatchObject({ status: 'checked' })
    const statement = await statementOf(funded.officer)
    expect(statement).toMatchObject({ isAgreed: false, bankPaidFen: 30_000, ledgerSpentFen: 10_000 })
    expect(groupsOf(statement).sort()).toEqual([
      'bank_only earlier_reference 1/1 10000',
      'bank_only paid_twice 1/1 10000',
    ])
    const settled = await (
      await second(funded)
    ).post(`/api/bank-return-lines/${lines[1]!.id}/settle`, { paymentId: late })
    expect([settled.status, settled.body.code]).toEqual([200, undefined])
    expect(groupsOf(await statementOf(funded.officer))).toEqual(['bank_only paid_twice 1/1 10000'])
    // What goes out under the new reference after all is the second time.
    const after = await upload(funded.officer, [again(late, 'E4')])
    expect(await linesOf(funded.officer, { bankReturnId: after })).toMatchObject([{ outcome: 'paid_twice' }])
  })
})
