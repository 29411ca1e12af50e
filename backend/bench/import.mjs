// Rosters of a whole district into the database, validation, sealing and guardians included, against reading the same
// files with the same library and nothing else.
import { readWorkbook } from '../dist/platform/sheets/index.js'
import * as XLSX from '@e965/xlsx'
import { ImportJob } from '../dist/exchange/index.js'
import { Region, School, Term } from '../dist/organisation/index.js'
import { Student } from '../dist/people/index.js'
import { Database } from '../dist/platform/database/database.js'
import { openBench, median, report } from './lib.mjs'

const schools = Number(process.env.SCHOOLS ?? 10)
const perSchool = 1000
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigit = (body) =>
  '10X98765432'[[...body].reduce((sum, digit, index) => sum + Number(digit) * weights[index], 0) % 11]

function roster(school) {
  const rows = [['班级', '姓名', '性别', '出生日期', '学籍号', '监护人1姓名', '关系1', '监护人1电话']]
  for (let index = 0; index < perSchool; index += 1) {
    const grade = 1 + (index % 6)
    const number = school * perSchool + index
    const bornOn = `${2020 - grade}${String(9 + (number % 4)).padStart(2, '0')}${String(1 + (number % 28)).padStart(2, '0')}`
    const sequence = String(number % 1000).padStart(3, '0')
    const body = `14029${Math.floor(number / 1000) % 10}${bornOn}${sequence}`
    rows.push([
      `${'一二三四五六'[grade - 1]}(${1 + (Math.floor(index / 6) % 4)})班`,
      `学生${'甲乙丙丁戊己庚辛'[number % 8]}${'子丑寅卯辰巳午未申酉'[number % 10]}`,
      Number(sequence) % 2 ? '男' : '女',
      bornOn,
      `G${body}${checkDigit(body)}`,
      '家长',
      '母亲',
      `13${String(100_000_000 + number).padStart(9, '0')}`,
    ])
  }
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), '花名册')
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' })
}

const { app, close } = await openBench()
const database = app.get(Database)
const saved = await database.transaction(async (tx) => {
  const region = await tx.save(
    tx.create(Region, { code: '1402', name: '大同市', nameEn: 'Datong', level: 'city' }),
  )
  await tx.save(
    tx.create(Term, {
      regionCode: '1402',
      schoolYear: 2026,
      name: '2026年秋季学期',
      nameEn: 'Autumn 2026',
      startsOn: '2026-09-01',
      endsOn: '2027-01-22',
    }),
  )
  return tx.save(
    Array.from({ length: schools }, (_, index) =>
      tx.create(School, {
        code: `31402${String(index).padStart(5, '0')}`,
        name: `第${index + 1}小学`,
        nameEn: null,
        stage: 'primary',
        area: 'urban',
        ownership: 'public',
        regionId: region.id,
        regionCode: '1402',
        lastLessonEndTime: '16:00',
        isActive: true,
      }),
    ),
  )
})
const person = {
  userId: 0,
  displayName: 'bench',
  permissions: new Set(),
  regionCode: '1402',
  schoolId: null,
  requestId: 'bench',
}
const times = { ours: [], peer: [] }
let accepted = 0
let refused = 0
for (const [index, school] of saved.entries()) {
  const bytes = roster(index)
  const timed = async (name, work) => {
    const start = process.hrtime.bigint()
    await work()
    times[name].push(Number(process.hrtime.bigint() - start) / 1e6)
  }
  const ours = () =>
    timed('ours', async () => {
      const result = await app.get(ImportJob).runNow(person, school.id, 'students', 'roster.xlsx', bytes)
      accepted += result.counts.new
      refused += result.refused.length
    })
  const peer = () => timed('peer', () => readWorkbook(bytes, 'roster.xlsx'))
  for (const work of index % 2 ? [peer, ours] : [ours, peer]) await work()
}
const total = (list) => list.reduce((sum, each) => sum + each, 0)
report(
  'import',
  [
    {
      what: `${schools} rosters of ${perSchool}, into SQLite`,
      'ms a roster': Math.round(median(times.ours)),
      'ms in all': Math.round(total(times.ours)),
    },
    {
      what: 'bare read of the same files',
      'ms a roster': Math.round(median(times.peer)),
      'ms in all': Math.round(total(times.peer)),
    },
    {
      what: 'ratio (goal ≤ 2)',
      'ms a roster': Number((median(times.ours) / median(times.peer)).toFixed(2)),
      'ms in all': Number((total(times.ours) / total(times.peer)).toFixed(2)),
    },
  ],
  {
    'every row was accepted': accepted === schools * perSchool && refused === 0,
    'every student is in the database': (await database.read.count(Student)) === schools * perSchool,
  },
)
await close()
