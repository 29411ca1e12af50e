import { allotted, type FundedSchool, fundedSchool } from '../../../test/funding-world.js'
import { entryOf, listOf, madeList, person } from '../../../test/pay-lists-world.js'
import { type Client, TestApp } from '../../../test/app.js'
import { AuditEntry } from '../../audit/index.js'
import { Payment } from '../payments/payment.entity.js'
import { PaymentLine } from '../payments/payment-line.entity.js'
import { PayListEntry } from './pay-list-entry.entity.js'
import { PayListLine } from './pay-list-line.entity.js'
import { PayList } from './pay-list.entity.js'

describe('pay lists', () => {
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

  describe('drafted', () => {
    it('keeps people, hours, rate, tax kind and whose money it is, with the amounts worked out', async () => {
      const [one, two] = [await someone(), await someone()]
      const teacher = await test.world.teacher({ school: funded.school })
      const made = await create([
        entryOf(one, first, {
          hoursHundredths: 1250,
          rateFen: 5_501,
          teacherId: teacher.id,
          note: '含一次代课',
          lines: [
            { allotmentId: first, account: 'E500' },
            { allotmentId: second, account: 'E500' },
          ],
        }),
        entryOf(two, second, {
          hoursHundredths: null,
          rateFen: null,
          amountFen: 30_000,
          taxKind: 'labour_remuneration',
          lines: [{ allotmentId: second, account: 'E510' }],
        }),
      ])
      expect(made.status).toBe(201)
      expect(made.body).toMatchObject({
        schoolYear: 2026,
        fiscalYear: 2026,
        status: 'draft',
        personCount: 2,
        hoursHundredths: 1250,
        amountFen: 98_763,
        paidFen: 0,
        actions: ['make-payments', 'withdraw', 'update'],
      })
      expect(made.body.entries[0]).toMatchObject({
        number: 1,
        payeeId: one,
        teacherName: teacher.name,
        amountFen: 68_763,
        accountLast4: expect.stringMatching(/^\d{4}$/),
        payment: null,
        accountAlsoOf: [],
        lines: [
          { allotmentId: first, amountFen: 37_026, lessonCount: 7 },
          { allotmentId: second, amountFen: 31_737, lessonCount: 6 },
        ],
      })
      expect((await funded.officer.get(`/api/pay-lists/${made.body.id}`)).body).toEqual(made.body)
      const told = await test.database.read.findOneByOrFail(AuditEntry, {
        entity: 'pay_list',
        entityId: made.body.id,
        action: 'pay_list.create',
      })
      expect(told.after).toMatchObject({ amountFen: 98_763, entries: [{ payeeId: one }, { payeeId: two }] })
      const [listed] = (await funded.officer.get('/api/pay-lists', { schoolYear: 2026, q: '课时费' })).body
        .items
      expect(listed).toMatchObject({ id: made.body.id, personCount: 2, entries: [] })
      expect((await funded.officer.get('/api/pay-lists', { schoolYear: 2025 })).body.total).toBe(0)
    })

    it('changes all people at once, and keeps them where they are left out', async () => {
      const [one, two] = [await someone(), await someone()]
      const { body } = await create([entryOf(one, first)])
      const renamed = await funded.officer.patch(`/api/pay-lists/${body.id}`, {
        title: '补发',
        startsOn: '2026-07-01',
        revision: body.revision,
      })
      expect(renamed.body).toMatchObject({ title: '补发', schoolYear: 2025, amountFen: 50_000 })
      expect(renamed.body.entries).toMatchObject([{ payeeId: one }])
      const replaced = await funded.officer.patch(`/api/pay-lists/${body.id}`, {
        entries: [entryOf(two, second, { hoursHundredths: 200 }), entryOf(one, first)],
      })
      expect(replaced.body).toMatchObject({ amountFen: 60_000, personCount: 2 })
      expect(replaced.body.entries).toMatchObject([{ payeeId: two }, { payeeId: one }])
      const stale = await funded.officer.patch(`/api/pay-lists/${body.id}`, {
        entries: [],
        revision: body.revision,
      })
      expect([stale.status, stale.body.code]).toEqual([409, 'state.stale'])
      const emptied = await funded.officer.patch(`/api/pay-lists/${body.id}`, { entries: [] })
      expect(emptied.body).toMatchObject({ amountFen: 0, personCount: 0 })
      const refused = await act(body.id, 'make-payments')
      expect([refused.status, refused.body.code]).toEqual([422, 'funding.pay_list_empty'])
      const gone = await funded.officer.post(`/api/pay-lists/${body.id}/withdraw`, { comment: '不用了' })
      expect(gone.body).toMatchObject({ status: 'withdrawn', actions: [] })
    })

    it('names every person with whom something is wrong, and keeps nothing', async () => {
      const [one, shop, gone] = [
        await someone(),
        await someone({ kind: 'unit', name: '文具店' }),
        await someone(),
      ]
      await funded.officer.patch(`/api/payees/${gone}`, { isActive: false })
      const teacher = await test.world.teacher({ school: funded.school })
      const before = await test.database.read.count(PayList)
      const refused = await create([
        entryOf(one, first, { teacherId: teacher.id }),
        entryOf(one, first),
        entryOf(shop, first, { teacherId: teacher.id }),
        entryOf(gone, first),
        entryOf(await someone(), first, { amountFen: 1 }),
        entryOf(await someone(), first, { rateFen: null }),
        entryOf(await someone(), first, {
          lines: [
            { allotmentId: first, account: 'E500', amountFen: 1 },
            { allotmentId: first, account: 'E500', amountFen: 2 },
          ],
        }),
        entryOf(999_999, first),
      ])
      expect(refused.status).toBe(400)
      expect(
        (refused.body.fields as { field: string; code: string }[]).map(({ field, code }) => [field, code]),
      ).toEqual([
        ['entries.1.payeeId', 'funding.pay_list_twice'],
        ['entries.2.payeeId', 'funding.pay_list_not_person'],
        ['entries.2.teacherId', 'funding.pay_list_twice'],
        ['entries.3.payeeId', 'funding.payee_inactive'],
        ['entries.4.amountFen', 'funding.pay_list_other_amount'],
        ['entries.5.amountFen', 'funding.pay_list_no_amount'],
        ['entries.6.lines', 'funding.pay_list_line_twice'],
        ['entries.6.lines', 'funding.pay_list_lines_sum'],
        ['entries.7.payeeId', 'validation.isIn'],
      ])
      expect(refused.body.fields[0].message).toContain('第 2 行')
      expect(await test.database.read.count(PayList)).toBe(before)
    })

    it('refuses another year, days the wrong way round, things that pay no person, and other schools', async () => {
      const one = await someone()
      const codeOf = async (entries: readonly object[], rest: object = {}) => {
        const { status, body } = await create(entries, rest)
        return [status, body.fields?.[0]?.code ?? body.code]
      }
      expect(await codeOf([entryOf(one, first)], { fiscalYear: 2027 })).toEqual([
        400,
        'funding.pay_list_other_year',
      ])
      expect(await codeOf([], { endsOn: '2026-10-31' })).toEqual([400, 'funding.pay_list_days'])
      const material = entryOf(one, first, { lines: [{ allotmentId: first, account: 'E530' }] })
      expect(await codeOf([material])).toEqual([400, 'validation.isIn'])
      const other = await fundedSchool(test, 1)
      const [theirs] = await allotted(test, other)
      const stranger = await person(other, '外校教师')
      expect(await codeOf([entryOf(stranger, first)])).toEqual([400, 'validation.isIn'])
      expect(await codeOf([entryOf(one, theirs!)])).toEqual([404, 'not_found'])
      expect((await other.officer.post('/api/pay-lists', listOf(funded))).status).toBe(404)
      const { body } = await create([entryOf(one, first)])
      expect((await other.officer.get(`/api/pay-lists/${body.id}`)).status).toBe(404)
      expect((await other.officer.patch(`/api/pay-lists/${body.id}`, { title: '别校' })).status).toBe(404)
      expect((await act(body.id, 'make-payments', other.officer)).status).toBe(404)
      expect((await act(body.id, 'make-payments', funded.principal)).status).toBe(403)
      expect((await funded.principal.post('/api/pay-lists', listOf(funded))).status).toBe(403)
      expect((await funded.principal.get(`/api/pay-lists/${body.id}`)).body.actions).toEqual([])
    })
  })

  describe('makes the payments', () => {
    it('one a person, exactly as the list says, and is locked from then on', async () => {
      const [one, two] = [await someone(), await someone()]
      const { body } = await create([
        entryOf(one, first, {
          lines: [
            { allotmentId: first, account: 'E500', lessonCount: 8 },
            { allotmentId: second, account: 'E500', lessonCount: 2 },
          ],
        }),
        entryOf(two, second, { hoursHundredths: 250 }),
      ])
      const made = await act(body.id, 'make-payments')
      expect(made.body).toMatchObject({ status: 'made', actions: ['reopen'] })
      const payments = await paymentsOf(body.id)
      expect(payments).toMatchObject([
        { status: 'draft', payeeId: one, amountFen: 50_000, reason: '十一月课时费', revision: 0 },
        { status: 'draft', payeeId: two, amountFen: 12_500 },
      ])
      const entries = await test.database.read.find(PayListEntry, {
        where: { payListId: body.id },
        order: { number: 'ASC' },
      })
      expect(payments.map(({ payListEntryId }) => payListEntryId)).toEqual(entries.map(({ id }) => id))
      for (const [index, payment] of payments.entries()) {
        const [paid, listed] = [
          await test.database.read.find(PaymentLine, {
            where: { paymentId: payment.id },
            order: { number: 'ASC' },
          }),
          await test.database.read.find(PayListLine, {
            where: { entryId: entries[index]!.id },
            order: { number: 'ASC' },
          }),
        ]
        const plain = ({
          number,
          allotmentId,
          account,
          amountFen,
          lessonCount,
        }: PaymentLine | PayListLine) => ({
          number,
          allotmentId,
          account,
          amountFen,
          lessonCount,
        })
        expect(paid.map(plain)).toEqual(listed.map(plain))
      }
      expect(made.body.entries).toMatchObject([
        { payment: { id: payments[0]!.id, status: 'draft' } },
        { payment: { id: payments[1]!.id, status: 'draft' } },
      ])
      const shown = await funded.officer.get(`/api/payments/${payments[0]!.id}`)
      expect(shown.body).toMatchObject({
        payList: { id: body.id, title: '十一月课时费' },
        lines: [
          { amountFen: 40_000, lessonCount: 8 },
          { amountFen: 10_000, lessonCount: 2 },
        ],
      })
      const mine = await funded.officer.get('/api/payments', { payListId: body.id })
      expect(mine.body.total).toBe(2)
      const locked = await funded.officer.patch(`/api/pay-lists/${body.id}`, { entries: [] })
      expect([locked.status, locked.body.code]).toEqual([409, 'state.not_possible'])
      const again = await act(body.id, 'make-payments')
      expect([again.status, again.body.code]).toEqual([409, 'state.not_possible'])
      expect(await paymentsOf(body.id)).toHaveLength(2)
    })

    it('once where two press at one instant, here and in another process', async () => {
      const beside = await test.beside()
      try {
        const other = await beside.as(
          await test.world.user('school_finance_officer', { school: funded.school }),
        )
        for (let round = 0; round < 5; round += 1) {
          const { body } = await create([entryOf(await someone(), first), entryOf(await someone(), first)])
          const answers = await Promise.all([
            funded.officer.postPatiently(`/api/pay-lists/${body.id}/make-payments`),
            other.postPatiently(`/api/pay-lists/${body.id}/make-payments`),
          ])
          expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
          expect(await paymentsOf(body.id)).toHaveLength(2)
        }
      } finally {
        await beside.stop()
      }
    }, 60_000)

    it('never a second one for a person: the database itself refuses it', async () => {
      const { payments } = await madeList(funded, first, [await someone()])
      const { id: _id, ...row } = await test.database.read.findOneByOrFail(Payment, { id: payments[0]! })
      await expect(test.database.transaction((tx) => tx.insert(Payment, row))).rejects.toThrow(
        /UNIQUE|Duplicate/,
      )
    })

    it('none where one of the people can no longer be paid', async () => {
      const [one, two] = [await someone(), await someone()]
      const { body } = await create([entryOf(one, first), entryOf(two, first)])
      await funded.officer.patch(`/api/payees/${two}`, { isActive: false })
      const refused = await act(body.id, 'make-payments')
      expect([refused.status, refused.body.code]).toEqual([422, 'funding.payee_inactive'])
      expect(await paymentsOf(body.id)).toEqual([])
      expect((await funded.officer.get(`/api/pay-lists/${body.id}`)).body.status).toBe('draft')
    })

    it('whose amount, payee and lines only the list changes', async () => {
      const [one, two] = [await someone(), await someone()]
      const { payments } = await madeList(funded, first, [one])
      const change = (body: object) => funded.officer.patch(`/api/payments/${payments[0]}`, body)
      const line = { allotmentId: first, account: 'E500', amountFen: 50_000, lessonCount: 10 }
      for (const body of [
        { lines: [{ ...line, amountFen: 50_001 }] },
        { lines: [{ ...line, allotmentId: second }] },
        { lines: [{ ...line, lessonCount: 9 }] },
        { payeeId: two },
        { payeeId: null, payee: '别人' },
        { payeeAccount: '6222000011112222' },
      ]) {
        const refused = await change(body)
        expect([refused.status, refused.body.code]).toEqual([409, 'funding.payment_of_list'])
        expect(refused.body.message).toContain('“十一月课时费”')
      }
      const same = await change({ reason: '十一月课时费（一）', payeeId: one, lines: [line] })
      expect(same.body).toMatchObject({ reason: '十一月课时费（一）', amountFen: 50_000, payeeId: one })
    })
  })
})
