import { TestApp } from '../../../test/app.js'
import { dailySchool, sessionOf } from '../../../test/daily-world.js'
import { asked, onLeave, request } from '../../../test/substitutions-world.js'
import { CourseLeader } from '../../timetabling/index.js'
import { Session } from '../sessions/session.entity.js'

describe('whom to ask, and what to exchange', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())
  beforeEach(() => test.clock.set('2026-11-20T08:00:00Z'))

  const row = (id: number) => test.database.read.findOneByOrFail(Session, { id })

  it('two sessions are exchanged, both checked', async () => {
    const mine = await dailySchool(test)
    const other = await sessionOf(test, mine.school, mine.slots.tuesday, mine.colleague.id, '2026-11-24')
    const swap = { kind: 'swap', otherSessionId: other.id }
    expect((await mine.asAsker.get(`/api/sessions/${mine.session.id}/swaps`)).body).toMatchObject([
      { sessionId: other.id, teacherName: mine.colleague.name, isPossible: true, problem: null },
    ])
    expect((await mine.asAsker.post('/api/substitutions', request(mine, { kind: 'swap' }))).body.code).toBe(
      'scheduling.swap_needs_session',
    )
    const stranger = await sessionOf(
      test,
      mine.school,
      mine.slots.tuesday,
      (await test.world.teacher({ school: mine.school })).id,
      '2026-11-24',
    )
    expect(
      (
        await mine.asAsker.post(
          '/api/substitutions',
          request(mine, { kind: 'swap', otherSessionId: stranger.id }),
        )
      ).body.code,
    ).toBe('scheduling.swap_not_theirs')
    const { id } = await asked(mine, swap)
    expect(
      (
        await mine.asColleague.post('/api/substitutions', {
          kind: 'substitute',
          sessionId: other.id,
          colleagueId: mine.asker.id,
          reason: '换',
        })
      ).body.code,
    ).toBe('scheduling.open_request_exists')
    await mine.asColleague.post(`/api/substitutions/${id}/agree`)
    expect((await mine.coordinator.post(`/api/substitutions/${id}/approve`)).body.status).toBe('approved')
    expect([(await row(mine.session.id)).teacherId, (await row(other.id)).teacherId]).toEqual([
      mine.colleague.id,
      mine.asker.id,
    ])
    expect((await mine.coordinator.post(`/api/sessions/${mine.session.id}/reset`)).body.code).toBe(
      'scheduling.swapped_session',
    )
    expect(
      (await mine.coordinator.post(`/api/substitutions/${id}/revoke`, { comment: '不换了' })).body.status,
    ).toBe('revoked')
    expect([(await row(mine.session.id)).teacherId, (await row(other.id)).teacherId]).toEqual([
      mine.asker.id,
      mine.colleague.id,
    ])
    // Now the asking teacher is busy on Tuesday: the swap no longer fits.
    await sessionOf(test, mine.school, mine.slots.tuesday, mine.asker.id, '2026-11-24')
    expect((await mine.asAsker.post('/api/substitutions', request(mine, swap))).body.code).toBe(
      'scheduling.teacher_busy',
    )
  })

  it('offered for a swap is what colleagues hold on the next fourteen school days', async () => {
    const mine = await dailySchool(test)
    await test.world.term()
    // Friday 20 November is the first of them, Wednesday 9 December the fourteenth.
    const last = await sessionOf(test, mine.school, mine.slots.tuesday, mine.colleague.id, '2026-12-09')
    await sessionOf(test, mine.school, mine.slots.tuesday, mine.colleague.id, '2026-12-10')
    await sessionOf(test, mine.school, mine.slots.tuesday, mine.colleague.id, '2026-11-19')
    const gone = await test.world.teacher({ school: mine.school, isActive: false })
    await sessionOf(test, mine.school, mine.slots.tuesday, gone.id, '2026-11-24')
    const offered = (await mine.asAsker.get(`/api/sessions/${mine.session.id}/swaps`)).body as {
      sessionId: number
    }[]
    expect(offered.map((each) => each.sessionId)).toEqual([last.id])
  })

  it('colleagues who are free and able come first, with the reason in words', async () => {
    const mine = await dailySchool(test)
    const { courseId } = mine.section
    const leader = await test.world.teacher({ school: mine.school })
    await test.world.make(CourseLeader, { schoolId: mine.school.id, courseId, teacherId: leader.id })
    const past = await test.world.teacher({ school: mine.school })
    await test.world.session({
      section: mine.section,
      slot: mine.slots.monday,
      heldOn: '2026-11-09',
      teacherId: past.id,
    })
    const [busy, away, gone] = [
      await test.world.teacher({ school: mine.school }),
      await test.world.teacher({ school: mine.school }),
      await test.world.teacher({ school: mine.school, isActive: false }),
    ]
    await sessionOf(test, mine.school, mine.slots.monday, busy.id, '2026-11-23')
    await onLeave(test, mine, away.id, '2026-11-23')
    const people = (await mine.asAsker.get(`/api/sessions/${mine.session.id}/colleagues`)).body as {
      teacherId: number
      isPossible: boolean
      isAble: boolean
      problem: string | null
      reasons: string[]
      termCount: number
    }[]
    expect(people.slice(0, 2).map((each) => each.teacherId)).toEqual([leader.id, past.id])
    expect(
      people
        .slice(-2)
        .map((each) => each.teacherId)
        .sort(),
    ).toEqual([busy.id, away.id].sort())
    expect(people.some((each) => each.teacherId === gone.id || each.teacherId === mine.asker.id)).toBe(false)
    expect(people[0]).toMatchObject({
      isPossible: true,
      isAble: true,
      reasons: ['这个时间有空', '可任本课程', '没有账号，要由管理员代记答复'],
    })
    expect(people[1]).toMatchObject({ reasons: expect.arrayContaining(['带过这个课程班']), termCount: 1 })
    expect(people.find((each) => each.teacherId === busy.id)).toMatchObject({
      isPossible: false,
      problem: expect.stringContaining('2026-11-23 周一 16:30–17:30已在'),
    })
    expect(people.find((each) => each.teacherId === away.id)!.problem).toContain('请假')
    expect((await mine.asColleague.get(`/api/sessions/${mine.session.id}/colleagues`)).status).toBe(403)
    expect(
      (await mine.asAsker.inEnglish().get(`/api/sessions/${mine.session.id}/colleagues`)).body[0].reasons[0],
    ).toBe('is free then')
  })
})
