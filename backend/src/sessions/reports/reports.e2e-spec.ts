import { TestApp } from '../../../test/app.js'
import { readWorkbook } from '../../platform/sheets/index.js'

describe('reports of rooms and teachers', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  async function made() {
    const school = await test.world.school()
    const [one, other] = [
      await test.world.teacher({ school, name: '甲' }),
      await test.world.teacher({ school, name: '乙' }),
    ]
    const idle = await test.world.teacher({ school, name: '闲' })
    await test.world.teacher({ school, name: '已离校', isActive: false })
    const [room, gym, store] = [
      await test.world.room({ school, name: '301' }),
      await test.world.room({ school, name: '体育馆' }),
      await test.world.room({ school, name: '库房' }),
    ]
    const section = await test.world.section({ school, teacherId: one.id, roomId: room.id })
    const second = await test.world.section({ school, teacherId: other.id, roomId: gym.id })
    const early = await test.world.slot({ school })
    const late = await test.world.slot({ school, startTime: '17:30', endTime: '18:15' })
    const single = await test.world.slot({ school, weekday: 2 })
    await test.world.session({ section, slot: early, heldOn: '2026-11-23' })
    await test.world.session({ section, slot: late, heldOn: '2026-11-23' })
    await test.world.session({
      section,
      slot: early,
      heldOn: '2026-11-30',
      status: 'cancelled',
      reason: '大雪',
    })
    await test.world.session({
      section,
      slot: late,
      heldOn: '2026-11-30',
      teacherId: other.id,
      plannedTeacherId: one.id,
    })
    await test.world.session({ section: second, slot: early, heldOn: '2026-11-23' })
    await test.world.session({ section: second, slot: single, heldOn: '2026-12-08' })
    return {
      school,
      one,
      other,
      idle,
      room,
      gym,
      store,
      asked: { schoolId: school.id, termId: section.termId },
      client: await test.as(await test.world.user('coordinator', { school })),
    }
  }

  it('count how rooms are used, from what stands', async () => {
    const { client, asked, room, gym, store } = await made()
    const { status, body } = await client.get('/api/timetable-reports/rooms', {
      ...asked,
      from: '2026-11-23',
      to: '2026-12-06',
    })
    expect(status).toBe(200)
    // Two Mondays with two slots and two Tuesdays with one.
    expect(body).toMatchObject({
      from: '2026-11-23',
      to: '2026-12-06',
      asOf: '2026-11-20T08:00:00.000Z',
      weekCount: 2,
      slotCount: 6,
      usedRoomCount: 2,
      peak: { heldOn: '2026-11-23', startTime: '16:30', roomCount: 2 },
    })
    expect(body.items.slice(0, 2)).toMatchObject([
      {
        roomId: room.id,
        sessionCount: 3,
        minutes: 150,
        minutesPerWeek: 75,
        usePerMille: 500,
        busiestWeekCount: 2,
        busiestWeekOn: '2026-11-23',
        cancelledCount: 1,
      },
      { roomId: gym.id, sessionCount: 1, minutes: 60, usePerMille: 167, cancelledCount: 0 },
    ])
    expect(body.items.find((item: { roomId: number }) => item.roomId === store.id)).toMatchObject({
      sessionCount: 0,
      minutes: 0,
      usePerMille: 0,
      busiestWeekOn: null,
    })
    expect((await client.get('/api/timetable-reports/rooms', asked)).body).toMatchObject({
      from: '2026-09-01',
      to: '2027-01-22',
      usedRoomCount: 2,
    })
    expect(
      (await client.get('/api/timetable-reports/rooms', { ...asked, to: '2026-09-30' })).body,
    ).toMatchObject({ peak: null, usedRoomCount: 0 })
  })

  it('count what each teacher takes, gives and shares in the late slots', async () => {
    const { client, asked, one, other, idle } = await made()
    const { body } = await client.get('/api/timetable-reports/teachers', asked)
    expect(body).toMatchObject({ teachingCount: 2, meanMinutes: 135 })
    expect(body.items.slice(0, 3)).toMatchObject([
      {
        teacherId: other.id,
        sessionCount: 3,
        minutes: 165,
        dayCount: 3,
        lateCount: 1,
        takenCount: 1,
        givenCount: 0,
        ofMeanPerMille: 1222,
        cancelledCount: 0,
      },
      {
        teacherId: one.id,
        sessionCount: 2,
        minutes: 105,
        dayCount: 1,
        lateCount: 1,
        takenCount: 0,
        givenCount: 1,
        ofMeanPerMille: 778,
        cancelledCount: 1,
      },
      { teacherId: idle.id, sessionCount: 0, minutes: 0, ofMeanPerMille: 0 },
    ])
    expect(body.distribution).toEqual([
      { fromCount: 0, toCount: 0, teacherCount: 3 },
      { fromCount: 1, toCount: 1, teacherCount: 0 },
      { fromCount: 2, toCount: 2, teacherCount: 1 },
      { fromCount: 3, toCount: 3, teacherCount: 1 },
    ])
    expect(
      (await client.get('/api/timetable-reports/teachers', { ...asked, to: '2026-09-30' })).body,
    ).toMatchObject({ teachingCount: 0, meanMinutes: null })
  })

  it('are sheets in both languages', async () => {
    const { client, asked } = await made()
    const sheetOf = async (who: typeof client, path: string) =>
      readWorkbook((await who.get(path, asked)).raw, 'report.xlsx').sheets[0]!
    const rooms = await sheetOf(client, '/api/timetable-reports/rooms/export.xlsx')
    expect(rooms.rows[0]!.cells[0]).toContain('场地使用 2026-09-01 至 2027-01-22')
    expect(rooms.rows[2]!.cells.slice(0, 4)).toEqual(['301', 45, 3, 150])
    const teachers = await sheetOf(client.inEnglish(), '/api/timetable-reports/teachers/export.xlsx')
    expect(teachers.rows[1]!.cells[0]).toBe('Teacher')
    expect(teachers.rows[2]!.cells.slice(0, 5)).toEqual(['乙', 3, 165, 3, 1])
  })

  it('refuse another school, a parent, missing and impossible days', async () => {
    const { client, asked, school } = await made()
    const stranger = await test.as(await test.world.user('coordinator'))
    const guardian = await test.as(await test.world.user('guardian', { school }))
    for (const path of ['rooms', 'rooms/export.xlsx', 'teachers', 'teachers/export.xlsx']) {
      expect((await stranger.get(`/api/timetable-reports/${path}`, asked)).status).toBe(404)
      expect((await guardian.get(`/api/timetable-reports/${path}`, asked)).status).toBe(403)
      expect((await client.get(`/api/timetable-reports/${path}`, { schoolId: school.id })).status).toBe(400)
      expect(
        (await client.get(`/api/timetable-reports/${path}`, { ...asked, from: '1.9.2026' })).status,
      ).toBe(400)
    }
    const refused = await client.get('/api/timetable-reports/rooms', {
      ...asked,
      from: '2027-02-01',
      to: '2027-03-01',
    })
    expect([refused.status, refused.body.code]).toEqual([422, 'scheduling.report_without_days'])
  })

  it('find their sessions by the index of school and day', async () => {
    const { school } = await made()
    const plan = (await test.database.read.query(
      `EXPLAIN ${test.database.isSqlite ? 'QUERY PLAN ' : ''}SELECT roomId, heldOn, COUNT(*) FROM session WHERE schoolId = ${school.id} AND heldOn BETWEEN '2026-11-23' AND '2026-12-06' GROUP BY roomId, heldOn`,
    )) as object[]
    if (test.database.isSqlite)
      expect(JSON.stringify(plan)).toMatch(/USING INDEX \S+ \(schoolId=\? AND heldOn>\? AND heldOn<\?\)/)
    else expect(plan.length).toBeGreaterThan(0)
  })
})
