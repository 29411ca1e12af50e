import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TestApp } from '../../../test/app.js'
import {
  residentIdOf,
  studentNumberOf,
  xlsxOf,
  zipOf,
  type Rows,
} from '../../../test/fixtures/sheets/make.js'
import { AuditEntry } from '../../audit/index.js'
import { HomeClass, Room, type School } from '../../organisation/index.js'
import { Guardian, Guardianship, Student, Teacher } from '../../people/index.js'
import { StateConflict } from '../../platform/errors.js'
import { Job } from '../../platform/jobs/job.entity.js'
import { JobWorker } from '../../platform/jobs/job-worker.js'
import { JobsService } from '../../platform/jobs/jobs.service.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { ImportFiles } from './import-files.service.js'
import { ImportRun } from './import-run.entity.js'

const header = [
  '序号',
  '班级',
  '姓名',
  '性别',
  '学籍号',
  '监护人1姓名',
  '监护人1关系',
  '监护人1电话',
  '资助类别',
]
let sequence = 100
/** A new child with an own number. */
const child = (
  className: string,
  name: string,
  phone: string | null = `1390000${String(++sequence).padStart(4, '0')}`,
  guardian = `${name}妈`,
  aid = '',
) => {
  sequence += 2
  const day = String((Math.floor(sequence / 800) % 27) + 2).padStart(2, '0')
  return [
    sequence,
    className,
    name,
    sequence % 2 ? '男' : '女',
    studentNumberOf(`201709${day}`, (sequence % 800) + 100),
    guardian,
    '母亲',
    phone,
    aid,
  ]
}
const roster = (rows: Rows, more: Record<string, Rows> = {}) => ({
  name: '花名册.xlsx',
  bytes: xlsxOf({ 花名册: [['2026年秋季学生花名册'], header, ...rows], ...more }),
})

