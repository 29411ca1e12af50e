import { TestApp } from '../../../test/app.js'
import { coordinated, students } from '../../../test/enrolments-world.js'
import { AuditEntry } from '../../audit/index.js'
import { Section } from '../../catalogue/index.js'
import { Student } from '../../people/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { Enrolment } from './enrolment.entity.js'

describe('enrolments', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  /** The cached count must equal the rows behind it. */
  async function expectSeats(sectionId: number, count: number): Promise<void> {
    expect((await test.database.read.findOneByOrFail(Section, { id: sectionId })).enrolledCount).toBe(count)
    expect(await test.database.read.countBy(Enrolment, { sectionId, status: 'active' })).toBe(count)
  }

  it('take a whole home class in one step, and nobody twice', async () => {
    const { school, client } = await coordinated(test)
    const { homeClass, ids } = await students(test, school, 3)
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
    const { school, client } = await coordinated(test)
    const {
      ids: [first, second],
      made,
    } = await students(test, school, 2)
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

  it('give 20 seats to exactly 20 of 40 who come at once', async () => {
    const { school, client } = await coordinated(test)
    const { ids } = await students(test, school, 40)
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

  it('end with the seat given back, and may begin again', async () => {
    const { school, client } = await coordinated(test)
    const { ids } = await students(test, school, 1)
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
    const { school, client } = await coordinated(test)
    const {
      ids: [leaving, staying],
    } = await students(test, school, 2)
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
    const { school, client } = await coordinated(test)
    const { ids } = await students(test, school, 1)
    const section = await test.world.section({ school })
    await client.post('/api/enrolments/bulk', { sectionId: section.id, studentIds: ids })
    const [{ id }] = (await client.get('/api/enrolments', { sectionId: section.id })).body.items
    const answers = await Promise.all([1, 2, 3].map(() => client.post(`/api/enrolments/${id}/end`)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
    await expectSeats(section.id, 0)
  })

  it('are listed by section, student, class and status, and printed without numbers', async () => {
    const { school, client } = await coordinated(test)
    const { homeClass, made } = await students(test, school, 2)
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
    const { school, client } = await coordinated(test)
    const { ids } = await students(test, school, 1)
    const section = await test.world.section({ school })
    await client.post('/api/enrolments/bulk', { sectionId: section.id, studentIds: ids })
    const [{ id }] = (await client.get('/api/enrolments', { sectionId: section.id })).body.items
    const stranger = (await coordinated(test)).client
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
