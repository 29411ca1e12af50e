import { TestApp } from '../../../test/app.js'
import { dailySchool } from '../../../test/daily-world.js'
import { Session } from '../../sessions/index.js'
import { Enrolment } from './enrolment.entity.js'

describe('children who are in two sections', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  async function shared({ endsOn = null }: { endsOn?: string | null } = {}) {
    const mine = await dailySchool(test)
    const other = await test.world.section({ school: mine.school })
    await test.world.session({ section: other, slot: mine.slots.tuesday, heldOn: '2026-11-24' })
    const [both, alone] = [
      await test.world.student({ school: mine.school }),
      await test.world.student({ school: mine.school }),
    ]
    const enrol = (studentId: number, sectionId: number, until: string | null) =>
      test.world.make(Enrolment, {
        schoolId: mine.school.id,
        termId: mine.section.termId,
        studentId,
        sectionId,
        startsOn: '2026-09-01',
        endsOn: until,
        status: until ? 'ended' : 'active',
      })
    await enrol(both.id, mine.section.id, null)
    await enrol(both.id, other.id, endsOn)
    await enrol(alone.id, other.id, null)
    return { ...mine, other }
  }

  it('keep a session from being moved to where the other section meets', async () => {
    const { coordinator, session, other } = await shared()
    const refused = await coordinator.post(`/api/sessions/${session.id}/move`, { heldOn: '2026-11-24' })
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'scheduling.children_busy', params: { count: 1, section: other.name } },
    ])
    expect((await test.database.read.findOneByOrFail(Session, { id: session.id })).heldOn).toBe('2026-11-23')
    expect(
      (await coordinator.get(`/api/sessions/${session.id}/choices`, { heldOn: '2026-11-24' })).body.slots,
    ).toMatchObject([{ isFree: false, message: expect.stringContaining('有 1 名学生') }])
  })

  it('do so only as long as they are in both', async () => {
    const { coordinator, session } = await shared({ endsOn: '2026-11-20' })
    expect(
      (await coordinator.post(`/api/sessions/${session.id}/move`, { heldOn: '2026-11-24' })).status,
    ).toBe(200)
  })

  it('are named before a new week is published over a session that was moved', async () => {
    const { coordinator, session, section, school, slots } = await dailySchool(test)
    const [club, free] = [
      await test.world.section({ school, name: '围棋' }),
      await test.world.section({ school }),
    ]
    const child = await test.world.student({ school })
    for (const sectionId of [section.id, club.id])
      await test.world.make(Enrolment, {
        schoolId: school.id,
        termId: section.termId,
        studentId: child.id,
        sectionId,
        startsOn: '2026-09-01',
        endsOn: null,
        status: 'active',
      })
    expect(
      (await coordinator.post(`/api/sessions/${session.id}/move`, { heldOn: '2026-11-24' })).status,
    ).toBe(200)
    const { id } = (
      await coordinator.post('/api/timetables', { schoolId: school.id, termId: section.termId })
    ).body
    for (const [sectionId, slotId] of [
      [section.id, slots.monday.id],
      [club.id, slots.tuesday.id],
      [free.id, slots.tuesday.id],
    ])
      expect((await coordinator.post('/api/placements', { timetableId: id, sectionId, slotId })).status).toBe(
        201,
      )
    const preview = (await coordinator.get(`/api/timetables/${id}/publish-preview`)).body
    expect(preview.clashCount).toBe(1)
    expect(preview.rows[0]).toMatchObject({
      kind: 'clash',
      clash: 'children',
      sectionId: section.id,
      otherSectionName: '围棋',
      was: { heldOn: '2026-11-24' },
    })
  })
})
