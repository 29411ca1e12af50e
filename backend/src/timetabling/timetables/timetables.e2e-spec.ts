import { TestApp } from '../../../test/app.js'
import { timetableWorld } from '../../../test/timetable-world.js'
import { Timetable } from './timetable.entity.js'

describe('timetables', () => {
  let test: TestApp
  // Monday before the term begins.
  beforeAll(async () => {
    test = await TestApp.start({ now: '2026-08-24T02:00:00Z' })
  })
  afterAll(() => test.stop())
  beforeEach(() => test.clock.set('2026-08-24T02:00:00Z'))

  const { own, drafted } = timetableWorld(() => test)

  it('begin as a draft', async () => {
    const { client, of } = await own()
    const draft = await client.post('/api/timetables', of)
    expect([draft.status, draft.body]).toMatchObject([
      201,
      {
        version: 1,
        status: 'draft',
        placementCount: 0,
        publishedAt: null,
        actions: ['publish', 'update', 'delete'],
      },
    ])
    expect((await client.post(`/api/timetables/${draft.body.id}/publish`)).body.code).toBe(
      'scheduling.nothing_placed',
    )
    expect((await test.database.read.findOneByOrFail(Timetable, { id: draft.body.id })).status).toBe('draft')
    expect((await client.delete(`/api/timetables/${draft.body.id}`)).status).toBe(204)
    expect((await client.get('/api/timetables', of)).body.total).toBe(0)
  })

  it('show the week from each side, with what is not placed', async () => {
    const { client, school, section, slot, timetable } = await drafted()
    const homeClass = await test.world.homeClass({ school })
    const waiting = await test.world.section({
      school,
      kind: 'home_class',
      homeClassId: homeClass.id,
      meetingsPerWeek: 3,
    })
    const bySection = (await client.get(`/api/timetables/${timetable.id}/grid`)).body
    expect(bySection.slots).toMatchObject([{ id: slot.id, weekday: 3 }])
    expect(bySection.rows.find((row: { id: number }) => row.id === section.id).placements).toMatchObject([
      { slotId: slot.id, sectionName: section.name, capacity: 30 },
    ])
    expect(bySection.unplaced).toMatchObject([
      { sectionId: waiting.id, meetingsPerWeek: 3, placedCount: 0, homeClassName: homeClass.name },
    ])
    for (const [by, id] of [
      ['teacher', section.teacherId],
      ['room', section.roomId],
      ['homeClass', null],
    ] as const) {
      const grid = (await client.get(`/api/timetables/${timetable.id}/grid`, { by })).body
      expect(grid.rows.find((row: { id: number | null }) => row.id === id).placements).toHaveLength(1)
    }
    expect((await client.get(`/api/timetables/${timetable.id}/grid`, { by: 'colour' })).status).toBe(400)
  })

  it('say whether they can be worked out, and why a slot is free or not', async () => {
    const { client, school, section, slot, timetable } = await drafted()
    const ready = await client.get(`/api/timetables/${timetable.id}/readiness`)
    expect([ready.status, ready.body.meetingCount]).toEqual([200, 1])
    const explained = await client.get(`/api/timetables/${timetable.id}/explanations`, {
      sectionId: section.id,
    })
    expect([explained.status, explained.body]).toMatchObject([200, [{ slotId: slot.id }]])
    expect((await client.get(`/api/timetables/${timetable.id}/explanations`)).body.fields).toMatchObject([
      { field: 'sectionId' },
    ])
    const money = await test.as(await test.world.user('school_finance_officer', { school }))
    for (const path of ['readiness', `explanations?sectionId=${section.id}`]) {
      expect((await money.get(`/api/timetables/${timetable.id}/${path}`)).status).toBe(403)
      expect((await test.signedOut.get(`/api/timetables/${timetable.id}/${path}`)).status).toBe(401)
    }
  })

  it('do not exist for another school, and a teacher may not publish', async () => {
    const { school, timetable, placement } = await drafted()
    const stranger = (await own()).client
    for (const path of [
      '',
      '/grid',
      '/readiness',
      '/publish-preview',
      `/choices?sectionId=${placement.sectionId}`,
      `/explanations?sectionId=${placement.sectionId}`,
    ])
      expect((await stranger.get(`/api/timetables/${timetable.id}${path}`)).status).toBe(404)
    expect((await stranger.post(`/api/timetables/${timetable.id}/publish`)).status).toBe(404)
    expect((await stranger.delete(`/api/timetables/${timetable.id}`)).status).toBe(404)
    expect(
      (await stranger.post('/api/timetables', { schoolId: school.id, termId: timetable.termId })).status,
    ).toBe(404)
    const teacher = await test.as(await test.world.user('teacher', { school }))
    expect((await teacher.get(`/api/timetables/${timetable.id}/grid`)).status).toBe(200)
    expect((await teacher.post(`/api/timetables/${timetable.id}/publish`)).status).toBe(403)
  })
})
