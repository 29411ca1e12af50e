import { TestApp } from '../../../test/app.js'
import { asIf } from '../../../test/as-if.js'
import { allotted, type FundedSchool, fundedSchool, paid } from '../../../test/funding-world.js'
import { answer, families, openSurvey } from '../../../test/surveys-world.js'
import { AuditEntry } from '../../audit/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { Estimate } from '../estimates/estimate.entity.js'
import { PerformanceTarget } from './performance-target.entity.js'

interface Row {
  indicator: string
}

describe('performance targets', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  beforeEach(() => test.clock.set('2026-11-23T01:00:00Z'))
  afterAll(() => test.stop())

  /** An approved estimate for the year that runs: two classes, 20,000 yuan. */
  async function approvedEstimate(funded: FundedSchool): Promise<number> {
    const { body } = await funded.officer.post('/api/estimates', {
      schoolId: funded.school.id,
      fundId: funded.fund.id,
      fiscalYear: 2026,
    })
    const id = body.id as number
    await funded.officer.patch(`/api/estimates/${id}`, { targets: { sessions: 100 } })
    await funded.officer.post(`/api/estimates/${id}/submit`)
    await funded.education.post(`/api/estimates/${id}/review`)
    expect((await funded.treasurer.post(`/api/estimates/${id}/approve`)).status).toBe(200)
    return id
  }
  async function set(funded: FundedSchool) {
    const estimateId = await approvedEstimate(funded)
    const made = await funded.officer.post('/api/performance-targets', { estimateId })
    expect(made.status).toBe(201)
    return made.body as { id: number; estimateId: number; revision: number; indicators: Row[] }
  }
  const row = (body: { indicators: Row[] }, indicator: string) =>
    body.indicators.find((each) => each.indicator === indicator)

  it('are those of the approved estimate, once, and changed only with a reason', async () => {
    const funded = await fundedSchool(test, 2)
    const estimateId = await approvedEstimate(funded)
    const create = (by = funded.officer) => by.post('/api/performance-targets', { estimateId })
    const set = (status: 'reviewed' | 'approved') =>
      asIf(test, [{ entity: 'estimate', id: estimateId }], (tx) =>
        tx.update(Estimate, { id: estimateId }, { status }),
      )
    await set('reviewed')
    expect((await create()).body.code).toBe('funding.performance_not_approved')
    await set('approved')
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await create(stranger)).status).toBe(404)
    expect((await create(funded.principal)).status).toBe(403)
    const made = await create()
    expect([made.status, made.body]).toMatchObject([
      201,
      { status: 'set', fiscalYear: 2026, actions: ['monitor', 'update'], steps: [{ event: 'create' }] },
    ])
    expect(row(made.body, 'sessions')).toMatchObject({ kind: 'quantity', estimated: 100, target: 100 })
    expect(row(made.body, 'classes')).toMatchObject({ target: 2 })
    expect(row(made.body, 'costPerClassFen')).toMatchObject({ target: 1_000_000, isReached: null })
    expect((await create()).body.code).toBe('funding.performance_exists')
    const { id, revision } = made.body
    const change = (given: object) => funded.officer.patch(`/api/performance-targets/${id}`, given)
    expect((await change({ targets: { satisfactionPerMille: 900 } })).status).toBe(200)
    expect((await change({ targets: { sessions: 90 } })).body.code).toBe('funding.performance_target_reason')
    expect((await change({ revision, targets: { sessions: 90 }, reason: '装修' })).status).toBe(409)
    expect(
      row((await change({ targets: { sessions: 90 }, reason: '装修停课' })).body, 'sessions'),
    ).toMatchObject({
      estimated: 100,
      target: 90,
    })
    expect((await stranger.get(`/api/performance-targets/${id}`)).status).toBe(404)
    expect((await stranger.get('/api/performance-targets')).body.items).toEqual([])
  })

  it('take the records of the day with what the ledger spent; other values need a reason', async () => {
    const funded = await fundedSchool(test, 2)
    const [first] = await allotted(test, funded)
    await paid(funded, { allotmentId: first!, amountFen: 300_050 })
    const { id } = await set(funded)
    const { body: records } = await funded.principal.get(`/api/performance-targets/${id}/records`)
    expect(records).toEqual({
      on: '2026-11-23',
      classes: 2,
      students: 0,
      sessions: 0,
      participantsPerMille: 0,
      satisfactionPerMille: null,
      costPerClassFen: 150_025,
      costPerStudentFen: null,
    })
    const monitor = (body: object, by = funded.officer) =>
      by.post(`/api/performance-targets/${id}/monitor`, body)
    expect((await monitor({ values: { sessions: 40 } })).body.code).toBe('funding.performance_reason')
    expect((await monitor({}, funded.principal)).status).toBe(403)
    const answers = await Promise.all(
      [1, 2].map(() => monitor({ values: { sessions: 40 }, reason: '按纸质签到表' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const { body } = await funded.officer.get(`/api/performance-targets/${id}`)
    expect(body).toMatchObject({ status: 'monitored', midOn: '2026-11-23', midReason: '按纸质签到表' })
    expect(row(body, 'sessions')).toMatchObject({ midRecorded: 0, mid: 40, end: null, isReached: false })
    expect(row(body, 'costPerClassFen')).toMatchObject({ mid: 150_025, isReached: true })
    const entry = await test.database.read.findOneOrFail(AuditEntry, {
      where: { entity: 'performance_target', entityId: id, action: 'performance_target.monitor' },
    })
    expect(entry.schoolId).toBe(funded.school.id)
  })

  it('are said at the end of the year, judged by the education office, and printed', async () => {
    const funded = await fundedSchool(test, 1)
    const { id } = await set(funded)
    type By = FundedSchool['officer']
    const submit = (by: By, body: object = {}) => by.post(`/api/performance-targets/${id}/submit`, body)
    const evaluate = (by: By, body: object = {}) => by.post(`/api/performance-targets/${id}/evaluate`, body)
    await funded.officer.post(`/api/performance-targets/${id}/monitor`)
    expect((await submit(funded.officer)).body).toMatchObject({
      code: 'funding.performance_early',
      params: { from: '2026-12-01' },
    })
    test.clock.set('2027-02-01T01:00:00Z')
    // The sign-ins of the year before are over.
    const officer = await test.as(await test.world.user('school_finance_officer', { school: funded.school }))
    const education = await test.as(funded.educationUser)
    expect((await submit(officer)).body).toMatchObject({
      status: 'submitted',
      endOn: '2026-12-31',
      actions: ['withdraw'],
    })
    expect((await evaluate(officer, { comment: '好' })).status).toBe(403)
    expect((await evaluate(education)).body.code).toBe('state.comment_needed')
    expect((await education.post(`/api/performance-targets/${id}/withdraw`)).status).toBe(403)
    expect((await officer.post(`/api/performance-targets/${id}/withdraw`)).body.status).toBe('monitored')
    await submit(officer)
    const back = { comment: '课次不对' }
    expect((await education.post(`/api/performance-targets/${id}/send-back`, back)).body.status).toBe(
      'monitored',
    )
    await submit(officer, { values: { sessions: 100 }, reason: '补登记' })
    const { body } = await evaluate(education, { comment: '基本完成。' })
    expect(body).toMatchObject({ status: 'evaluated', endReason: '补登记', actions: [] })
    expect(body.steps.map((step: { event: string }) => step.event)).toEqual([
      'create',
      'monitor',
      'submit',
      'evaluate',
    ])
    expect(body.steps.at(-1)).toMatchObject({ on: '2027-02-01', comment: '基本完成。' })
    expect(await test.database.read.findOneByOrFail(PerformanceTarget, { id })).toMatchObject({
      status: 'evaluated',
    })
    const paper = await education.get(`/api/performance-targets/${id}/paper.pdf`)
    expect(paper.raw.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await education.get(`/api/performance-targets/${id}/paper.docx`)).status).toBe(200)
    const { raw } = await education.get('/api/performance-targets/export.xlsx', {
      schoolId: funded.school.id,
    })
    const [, exported] = readWorkbook(raw, 'a.xlsx').sheets[0]!.rows.map(({ cells }) => cells)
    expect(exported).toEqual([
      funded.school.name,
      2026,
      '课后看护经费',
      body.reachedCount,
      body.judgedCount,
      '已评价',
    ])
  })

  it('know how satisfied families are when the survey is over and enough have answered', async () => {
    const funded = await fundedSchool(test, 1)
    const few = await fundedSchool(test, 1)
    const asked = await families(test, funded.school, 6)
    const fewAsked = await families(test, few.school, 4)
    const satisfaction = async (of: FundedSchool) => {
      const { id } = await set(of)
      return async () =>
        (await of.officer.get(`/api/performance-targets/${id}/records`)).body.satisfactionPerMille
    }
    const [own, hidden] = [await satisfaction(funded), await satisfaction(few)]
    const first = await openSurvey(test)
    for (const [index, family] of asked.entries()) await answer(family, first.id, index === 0 ? 1 : 5)
    expect(await own()).toBeNull()
    await first.bureau.post(`/api/surveys/${first.id}/close`)
    expect([await own(), await hidden()]).toEqual([833, null])
    // Of two schools one is too small in the next: the other is hidden with it, or their sum would tell.
    const next = await openSurvey(test)
    for (const family of [...asked, ...fewAsked]) await answer(family, next.id, 5)
    await next.bureau.post(`/api/surveys/${next.id}/close`)
    expect([await own(), await hidden()]).toEqual([null, null])
  })
})
