import { TestApp } from '../../../test/app.js'
import { allotted, fundedSchool, paid } from '../../../test/funding-world.js'

describe('the entries of a ledger', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('opens an entry with its source and what took it back', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const payment = await paid(funded, { allotmentId: allotmentId!, amountFen: 100 })
    const entries = (
      await funded.officer.get('/api/ledger-entries', { sourceEntity: 'payment', sourceId: payment })
    ).body.items
    const by = (kind: string) => entries.find((entry: { kind: string }) => entry.kind === kind)
    expect((await funded.officer.get(`/api/ledger-entries/${by('commit').id}`)).body).toMatchObject({
      reversedByEntryId: by('un-commit').id,
      sourceEntity: 'payment',
      sourceId: payment,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect((await funded.officer.get(`/api/ledger-entries/${by('un-commit').id}`)).body).toMatchObject({
      reversesEntryId: by('commit').id,
      reversedByEntryId: null,
    })
    expect(
      (await funded.officer.get('/api/ledger-entries', { account: 'E530', month: '2026-11' })).body.items,
    ).toMatchObject([{ id: by('spend').id }])
    expect((await funded.officer.get('/api/ledger-entries', { month: '2026-12' })).body.total).toBe(0)
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.get(`/api/ledger-entries/${by('spend').id}`)).status).toBe(404)
  })
})
