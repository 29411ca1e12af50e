import { TestApp } from '../../../test/app.js'
import { readWorkbook } from '../../platform/sheets/index.js'

describe('timetable views', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  async function made() {
    const school = await test.world.school()
    const homeClass = await test.world.homeClass({ school, grade: 3 })
    const section = await test.world.section({ school, kind: 'home_class', homeClassId: homeClass.id })
    const mixed = await test.world.section({ school, grades: [3, 4] })
    const monday = await test.world.slot({ school })
    const tuesday = await test.world.slot({ school, weekday: 2, startTime: '17:30', endTime: '18:30' })
    const room = await test.world.room({ school, name: '音乐室', capacity: 60 })
    const session = await test.world.session({
      section,
      slot: monday,
      heldOn: '2026-11-23',
      roomId: room.id,
      plannedRoomId: section.roomId!,
    })
    await test.world.session({
      section: mixed,
      slot: tuesday,
      heldOn: '2026-11-24',
      status: 'cancelled',
      reason: '大雪',
    })
    return {
      school,
      homeClass,
      section,
      mixed,
      room,
      session,
      client: await test.as(await test.world.user('teacher', { school })),
    }
  }

  it('of a teacher, a room, a home class and the school show what really takes place', async () => {
    const { client, school, section, mixed, room, homeClass, session } = await made()
    const asked = { from: '2026-11-25' }
    const { body } = await client.get(`/api/timetable-views/teacher/${section.teacherId}`, asked)
    expect(body).toMatchObject({
      kind: 'teacher',
      schoolName: school.name,
      termName: '2026年秋季学期',
      weekOfTerm: 13,
      fromOn: '2026-11-23',
      toOn: '2026-11-29',
    })
    expect(body.days.map((day: { dayOn: string; kind: string }) => `${day.dayOn} ${day.kind}`)).toEqual(
      ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map(
        (day) => `${day} school_day`,
      ),
    )
    expect(body.times).toEqual([
      { startTime: '16:30', endTime: '17:30' },
      { startTime: '17:30', endTime: '18:30' },
    ])
    expect(body.cells).toMatchObject([
      {
        sessionId: session.id,
        dayOn: '2026-11-23',
        roomName: '音乐室',
        changes: ['room'],
        isElsewhere: false,
        homeClassName: homeClass.name,
      },
    ])
    expect((await client.get(`/api/timetable-views/room/${room.id}`, asked)).body).toMatchObject({
      name: '音乐室',
      capacity: 60,
      cells: [{ isElsewhere: false }],
    })
    expect((await client.get(`/api/timetable-views/room/${section.roomId}`, asked)).body.cells).toMatchObject(
      [{ isElsewhere: true, roomName: '音乐室' }],
    )
    expect(
      (await client.get(`/api/timetable-views/home-class/${homeClass.id}`, asked)).body.cells,
    ).toMatchObject([
      { sectionId: section.id },
      { sectionId: mixed.id, isMixed: true, status: 'cancelled', reason: '大雪' },
    ])
    expect((await client.get(`/api/timetable-views/school/${school.id}`, asked)).body.cells).toHaveLength(2)
    expect(
      (await client.get(`/api/timetable-views/teacher/${section.teacherId}`, { from: '2026-12-01' })).body
        .cells,
    ).toEqual([])
  })

  it('show a Saturday that is made up, and holidays with their name', async () => {
    const { client, school } = await made()
    const { body } = await client.get(`/api/timetable-views/school/${school.id}`, { from: '2026-10-10' })
    expect(body.days.find((day: { dayOn: string }) => day.dayOn === '2026-10-10')).toMatchObject({
      weekday: 6,
      kind: 'makeup_day',
    })
    expect(body.days.filter((day: { kind: string }) => day.kind === 'holiday').length).toBeGreaterThan(0)
    expect(
      (await client.get(`/api/timetable-views/school/${school.id}`, { from: '2030-01-01' })).body,
    ).toMatchObject({ termName: null, weekOfTerm: null, cells: [] })
  })

  it('of all who have something come at once', async () => {
    const { client, school, section, mixed } = await made()
    const { body } = await client.get('/api/timetable-views', {
      kind: 'teacher',
      schoolId: school.id,
      from: '2026-11-23',
    })
    expect(body.items.map((view: { ownerId: number }) => view.ownerId).sort()).toEqual(
      [section.teacherId, mixed.teacherId].sort(),
    )
    expect(
      (await client.get('/api/timetable-views', { kind: 'room', schoolId: school.id, from: '2026-11-23' }))
        .body.items,
    ).toHaveLength(3)
    expect(
      (
        await client.get('/api/timetable-views', {
          kind: 'home-class',
          schoolId: school.id,
          from: '2026-11-23',
        })
      ).body.items,
    ).toHaveLength(1)
  })

  it('offer whom to choose, the own week first', async () => {
    const { school, section, room } = await made()
    const user = await test.world.user('teacher', { school })
    const own = await test.world.teacher({ school, userId: user.id })
    await test.world.teacher({ school, name: '已离校', isActive: false })
    const client = await test.as(user)
    const teachers = (
      await client.get('/api/timetable-views/choices', { kind: 'teacher', schoolId: school.id })
    ).body
    expect(teachers.ownTeacherId).toBe(own.id)
    expect(teachers.items.map((each: { id: number }) => each.id)).toEqual(
      expect.arrayContaining([own.id, section.teacherId]),
    )
    expect(JSON.stringify(teachers)).not.toContain('已离校')
    expect(
      (await client.get('/api/timetable-views/choices', { kind: 'room', schoolId: school.id })).body.items,
    ).toEqual(expect.arrayContaining([{ id: room.id, name: '音乐室' }]))
    expect(
      (
        await (
          await test.as(await test.world.user('coordinator'))
        ).get('/api/timetable-views/choices', { kind: 'room', schoolId: school.id })
      ).status,
    ).toBe(404)
  })

  it('are sheets: one for each, three for the school', async () => {
    const { client, school, section } = await made()
    const sheets = async (path: string, query = {}) =>
      readWorkbook((await client.get(path, { from: '2026-11-23', ...query })).raw, 'week.xlsx').sheets
    const [own] = await sheets(`/api/timetable-views/teacher/${section.teacherId}/export.xlsx`)
    expect(own!.rows[0]!.cells[0]).toContain('第 13 周')
    expect(own!.rows[1]!.cells.slice(0, 3)).toEqual(['时间', '周一 11-23', '周二 11-24'])
    expect(own!.rows[2]!.cells[0]).toBe('16:30–17:30')
    expect(own!.rows[2]!.cells[1]).toContain('【换场地，原 ')
    expect(
      (await sheets(`/api/timetable-views/school/${school.id}/export.xlsx`)).map((sheet) => sheet.name),
    ).toEqual(['按班级', '按场地', '按教师'])
    expect(
      await sheets('/api/timetable-views/export.xlsx', { kind: 'teacher', schoolId: school.id }),
    ).toHaveLength(2)
    expect(
      await sheets('/api/timetable-views/export.xlsx', {
        kind: 'room',
        schoolId: school.id,
        from: '2027-01-04',
      }),
    ).toHaveLength(1)
    const english = readWorkbook(
      (
        await client
          .inEnglish()
          .get(`/api/timetable-views/teacher/${section.teacherId}/export.xlsx`, { from: '2026-11-23' })
      ).raw,
      'week.xlsx',
    ).sheets[0]!
    expect(english.rows[1]!.cells[1]).toBe('Monday 11-23')
  })

  it('do not exist for another school, a parent, or a wrong question', async () => {
    const { school, section, room, homeClass, client } = await made()
    const stranger = await test.as(await test.world.user('coordinator'))
    for (const path of [
      `teacher/${section.teacherId}`,
      `room/${room.id}`,
      `home-class/${homeClass.id}`,
      `school/${school.id}`,
    ]) {
      expect((await stranger.get(`/api/timetable-views/${path}`)).status).toBe(404)
      expect((await stranger.get(`/api/timetable-views/${path}/export.xlsx`)).status).toBe(404)
    }
    expect((await stranger.get('/api/timetable-views', { kind: 'room', schoolId: school.id })).status).toBe(
      404,
    )
    expect(
      (
        await (
          await test.as(await test.world.user('guardian', { school }))
        ).get(`/api/timetable-views/school/${school.id}`)
      ).status,
    ).toBe(403)
    expect((await client.get(`/api/timetable-views/pupil/${section.teacherId}`)).status).toBe(400)
    expect((await client.get(`/api/timetable-views/teacher/x`)).status).toBe(400)
    expect(
      (await client.get(`/api/timetable-views/teacher/${section.teacherId}`, { from: '25.11.2026' })).status,
    ).toBe(400)
    expect((await client.get('/api/timetable-views', { kind: 'school', schoolId: school.id })).status).toBe(
      400,
    )
  })
})
