import { Transition } from '../../audit/index.js'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TestApp } from '../../../test/app.js'
import { child, ImportsWorld, roster } from '../../../test/imports-world.js'
import { residentIdOf, studentNumberOf, xlsxOf, zipOf } from '../../../test/fixtures/sheets/make.js'
import { HomeClass, Room } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { StateConflict } from '../../platform/errors.js'
import { Job } from '../../platform/jobs/job.entity.js'
import { JobWorker } from '../../platform/jobs/job-worker.js'
import { JobsService } from '../../platform/jobs/jobs.service.js'
import { ImportFiles } from './import-files.service.js'
import { ImportRun } from './import-run.entity.js'

describe('imports on their way', () => {
  let test: TestApp
  let world: ImportsWorld
  beforeAll(async () => {
    test = await TestApp.start()
    await test.world.term()
    world = new ImportsWorld(test)
  })
  afterAll(() => test.stop())

  it("take a person's correction of the columns", async () => {
    const { school, coordinator } = await world.setting()
    const number = studentNumberOf('20170901', 601)
    const { body } = await world.upload(coordinator, school, {
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

  it('show no preview of columns that have been mapped otherwise meanwhile', async () => {
    const { school, coordinator } = await world.setting()
    const [first, second] = [studentNumberOf('20170901', 611), studentNumberOf('20170901', 612)]
    const { body } = await world.upload(coordinator, school, {
      name: '表.xlsx',
      bytes: xlsxOf({
        表: [
          ['班级', '性别', '姓名', '学籍号', '备用'],
          ['一(1)班', '男', '卫十一', first, second],
          ['一(1)班', '女', '沈十二', second, '不是号码'],
        ],
      }),
    })
    const path = `/api/imports/${body.id}`
    const mapping = { 表: { 3: null, 4: 'studentNumber' } }
    const answers = await Promise.all([
      coordinator.post(`${path}/preview`),
      coordinator.patch(`${path}/mapping`, { mapping }),
    ])
    expect(answers.filter(({ status }) => ![200, 201, 409].includes(status))).toEqual([])
    const shown = (await coordinator.get(path)).body
    const anew = (await coordinator.post(`${path}/preview`)).body
    if (shown.status === 'previewed') expect(shown.counts).toEqual(anew.counts)
    else expect(shown.counts).toBeNull()
  })

  it('start once, after a preview', async () => {
    const { school, coordinator } = await world.setting()
    const { body } = await world.upload(coordinator, school, roster([child('一(1)班', '蒋十二')]))
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
    expect(await world.names(school)).toEqual(['蒋十二'])
  })

  it('that are killed half-way leave nothing, and give the same end when they are claimed again', async () => {
    const { school, coordinator } = await world.setting()
    const { body } = await world.upload(
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
    expect(await world.names(school)).toEqual([])
    expect(await test.database.read.countBy(HomeClass, { schoolId: school.id })).toBe(0)
    expect((await coordinator.get(`/api/imports/${body.id}`)).body.status).toBe('running')
    expect(await test.nest.get(JobWorker).workOne()).toBe(false)
    test.clock.advanceMinutes(2)
    await test.nest.get(JobWorker).workAll()
    expect((await coordinator.get(`/api/imports/${body.id}`)).body).toMatchObject({
      status: 'done',
      counts: { new: 600 },
    })
    expect(await world.names(school)).toHaveLength(600)
  })

  it('that fail say so, and save nothing', async () => {
    const { school, coordinator } = await world.setting()
    const { body } = await world.upload(coordinator, school, roster([child('一(1)班', '沈十三')]))
    await coordinator.post(`/api/imports/${body.id}/preview`)
    await coordinator.post(`/api/imports/${body.id}/start`)
    const { fileKey } = await test.database.read.findOneByOrFail(ImportRun, { id: body.id })
    await test.nest.get(ImportFiles).removeKey(fileKey)
    await test.nest.get(JobWorker).workAll()
    expect((await coordinator.get(`/api/imports/${body.id}`)).body).toMatchObject({
      status: 'failed',
      errorCode: 'not_found',
    })
    expect(await world.names(school)).toEqual([])
  })

  it('keep the file sealed, and not longer than needed', async () => {
    const { school, coordinator } = await world.setting()
    const folder = join(test.config.dataDir, 'files')
    const file = roster([child('一(1)班', '杨十四'), child('', '朱十五')])
    const before = readdirSync(folder)
    const { body } = await world.upload(coordinator, school, file)
    const [key] = readdirSync(folder).filter((name) => !before.includes(name))
    expect(readFileSync(join(folder, key!)).subarray(0, 2).toString()).not.toBe('PK')
    await coordinator.post(`/api/imports/${body.id}/preview`)
    await coordinator.post(`/api/imports/${body.id}/start`)
    await test.nest.get(JobWorker).workAll()
    expect(existsSync(join(folder, key!))).toBe(false)
    expect((await test.database.read.findOneByOrFail(ImportRun, { id: body.id })).fileKey).toBeNull()
    const waiting = (await world.upload(coordinator, school, file)).body
    test.clock.advanceMinutes(8 * 24 * 60)
    await test.nest.get(ImportFiles).sweep()
    const later = await test.as(await test.world.user('coordinator', { school }))
    expect((await later.get(`/api/imports/${waiting.id}`)).body).toMatchObject({
      status: 'expired',
      sheets: [],
    })
    // Time alone let it expire, and the history says so.
    expect(
      (await test.database.read.findBy(Transition, { entity: 'import_run', entityId: waiting.id })).map(
        ({ event, fromState, actorId }) => [event, fromState, actorId === null],
      ),
    ).toEqual([
      ['create', 'uploaded', false],
      ['expire', 'uploaded', true],
    ])
    expect((await later.get(`/api/imports/${body.id}`)).body).toMatchObject({
      status: 'done',
      hasRefusedFile: false,
      refusals: [],
    })
    expect((await later.get(`/api/imports/${body.id}/refused.xlsx`)).status).toBe(404)
    expect(readdirSync(folder)).toEqual([])
  })

  it('keep no number in the name of the file', async () => {
    const { school, coordinator } = await world.setting()
    const file = {
      ...roster([child('一(1)班', '秦十六')]),
      name: `王小明 ${residentIdOf('20170901', 701)}.xlsx`,
    }
    expect((await world.upload(coordinator, school, file)).body.fileName).toBe('表格.xlsx')
  })

  it('refuse what is no sheet, damaged, locked, too large or a bomb with a sentence, and keep nothing', async () => {
    const { school, coordinator } = await world.setting()
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
      [Buffer.alloc(20 * 1024 * 1024 + 1), 413, 'request.too_large'],
    ]
    for (const [bytes, status, code] of cases) {
      const answer = await world.upload(coordinator, school, { name: 'x.xlsx', bytes })
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
    const [here, there] = [await world.setting(), await world.setting()]
    const { body } = await world.upload(
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
    expect((await world.upload(there.coordinator, here.school, roster([]))).status).toBe(404)
    expect((await there.coordinator.get('/api/imports')).body.total).toBe(0)
    await test.nest.get(JobWorker).workAll()
    expect(await test.database.read.countBy(Job, { status: 'queued' })).toBe(0)
  })

  it('bring in teachers and rooms too', async () => {
    const { school, coordinator } = await world.setting()
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
    expect((await world.bringIn(coordinator, school, teachers, 'teachers')).counts).toMatchObject({
      new: 2,
      refused: 1,
      homeClasses: ['一(1)班'],
    })
    expect(await test.database.read.findBy(Teacher, { schoolId: school.id })).toMatchObject([
      { name: '吕老师', staffNumber: 'T01', subject: '语文、书法', kind: 'staff' },
      { name: '施老师', staffNumber: null, kind: 'lecturer', homeClassId: null },
    ])
    expect((await world.bringIn(coordinator, school, teachers, 'teachers')).counts).toMatchObject({
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
    expect((await world.bringIn(coordinator, school, rooms(300), 'rooms')).counts).toMatchObject({ new: 2 })
    expect((await world.bringIn(coordinator, school, rooms(400), 'rooms')).counts).toMatchObject({
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
