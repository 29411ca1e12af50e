import { type Client, TestApp } from '../../../test/app.js'
import type { School } from '../../organisation/index.js'
import { Job } from '../../platform/jobs/job.entity.js'

describe('jobs', () => {
  let test: TestApp
  let school: School
  beforeAll(async () => {
    test = await TestApp.start()
    school = await test.world.school()
  })
  afterAll(() => test.stop())

  /** Ended, so that no worker takes it. */
  const job = (overrides: Partial<Job> = {}): Promise<Job> =>
    test.world.make(Job, {
      kind: 'import',
      lane: 'import',
      uniqueKey: null,
      status: 'failed',
      input: { importId: 1 },
      result: null,
      step: 'reading',
      doneCount: 3,
      totalCount: 10,
      schoolId: school.id,
      requestedById: null,
      createdAt: test.clock.now(),
      startedAt: test.clock.now(),
      endedAt: null,
      heartbeatAt: null,
      claimKey: 'for the worker only',
      attemptCount: 1,
      errorCode: 'sheets.too_large',
      errorParams: null,
      ...overrides,
    })
  const status = async (client: Client, { id }: Job) => (await client.get(`/api/jobs/${id}`)).status

  it('tell whoever asked for it how far it is, and nothing of what the worker needs', async () => {
    const user = await test.world.user('teacher', { school })
    const { id } = await job({ requestedById: user.id })
    const { status: code, body } = await (await test.as(user)).get(`/api/jobs/${id}`)
    expect([code, body]).toEqual([
      200,
      {
        id,
        kind: 'import',
        status: 'failed',
        step: 'reading',
        doneCount: 3,
        totalCount: 10,
        createdAt: '2026-11-20T08:00:00.000Z',
        startedAt: '2026-11-20T08:00:00.000Z',
        endedAt: null,
        errorCode: 'sheets.too_large',
        errorParams: {},
        errorMessage: expect.stringContaining('文件'),
      },
    ])
  })

  it("are seen by the school's office and those above it, by no teacher, guardian or other school", async () => {
    const mine = await job({ requestedById: (await test.world.user('coordinator', { school })).id })
    const seenBy = async (...[role, where]: Parameters<typeof test.world.user>) =>
      status(await test.as(await test.world.user(role, where)), mine)
    expect(await seenBy('principal', { school })).toBe(200)
    expect(await seenBy('bureau_officer', { regionCode: '1402' })).toBe(200)
    expect(await seenBy('teacher', { school })).toBe(404)
    expect(await seenBy('guardian', { school })).toBe(404)
    expect(await seenBy('principal')).toBe(404)
    expect(await seenBy('bureau_officer', { regionCode: '140214' })).toBe(404)
    expect(await status(test.signedOut, mine)).toBe(401)
  })

  it('of no school are seen only by whoever asked', async () => {
    const asker = await test.world.user('bureau_officer')
    const nightly = await job({ schoolId: null, requestedById: asker.id })
    expect(await status(await test.as(asker), nightly)).toBe(200)
    expect(await status(await test.as(await test.world.user('bureau_officer')), nightly)).toBe(404)
  })

  it('that are not there are not found, and a number is a number', async () => {
    const client = await test.as(await test.world.user('principal', { school }))
    expect((await client.get('/api/jobs/987654')).status).toBe(404)
    expect((await client.get('/api/jobs/x')).status).toBe(400)
  })
})
