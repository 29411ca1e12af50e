import { TestApp } from '../../../test/app.js'
import { openSurvey } from '../../../test/surveys-world.js'
import { Question } from './question.entity.js'
import { Survey } from './survey.entity.js'

describe('surveys', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const bureauOf = async (regionCode: string) =>
    test.as(await test.world.user('bureau_officer', { regionCode }))
  const given = async (overrides: object = {}) => ({
    termId: (await test.world.term()).id,
    title: '课后服务问卷',
    titleEn: 'After-school service',
    opensOn: '2026-11-01',
    closesOn: '2026-12-31',
    questions: [{ kind: 'scale', text: '总体满意吗？', textEn: 'Satisfied overall?' }],
    ...overrides,
  })
  const row = (id: number) => test.database.read.findOneByOrFail(Survey, { id })

  it('are made, changed while they are drafts, opened and closed, and the row says so', async () => {
    const bureau = await bureauOf('1402')
    const created = await bureau.post('/api/surveys', await given())
    expect([created.status, created.body]).toMatchObject([
      201,
      {
        regionCode: '1402',
        status: 'draft',
        revision: 0,
        satisfiedFrom: 4,
        actions: ['open', 'update'],
        questions: [{ position: 1, kind: 'scale', text: '总体满意吗？' }],
      },
    ])
    const { id } = created.body
    const changed = await bureau.patch(`/api/surveys/${id}`, {
      title: '学期问卷',
      questions: [
        { kind: 'scale', text: '作业辅导满意吗？', textEn: 'Homework guidance?' },
        { kind: 'text', text: '还有什么意见？', textEn: 'Anything else?' },
      ],
    })
    expect(changed.body).toMatchObject({ title: '学期问卷', revision: 1, questions: [{}, { kind: 'text' }] })
    expect(await row(id)).toMatchObject({ title: '学期问卷', status: 'draft' })
    expect(await test.database.read.countBy(Question, { surveyId: id })).toBe(2)
    expect((await bureau.post(`/api/surveys/${id}/open`)).body).toMatchObject({
      status: 'open',
      actions: ['close'],
    })
    expect((await bureau.get(`/api/surveys/${id}`)).body).toMatchObject({ status: 'open', revision: 2 })
    expect((await bureau.post(`/api/surveys/${id}/close`)).body).toMatchObject({
      status: 'closed',
      actions: [],
    })
    expect(await row(id)).toMatchObject({ status: 'closed', revision: 3 })
  })

  it('are listed with their term and state, drafts only by who may make them', async () => {
    const bureau = await bureauOf('140216')
    const draft = (await bureau.post('/api/surveys', await given())).body
    const open = (await bureau.post('/api/surveys', await given({ opensOn: '2026-10-01' }))).body
    await bureau.post(`/api/surveys/${open.id}/open`)
    const school = await test.world.school({ regionCode: '140216' })
    const principal = await test.as(await test.world.user('principal', { school }))
    const own = [draft.id, open.id]
    const found = async (client: typeof bureau, query = {}) =>
      (await client.get('/api/surveys', query)).body.items
        .map((each: { id: number }) => each.id)
        .filter((id: number) => own.includes(id))
    expect(await found(bureau)).toEqual([draft.id, open.id])
    expect(await found(bureau, { status: 'open', termId: open.termId })).toEqual([open.id])
    expect(await found(bureau, { termId: 987_654 })).toEqual([])
    expect(await found(principal)).toEqual([open.id])
    expect((await bureau.get('/api/surveys', { status: 'lost' })).body.fields).toMatchObject([
      { field: 'status' },
    ])
  })

  it('stay as they were asked once they are open, also for two who close at once', async () => {
    const { id, bureau } = await openSurvey(test)
    const refused = await bureau.patch(`/api/surveys/${id}`, { title: '改名' })
    expect([refused.status, refused.body.code]).toEqual([409, 'state.not_possible'])
    expect((await bureau.post(`/api/surveys/${id}/open`)).status).toBe(409)
    const twice = await Promise.all([1, 2].map(() => bureau.post(`/api/surveys/${id}/close`)))
    expect(twice.map((each) => each.status).sort()).toEqual([200, 409])
    expect(await row(id)).toMatchObject({ title: '满意度问卷', status: 'closed' })
  })

  it('are refused when the person saw something older', async () => {
    const bureau = await bureauOf('1402')
    const { id } = (await bureau.post('/api/surveys', await given())).body
    await bureau.patch(`/api/surveys/${id}`, { title: '新名', revision: 0 })
    const stale = await bureau.post(`/api/surveys/${id}/open`, { revision: 0 })
    expect([stale.status, stale.body.code]).toEqual([409, 'state.stale'])
    expect((await row(id)).status).toBe('draft')
  })

  it('close after they open, and ask at least one thing that is scored', async () => {
    const bureau = await bureauOf('1402')
    const code = async (overrides: object) =>
      (await bureau.post('/api/surveys', await given(overrides))).body.code
    expect(await code({ opensOn: '2026-12-31', closesOn: '2026-11-01' })).toBe(
      'surveys.closes_before_opening',
    )
    expect(await code({ questions: [{ kind: 'text', text: '意见', textEn: 'Comments' }] })).toBe(
      'surveys.needs_scale',
    )
    expect(await code({ termId: 987_654 })).toBe('not_found')
  })

  it.each([
    ['title', ''],
    ['opensOn', '2026-02-30'],
    ['satisfiedFrom', 1],
    ['questions', []],
  ])('refuse %s %p and say which field', async (field, value) => {
    const bureau = await bureauOf('1402')
    const { status, body } = await bureau.post('/api/surveys', await given({ [field]: value }))
    expect([status, body.fields.map((each: { field: string }) => each.field)]).toEqual([400, [field]])
  })

  it('are changed in the region that made them, by who may; another city has never heard of them', async () => {
    const { id } = await openSurvey(test)
    const school = await test.world.school({ regionCode: '140213' })
    const [district, other] = [await bureauOf('140213'), await bureauOf('1101')]
    const principal = await test.as(await test.world.user('principal', { school }))
    const teacher = await test.as(await test.world.user('teacher', { school }))
    expect((await district.post(`/api/surveys/${id}/close`)).body.code).toBe('surveys.of_other_region')
    for (const act of ['open', 'close']) {
      expect((await other.post(`/api/surveys/${id}/${act}`)).status).toBe(404)
      expect((await principal.post(`/api/surveys/${id}/${act}`)).status).toBe(403)
    }
    expect((await other.get(`/api/surveys/${id}`)).status).toBe(404)
    expect((await other.patch(`/api/surveys/${id}`, { title: '别人的' })).status).toBe(404)
    expect((await principal.get(`/api/surveys/${id}`)).status).toBe(200)
    expect((await principal.patch(`/api/surveys/${id}`, { title: '本校的' })).status).toBe(403)
    expect((await principal.post('/api/surveys', await given())).status).toBe(403)
    for (const path of ['', `/${id}`]) {
      expect((await teacher.get(`/api/surveys${path}`)).status).toBe(403)
      expect((await test.signedOut.get(`/api/surveys${path}`)).status).toBe(401)
    }
    expect((await row(id)).status).toBe('open')
  })
})
