import { TestApp } from '../../../test/app.js'
import {
  allotted,
  type FundedSchool,
  fundedSchool,
  referenceOf,
  sentToBank,
} from '../../../test/funding-world.js'
import { Transition } from '../../audit/index.js'
import { Allotment } from '../../ledger/index.js'
import { Payment } from './payment.entity.js'

describe('the slip of the bank', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const standing = (id: number) => test.database.read.findOneByOrFail(Allotment, { id })

  async function schoolWithMoney(): Promise<{ funded: FundedSchool; allotmentId: number }> {
    const funded = await fundedSchool(test, 1)
    return { funded, allotmentId: (await allotted(test, funded))[0]! }
  }

  it('says that a payment was made only in the hand of somebody who had no part in it', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const sent = await sentToBank(funded, { allotmentId, amountFen: 100 })
    const slip = (client: typeof funded.officer, said: object) =>
      client.post(`/api/payments/${sent}/register-slip`, said)
    const whole = { paidOn: '2026-11-20', bankSerial: 'SLIP-1' }
    // Who made it, and who checked it; who approved it may not reconcile at all.
    for (const client of [funded.requester, funded.centre]) {
      expect((await client.get(`/api/payments/${sent}`)).body.actions).not.toContain('register-slip')
      expect((await slip(client, whole)).status).toBe(422)
    }
    expect((await slip(funded.principal, whole)).status).toBe(403)
    expect((await funded.officer.post(`/api/payments/${sent}/settle`, whole)).status).toBe(404)
    const seen = (await funded.finance.get(`/api/payments/${sent}`)).body
    expect(seen.actions).toEqual(expect.arrayContaining(['register-slip']))
    const own = await test.database.read.find(Transition, { where: { entity: 'payment', entityId: sent } })
    expect(seen.slipBy.length).toBeGreaterThan(0)
    expect(own.filter((step) => seen.slipBy.includes(step.actorName))).toEqual([])
    // Before it was sent, tomorrow, without a number: none of them.
    for (const paidOn of ['2019-03-01', '2026-11-19', '2026-11-21'])
      expect((await slip(funded.finance, { ...whole, paidOn })).body).toMatchObject({
        code: 'funding.slip_day',
        params: { paidOn, sentOn: '2026-11-20', today: '2026-11-20' },
      })
    expect((await slip(funded.finance, { paidOn: '2026-11-20' })).status).toBe(400)
    expect(await standing(allotmentId)).toMatchObject({ committedFen: 100, spentFen: 0 })
    expect((await slip(funded.finance, whole)).body).toMatchObject({
      status: 'paid',
      bankSerial: 'SLIP-1',
      slipBy: [],
    })
  })

  it('takes each serial number once, two at one instant too', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const ids = [1, 2, 3].map(() => sentToBank(funded, { allotmentId, amountFen: 100 }))
    const sent = await Promise.all(ids)
    const slip = (id: number) =>
      funded.finance.post(`/api/payments/${id}/register-slip`, { bankSerial: 'ONE' })
    const answers = await Promise.all(sent.map(slip))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422, 422])
    expect(answers.find((answer) => answer.status === 422)!.body).toMatchObject({
      code: 'funding.serial_taken',
      params: { bankSerial: 'ONE', amountFen: 100 },
    })
    expect(await standing(allotmentId)).toMatchObject({ committedFen: 200, spentFen: 100 })
  })

  it('takes a serial number in whatever spelling once, of slips and of files alike', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const [one, two, three] = [
      await sentToBank(funded, { allotmentId, amountFen: 100 }),
      await sentToBank(funded, { allotmentId, amountFen: 200 }),
      await sentToBank(funded, { allotmentId, amountFen: 300 }),
    ]
    const slip = (id: number, bankSerial: string) =>
      funded.finance.post(`/api/payments/${id}/register-slip`, { bankSerial })
    expect((await slip(one, ' p1－a ')).body).toMatchObject({ status: 'paid', bankSerial: 'P1-A' })
    for (const spelt of ['Ｐ1-a', 'p 1-A', 'P1-A\u200b'])
      expect([(await slip(two, spelt)).status, (await slip(two, spelt)).body.code]).toEqual([
        422,
        'funding.serial_taken',
      ])
    for (const spelt of ['P1-A\u0301', 'P1-A\ufe0f', 'P1\u3164-A', ''])
      expect((await slip(two, spelt)).status).toBe(400)
    // The file that speaks of the same number pays nothing by it.
    const file = (rows: string[]) => Buffer.from(['业务参考号,金额,状态,流水号,付款日期', ...rows].join('\n'))
    const upload = await funded.officer.upload(
      '/api/bank-returns',
      {},
      {
        name: 'a.csv',
        bytes: file([
          `${referenceOf(two)},2.00,成功,P1-A,2026-11-20`,
          `${referenceOf(three)},9.99,成功,P3,2026-11-20`,
        ]),
      },
    )
    expect(upload.body).toMatchObject({ matchedCount: 0 })
    expect(await standing(allotmentId)).toMatchObject({ spentFen: 100, committedFen: 500 })
    // What a file speaks of is settled where the file is.
    expect((await slip(three, 'P3')).body.code).toBe('funding.serial_in_file')
  })

  it('pays one of two by one serial number that a slip and a file bring at one instant, from two processes', async () => {
    const { funded, allotmentId } = await schoolWithMoney()
    const other = await test.beside()
    try {
      const there = await other.as(await test.world.user('school_finance_officer', { school: funded.school }))
      for (let round = 1; round <= 6; round += 1) {
        const [one, two] = [
          await sentToBank(funded, { allotmentId, amountFen: 100 }),
          await sentToBank(funded, { allotmentId, amountFen: 100 }),
        ]
        const rows = [
          '业务参考号,金额,状态,流水号,付款日期',
          `${referenceOf(two)},1.00,成功,R${round},2026-11-20`,
        ]
        const bytes = Buffer.from(rows.join('\n'))
        await Promise.all([
          funded.finance.post(`/api/payments/${one}/register-slip`, { bankSerial: `R${round}` }),
          there.upload('/api/bank-returns', {}, { name: 'a.csv', bytes }),
        ])
        const paid = await test.database.read.findBy(Payment, { bankSerial: `R${round}` })
        expect(paid).toHaveLength(1)
      }
    } finally {
      await other.stop()
    }
  }, 60_000)
})
