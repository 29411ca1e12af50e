import { TestApp } from '../../../test/app.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { AuditEntry } from '../../audit/index.js'
import { Student } from './student.entity.js'
import { StudentStay } from './student-stay.entity.js'

describe('students', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  async function setting() {
    const school = await test.world.school()
    const homeClass = await test.world.homeClass({ school, grade: 2, number: 1 })
    return {
      school,
      homeClass,
      coordinator: await test.as(await test.world.user('coordinator', { school })),
      auditor: await test.as(await test.world.user('auditor')),
    }
  }

  it('are found by name, pinyin, initials and the whole number, and by nothing less', async () => {
    const { homeClass, coordinator, school } = await setting()
    const number = 'L140299201709010001'
    await coordinator.post('/api/students', {
      homeClassId: homeClass.id,
      name: '张小雨',
      sex: 'female',
      studentNumber: number,
      bornOn: '2018-09-01',
    })
    await coordinator.post('/api/students', { homeClassId: homeClass.id, name: '李明', sex: 'male' })
    const names = async (q: string) =>
      (await coordinator.get('/api/students', { q, schoolId: school.id })).body.items.map(
        (student: { name: string }) => student.name,
      )
    for (const q of ['小雨', 'zhang xiao', 'zhangxiaoyu', 'zxy'])
      expect({ q, names: await names(q) }).toEqual({ q, names: ['张小雨'] })
    expect(await names('L1402992017')).toEqual([])
    // A number in a search would stand in the address: it is refused there and looked up by its body instead.
    const refused = await coordinator.get('/api/students', { q: number })
    expect([refused.status, refused.body.code]).toEqual([400, 'people.number_in_address'])
    for (const typed of [number, ` ${number.toLowerCase()} `])
      expect((await coordinator.post('/api/students/find-by-number', { number: typed })).body).toEqual([
        expect.objectContaining({ name: '张小雨' }),
      ])
    expect(
      (await coordinator.post('/api/students/find-by-number', { number: 'L140299201709010009' })).body,
    ).toEqual([])
    const stranger = await test.as(await test.world.user('coordinator'))
    expect((await stranger.post('/api/students/find-by-number', { number })).body).toEqual([])
    expect(
      JSON.stringify(await test.database.read.findBy(AuditEntry, { action: 'student.find-by-number' })),
    ).not.toContain(number)
  })

  it('are shown with masked numbers; a look in full is noted', async () => {
    const { school, homeClass, coordinator, auditor } = await setting()
    const student = await test.world.student({ school, homeClass })
    await test.world.guardian({ student, phone: '13912345678' })
    const shown = await coordinator.get(`/api/students/${student.id}`)
    expect(shown.body).toMatchObject({
      className: '二(1)班',
      bornIn: '2017',
      guardians: [{ relation: '母亲', phone: '139****5678', isActivated: false }],
    })
    expect(shown.body.studentNumber).toMatch(/^L14\*{12}\d{4}$/)
    expect(shown.text).not.toContain('13912345678')
    const full = await coordinator.get(`/api/students/${student.id}/unmasked`)
    expect(full.body).toMatchObject({ bornOn: '2017-09-01', guardians: [{ phone: '13912345678' }] })
    expect(
      await test.database.read.countBy(AuditEntry, { action: 'student.unmask', entityId: student.id }),
    ).toBe(1)
    expect((await auditor.get(`/api/students/${student.id}/unmasked`)).status).toBe(403)
  })

  it('keep what identifies sealed at rest and out of the audit trail', async () => {
    const { homeClass, coordinator } = await setting()
    const number = 'L140299201709019999'
    const { body } = await coordinator.post('/api/students', {
      homeClassId: homeClass.id,
      name: '王芳',
      sex: 'female',
      studentNumber: number,
      bornOn: '2018-03-04',
      aidCategory: '低保',
    })
    const row = JSON.stringify(await test.database.read.query(`SELECT * FROM student WHERE id = ${body.id}`))
    for (const secret of [number, '2018-03-04', '低保']) expect(row).not.toContain(secret)
    const entry = JSON.stringify(
      await test.database.read.findOneBy(AuditEntry, { action: 'student.create', entityId: body.id }),
    )
    for (const secret of [number, 'v1.', '低保']) expect(entry).not.toContain(secret)
  })

  it('have one row for each number', async () => {
    const { homeClass, coordinator } = await setting()
    const given = {
      homeClassId: homeClass.id,
      name: '赵一',
      sex: 'male',
      studentNumber: 'L140299201709018888',
    }
    expect((await coordinator.post('/api/students', given)).status).toBe(201)
    const again = await coordinator.post('/api/students', { ...given, name: '赵二' })
    expect([again.status, again.body.code]).toEqual([422, 'people.student_number_taken'])
  })

  it('change class, leave and stay in the history', async () => {
    const { school, homeClass, coordinator } = await setting()
    const student = await test.world.student({ school, homeClass })
    const other = await test.world.homeClass({ school, grade: 2, number: 2 })
    expect(
      (await coordinator.patch(`/api/students/${student.id}`, { homeClassId: other.id })).body.className,
    ).toBe('二(2)班')
    expect(
      (await coordinator.post(`/api/students/${student.id}/leave`, { leftOn: '2026-11-30' })).body.leftOn,
    ).toBe('2026-11-30')
    expect((await coordinator.get('/api/students', { schoolId: school.id })).body.total).toBe(0)
    expect((await coordinator.get('/api/students', { schoolId: school.id, hasLeft: true })).body.total).toBe(
      1,
    )
    expect(await test.database.read.existsBy(Student, { id: student.id })).toBe(true)
  })

  const staysOf = async (studentId: number) =>
    (await test.database.read.find(StudentStay, { where: { studentId }, order: { startsOn: 'ASC' } })).map(
      ({ homeClassId, startsOn, endsOn, openStudentId }) => [homeClassId, startsOn, endsOn, openStudentId],
    )

  it('are in a class from the day they are added, or from one of its school year that has passed', async () => {
    const { homeClass, coordinator } = await setting()
    const add = (rest: object) =>
      coordinator.post('/api/students', { homeClassId: homeClass.id, name: '孙小雨', sex: 'female', ...rest })
    const today = await add({})
    expect(today.body.stays).toEqual([
      {
        id: expect.any(Number),
        homeClassId: homeClass.id,
        className: '二(1)班',
        schoolYear: 2026,
        startsOn: '2026-11-20',
        endsOn: null,
      },
    ])
    const earlier = await add({ startsOn: '2026-09-01' })
    expect(await staysOf(earlier.body.id)).toEqual([[homeClass.id, '2026-09-01', null, earlier.body.id]])
    expect((await add({ startsOn: '2026-07-31' })).body.code).toBe('people.day_before_class')
    expect((await add({ startsOn: '2026-11-21' })).body.code).toBe('people.day_in_future')
    const corrected = await coordinator.post(`/api/students/${today.body.id}/correct-start`, {
      startsOn: '2026-09-01',
    })
    expect(corrected.body.stays).toMatchObject([{ startsOn: '2026-09-01' }])
    expect(
      await test.database.read.findOneBy(AuditEntry, {
        action: 'student.correct-start',
        entityId: today.body.id,
      }),
    ).toMatchObject({ before: { inClassSince: '2026-11-20' }, after: { inClassSince: '2026-09-01' } })
  })

  it('move to another class from a day on, and the days of both stays meet', async () => {
    const { school, homeClass, coordinator } = await setting()
    const student = await test.world.student({ school, homeClass, inClassSince: '2026-09-01' })
    const other = await test.world.homeClass({ school, grade: 2, number: 2 })
    const gone = await test.world.homeClass({ school, grade: 2, number: 3, endsOn: '2026-10-01' })
    const elsewhere = await test.world.homeClass({ school: await test.world.school() })
    const move = (homeClassId: number, startsOn: string) =>
      coordinator.post(`/api/students/${student.id}/transfer`, { homeClassId, startsOn })
    expect((await move(other.id, '2026-08-31')).body.code).toBe('people.day_before_stay')
    expect((await move(other.id, '2026-11-21')).body.code).toBe('people.day_in_future')
    expect((await move(homeClass.id, '2026-10-12')).body.code).toBe('people.in_class_already')
    expect((await move(gone.id, '2026-10-12')).body.code).toBe('people.class_ended')
    expect((await move(elsewhere.id, '2026-10-12')).body.fields).toMatchObject([{ field: 'homeClassId' }])
    const moved = await move(other.id, '2026-10-12')
    expect([moved.status, moved.body]).toMatchObject([
      200,
      { className: '二(2)班', stays: [{ startsOn: '2026-10-12' }, { endsOn: '2026-10-12' }] },
    ])
    expect(await staysOf(student.id)).toEqual([
      [homeClass.id, '2026-09-01', '2026-10-12', null],
      [other.id, '2026-10-12', null, student.id],
    ])
    // On the very day on which the stay began it is put right.
    await move(homeClass.id, '2026-10-12')
    expect((await staysOf(student.id)).map(([homeClassId]) => homeClassId)).toEqual([
      homeClass.id,
      homeClass.id,
    ])
    const refused = await test.as(await test.world.user('teacher', { school }))
    expect(
      (
        await refused.post(`/api/students/${student.id}/transfer`, {
          homeClassId: other.id,
          startsOn: '2026-11-02',
        })
      ).status,
    ).toBe(403)
  })

  it('leave on a day, which can be undone, and come back on a later one', async () => {
    const { school, homeClass, coordinator } = await setting()
    const { id } = await test.world.student({ school, homeClass })
    const act = async (event: string, given: object = {}) => {
      const { status, body } = await coordinator.post(`/api/students/${id}/${event}`, given)
      return status === 200 ? body.leftOn : body.code
    }
    const back = { homeClassId: homeClass.id, startsOn: '2026-11-02' }
    expect(await act('undo-leave')).toBe('people.has_not_left')
    expect(await act('come-back', back)).toBe('people.has_not_left')
    expect(await act('leave', { leftOn: '2026-07-31' })).toBe('people.day_before_stay')
    expect(await act('leave', { leftOn: '2026-10-12' })).toBe('2026-10-12')
    expect(await staysOf(id)).toEqual([[homeClass.id, '2026-08-01', '2026-10-12', null]])
    expect(await act('transfer', back)).toBe('people.has_left')
    expect((await coordinator.patch(`/api/students/${id}`, { name: '改名' })).status).toBe(200)
    expect(await act('undo-leave')).toBe(null)
    expect(await staysOf(id)).toEqual([[homeClass.id, '2026-08-01', null, id]])
    expect(await act('leave', { leftOn: '2026-10-12' })).toBe('2026-10-12')
    expect(await act('come-back', { ...back, startsOn: '2026-10-11' })).toBe('people.back_before_leaving')
    expect(await act('come-back', back)).toBe(null)
    expect(await staysOf(id)).toEqual([
      [homeClass.id, '2026-08-01', '2026-10-12', null],
      [homeClass.id, '2026-11-02', null, id],
    ])
    for (const action of ['student.leave', 'student.undo-leave', 'student.come-back'])
      expect(await test.database.read.existsBy(AuditEntry, { action, entityId: id })).toBe(true)
  })

  it('are in one class only, also when two people move them at once', async () => {
    const { school, homeClass, coordinator } = await setting()
    const { id } = await test.world.student({ school, homeClass })
    const others = [
      await test.world.homeClass({ school, grade: 2, number: 2 }),
      await test.world.homeClass({ school, grade: 2, number: 3 }),
    ]
    const answers = await Promise.all(
      others.map((other, index) =>
        coordinator.post(`/api/students/${id}/transfer`, {
          homeClassId: other.id,
          startsOn: `2026-11-1${index}`,
        }),
      ),
    )
    expect(answers.map(({ status }) => status).filter((status) => status === 200).length).toBeGreaterThan(0)
    const stays = await staysOf(id)
    expect(stays.filter(([, , endsOn]) => endsOn === null)).toHaveLength(1)
    const { homeClassId } = await test.database.read.findOneByOrFail(Student, { id })
    expect(stays.at(-1)).toEqual([homeClassId, expect.any(String), null, id])
  })

  it('do not exist for another school', async () => {
    const { school, homeClass } = await setting()
    const student = await test.world.student({ school, homeClass })
    const stranger = await test.as(await test.world.user('coordinator'))
    for (const path of [`/api/students/${student.id}`, `/api/students/${student.id}/unmasked`])
      expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.patch(`/api/students/${student.id}`, { name: '改名' })).status).toBe(404)
    expect((await stranger.post(`/api/students/${student.id}/leave`, { leftOn: '2026-11-30' })).status).toBe(
      404,
    )
    for (const event of ['transfer', 'come-back', 'undo-leave', 'correct-start'])
      expect({
        event,
        status: (
          await stranger.post(`/api/students/${student.id}/${event}`, {
            ...(event === 'undo-leave' ? {} : { startsOn: '2026-11-02' }),
            ...(event === 'transfer' || event === 'come-back' ? { homeClassId: homeClass.id } : {}),
          })
        ).status,
      }).toEqual({ event, status: 404 })
    expect((await stranger.get('/api/students', { schoolId: school.id })).body.total).toBe(0)
    expect(
      (await stranger.post('/api/students', { homeClassId: homeClass.id, name: '外人', sex: 'male' })).status,
    ).toBe(400)
  })

  it('are exported as they are listed, for the own school and who may read them', async () => {
    const school = await test.world.school()
    const homeClass = await test.world.homeClass({ school, grade: 2, number: 1 })
    await test.world.student({ school, homeClass, name: '钱小川' })
    await test.world.student({ school, homeClass, leftOn: '2026-10-01' })
    const rowsFor = async (...given: Parameters<typeof test.world.user>) => {
      const client = await test.as(await test.world.user(...given))
      const { raw } = await client.get('/api/students/export.xlsx', { schoolId: school.id })
      return readWorkbook(raw, 'students.xlsx').sheets[0]!.rows.map(({ cells }) => cells)
    }
    expect(await rowsFor('coordinator', { school })).toEqual([
      expect.arrayContaining(['班级', '学籍号(已遮盖)']),
      expect.arrayContaining(['二(1)班', '钱小川', expect.stringMatching(/^L14\*{12}\d{4}$/)]),
    ])
    expect(await rowsFor('principal', { school: await test.world.school() })).toHaveLength(1)
    const refused = await test.as(await test.world.user('teacher', { school }))
    expect((await refused.get('/api/students/export.xlsx')).status).toBe(403)
    expect((await test.signedOut.get('/api/students/export.xlsx')).status).toBe(401)
  })
})
