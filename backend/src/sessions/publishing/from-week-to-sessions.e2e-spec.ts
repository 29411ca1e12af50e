import { TestApp } from '../../../test/app.js'
import { timetableWorld } from '../../../test/timetable-world.js'
import type { School } from '../../organisation/index.js'
import { Session } from '../sessions/session.entity.js'

describe('a week and its sessions', () => {
  let test: TestApp
  // Monday before the term begins.
  beforeAll(async () => {
    test = await TestApp.start({ now: '2026-08-24T02:00:00Z' })
  })
  afterAll(() => test.stop())
  beforeEach(() => test.clock.set('2026-08-24T02:00:00Z'))

  const { drafted } = timetableWorld(() => test)

  const sessionsOf = (school: School) =>
    test.database.read.find(Session, { where: { schoolId: school.id }, order: { heldOn: 'ASC' } })

  it('say what publishing would make, then make sessions on school days only, make-up days included', async () => {
    const { client, school, timetable } = await drafted(3)
    const preview = await client.get(`/api/timetables/${timetable.id}/publish-preview`)
    const published = await client.post(`/api/timetables/${timetable.id}/publish`)
    expect(published.body).toMatchObject({ status: 'published', actions: [], placementCount: 1 })
    const days = (await sessionsOf(school)).map((session) => session.heldOn)
    // Saturday 10 October follows Wednesday; Wednesdays 7 October (holiday) and before the term have none.
    expect(days.slice(0, 7)).toEqual([
      '2026-09-02',
      '2026-09-09',
      '2026-09-16',
      '2026-09-23',
      '2026-09-30',
      '2026-10-10',
      '2026-10-14',
    ])
    expect(preview.body).toMatchObject({
      fromOn: '2026-09-01',
      toOn: '2027-01-22',
      newCount: days.length,
      changedCount: 0,
      removedCount: 0,
      keptCount: 0,
      pastCount: 0,
      placementCount: 1,
      unplacedCount: 0,
      // The holidays of 2027 are not announced at this date.
      unannouncedYears: [2027],
    })
    expect(
      await test.database.read.findOneBy(Session, { schoolId: school.id, heldOn: '2026-10-10' }),
    ).toMatchObject({ startTime: '16:30', endTime: '17:30', status: 'planned' })
  })

  it('are published once when two click at once', async () => {
    const { client, school, timetable } = await drafted()
    const answers = await Promise.all([
      client.post(`/api/timetables/${timetable.id}/publish`),
      client.post(`/api/timetables/${timetable.id}/publish`),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    const sessions = await sessionsOf(school)
    expect(new Set(sessions.map((session) => session.heldOn)).size).toBe(sessions.length)
  })

  it('published again change only what is to come', async () => {
    const { client: before, later, school, section, slot, of, timetable } = await drafted(3)
    await before.post(`/api/timetables/${timetable.id}/publish`)
    const first = await sessionsOf(school)
    // 9 September, in the middle of the second meeting.
    const client = await later('2026-09-09T09:00:00Z')
    const again = (await client.post('/api/timetables', of)).body
    expect(again).toMatchObject({ version: 2, placementCount: 1 })
    const room = await test.world.room({ school })
    const [copied] = (await client.get('/api/placements', { timetableId: again.id })).body.items
    expect((await client.patch(`/api/placements/${copied.id}`, { roomId: room.id })).body.roomName).toBe(
      room.name,
    )
    const other = await test.world.section({ school, teacherId: section.teacherId })
    const monday = await test.world.slot({ school, weekday: 1 })
    await client.post('/api/placements', { timetableId: again.id, sectionId: other.id, slotId: monday.id })
    await client.patch(`/api/slots/${slot.id}`, { startTime: '16:40', endTime: '17:40' })
    const cancelled = first[3]!
    await client.post(`/api/sessions/${cancelled.id}/cancel`, { comment: '教师外出培训' })
    const preview = (await client.get(`/api/timetables/${again.id}/publish-preview`)).body
    expect(preview).toMatchObject({
      fromOn: '2026-09-09',
      pastCount: 2,
      changedCount: first.length - 3,
      keptCount: 1,
      removedCount: 0,
    })
    expect((await client.post(`/api/timetables/${again.id}/publish`)).status).toBe(200)
    expect(
      (await client.get('/api/timetables', of)).body.items.map(
        (each: { version: number; status: string }) => [each.version, each.status],
      ),
    ).toEqual([
      [2, 'published'],
      [1, 'superseded'],
    ])
    const after = (await sessionsOf(school)).filter((session) => session.sectionId === section.id)
    expect(after.map((session) => session.id)).toEqual(first.map((session) => session.id))
    expect(after.slice(0, 2)).toEqual(first.slice(0, 2))
    expect(after[2]).toMatchObject({ roomId: room.id, startTime: '16:40', endTime: '17:40' })
    expect(after[3]).toMatchObject({
      status: 'cancelled',
      reason: '教师外出培训',
      roomId: room.id,
      heldOn: cancelled.heldOn,
    })
    const mondays = (await sessionsOf(school))
      .filter((session) => session.sectionId === other.id)
      .map((session) => session.heldOn)
    expect([mondays.length, mondays[0]]).toEqual([preview.newCount, '2026-09-14'])
  })

  it('take away future sessions of what is no longer placed', async () => {
    const { client: before, later, school, of, timetable } = await drafted(3)
    await before.post(`/api/timetables/${timetable.id}/publish`)
    const client = await later('2026-09-10T02:00:00Z')
    const again = (await client.post('/api/timetables', of)).body
    const [copied] = (await client.get('/api/placements', { timetableId: again.id })).body.items
    expect((await client.delete(`/api/placements/${copied.id}`)).status).toBe(204)
    const thursday = await test.world.slot({ school, weekday: 4 })
    await client.post('/api/placements', {
      timetableId: again.id,
      sectionId: copied.sectionId,
      slotId: thursday.id,
    })
    await client.post(`/api/timetables/${again.id}/publish`)
    const days = (await sessionsOf(school)).map((session) => session.heldOn)
    expect(days.slice(0, 4)).toEqual(['2026-09-02', '2026-09-09', '2026-09-10', '2026-09-17'])
  })

  it('ask the policy again: a lesson that ends later stops an old slot', async () => {
    const { client, school, timetable } = await drafted()
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    await coordinator.patch(`/api/schools/${school.id}`, { lastLessonEndTime: '17:00' })
    const refused = await client.post(`/api/timetables/${timetable.id}/publish`)
    expect([refused.status, refused.body.params.rule]).toEqual([422, 'BAN-1'])
    expect(await sessionsOf(school)).toEqual([])
  })
})
