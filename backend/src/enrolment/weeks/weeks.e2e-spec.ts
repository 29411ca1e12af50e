import { TestApp } from '../../../test/app.js'
import { Enrolment } from '../enrolments/enrolment.entity.js'

describe('a child\'s week', () => {
  let test: TestApp
  beforeAll(async () => { test = await TestApp.start({ now: '2026-10-08T02:00:00Z' }) })
  afterAll(() => test.stop())

  async function child() {
    const school = await test.world.school()
    const student = await test.world.student({ school })
    const user = await test.world.user('guardian', { school })
    await test.world.guardian({ student, user })
    const section = await test.world.section({ school })
    const slot = await test.world.slot({ school, weekday: 3 })
    const enrolment = { schoolId: school.id, termId: section.termId, studentId: student.id, sectionId: section.id, startsOn: '2026-09-09', endsOn: null, status: 'active' }
    await test.world.make(Enrolment, enrolment)
    for (const heldOn of ['2026-09-02', '2026-10-10', '2026-10-14']) {
      await test.world.session({ section, slot, heldOn })
    }
    return { school, student, client: await test.as(user) }
  }

  it('has seven days with their kind and the child\'s own sessions', async () => {
    const { client, student } = await child()
    const { status, body } = await client.get(`/api/parents/children/${student.id}/week`)
    expect(status).toBe(200)
    expect(body.days.map((day: { dayOn: string; kind: string; sessions: object[] }) => [day.dayOn, day.kind, day.sessions.length])).toEqual([
      ['2026-10-05', 'holiday', 0], ['2026-10-06', 'holiday', 0], ['2026-10-07', 'holiday', 0], ['2026-10-08', 'school_day', 0], ['2026-10-09', 'school_day', 0], ['2026-10-10', 'makeup_day', 1], ['2026-10-11', 'weekend', 0],
    ])
    expect(Object.keys(body.days[5].sessions[0]).sort()).toEqual(['courseName', 'endTime', 'id', 'reason', 'roomName', 'startTime', 'status', 'teacherName'])
    expect((await client.get(`/api/parents/children/${student.id}/week`, { from: '2026-10-12' })).body.days[2]).toMatchObject({ dayOn: '2026-10-14', weekday: 3, sessions: [{ startTime: '16:30' }] })
  })

  it('shows no session before the child joined, and nothing outside the term', async () => {
    const { client, student } = await child()
    const before = (await client.get(`/api/parents/children/${student.id}/week`, { from: '2026-08-31' })).body.days
    expect(before.map((day: { kind: string | null; sessions: object[] }) => [day.kind, day.sessions.length])[2]).toEqual(['school_day', 0])
    expect(before[0]).toMatchObject({ dayOn: '2026-08-31', kind: null })
    expect((await client.get(`/api/parents/children/${student.id}/week`, { from: 'today' })).status).toBe(400)
  })

  it('is the own child\'s only', async () => {
    const { student, school } = await child()
    const other = await child()
    expect((await other.client.get(`/api/parents/children/${student.id}/week`)).status).toBe(404)
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    expect((await coordinator.get(`/api/parents/children/${student.id}/week`)).status).toBe(403)
    expect((await other.client.get('/api/enrolments')).status).toBe(403)
  })
})
