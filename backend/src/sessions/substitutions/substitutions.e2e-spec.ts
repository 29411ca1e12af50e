import { TestApp } from '../../../test/app.js'
import { type DailySchool, dailySchool, sessionOf } from '../../../test/daily-world.js'
import { asked, onLeave, request } from '../../../test/substitutions-world.js'
import { Clearance } from '../../people/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { defaultSetting, SchedulingSetting } from '../../timetabling/index.js'
import { Session } from '../sessions/session.entity.js'
import { Substitution } from './substitution.entity.js'

describe('substitutions', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())
  beforeEach(() => test.clock.set('2026-11-20T08:00:00Z'))

  const row = (id: number) => test.database.read.findOneByOrFail(Session, { id })

  it('are asked by the teacher, agreed by the colleague, approved by the coordinator', async () => {
    const mine = await dailySchool(test)
    const made = await mine.asAsker.post('/api/substitutions', request(mine))
    expect([made.status, made.body]).toMatchObject([
      201,
      {
        status: 'asked',
        askingTeacherName: mine.asker.name,
        colleagueName: mine.colleague.name,
        isForMe: false,
        actions: ['withdraw'],
        session: { heldOn: '2026-11-23', sectionName: mine.section.name },
      },
    ])
    expect((await mine.coordinator.get(`/api/sessions/${mine.session.id}`)).body).toMatchObject({
      openRequest: { id: made.body.id, status: 'asked' },
    })
    expect((await mine.asColleague.get('/api/substitutions', { isOpen: true })).body.items).toMatchObject([
      { id: made.body.id, isForMe: true, actions: ['agree', 'decline'] },
    ])
    expect((await mine.asAsker.post(`/api/substitutions/${made.body.id}/agree`)).body.code).toBe(
      'scheduling.not_asked',
    )
    const agreed = await mine.asColleague.post(`/api/substitutions/${made.body.id}/agree`)
    expect([agreed.body.status, agreed.body.actions]).toEqual(['agreed', []])
    expect((await row(mine.session.id)).teacherId).toBe(mine.asker.id)
    expect((await mine.asColleague.post(`/api/substitutions/${made.body.id}/approve`)).status).toBe(403)
    const approved = await mine.coordinator.post(`/api/substitutions/${made.body.id}/approve`)
    expect(approved.body).toMatchObject({
      status: 'approved',
      endedAt: expect.any(String),
      actions: ['revoke'],
    })
    expect(await row(mine.session.id)).toMatchObject({
      teacherId: mine.colleague.id,
      plannedTeacherId: mine.asker.id,
    })
    expect((await mine.coordinator.get(`/api/sessions/${mine.session.id}`)).body).toMatchObject({
      teacherName: mine.colleague.name,
      plannedTeacherName: mine.asker.name,
      changes: ['teacher'],
      openRequest: null,
    })
    expect(
      (await mine.coordinator.get('/api/transitions', { entity: 'session', entityId: mine.session.id })).body,
    ).toMatchObject([{ event: 'substitute', comment: `${mine.asker.name} → ${mine.colleague.name}` }])
    expect(
      (
        await mine.coordinator.get('/api/transitions', { entity: 'substitution', entityId: made.body.id })
      ).body.map((each: { event: string }) => each.event),
    ).toEqual(['agree', 'approve'])
  })

  it('hold at once where the school wants no approval', async () => {
    const mine = await dailySchool(test)
    await test.world.make(SchedulingSetting, {
      ...defaultSetting,
      schoolId: mine.school.id,
      revision: 0,
      substitutionNeedsApproval: false,
    })
    const { id } = await asked(mine)
    expect((await mine.asColleague.post(`/api/substitutions/${id}/agree`)).body.status).toBe('approved')
    expect((await row(mine.session.id)).teacherId).toBe(mine.colleague.id)
  })

  it('are arranged by the coordinator in one step, or with a spoken yes', async () => {
    const mine = await dailySchool(test)
    const arranged = await mine.coordinator.post('/api/substitutions', request(mine, { isAgreed: true }))
    expect([arranged.status, arranged.body.status]).toEqual([201, 'approved'])
    expect((await row(mine.session.id)).teacherId).toBe(mine.colleague.id)
    expect((await mine.coordinator.post(`/api/substitutions/${arranged.body.id}/revoke`)).body.code).toBe(
      'state.comment_needed',
    )
    expect(
      (
        await mine.coordinator.post(`/api/substitutions/${arranged.body.id}/revoke`, {
          comment: '本人回来了',
        })
      ).body.status,
    ).toBe('revoked')
    expect((await row(mine.session.id)).teacherId).toBe(mine.asker.id)
    const { id } = await asked(mine)
    expect(
      (await mine.coordinator.post(`/api/substitutions/${id}/agree`, { comment: '电话里同意' })).body.status,
    ).toBe('agreed')
    expect((await mine.asAsker.post('/api/substitutions', request(mine, { isAgreed: true }))).status).toBe(
      403,
    )
  })

  it('are declined, refused or withdrawn, and the session may be asked for again', async () => {
    const mine = await dailySchool(test)
    const first = await asked(mine)
    expect((await mine.asAsker.post('/api/substitutions', request(mine))).body.code).toBe(
      'scheduling.open_request_exists',
    )
    expect(
      (await mine.asColleague.post(`/api/substitutions/${first.id}/decline`, { comment: '我也有事' })).body
        .status,
    ).toBe('declined')
    expect(
      (await mine.asAsker.get(`/api/sessions/${mine.session.id}/colleagues`)).body.find(
        (each: { teacherId: number }) => each.teacherId === mine.colleague.id,
      ).reasons,
    ).toContain('这次课已谢绝过')
    const second = await asked(mine)
    expect((await mine.asColleague.post(`/api/substitutions/${second.id}/withdraw`)).body.code).toBe(
      'scheduling.not_your_request',
    )
    expect((await mine.asAsker.post(`/api/substitutions/${second.id}/withdraw`)).body.status).toBe(
      'withdrawn',
    )
    const third = await asked(mine)
    await mine.asColleague.post(`/api/substitutions/${third.id}/agree`)
    expect((await mine.coordinator.post(`/api/substitutions/${third.id}/refuse`)).body.code).toBe(
      'state.comment_needed',
    )
    expect(
      (await mine.coordinator.post(`/api/substitutions/${third.id}/refuse`, { comment: '当天另有安排' })).body
        .status,
    ).toBe('refused')
    expect((await mine.coordinator.post(`/api/substitutions/${third.id}/approve`)).status).toBe(409)
    expect(
      (await test.database.read.findBy(Substitution, { sessionId: mine.session.id })).map(
        (each) => each.openSessionId,
      ),
    ).toEqual([null, null, null])
  })

  it('end with the session, and do not outlive a change of it', async () => {
    const mine = await dailySchool(test)
    const { id } = await asked(mine)
    await mine.coordinator.post(`/api/sessions/${mine.session.id}/move`, { heldOn: '2026-11-24' })
    expect((await mine.asAsker.get(`/api/substitutions/${id}`)).body.status).toBe('withdrawn')
    const again = await asked(mine)
    await mine.coordinator.post(`/api/sessions/${mine.session.id}/cancel`, { comment: '停' })
    expect((await mine.asAsker.get(`/api/substitutions/${again.id}`)).body.status).toBe('withdrawn')
    expect((await mine.asAsker.post('/api/substitutions', request(mine))).body.code).toBe(
      'scheduling.session_not_planned',
    )
  })

  it('go back when the session is reset', async () => {
    const mine = await dailySchool(test)
    const { id } = (await mine.coordinator.post('/api/substitutions', request(mine, { isAgreed: true }))).body
    expect((await mine.coordinator.post(`/api/sessions/${mine.session.id}/reset`)).body).toMatchObject({
      teacherName: mine.asker.name,
      changes: [],
    })
    expect((await mine.coordinator.get(`/api/substitutions/${id}`)).body.status).toBe('revoked')
  })

  it('check anew when approved: free, present and cleared on the day', async () => {
    const mine = await dailySchool(test)
    const busy = await test.world.teacher({ school: mine.school })
    await sessionOf(test, mine.school, mine.slots.monday, busy.id, '2026-11-23')
    const refused = await mine.asAsker.post('/api/substitutions', request(mine, { colleagueId: busy.id }))
    expect([refused.status, refused.body.code]).toEqual([422, 'scheduling.teacher_busy'])
    const lecturer = await test.world.teacher({ school: mine.school, kind: 'lecturer' })
    expect(
      (await mine.asAsker.post('/api/substitutions', request(mine, { colleagueId: lecturer.id }))).body.code,
    ).toBe('scheduling.lecturer_not_cleared')
    const clearance = await test.world.make(Clearance, {
      schoolId: mine.school.id,
      teacherId: lecturer.id,
      validFromOn: '2026-11-23',
      validToOn: '2026-11-23',
      document: '证明',
      isRevoked: false,
      recordedById: mine.coordinatorUser.id,
    })
    const { id } = await asked(mine, { colleagueId: lecturer.id })
    await mine.coordinator.post(`/api/substitutions/${id}/agree`)
    await test.database.transaction((tx) => tx.update(Clearance, { id: clearance.id }, { isRevoked: true }))
    expect((await mine.coordinator.post(`/api/substitutions/${id}/approve`)).body.code).toBe(
      'scheduling.lecturer_not_cleared',
    )
    expect((await row(mine.session.id)).teacherId).toBe(mine.asker.id)
    await mine.coordinator.post(`/api/substitutions/${id}/withdraw`)
    await onLeave(test, mine, mine.colleague.id, '2026-11-23')
    const away = await mine.asAsker.post('/api/substitutions', request(mine))
    expect(away.body.code).toBe('scheduling.teacher_on_leave')
    expect(away.body.message).not.toMatch(/病|发烧/)
    expect(
      (await mine.asAsker.post('/api/substitutions', request(mine, { colleagueId: mine.asker.id }))).body
        .code,
    ).toBe('scheduling.colleague_is_teacher')
  })

  it('are not approved once the session has begun', async () => {
    const mine = await dailySchool(test)
    const { id } = await asked(mine)
    await mine.asColleague.post(`/api/substitutions/${id}/agree`)
    test.clock.set('2026-11-23T08:31:00Z')
    const coordinator = await test.as(mine.coordinatorUser)
    expect((await coordinator.get(`/api/substitutions/${id}`)).body.actions).toEqual(['refuse', 'withdraw'])
    expect((await coordinator.post(`/api/substitutions/${id}/approve`)).body.code).toBe(
      'scheduling.session_has_begun',
    )
  })

  it('are not approved by who takes part', async () => {
    const mine = await dailySchool(test)
    const own = await test.world.teacher({ school: mine.school, userId: mine.coordinatorUser.id })
    const { id } = await asked(mine, { colleagueId: own.id })
    expect((await mine.coordinator.post(`/api/substitutions/${id}/agree`)).body.status).toBe('agreed')
    expect((await mine.coordinator.post(`/api/substitutions/${id}/approve`)).body.code).toBe(
      'scheduling.own_substitution',
    )
    const principal = await test.as(await test.world.user('principal', { school: mine.school }))
    expect((await principal.post(`/api/substitutions/${id}/approve`)).body.status).toBe('approved')
  })

  it('are exported with what the list shows, to nobody else', async () => {
    const mine = await dailySchool(test)
    await asked(mine)
    const rows = async (client: DailySchool['coordinator']) =>
      readWorkbook((await client.get('/api/substitutions/export.xlsx')).raw, 's.xlsx')
        .sheets[0]!.rows.slice(1)
        .map(({ cells }) => cells)
    const [row] = await rows(mine.coordinator)
    expect(row).toEqual(
      expect.arrayContaining([
        '16:30–17:30',
        mine.section.name,
        '代课',
        mine.asker.name,
        mine.colleague.name,
        '等对方答复',
      ]),
    )
    const third = await test.world.user('teacher', { school: mine.school })
    await test.world.teacher({ school: mine.school, userId: third.id })
    expect([
      (await rows(mine.asColleague)).length,
      await rows(await test.as(third)),
      await rows((await dailySchool(test)).coordinator),
    ]).toEqual([1, [], []])
    expect(
      (
        await (
          await test.as(await test.world.user('school_finance_officer', { school: mine.school }))
        ).get('/api/substitutions/export.xlsx')
      ).status,
    ).toBe(403)
  })

  it('come out once when two act at once', async () => {
    const mine = await dailySchool(test)
    const answers = await Promise.all(
      [1, 2].map(() => mine.asAsker.post('/api/substitutions', request(mine))),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409])
    const { id } = answers.find((answer) => answer.status === 201)!.body
    await mine.asColleague.post(`/api/substitutions/${id}/agree`)
    const approvals = await Promise.all(
      [1, 2].map(() => mine.coordinator.post(`/api/substitutions/${id}/approve`)),
    )
    expect(approvals.map((answer) => answer.status).sort()).toEqual([200, 409])
    // One colleague for two sessions at one time: the second approval finds them busy.
    const second = await dailySchool(test)
    const beside = await sessionOf(
      test,
      second.school,
      second.slots.monday,
      (await test.world.teacher({ school: second.school })).id,
      '2026-11-23',
    )
    const both = await Promise.all(
      [second.session.id, beside.id].map((sessionId) =>
        second.coordinator.post('/api/substitutions', request(second, { sessionId, isAgreed: true })),
      ),
    )
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 422])
  })

  it('are seen by who takes part and who arranges, and do not exist for another school', async () => {
    const mine = await dailySchool(test)
    const { id } = await asked(mine)
    const third = await test.as(await test.world.user('teacher', { school: mine.school }))
    const other = await dailySchool(test)
    for (const client of [third, other.coordinator, other.asAsker]) {
      expect((await client.get('/api/substitutions')).body.total).toBe(0)
      for (const event of ['agree', 'decline', 'withdraw'])
        expect((await client.post(`/api/substitutions/${id}/${event}`)).status).toBe(404)
      expect((await client.get(`/api/substitutions/${id}`)).status).toBe(404)
    }
    for (const event of ['approve', 'refuse', 'revoke'])
      expect([
        (await other.coordinator.post(`/api/substitutions/${id}/${event}`, { comment: '不' })).status,
        (await mine.asColleague.post(`/api/substitutions/${id}/${event}`, { comment: '不' })).status,
      ]).toEqual([404, 403])
    expect((await third.post('/api/substitutions', request(mine))).body.code).toBe(
      'scheduling.no_teacher_for_user',
    )
    expect((await mine.asColleague.post('/api/substitutions', request(mine))).body.code).toBe(
      'scheduling.not_your_session',
    )
    expect((await other.coordinator.post('/api/substitutions', request(mine))).status).toBe(404)
    for (const route of ['colleagues', 'swaps'])
      expect((await other.coordinator.get(`/api/sessions/${mine.session.id}/${route}`)).status).toBe(404)
    expect((await mine.asAsker.post('/api/substitutions', request(mine, { reason: '' }))).status).toBe(400)
    expect(
      (await mine.asAsker.post('/api/substitutions', request(mine, { colleagueId: other.colleague.id })))
        .status,
    ).toBe(400)
    expect(
      (
        await (
          await test.as(await test.world.user('school_finance_officer', { school: mine.school }))
        ).get('/api/substitutions')
      ).status,
    ).toBe(403)
  })
})
