import { TestApp } from '../../../test/app.js'
import { Placement } from './placement.entity.js'
import { TimetableChange } from './timetable-change.entity.js'
import { Timetable } from './timetable.entity.js'

describe('drafts', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  /** A draft with one section on Mondays, and a free slot on Tuesdays. */
  async function drafted() {
    const school = await test.world.school()
    const term = await test.world.term()
    const of = { schoolId: school.id, termId: term.id }
    const client = await test.as(await test.world.user('principal', { school, displayName: '李校长' }))
    const section = await test.world.section({ school, name: '合唱' })
    const [monday, tuesday] = [
      await test.world.slot({ school }),
      await test.world.slot({ school, weekday: 2 }),
    ]
    const timetable = (await client.post('/api/timetables', of)).body
    const placement = (
      await client.post('/api/placements', {
        timetableId: timetable.id,
        sectionId: section.id,
        slotId: monday.id,
      })
    ).body
    const step = (what: 'undo' | 'redo' | 'clear', id: number = timetable.id) =>
      client.post(`/api/timetables/${id}/${what}`)
    const slots = async () =>
      (
        await test.database.read.find(Placement, {
          where: { timetableId: timetable.id },
          order: { slotId: 'ASC' },
        })
      ).map((each) => each.slotId)
    const grid = async () => (await client.get(`/api/timetables/${timetable.id}/grid`)).body
    return { school, term, of, client, section, monday, tuesday, timetable, placement, step, slots, grid }
  }

  it("of one term may be several, each from a version of one's choice, with a name", async () => {
    const { client, of, timetable } = await drafted()
    const copy = await client.post('/api/timetables', { ...of, fromId: timetable.id, name: '方案二' })
    expect([copy.status, copy.body]).toMatchObject([
      201,
      { version: 2, name: '方案二', placementCount: 1, status: 'draft' },
    ])
    expect((await client.post('/api/timetables', { ...of, isEmpty: true })).body).toMatchObject({
      version: 3,
      name: null,
      placementCount: 0,
    })
    await client.post(`/api/timetables/${timetable.id}/publish`)
    expect((await client.post('/api/timetables', of)).body).toMatchObject({ version: 4, placementCount: 1 })
    expect((await client.patch(`/api/timetables/${copy.body.id}`, { name: '周一不排' })).body).toMatchObject({
      name: '周一不排',
      version: 2,
    })
    expect((await test.database.read.findOneByOrFail(Timetable, { id: copy.body.id })).name).toBe('周一不排')
    expect((await client.patch(`/api/timetables/${timetable.id}`, { name: '改' })).body.code).toBe(
      'scheduling.timetable_not_draft',
    )
    expect((await client.patch(`/api/timetables/${copy.body.id}`, { name: '' })).status).toBe(400)
    const there = await drafted()
    expect((await client.post('/api/timetables', { ...of, fromId: there.timetable.id })).status).toBe(404)
    expect((await there.client.patch(`/api/timetables/${copy.body.id}`, { name: '别人' })).status).toBe(404)
    const answers = await Promise.all([1, 2, 3].map(() => client.post('/api/timetables', of)))
    expect(answers.every((answer) => answer.status === 201 || answer.status === 409)).toBe(true)
  })

  it('are compared: the same, moved, changed, only here, only there', async () => {
    const { client, of, timetable, tuesday, placement, school } = await drafted()
    const other = (await client.post('/api/timetables', { ...of, fromId: timetable.id })).body
    const compare = async (id: number, withId: number) =>
      (await client.get(`/api/timetables/${id}/compare`, { with: withId })).body
    expect(await compare(timetable.id, other.id)).toMatchObject({ sameCount: 1, movedCount: 0, items: [] })
    await client.patch(`/api/placements/${placement.id}`, { slotId: tuesday.id })
    const added = await test.world.section({ school, name: '足球' })
    await client.post('/api/placements', { timetableId: other.id, sectionId: added.id, slotId: tuesday.id })
    expect(await compare(timetable.id, other.id)).toMatchObject({
      here: { version: 1 },
      there: { version: 2 },
      sameCount: 0,
      movedCount: 1,
      changedCount: 0,
      onlyHereCount: 0,
      onlyThereCount: 1,
      items: [
        {
          sectionName: '合唱',
          kind: 'moved',
          here: { placementId: placement.id, slotId: tuesday.id },
          there: { roomName: expect.any(String) },
        },
        { sectionName: '足球', kind: 'only_there', here: null },
      ],
    })
    expect((await client.get(`/api/timetables/${timetable.id}/compare`)).status).toBe(400)
    const there = await drafted()
    expect(
      (await client.get(`/api/timetables/${timetable.id}/compare`, { with: there.timetable.id })).status,
    ).toBe(404)
    expect(
      (await there.client.get(`/api/timetables/${timetable.id}/compare`, { with: there.timetable.id }))
        .status,
    ).toBe(404)
    const nextTerm = await test.world.term({ startsOn: '2027-02-22', endsOn: '2027-07-09', name: '春季学期' })
    const spring = (await client.post('/api/timetables', { schoolId: school.id, termId: nextTerm.id })).body
    expect((await client.get(`/api/timetables/${timetable.id}/compare`, { with: spring.id })).body.code).toBe(
      'scheduling.compare_other_term',
    )
  })

  it('go back step by step and forth again, and a new step ends what could be done again', async () => {
    const { client, placement, tuesday, monday, step, slots, grid } = await drafted()
    await client.patch(`/api/placements/${placement.id}`, { slotId: tuesday.id })
    await client.patch(`/api/placements/${placement.id}`, { isLocked: true })
    expect(await grid()).toMatchObject({
      canUndo: { kind: 'lock', count: 1, sectionName: '合唱', madeByName: '李校长' },
      canRedo: null,
    })
    expect((await step('undo')).body).toEqual({ kind: 'lock', goneCount: 1, comeCount: 1 })
    expect((await step('undo')).body.kind).toBe('move')
    expect(await slots()).toEqual([monday.id])
    expect(await grid()).toMatchObject({ canUndo: { kind: 'place' }, canRedo: { kind: 'move' } })
    expect((await step('redo')).body.kind).toBe('move')
    expect(await slots()).toEqual([tuesday.id])
    await step('undo')
    await step('undo')
    expect(await slots()).toEqual([])
    expect([(await step('undo')).status, (await step('undo')).body.code]).toEqual([
      409,
      'scheduling.nothing_to_undo',
    ])
    await step('redo')
    const [again] = (await grid()).rows[0].placements
    expect((await client.delete(`/api/placements/${again.id}`)).status).toBe(204)
    expect((await step('redo')).body.code).toBe('scheduling.nothing_to_redo')
    expect((await step('undo')).body).toEqual({ kind: 'take_out', goneCount: 0, comeCount: 1 })
  })

  it('are cleared but for what is locked, and the clearing can be undone', async () => {
    const { client, school, timetable, tuesday, placement, step, slots, monday } = await drafted()
    const locked = await test.world.section({ school })
    await client.post('/api/placements', {
      timetableId: timetable.id,
      sectionId: locked.id,
      slotId: tuesday.id,
      isLocked: true,
    })
    expect((await step('clear')).body).toEqual({ kind: 'clear', goneCount: 1, comeCount: 0 })
    expect(await slots()).toEqual([tuesday.id])
    expect((await step('clear')).body.code).toBe('scheduling.nothing_to_clear')
    expect((await step('undo')).body.comeCount).toBe(1)
    expect(await slots()).toEqual([monday.id, tuesday.id])
    expect(await test.database.read.findOneBy(Placement, { id: placement.id })).toBeNull()
  })

  it('refuse a step that no longer fits, and say why', async () => {
    const { client, school, timetable, placement, monday, step, slots, section } = await drafted()
    await client.delete(`/api/placements/${placement.id}`)
    // Behind the history's back: only what is outside the draft can do this.
    const other = await test.world.section({ school, name: '足球' })
    const child = await test.world.student({ school })
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    for (const { id } of [other, section])
      expect(
        (await coordinator.post('/api/enrolments/bulk', { sectionId: id, studentIds: [child.id] })).body.done,
      ).toEqual([child.id])
    await test.world.make(Placement, {
      schoolId: school.id,
      timetableId: timetable.id,
      sectionId: other.id,
      slotId: monday.id,
      teacherId: other.teacherId,
      roomId: other.roomId,
      homeClassId: null,
      weeks: 'every',
      startsOn: null,
      endsOn: null,
      isLocked: false,
    })
    const refused = await step('undo')
    expect([refused.status, refused.body.code, refused.body.message]).toEqual([
      409,
      'scheduling.step_does_not_fit',
      expect.stringContaining('有 1 名学生在周一 16:30–17:30已参加“足球”'),
    ])
    expect(await slots()).toEqual([monday.id])
    await client.delete(
      `/api/placements/${(await test.database.read.findOneByOrFail(Placement, { sectionId: other.id })).id}`,
    )
    expect((await step('undo')).body.kind).toBe('take_out')
    await test.database.transaction((tx) =>
      tx.delete(Placement, { timetableId: timetable.id, sectionId: other.id }),
    )
    await test.database.transaction((tx) =>
      tx.query(`UPDATE section SET isActive = 0 WHERE id = ${section.id}`),
    )
    expect((await step('undo')).body.message).toContain('“合唱”已停开')
  })

  it('undone by two at once go back two steps or refuse one, never half a step', async () => {
    const { client, placement, tuesday, step, slots, timetable } = await drafted()
    await client.patch(`/api/placements/${placement.id}`, { slotId: tuesday.id })
    const answers = await Promise.all([step('undo'), step('undo'), step('undo')])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 409])
    expect(await slots()).toEqual([])
    expect(
      await test.database.read.countBy(TimetableChange, { timetableId: timetable.id, isUndone: true }),
    ).toBe(2)
  })

  it('are changed by those who may, of the own school, and only while they are drafts', async () => {
    const { client, school, step, timetable } = await drafted()
    const there = await drafted()
    for (const what of ['undo', 'redo', 'clear'] as const)
      expect((await there.client.post(`/api/timetables/${timetable.id}/${what}`)).status).toBe(404)
    const teacher = await test.as(await test.world.user('teacher', { school }))
    for (const what of ['undo', 'redo', 'clear'] as const)
      expect((await teacher.post(`/api/timetables/${timetable.id}/${what}`)).status).toBe(403)
    await client.post(`/api/timetables/${timetable.id}/publish`)
    for (const what of ['undo', 'redo', 'clear'] as const)
      expect((await step(what)).body.code).toBe('scheduling.timetable_not_draft')
    const draft = (await there.client.get('/api/timetables', there.of)).body.items[0]
    expect((await there.client.delete(`/api/timetables/${draft.id}`)).status).toBe(204)
    expect(await test.database.read.countBy(TimetableChange, { timetableId: draft.id })).toBe(0)
  })
})
