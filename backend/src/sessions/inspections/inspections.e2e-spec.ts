import { TestApp } from '../../../test/app.js'
import { type DailySchool, dailySchool } from '../../../test/daily-world.js'
import { AuditEntry } from '../../audit/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { Duty } from '../duties/duty.entity.js'
import { Inspection } from './inspection.entity.js'

describe('inspections', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const well = {
    isOnTime: true,
    isPlannedTeacher: true,
    isRegisterTaken: true,
    isNewLessonTaught: false,
    countedCount: 0,
  }

  /** Monday, ten minutes after the session has begun; the colleague is on patrol. */
  async function running() {
    test.clock.set('2026-11-20T08:00:00Z')
    const mine = await dailySchool(test)
    await test.world.make(Duty, {
      schoolId: mine.school.id,
      heldOn: '2026-11-23',
      kind: 'patrol',
      teacherId: mine.colleague.id,
      area: '一层',
    })
    test.clock.set('2026-11-23T08:40:00Z')
    return signedInAgain(mine)
  }
  async function signedInAgain(mine: DailySchool): Promise<DailySchool> {
    return {
      ...mine,
      asAsker: await test.as(mine.askerUser),
      asColleague: await test.as(mine.colleagueUser),
      coordinator: await test.as(mine.coordinatorUser),
    }
  }

  it('are written by the patrol on the phone; all well is clear', async () => {
    const { asColleague, session, section, colleagueUser } = await running()
    const before = (await asColleague.get('/api/inspections/patrol')).body
    expect(before).toMatchObject({
      today: '2026-11-23',
      mayInspect: true,
      area: '一层',
      sessions: [
        {
          id: session.id,
          sectionName: section.name,
          hasBegun: true,
          isOwn: false,
          dueCount: 0,
          inspection: null,
        },
      ],
    })
    const made = await asColleague.post('/api/inspections', { sessionId: session.id, ...well })
    expect([made.status, made.body]).toMatchObject([
      201,
      { status: 'clear', dueCount: 0, inspectedByName: colleagueUser.displayName, actions: ['update'] },
    ])
    expect(await test.database.read.findOneByOrFail(Inspection, { id: made.body.id })).toMatchObject({
      sessionId: session.id,
      heldOn: '2026-11-23',
      isNewLessonTaught: false,
      inspectedById: colleagueUser.id,
    })
    expect((await asColleague.get('/api/inspections/patrol')).body.sessions[0].inspection).toMatchObject({
      id: made.body.id,
    })
    expect((await asColleague.post('/api/inspections', { sessionId: session.id, ...well })).body.code).toBe(
      'scheduling.inspected_already',
    )
  })

  it('stay open with a finding until somebody says how it was mended', async () => {
    const { asColleague, coordinator, session } = await running()
    const { id, status } = (
      await asColleague.post('/api/inspections', {
        sessionId: session.id,
        ...well,
        isNewLessonTaught: true,
        remark: '讲第五单元新课',
      })
    ).body
    expect(status).toBe('open')
    expect(
      (await coordinator.get('/api/inspections', { status: 'open', from: '2026-11-23', to: '2026-11-23' }))
        .body.items,
    ).toMatchObject([{ id, isNewLessonTaught: true, actions: ['update', 'mend'] }])
    expect((await asColleague.post(`/api/inspections/${id}/mend`, { comment: '好了' })).status).toBe(403)
    expect((await coordinator.post(`/api/inspections/${id}/mend`)).body.code).toBe('state.comment_needed')
    const answers = await Promise.all(
      [1, 2].map(() => coordinator.post(`/api/inspections/${id}/mend`, { comment: '已谈话，改为作业辅导' })),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect((await coordinator.get(`/api/inspections/${id}`)).body).toMatchObject({
      status: 'mended',
      mending: '已谈话，改为作业辅导',
    })
    const [sheet] = readWorkbook((await coordinator.get('/api/inspections/export.xlsx')).raw, 'i.xlsx').sheets
    expect(sheet!.rows).toHaveLength(2)
  })

  it("are the patrol's, on the day, of a session that runs", async () => {
    const { asAsker, asColleague, coordinator, session, slots, section } = await running()
    expect((await asAsker.post('/api/inspections', { sessionId: session.id, ...well })).body.code).toBe(
      'scheduling.own_session_inspected',
    )
    const later = await test.world.session({ section, slot: slots.tuesday, heldOn: '2026-11-24' })
    expect((await coordinator.post('/api/inspections', { sessionId: later.id, ...well })).body.code).toBe(
      'scheduling.session_not_begun',
    )
    expect((await asColleague.post('/api/inspections', { sessionId: later.id, ...well })).body.code).toBe(
      'scheduling.not_on_patrol',
    )
    const off = await test.world.session({
      section,
      slot: slots.monday,
      heldOn: '2026-11-16',
      status: 'cancelled',
    })
    expect((await coordinator.post('/api/inspections', { sessionId: off.id, ...well })).body.code).toBe(
      'scheduling.session_off',
    )
    const longAgo = await test.world.session({ section, slot: slots.monday, heldOn: '2026-11-02' })
    expect((await coordinator.post('/api/inspections', { sessionId: longAgo.id, ...well })).body.code).toBe(
      'scheduling.patrol_day_over',
    )
    expect(
      (await asColleague.post('/api/inspections', { sessionId: session.id, ...well, countedCount: -1 }))
        .status,
    ).toBe(400)
    expect(
      (
        await asColleague.post('/api/inspections', {
          sessionId: session.id,
          ...well,
          needsMending: true,
          remark: '窗户坏了',
        })
      ).body.status,
    ).toBe('open')
  })

  it('are corrected by who wrote them on the same day, and by who keeps the roster later', async () => {
    const { asColleague, asAsker, coordinatorUser, session, colleagueUser } = await running()
    const { id } = (
      await asColleague.post('/api/inspections', {
        sessionId: session.id,
        ...well,
        isNewLessonTaught: true,
        countedCount: 3,
        remark: '看错了',
      })
    ).body
    const corrected = await asColleague.patch(`/api/inspections/${id}`, {
      isNewLessonTaught: false,
      remark: null,
    })
    expect([corrected.status, corrected.body]).toMatchObject([
      200,
      {
        status: 'clear',
        isNewLessonTaught: false,
        countedCount: 3,
        remark: null,
        inspectedByName: colleagueUser.displayName,
        actions: ['update'],
      },
    ])
    expect(await test.database.read.findOneByOrFail(Inspection, { id })).toMatchObject({
      status: 'clear',
      isNewLessonTaught: false,
      isOnTime: true,
      countedCount: 3,
      inspectedById: colleagueUser.id,
    })
    const entry = await test.database.read.findOneByOrFail(AuditEntry, {
      action: 'inspection.update',
      entityId: id,
    })
    expect([entry.before, entry.after]).toMatchObject([
      { isNewLessonTaught: true, remark: '看错了' },
      { isNewLessonTaught: false, remark: null },
    ])
    expect((await asColleague.patch(`/api/inspections/${id}`, { isOnTime: false })).body.status).toBe('open')
    // Something else that was found stays open until it is said to be nothing.
    expect(
      (await asColleague.patch(`/api/inspections/${id}`, { isOnTime: true, needsMending: true })).body.status,
    ).toBe('open')
    expect((await asColleague.patch(`/api/inspections/${id}`, { countedCount: 4 })).body).toMatchObject({
      status: 'open',
      countedCount: 4,
    })
    expect((await asColleague.patch(`/api/inspections/${id}`, { needsMending: false })).body.status).toBe(
      'clear',
    )
    expect((await asColleague.patch(`/api/inspections/${id}`, { countedCount: -1 })).status).toBe(400)
    expect((await asAsker.patch(`/api/inspections/${id}`, { isOnTime: false })).body.code).toBe(
      'scheduling.not_your_inspection',
    )
    expect(
      (await (await running()).coordinator.patch(`/api/inspections/${id}`, { isOnTime: false })).status,
    ).toBe(404)
    test.clock.set('2026-11-25T08:40:00Z')
    expect(
      (await (await test.as(colleagueUser)).patch(`/api/inspections/${id}`, { isOnTime: false })).body.code,
    ).toBe('scheduling.inspection_day_over')
    const later = await test.as(coordinatorUser)
    expect((await later.patch(`/api/inspections/${id}`, { isRegisterTaken: false })).body).toMatchObject({
      status: 'open',
      isRegisterTaken: false,
      inspectedByName: colleagueUser.displayName,
    })
    const both = await Promise.all([
      later.patch(`/api/inspections/${id}`, { isRegisterTaken: true }),
      later.post(`/api/inspections/${id}/mend`, { comment: '已补点名' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    if (both[1]!.status === 200)
      expect((await later.patch(`/api/inspections/${id}`, { isOnTime: false })).body.code).toBe(
        'scheduling.inspection_mended',
      )
  })

  it('are read by the bureau, and do not exist for another school', async () => {
    const { asColleague, session, school } = await running()
    const { id } = (await asColleague.post('/api/inspections', { sessionId: session.id, ...well })).body
    const bureau = await test.as(await test.world.user('bureau_officer'))
    expect((await bureau.get('/api/inspections', { schoolId: school.id })).body.items).toMatchObject([
      { id, schoolName: school.name, actions: [] },
    ])
    expect((await bureau.post('/api/inspections', { sessionId: session.id, ...well })).status).toBe(403)
    const other = await running()
    expect((await other.coordinator.get('/api/inspections')).body.total).toBe(0)
    expect([
      (await other.coordinator.get(`/api/inspections/${id}`)).status,
      (await other.coordinator.post(`/api/inspections/${id}/mend`, { comment: '好' })).status,
      (await other.asColleague.post('/api/inspections', { sessionId: session.id, ...well })).status,
    ]).toEqual([404, 404, 404])
    expect(
      (
        await (
          await test.as(await test.world.user('school_finance_officer', { school }))
        ).get('/api/inspections/patrol')
      ).status,
    ).toBe(403)
  })
})
