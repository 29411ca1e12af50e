import { allotted, type FundedSchool, fundedSchool, payPolicy } from '../../../test/funding-world.js'
import { entryOf, listOf, madeList, person } from '../../../test/pay-lists-world.js'
import { type Client, TestApp } from '../../../test/app.js'
import { Transition } from '../../audit/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { Payment } from '../payments/payment.entity.js'

describe('what becomes of a pay list', () => {
  let test: TestApp
  let funded: FundedSchool
  let first: number
  let second: number
  let count = 0
  beforeAll(async () => {
    test = await TestApp.start()
    funded = await fundedSchool(test, 2)
    ;[first, second] = (await allotted(test, funded)) as [number, number]
  })
  afterAll(() => test.stop())

  const someone = (rest: object = {}) => {
    count += 1
    return person(funded, `教师${count}`, rest)
  }
  const create = (entries: readonly object[], rest: object = {}) =>
    funded.officer.post('/api/pay-lists', { ...listOf(funded, entries), ...rest })
  const act = (id: number, event: string, by: Client = funded.officer) =>
    by.post(`/api/pay-lists/${id}/${event}`)
  const paymentsOf = (payListId: number) =>
    test.database.read.find(Payment, { where: { payListId }, order: { id: 'ASC' } })
  const colleague = async () =>
    test.as(await test.world.user('school_finance_officer', { school: funded.school }))

  describe('goes on by its payments', () => {
    it('handed in, approved, checked, sent and paid, many at once, with its sums', async () => {
      const { id, payments } = await madeList(funded, first, [await someone(), await someone()])
      const handedIn = await funded.officer.post('/api/payments/submit-many', { ids: payments })
      expect(handedIn.body).toMatchObject({ done: payments, refused: [], doneFen: 100_000 })
      expect((await funded.officer.get(`/api/pay-lists/${id}`)).body.actions).toEqual([])
      const late = await act(id, 'reopen')
      expect([late.status, late.body.code]).toEqual([409, 'funding.pay_list_on_its_way'])
      await funded.principal.post('/api/payments/approve-many', { ids: payments })
      await funded.centre.post('/api/payments/check-many', { ids: payments })
      const slip = { bankSerial: `L${id}` }
      const settled = await funded.finance.post(`/api/payments/${payments[0]}/register-slip`, slip)
      expect(settled.status).toBe(200)
      await funded.finance.post(`/api/payments/${payments[1]}/register-failure`, { comment: '户名不符' })
      const list = (await funded.officer.get(`/api/pay-lists/${id}`)).body
      expect(list).toMatchObject({ personCount: 2, amountFen: 100_000, paidFen: 50_000 })
      expect(list.entries).toMatchObject([
        { payment: { status: 'paid', failure: null } },
        { payment: { status: 'failed', failure: '户名不符' } },
      ])
      // What the bank has sent back goes to the account that its payee has by then.
      await funded.officer.patch(`/api/payees/${list.entries[1].payeeId}`, { account: '6222999900001111' })
      const resent = await funded.officer.post(`/api/payments/${payments[1]}/resend`)
      expect(resent.body).toMatchObject({ status: 'submitted', payeeAccountLast4: '1111', amountFen: 50_000 })
    })

    it('is refused above the cap of a class-hour when its payments are handed in', async () => {
      const own = await fundedSchool(test, 1)
      const [allotmentId] = await allotted(test, own)
      const { payments } = await madeList(own, allotmentId!, [await person(own, '高老师')])
      await payPolicy(test, own, 4_999)
      const refused = await own.officer.post(`/api/payments/${payments[0]}/submit`)
      expect([refused.status, refused.body.code]).toEqual([422, 'funding.pay_rate_exceeded'])
    })

    it('pays those again whose payment was refused or withdrawn, and nobody else', async () => {
      const { id, payments } = await madeList(funded, first, [
        await someone(),
        await someone(),
        await someone(),
      ])
      const nothing = await act(id, 'make-again')
      expect([nothing.status, nothing.body.code]).toEqual([422, 'funding.pay_list_nothing_again'])
      await funded.officer.post(`/api/payments/${payments[0]}/submit`)
      await funded.principal.post(`/api/payments/${payments[0]}/refuse`, { comment: '课时不符' })
      await funded.officer.post(`/api/payments/${payments[1]}/withdraw`)
      const shown = (await funded.officer.get(`/api/pay-lists/${id}`)).body
      expect(shown.actions).toEqual(['make-again', 'reopen'])
      expect(shown.entries).toMatchObject([
        { payment: { status: 'refused' } },
        { payment: { status: 'withdrawn' } },
        {},
      ])
      const answers = await Promise.all([
        funded.officer.postPatiently(`/api/pay-lists/${id}/make-again`),
        funded.officer.postPatiently(`/api/pay-lists/${id}/make-again`),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
      const all = await paymentsOf(id)
      expect(all.map(({ status }) => status)).toEqual(['refused', 'withdrawn', 'draft', 'draft', 'draft'])
      expect(all.map(({ payListEntryId }) => payListEntryId !== null)).toEqual([
        false,
        false,
        true,
        true,
        true,
      ])
    })
  })

  describe('reopened', () => {
    it('withdraws the drafts, lets the people be changed, and makes new payments', async () => {
      const [one, two] = [await someone(), await someone()]
      const { id, payments } = await madeList(funded, first, [one, two])
      const open = await act(id, 'reopen')
      expect(open.body).toMatchObject({
        status: 'draft',
        actions: ['make-payments', 'withdraw', 'update'],
        entries: [{ payment: null }, { payment: null }],
      })
      expect(await paymentsOf(id)).toMatchObject(
        payments.map((each) => ({ id: each, status: 'withdrawn', payListEntryId: null })),
      )
      expect((await funded.officer.post(`/api/payments/${payments[0]}/submit`)).status).toBe(409)
      await funded.officer.patch(`/api/pay-lists/${id}`, {
        entries: [entryOf(one, second, { hoursHundredths: 300 })],
      })
      await act(id, 'make-payments')
      expect((await paymentsOf(id)).filter(({ status }) => status === 'draft')).toMatchObject([
        { payeeId: one, amountFen: 15_000 },
      ])
    })

    it('or handed in: one of the two, where both are done at one instant', async () => {
      const beside = await test.beside()
      try {
        const other = await beside.as(
          await test.world.user('school_finance_officer', { school: funded.school }),
        )
        for (let round = 0; round < 8; round += 1) {
          const { id, payments } = await madeList(funded, first, [await someone()])
          const [open, handedIn] = await Promise.all([
            funded.officer.postPatiently(`/api/pay-lists/${id}/reopen`),
            other.postPatiently(`/api/payments/${payments[0]}/submit`),
          ])
          expect([open.status, handedIn.status].sort()).toEqual([200, 409])
          const [payment] = await paymentsOf(id)
          expect(payment!.status).toBe(open.status === 200 ? 'withdrawn' : 'submitted')
          expect(payment!.payListEntryId === null).toBe(open.status === 200)
          if (handedIn.status === 200) await funded.officer.post(`/api/payments/${payments[0]}/withdraw`)
        }
      } finally {
        await beside.stop()
      }
    }, 60_000)
  })

  describe('separation of duties', () => {
    it('keeps whoever changed the list from approving its payments', async () => {
      const one = await someone()
      const { body } = await create([entryOf(one, first)])
      const user = await test.world.user('school_finance_officer', { school: funded.school })
      const editor = await test.as(user)
      await editor.patch(`/api/pay-lists/${body.id}`, {
        entries: [entryOf(one, first, { hoursHundredths: 400 })],
      })
      const maker = await colleague()
      await act(body.id, 'make-payments', maker)
      const [payment] = await paymentsOf(body.id)
      const steps = await test.database.read.find(Transition, {
        where: { entity: 'payment', entityId: payment!.id },
        order: { id: 'ASC' },
      })
      expect(steps.map(({ event }) => event)).toEqual(['create', 'supply', 'supply'])
      expect(steps.map(({ actorId }) => actorId)).toContain(user.id)
      await maker.post(`/api/payments/${payment!.id}/submit`)
      // The same person, who has become the principal since.
      await test.database.transaction((tx) => tx.update('user', { id: user.id }, { role: 'principal' }))
      const refused = await (await test.as(user)).post(`/api/payments/${payment!.id}/approve`)
      expect([refused.status, refused.body.code]).toEqual([422, 'state.same_person'])
      expect((await funded.principal.post(`/api/payments/${payment!.id}/approve`)).status).toBe(200)
    })
  })

  describe('on paper', () => {
    it('has title, period, unit, people, total and places to sign, and shows only the ends of accounts', async () => {
      const one = await someone({ account: '6222021602008887766' })
      const { id } = await madeList(funded, first, [one])
      const { raw, headers } = await funded.officer.get(`/api/pay-lists/${id}/sheet.xlsx`)
      expect(headers['content-disposition']).toContain(`pay-list-${id}.xlsx`)
      const book = readWorkbook(raw, 'a.xlsx')
      const rows = book.sheets[0]!.rows.map(({ cells }) => cells)
      expect(String(rows[0]![0])).toBe(
        `${funded.school.name}十一月课时费发放表　发放期间：2026-11-01 至 2026-11-30　单位：元`,
      )
      expect(rows[1]).toEqual([
        '序号',
        '姓名',
        '开户行',
        '银行账号',
        '课时',
        '课时费标准',
        '金额',
        '计税类型',
        '备注',
      ])
      expect(rows[2]!.slice(0, 8)).toEqual([
        '1',
        `教师${count}`,
        '工商银行大同分行',
        '****7766',
        '10',
        50,
        500,
        '工资薪金',
      ])
      expect(rows[3]!.slice(1, 7)).toEqual(['合计', null, null, '10', null, 500])
      expect(JSON.stringify(rows.at(-1))).toMatch(/制表人.*审核人.*负责人/)
      expect(JSON.stringify(rows)).not.toContain('622202160200888')
      const paper = await funded.officer.get(`/api/pay-lists/${id}/paper.pdf`)
      expect(paper.raw.subarray(0, 5).toString()).toBe('%PDF-')
      const other = await fundedSchool(test, 1)
      expect((await other.officer.get(`/api/pay-lists/${id}/sheet.xlsx`)).status).toBe(404)
    })
  })

  describe('an account that stands under another name', () => {
    it('is said on the list and on the payment, before anything is done', async () => {
      const account = '6222021602008880001'
      await funded.officer.post('/api/payments', {
        lines: [{ allotmentId: first, amountFen: 100, account: 'E510' }],
        payee: '钱某',
        payeeAccount: account,
        payeeBank: '工商银行大同分行',
        reason: '讲座',
      })
      const one = await someone({ account })
      const { body } = await create([entryOf(one, first), entryOf(await someone(), first)])
      expect(body.entries).toMatchObject([{ accountAlsoOf: ['钱某'] }, { accountAlsoOf: [] }])
      await act(body.id, 'make-payments')
      const [payment] = await paymentsOf(body.id)
      const { unusual } = (await funded.principal.get(`/api/payments/${payment!.id}`)).body
      expect(unusual).toContainEqual({
        code: 'account_of_other',
        message: '尾号 0001 的账户在本校还登记在或付给过另外的户名：钱某。请核对是谁的账户。',
      })
      // A payee that was renamed is one person.
      const renamed = await someone({ account: '6222021602008880002', name: '孙小' })
      await madeList(funded, first, [renamed])
      await funded.officer.patch(`/api/payees/${renamed}`, { name: '孙晓' })
      expect((await create([entryOf(renamed, first)])).body.entries).toMatchObject([{ accountAlsoOf: [] }])
    })
  })
})
