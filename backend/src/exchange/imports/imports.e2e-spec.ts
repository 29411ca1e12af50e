import { TestApp } from '../../../test/app.js'
import { child, ImportsWorld, roster, rosterHeader } from '../../../test/imports-world.js'
import { residentIdOf, studentNumberOf, xlsxOf, type Rows } from '../../../test/fixtures/sheets/make.js'
import { AuditEntry } from '../../audit/index.js'
import { HomeClass } from '../../organisation/index.js'
import { Guardian, Guardianship, Student } from '../../people/index.js'
import { JobWorker } from '../../platform/jobs/job-worker.js'
import { readWorkbook } from '../../platform/sheets/index.js'

describe('imports', () => {
  let test: TestApp
  let world: ImportsWorld
  beforeAll(async () => {
    test = await TestApp.start()
    await test.world.term()
    world = new ImportsWorld(test)
  })
  afterAll(() => test.stop())

  it('are uploaded, recognised with masked values, previewed without a trace, and saved once started', async () => {
    const { school, coordinator } = await world.setting()
    await test.world.homeClass({ school, grade: 1, number: 1 })
    const good = child('一年级1班', '王小明', '139 1234 0001')
    const file = roster(
      [
        good,
        child('1.2', '李小红', '13912340001', '王建国'),
        child('二(1)班', '', '13912340003', '李强'),
        ['合计', 3],
      ],
      { 填表说明: [['请先阅读']] },
    )
    const uploaded = await world.upload(coordinator, school, file)
    expect(uploaded.status).toBe(201)
    expect(uploaded.body).toMatchObject({
      status: 'uploaded',
      kind: 'students',
      fileName: '花名册.xlsx',
      counts: null,
      refusals: [],
    })
    const sheet = uploaded.body.sheets[0]
    expect(sheet).toMatchObject({ sheet: '花名册', status: 'ready', headerRow: 2 })
    expect(sheet.columns.map((column: { field: string }) => column.field)).toEqual([
      null,
      'className',
      'name',
      'sex',
      'studentNumber',
      'guardian1Name',
      'guardian1Relation',
      'guardian1Phone',
      'aidCategory',
    ])
    for (const secret of ['王小明', good[4] as string, '13912340001', '139 1234 0001'])
      expect(uploaded.text).not.toContain(secret)

    const previewed = await coordinator.post(`/api/imports/${uploaded.body.id}/preview`)
    expect(previewed.body).toMatchObject({
      status: 'previewed',
      counts: { new: 2, changed: 0, unchanged: 0, refused: 1, skipped: 1, homeClasses: ['一(2)班'] },
    })
    expect(previewed.body.refusals).toEqual([
      {
        sheet: '花名册',
        row: 5,
        column: 'C',
        title: '姓名',
        why: 'name_missing',
        sentence: 'C列“姓名”：没有填姓名。请补填。',
      },
    ])
    expect(await world.names(school)).toEqual([])

    const started = await coordinator.post(`/api/imports/${uploaded.body.id}/start`)
    expect(started.body).toMatchObject({ status: 'running', progress: { step: 'waiting' } })
    expect((await coordinator.get(`/api/jobs/${started.body.jobId}`)).body).toMatchObject({
      status: 'queued',
      kind: 'import',
    })
    await test.nest.get(JobWorker).workAll()
    const done = (await coordinator.get(`/api/imports/${uploaded.body.id}`)).body
    expect(done).toMatchObject({
      status: 'done',
      counts: { new: 2, refused: 1 },
      progress: { step: 'saving', doneCount: 2, totalCount: 2 },
      hasRefusedFile: true,
    })

    expect(await world.names(school)).toEqual(['王小明', '李小红'])
    expect(
      (await test.database.read.findBy(HomeClass, { schoolId: school.id })).map(({ name, schoolYear }) => [
        name,
        schoolYear,
      ]),
    ).toEqual([
      ['一(1)班', 2026],
      ['一(2)班', 2026],
    ])
    // One telephone is one guardian, of two children; the first name written for it counts.
    expect(
      (await test.database.read.findBy(Guardian, { schoolId: school.id })).map(({ name }) => name),
    ).toEqual(['王小明妈'])
    expect(await test.database.read.countBy(Guardianship, { schoolId: school.id })).toBe(2)
    const found = await coordinator.post('/api/students/find-by-number', { number: good[4] as string })
    expect(found.body).toMatchObject([{ name: '王小明', className: '一(1)班', bornIn: '2017' }])
    for (const action of ['import.finish', 'student.create', 'guardian.create', 'home_class.create']) {
      expect({
        action,
        count: await test.database.read.countBy(AuditEntry, { action, schoolId: school.id }),
      }).toEqual({
        action,
        count: { 'import.finish': 1, 'student.create': 2, 'guardian.create': 1, 'home_class.create': 1 }[
          action
        ],
      })
    }
    expect((await coordinator.get('/api/imports', { schoolId: school.id })).body.items).toMatchObject([
      { status: 'done', fileName: '花名册.xlsx' },
    ])
  })

  it('change nothing the second time, and just the difference when corrected', async () => {
    const { school, coordinator } = await world.setting()
    const rows = [child('一(1)班', '赵一'), child('一(1)班', '钱二'), child('一(2)班', '孙三')]
    await world.bringIn(coordinator, school, roster(rows))
    const before = JSON.stringify(
      await Promise.all(
        [Student, Guardian, Guardianship].map((each) =>
          test.database.read.findBy(each, { schoolId: school.id }),
        ),
      ),
    )
    const entries = await test.database.read.countBy(AuditEntry, { entity: 'student', schoolId: school.id })
    expect((await world.bringIn(coordinator, school, roster(rows))).counts).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 3,
      refused: 0,
      homeClasses: [],
    })
    expect(
      JSON.stringify(
        await Promise.all(
          [Student, Guardian, Guardianship].map((each) =>
            test.database.read.findBy(each, { schoolId: school.id }),
          ),
        ),
      ),
    ).toBe(before)
    expect(await test.database.read.countBy(AuditEntry, { entity: 'student', schoolId: school.id })).toBe(
      entries,
    )

    const corrected = [rows[0]!, rows[1]!.with(7, '13800009999'), rows[2]!.with(1, '一(1)班').with(8, '低保')]
    expect((await world.bringIn(coordinator, school, roster(corrected))).counts).toMatchObject({
      new: 0,
      changed: 2,
      unchanged: 1,
    })
    const second = (await coordinator.get('/api/students', { q: '钱二' })).body.items[0]
    expect((await coordinator.get(`/api/students/${second.id}`)).body.guardians).toMatchObject([
      { phone: '138****9999', relation: '母亲' },
    ])
    const third = (await coordinator.get('/api/students', { q: '孙三' })).body.items[0]
    expect(third.className).toBe('一(1)班')
    expect((await coordinator.get(`/api/students/${third.id}/unmasked`)).body).toMatchObject({
      aidCategory: '低保',
    })
    // A sheet without the column says nothing about it.
    const narrow = {
      name: 'x.xlsx',
      bytes: xlsxOf({ 表: [rosterHeader.slice(0, 8), corrected[2]!.slice(0, 8)] }),
    }
    expect((await world.bringIn(coordinator, school, narrow)).counts).toMatchObject({
      changed: 0,
      unchanged: 1,
    })
  })

  it('know a student who was entered by hand, one whose temporary number was replaced, and one who comes back', async () => {
    const { school, coordinator } = await world.setting()
    const homeClass = await test.world.homeClass({ school, grade: 3, number: 1 })
    const byHand = (
      await coordinator.post('/api/students', {
        homeClassId: homeClass.id,
        name: '周四',
        sex: 'male',
        startsOn: '2026-09-01',
      })
    ).body
    const [number, id] = [studentNumberOf('20170901', 501), residentIdOf('20170901', 501)]
    const withId = ['班级', '姓名', '性别', '学籍号', '身份证号', '出生日期']
    const sheet = (rows: Rows) => ({ name: 'x.xlsx', bytes: xlsxOf({ 表: [withId, ...rows] }) })
    await world.bringIn(
      coordinator,
      school,
      sheet([['三(1)班', '吴五', '男', 'L140299201709010077', id, '2017-09-01']]),
    )
    const five = await test.database.read.findOneByOrFail(Student, { schoolId: school.id, name: '吴五' })
    const result = await world.bringIn(
      coordinator,
      school,
      sheet([
        ['三(1)班', '吴五', '男', number, id, '2017-09-01'],
        ['三(1)班', '周四', '男', studentNumberOf('20170901', 503), '', ''],
      ]),
    )
    expect(result.counts).toMatchObject({ new: 0, changed: 2 })
    expect((await coordinator.post('/api/students/find-by-number', { number })).body).toMatchObject([
      { id: five.id },
    ])
    await coordinator.post(`/api/students/${byHand.id}/leave`, { leftOn: '2026-10-01' })
    expect(
      (
        await world.bringIn(
          coordinator,
          school,
          sheet([['三(1)班', '周四', '男', studentNumberOf('20170901', 503), '', '']]),
        )
      ).counts,
    ).toMatchObject({ changed: 1 })
    expect((await coordinator.get(`/api/students/${byHand.id}`)).body).toMatchObject({
      leftOn: null,
      stays: [
        { startsOn: '2026-11-20', endsOn: null },
        { startsOn: '2026-09-01', endsOn: '2026-10-01' },
      ],
    })
  })

  it('put children into a class from today on, or from the day that the sheet says', async () => {
    const { school, coordinator } = await world.setting()
    await test.world.homeClass({ school, grade: 3, number: 1, startsOn: '2026-09-01' })
    const header = ['班级', '姓名', '性别', '学籍号', '进班日期']
    const row = (name: string, sequence: number, className: string, since: string) => [
      className,
      name,
      '男',
      studentNumberOf('20170901', sequence),
      since,
    ]
    const bring = (rows: Rows) =>
      world.bringIn(coordinator, school, { name: 'x.xlsx', bytes: xlsxOf({ 表: [header, ...rows] }) })
    const staysOf = async (name: string) =>
      (
        await coordinator.get(
          `/api/students/${(await coordinator.get('/api/students', { q: name })).body.items[0].id}`,
        )
      ).body.stays.map((stay: { className: string; startsOn: string; endsOn: string | null }) => [
        stay.className,
        stay.startsOn,
        stay.endsOn,
      ])
    const { counts } = await bring([
      row('冯今天', 601, '三(1)班', ''),
      row('冯九月', 603, '三(1)班', '2026-09-07'),
      row('冯新班', 605, '三(2)班', '2026-10-12'),
      row('冯太早', 607, '三(1)班', '2026-08-31'),
      row('冯明天', 609, '三(1)班', '2026-11-21'),
    ])
    expect(counts).toMatchObject({ new: 3, refused: 2 })
    expect(await staysOf('冯今天')).toEqual([['三(1)班', '2026-11-20', null]])
    expect(await staysOf('冯九月')).toEqual([['三(1)班', '2026-09-07', null]])
    // A class that is made for them is there from the first of their days on.
    const second = await test.database.read.findOneByOrFail(HomeClass, { schoolId: school.id, number: 2 })
    expect([second.startsOn, await staysOf('冯新班')]).toEqual([
      '2026-10-12',
      [['三(2)班', '2026-10-12', null]],
    ])
    await bring([row('冯九月', 603, '三(2)班', '2026-11-02'), row('冯新班', 605, '三(1)班', '')])
    expect(await staysOf('冯九月')).toEqual([
      ['三(2)班', '2026-11-02', null],
      ['三(1)班', '2026-09-07', '2026-11-02'],
    ])
    expect(await staysOf('冯新班')).toEqual([
      ['三(1)班', '2026-11-20', null],
      ['三(2)班', '2026-10-12', '2026-11-20'],
    ])
    // Said later for those who are in the class already, it puts the day right; not across the class before.
    const again = await bring([
      row('冯今天', 601, '三(1)班', '2026-09-01'),
      row('冯九月', 603, '三(2)班', ''),
      row('冯新班', 605, '三(1)班', '2026-11-19'),
    ])
    expect(again.counts).toMatchObject({ changed: 1, unchanged: 1, refused: 1 })
    expect(await staysOf('冯今天')).toEqual([['三(1)班', '2026-09-01', null]])
    const { id } = (await coordinator.get('/api/students', { q: '冯今天' })).body.items[0]
    expect(
      await test.database.read.findOneBy(AuditEntry, { action: 'student.update', entityId: id }),
    ).toMatchObject({ before: { inClassSince: '2026-11-20' }, after: { inClassSince: '2026-09-01' } })
  })

  it("refuse the number of another school's student and a grade the school has not, in the order of the file", async () => {
    const [here, there] = [await world.setting(), await world.setting()]
    const foreign = child('一(1)班', '郑六')
    await world.bringIn(there.coordinator, there.school, roster([foreign]))
    const result = await world.bringIn(
      here.coordinator,
      here.school,
      roster([foreign, child('一(1)班', '', null), child('七(1)班', '王七'), child('一(1)班', '冯八')]),
    )
    expect(result.counts).toMatchObject({ new: 1, refused: 3, homeClasses: ['一(1)班'] })
    expect(result.refusals.map(({ row, why }: { row: number; why: string }) => [row, why])).toEqual([
      [3, 'other_school'],
      [4, 'name_missing'],
      [5, 'grade_not_of_stage'],
    ])
    expect(await world.names(there.school)).toEqual(['郑六'])
    expect(await world.names(here.school)).toEqual(['冯八'])
  })

  it('give the refused rows back as a workbook that can be mended and imported', async () => {
    const { school, coordinator } = await world.setting()
    const wrong = child('一(1)班', '陈九', '1391234')
    const { id } = await world.bringIn(coordinator, school, roster([child('一(1)班', '褚十'), wrong]))
    const file = await coordinator.get(`/api/imports/${id}/refused.xlsx`)
    expect(file.headers['content-disposition']).toBe(`attachment; filename="refused-rows-${id}.xlsx"`)
    const [sheet] = readWorkbook(file.raw, 'x.xlsx').sheets
    expect(sheet!.rows[1]!.cells.slice(0, 5)).toEqual([
      'H列“监护人1电话”：手机号应为 11 位，现为 7 位。请核对。',
      4,
      wrong[0],
      '一(1)班',
      '陈九',
    ])
    const rows = sheet!.rows.map(({ cells }) =>
      cells.map((cell) => (cell === '1391234' ? '13912345678' : cell)),
    )
    expect(
      (await world.bringIn(coordinator, school, { name: 'x.xlsx', bytes: xlsxOf({ 花名册: rows }) })).counts,
    ).toMatchObject({ new: 1, refused: 0 })
  })
})
