import { TestApp } from '../../../test/app.js'
import { readFet } from '../fet/read-fet.js'
import { toProblem } from '../fet/to-problem.js'
import { Placement } from '../timetables/placement.entity.js'
import { Timetable } from '../timetables/timetable.entity.js'

describe('export.fet', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  async function made() {
    const school = await test.world.school()
    const section = await test.world.section({ school, meetingsPerWeek: 2 })
    const slot = await test.world.slot({ school })
    const timetable = await test.world.make(Timetable, {
      schoolId: school.id,
      termId: section.termId,
      version: 1,
      name: null,
      revision: 0,
      status: 'draft',
      createdAt: test.clock.now(),
      publishedAt: null,
    })
    await test.world.make(Placement, {
      schoolId: school.id,
      timetableId: timetable.id,
      sectionId: section.id,
      slotId: slot.id,
      teacherId: section.teacherId!,
      roomId: section.roomId!,
      homeClassId: null,
      weeks: 'odd',
      startsOn: null,
      endsOn: null,
      isLocked: false,
    })
    return {
      school,
      section,
      timetable,
      client: await test.as(await test.world.user('coordinator', { school })),
    }
  }

  it('sends the file of the week asked for', async () => {
    const { client, timetable, section } = await made()
    const locked = async (query = {}) => {
      const { status, raw, headers } = await client.get(`/api/timetables/${timetable.id}/export.fet`, query)
      expect([status, headers['content-disposition']]).toEqual([
        200,
        `attachment; filename="timetable-${timetable.id}.fet"`,
      ])
      expect(raw.toString()).toContain(section.name)
      return toProblem(readFet(raw)).problem.meetings.filter((meeting) => meeting.starts !== null).length
    }
    expect(await locked({ on: '2026-09-03' })).toBe(1)
    expect(await locked({ on: '2026-09-10' })).toBe(0)
    // 20 November 2026 lies in the twelfth week.
    expect(await locked()).toBe(0)
  })

  it('refuses another school, a parent, a wrong day, and a week without slots', async () => {
    const { client, timetable, school } = await made()
    const path = `/api/timetables/${timetable.id}/export.fet`
    expect((await (await test.as(await test.world.user('coordinator'))).get(path)).status).toBe(404)
    expect((await (await test.as(await test.world.user('guardian', { school }))).get(path)).status).toBe(403)
    expect((await client.get(path, { on: 'today' })).status).toBe(400)
    const other = await test.world.school()
    const empty = await test.world.make(Timetable, {
      schoolId: other.id,
      termId: timetable.termId,
      version: 1,
      name: null,
      revision: 0,
      status: 'draft',
      createdAt: test.clock.now(),
      publishedAt: null,
    })
    const refused = await (
      await test.as(await test.world.user('coordinator', { school: other }))
    ).get(`/api/timetables/${empty.id}/export.fet`)
    expect([refused.status, refused.body.code]).toEqual([422, 'scheduling.fet_no_slots'])
  })
})
