import { type Client, TestApp } from '../../../test/app.js'
import { readWorkbook } from '../../platform/sheets/index.js'

describe('the routes to the audit trail', () => {
  let test: TestApp
  let [mine, theirs]: Awaited<ReturnType<typeof test.world.school>>[] = []
  let [principal, coordinator]: Client[] = []
  beforeAll(async () => {
    test = await TestApp.start()
    mine = await test.world.school()
    theirs = await test.world.school({ regionCode: '140214' })
    principal = await test.as(await test.world.user('principal', { school: mine }))
    coordinator = await test.as(await test.world.user('coordinator', { school: mine, displayName: '周敏' }))
    for (const [client, school] of [
      [coordinator, mine],
      [await test.as(await test.world.user('coordinator', { school: theirs })), theirs],
    ] as const)
      await client.patch(`/api/schools/${school.id}`, { lastLessonEndTime: '16:20' })
  })
  afterAll(() => test.stop())

  const schoolsOf = async (client: Client, query: Record<string, string | number> = {}) =>
    (await client.get('/api/audit-entries', { action: 'school.update', ...query })).body.items.map(
      (entry: { schoolId: number }) => entry.schoolId,
    )

  it('show who did what within the own scope, filtered', async () => {
    const { status, body } = await principal!.get('/api/audit-entries', { action: 'school.update' })
    expect([status, body]).toMatchObject([
      200,
      {
        total: 1,
        items: [
          {
            actorName: '周敏',
            onBehalfOfName: null,
            entity: 'school',
            entityId: mine!.id,
            schoolId: mine!.id,
            before: { lastLessonEndTime: '16:00' },
            after: { lastLessonEndTime: '16:20' },
          },
        ],
      },
    ])
    expect(await schoolsOf(principal!, { entity: 'school', entityId: mine!.id })).toEqual([mine!.id])
    expect(await schoolsOf(principal!, { actorId: 987_654 })).toEqual([])
    const auditor = await test.as(await test.world.user('auditor', { regionCode: '1402' }))
    expect(await schoolsOf(auditor, { sort: 'id', order: 'asc' })).toEqual([mine!.id, theirs!.id])
    const district = await test.as(await test.world.user('auditor', { regionCode: '140214' }))
    expect(await schoolsOf(district)).toEqual([theirs!.id])
  })

  it('send the same as a workbook', async () => {
    const { raw } = await principal!.get('/api/audit-entries/export.xlsx', { action: 'school.update' })
    const [head, row, ...rest] = readWorkbook(raw, 'audit.xlsx').sheets[0]!.rows.map(({ cells }) => cells)
    expect(head!.slice(2, 6)).toEqual(['操作人', '代谁办理', '操作', '对象'])
    expect([row![2], row![4], row![5]]).toEqual(['周敏', 'school.update', `school ${mine!.id}`])
    expect(rest).toEqual([])
  })

  it('show the history of one thing, oldest first, to those who see the thing', async () => {
    const planner = await test.as(await test.world.user('principal', { school: mine! }))
    const term = await test.world.term()
    const plan = await planner.post('/api/plans', {
      schoolId: mine!.id,
      termId: term.id,
    })
    const of = { entity: 'plan', entityId: plan.body.id as number }
    const history = await coordinator!.get('/api/transitions', of)
    expect([history.status, history.body]).toMatchObject([200, [{ event: 'create', toState: 'draft' }]])
    const stranger = await test.as(await test.world.user('principal', { school: theirs! }))
    expect((await stranger.get('/api/transitions', of)).status).toBe(404)
    const teacher = await test.as(await test.world.user('teacher', { school: mine! }))
    expect((await teacher.get('/api/transitions', of)).status).toBe(403)
  })

  it('answer nobody without the permission, and name what was asked wrongly', async () => {
    for (const path of ['audit-entries', 'audit-entries/export.xlsx']) {
      expect((await coordinator!.get(`/api/${path}`)).status).toBe(403)
      expect((await test.signedOut.get(`/api/${path}`)).status).toBe(401)
    }
    expect((await test.signedOut.get('/api/transitions', { entity: 'plan', entityId: 1 })).status).toBe(401)
    expect((await principal!.get('/api/audit-entries', { entityId: 'x' })).body.fields).toMatchObject([
      { field: 'entityId' },
    ])
    expect((await principal!.get('/api/audit-entries', { sort: 'after' })).body.code).toBe(
      'list.unknown_sort',
    )
    expect((await principal!.get('/api/transitions', { entity: 'Plan!', entityId: 1 })).body.fields).toEqual([
      expect.objectContaining({ field: 'entity' }),
    ])
  })

  it('are there to read: nothing can be added, changed or taken away', async () => {
    for (const path of ['/api/audit-entries', '/api/audit-entries/1', '/api/transitions'])
      for (const method of ['POST', 'PATCH', 'DELETE'] as const)
        expect((await principal!.send(method, path, {})).status).toBe(404)
  })
})
