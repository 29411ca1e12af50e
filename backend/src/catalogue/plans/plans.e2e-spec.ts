import { TestApp } from '../../../test/app.js'
import { PlanVersion } from './plan-version.entity.js'
import { Plan } from './plan.entity.js'

describe('school plans', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const rest = {
    content: '作业辅导与阳光体育',
    staff: '本校教师',
    fee: '不收费',
    funding: '市级课后看护经费',
  }

  async function submitted() {
    const school = await test.world.school()
    const term = await test.world.term()
    const principal = await test.as(await test.world.user('principal', { school }))
    const id = (await principal.post('/api/plans', { schoolId: school.id, termId: term.id })).body
      .id as number
    await principal.patch(`/api/plans/${id}`, { content: rest })
    expect((await principal.post(`/api/plans/${id}/submit`)).status).toBe(200)
    return { school, principal, id }
  }

  it("start from the school's figures, once for a term", async () => {
    const school = await test.world.school()
    const term = await test.world.term()
    const homeClass = await test.world.homeClass({ school })
    await test.world.student({ school, homeClass })
    await test.world.section({ school })
    const principal = await test.as(await test.world.user('principal', { school }))
    const created = await principal.post('/api/plans', { schoolId: school.id, termId: term.id })
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({
      status: 'draft',
      version: 0,
      filingNumber: null,
      termName: term.name,
      schoolName: school.name,
      missing: ['fee', 'funding'],
    })
    expect(created.body.actions.sort()).toEqual(['submit', 'update'])
    expect(created.body.content.goal).toContain('1 个班、1 名学生')
    expect(created.body.content.content).toContain('1 个课程班')
    expect((await principal.post('/api/plans', { schoolId: school.id, termId: term.id })).body.code).toBe(
      'catalogue.plan_exists',
    )
  })

  it('name what is missing when submitted', async () => {
    const school = await test.world.school()
    const term = await test.world.term()
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    const {
      body: { id },
    } = await coordinator.post('/api/plans', { schoolId: school.id, termId: term.id })
    const refused = await coordinator.post(`/api/plans/${id}/submit`)
    expect([refused.status, refused.body.message]).toEqual([
      422,
      '以下部分还没有写：服务内容、人员安排、收费说明、经费保障。写完后再提交。',
    ])
    expect(refused.body.fields.map((field: { field: string }) => field.field)).toEqual([
      'content.content',
      'content.staff',
      'content.fee',
      'content.funding',
    ])
    expect(
      (await coordinator.patch(`/api/plans/${id}`, { content: { goal: 'x'.repeat(2001) } })).status,
    ).toBe(400)
    expect((await coordinator.patch(`/api/plans/${id}`, { content: { colour: 'red' } })).status).toBe(400)
    expect(
      (await coordinator.patch(`/api/plans/${id}`, { content: { goal: null } })).body.content,
    ).toMatchObject({ goal: '', duty: expect.stringContaining('校长') })
  })

  it('go to the bureau, come back with a remark, and are filed; each version stays', async () => {
    const { school, principal, id } = await submitted()
    expect((await principal.patch(`/api/plans/${id}`, { content: { goal: '改' } })).status).toBe(409)
    const officer = await test.as(await test.world.user('bureau_officer', { regionCode: '140213' }))
    expect(
      (
        await officer.get('/api/plans', { status: 'submitted', schoolId: school.id })
      ).body.items[0].actions.sort(),
    ).toEqual(['file', 'send-back'])
    expect((await officer.post(`/api/plans/${id}/send-back`)).body.code).toBe('state.comment_needed')
    expect(
      (await officer.post(`/api/plans/${id}/send-back`, { comment: '请写明放学交接' })).body.status,
    ).toBe('returned')
    await principal.patch(`/api/plans/${id}`, { content: { safety: '班主任在校门口逐一交接' } })
    expect((await principal.post(`/api/plans/${id}/submit`)).body).toMatchObject({
      status: 'submitted',
      version: 2,
    })
    const filed = await officer.post(`/api/plans/${id}/file`)
    expect(filed.body).toMatchObject({ status: 'filed', filingNumber: '备案140213-2026-0001', actions: [] })
    const versions = (await principal.get(`/api/plans/${id}/versions`)).body
    expect(versions.map((version: { version: number }) => version.version)).toEqual([2, 1])
    expect(versions[0].content.safety).toBe('班主任在校门口逐一交接')
    expect(versions[1].content.safety).not.toBe(versions[0].content.safety)
    expect(versions[0].contentHash).toMatch(/^[0-9a-f]{64}$/)
    const history = (await principal.get('/api/transitions', { entity: 'plan', entityId: id })).body
    expect(
      history.map((step: { event: string; comment: string | null }) => [step.event, step.comment]),
    ).toEqual([
      ['create', null],
      ['edit', null],
      ['submit', null],
      ['send-back', '请写明放学交接'],
      ['edit', null],
      ['submit', null],
      ['file', null],
    ])
    expect((await principal.post(`/api/plans/${id}/amend`, { comment: '增加两个社团' })).body).toMatchObject({
      status: 'draft',
      filingNumber: '备案140213-2026-0001',
    })
    expect(await test.database.read.countBy(PlanVersion, { planId: id })).toBe(2)
  })

  it('are not overwritten from a second tab', async () => {
    const { id, principal } = await submitted()
    expect((await principal.post(`/api/plans/${id}/withdraw`)).status).toBe(200)
    const { revision } = (await principal.get(`/api/plans/${id}`)).body
    const save = (goal: string) => principal.patch(`/api/plans/${id}`, { content: { goal }, revision })
    expect((await save('甲')).body.revision).toBe(revision + 1)
    const second = await save('乙')
    expect([second.status, second.body.code]).toEqual([409, 'state.stale'])
    expect((await principal.get(`/api/plans/${id}`)).body.content.goal).toBe('甲')
  })

  it('get a number of their own even when filed at the same moment', async () => {
    const plans = [await submitted(), await submitted(), await submitted(), await submitted()]
    const officer = await test.as(await test.world.user('bureau_officer', { regionCode: '140213' }))
    const answers = await Promise.all(plans.map(({ id }) => officer.post(`/api/plans/${id}/file`)))
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200])
    const numbers = answers.map((answer) => answer.body.filingNumber as string)
    expect(new Set(numbers).size).toBe(4)
    expect(numbers.sort()[0]!.slice(0, -4)).toBe('备案140213-2026-')
  })

  it('are submitted once when two click at once', async () => {
    const { id, principal } = await submitted()
    const officer = await test.as(await test.world.user('bureau_officer', { regionCode: '140213' }))
    await officer.post(`/api/plans/${id}/send-back`, { comment: '再写' })
    const answers = await Promise.all([
      principal.post(`/api/plans/${id}/submit`),
      principal.post(`/api/plans/${id}/submit`),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect((await test.database.read.findOneByOrFail(Plan, { id })).version).toBe(2)
  })

  it("do not exist for another school or district, and are not the school's to file", async () => {
    const { id, principal } = await submitted()
    const stranger = await test.as(await test.world.user('principal'))
    for (const path of [`/api/plans/${id}`, `/api/plans/${id}/versions`])
      expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.post(`/api/plans/${id}/withdraw`)).status).toBe(404)
    const elsewhere = await test.as(await test.world.user('bureau_officer', { regionCode: '140214' }))
    expect((await elsewhere.post(`/api/plans/${id}/file`)).status).toBe(404)
    expect((await principal.post(`/api/plans/${id}/file`)).status).toBe(403)
    expect((await principal.post(`/api/plans/${id}/withdraw`)).body.status).toBe('draft')
  })
})
