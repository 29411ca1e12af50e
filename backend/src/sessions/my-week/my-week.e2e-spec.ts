import { TestApp } from '../../../test/app.js'
import { dailySchool, sessionOf } from '../../../test/daily-world.js'
import { Duty } from '../duties/duty.entity.js'

describe("a teacher's week", () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const day = (week: { days: { dayOn: string }[] }, on: string) =>
    week.days.find((each) => each.dayOn === on) as unknown as {
      sessions: { part: string; session: { id: number } }[]
      movedAway: { id: number; heldOn: string }[]
      duties: object[]
    }

  it('shows own sessions, those taken for others and those that others take, moved ones on both days', async () => {
    const mine = await dailySchool(test)
    const second = await sessionOf(test, mine.school, mine.slots.tuesday, mine.asker.id, '2026-11-24')
    await mine.coordinator.post('/api/substitutions', {
      kind: 'substitute',
      sessionId: mine.session.id,
      colleagueId: mine.colleague.id,
      reason: '外出',
      isAgreed: true,
    })
    await mine.coordinator.post(`/api/sessions/${second.id}/move`, { heldOn: '2026-11-26' })
    await test.world.make(Duty, {
      schoolId: mine.school.id,
      heldOn: '2026-11-25',
      kind: 'patrol',
      teacherId: mine.asker.id,
      area: null,
    })
    const week = (await mine.asAsker.get('/api/my-week', { on: '2026-11-25' })).body
    expect(week).toMatchObject({
      teacherId: mine.asker.id,
      fromOn: '2026-11-23',
      toOn: '2026-11-29',
      forMe: [],
      mine: [],
    })
    expect(day(week, '2026-11-23').sessions).toMatchObject([
      { part: 'taken', session: { id: mine.session.id, teacherName: mine.colleague.name } },
    ])
    expect(day(week, '2026-11-24').movedAway).toMatchObject([{ id: second.id, heldOn: '2026-11-26' }])
    expect(day(week, '2026-11-26').sessions).toMatchObject([{ part: 'own', session: { changes: ['day'] } }])
    expect(day(week, '2026-11-25').duties).toMatchObject([{ kind: 'patrol' }])
    expect(
      day((await mine.asColleague.get('/api/my-week', { on: '2026-11-25' })).body, '2026-11-23').sessions,
    ).toMatchObject([{ part: 'for_other', session: { plannedTeacherName: mine.asker.name } }])
  })

  it("shows what waits for the teacher's answer, the own requests and leaves", async () => {
    const mine = await dailySchool(test)
    await mine.asAsker.post('/api/substitutions', {
      kind: 'substitute',
      sessionId: mine.session.id,
      colleagueId: mine.colleague.id,
      reason: '外出',
    })
    await mine.asAsker.post('/api/teacher-leaves', {
      fromOn: '2026-11-23',
      toOn: '2026-11-23',
      kind: 'personal',
    })
    expect((await mine.asColleague.get('/api/my-week')).body).toMatchObject({
      forMe: [{ askingTeacherName: mine.asker.name, actions: ['agree', 'decline'] }],
      mine: [],
      leaves: [],
    })
    expect((await mine.asAsker.get('/api/my-week')).body).toMatchObject({
      forMe: [],
      mine: [{ status: 'asked' }],
      leaves: [{ status: 'requested' }],
    })
    expect((await mine.asAsker.get('/api/my-week', { on: 'monday' })).status).toBe(400)
  })

  it('is empty for an account without a teacher, and not for those who do not teach', async () => {
    const { school } = await dailySchool(test)
    expect(
      (await (await test.as(await test.world.user('teacher', { school }))).get('/api/my-week')).body,
    ).toMatchObject({ teacherId: null, forMe: [] })
    expect(
      (await (await test.as(await test.world.user('school_finance_officer', { school }))).get('/api/my-week'))
        .status,
    ).toBe(403)
  })
})
