import { TestApp } from '../../../test/app.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { AuditEntry } from '../../audit/index.js'
import { Student } from './student.entity.js'

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