describe('imports', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
    await test.world.term()
  })
  afterAll(() => test.stop())

  async function setting(overrides: Partial<School> = {}) {
    const school = await test.world.school(overrides)
    return { school, coordinator: await test.as(await test.world.user('coordinator', { school })) }
  }
  type Client = Awaited<ReturnType<typeof setting>>['coordinator']
  const upload = (client: Client, school: School, file: { name: string; bytes: Buffer }, kind = 'students') =>
    client.upload('/api/imports', { schoolId: String(school.id), kind }, file)
  async function bringIn(
    client: Client,
    school: School,
    file: { name: string; bytes: Buffer },
    kind = 'students',
  ) {
    const { body } = await upload(client, school, file, kind)
    await client.post(`/api/imports/${body.id}/preview`)
    const started = await client.post(`/api/imports/${body.id}/start`)
    expect(started.status).toBe(200)
    await test.nest.get(JobWorker).workAll()
    return (await client.get(`/api/imports/${body.id}`)).body
  }
  const names = async (school: School) =>
    (await test.database.read.find(Student, { where: { schoolId: school.id }, order: { id: 'ASC' } })).map(
      (student) => student.name,
    )

  it('are uploaded, recognised with masked values, previewed without a trace, and saved once started', async () => {
    const { school, coordinator } = await setting()
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
    const uploaded = await upload(coordinator, school, file)
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
    expect(await names(school)).toEqual([])

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

    expect(await names(school)).toEqual(['王小明', '李小红'])
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
    const { school, coordinator } = await setting()
    const rows = [child('一(1)班', '赵一'), child('一(1)班', '钱二'), child('一(2)班', '孙三')]
    await bringIn(coordinator, school, roster(rows))
    const before = JSON.stringify(
      await Promise.all(
        [Student, Guardian, Guardianship].map((each) =>
          test.database.read.findBy(each, { schoolId: school.id }),
        ),
      ),
    )
    const entries = await test.database.read.countBy(AuditEntry, { entity: 'student', schoolId: school.id })
    expect((await bringIn(coordinator, school, roster(rows))).counts).toMatchObject({
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
    expect((await bringIn(coordinator, school, roster(corrected))).counts).toMatchObject({
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
    const narrow = { name: 'x.xlsx', bytes: xlsxOf({ 表: [header.slice(0, 8), corrected[2]!.slice(0, 8)] }) }
    expect((await bringIn(coordinator, school, narrow)).counts).toMatchObject({ changed: 0, unchanged: 1 })
  })

  it('know a student who was entered by hand, one whose temporary number was replaced, and one who comes back', async () => {
    const { school, coordinator } = await setting()
    const homeClass = await test.world.homeClass({ school, grade: 3, number: 1 })
    const byHand = (
      await coordinator.post('/api/students', { homeClassId: homeClass.id, name: '周四', sex: 'male' })
    ).body
    const [number, id] = [studentNumberOf('20170901', 501), residentIdOf('20170901', 501)]
    const withId = ['班级', '姓名', '性别', '学籍号', '身份证号', '出生日期']
    const sheet = (rows: Rows) => ({ name: 'x.xlsx', bytes: xlsxOf({ 表: [withId, ...rows] }) })
    await bringIn(
      coordinator,
      school,
      sheet([['三(1)班', '吴五', '男', 'L140299201709010077', id, '2017-09-01']]),
    )
    const five = await test.database.read.findOneByOrFail(Student, { schoolId: school.id, name: '吴五' })
    const result = await bringIn(
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
        await bringIn(
          coordinator,
          school,
          sheet([['三(1)班', '周四', '男', studentNumberOf('20170901', 503), '', '']]),
        )
      ).counts,
    ).toMatchObject({ changed: 1 })
    expect((await coordinator.get(`/api/students/${byHand.id}`)).body.leftOn).toBeNull()
  })

  it("refuse the number of another school's student and a grade the school has not, in the order of the file", async () => {
    const [here, there] = [await setting(), await setting()]
    const foreign = child('一(1)班', '郑六')
    await bringIn(there.coordinator, there.school, roster([foreign]))
    const result = await bringIn(
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
    expect(await names(there.school)).toEqual(['郑六'])
    expect(await names(here.school)).toEqual(['冯八'])
  })

  it('give the refused rows back as a workbook that can be mended and imported', async () => {
    const { school, coordinator } = await setting()
    const wrong = child('一(1)班', '陈九', '1391234')
    const { id } = await bringIn(coordinator, school, roster([child('一(1)班', '褚十'), wrong]))
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
      (await bringIn(coordinator, school, { name: 'x.xlsx', bytes: xlsxOf({ 花名册: rows }) })).counts,
    ).toMatchObject({ new: 1, refused: 0 })
  })

  it("take a person's correction of the columns", async () => {
    const { school, coordinator } = await setting()
    const number = studentNumberOf('20170901', 601)
    const { body } = await upload(coordinator, school, {
      name: '表.xlsx',
      bytes: xlsxOf({
        表: [
          ['班级', '性别', '甲', '乙'],
          ['一(1)班', '男', '卫十一', number],
        ],
      }),
    })
    expect(body.sheets[0]).toMatchObject({
      status: 'columns_missing',
      missing: [['name'], ['studentNumber', 'residentId']],
    })
    const early = await coordinator.post(`/api/imports/${body.id}/preview`)
    expect([early.status, early.body.code]).toEqual([422, 'exchange.columns_missing'])
    expect(
      (await coordinator.patch(`/api/imports/${body.id}/mapping`, { mapping: { 表: { 1: 'nothing' } } }))
        .status,
    ).toBe(400)
    expect((await coordinator.patch(`/api/imports/${body.id}/mapping`, { mapping: { 表: 3 } })).status).toBe(
      400,
    )
    const mapped = await coordinator.patch(`/api/imports/${body.id}/mapping`, {
      mapping: { 表: { 2: 'name', 3: 'studentNumber' } },
    })
    expect(mapped.body.sheets[0]).toMatchObject({ status: 'ready', missing: [] })
    expect((await coordinator.post(`/api/imports/${body.id}/preview`)).body.counts).toMatchObject({ new: 1 })
  })

  it('start once, after a preview', async () => {
    const { school, coordinator } = await setting()
    const { body } = await upload(coordinator, school, roster([child('一(1)班', '蒋十二')]))
    expect((await coordinator.post(`/api/imports/${body.id}/start`)).body.code).toBe('exchange.preview_first')
    await coordinator.post(`/api/imports/${body.id}/preview`)
    const both = await Promise.all([
      coordinator.post(`/api/imports/${body.id}/start`),
      coordinator.post(`/api/imports/${body.id}/start`),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    await test.nest.get(JobWorker).workAll()
    for (const again of ['preview', 'start'])
      expect((await coordinator.post(`/api/imports/${body.id}/${again}`)).status).toBe(409)
    expect(await names(school)).toEqual(['蒋十二'])
  })

  it('that are killed half-way leave nothing, and give the same end when they are claimed again', async () => {
    const { school, coordinator } = await setting()
    const { body } = await upload(
      coordinator,
      school,
      roster(Array.from({ length: 600 }, (_, i) => child('一(1)班', `韩${'一二三四五六七八九十'[i % 10]}`))),
    )
    await coordinator.post(`/api/imports/${body.id}/preview`)
    await coordinator.post(`/api/imports/${body.id}/start`)
    // The process dies after everything is written and before it is committed; it can note nothing any more.
    const finish = jest
      .spyOn(test.nest.get(JobsService), 'finish')
      .mockRejectedValueOnce(new StateConflict('job.claim_lost'))
    await test.nest.get(JobWorker).workOne()
    finish.mockRestore()
    expect(await names(school)).toEqual([])
    expect(await test.database.read.countBy(HomeClass, { schoolId: school.id })).toBe(0)
    expect((await coordinator.get(`/api/imports/${body.id}`)).body.status).toBe('running')
    expect(await test.nest.get(JobWorker).workOne()).toBe(false)
    test.clock.advanceMinutes(2)
    await test.nest.get(JobWorker).workAll()
    expect((await coordinator.get(`/api/imports/${body.id}`)).body).toMatchObject({
      status: 'done',
      counts: { new: 600 },
    })
    expect(await names(school)).toHaveLength(600)
  })

  it('that fail say so, and save nothing', async () => {
    const { school, coordinator } = await setting()
    const { body } = await upload(coordinator, school, roster([child('一(1)班', '沈十三')]))
    await coordinator.post(`/api/imports/${body.id}/preview`)
    await coordinator.post(`/api/imports/${body.id}/start`)
    const { fileKey } = await test.database.read.findOneByOrFail(ImportRun, { id: body.id })
    await test.nest.get(ImportFiles).removeKey(fileKey)
    await test.nest.get(JobWorker).workAll()
    expect((await coordinator.get(`/api/imports/${body.id}`)).body).toMatchObject({
      status: 'failed',
      errorCode: 'not_found',
    })
    expect(await names(school)).toEqual([])
  })

  it('keep the file sealed, and not longer than needed', async () => {
    const { school, coordinator } = await setting()
    const folder = join(test.config.dataDir, 'files')
    const file = roster([child('一(1)班', '杨十四'), child('', '朱十五')])
    const before = readdirSync(folder)
    const { body } = await upload(coordinator, school, file)
    const [key] = readdirSync(folder).filter((name) => !before.includes(name))
    expect(readFileSync(join(folder, key!)).subarray(0, 2).toString()).not.toBe('PK')
    await coordinator.post(`/api/imports/${body.id}/preview`)
    await coordinator.post(`/api/imports/${body.id}/start`)
    await test.nest.get(JobWorker).workAll()
    expect(existsSync(join(folder, key!))).toBe(false)
    expect((await test.database.read.findOneByOrFail(ImportRun, { id: body.id })).fileKey).toBeNull()
    const waiting = (await upload(coordinator, school, file)).body
    test.clock.advanceMinutes(8 * 24 * 60)
    await test.nest.get(ImportFiles).sweep()
    const later = await test.as(await test.world.user('coordinator', { school }))
    expect((await later.get(`/api/imports/${waiting.id}`)).body).toMatchObject({
      status: 'expired',
      sheets: [],
    })
    expect((await later.get(`/api/imports/${body.id}`)).body).toMatchObject({
      status: 'done',
      hasRefusedFile: false,
      refusals: [],
    })
    expect((await later.get(`/api/imports/${body.id}/refused.xlsx`)).status).toBe(404)
    expect(readdirSync(folder)).toEqual([])
  })

  it('keep no number in the name of the file', async () => {
    const { school, coordinator } = await setting()
    const file = {
      ...roster([child('一(1)班', '秦十六')]),
      name: `王小明 ${residentIdOf('20170901', 701)}.xlsx`,
    }
    expect((await upload(coordinator, school, file)).body.fileName).toBe('表格.xlsx')
  })

  it('refuse what is no sheet, damaged, locked, too large or a bomb with a sentence, and keep nothing', async () => {
    const { school, coordinator } = await setting()
    const whole = roster([child('一(1)班', '尤十七')]).bytes
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    const bomb = zipOf([
      { name: 'xl/workbook.xml', content: '<x/>' },
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(40 * 1024 * 1024, 32) },
    ])
    const runs = await test.database.read.count(ImportRun)
    const files = readdirSync(join(test.config.dataDir, 'files')).length
    const cases: [Buffer, number, string][] = [
      [Buffer.from('%PDF-1.4 nothing'), 422, 'sheets.not_a_sheet'],
      [Buffer.alloc(0), 422, 'sheets.empty'],
      [whole.subarray(0, whole.length / 2), 422, 'sheets.truncated'],
      [locked, 422, 'sheets.'],
      [bomb, 422, 'sheets.zip_bomb'],
      [Buffer.alloc(20 * 1024 * 1024 + 1), 400, 'request.too_large'],
    ]
    for (const [bytes, status, code] of cases) {
      const answer = await upload(coordinator, school, { name: 'x.xlsx', bytes })
      expect({ status: answer.status, code: answer.body.code }).toEqual({
        status,
        code: expect.stringContaining(code),
      })
      expect(answer.body.message).toMatch(/[。]$/)
    }
    expect(
      (await coordinator.post('/api/imports', { schoolId: school.id, kind: 'students' })).body.code,
    ).toBe('request.no_file')
    expect(
      (
        await coordinator.upload(
          '/api/imports',
          { schoolId: String(school.id), kind: 'pupils' },
          { name: 'x.xlsx', bytes: whole },
        )
      ).status,
    ).toBe(400)
    expect(await test.database.read.count(ImportRun)).toBe(runs)
    expect(readdirSync(join(test.config.dataDir, 'files'))).toHaveLength(files)
  })

  it('do not exist for another school', async () => {
    const [here, there] = [await setting(), await setting()]
    const { body } = await upload(
      here.coordinator,
      here.school,
      roster([child('一(1)班', '许十八'), child('', '何十九')]),
    )
    await here.coordinator.post(`/api/imports/${body.id}/preview`)
    const { body: started } = await here.coordinator.post(`/api/imports/${body.id}/start`)
    for (const path of [
      `/api/imports/${body.id}`,
      `/api/imports/${body.id}/refused.xlsx`,
      `/api/jobs/${started.jobId}`,
    ])
      expect({ path, status: (await there.coordinator.get(path)).status }).toEqual({ path, status: 404 })
    for (const event of ['preview', 'start'])
      expect((await there.coordinator.post(`/api/imports/${body.id}/${event}`)).status).toBe(404)
    expect((await there.coordinator.patch(`/api/imports/${body.id}/mapping`, { mapping: {} })).status).toBe(
      404,
    )
    expect((await upload(there.coordinator, here.school, roster([]))).status).toBe(404)
    expect((await there.coordinator.get('/api/imports')).body.total).toBe(0)
    await test.nest.get(JobWorker).workAll()
    expect(await test.database.read.countBy(Job, { status: 'queued' })).toBe(0)
  })

  it('bring in teachers and rooms too', async () => {
    const { school, coordinator } = await setting()
    const teachers = {
      name: '教师.xlsx',
      bytes: xlsxOf({
        教师: [
          ['工号', '姓名', '手机', '任教学科', '类别', '班主任班级'],
          ['T01', '吕老师', '13700000001', '语文、书法', '在编', '一(1)班'],
          ['', '施老师', '13700000002', '足球', '外聘', ''],
          ['T03', '张', '', '', '', ''],
        ],
      }),
    }
    expect((await bringIn(coordinator, school, teachers, 'teachers')).counts).toMatchObject({
      new: 2,
      refused: 1,
      homeClasses: ['一(1)班'],
    })
    expect(await test.database.read.findBy(Teacher, { schoolId: school.id })).toMatchObject([
      { name: '吕老师', staffNumber: 'T01', subject: '语文、书法', kind: 'staff' },
      { name: '施老师', staffNumber: null, kind: 'lecturer', homeClassId: null },
    ])
    expect((await bringIn(coordinator, school, teachers, 'teachers')).counts).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 2,
    })
    const rooms = (capacity: number) => ({
      name: '场地.xlsx',
      bytes: xlsxOf({
        场地: [
          ['名称', '容量', '类型'],
          ['舞蹈室', 30, '舞蹈教室'],
          ['操场', capacity, ''],
        ],
      }),
    })
    expect((await bringIn(coordinator, school, rooms(300), 'rooms')).counts).toMatchObject({ new: 2 })
    expect((await bringIn(coordinator, school, rooms(400), 'rooms')).counts).toMatchObject({
      new: 0,
      changed: 1,
      unchanged: 1,
    })
    expect(await test.database.read.findBy(Room, { schoolId: school.id })).toMatchObject([
      { name: '舞蹈室', kind: 'dance', capacity: 30 },
      { name: '操场', kind: 'ground', capacity: 400 },
    ])
  })
})
