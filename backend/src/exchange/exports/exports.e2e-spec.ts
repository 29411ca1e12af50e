import { TestApp } from '../../../test/app.js'
import { AuditEntry } from '../../audit/index.js'
import { type Sheet, readWorkbook } from '../../platform/sheets/index.js'

describe('exports', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const sheetOf = (raw: Buffer): Sheet => readWorkbook(raw, 'x.xlsx').sheets[0]!

  it('hold all rows of a list with its filters and its order, numbers masked, and are noted', async () => {
    const school = await test.world.school()
    const [first, second] = [
      await test.world.homeClass({ school, grade: 1, number: 1 }),
      await test.world.homeClass({ school, grade: 2, number: 1 }),
    ]
    for (let i = 0; i < 30; i += 1) await test.world.student({ school, homeClass: i < 28 ? first : second })
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    const answer = await coordinator.get('/api/students/export.xlsx', { schoolId: school.id })
    expect(answer.headers['content-type']).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    )
    expect(answer.headers['content-disposition']).toBe('attachment; filename="students.xlsx"')
    const { rows } = sheetOf(answer.raw)
    expect(rows).toHaveLength(31)
    expect(rows[0]!.cells.slice(0, 4)).toEqual(['班级', '姓名', '性别', '学籍号(已遮盖)'])
    expect(rows[1]!.cells[3]).toMatch(/^L14\*{12}\d{4}$/)
    expect(
      sheetOf(
        (await coordinator.inEnglish().get('/api/students/export.xlsx', { homeClassId: second.id })).raw,
      ).rows.map(({ cells }) => cells[0]),
    ).toEqual(['Class', '二(1)班', '二(1)班'])
    expect(
      await test.database.read.countBy(AuditEntry, { action: 'student.export', schoolId: school.id }),
    ).toBe(2)
    expect((await coordinator.get('/api/students/export.xlsx', { sort: 'secret' })).status).toBe(400)
    expect((await coordinator.get('/api/students/export.xlsx', { colour: 'red' })).status).toBe(400)
  })

  it('stay within the scope, and are only for who may see the list', async () => {
    const school = await test.world.school()
    await test.world.student({ school })
    await test.world.room({ school, name: '=1+1' })
    await test.world.teacher({ school })
    const stranger = await test.as(await test.world.user('coordinator'))
    const own = await test.as(await test.world.user('coordinator', { school }))
    for (const [path, count] of [
      ['students', 1],
      ['teachers', 1],
      ['rooms', 1],
      ['home-classes', 1],
      ['schools', 1],
    ] as const) {
      expect({ path, rows: sheetOf((await own.get(`/api/${path}/export.xlsx`)).raw).rows.length }).toEqual({
        path,
        rows: 1 + count,
      })
      if (path !== 'schools')
        expect({
          path,
          rows: sheetOf((await stranger.get(`/api/${path}/export.xlsx`)).raw).rows.length,
        }).toEqual({ path, rows: 1 })
    }
    expect(sheetOf((await own.get('/api/rooms/export.xlsx')).raw).rows[1]!.cells[0]).toBe('=1+1')
    expect(
      (await (await test.as(await test.world.user('bureau_officer'))).get('/api/students/export.xlsx'))
        .status,
    ).toBe(403)
    expect((await test.signedOut.get('/api/students/export.xlsx')).status).toBe(401)
  })
})
