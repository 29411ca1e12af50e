import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TestApp } from '../../../test/app.js'
import { studentNumberOf, xlsxAround, xlsxOf, type Rows } from '../../../test/fixtures/sheets/make.js'
import type { School } from '../../organisation/index.js'
import { Guardian, Student } from '../../people/index.js'
import { FileStore } from '../../platform/files/file-store.js'
import { JobWorker } from '../../platform/jobs/job-worker.js'
import { ImportRun } from './import-run.entity.js'
import { uploadsPerDay } from './import-uploads.service.js'

const fixture = (name: string) => ({
  name,
  bytes: readFileSync(join(__dirname, '../../people/students/fixtures', name)),
})
const header = ['班级', '姓名', '性别', '学籍号', '出生日期']
const sheet = (rows: Rows) => ({ name: 'x.xlsx', bytes: xlsxOf({ 表: [header, ...rows] }) })

describe('imports of rosters as they are sent', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
    await test.world.term()
  })
  afterAll(() => test.stop())

  async function setting() {
    const school = await test.world.school()
    return { school, coordinator: await test.as(await test.world.user('coordinator', { school })) }
  }
  type Client = Awaited<ReturnType<typeof setting>>['coordinator']
  const upload = (client: Client, school: School, file: { name: string; bytes: Buffer }) =>
    client.upload('/api/imports', { schoolId: String(school.id), kind: 'students' }, file)
  async function previewed(client: Client, school: School, file: { name: string; bytes: Buffer }) {
    const { body } = await upload(client, school, file)
    return (await client.post(`/api/imports/${body.id}/preview`)).body
  }
  async function finished(client: Client, id: number) {
    await client.post(`/api/imports/${id}/start`)
    await test.nest.get(JobWorker).workAll()
    return (await client.get(`/api/imports/${id}`)).body
  }
  const numbers = async (school: School) =>
    (await test.database.read.findBy(Student, { schoolId: school.id })).length

  it('a child whose number is another one now is shown before it is added; “the same” changes the number', async () => {
    const { school, coordinator } = await setting()
    await finished(coordinator, (await previewed(coordinator, school, fixture('a-L.csv'))).id)
    const [child] = await test.database.read.findBy(Student, { schoolId: school.id })
    const second = await previewed(coordinator, school, fixture('b-G.csv'))
    expect(second.counts).toMatchObject({ new: 0, changed: 0, refused: 1 })
    expect(second.refusals).toMatchObject([{ why: 'may_be_same', row: 2 }])
    expect(second.refusals[0].sentence).toContain('可能是同一个孩子')
    expect(second.doubts).toEqual([
      {
        sheet: 'b-G',
        row: 2,
        name: '壬二',
        className: '一(1)班',
        knownNumber: expect.stringMatching(/^L14\*+\d{4}$/),
        knownClassName: '一(1)班',
        decision: null,
      },
    ])
    const decided = await coordinator.post(`/api/imports/${second.id}/decisions`, {
      rows: [{ sheet: 'b-G', row: 2, decision: 'same' }],
    })
    expect(decided.body).toMatchObject({
      counts: { new: 0, changed: 1, refused: 0 },
      doubts: [{ decision: 'same' }],
    })
    expect((await finished(coordinator, second.id)).counts).toMatchObject({ changed: 1, refused: 0 })
    expect(await numbers(school)).toBe(1)
    const found = await coordinator.post('/api/students/find-by-number', { number: 'G14021320190903243X' })
    expect(found.body).toMatchObject([{ id: child!.id }])
  })

  it('“another child” adds it, and a decision may be changed until the start', async () => {
    const { school, coordinator } = await setting()
    await finished(
      coordinator,
      (
        await previewed(
          coordinator,
          school,
          sheet([['一(1)班', '壬三', '男', 'L140213201909030251', '20190903']]),
        )
      ).id,
    )
    const again = await previewed(
      coordinator,
      school,
      sheet([['一(2)班', '壬三', '男', studentNumberOf('20190903', 251), '20190903']]),
    )
    const decide = (decision: string) =>
      coordinator.post(`/api/imports/${again.id}/decisions`, { rows: [{ sheet: '表', row: 2, decision }] })
    expect((await decide('same')).body.counts).toMatchObject({ new: 0, changed: 1 })
    expect((await decide('other')).body.counts).toMatchObject({ new: 1, changed: 0, refused: 0 })
    const wrong = await coordinator.post(`/api/imports/${again.id}/decisions`, {
      rows: [{ sheet: '表', row: 9, decision: 'same' }],
    })
    expect([wrong.status, wrong.body.code]).toEqual([409, 'exchange.no_such_doubt'])
    expect((await decide('perhaps')).status).toBe(400)
    expect((await finished(coordinator, again.id)).counts).toMatchObject({ new: 1 })
    expect(await numbers(school)).toBe(2)
    expect((await decide('same')).body.code).toBe('exchange.already_started')
  })

  it('a namesake whose own number stands in the same file is no doubt', async () => {
    const { school, coordinator } = await setting()
    const one = ['一(1)班', '壬四', '男', studentNumberOf('20190903', 261), '20190903']
    await finished(coordinator, (await previewed(coordinator, school, sheet([one]))).id)
    const both = await previewed(
      coordinator,
      school,
      sheet([one, one.with(3, studentNumberOf('20190903', 263))]),
    )
    expect(both).toMatchObject({ counts: { new: 1, unchanged: 1, refused: 0 }, doubts: [] })
  })

  it('says on the preview how classes were read and what was left out', async () => {
    const { school, coordinator } = await setting()
    const classes = await previewed(coordinator, school, fixture('classes.csv'))
    expect(classes.counts).toMatchObject({ new: 4, refused: 0, homeClasses: ['一(1)班', '二(1)班'] })
    expect(classes.notes).toMatchObject([{ why: 'class_by_entry_year', count: 3 }])
    expect(classes.notes[0].sentence).toContain('2025级')
    const codes = await previewed(coordinator.inEnglish(), school, fixture('codes.csv'))
    expect(codes.notes).toMatchObject([
      {
        why: 'left_out',
        count: 2,
        places: [{ row: 4 }, { row: 5 }],
        sentence: expect.stringContaining('fixed line'),
      },
    ])
    expect(codes.hasRefusedFile).toBe(false)
  })

  it('keeps the cells, sealed, and not the file; the file is taken apart once', async () => {
    const { school, coordinator } = await setting()
    const { body } = await upload(
      coordinator,
      school,
      sheet([['一(1)班', '癸一', '男', studentNumberOf('20190903', 301), '']]),
    )
    const { fileKey } = await test.database.read.findOneByOrFail(ImportRun, { id: body.id })
    const kept = (await test.nest.get(FileStore).get(fileKey!)).toString('utf8')
    expect(JSON.parse(kept)).toMatchObject({
      kind: 'xlsx',
      sheets: [{ name: '表', rows: [{ row: 1 }, { row: 2 }] }],
    })
    expect(readFileSync(join(test.config.dataDir, 'files', fileKey!)).includes('癸一')).toBe(false)
  })

  it('what was uploaded before cells were kept is still read', async () => {
    const { school, coordinator } = await setting()
    const file = sheet([['一(1)班', '癸三', '男', studentNumberOf('20190903', 307), '']])
    const { body } = await upload(coordinator, school, file)
    const fileKey = await test.nest.get(FileStore).put(file.bytes)
    await test.database.transaction((tx) => tx.update(ImportRun, { id: body.id }, { fileKey }))
    const run = await coordinator.post(`/api/imports/${body.id}/preview`)
    expect(run.body.counts).toMatchObject({ new: 1 })
    expect((await finished(coordinator, body.id)).counts).toMatchObject({ new: 1 })
  })

  it('a hostile sheet is refused with a sentence while others are answered', async () => {
    const { school, coordinator } = await setting()
    const hostile = { name: 'x.xlsx', bytes: xlsxAround(`<worksheet>${'<a>'.repeat(50_000)}`) }
    const [refused, ping] = await Promise.all([
      upload(coordinator, school, hostile),
      coordinator.get('/api/students', { schoolId: school.id }),
    ])
    expect([refused.status, refused.body.code]).toEqual([422, 'sheets.too_deep'])
    expect(refused.body.message).toContain('已拒绝读取')
    expect(ping.status).toBe(200)
  })

  it('an upload that breaks off is 400 with a sentence, and keeps nothing', async () => {
    const { coordinator, school } = await setting()
    const type = { 'content-type': 'multipart/form-data; boundary=x' }
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'
    for (const body of [
      head,
      `${head}PK`,
      '--x',
      '--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\nstu',
    ])
      expect(
        await coordinator
          .send('POST', '/api/imports', Buffer.from(body), {}, type)
          .then(({ status, body: answer }) => [body.length, status, answer.code]),
      ).toEqual([body.length, 400, 'request.upload_cut'])
    expect(
      (
        await coordinator.send(
          'POST',
          '/api/imports',
          Buffer.from(''),
          {},
          { 'content-type': 'multipart/form-data' },
        )
      ).status,
    ).toBe(400)
    expect(await test.database.read.countBy(ImportRun, { schoolId: school.id })).toBe(0)
  })

  it('a school uploads so many files a day and no more, another school still may', async () => {
    const [one, other] = [await setting(), await setting()]
    const file = sheet([['一(1)班', '癸二', '男', studentNumberOf('20190903', 303), '']])
    const { body } = await upload(one.coordinator, one.school, file)
    const { id: _id, ...run } = await test.database.read.findOneByOrFail(ImportRun, { id: body.id })
    await test.database.transaction((tx) =>
      tx.insert(
        ImportRun,
        Array.from({ length: uploadsPerDay - 1 }, () => ({ ...run, fileKey: null })),
      ),
    )
    const refused = await upload(one.coordinator, one.school, file)
    expect([refused.status, refused.body.code]).toEqual([429, 'exchange.upload_quota'])
    expect(refused.body.message).toContain(String(uploadsPerDay))
    expect((await upload(other.coordinator, other.school, file)).status).toBe(201)
    test.clock.advanceMinutes(24 * 60)
    expect(
      (
        await upload(
          await test.as(await test.world.user('coordinator', { school: one.school })),
          one.school,
          file,
        )
      ).status,
    ).toBe(201)
  })

  it('names are found however their dots and blanks are typed', async () => {
    const { school, coordinator } = await setting()
    await finished(
      coordinator,
      (
        await previewed(
          coordinator,
          school,
          sheet([
            ['一(1)班', '古丽·买买提', '女', studentNumberOf('20190903', 402), ''],
            ['一(1)班', '李明', '男', studentNumberOf('20190903', 403), ''],
            ['一(1)班', '张\ue863', '男', studentNumberOf('20190903', 405), ''],
          ]),
        )
      ).id,
    )
    const found = async (q: string) =>
      (await coordinator.get('/api/students', { q })).body.items.map(({ name }: { name: string }) => name)
    for (const q of ['古丽•买买提', '古丽・买买提', '古丽.买买提', '古丽买买提', '古丽 · 买买提', 'gulimai'])
      expect([q, await found(q)]).toEqual([q, ['古丽·买买提']])
    for (const q of ['李 明', '李　明', ' 李明 ', 'liming'])
      expect([q, await found(q)]).toEqual([q, ['李明']])
    for (const q of ['张䶮', '张\ue863']) expect([q, await found(q)]).toEqual([q, ['张䶮']])
  })

  it('a guardian’s number is the same however it is typed', async () => {
    const { school, coordinator } = await setting()
    const rows = [
      ['班级', '姓名', '性别', '学籍号', '联系电话'],
      ['一(1)班', '癸五', '男', studentNumberOf('20190903', 501), '+86 138-0000-0503'],
    ]
    await finished(
      coordinator,
      (await previewed(coordinator, school, { name: 'x.xlsx', bytes: xlsxOf({ 表: rows }) })).id,
    )
    const [student] = await test.database.read.findBy(Student, { schoolId: school.id })
    expect(await test.database.read.countBy(Guardian, { schoolId: school.id })).toBe(1)
    const letters = await coordinator.post('/api/activation-codes/letters', {
      schoolId: school.id,
      studentIds: [student!.id],
    })
    const client = test.signedOut
    const activated = await client.post('/api/parents/activation', {
      code: letters.body[0].code,
      phone: '86 138 0000 0503',
      password: 'a long enough pass phrase 7',
    })
    expect(activated.body).toMatchObject({ role: 'guardian' })
    for (const username of [
      '138 0000 0503',
      '+8613800000503',
      '8613800000503',
      '１３８００００ ０５０３',
      '(138)0000-0503',
    ])
      expect([
        username,
        (await client.post('/api/sign-in', { username, password: 'a long enough pass phrase 7' })).status,
      ]).toEqual([username, 200])
  })
})
