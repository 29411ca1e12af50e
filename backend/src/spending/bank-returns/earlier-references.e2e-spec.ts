import { In } from 'typeorm'
import { type Client, TestApp } from '../../../test/app.js'
import {
  allotted,
  type FundedSchool,
  fundedSchool,
  referenceOf,
  sentToBank,
} from '../../../test/funding-world.js'
import { Transition } from '../../audit/index.js'
import { Payment } from '../payments/payment.entity.js'
import { BankReturnLine } from './bank-return-line.entity.js'

const titles = '业务参考号,金额,收款人,处理结果,交易日期,流水号,附言'

/** The classes of differences: how many, how many of them open, and how much. */
const groupsOf = (statement: { groups: Record<string, string | number>[] }) =>
  statement.groups.map((each) => {
    const unknown = Number(each['unknownCount']) > 0 ? ` +${each['unknownCount']}?` : ''
    return `${each['class']} ${each['reason']} ${each['count']}/${each['openCount']} ${each['amountFen']}${unknown}`
  })

describe('lines of the bank for an earlier try', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start({ now: '2026-11-30T02:00:00Z' })
  })
  afterAll(() => test.stop())

  const upload = async (client: Client, lines: string[], path = '/api/bank-returns') => {
    const answer = await client.upload(
      path,
      {},
      { name: '回单.csv', bytes: Buffer.from([titles, ...lines].join('\n')) },
    )
    if (answer.status !== 201) throw new Error(answer.text)
    return answer.body.id as number
  }
  const linesOf = async (client: Client, query: Record<string, string | number>) =>
    (await client.get('/api/bank-return-lines', { pageSize: 200, sort: 'id', ...query })).body.items as {
      id: number
      rowNumber: number
      outcome: string
      reason: string | null
      actions: string[]
    }[]
  const statementOf = async (client: Client, query: Record<string, string | number> = { month: '2026-11' }) =>
    (await client.get('/api/reconciliation-statement', query)).body
  const second = (funded: FundedSchool) =>
    test.world.user('school_finance_officer', { school: funded.school }).then((user) => test.as(user))

  /** So many requests of 100 yuan, as if they had been sent to the bank on the 20th. */
  async function sent(count: number, funded?: FundedSchool, allotmentId?: number) {
    const own = funded ?? (await fundedSchool(test, 1))
    const id = allotmentId ?? (await allotted(test, own))[0]!
    const ids: number[] = []
    for (let i = 0; i < count; i += 1) ids.push(await sentToBank(own, { allotmentId: id, amountFen: 10_000 }))
    await test.database.transaction((tx) =>
      tx.update(
        Transition,
        { entity: 'payment', entityId: In(ids), event: 'check' },
        { at: new Date('2026-11-20T02:00:00Z') },
      ),
    )
    return { funded: own, ids, allotmentId: id }
  }
  const line = (
    id: number,
    change: Partial<Record<'yuan' | 'payee' | 'said' | 'on' | 'serial' | 'note', string>> = {},
  ) => {
    const { yuan, payee, said, on, serial, note } = {
      yuan: '100.00',
      payee: '材料店',
      said: '成功',
      on: '2026-11-25',
      serial: `N${id}`,
      note: '',
      ...change,
    }
    return [referenceOf(id), yuan, payee, said, on, serial, note].join(',')
  }

  it('knows the reference of an earlier try: it never settles, and a second payment is seen', async () => {
    const { funded, ids } = await sent(2)
    const [paid, late] = ids as [number, number]
    for (const id of ids) {
      await funded.finance.post(`/api/payments/${id}/register-failure`, { comment: '户名不符' })
      await funded.officer.post(`/api/payments/${id}/resend`)
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
