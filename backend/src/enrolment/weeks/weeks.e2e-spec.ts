import { TestApp } from '../../../test/app.js'
import { Enrolment } from '../enrolments/enrolment.entity.js'

describe("a child's week", () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start({ now: '2026-10-08T02:00:00Z' })
  })
  afterAll(() => test.stop())

  async function child() {
    const school = await test.world.school()
    const student = await test.world.student({ school })
    const user = await test.world.user('guardian', { school })
    await test.world.guardian({ student, user })
    const section = await test.world.section({ school })
    const slot = await test.world.slot({ school, weekday: 3 })
    const enrolment = {
      schoolId: school.id,
      termId: section.termId,
      studentId: student.id,
      sectionId: section.id,
      startsOn: '2026-09-09',
      endsOn: null,
      status: 'active',
    }
    await test.world.make(Enrolment, enrolment)
    for (const heldOn of ['2026-09-02', '2026-10-10', '2026-10-14']) {
      await test.world.session({ section, slot, heldOn })
    }
    return { school, student, section, slot, client: await test.as(user) }
  }

  it("has seven days with their kind and the child's own sessions", async () => {
    const { client, student } = await child()
    const { status, body } = await client.get(`/api/parents/children/${student.id}/week`)
    expect(status).toBe(200)
    expect(
      body.days.map((day: { dayOn: string; kind: string; sessions: object[] }) => [
        day.dayOn,
        day.kind,
        day.sessions.length,
      ]),
    ).toEqual([
      ['2026-10-05', 'holiday', 0],
      ['2026-10-06', 'holiday', 0],
      ['2026-10-07', 'holiday', 0],
      ['2026-10-08', 'school_day', 0],
      ['2026-10-09', 'school_day', 0],
      ['2026-10-10', 'makeup_day', 1],
      ['2026-10-11', 'weekend', 0],
    ])
    expect(Object.keys(body.days[5].sessions[0]).sort()).toEqual([
      'courseName',
      'endTime',
      'id',
      'isRoomChanged',
      'isSubstituted',
      'madeUpOn',
      'makesUpOn',
      'movedFromOn',
      'reason',
      'roomName',
      'startTime',
      'status',
      'teacherName',
      'wasStartTime',
    ])
    expect(
      (await client.get(`/api/parents/children/${student.id}/week`, { from: '2026-10-12' })).body.days[2],
    ).toMatchObject({ dayOn: '2026-10-14', weekday: 3, sessions: [{ startTime: '16:30' }] })
  })

  it('shows no session before the child joined, and nothing outside the term', async () => {
    const { client, student } = await child()
    const before = (await client.get(`/api/parents/children/${student.id}/week`, { from: '2026-08-31' })).body
      .days
    expect(
      before.map((day: { kind: string | null; sessions: object[] }) => [day.kind, day.sessions.length])[2],
    ).toEqual(['school_day', 0])
    expect(before[0]).toMatchObject({ dayOn: '2026-08-31', kind: null })
    expect((await client.get(`/api/parents/children/${student.id}/week`, { from: 'today' })).status).toBe(400)
  })

  it('tells in plain facts what is other than planned, on the old day and on the new one', async () => {
    const { client, student, school, section, slot } = await child()
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    const [colleague, room] = [await test.world.teacher({ school }), await test.world.room({ school })]
    const week = async (from: string) =>
      (await client.get(`/api/parents/children/${student.id}/week`, { from })).body.days as {
        dayOn: string
        sessions: { id: number }[]
        movedAway: object[]
      }[]
    const moved = (await week('2026-10-12'))[2]!.sessions[0]!
    await coordinator.post(`/api/sessions/${moved.id}/move`, {
      heldOn: '2026-10-15',
      startTime: '17:00',
      endTime: '18:00',
      roomId: room.id,
    })
    await coordinator.post('/api/substitutions', {
      kind: 'substitute',
      sessionId: moved.id,
      colleagueId: colleague.id,
      reason: '张老师住院',
      isAgreed: true,
    })
    const after = await week('2026-10-12')
    expect(after[2]).toMatchObject({
      sessions: [],
      movedAway: [
        {
          courseName: expect.any(String),
          plannedStartTime: '16:30',
          heldOn: '2026-10-15',
          startTime: '17:00',
        },
      ],
    })
    expect(after[3]!.sessions).toMatchObject([
      {
        teacherName: colleague.name,
        isSubstituted: true,
        roomName: room.name,
        isRoomChanged: true,
        wasStartTime: '16:30',
        movedFromOn: '2026-10-14',
      },
    ])
    expect(JSON.stringify(after)).not.toContain('住院')
    const cancelled = await test.world.session({ section, slot, heldOn: '2026-10-21' })
    await coordinator.post(`/api/sessions/${cancelled.id}/cancel`, { comment: '停电' })
    await coordinator.post(`/api/sessions/${cancelled.id}/make-up`, { heldOn: '2026-10-23' })
    const made = await week('2026-10-19')
    expect([made[2]!.sessions, made[4]!.sessions]).toMatchObject([
      [{ status: 'made_up', reason: '停电', madeUpOn: '2026-10-23' }],
      [{ status: 'planned', makesUpOn: '2026-10-21', movedFromOn: null }],
    ])
  })

  it("is the own child's only", async () => {
    const { student, school } = await child()
    const other = await child()
    expect((await other.client.get(`/api/parents/children/${student.id}/week`)).status).toBe(404)
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    expect((await coordinator.get(`/api/parents/children/${student.id}/week`)).status).toBe(403)
    expect((await other.client.get('/api/enrolments')).status).toBe(403)
  })
})
