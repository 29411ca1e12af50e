import { TestApp } from '../../../test/app.js'
import { AuditEntry } from '../../audit/index.js'
import { Clearance } from '../../people/index.js'
import { TeacherLeave } from '../leaves/teacher-leave.entity.js'
import { SchedulingSetting } from '../../timetabling/index.js'
import { Session } from './session.entity.js'

describe('changes of a single session', () => {
  let test: TestApp
  // Friday 20 November 2026, 16:00.
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())
  beforeEach(() => test.clock.set('2026-11-20T08:00:00Z'))

  async function own() {
    const school = await test.world.school()
    const section = await test.world.section({ school, enrolledCount: 20 })
    const slots = {
      monday: await test.world.slot({ school, weekday: 1 }),
      late: await test.world.slot({ school, weekday: 1, startTime: '17:30', endTime: '18:15' }),
      tuesday: await test.world.slot({ school, weekday: 2 }),
    }
    const session = await test.world.session({ section, slot: slots.monday, heldOn: '2026-11-23' })
    const user = await test.world.user('coordinator', { school })
    return {
      school,
      section,
      slots,
      session,
      user,
      client: await test.as(user),
      path: `/api/sessions/${session.id}`,
    }
  }
  type Own = Awaited<ReturnType<typeof own>>

  /** Another section's session on Tuesday at the same time of day. */
  async function beside({ school, slots }: Own, overrides: Partial<Session> = {}) {
    const section = await test.world.section({ school })
    return {
      section,
      session: await test.world.session({ section, slot: slots.tuesday, heldOn: '2026-11-24', ...overrides }),
    }
  }

  const row = (id: number) => test.database.read.findOneByOrFail(Session, { id })
  const history = async ({ client, session }: Own) =>
    (await client.get('/api/transitions', { entity: 'session', entityId: session.id })).body as {
      event: string
      comment: string
    }[]

  it('move it to another day, time and room, and tell what it was', async () => {
    const mine = await own()
    const room = await test.world.room({ school: mine.school })
    const moved = await mine.client.post(`${mine.path}/move`, {
      heldOn: '2026-11-24',
      slotId: mine.slots.tuesday.id,
      roomId: room.id,
      comment: '周一运动会',
    })
    expect([moved.status, moved.body]).toMatchObject([
      200,
      {
        heldOn: '2026-11-24',
        plannedOn: '2026-11-23',
        roomName: room.name,
        changes: ['day', 'room'],
        status: 'planned',
      },
    ])
    expect(await row(mine.session.id)).toMatchObject({
      heldOn: '2026-11-24',
      plannedOn: '2026-11-23',
      roomId: room.id,
      plannedRoomId: mine.section.roomId,
    })
    expect(await history(mine)).toMatchObject([
      {
        event: 'move',
        comment: expect.stringMatching(
          /^2026-11-23 周一 16:30–17:30 → 2026-11-24 周二 16:30–17:30；.+ → .+；周一运动会$/,
        ),
      },
    ])
    expect(
      await test.database.read.findOneBy(AuditEntry, {
        action: 'session.move',
        entityId: mine.session.id,
        schoolId: mine.school.id,
      }),
    ).not.toBeNull()
    expect(
      (
        await mine.client.post(`${mine.path}/move`, {
          heldOn: '2026-11-24',
          startTime: '17:00',
          endTime: '17:45',
        })
      ).body.changes,
    ).toEqual(['day', 'time', 'room'])
    const reset = await mine.client.post(`${mine.path}/reset`)
    expect(reset.body).toMatchObject({
      heldOn: '2026-11-23',
      startTime: '16:30',
      changes: [],
      roomId: mine.section.roomId,
    })
    expect((await mine.client.post(`${mine.path}/reset`)).body.code).toBe('scheduling.as_planned_already')
  })

  it('refuse what cannot be, each with a sentence that says what to do', async () => {
    const mine = await own()
    const code = async (body: object) => (await mine.client.post(`${mine.path}/move`, body)).body.code
    expect(await code({ heldOn: '2026-11-21' })).toBe('scheduling.no_school_day')
    expect(await code({ heldOn: '2026-11-19' })).toBe('scheduling.moment_has_passed')
    expect(await code({ heldOn: '2026-11-24', startTime: '15:30', endTime: '16:30' })).toBe(
      'scheduling.slot_before_last_lesson',
    )
    expect(await code({ heldOn: '2026-11-24', startTime: '18:45', endTime: '19:30' })).toBe(
      'scheduling.slot_is_evening',
    )
    expect(await code({ heldOn: '2026-11-24', startTime: '17:30', endTime: '17:00' })).toBe(
      'scheduling.slot_ends_before_it_starts',
    )
    expect(await code({ heldOn: '2026-11-24', slotId: mine.slots.monday.id })).toBe(
      'scheduling.slot_of_other_weekday',
    )
    expect(await code({ heldOn: '2026-11-24', startTime: '16:30' })).toBe('scheduling.slot_or_time')
    expect(await code({ heldOn: '2026-11-23' })).toBe('scheduling.nothing_changes')
    expect(await code({ heldOn: '24.11.2026' })).toBe('request.invalid')
    const strangeRoom = await test.world.room({ school: await test.world.school() })
    expect(await code({ heldOn: '2026-11-24', roomId: strangeRoom.id })).toBe('request.invalid')
    expect(await row(mine.session.id)).toMatchObject({ heldOn: '2026-11-23' })
  })

  it('refuse who is busy, by name of the other session', async () => {
    const mine = await own()
    const other = await beside(mine, { teacherId: mine.section.teacherId! })
    const refused = await mine.client.post(`${mine.path}/move`, { heldOn: '2026-11-24' })
    expect([refused.status, refused.body.code, refused.body.message]).toEqual([
      422,
      'scheduling.teacher_busy',
      expect.stringContaining(`2026-11-24 周二 16:30–17:30已在`),
    ])
    expect(refused.body.message).toContain(other.section.name)
    const second = await own()
    await beside(second, { roomId: second.section.roomId! })
    expect((await second.client.post(`${second.path}/move`, { heldOn: '2026-11-24' })).body.code).toBe(
      'scheduling.room_busy',
    )
  })

  it('refuse a teacher on leave and a lecturer without clearance, and say who cannot come', async () => {
    const mine = await own()
    await test.world.make(TeacherLeave, {
      schoolId: mine.school.id,
      teacherId: mine.section.teacherId,
      fromOn: '2026-11-24',
      toOn: '2026-11-24',
      kind: 'sick',
      remark: null,
      status: 'granted',
      requestedById: mine.user.id,
      createdAt: test.clock.now(),
    })
    const refused = await mine.client.post(`${mine.path}/move`, { heldOn: '2026-11-24' })
    expect([refused.status, refused.body.code]).toEqual([422, 'scheduling.teacher_on_leave'])
    expect(refused.body.message).not.toContain('病')
    const lecturer = await test.world.teacher({ school: mine.school, kind: 'lecturer' })
    const session = await test.world.session({
      section: await test.world.section({ school: mine.school, teacherId: lecturer.id }),
      slot: mine.slots.monday,
      heldOn: '2026-11-23',
    })
    expect((await mine.client.get(`/api/sessions/${session.id}`)).body.teacherProblem).toBe('not_cleared')
    expect(
      (await mine.client.post(`/api/sessions/${session.id}/move`, { heldOn: '2026-11-25' })).body.code,
    ).toBe('scheduling.lecturer_not_cleared')
    await test.world.make(Clearance, {
      schoolId: mine.school.id,
      teacherId: lecturer.id,
      validFromOn: '2026-11-01',
      validToOn: '2026-11-30',
      document: '证明',
      isRevoked: false,
      recordedById: mine.user.id,
    })
    expect(
      (await mine.client.post(`/api/sessions/${session.id}/move`, { heldOn: '2026-11-25' })).status,
    ).toBe(200)
  })

  it('change the room alone, if it is free and large enough', async () => {
    const mine = await own()
    const small = await test.world.room({ school: mine.school, capacity: 10 })
    expect((await mine.client.post(`${mine.path}/change-room`, { roomId: small.id })).body.code).toBe(
      'scheduling.room_too_small_for_children',
    )
    const room = await test.world.room({ school: mine.school })
    expect(
      (await mine.client.post(`${mine.path}/change-room`, { roomId: room.id, comment: '空调坏了' })).body,
    ).toMatchObject({ roomName: room.name, changes: ['room'] })
    expect(await history(mine)).toMatchObject([{ event: 'change_room' }])
    expect((await mine.client.post(`${mine.path}/change-room`, {})).status).toBe(400)
    expect((await mine.client.post(`${mine.path}/change-room`, { roomId: room.id })).body.code).toBe(
      'scheduling.nothing_changes',
    )
  })

  it('make up a cancelled session, also one of the past, and take the make-up back', async () => {
    const mine = await own()
    expect((await mine.client.post(`${mine.path}/make-up`, { heldOn: '2026-11-24' })).status).toBe(409)
    await mine.client.post(`${mine.path}/cancel`, { comment: '大雪' })
    test.clock.set('2026-11-26T02:00:00Z')
    const client = await test.as(mine.user)
    const made = await client.post(`${mine.path}/make-up`, {
      heldOn: '2026-12-01',
      slotId: mine.slots.tuesday.id,
    })
    expect([made.status, made.body]).toMatchObject([
      201,
      {
        heldOn: '2026-12-01',
        makesUpId: mine.session.id,
        makesUpOn: '2026-11-23',
        changes: ['make_up'],
        status: 'planned',
      },
    ])
    expect((await client.get(mine.path)).body).toMatchObject({
      status: 'made_up',
      madeUpOn: '2026-12-01',
      madeUpById: made.body.id,
      actions: [],
    })
    expect((await client.post(`${mine.path}/make-up`, { heldOn: '2026-12-02' })).body.code).toBe(
      'scheduling.made_up_already',
    )
    expect(
      (await client.post(`/api/sessions/${made.body.id}/cancel`, { comment: '又停' })).body.actions,
    ).toEqual(['restore'])
    expect((await row(mine.session.id)).status).toBe('cancelled')
    expect(
      (await client.post(`/api/sessions/${made.body.id}/make-up`, { heldOn: '2026-12-02' })).body.code,
    ).toBe('scheduling.make_up_of_make_up')
    expect((await client.post(`/api/sessions/${made.body.id}/restore`)).body.status).toBe('planned')
    expect((await row(mine.session.id)).status).toBe('made_up')
    expect((await client.post(`${mine.path}/restore`)).status).toBe(409)
  })

  it("make up on the very day, or beside the section's next session, and outlive a new timetable", async () => {
    const mine = await own()
    const next = await test.world.session({
      section: mine.section,
      slot: mine.slots.monday,
      heldOn: '2026-11-30',
    })
    await mine.client.post(`${mine.path}/cancel`, { comment: '停电' })
    const beside = await mine.client.post(`${mine.path}/make-up`, {
      heldOn: '2026-11-30',
      startTime: '17:30',
      endTime: '18:15',
    })
    expect([beside.status, beside.body]).toMatchObject([
      201,
      { heldOn: '2026-11-30', startTime: '17:30', makesUpId: mine.session.id },
    ])
    await mine.client.post(`/api/sessions/${beside.body.id}/cancel`, { comment: '又停' })
    expect(
      (
        await mine.client.post(`${mine.path}/make-up`, {
          heldOn: '2026-11-23',
          startTime: '17:30',
          endTime: '18:15',
        })
      ).status,
    ).toBe(201)
    expect((await mine.client.post(`/api/sessions/${next.id}/cancel`, { comment: '停' })).status).toBe(200)
    expect(
      (
        await mine.client.post(`/api/sessions/${next.id}/make-up`, {
          heldOn: '2026-11-30',
          slotId: mine.slots.monday.id,
        })
      ).status,
    ).toBe(201)
  })

  it('restore only what still fits', async () => {
    const mine = await own()
    await mine.client.post(`${mine.path}/cancel`, { comment: '停' })
    const other = await test.world.session({
      section: await test.world.section({ school: mine.school }),
      slot: mine.slots.monday,
      heldOn: '2026-11-23',
      roomId: mine.section.roomId!,
    })
    expect((await mine.client.post(`${mine.path}/restore`)).body.code).toBe('scheduling.room_busy')
    await mine.client.post(`/api/sessions/${other.id}/cancel`, { comment: '停' })
    expect((await mine.client.post(`${mine.path}/restore`)).body).toMatchObject({
      status: 'planned',
      reason: null,
    })
  })

  it('leave alone what has begun', async () => {
    const mine = await own()
    test.clock.set('2026-11-23T08:31:00Z')
    const client = await test.as(mine.user)
    for (const [event, body] of [
      ['move', { heldOn: '2026-11-24' }],
      ['change-room', { roomId: mine.section.roomId }],
      ['cancel', { comment: '停' }],
      ['reset', {}],
    ] as const) {
      expect((await client.post(`${mine.path}/${event}`, body)).body.code).toBe(
        'scheduling.session_has_begun',
      )
    }
    expect((await client.get(mine.path)).body).toMatchObject({ hasBegun: true, actions: [] })
  })

  it('wait for one another: two into one room, one gets it', async () => {
    const mine = await own()
    const second = await test.world.session({
      section: await test.world.section({ school: mine.school }),
      slot: mine.slots.late,
      heldOn: '2026-11-23',
    })
    const room = await test.world.room({ school: mine.school })
    const answers = await Promise.all(
      [mine.path, `/api/sessions/${second.id}`].map((path) =>
        mine.client.post(`${path}/move`, {
          heldOn: '2026-11-24',
          startTime: '16:30',
          endTime: '17:30',
          roomId: room.id,
        }),
      ),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422])
    expect(
      (await test.database.read.findOneByOrFail(SchedulingSetting, { schoolId: mine.school.id })).revision,
    ).toBe(1)
    const twice = await Promise.all(
      [1, 2].map(() => mine.client.post(`${mine.path}/cancel`, { comment: '停' })),
    )
    expect(twice.map((answer) => answer.status).sort()).toEqual([200, 409])
  })

  it('show the slots and rooms of a day with what speaks against each', async () => {
    const mine = await own()
    await beside(mine, { roomId: mine.section.roomId! })
    const choices = (await mine.client.get(`${mine.path}/choices`, { heldOn: '2026-11-24' })).body
    expect(choices).toMatchObject({
      heldOn: '2026-11-24',
      message: null,
      slots: [{ slotId: mine.slots.tuesday.id, isFree: true, isRoomTaken: true }],
    })
    expect(
      choices.rooms.find((room: { roomId: number }) => room.roomId === mine.section.roomId),
    ).toMatchObject({ isFree: false, message: expect.stringContaining('已由') })
    expect((await mine.client.get(`${mine.path}/choices`, { heldOn: '2026-11-21' })).body).toMatchObject({
      slots: [],
      message: expect.stringContaining('不上课'),
    })
    expect((await mine.client.get(`${mine.path}/choices`)).status).toBe(400)
  })

  it('are not for a teacher, and do not exist for another school', async () => {
    const mine = await own()
    const teacher = await test.as(await test.world.user('teacher', { school: mine.school }))
    const stranger = await test.as(await test.world.user('coordinator'))
    for (const [event, body] of [
      ['move', { heldOn: '2026-11-24' }],
      ['change-room', { roomId: 1 }],
      ['cancel', { comment: '停' }],
      ['restore', {}],
      ['reset', {}],
      ['make-up', { heldOn: '2026-11-24' }],
    ] as const) {
      expect([
        (await teacher.post(`${mine.path}/${event}`, body)).status,
        (await stranger.post(`${mine.path}/${event}`, body)).status,
      ]).toEqual([403, 404])
    }
    expect([
      (await teacher.get(`${mine.path}/choices`, { heldOn: '2026-11-24' })).status,
      (await stranger.get(`${mine.path}/choices`, { heldOn: '2026-11-24' })).status,
    ]).toEqual([403, 404])
    expect(await row(mine.session.id)).toMatchObject({ status: 'planned', heldOn: '2026-11-23' })
  })
})
