import { type Client, TestApp } from '../../../test/app.js'
import { coordinated, students } from '../../../test/enrolments-world.js'
import type { School } from '../../organisation/index.js'
import { Enrolment } from './enrolment.entity.js'

/** Instead of why not. */
const joined = 'has joined'

describe('enrolments in sections of one time', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  /** A draft with these placements, made through the routes. */
  async function draft(
    { school, client }: { school: School; client: Client },
    placed: { sectionId: number; slotId: number; weeks?: string; startsOn?: string; endsOn?: string }[],
  ) {
    const term = await test.world.term()
    const made = await client.post('/api/timetables', { schoolId: school.id, termId: term.id })
    for (const each of placed)
      expect((await client.post('/api/placements', { timetableId: made.body.id, ...each })).status).toBe(201)
    return {
      id: made.body.id as number,
      publish: () => client.post(`/api/timetables/${made.body.id}/publish`),
    }
  }

  async function club(placed: { choir: object; football: object }) {
    const mine = await coordinated(test)
    const { ids } = await students(test, mine.school, 1)
    const [choir, football] = [
      await test.world.section({ school: mine.school, name: '合唱' }),
      await test.world.section({ school: mine.school, name: '足球' }),
    ]
    const slot = await test.world.slot({ school: mine.school })
    const timetable = await draft(mine, [
      { sectionId: choir.id, slotId: slot.id, ...placed.choir },
      { sectionId: football.id, slotId: slot.id, ...placed.football },
    ])
    expect((await timetable.publish()).status).toBe(200)
    const enrol = async (sectionId: number) =>
      (await mine.client.post('/api/enrolments/bulk', { sectionId, studentIds: ids })).body.refused[0] ??
      joined
    return { ...mine, ids, choir, football, slot, enrol }
  }

  it('refuse a child who is elsewhere at that time, naming where', async () => {
    const { enrol, choir, football } = await club({ choir: {}, football: {} })
    expect(await enrol(choir.id)).toBe(joined)
    expect(await enrol(football.id)).toMatchObject({
      code: 'enrolment.clash',
      message: expect.stringContaining('在周一 16:30–17:30已参加“合唱”，时间冲突。'),
    })
  })

  it('do not refuse whom other weeks or other days keep apart', async () => {
    for (const [choir, football] of [
      [{ weeks: 'odd' }, { weeks: 'even' }],
      [{ endsOn: '2026-11-30' }, { startsOn: '2026-12-01' }],
      [{ endsOn: '2026-11-20' }, {}],
    ]) {
      const clubs = await club({ choir: choir!, football: football! })
      expect([await clubs.enrol(clubs.choir.id), await clubs.enrol(clubs.football.id)]).toEqual([
        joined,
        joined,
      ])
    }
    const clubs = await club({ choir: { weeks: 'odd' }, football: {} })
    expect([await clubs.enrol(clubs.choir.id), await clubs.enrol(clubs.football.id)]).toMatchObject([
      joined,
      { code: 'enrolment.clash' },
    ])
  })

  it('look at sessions moved to where the other section meets, and at nothing that is over', async () => {
    const { client, enrol, choir, football } = await club({
      choir: { weeks: 'odd' },
      football: { weeks: 'even' },
    })
    await enrol(choir.id)
    const [session] = (
      await client.get('/api/sessions', { sectionId: choir.id, from: '2026-11-21', sort: 'heldOn' })
    ).body.items
    const [other] = (
      await client.get('/api/sessions', { sectionId: football.id, from: '2026-11-21', sort: 'heldOn' })
    ).body.items
    expect((await client.post(`/api/sessions/${session.id}/move`, { heldOn: other.heldOn })).status).toBe(200)
    expect(await enrol(football.id)).toMatchObject({
      code: 'enrolment.clash',
      message: expect.stringContaining(`在${other.heldOn} 周一 16:30–17:30已参加“合唱”`),
    })
    // Cancelled, it keeps nobody away.
    await client.post(`/api/sessions/${session.id}/cancel`, { comment: '停' })
    expect(await enrol(football.id)).toBe(joined)
  })

  it('let a child go over from one section to another of the same time', async () => {
    const { client, enrol, choir, football } = await club({ choir: {}, football: {} })
    await enrol(choir.id)
    const [{ id }] = (await client.get('/api/enrolments', { sectionId: choir.id })).body.items
    await client.post(`/api/enrolments/${id}/end`)
    expect(await enrol(football.id)).toBe(joined)
  })

  it('take no notice of drafts, which refuse to be published where children would be twice at once', async () => {
    const mine = await coordinated(test)
    const { ids } = await students(test, mine.school, 1)
    const [choir, football] = [
      await test.world.section({ school: mine.school, name: '合唱' }),
      await test.world.section({ school: mine.school, name: '足球' }),
    ]
    const [monday, tuesday] = [
      await test.world.slot({ school: mine.school }),
      await test.world.slot({ school: mine.school, weekday: 2 }),
    ]
    const timetable = await draft(
      mine,
      [choir, football].map(({ id }) => ({ sectionId: id, slotId: monday.id })),
    )
    for (const { id } of [choir, football])
      expect(
        (await mine.client.post('/api/enrolments/bulk', { sectionId: id, studentIds: ids })).body.done,
      ).toEqual(ids)
    const refused = await timetable.publish()
    expect([refused.status, refused.body]).toMatchObject([
      422,
      {
        code: 'scheduling.placed_children_twice',
        params: { count: 1, section: '合唱', other: '足球', when: '周一 16:30–17:30' },
      },
    ])
    const {
      body: {
        items: [placement],
      },
    } = await mine.client.get('/api/placements', { sectionId: football.id })
    await mine.client.patch(`/api/placements/${placement.id}`, { slotId: tuesday.id })
    const busy = (await mine.client.patch(`/api/placements/${placement.id}`, { slotId: monday.id })).body
    expect(busy).toMatchObject({
      code: 'scheduling.children_busy',
      message: expect.stringContaining('有 1 名学生在周一 16:30–17:30已参加“合唱”'),
    })
    const choices = (
      await mine.client.get(`/api/timetables/${timetable.id}/choices`, {
        sectionId: football.id,
        placementId: placement.id,
      })
    ).body
    expect(choices).toMatchObject([
      { slotId: monday.id, isFree: false, code: 'scheduling.children_busy', message: busy.message },
      { slotId: tuesday.id, isFree: true, code: null, message: null },
    ])
    expect((await timetable.publish()).status).toBe(200)
  })

  it('put a child into one of two sections of the same slot when both come at once', async () => {
    const { enrol, choir, football, ids } = await club({ choir: {}, football: {} })
    const answers = await Promise.all([choir, football].map(({ id }) => enrol(id)))
    expect(answers.filter((answer) => answer === joined)).toHaveLength(1)
    expect(await test.database.read.countBy(Enrolment, { studentId: ids[0]!, status: 'active' })).toBe(1)
  })

  it('do not slip past a week that is being published at the same moment', async () => {
    const mine = await coordinated(test)
    const { ids } = await students(test, mine.school, 1)
    const [first, second] = [
      await test.world.section({ school: mine.school }),
      await test.world.section({ school: mine.school }),
    ]
    const slot = await test.world.slot({ school: mine.school })
    const timetable = await draft(
      mine,
      [first, second].map(({ id }) => ({ sectionId: id, slotId: slot.id })),
    )
    await mine.client.post('/api/enrolments/bulk', { sectionId: first.id, studentIds: ids })
    const [published, enrolled] = await Promise.all([
      timetable.publish(),
      mine.client.post('/api/enrolments/bulk', { sectionId: second.id, studentIds: ids }),
    ])
    expect([published.status === 200, enrolled.body.done.length === 1].sort()).toEqual([false, true])
  })
})
