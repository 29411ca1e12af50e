/** A year that is settled while its money is asked for, by two processes on one database. */
import { type Client, TestApp } from '../../../test/app.js'
import { accountOf, allotted, fundedSchool, fundPolicy } from '../../../test/funding-world.js'
import { Allotment, leftOf, verifyLedger } from '../../ledger/index.js'
import { verifySpending } from '../verify-spending.js'

describe('a year settled while its money is asked for', () => {
  let test: TestApp
  let other: TestApp
  beforeAll(async () => {
    test = await TestApp.start({ now: '2026-12-20T08:00:00Z' })
    other = await test.beside()
  }, 60_000)
  afterAll(async () => {
    await other.stop()
    await test.stop()
  })

  async function school(leftover: 'carry' | 'return') {
    const funded = await fundedSchool(test, 1)
    await fundPolicy(test, funded.fund, { leftover })
    const [allotmentId] = (await allotted(test, funded)) as [number]
    const { body } = await funded.officer.post('/api/settlements', {
      schoolId: funded.school.id,
      fundId: funded.fund.id,
      fiscalYear: 2026,
    })
    const there = {
      officer: await other.as(await test.world.user('school_finance_officer', { school: funded.school })),
      principal: await other.as(await test.world.user('principal', { school: funded.school })),
    }
    const line = { allotmentId, amountFen: 300_000, account: 'E530' }
    return { funded, there, line, settlementId: body.id as number }
  }
  type Place = Awaited<ReturnType<typeof school>>

  async function payment({ there, line }: Place): Promise<() => ReturnType<Client['post']>> {
    const given = { lines: [line], ...accountOf('文具店'), reason: '美术材料' }
    const { body } = await there.officer.post('/api/payments', given)
    return () => there.officer.post(`/api/payments/${body.id}/submit`)
  }

  async function contract({ funded, there, line }: Place): Promise<() => ReturnType<Client['post']>> {
    const payee = { name: '晨光公司', kind: 'unit', account: '62220000000001', bankName: '工商银行大同分行' }
    const known = await there.officer.post('/api/payees', { schoolId: funded.school.id, ...payee })
    const { body } = await there.officer.post('/api/commitments', {
      kind: 'contract',
      number: 'HT-1',
      title: '美术课服务合同',
      payeeId: known.body.id,
      signedOn: '2026-12-01',
      endsOn: '2026-12-31',
      lines: [line],
    })
    await there.officer.post(`/api/commitments/${body.id}/submit`)
    return () => there.principal.post(`/api/commitments/${body.id}/approve`)
  }

  for (const [leftover, what, prepared] of [
    ['carry', 'payment', payment],
    ['return', 'payment', payment],
    ['return', 'contract', contract],
  ] as const)
    it(`clears what is left (${leftover}) or lets the ${what} have it, never both`, async () => {
      const met = { settled: 0, reserved: 0 }
      for (let round = 0; round < 6; round += 1) {
        const place = await school(leftover)
        const { funded, settlementId } = place
        const ask = await prepared(place)
        expect((await funded.officer.post(`/api/settlements/${settlementId}/submit`)).status).toBe(200)
        // Neither is always first.
        const approve = () => funded.principal.post(`/api/settlements/${settlementId}/approve`)
        const [first, second] = round % 2 === 0 ? [approve, ask] : [ask, approve]
        const answers = await Promise.all([first(), second()])
        const [approved, asked] = round % 2 === 0 ? answers : [answers[1], answers[0]]
        expect([approved.status, asked.status].sort((a, b) => a - b)).toEqual([200, 422])
        met[approved.status === 200 ? 'settled' : 'reserved'] += 1
        const standing = await test.database.read.findOneByOrFail(Allotment, { id: place.line.allotmentId })
        if (approved.status === 200) expect(leftOf(standing)).toBe(0)
        else expect(standing.committedFen).toBe(300_000)
        expect(await verifySpending(test.database.read, funded.school.id)).toEqual([])
      }
      expect(met.settled + met.reserved).toBe(6)
      expect((await verifyLedger(test.database.read)).problems).toEqual([])
    }, 120_000)
})
