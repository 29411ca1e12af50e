import { TestApp } from '../../../test/app.js'
import { Placement } from './placement.entity.js'

describe('placements', () => {
  let test: TestApp
  beforeAll(async () => { test = await TestApp.start() })
  afterAll(() => test.stop())

  /** A draft with a section of a home class on Mondays at 16:30. */
  async function placed() {
    const school = await test.world.school()
    const term = await test.world.term()
    const client = await test.as(await test.world.user('coordinator', { school }))
    const homeClass = await test.world.homeClass({ school })
    const teacher = await test.world.teacher({ school, name: '王老师' })
    const room = await test.world.room({ school, name: '音乐教室' })
    const section = await test.world.section({ school, name: '合唱', kind: 'home_class', homeClassId: homeClass.id, teacherId: teacher.id, roomId: room.id })
    const slot = await test.world.slot({ school })
    const timetable = (await client.post('/api/timetables', { schoolId: school.id, termId: term.id })).body
    const placement = await client.post('/api/placements', { timetableId: timetable.id, sectionId: section.id, slotId: slot.id })
    return { school, term, client, homeClass, teacher, room, section, slot, timetable, placement }
  }

  it('put a section in a slot with its own teacher and room, unless said otherwise', async () => {
    const { client, placement, teacher, room, homeClass, timetable, section, school } = await placed()
    expect(placement.status).toBe(201)
    expect(placement.body).toMatchObject({ sectionName: '合唱', teacherId: teacher.id, roomId: room.id, homeClassId: homeClass.id, weekday: 1, startTime: '16:30' })
    expect(await test.database.read.findOneBy(Placement, { id: placement.body.id })).toMatchObject({ teacherId: teacher.id, homeClassId: homeClass.id })
    const tuesday = await test.world.slot({ school, weekday: 2 })
    const other = await test.world.teacher({ school })
    expect((await client.post('/api/placements', { timetableId: timetable.id, sectionId: section.id, slotId: tuesday.id, teacherId: other.id })).body.teacherName).toBe(other.name)
    expect((await client.get('/api/placements', { timetableId: timetable.id })).body.total).toBe(2)
  })

  it('refuse a teacher, room or class that is elsewhere, naming the other placement', async () => {
    const { client, school, homeClass, teacher, room, slot, timetable, section } = await placed()
    const refused = async (overrides: object) => {
      const other = await test.world.section({ school, ...overrides })
      const { status, body } = await client.post('/api/placements', { timetableId: timetable.id, sectionId: other.id, slotId: slot.id })
      expect(status).toBe(422)
      return body.message as string
    }
    expect(await refused({ teacherId: teacher.id })).toBe('王老师 在周一 16:30–17:30已在“音乐教室”上“合唱”，请换时段或换教师。')
    expect(await refused({ roomId: room.id })).toBe('“音乐教室”在周一 16:30–17:30已由“合唱”（王老师）使用，请换时段或换场地。')
    expect(await refused({ kind: 'home_class', homeClassId: homeClass.id })).toBe(`${homeClass.name} 在周一 16:30–17:30已有“合唱”（王老师，音乐教室），请换时段。`)
    const twice = await client.inEnglish().post('/api/placements', { timetableId: timetable.id, sectionId: section.id, slotId: slot.id })
    expect(twice.body).toMatchObject({ code: 'scheduling.section_placed_already', message: '合唱 is already placed on Monday 16:30–17:30.' })
  })

  it('say for each slot whether a section could stand there', async () => {
    const { client, school, slot, timetable, teacher } = await placed()
    const tuesday = await test.world.slot({ school, weekday: 2 })
    const other = await test.world.section({ school, teacherId: teacher.id })
    expect((await client.get(`/api/timetables/${timetable.id}/choices`, { sectionId: other.id })).body).toEqual([
      { slotId: slot.id, isFree: false, code: 'scheduling.teacher_busy', message: expect.stringContaining('合唱') }, { slotId: tuesday.id, isFree: true, code: null, message: null },
    ])
    expect((await client.get(`/api/timetables/${timetable.id}/choices`)).status).toBe(400)
  })

  it('let one win where two take the same room at once', async () => {
    const { client, school, timetable } = await placed()
    const room = await test.world.room({ school })
    const slot = await test.world.slot({ school, weekday: 4 })
    const sections = await Promise.all([1, 2, 3, 4].map(() => test.world.section({ school, roomId: room.id })))
    const answers = await Promise.all(sections.map((section) => client.post('/api/placements', { timetableId: timetable.id, sectionId: section.id, slotId: slot.id })))
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422, 422, 422])
    expect(await test.database.read.countBy(Placement, { timetableId: timetable.id, roomId: room.id })).toBe(1)
  })

  it('have their unique keys as the last word', async () => {
    const { placement, school } = await placed()
    const row = await test.database.read.findOneByOrFail(Placement, { id: placement.body.id })
    const { id: _id, ...values } = row
    const other = await test.world.section({ school })
    await expect(test.world.make(Placement, { ...values, sectionId: other.id, roomId: (await test.world.room({ school })).id, homeClassId: null })).rejects.toThrow()
  })

  it('move, and stay free of clashes', async () => {
    const { client, school, placement, timetable, teacher } = await placed()
    const friday = await test.world.slot({ school, weekday: 5 })
    const other = await test.world.section({ school, teacherId: teacher.id })
    const onFriday = await client.post('/api/placements', { timetableId: timetable.id, sectionId: other.id, slotId: friday.id })
    expect((await client.patch(`/api/placements/${placement.body.id}`, { slotId: friday.id })).body.code).toBe('scheduling.teacher_busy')
    await client.delete(`/api/placements/${onFriday.body.id}`)
    expect((await client.patch(`/api/placements/${placement.body.id}`, { slotId: friday.id })).body).toMatchObject({ weekday: 5 })
    const small = await test.world.room({ school, capacity: 10 })
    expect((await client.patch(`/api/placements/${placement.body.id}`, { roomId: small.id })).body.code).toBe('catalogue.room_too_small')
  })

  it('need a draft, a teacher and a room', async () => {
    const { client, school, placement, timetable, slot } = await placed()
    const bare = await test.world.section({ school, teacherId: null, roomId: null })
    const attempt = () => client.post('/api/placements', { timetableId: timetable.id, sectionId: bare.id, slotId: slot.id })
    expect((await attempt()).body.code).toBe('scheduling.teacher_needed')
    await client.post(`/api/timetables/${timetable.id}/publish`)
    expect([(await attempt()).status, (await attempt()).body.code]).toEqual([409, 'scheduling.timetable_not_draft'])
    expect((await client.patch(`/api/placements/${placement.body.id}`, { slotId: slot.id })).status).toBe(409)
    expect((await client.delete(`/api/placements/${placement.body.id}`)).status).toBe(409)
  })

  it('know nothing of another school', async () => {
    const { client, placement, timetable, slot, section } = await placed()
    const there = await placed()
    expect((await client.post('/api/placements', { timetableId: there.timetable.id, sectionId: section.id, slotId: slot.id })).status).toBe(404)
    for (const [field, id] of [['sectionId', there.section.id], ['slotId', there.slot.id], ['teacherId', there.teacher.id], ['roomId', there.room.id]] as const) {
      const refused = await client.post('/api/placements', { timetableId: timetable.id, sectionId: section.id, slotId: slot.id, [field]: id })
      expect([refused.status, refused.body.fields[0].field]).toEqual([400, field])
    }
    expect((await there.client.get(`/api/placements/${placement.body.id}`)).status).toBe(404)
    expect((await there.client.patch(`/api/placements/${placement.body.id}`, { slotId: there.slot.id })).status).toBe(404)
    expect((await there.client.delete(`/api/placements/${placement.body.id}`)).status).toBe(404)
  })
})
