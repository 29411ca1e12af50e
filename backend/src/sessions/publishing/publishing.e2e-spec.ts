import { TestApp } from '../../../test/app.js'
import { Transition } from '../../audit/index.js'
import { Clearance, Teacher } from '../../people/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { Inspection } from '../inspections/inspection.entity.js'
import { Session } from '../sessions/session.entity.js'
import { Placement, Timetable } from '../../timetabling/index.js'

describe('publishing', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start({ now: '2026-08-24T02:00:00Z' })
  })
  afterAll(() => test.stop())
  beforeEach(() => test.clock.set('2026-08-24T02:00:00Z'))

  async function own() {
    const school = await test.world.school()
    const term = await test.world.term()
    const user = await test.world.user('coordinator', { school })
    const section = await test.world.section({ school })
    const slot = await test.world.slot({ school, weekday: 3 })
    return { school, term, user, section, slot, client: await test.as(user) }
  }
  type Own = Awaited<ReturnType<typeof own>>

  /** A draft with one placement, made beside the routes. */
  async function draft(
    { school, term, section, slot }: Own,
    version = 1,
    overrides: Partial<Placement> = {},
  ) {
    const timetable = await test.world.make(Timetable, {
      schoolId: school.id,
      termId: term.id,
      version,
      name: null,
      revision: 0,
      status: 'draft',
      createdAt: test.clock.now(),
      publishedAt: null,
    })
    const placement = await test.world.make(Placement, {
      schoolId: school.id,
      timetableId: timetable.id,
      sectionId: section.id,
      slotId: slot.id,
      teacherId: section.teacherId,
      roomId: section.roomId,
      homeClassId: null,
      weeks: 'every',
      startsOn: null,
      endsOn: null,
      isLocked: false,
      ...overrides,
    })
    return { timetable, placement, path: `/api/timetables/${timetable.id}` }
  }

  const sessionsOf = ({ school }: Own) =>
    test.database.read.find(Session, { where: { schoolId: school.id }, order: { heldOn: 'ASC', id: 'ASC' } })
  const at = async (mine: Own, instant: string) => (test.clock.set(instant), test.as(mine.user))

  it('makes sessions in odd weeks between two days only', async () => {
    const mine = await own()
    const { path } = await draft(mine, 1, { weeks: 'odd', startsOn: '2026-09-10', endsOn: '2026-10-31' })
    expect((await mine.client.post(`${path}/publish`)).status).toBe(200)
    // Week 1 holds 1 September. 30 September is in week 5, Saturday 10 October (which follows Wednesday) in week 6.
    expect((await sessionsOf(mine)).map((session) => session.heldOn)).toEqual([
      '2026-09-16',
      '2026-09-30',
      '2026-10-14',
      '2026-10-28',
    ])
  })

  it('lists what changes before it happens, on the screen and as a sheet', async () => {
    const mine = await own()
    await mine.client.post(`${(await draft(mine)).path}/publish`)
    const room = await test.world.room({ school: mine.school })
    const client = await at(mine, '2026-09-10T02:00:00Z')
    const [, , third, fourth] = await sessionsOf(mine)
    await client.post(`/api/sessions/${third!.id}/cancel`, { comment: '运动会' })
    const { path, timetable } = await draft(mine, 2, { roomId: room.id })
    const preview = (await client.get(`${path}/publish-preview`)).body
    expect(preview).toMatchObject({
      newCount: 0,
      byHandCount: 1,
      removedCount: 0,
      calledOffCount: 0,
      clashCount: 0,
      pastCount: 2,
      uncleared: [],
    })
    expect(preview.rowCount).toBe(preview.changedCount + 1)
    expect(preview.rows[0]).toMatchObject({
      kind: 'by_hand',
      sectionName: mine.section.name,
      willBe: null,
      was: { heldOn: third!.heldOn },
    })
    expect(preview.rows[1]).toMatchObject({
      kind: 'changed',
      was: { heldOn: fourth!.heldOn },
      willBe: { heldOn: fourth!.heldOn, roomName: room.name, startTime: '16:30' },
    })
    const [sheet] = readWorkbook(
      (await client.get(`${path}/publish-preview/export.xlsx`)).raw,
      'preview.xlsx',
    ).sheets
    expect(sheet!.rows).toHaveLength(preview.rowCount + 1)
    expect((await client.post(`${path}/publish`, { previewRevision: preview.previewRevision })).status).toBe(
      200,
    )
    expect((await sessionsOf(mine))[3]).toMatchObject({
      id: fourth!.id,
      roomId: room.id,
      plannedRoomId: room.id,
    })
    expect((await test.database.read.findOneByOrFail(Timetable, { id: timetable.id })).status).toBe(
      'published',
    )
  })

  it('refuses when sessions have changed since the list was looked at', async () => {
    const mine = await own()
    await mine.client.post(`${(await draft(mine)).path}/publish`)
    const { path, timetable } = await draft(mine, 2)
    const { previewRevision } = (await mine.client.get(`${path}/publish-preview`)).body
    await mine.client.post(`/api/sessions/${(await sessionsOf(mine))[0]!.id}/cancel`, { comment: '停' })
    const refused = await mine.client.post(`${path}/publish`, { previewRevision })
    expect([refused.status, refused.body.code]).toEqual([409, 'scheduling.changed_since_preview'])
    expect((await test.database.read.findOneByOrFail(Timetable, { id: timetable.id })).status).toBe('draft')
  })

  it('keeps a substitute and a moved day, and cancels what has a history instead of deleting it', async () => {
    const mine = await own()
    await mine.client.post(`${(await draft(mine)).path}/publish`)
    const [first, second, third, fourth] = await sessionsOf(mine)
    const colleague = await test.world.teacher({ school: mine.school })
    await test.database.transaction(async (tx) => {
      await tx.update(Session, { id: first!.id }, { teacherId: colleague.id })
      await tx.update(Session, { id: second!.id }, { heldOn: '2026-09-10' })
    })
    const client = await at(mine, '2026-08-25T02:00:00Z')
    const teacher = await test.world.teacher({ school: mine.school })
    await client.post(`${(await draft(mine, 2, { teacherId: teacher.id })).path}/publish`)
    const after = await sessionsOf(mine)
    expect(after.find((each) => each.id === first!.id)).toMatchObject({
      teacherId: colleague.id,
      plannedTeacherId: teacher.id,
    })
    expect(after.find((each) => each.id === second!.id)).toMatchObject({
      heldOn: '2026-09-10',
      plannedOn: '2026-09-09',
      teacherId: teacher.id,
    })
    expect(after.find((each) => each.id === third!.id)).toMatchObject({
      teacherId: teacher.id,
      plannedTeacherId: teacher.id,
    })
    await test.world.make(Inspection, {
      schoolId: mine.school.id,
      sessionId: fourth!.id,
      heldOn: fourth!.heldOn,
      isOnTime: true,
      isPlannedTeacher: true,
      isRegisterTaken: true,
      isNewLessonTaught: false,
      dueCount: 0,
      countedCount: 0,
      remark: null,
      status: 'clear',
      mending: null,
      inspectedById: mine.user.id,
      inspectedAt: test.clock.now(),
    })
    const friday = await test.world.slot({ school: mine.school, weekday: 5 })
    expect((await client.post(`${(await draft(mine, 3, { slotId: friday.id })).path}/publish`)).status).toBe(
      200,
    )
    const last = (await sessionsOf(mine)).filter((session) => session.slotId === mine.slot.id)
    expect(last.map((session) => [session.id, session.status])).toEqual([
      [first!.id, 'cancelled'],
      [second!.id, 'cancelled'],
      [fourth!.id, 'cancelled'],
    ])
    expect(last[0]!.reason).toBe('课程表改版，这一课次不再安排')
    expect(
      await test.database.read.countBy(Transition, {
        entity: 'session',
        entityId: fourth!.id,
        event: 'cancel',
      }),
    ).toBe(1)
  })

  it('warns of a lecturer without clearance by name and day, and refuses who has left', async () => {
    const mine = await own()
    const lecturer = await test.world.teacher({ school: mine.school, kind: 'lecturer' })
    const { path } = await draft(mine, 1, { teacherId: lecturer.id, endsOn: '2026-09-30' })
    await test.world.make(Clearance, {
      schoolId: mine.school.id,
      teacherId: lecturer.id,
      validFromOn: '2026-09-01',
      validToOn: '2026-09-22',
      document: '无犯罪记录证明',
      isRevoked: false,
      recordedById: mine.user.id,
    })
    expect((await mine.client.get(`${path}/publish-preview`)).body.uncleared).toEqual([
      { teacherId: lecturer.id, teacherName: lecturer.name, days: ['2026-09-23', '2026-09-30'] },
    ])
    await test.database.transaction((tx) => tx.update(Teacher, { id: lecturer.id }, { isActive: false }))
    const refused = await mine.client.post(`${path}/publish`)
    expect([refused.status, refused.body.code, refused.body.params.teachers]).toEqual([
      422,
      'scheduling.placed_teacher_has_left',
      lecturer.name,
    ])
    expect(await sessionsOf(mine)).toEqual([])
  })

  it('lets one of two drafts win when both are published at once', async () => {
    const mine = await own()
    const room = await test.world.room({ school: mine.school })
    const drafts = [await draft(mine, 1), await draft(mine, 2, { roomId: room.id })]
    const { previewRevision } = (await mine.client.get(`${drafts[0]!.path}/publish-preview`)).body
    const answers = await Promise.all(
      drafts.map(({ path }) => mine.client.post(`${path}/publish`, { previewRevision })),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    const states = (await test.database.read.findBy(Timetable, { schoolId: mine.school.id }))
      .map((timetable) => timetable.status)
      .sort()
    expect(states).toEqual(['draft', 'published'])
    const sessions = await sessionsOf(mine)
    expect(new Set(sessions.map((session) => session.heldOn)).size).toBe(sessions.length)
    expect(new Set(sessions.map((session) => session.roomId)).size).toBe(1)
  })

  it('leaves nothing behind when it breaks off half-way', async () => {
    const mine = await own()
    const { path, timetable } = await draft(mine)
    // The audit entry is the last thing that publishing writes.
    const broken = jest
      .spyOn(test.nest.get((await import('../../audit/index.js')).AuditEntries), 'record')
      .mockImplementation(async (_tx, _person, change) => {
        if (change.action === 'timetable.make_sessions') throw new Error('broken off')
      })
    expect((await mine.client.post(`${path}/publish`)).status).toBe(500)
    broken.mockRestore()
    expect(await sessionsOf(mine)).toEqual([])
    expect((await test.database.read.findOneByOrFail(Timetable, { id: timetable.id })).status).toBe('draft')
    expect((await mine.client.post(`${path}/publish`)).status).toBe(200)
  })

  it('is not for another school, nor for a teacher', async () => {
    const mine = await own()
    const { path } = await draft(mine)
    const stranger = (await own()).client
    for (const route of ['publish-preview', 'publish-preview/export.xlsx'])
      expect((await stranger.get(`${path}/${route}`)).status).toBe(404)
    expect((await stranger.post(`${path}/publish`)).status).toBe(404)
    expect((await mine.client.post(`${path}/publish`, { previewRevision: 'now' })).status).toBe(400)
    expect(
      (
        await (
          await test.as(await test.world.user('teacher', { school: mine.school }))
        ).post(`${path}/publish`)
      ).status,
    ).toBe(403)
  })
})
