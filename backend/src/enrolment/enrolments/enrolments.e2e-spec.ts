import { type Client, TestApp } from '../../../test/app.js'
import { AuditEntry } from '../../audit/index.js'
import { Section } from '../../catalogue/index.js'
import type { School } from '../../organisation/index.js'
import { Student } from '../../people/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { Enrolment } from './enrolment.entity.js'

/** Instead of why not. */
const joined = 'has joined'

describe('enrolments', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  async function own() {
    const school = await test.world.school()
    return { school, client: await test.as(await test.world.user('coordinator', { school })) }
  }

  const students = async (school: School, count: number) => {
    const homeClass = await test.world.homeClass({ school })
    const made: Student[] = []
    for (let each = 0; each < count; each += 1) made.push(await test.world.student({ school, homeClass }))
    return { homeClass, made, ids: made.map((student) => student.id) }
  }

  /** The cached count must equal the rows behind it. */
  async function expectSeats(sectionId: number, count: number): Promise<void> {
    expect((await test.database.read.findOneByOrFail(Section, { id: sectionId })).enrolledCount).toBe(count)
    expect(await test.database.read.countBy(Enrolment, { sectionId, status: 'active' })).toBe(count)
  }

  it('take a whole home class in one step, and nobody twice', async () => {
    const { school, client } = await own()
    const { homeClass, ids } = await students(school, 3)
    const section = await test.world.section({
      school,
      kind: 'home_class',
      homeClassId: homeClass.id,
      grades: [3],
    })
    const answer = await client.post('/api/enrolments/bulk', {
      sectionId: section.id,
      homeClassId: homeClass.id,
    })
    expect([answer.status, answer.body]).toMatchObject([200, { done: ids, refused: [], freeCount: 27 }])
    await expectSeats(section.id, 3)
    const again = await client.post('/api/enrolments/bulk', {
      sectionId: section.id,
      homeClassId: homeClass.id,
    })
    expect(again.body.done).toEqual([])
    expect(again.body.refused).toMatchObject(ids.map((id) => ({ id, code: 'enrolment.already_in' })))
    await expectSeats(section.id, 3)
    expect(await test.database.read.findOneBy(Student, { id: ids[0]! })).toMatchObject({ weekRevision: 2 })
  })

  it('say for each child why not', async () => {
    const { school, client } = await own()
    const {
      ids: [first, second],
      made,
    } = await students(school, 2)
    const fifth = await test.world.student({
      school,
      homeClass: await test.world.homeClass({ school, grade: 5 }),
    })
    const gone = await test.world.student({ school, leftOn: '2026-10-01' })
    const stranger = await test.world.student({ school: await test.world.school() })
    const section = await test.world.section({ school, grades: [3, 4], capacity: 1 })
    const { body } = await client.post('/api/enrolments/bulk', {
      sectionId: section.id,
      studentIds: [stranger.id, fifth.id, gone.id, second!, first!],
    })
    expect(body.done).toEqual([second])
    expect(body.refused.map((row: { id: number; code: string }) => [row.id, row.code])).toEqual([
      [stranger.id, 'enrolment.no_such_student'],
      [fifth.id, 'enrolment.grade_does_not_fit'],
      [gone.id, 'enrolment.student_has_left'],
      [first, 'enrolment.full'],
    ])
    expect(body.refused[0]).toMatchObject({ studentName: null, message: '本校没有这名学生。', params: {} })
    expect(body.refused[3]).toMatchObject({
      studentName: made[0]!.name,
      message: `“${section.name}”的 1 个名额已满。`,
    })
    await expectSeats(section.id, 1)
    expect((await client.post('/api/enrolments/bulk', { sectionId: section.id })).body.code).toBe(
      'enrolment.students_or_home_class',
    )
    expect(
      (await client.post('/api/enrolments/bulk', { sectionId: section.id, studentIds: [first!, first!] }))
        .status,
    ).toBe(400)
  })

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
    const mine = await own()
    const { ids } = await students(mine.school, 1)
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
    const mine = await own()
    const { ids } = await students(mine.school, 1)
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

  it('give 20 seats to exactly 20 of 40 who come at once', async () => {
    const { school, client } = await own()
    const { ids } = await students(school, 40)
    const section = await test.world.section({ school, capacity: 20 })
    const answers = await Promise.all(
      ids.map((id) =>
        client.postPatiently('/api/enrolments/bulk', { sectionId: section.id, studentIds: [id] }),
      ),
    )
    expect(answers.map((answer) => answer.status)).toEqual(Array(40).fill(200))
    expect(answers.filter((answer) => answer.body.done.length === 1)).toHaveLength(20)
    expect(
      new Set(answers.flatMap((answer) => answer.body.refused.map((row: { code: string }) => row.code))),
    ).toEqual(new Set(['enrolment.full']))
    await expectSeats(section.id, 20)
  })

  it('put a child into one of two sections of the same slot when both come at once', async () => {
    const { enrol, choir, football, ids } = await club({ choir: {}, football: {} })
    const answers = await Promise.all([choir, football].map(({ id }) => enrol(id)))
    expect(answers.filter((answer) => answer === joined)).toHaveLength(1)
    expect(await test.database.read.countBy(Enrolment, { studentId: ids[0]!, status: 'active' })).toBe(1)
  })

  it('do not slip past a week that is being published at the same moment', async () => {
    const mine = await own()
    const { ids } = await students(mine.school, 1)
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

  it('end with the seat given back, and may begin again', async () => {
    const { school, client } = await own()
    const { ids } = await students(school, 1)
    const section = await test.world.section({ school, capacity: 1 })
    await client.post('/api/enrolments/bulk', { sectionId: section.id, studentIds: ids })
    const [enrolment] = (await client.get('/api/enrolments', { sectionId: section.id })).body.items
    expect(enrolment).toMatchObject({ status: 'active', startsOn: '2026-11-20', actions: ['end'] })
    const ended = await client.post(`/api/enrolments/${enrolment.id}/end`, { comment: '家长申请退出' })
    expect(ended.body).toMatchObject({ status: 'ended', endsOn: '2026-11-20', actions: [] })
    await expectSeats(section.id, 0)
    expect((await client.post(`/api/enrolments/${enrolment.id}/end`)).status).toBe(409)
    expect(
      (await client.post('/api/enrolments/bulk', { sectionId: section.id, studentIds: ids })).body.done,
    ).toEqual(ids)
    await expectSeats(section.id, 1)
    expect(await test.database.read.countBy(Enrolment, { sectionId: section.id })).toBe(1)
    const history = (await client.get('/api/transitions', { entity: 'enrolment', entityId: enrolment.id }))
      .body
    expect(history.map((step: { event: string }) => step.event)).toEqual(['end', 'resume'])
  })

  it('end when the student leaves the school, in every section', async () => {
    const { school, client } = await own()
    const {
      ids: [leaving, staying],
    } = await students(school, 2)
    const sections = [await test.world.section({ school }), await test.world.section({ school })]
    for (const section of sections)
      await client.post('/api/enrolments/bulk', { sectionId: section.id, studentIds: [leaving, staying] })
    expect((await client.post(`/api/students/${leaving}/leave`, { leftOn: '2026-11-20' })).status).toBe(200)
    for (const section of sections) await expectSeats(section.id, 1)
    expect((await client.get('/api/enrolments', { studentId: leaving! })).body.items).toMatchObject([
      { status: 'ended', endsOn: '2026-11-20' },
      { status: 'ended' },
    ])
    expect(
      (await client.post('/api/enrolments/bulk', { sectionId: sections[0]!.id, studentIds: [leaving] })).body
        .refused[0].code,
    ).toBe('enrolment.student_has_left')
  })

  it('end once when two end at once', async () => {
    const { school, client } = await own()
    const { ids } = await students(school, 1)
    const section = await test.world.section({ school })
    await client.post('/api/enrolments/bulk', { sectionId: section.id, studentIds: ids })
    const [{ id }] = (await client.get('/api/enrolments', { sectionId: section.id })).body.items
    const answers = await Promise.all([1, 2, 3].map(() => client.post(`/api/enrolments/${id}/end`)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
    await expectSeats(section.id, 0)
  })

  it('are listed by section, student, class and status, and printed without numbers', async () => {
    const { school, client } = await own()
    const { homeClass, made } = await students(school, 2)
    const section = await test.world.section({ school })
    await client.post('/api/enrolments/bulk', {
      sectionId: section.id,
      studentIds: made.map((student) => student.id),
    })
    for (const [filter, total] of [
      [{ sectionId: section.id }, 2],
      [{ studentId: made[0]!.id }, 1],
      [{ homeClassId: homeClass.id }, 2],
      [{ status: 'ended' }, 0],
      [{ q: made[1]!.name }, 1],
      [{ schoolId: school.id, termId: section.termId }, 2],
    ] as const) {
      expect((await client.get('/api/enrolments', filter)).body.total).toBe(total)
    }
    const [sheet] = readWorkbook(
      (await client.get('/api/enrolments/export.xlsx', { sectionId: section.id, sort: 'id' })).raw,
      'enrolments.xlsx',
    ).sheets
    expect(sheet!.rows.map((row) => row.cells[1])).toEqual(['姓名', ...made.map((student) => student.name)])
    expect(
      await test.database.read.countBy(AuditEntry, { action: 'enrolment.export', schoolId: school.id }),
    ).toBe(1)
    const list = await client.get(`/api/sections/${section.id}/class-list`)
    expect(list.body).toMatchObject({
      sectionName: section.name,
      schoolName: school.name,
      meetings: [],
      rows: [{ name: made[0]!.name, className: homeClass.name }, { name: made[1]!.name }],
    })
    expect(list.text).not.toContain('L1402')
  })

  it("know nothing of another school, and are not the principal's to write", async () => {
    const { school, client } = await own()
    const { ids } = await students(school, 1)
    const section = await test.world.section({ school })
    await client.post('/api/enrolments/bulk', { sectionId: section.id, studentIds: ids })
    const [{ id }] = (await client.get('/api/enrolments', { sectionId: section.id })).body.items
    const stranger = (await own()).client
    expect((await stranger.get(`/api/enrolments/${id}`)).status).toBe(404)
    expect((await stranger.get(`/api/sections/${section.id}/class-list`)).status).toBe(404)
    expect((await stranger.post(`/api/enrolments/${id}/end`)).status).toBe(404)
    expect(
      (await stranger.post('/api/enrolments/bulk', { sectionId: section.id, studentIds: ids })).status,
    ).toBe(404)
    expect((await stranger.get('/api/enrolments', { schoolId: school.id })).body.total).toBe(0)
    const principal = await test.as(await test.world.user('principal', { school }))
    expect((await principal.get(`/api/enrolments/${id}`)).status).toBe(200)
    expect(
      (await principal.post('/api/enrolments/bulk', { sectionId: section.id, studentIds: ids })).status,
    ).toBe(403)
    expect(
      (
        await (
          await test.as(await test.world.user('teacher', { school }))
        ).get(`/api/sections/${section.id}/class-list`)
      ).status,
    ).toBe(403)
  })
})
