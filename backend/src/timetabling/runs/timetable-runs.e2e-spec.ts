import { TestApp } from '../../../test/app.js'
import { JobWorker } from '../../platform/jobs/job-worker.js'
import { JobsService } from '../../platform/jobs/jobs.service.js'
import { Placement } from '../timetables/placement.entity.js'
import { RunPlacement } from './run-placement.entity.js'
import { TimetableRun } from './timetable-run.entity.js'

describe('automatic arrangement', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  /** Two slots a day on two days, a home class with homework twice a week, a choir, football whose leader is to be chosen; an empty draft. */
  async function school() {
    const own = await test.world.school()
    const term = await test.world.term()
    const client = await test.as(await test.world.user('coordinator', { school: own }))
    const slots = []
    for (const weekday of [1, 2])
      for (const [startTime, endTime] of [
        ['16:10', '17:00'],
        ['17:10', '18:00'],
      ] as const)
        slots.push(await test.world.slot({ school: own, weekday, startTime, endTime }))
    const room = await test.world.room({ school: own })
    const homeClass = await test.world.homeClass({ school: own, homeRoomId: room.id })
    const homework = await test.world.section({
      school: own,
      name: '作业',
      kind: 'home_class',
      homeClassId: homeClass.id,
      roomId: null,
      meetingsPerWeek: 2,
    })
    const choir = await test.world.section({ school: own, name: '合唱', teacherId: homework.teacherId })
    const course = await test.world.course({ school: own, name: '足球课', roomKinds: ['ground'] })
    const football = await test.world.section({
      school: own,
      name: '足球',
      courseId: course.id,
      teacherId: null,
      roomId: null,
    })
    await test.world.room({ school: own, name: '操场', kind: 'ground', capacity: 200 })
    const leader = await test.world.teacher({ school: own, name: '体育老师' })
    await client.patch(`/api/course-leaders/${course.id}`, { teacherIds: [leader.id] })
    const timetable = (await client.post('/api/timetables', { schoolId: own.id, termId: term.id })).body
    const begin = (overrides: object = {}) =>
      client.post('/api/timetable-runs', { timetableId: timetable.id, seconds: 1, ...overrides })
    const get = async (id: number) => (await client.get(`/api/timetable-runs/${id}`)).body
    const placed = () =>
      test.database.read.find(Placement, {
        where: { timetableId: timetable.id },
        order: { sectionId: 'ASC', slotId: 'ASC' },
      })
    return { own, term, client, slots, homework, choir, football, leader, timetable, begin, get, placed }
  }
  const work = () => test.nest.get(JobWorker).workAll()

  it('says first what is missing, all of it at once, and goes on without those sections if asked', async () => {
    const { client, own, timetable, begin, get } = await school()
    const ready = (await client.get(`/api/timetables/${timetable.id}/readiness`)).body
    expect(ready).toMatchObject({
      isReady: true,
      isImpossible: false,
      blocking: [],
      warnings: [],
      sectionCount: 3,
      meetingCount: 4,
      fixedCount: 0,
    })
    const [large, nobody] = [
      await test.world.section({ school: own, name: '全校讲座', roomId: null, capacity: 900 }),
      await test.world.section({ school: own, name: '无人班', teacherId: null }),
    ]
    const refused = await begin()
    expect([refused.status, refused.body.code, refused.body.params.count]).toEqual([
      422,
      'scheduling.week_not_ready',
      2,
    ])
    expect(refused.body.message).toContain('“全校讲座”有 900 人，最大的场地“操场”也只能容纳 200 人')
    expect(refused.body.message).toContain('“无人班”没有任课教师')
    const run = await begin({ leavesOutUnready: true })
    expect([run.status, run.body.status]).toEqual([201, 'waiting'])
    await work()
    const done = await get(run.body.id)
    expect(done.summary).toMatchObject({ placedCount: 4, unplacedCount: 2 })
    expect(done.reasons.map((reason: { sectionId: number }) => reason.sectionId).sort()).toEqual(
      [large.id, nobody.id].sort(),
    )
  })

  it('refuses an empty week and contradictory locks whatever is left out', async () => {
    const own = await test.world.school()
    const client = await test.as(await test.world.user('coordinator', { school: own }))
    const empty = (
      await client.post('/api/timetables', { schoolId: own.id, termId: (await test.world.term()).id })
    ).body
    expect(
      (await client.post('/api/timetable-runs', { timetableId: empty.id, leavesOutUnready: true })).body
        .message,
    ).toContain('还没有时段')
    await test.world.slot({ school: own })
    expect(
      (await client.post('/api/timetable-runs', { timetableId: empty.id, leavesOutUnready: true })).body
        .message,
    ).toContain('还没有开设的课程班')
    const { begin, timetable, homework, choir, slots, own: other, client: theirs } = await school()
    await theirs.post('/api/placements', {
      timetableId: timetable.id,
      sectionId: choir.id,
      slotId: slots[0]!.id,
      isLocked: true,
    })
    // The teacher's times change after the lock was set.
    await theirs.post('/api/teaching-wishes', {
      termId: timetable.termId,
      teacherId: homework.teacherId,
      unavailableSlotIds: [slots[0]!.id],
    })
    expect((await begin({ leavesOutUnready: true })).body.message).toContain('“合唱”锁定在周一 16:10–17:00')
    expect(await test.database.read.countBy(TimetableRun, { schoolId: other.id })).toBe(0)
  })

  it('works in a job, shows its result beside the draft, is taken over as one step and undone as one', async () => {
    const { client, begin, get, placed, timetable, homework, choir, football, leader, slots } = await school()
    await client.post('/api/placements', {
      timetableId: timetable.id,
      sectionId: choir.id,
      slotId: slots[3]!.id,
      isLocked: true,
    })
    const run = (await begin({ seed: 7 })).body
    expect(run).toMatchObject({
      status: 'waiting',
      seed: 7,
      seconds: 1,
      progress: { step: 'waiting' },
      actions: ['cancel', 'discard'],
    })
    expect((await client.get(`/api/timetable-runs/${run.id}/result`)).body.code).toBe(
      'scheduling.run_without_result',
    )
    await work()
    const done = await get(run.id)
    expect(done).toMatchObject({
      status: 'finished',
      progress: null,
      isStale: false,
      actions: ['accept', 'discard'],
      reasons: [],
      failure: null,
      summary: { placedCount: 4, unplacedCount: 0, violationCount: 0, changedCount: 0, softCostBefore: null },
    })
    expect(await test.database.read.countBy(RunPlacement, { runId: run.id })).toBe(4)
    expect(await placed()).toHaveLength(1)
    const result = (await client.get(`/api/timetable-runs/${run.id}/result`, { by: 'teacher' })).body
    expect(result.rows.find((row: { id: number }) => row.id === leader.id).placements).toMatchObject([
      { sectionName: '足球', roomName: '操场' },
    ])
    expect(result.unplaced).toEqual([])
    const accepted = await client.post(`/api/timetable-runs/${run.id}/accept`)
    expect([accepted.status, accepted.body.status, accepted.body.actions]).toEqual([200, 'accepted', []])
    const after = await placed()
    expect(after.map((each) => each.sectionId).sort()).toEqual(
      [homework.id, homework.id, choir.id, football.id].sort(),
    )
    expect(after.find((each) => each.sectionId === choir.id)).toMatchObject({
      slotId: slots[3]!.id,
      isLocked: true,
    })
    expect((await client.get(`/api/timetables/${timetable.id}/grid`)).body.canUndo).toMatchObject({
      kind: 'accept_run',
      count: 3,
    })
    expect((await client.post(`/api/timetables/${timetable.id}/undo`)).body).toEqual({
      kind: 'accept_run',
      goneCount: 3,
      comeCount: 0,
    })
    expect(await placed()).toHaveLength(1)
    expect((await client.post(`/api/timetables/${timetable.id}/redo`)).status).toBe(200)
    expect((await client.post(`/api/timetables/${timetable.id}/publish`)).status).toBe(200)
  })

  it('gives the same answer to the same seed and draft', async () => {
    const { client, begin } = await school()
    const places = []
    for (let time = 0; time < 2; time += 1) {
      const run = (await begin({ seed: 3 })).body
      await work()
      places.push(
        (
          await test.database.read.find(RunPlacement, {
            where: { runId: run.id },
            order: { sectionId: 'ASC', slotId: 'ASC' },
          })
        ).map(({ sectionId, slotId, teacherId, roomId }) => [sectionId, slotId, teacherId, roomId]),
      )
      await client.post(`/api/timetable-runs/${run.id}/discard`)
    }
    expect(places[0]).toEqual(places[1])
  })

  it('is not taken over when the draft has changed since', async () => {
    const { client, begin, get, placed, timetable, choir, slots } = await school()
    const run = (await begin()).body
    await work()
    await client.post('/api/placements', {
      timetableId: timetable.id,
      sectionId: choir.id,
      slotId: slots[0]!.id,
    })
    expect(await get(run.id)).toMatchObject({ isStale: true, actions: ['discard'] })
    const refused = await client.post(`/api/timetable-runs/${run.id}/accept`)
    expect([refused.status, refused.body.code]).toEqual([409, 'scheduling.draft_changed_since_run'])
    expect([(await placed()).length, (await get(run.id)).status]).toEqual([1, 'finished'])
    expect((await client.post(`/api/timetable-runs/${run.id}/discard`)).body.status).toBe('discarded')
    expect((await client.post(`/api/timetable-runs/${run.id}/accept`)).status).toBe(409)
  })

  it('runs once at a time for a draft, and is taken over once by two at once', async () => {
    const { client, begin, placed } = await school()
    const begun = await Promise.all([begin(), begin(), begin()])
    expect(begun.map((answer) => answer.status).sort()).toEqual([201, 409, 409])
    expect(begun.find((answer) => answer.status === 409)!.body.code).toBe('scheduling.run_waiting')
    await work()
    const { id } = begun.find((answer) => answer.status === 201)!.body
    const answers = await Promise.all([1, 2].map(() => client.post(`/api/timetable-runs/${id}/accept`)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(await placed()).toHaveLength(4)
  })

  it('ends with the best so far when somebody stops it', async () => {
    const { client, begin, get } = await school()
    const run = (await begin()).body
    expect((await client.post(`/api/timetable-runs/${run.id}/cancel`)).body).toMatchObject({
      isCancelAsked: true,
      status: 'waiting',
      actions: ['discard'],
    })
    await work()
    const done = await get(run.id)
    expect(done.status).toBe('finished')
    expect(done.summary.placedCount + done.summary.unplacedCount).toBe(4)
    expect((await client.post(`/api/timetable-runs/${run.id}/cancel`)).body.code).toBe('scheduling.run_ended')
  })

  it('is done again by another process when the first is killed half-way', async () => {
    const { begin, get } = await school()
    const run = (await begin()).body
    // Claimed by a process that dies before it has saved anything.
    await new JobsService(test.database, test.clock).claim(['timetable_run'])
    await work()
    expect((await get(run.id)).status).toBe('waiting')
    test.clock.advanceMinutes(2)
    await work()
    expect(await get(run.id)).toMatchObject({ status: 'finished', summary: { placedCount: 4 } })
    expect(await test.database.read.countBy(RunPlacement, { runId: run.id })).toBe(4)
  })

  it('that kills every process fails with a sentence, and the next one may begin', async () => {
    const { begin, get } = await school()
    const run = (await begin()).body
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await new JobsService(test.database, test.clock).claim(['timetable_run'])
      test.clock.advanceMinutes(2)
    }
    await work()
    expect(await get(run.id)).toMatchObject({
      status: 'failed',
      actions: [],
      failure: expect.stringContaining('草稿没有变化'),
    })
    expect((await begin()).status).toBe(201)
    await work()
  })

  it('thrown away while it waits does no harm, nor does a draft that is deleted', async () => {
    const { client, begin, timetable } = await school()
    const run = (await begin()).body
    expect((await client.post(`/api/timetable-runs/${run.id}/discard`)).body.status).toBe('discarded')
    await begin()
    expect((await client.delete(`/api/timetables/${timetable.id}`)).status).toBe(204)
    await work()
    expect(await test.database.read.countBy(TimetableRun, { timetableId: timetable.id })).toBe(0)
    expect((await begin()).status).toBe(404)
  })

  it('belongs to the school, to drafts and to those who may', async () => {
    const { client, own, begin, timetable } = await school()
    const run = (await begin()).body
    const there = await school()
    for (const what of ['accept', 'discard', 'cancel'])
      expect((await there.client.post(`/api/timetable-runs/${run.id}/${what}`)).status).toBe(404)
    for (const path of [
      `timetable-runs/${run.id}`,
      `timetable-runs/${run.id}/result`,
      `timetables/${timetable.id}/readiness`,
    ])
      expect((await there.client.get(`/api/${path}`)).status).toBe(404)
    expect((await there.client.post('/api/timetable-runs', { timetableId: timetable.id })).status).toBe(404)
    expect((await there.client.get('/api/timetable-runs', { schoolId: own.id })).body.total).toBe(0)
    expect((await client.get('/api/timetable-runs', { timetableId: timetable.id })).body.items).toMatchObject(
      [{ id: run.id }],
    )
    const teacher = await test.as(await test.world.user('teacher', { school: own }))
    expect((await teacher.post(`/api/timetable-runs/${run.id}/cancel`)).status).toBe(403)
    expect([
      (await begin({ seconds: 0 })).status,
      (await begin({ seconds: 121 })).status,
      (await begin({ seed: -1 })).status,
    ]).toEqual([400, 400, 400])
    await work()
    await client.post(`/api/timetable-runs/${run.id}/accept`)
    await client.post(`/api/timetables/${timetable.id}/publish`)
    expect((await begin()).body.code).toBe('scheduling.timetable_not_draft')
  })
})
