/** What the tests of imports share: rosters made for them, and the way from an upload to its end. */
import type { School } from '../src/organisation/index.js'
import { Student } from '../src/people/index.js'
import { JobWorker } from '../src/platform/jobs/job-worker.js'
import type { Client, TestApp } from './app.js'
import { studentNumberOf, xlsxOf, type Rows } from './fixtures/sheets/make.js'

export interface SentFile {
  readonly name: string
  readonly bytes: Buffer
}

export const rosterHeader = [
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
export const child = (
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
export const roster = (rows: Rows, more: Record<string, Rows> = {}) => ({
  name: '花名册.xlsx',
  bytes: xlsxOf({ 花名册: [['2026年秋季学生花名册'], rosterHeader, ...rows], ...more }),
})

export class ImportsWorld {
  constructor(private readonly test: TestApp) {}

  async setting(overrides: Partial<School> = {}): Promise<{ school: School; coordinator: Client }> {
    const school = await this.test.world.school(overrides)
    return {
      school,
      coordinator: await this.test.as(await this.test.world.user('coordinator', { school })),
    }
  }

  upload(client: Client, school: School, file: SentFile, kind = 'students') {
    return client.upload('/api/imports', { schoolId: String(school.id), kind }, file)
  }

  /** Uploaded, previewed, started, worked; the run as it is then. */
  async bringIn(client: Client, school: School, file: SentFile, kind = 'students') {
    const { body } = await this.upload(client, school, file, kind)
    await client.post(`/api/imports/${body.id}/preview`)
    const started = await client.post(`/api/imports/${body.id}/start`)
    if (started.status !== 200) throw new Error(`the import did not start: ${started.text}`)
    await this.test.nest.get(JobWorker).workAll()
    return (await client.get(`/api/imports/${body.id}`)).body
  }

  /** Of the students of a school, in the order in which they came. */
  async names(school: School): Promise<string[]> {
    const students = await this.test.database.read.find(Student, {
      where: { schoolId: school.id },
      order: { id: 'ASC' },
    })
    return students.map(({ name }) => name)
  }
}
