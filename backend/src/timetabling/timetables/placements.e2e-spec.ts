import { TestApp } from '../../../test/app.js'
import { Placement } from './placement.entity.js'

describe('placements', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  /** A draft with a section of a home class on Mondays at 16:30. */
  async function placed() {
    const school = await test.world.school()
    const term = await test.world.term()
    const client = await test.as(await test.world.user('coordinator', { school }))
    const homeClass = await test.world.homeClass({ school })
    const teacher = await test.world.teacher({ school, name: '王老师' })
    const room = await test.world.room({ school, name: '音乐教室' })
    const section = await test.world.section({
      school,
      name: '合唱',
      kind: 'home_class',
      homeClassId: homeClass.id,
      teacherId: teacher.id,
      roomId: room.id,
    })
    const slot = await test.world.slot({ school })
    const timetable = (await client.post('/api/timetables', { schoolId: school.id, termId: term.id })).body
    const placement = await client.post('/api/placements', {
      timetableId: timetable.id,
      sectionId: section.id,
      slotId: slot.id,
    })
    return { school, term, client, homeClass, teacher, room, section, slot, timetable, placement }
  }

  it('put a section in a slot with its own teacher and room, unless said otherwise', async () => {
    const { client, placement, teacher, room, homeClass, timetable, section, school } = await placed()
    expect(placement.status).toBe(201)
    expect(placement.body).toMatchObject({
      sectionName: '合唱',
      teacherId: teacher.id,
      roomId: room.id,
      homeClassId: homeClass.id,
      weekday: 1,
      startTime: '16:30',
    })
    expect(await test.database.read.findOneBy(Placement, { id: placement.body.id })).toMatchObject({
      teacherId: teacher.id,
      homeClassId: homeClass.id,
    })
    const tuesday = await test.world.slot({ school, weekday: 2 })
    const other = await test.world.teacher({ school })
    expect(
      (
        await client.post('/api/placements', {
          timetableId: timetable.id,
          sectionId: section.id,
          slotId: tuesday.id,
          teacherId: other.id,
        })
      ).body.teacherName,
    ).toBe(other.name)
    expect((await client.get('/api/placements', { timetableId: timetable.id })).body.total).toBe(2)
  })

  it('refuse a teacher, room or class that is elsewhere, naming the other placement', async () => {
    const { client, school, homeClass, teacher, room, slot, timetable, section } = await placed()
    const refused = async (overrides: object) => {
      const other = await test.world.section({ school, ...overrides })
      const { status, body } = await client.post('/api/placements', {
        timetableId: timetable.id,
        sectionId: other.id,
        slotId: slot.id,
      })
      expect(status).toBe(422)
      return body.message as string
    }
    expect(await refused({ teacherId: teacher.id })).toBe(
      '王老师 在周一 16:30–17:30已在“音乐教室”上“合唱”，请换时段或换教师。',
    )
    expect(await refused({ roomId: room.id })).toBe(
      '“音乐教室”在周一 16:30–17:30已由“合唱”（王老师）使用，请换时段或换场地。',
    )
    expect(await refused({ kind: 'home_class', homeClassId: homeClass.id })).toBe(
      `${homeClass.name} 在周一 16:30–17:30已有“合唱”（王老师，音乐教室），请换时段。`,
    )
    const twice = await client
      .inEnglish()
      .post('/api/placements', { timetableId: timetable.id, sectionId: section.id, slotId: slot.id })
    expect(twice.body).toMatchObject({
      code: 'scheduling.section_placed_already',
      message: '合唱 is already placed on Monday 16:30–17:30.',
    })
  })

  it('say for each slot whether a section could stand there', async () => {
    const { client, school, slot, timetable, teacher, placement } = await placed()
    const tuesday = await test.world.slot({ school, weekday: 2 })
    const other = await test.world.section({ school, teacherId: teacher.id })
    expect(
      (await client.get(`/api/timetables/${timetable.id}/choices`, { sectionId: other.id })).body,
    ).toEqual([
      {
        slotId: slot.id,
        isFree: false,
        code: 'scheduling.teacher_busy',
        message: expect.stringContaining('合唱'),
        clashes: [
          {
            placementId: placement.body.id,
            code: 'scheduling.teacher_busy',
            message: expect.stringContaining('合唱'),
          },
        ],
        hint: null,
      },
      { slotId: tuesday.id, isFree: true, code: null, message: null, clashes: [], hint: null },
    ])
    expect((await client.get(`/api/timetables/${timetable.id}/choices`)).status).toBe(400)
  })

  it('let one win where two take the same room at once', async () => {
    const { client, school, timetable } = await placed()
    const room = await test.world.room({ school })
    const slot = await test.world.slot({ school, weekday: 4 })
    const sections = await Promise.all(
      [1, 2, 3, 4].map(() => test.world.section({ school, roomId: room.id })),
    )
    const answers = await Promise.all(
      sections.map((section) =>
        client.post('/api/placements', { timetableId: timetable.id, sectionId: section.id, slotId: slot.id }),
      ),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422, 422, 422])
    expect(await test.database.read.countBy(Placement, { timetableId: timetable.id, roomId: room.id })).toBe(
      1,
    )
  })

  it('have their unique keys as the last word', async () => {
    const { placement, school } = await placed()
    const row = await test.database.read.findOneByOrFail(Placement, { id: placement.body.id })
    const { id: _id, ...values } = row
    const other = await test.world.section({ school })
    await expect(
      test.world.make(Placement, {
        ...values,
        sectionId: other.id,
        roomId: (await test.world.room({ school })).id,
        homeClassId: null,
      }),
    ).rejects.toThrow()
  })

  it('move, and stay free of clashes', async () => {
    const { client, school, placement, timetable, teacher } = await placed()
    const friday = await test.world.slot({ school, weekday: 5 })
    const other = await test.world.section({ school, teacherId: teacher.id })
    const onFriday = await client.post('/api/placements', {
      timetableId: timetable.id,
      sectionId: other.id,
      slotId: friday.id,
    })
    expect(
      (await client.patch(`/api/placements/${placement.body.id}`, { slotId: friday.id })).body.code,
    ).toBe('scheduling.teacher_busy')
    await client.delete(`/api/placements/${onFriday.body.id}`)
    expect(
      (await client.patch(`/api/placements/${placement.body.id}`, { slotId: friday.id })).body,
    ).toMatchObject({ weekday: 5 })
    const small = await test.world.room({ school, capacity: 10 })
    expect((await client.patch(`/api/placements/${placement.body.id}`, { roomId: small.id })).body.code).toBe(
      'catalogue.room_too_small',
    )
  })

  it('need a draft, a teacher and a room', async () => {
    const { client, school, placement, timetable, slot } = await placed()
    const bare = await test.world.section({ school, teacherId: null, roomId: null })
    const attempt = () =>
      client.post('/api/placements', { timetableId: timetable.id, sectionId: bare.id, slotId: slot.id })
    expect((await attempt()).body.code).toBe('scheduling.teacher_needed')
    await client.post(`/api/timetables/${timetable.id}/publish`)
    expect([(await attempt()).status, (await attempt()).body.code]).toEqual([
      409,
      'scheduling.timetable_not_draft',
    ])
    expect((await client.patch(`/api/placements/${placement.body.id}`, { slotId: slot.id })).status).toBe(409)
    expect((await client.delete(`/api/placements/${placement.body.id}`)).status).toBe(409)
  })

  it('know nothing of another school', async () => {
    const { client, placement, timetable, slot, section } = await placed()
    const there = await placed()
    expect(
      (
        await client.post('/api/placements', {
          timetableId: there.timetable.id,
          sectionId: section.id,
          slotId: slot.id,
        })
      ).status,
    ).toBe(404)
    for (const [field, id] of [
      ['sectionId', there.section.id],
      ['slotId', there.slot.id],
      ['teacherId', there.teacher.id],
      ['roomId', there.room.id],
    ] as const) {
      const refused = await client.post('/api/placements', {
        timetableId: timetable.id,
        sectionId: section.id,
        slotId: slot.id,
        [field]: id,
      })
      expect([refused.status, refused.body.fields[0].field]).toEqual([400, field])
    }
    expect((await there.client.get(`/api/placements/${placement.body.id}`)).status).toBe(404)
    expect(
      (await there.client.patch(`/api/placements/${placement.body.id}`, { slotId: there.slot.id })).status,
    ).toBe(404)
    expect((await there.client.delete(`/api/placements/${placement.body.id}`)).status).toBe(404)
  })

  it("name everything that stands in the way: every placement, the teacher's times, clearance and the room", async () => {
    const { client, school, slot, timetable, teacher, room, term, placement } = await placed()
    const wish = await client.post('/api/teaching-wishes', {
      termId: term.id,
      teacherId: teacher.id,
      unavailableSlotIds: [slot.id],
    })
    const both = await test.world.section({ school, teacherId: teacher.id, roomId: room.id })
    const choice = async (sectionId: number, query: object = {}) =>
      (await client.get(`/api/timetables/${timetable.id}/choices`, { sectionId, ...query })).body[0]
    expect((await choice(both.id)).clashes).toMatchObject([
      { placementId: placement.body.id, code: 'scheduling.teacher_busy' },
      { placementId: placement.body.id, code: 'scheduling.room_busy' },
      { placementId: null, code: 'scheduling.teacher_cannot' },
    ])
    const attempt = (sectionId: number) =>
      client.post('/api/placements', { timetableId: timetable.id, sectionId, slotId: slot.id })
    await client.patch(`/api/teaching-wishes/${wish.body.id}`, { unavailableSlotIds: [] })
    const [tired, lecturer, small] = [
      await test.world.teacher({ school }),
      await test.world.teacher({ school, kind: 'lecturer', name: '外聘教练' }),
      await test.world.room({ school, capacity: 5 }),
    ]
    await client.post('/api/teaching-wishes', {
      termId: term.id,
      teacherId: tired.id,
      ratherNotSlotIds: [slot.id],
    })
    expect(await choice((await test.world.section({ school, teacherId: tired.id })).id)).toMatchObject({
      isFree: true,
      clashes: [],
      hint: expect.stringContaining('尽量不排'),
    })
    const outside = await test.world.section({ school, teacherId: lecturer.id })
    expect((await choice(outside.id)).clashes).toMatchObject([
      {
        placementId: null,
        code: 'scheduling.teacher_not_cleared',
        message: expect.stringContaining('BAN-5'),
      },
    ])
    expect((await attempt(outside.id)).body.code).toBe('scheduling.teacher_not_cleared')
    await client.post('/api/clearances', {
      teacherId: lecturer.id,
      validFromOn: '2026-09-01',
      validToOn: '2027-01-22',
      document: '无犯罪记录证明',
    })
    expect((await attempt(outside.id)).status).toBe(201)
    expect(
      (await choice((await test.world.section({ school, roomId: small.id, capacity: 30 })).id)).clashes,
    ).toMatchObject([{ code: 'catalogue.room_too_small' }])
    const course = await test.world.course({ school, roomKinds: ['gymnasium'] })
    expect(await choice((await test.world.section({ school, courseId: course.id })).id)).toMatchObject({
      isFree: true,
      hint: expect.stringContaining(course.name),
    })
  })

  it('share a slot in odd and even weeks, and have days within the term', async () => {
    const { client, school, slot, timetable, teacher, placement } = await placed()
    const other = await test.world.section({ school, teacherId: teacher.id })
    const post = (overrides: object) =>
      client.post('/api/placements', {
        timetableId: timetable.id,
        sectionId: other.id,
        slotId: slot.id,
        ...overrides,
      })
    expect((await post({ weeks: 'even' })).body.code).toBe('scheduling.teacher_busy')
    expect((await client.patch(`/api/placements/${placement.body.id}`, { weeks: 'odd' })).body).toMatchObject(
      { weeks: 'odd' },
    )
    const even = await post({ weeks: 'even', startsOn: '2026-10-12' })
    expect([even.status, even.body]).toMatchObject([
      201,
      { weeks: 'even', startsOn: '2026-10-12', endsOn: null, isLocked: false },
    ])
    expect((await client.patch(`/api/placements/${even.body.id}`, { weeks: 'every' })).body.code).toBe(
      'scheduling.teacher_busy',
    )
    expect((await client.patch(`/api/placements/${even.body.id}`, { endsOn: '2027-03-01' })).body.code).toBe(
      'scheduling.dates_outside_term',
    )
    expect((await client.patch(`/api/placements/${even.body.id}`, { endsOn: '2026-10-01' })).body.code).toBe(
      'scheduling.dates_outside_term',
    )
    expect((await client.patch(`/api/placements/${even.body.id}`, { endsOn: '2026-11-31' })).status).toBe(400)
    expect((await client.patch(`/api/placements/${even.body.id}`, { weeks: 'both' })).status).toBe(400)
    await client
      .patch(`/api/placements/${placement.body.id}`, { weeks: 'even', endsOn: '2026-10-11' })
      .then((answer) => expect(answer.body.code).toBe('scheduling.same_weeks_elsewhen'))
    expect(await test.database.read.findOneBy(Placement, { id: even.body.id })).toMatchObject({
      weeks: 'even',
      startsOn: '2026-10-12',
    })
  })

  it('stay where they are while they are locked', async () => {
    const { client, school, placement } = await placed()
    const friday = await test.world.slot({ school, weekday: 5 })
    const path = `/api/placements/${placement.body.id}`
    expect((await client.patch(path, { isLocked: true })).body.isLocked).toBe(true)
    expect((await client.patch(path, { slotId: friday.id })).body).toMatchObject({
      code: 'scheduling.placement_locked',
      message: expect.stringContaining('周一 16:30–17:30已锁定'),
    })
    expect((await client.delete(path)).body.code).toBe('scheduling.placement_locked')
    expect((await test.database.read.findOneByOrFail(Placement, { id: placement.body.id })).isLocked).toBe(
      true,
    )
    expect((await client.patch(path, { slotId: friday.id, isLocked: false })).body).toMatchObject({
      slotId: friday.id,
      isLocked: false,
    })
    expect((await client.delete(path)).status).toBe(204)
  })
})
