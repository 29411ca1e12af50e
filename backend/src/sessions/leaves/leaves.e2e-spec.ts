import { TestApp } from '../../../test/app.js'
import { type DailySchool, dailySchool, sessionOf } from '../../../test/daily-world.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { CourseLeader, defaultSetting, SchedulingSetting } from '../../timetabling/index.js'
import { Session } from '../sessions/session.entity.js'
import { TeacherLeave } from './teacher-leave.entity.js'

describe('leave of teachers', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())
  beforeEach(() => test.clock.set('2026-11-20T08:00:00Z'))

  const monday = { fromOn: '2026-11-23', toOn: '2026-11-23', kind: 'sick', remark: '发烧' }
  const recorded = async ({ coordinator, asker }: DailySchool, overrides: object = {}) =>
    (await coordinator.post('/api/teacher-leaves', { teacherId: asker.id, ...monday, ...overrides })).body

  it('is recorded by the coordinator in one step, with the sessions that need somebody and the best colleague for each', async () => {
    const mine = await dailySchool(test)
    await test.world.make(CourseLeader, {
      schoolId: mine.school.id,
      courseId: mine.section.courseId,
      teacherId: mine.colleague.id,
    })
    const made = await mine.coordinator.post('/api/teacher-leaves', {
      teacherId: mine.asker.id,
      ...monday,
      toOn: '2026-11-24',
    })
    expect([made.status, made.body]).toMatchObject([
      201,
      { status: 'granted', teacherName: mine.asker.name, openCount: 1, actions: ['withdraw', 'arrange'] },
    ])
    expect(made.body.sessions).toMatchObject([
      {
        arrangement: 'open',
        session: { id: mine.session.id, teacherProblem: 'on_leave' },
        best: { teacherId: mine.colleague.id, isPossible: true },
      },
    ])
    expect((await test.database.read.findOneByOrFail(TeacherLeave, { id: made.body.id })).status).toBe(
      'granted',
    )
    expect((await mine.coordinator.get('/api/sessions', { isUncovered: true })).body.items).toMatchObject([
      { id: mine.session.id },
    ])
  })

  it('is exported with what the list shows, to nobody else', async () => {
    const mine = await dailySchool(test)
    await recorded(mine)
    const rows = async (client: DailySchool['coordinator']) =>
      readWorkbook((await client.get('/api/teacher-leaves/export.xlsx')).raw, 'l.xlsx')
        .sheets[0]!.rows.slice(1)
        .map(({ cells }) => cells)
    expect(await rows(mine.coordinator)).toMatchObject([
      [mine.asker.name, expect.any(Number), expect.any(Number), '病假', '发烧', '已准假', expect.anything()],
    ])
    expect([
      (await rows(mine.asAsker)).length,
      await rows(mine.asColleague),
      await rows((await dailySchool(test)).coordinator),
    ]).toEqual([1, [], []])
    expect(
      (
        await (
          await test.as(await test.world.user('school_finance_officer', { school: mine.school }))
        ).get('/api/teacher-leaves/export.xlsx')
      ).status,
    ).toBe(403)
  })

  it('is listed by the term that holds a day of it', async () => {
    const mine = await dailySchool(test)
    const made = await recorded(mine)
    const other = await test.world.term({ startsOn: '2027-02-22', endsOn: '2027-07-02' })
    const listed = async (termId: number) =>
      (await mine.coordinator.get('/api/teacher-leaves', { termId })).body.items
    expect(await listed(mine.session.termId)).toMatchObject([{ id: made.id }])
    expect(await listed(other.id)).toEqual([])
  })

  it('is asked for by the teacher and granted by somebody else', async () => {
    const mine = await dailySchool(test)
    const { id, status, actions } = (await mine.asAsker.post('/api/teacher-leaves', monday)).body
    expect([status, actions]).toEqual(['requested', ['withdraw']])
    expect((await mine.asAsker.post(`/api/teacher-leaves/${id}/grant`)).status).toBe(403)
    expect(
      (await mine.coordinator.get('/api/teacher-leaves', { status: 'requested' })).body.items,
    ).toMatchObject([{ id, actions: ['grant', 'refuse', 'withdraw'] }])
    expect((await mine.coordinator.post(`/api/teacher-leaves/${id}/refuse`)).body.code).toBe(
      'state.comment_needed',
    )
    expect((await mine.coordinator.post(`/api/teacher-leaves/${id}/grant`)).body.status).toBe('granted')
    expect((await mine.coordinator.post(`/api/teacher-leaves/${id}/grant`)).status).toBe(409)
    expect((await mine.asAsker.post(`/api/teacher-leaves/${id}/withdraw`)).body.status).toBe('withdrawn')
    const own = await test.world.teacher({ school: mine.school, userId: mine.coordinatorUser.id })
    const ownLeave = (await mine.coordinator.post('/api/teacher-leaves', { teacherId: own.id, ...monday }))
      .body
    expect([
      ownLeave.status,
      (await mine.coordinator.post(`/api/teacher-leaves/${ownLeave.id}/grant`)).body.code,
    ]).toEqual(['requested', 'scheduling.own_leave'])
    expect(
      (
        await (
          await test.as(await test.world.user('principal', { school: mine.school }))
        ).post(`/api/teacher-leaves/${ownLeave.id}/refuse`, { comment: '当天有活动' })
      ).body.status,
    ).toBe('refused')
  })

  it('is granted at once where the school wants no approval', async () => {
    const mine = await dailySchool(test)
    await test.world.make(SchedulingSetting, {
      ...defaultSetting,
      schoolId: mine.school.id,
      revision: 0,
      leaveNeedsApproval: false,
    })
    expect((await mine.asAsker.post('/api/teacher-leaves', monday)).body.status).toBe('granted')
  })

  it('is refused with wrong days, twice at once, and for others', async () => {
    const mine = await dailySchool(test)
    const code = async (body: object) =>
      (await mine.asAsker.post('/api/teacher-leaves', { ...monday, ...body })).body.code
    expect(await code({ toOn: '2026-11-22' })).toBe('scheduling.leave_ends_before_it_starts')
    expect(await code({ fromOn: '2026-11-01', toOn: '2026-11-19' })).toBe('scheduling.leave_over')
    expect(await code({ toOn: '2027-11-23' })).toBe('scheduling.leave_too_long')
    expect(await code({ kind: 'tired' })).toBe('request.invalid')
    expect(await code({ teacherId: mine.colleague.id })).toBe('scheduling.not_your_leave')
    const answers = await Promise.all([1, 2].map(() => mine.asAsker.post('/api/teacher-leaves', monday)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422])
    expect(answers.find((answer) => answer.status === 422)!.body.code).toBe('scheduling.leave_overlaps')
    const unlinked = await test.as(await test.world.user('teacher', { school: mine.school }))
    expect((await unlinked.post('/api/teacher-leaves', monday)).body.code).toBe(
      'scheduling.no_teacher_for_user',
    )
  })

  it('has its sessions arranged many at once, each told by itself', async () => {
    const mine = await dailySchool(test)
    const later = await sessionOf(test, mine.school, mine.slots.tuesday, mine.asker.id, '2026-11-24')
    const third = await test.world.session({
      section: mine.section,
      slot: mine.slots.monday,
      heldOn: '2026-11-30',
    })
    const strange = await sessionOf(test, mine.school, mine.slots.tuesday, mine.colleague.id, '2026-12-01')
    const leave = await recorded(mine, { toOn: '2026-12-01' })
    const arranged = await mine.coordinator.post(`/api/teacher-leaves/${leave.id}/arrange`, {
      items: [
        { sessionId: mine.session.id, act: 'arrange', colleagueId: mine.colleague.id },
        { sessionId: later.id, act: 'ask', colleagueId: mine.colleague.id },
        { sessionId: third.id, act: 'cancel' },
        { sessionId: strange.id, act: 'cancel' },
        { sessionId: third.id, act: 'ask', colleagueId: mine.colleague.id },
      ],
    })
    expect([arranged.status, arranged.body.done]).toEqual([200, [mine.session.id, later.id, third.id]])
    expect(arranged.body.refused).toMatchObject([
      { id: strange.id, code: 'scheduling.session_not_of_leave', message: '这次课不在这份请假里。' },
      { id: third.id, message: expect.stringContaining('已停课') },
    ])
    const after = (await mine.coordinator.get(`/api/teacher-leaves/${leave.id}`)).body
    expect(
      after.sessions.map((each: { arrangement: string; colleagueName: string }) => [
        each.arrangement,
        each.colleagueName,
      ]),
    ).toEqual([
      ['substituted', mine.colleague.name],
      ['asked', mine.colleague.name],
      ['cancelled', null],
    ])
    expect([
      after.openCount,
      (await test.database.read.findOneByOrFail(Session, { id: third.id })).reason,
    ]).toEqual([1, '任课教师因故不能上课'])
    await mine.asColleague.post(`/api/substitutions/${after.sessions[1].substitutionId}/agree`)
    expect((await mine.coordinator.get(`/api/teacher-leaves/${leave.id}`)).body.sessions[1].arrangement).toBe(
      'agreed',
    )
    expect(
      (await mine.coordinator.post(`/api/teacher-leaves/${leave.id}/arrange`, { items: [] })).status,
    ).toBe(400)
    expect(
      (
        await mine.asAsker.post(`/api/teacher-leaves/${leave.id}/arrange`, {
          items: [{ sessionId: later.id, act: 'cancel' }],
        })
      ).status,
    ).toBe(403)
  })

  it('is known to the teacher and who arranges, to nobody else', async () => {
    const mine = await dailySchool(test)
    const leave = await recorded(mine)
    expect((await mine.asAsker.get(`/api/teacher-leaves/${leave.id}`)).body).toMatchObject({
      remark: '发烧',
      sessions: [{ arrangement: 'open', best: null }],
    })
    const other = await dailySchool(test)
    for (const client of [mine.asColleague, other.coordinator]) {
      expect((await client.get('/api/teacher-leaves')).body.total).toBe(0)
      expect((await client.get(`/api/teacher-leaves/${leave.id}`)).status).toBe(404)
      expect((await client.post(`/api/teacher-leaves/${leave.id}/withdraw`)).status).toBe(404)
    }
    for (const event of ['grant', 'refuse'])
      expect(
        (await other.coordinator.post(`/api/teacher-leaves/${leave.id}/${event}`, { comment: '不' })).status,
      ).toBe(404)
    expect(
      (
        await other.coordinator.post(`/api/teacher-leaves/${leave.id}/arrange`, {
          items: [{ sessionId: mine.session.id, act: 'cancel' }],
        })
      ).status,
    ).toBe(404)
    expect(
      (await other.coordinator.post('/api/teacher-leaves', { teacherId: mine.asker.id, ...monday })).status,
    ).toBe(400)
    // Colleagues and the bureau see that the teacher is away from a session, but not why.
    expect((await mine.asColleague.get(`/api/sessions/${mine.session.id}`)).text).not.toMatch(/发烧|sick/)
  })
})
