/** A payment that is changed while it is handed in, by two processes on one database. */
import { type Client, TestApp } from '../../../test/app.js'
import { accountOf, allotted, booked, type FundedSchool, fundedSchool } from '../../../test/funding-world.js'
import { Allotment } from '../../ledger/index.js'
import { Payment } from './payment.entity.js'

const rounds = 20

describe('a payment changed and handed in at one instant', () => {
  let test: TestApp
  let other: TestApp
  let funded: FundedSchool
  let allotmentId: number
  let [here, there]: Client[] = []
  beforeAll(async () => {
    test = await TestApp.start()
    other = await test.beside()
    funded = await fundedSchool(test, 1)
    allotmentId = (await allotted(test, funded))[0]!
    here = await test.as(await test.world.user('school_finance_officer', { school: funded.school }))
    there = await other.as(await test.world.user('school_finance_officer', { school: funded.school }))
  }, 60_000)
  afterAll(async () => {
    await other.stop()
    await test.stop()
  })

  const line = (amountFen: number) => ({ allotmentId, amountFen, account: 'E530' })
  const drafted = async () =>
    (
      await here!.post('/api/payments', {
        lines: [{ allotmentId, amountFen: 1, account: 'E530' }],
        ...accountOf('文具店'),
        reason: '美术材料',
      })
    ).body as { id: number; revision: number }

  it('is never reserved with another amount than it asks for', async () => {
    const met = { both: 0, one: 0 }
    for (let round = 0; round < rounds; round += 1) {
      const { id } = await drafted()
      const answers = await Promise.all([
        here!.patch(`/api/payments/${id}`, { lines: [line(30_000)] }),
        there!.post(`/api/payments/${id}/submit`),
      ])
      const statuses = answers.map(({ status }) => status)
      expect(statuses.filter((status) => ![200, 409].includes(status))).toEqual([])
      met[statuses.every((status) => status === 200) ? 'both' : 'one'] += 1
      const payment = await test.database.read.findOneByOrFail(Payment, { id })
      const reserved = await booked(test, { sourceEntity: 'payment', sourceId: id })
      expect(reserved.map(({ phase, amountFen }) => [phase, amountFen])).toEqual(
        payment.status === 'submitted' ? [['pending', payment.amountFen]] : [],
      )
      if (payment.status === 'submitted') await here!.post(`/api/payments/${id}/withdraw`)
    }
    expect(met.both + met.one).toBe(rounds)
    const standing = await test.database.read.findOneByOrFail(Allotment, { id: allotmentId })
    expect(standing.committedFen).toBe(0)
  }, 60_000)

  it('lets one of two win where both send what they saw, and tells the other what has changed', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, revision } = await drafted()
      const answers = await Promise.all([
        here!.patch(`/api/payments/${id}`, {
          lines: [line(30_000)],
          payee: '书店',
          revision,
        }),
        there!.post(`/api/payments/${id}/submit`, { revision }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const refused = answers.find(({ status }) => status === 409)!.body
      expect(['state.stale', 'state.not_possible']).toContain(refused.code)
      if (refused.code === 'state.stale')
        expect(refused.params).toMatchObject({ event: 'edit', changed: 'amountFen,payee,lines' })
    }
  }, 60_000)

  it('is not overwritten from a second tab', async () => {
    const { id, revision } = await drafted()
    expect((await here!.patch(`/api/payments/${id}`, { payee: '甲店', revision })).body.revision).toBe(
      revision + 1,
    )
    const second = await there!.patch(`/api/payments/${id}`, { payee: '乙店', revision })
    expect([second.status, second.body.code]).toEqual([409, 'state.stale'])
    expect(second.body.message).toContain('刚刚改动过')
    expect((await here!.get(`/api/payments/${id}`)).body.payee).toBe('甲店')
  })
})
