/** The rules that look at payments: hours_beyond_sessions, rate_above_cap, teachers_share_low, card_shared, list_account_shared, paid_twice, return_not_posted. */
import { TestApp } from '../../../../test/app.js'
import { foundBy } from '../../../../test/found-by.js'
import {
  allotted,
  type Asked,
  type FundedSchool,
  fundedSchool,
  fundPolicy,
  paid,
  referenceOf,
  sentToBank,
} from '../../../../test/funding-world.js'
import { entryOf, listOf, madeList, person } from '../../../../test/pay-lists-world.js'
import { fen } from '../../../platform/money.js'
import { cardShared } from './card-shared.js'
import { hoursBeyondSessions } from './hours-beyond-sessions.js'
import { listAccountShared } from './list-account-shared.js'
import { paidTwice } from './paid-twice.js'
import { rateAboveCap } from './rate-above-cap.js'
import { returnNotPosted } from './return-not-posted.js'
import { teachersShareLow } from './teachers-share-low.js'

describe('the rules on payments', () => {
  let test: TestApp
  let funded: FundedSchool
  let allotmentId: number
  beforeAll(async () => {
    test = await TestApp.start({ now: '2026-11-23T01:00:00Z' })
  })
  beforeEach(async () => {
    funded = await fundedSchool(test, 1)
    allotmentId = (await allotted(test, funded))[0]!
  })
  afterAll(() => test.stop())

  const pay = (amountFen: number, rest: Partial<Asked> = {}) =>
    paid(funded, { allotmentId, amountFen, ...rest })
  const payTeacher = (amountFen: number, lessonCount: number) =>
    pay(amountFen, { account: 'E500', payee: '李老师', lessonCount })
  const found = (rule: Parameters<typeof foundBy>[1]) => foundBy(test, rule, funded.school)

  describe('hours_beyond_sessions', () => {
    it('finds class-hours that were paid and never held', async () => {
      await payTeacher(10_000, 2)
      expect(await found(hoursBeyondSessions)).toEqual([
        '支付了 2 课时，系统里已上课次只有 0 课时（计划数，未经登记确认）。',
      ])
    })

    it('does not find those that were held: a session of an hour is two class-hours', async () => {
      const { school } = funded
      const [section, slot] = [await test.world.section({ school }), await test.world.slot({ school })]
      await test.world.session({ section, slot, heldOn: '2026-11-16' })
      await payTeacher(10_000, 2)
      expect(await found(hoursBeyondSessions)).toEqual([])
      await payTeacher(5_000, 1)
      expect(await found(hoursBeyondSessions)).toEqual([
        '支付了 3 课时，系统里已上课次只有 2 课时（计划数，未经登记确认）。',
      ])
    })
  })

  // The policy is laid down afterwards: with it, such a payment itself is refused.
  describe('rate_above_cap', () => {
    it('finds a payment above the cap of its day', async () => {
      await payTeacher(80_000, 10)
      await fundPolicy(test, funded.fund, { payRateCapFen: fen(7_000) })
      expect(await found(rateAboveCap)).toEqual(['800.00 元支付 10 课时，超过每课时 70.00 元的上限。'])
    })

    it('does not find one at the cap, nor one before the policy was in force', async () => {
      await payTeacher(70_000, 10)
      test.clock.set('2026-11-22T01:00:00Z')
      await payTeacher(80_000, 10)
      test.clock.set('2026-11-23T01:00:00Z')
      await fundPolicy(test, funded.fund, { payRateCapFen: fen(7_000), validFromOn: '2026-11-23' })
      expect(await found(rateAboveCap)).toEqual([])
    })
  })

  describe('teachers_share_low', () => {
    beforeEach(() => fundPolicy(test, funded.fund, { teacherSharePerMille: 500 }))

    it('finds a year of which teachers got less than their share', async () => {
      await payTeacher(80_000, 10)
      await pay(500_000)
      expect(await found(teachersShareLow)).toEqual(['支出 5,800.00 元中教师补助 800.00 元，低于 50%。'])
    })

    it('does not find one of which they got just that', async () => {
      await payTeacher(80_000, 10)
      await pay(80_000)
      expect(await found(teachersShareLow)).toEqual([])
    })
  })

  describe('card_shared', () => {
    const payeeAccount = '6222021602008881234'

    it('finds two payees with one account', async () => {
      await pay(1_000, { payee: '材料店', payeeAccount })
      await pay(2_000, { payee: '王师傅', payeeAccount })
      expect(await found(cardShared)).toEqual(['尾号 1234 的账户有 2 个收款人。'])
    })

    it('does not find one payee who is paid twice, nor two without an account', async () => {
      await pay(1_000, { payee: '材料店', payeeAccount })
      await pay(2_000, { payee: '材料店', payeeAccount })
      await pay(1_000, { payee: '张师傅' })
      await pay(1_000, { payee: '王师傅' })
      expect(await found(cardShared)).toEqual([])
    })
  })

  describe('list_account_shared', () => {
    const account = '6222021602008885678'
    const listed = async (payeeIds: readonly number[]) => {
      const entries = payeeIds.map((payeeId) => entryOf(payeeId, allotmentId))
      return (await funded.officer.post('/api/pay-lists', listOf(funded, entries))).body.id as number
    }

    it('finds a person of a list whose account was paid under another name, once whatever the number of lists', async () => {
      await pay(1_000, { payee: '钱某', payeeAccount: account })
      const id = await person(funded, '周老师', { account })
      await listed([id])
      await listed([id, await person(funded, '吴老师')])
      expect(await found(listAccountShared)).toEqual([
        '发放表“十一月课时费”付给周老师的账户（尾号 5678）在本校还有户名“钱某”。',
      ])
      expect(await foundBy(test, listAccountShared, await test.world.school())).toEqual([])
    })

    it('finds an account that went from one person of a list to another', async () => {
      const one = await person(funded, '郑老师', { account })
      await madeList(funded, allotmentId, [one])
      await funded.officer.patch(`/api/payees/${one}`, { account: '6222021602008889999' })
      await listed([await person(funded, '冯老师', { account })])
      expect(await found(listAccountShared)).toEqual([
        '发放表“十一月课时费”付给冯老师的账户（尾号 5678）在本校还有户名“郑老师”。',
      ])
    })

    it('does not find one person under an earlier name, what was never paid, nor a list that was thrown away', async () => {
      const one = await person(funded, '陈小', { account })
      await madeList(funded, allotmentId, [one])
      await funded.officer.patch(`/api/payees/${one}`, { name: '陈晓' })
      expect(await found(listAccountShared)).toEqual([])
      const draft = await funded.officer.post('/api/payments', {
        lines: [{ allotmentId, amountFen: 1_000, account: 'E530' }],
        payee: '褚某',
        payeeAccount: account,
        payeeBank: '工商银行',
        reason: '讲座',
      })
      expect(await found(listAccountShared)).toHaveLength(1)
      await funded.officer.post(`/api/payments/${draft.body.id}/withdraw`)
      expect(await found(listAccountShared)).toEqual([])
    })
  })

  describe('paid_twice and return_not_posted', () => {
    const said = async (...lines: string[]) => {
      const bytes = Buffer.from(['业务参考号,金额,收款人,结果,日期,流水号', ...lines].join('\n'))
      const { body } = await funded.officer.upload('/api/bank-returns', {}, { name: 'a.csv', bytes })
      const checker = await test.as(
        await test.world.user('school_finance_officer', { school: funded.school }),
      )
      const { items } = (
        await checker.get('/api/bank-return-lines', { bankReturnId: body.id as number, sort: 'rowNumber' })
      ).body
      return { checker, lines: items as { id: number }[] }
    }
    const line = (id: number, result: string, serial: string) =>
      `${referenceOf(id)},10.00,材料店,${result},2026-11-23,${serial}`

    it('find a second payment and money that came back, until somebody has seen to them', async () => {
      const [twice, back] = [
        await sentToBank(funded, { allotmentId, amountFen: 1_000 }),
        await sentToBank(funded, { allotmentId, amountFen: 1_000 }),
      ]
      const { checker, lines } = await said(
        line(twice, '成功', 'R1'),
        line(twice, '成功', 'R2'),
        line(back, '成功', 'R3'),
        line(back, '退汇', 'R4'),
      )
      expect(await found(paidTwice)).toEqual([
        '银行对同一笔支付又付了一次：材料店 10.00 元，2026-11-23，流水号 R2，还没有查明。',
      ])
      expect(await found(returnNotPosted)).toEqual([
        '银行 2026-11-23 退回了付给材料店的 10.00 元，账面还记着支出。',
      ])
      await checker.post(`/api/bank-return-lines/${lines[1]!.id}/close`, { comment: '收款人已退回' })
      await checker.post(`/api/bank-return-lines/${lines[3]!.id}/take-back`)
      expect([await found(paidTwice), await found(returnNotPosted)]).toEqual([[], []])
    })

    it('do not find the same line that an export brings once more', async () => {
      const id = await sentToBank(funded, { allotmentId, amountFen: 1_000 })
      await said(line(id, '成功', 'R5'))
      await said(line(id, '成功', 'R5'), '')
      expect(await found(paidTwice)).toEqual([])
    })
  })
})
