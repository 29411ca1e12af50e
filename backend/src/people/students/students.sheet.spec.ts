import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  csvOf,
  gb18030,
  studentNumberOf,
  wide,
  workbookOf,
  xlsOf,
  xlsxOf,
} from '../../../test/fixtures/sheets/make.js'
import { readRows } from '../../platform/sheets/read-rows.js'
import { readWorkbook } from '../../platform/sheets/read-workbook.js'
import type { Cell } from '../../platform/sheets/workbook.js'
import { reasonSentence } from '../../platform/sheets/sheet-description.js'
import { countGuardians, studentsSheet } from './students.sheet.js'

const candidates = ['../../../../../shared/data', '../../../../../../shared/data'].map((path) =>
  resolve(__dirname, path),
)
const folder = candidates.find((path) => existsSync(path))

describe.each(['roster-primary', 'roster-junior'])('%s', (name) => {
  if (!folder) {
    it.skip('SKIPPED: ../shared/data is not beside the checkout', () => {})
    return
  }
  const workbook = readWorkbook(readFileSync(`${folder}/${name}.xlsx`), `${name}.xlsx`)
  const expected = JSON.parse(readFileSync(`${folder}/${name}.expected.json`, 'utf8'))
  const result = readRows(workbook, studentsSheet, { todayOn: '2026-09-01' })

  it('agrees with the expected file to the row', () => {
    expect(result.refused.map(({ sheet, row, why }) => ({ sheet, row, why }))).toEqual(expected.refused)
    expect(result.rows).toHaveLength(expected.accepted)
    expect(countGuardians(result.rows.map((row) => row.values))).toBe(expected.guardians)
  })
  it('finds the classes', () => {
    const classes = new Map(
      result.rows.map(({ values: { className } }) => [
        className.name,
        className.grade * 100 + className.number,
      ]),
    )
    expect([...classes].sort((a, b) => a[1] - b[1]).map(([className]) => className)).toEqual(expected.classes)
  })
  it('tells each refusal in words', () => {
    for (const refused of result.refused) {
      for (const reason of refused.reasons) {
        for (const language of ['zh', 'en'] as const)
          expect(reasonSentence(studentsSheet, reason, language)).not.toMatch(/[{}]|undefined|^$/)
      }
    }
  })
})

const header = [
  '序号',
  '班级',
  '姓名',
  '性别',
  '民族',
  '出生日期',
  '学籍号',
  '监护人1姓名',
  '关系1',
  '监护人1电话',
  '监护人2姓名',
  '关系2',
  '监护人2电话',
  '是否留守儿童',
  '是否随迁子女',
  '资助类别',
  '备注',
]
const born = '20200429'
const girl = studentNumberOf(born, 12)
const boy = studentNumberOf(born, 13)
type Change = Record<string, Cell>
const pupil = (change: Change = {}): Cell[] => {
  const values: Change = {
    班级: '一(1)班',
    姓名: '张三',
    性别: '女',
    民族: '汉',
    出生日期: 43950,
    学籍号: girl,
    监护人1姓名: '李一',
    关系1: '母亲',
    监护人1电话: '13800138000',
    是否留守儿童: '否',
    是否随迁子女: '否',
    ...change,
  }
  return header.map((title) => values[title] ?? null)
}
const read = (sheets: Record<string, Cell[][]>) =>
  readRows(workbookOf(sheets), studentsSheet, { todayOn: '2026-09-01' })
const one = (change: Change) => {
  const { rows, refused } = read({ 一年级: [header, pupil(change)] })
  return (
    refused[0]?.reasons.map(({ why, column }) => `${why} ${column?.title ?? ''}`.trim()) ?? rows[0]?.values
  )
}

describe('a row', () => {
  it('is read whole', () =>
    expect(
      one({
        姓名: ' 张　三 ',
        学籍号: wide(girl.toLowerCase()),
        监护人1电话: 13800138000.0,
        监护人2姓名: '王𬭎',
        关系2: '父亲',
        监护人2电话: '+86 139 0013 9000',
        是否留守儿童: '是',
        资助类别: '低保',
        备注: ' 转入 ',
      }),
    ).toEqual({
      className: { grade: 1, number: 1, name: '一(1)班' },
      name: '张三',
      sex: 'female',
      bornOn: '2020-04-29',
      studentNumber: girl,
      residentId: null,
      guardians: [
        { name: '李一', relation: '母亲', phone: '13800138000' },
        { name: '王𬭎', relation: '父亲', phone: '13900139000' },
      ],
      leftBehind: true,
      migrant: false,
      aidCategory: '低保',
      remark: '转入',
      inClassSince: null,
    }))
  it.each([
    [{ 班级: '' }, ['class_missing 班级']],
    [{ 班级: '大班' }, ['class_unknown 班级']],
    [{ 姓名: ' 　' }, ['name_missing 姓名']],
    [{ 姓名: '张' }, ['name_length 姓名']],
    [{ 性别: '男' }, ['sex_contradicts_number 性别']],
    [{ 性别: '?' }, ['sex 性别']],
    [{ 出生日期: 59231 }, ['birth_date 出生日期']],
    [{ 出生日期: '2020-02-30' }, ['birth_date 出生日期']],
    [{ 出生日期: '2020-04-28' }, ['birth_date 出生日期']],
    [{ 学籍号: girl.slice(0, 17) }, ['length 学籍号']],
    [{ 学籍号: girl.slice(1) }, ['length 学籍号']],
    [{ 学籍号: girl.slice(0, 18) + (girl.endsWith('0') ? '1' : '0') }, ['check_digit 学籍号']],
    [{ 学籍号: '' }, ['number_missing 学籍号']],
    [{ 学籍号: Number('149901202004290120') }, ['digits_lost 学籍号']],
    [{ 监护人1电话: '1380013800' }, ['phone 监护人1电话']],
    [{ 监护人2电话: '23800138000' }, ['phone 监护人2电话']],
    [
      { 监护人2电话: '1', 班级: null, 学籍号: 'G1' },
      ['class_missing 班级', 'length 学籍号', 'phone 监护人2电话'],
    ],
    [{ 性别: '男', 出生日期: '2020-04-28' }, ['sex_contradicts_number 性别', 'birth_date 出生日期']],
  ])('with %j is refused', (change, reasons) => expect(one(change as Change)).toEqual(reasons))
  it.each([
    [{ 姓名: '古丽娜尔•买买提' }, { name: '古丽娜尔·买买提' }],
    [{ 姓名: '𬭎子' }, { name: '𬭎子' }],
    [{ 班级: 1.3 }, { className: { name: '一(3)班' } }],
    [{ 班级: '2班' }, { className: { name: '一(2)班' } }],
    [
      { 性别: '', 出生日期: null },
      { sex: 'female', bornOn: '2020-04-29' },
    ],
    [{ 学籍号: 'L140299202004294821' }, { studentNumber: 'L140299202004294821', sex: 'female' }],
    [{ 出生日期: '20200429' }, { bornOn: '2020-04-29' }],
    [{ 监护人1姓名: '', 关系1: '', 监护人1电话: '无' }, { guardians: [] }],
    [{ 监护人1姓名: null }, { guardians: [{ name: null, relation: '母亲', phone: '13800138000' }] }],
  ])('with %j is accepted', (change, values) => expect(one(change as Change)).toMatchObject(values))
})

describe('duplicates of a number', () => {
  it('are told before the contradictions that a copied number brings', () => {
    const result = read({
      一年级: [header, pupil()],
      二年级: [header, pupil({ 班级: '二(1)班', 姓名: '李四', 性别: '男', 出生日期: '2019-01-01' })],
    })
    expect(
      result.refused.map(({ sheet, row, reasons }) => [sheet, row, reasons.map(({ why }) => why)]),
    ).toEqual([['二年级', 2, ['duplicate', 'sex_contradicts_number', 'birth_date']]])
  })
  it('also when the first holder was refused', () => {
    const result = read({
      一年级: [header, pupil({ 监护人1电话: '1' }), pupil({ 姓名: '李四', 性别: '男' })],
    })
    expect(result.refused.map(({ row, why }) => [row, why])).toEqual([
      [2, 'phone'],
      [3, 'duplicate'],
    ])
  })
  it('the rightful holder is accepted after a row that contradicts the number', () => {
    const result = read({ 一年级: [header, pupil({ 姓名: '李四', 性别: '男' }), pupil()] })
    expect(result.refused.map(({ row, why }) => [row, why])).toEqual([[2, 'sex_contradicts_number']])
    expect(result.rows.map(({ row }) => row)).toEqual([3])
  })
})

describe('other shapes of the roster', () => {
  it('columns in another order under other names, with father and mother', () => {
    const rows = [
      ['花名册'],
      [
        '学生姓名*',
        '全国学籍号(19位)',
        '年级',
        '班',
        '父亲姓名',
        '父亲手机号',
        '母亲姓名',
        '母亲联系电话',
        '留守儿童',
        '血型',
      ],
      ['张三', girl, '一年级', 2, '张父', '13800138000', '李母', 13900139000, '√', 'A'],
    ]
    expect(read({ Sheet1: rows }).rows[0]?.values).toMatchObject({
      className: { name: '一(2)班' },
      guardians: [
        { name: '张父', relation: '父亲', phone: '13800138000' },
        { name: '李母', relation: '母亲', phone: '13900139000' },
      ],
      leftBehind: true,
    })
  })
  it.each([
    ['家长姓名', '联系电话'],
    ['监护人', '电话'],
    ['监护人姓名', '监护人联系方式'],
    ['第一监护人姓名', '第一监护人联系电话'],
    ['监护人一姓名', '监护人一手机'],
    ['家长1', '家长1手机号'],
    ['监护人(1)姓名', '监护人(1)电话'],
    ['监护人姓名1', '监护人电话1'],
    ['Guardian 1 name', 'Guardian 1 phone'],
    [wide('监护人1姓名'), wide('电话1')],
  ])('a guardian under “%s”, “%s”', (name, phone) =>
    expect(
      read({
        一年级: [
          ['班级', '姓名', '学籍号', name, phone],
          ['一(1)班', '张三', girl, '李一', '13800138000'],
        ],
      }).rows[0]?.values.guardians,
    ).toEqual([{ name: '李一', relation: null, phone: '13800138000' }]),
  )
  it('a general phone beside those of the guardians', () => {
    const row = ['一(1)班', '张三', girl, '13800138009', '甲父', '13800138001', '乙母', '13800138002']
    expect(
      read({
        一年级: [
          ['班级', '姓名', '学籍号', '联系电话', '监护人1姓名', '监护人1电话', '监护人2姓名', '监护人2电话'],
          row,
        ],
      }).rows[0]?.values.guardians.map(({ name, phone }) => [name, phone]),
    ).toEqual([
      ['甲父', '13800138001'],
      ['乙母', '13800138002'],
    ])
    expect(
      read({
        一年级: [
          ['班级', '姓名', '学籍号', '联系电话', '父亲姓名', '父亲电话'],
          ['一(1)班', '张三', girl, '13800138001', '甲父', '13800138001'],
        ],
      }).rows[0]?.values.guardians,
    ).toEqual([{ name: '甲父', relation: '父亲', phone: '13800138001' }])
  })
  it('a grade that contradicts the class', () =>
    expect(
      read({
        一年级: [
          ['年级', '班级', '姓名', '学籍号'],
          ['二年级', '一(1)班', '张三', girl],
        ],
      }).refused.map(({ why }) => why),
    ).toEqual(['class_contradicts_grade']))
  it('titles repeated for each guardian, and up to four of them', () => {
    const titles = [
      '班级',
      '姓名',
      '学籍号',
      '监护人1',
      '关系',
      '电话',
      '监护人2',
      '关系',
      '电话',
      '监护人三姓名',
      '监护人三电话',
      '监护人4姓名',
    ]
    const row = [
      '一(1)班',
      '张三',
      girl,
      '甲一',
      '母亲',
      '13800138001',
      '甲二',
      '父亲',
      '13800138002',
      '甲三',
      '13800138003',
      '甲四',
    ]
    expect(
      read({ 一年级: [titles, row] }).rows[0]?.values.guardians.map(({ name, relation, phone }) => [
        name,
        relation,
        phone,
      ]),
    ).toEqual([
      ['甲一', '母亲', '13800138001'],
      ['甲二', '父亲', '13800138002'],
      ['甲三', null, '13800138003'],
      ['甲四', null, null],
    ])
  })
  it('one sheet for each class, with the resident id in place of the number', () => {
    const result = read({
      '一(2)班': [
        ['姓名', '身份证号'],
        ['张三', girl.slice(1)],
      ],
      说明: [['只填姓名']],
    })
    expect(result.rows[0]?.values).toMatchObject({
      className: { name: '一(2)班' },
      studentNumber: girl,
      residentId: girl.slice(1),
      sex: 'female',
    })
    expect(result.sheets.map(({ status }) => status)).toEqual(['ready', 'no_header'])
  })
  it('a resident id that contradicts the number', () => {
    const result = read({
      一年级: [
        ['班级', '姓名', '学籍号', '身份证号'],
        ['一(1)班', '张三', girl, boy.slice(1)],
      ],
    })
    expect(result.refused.map(({ why }) => why)).toEqual(['id_contradicts_number'])
  })
  it.each([
    ['.xlsx', (rows: Cell[][]) => xlsxOf({ 一年级: rows })],
    ['.xls', (rows: Cell[][]) => xlsOf({ 一年级: rows })],
    ['.csv in GB18030', (rows: Cell[][]) => gb18030(csvOf(rows))],
    ['.csv in UTF-8', (rows: Cell[][]) => Buffer.from('\ufeff' + csvOf(rows))],
  ])('the same roster as %s', (_, bytes) => {
    const rows = [
      ['2026年秋季学期一年级学生花名册'],
      ['填表说明：学籍号为19位。'],
      header,
      pupil({ 姓名: '王𬭎' }),
      pupil({ 姓名: '', 学籍号: boy }),
      [],
      pupil({ 学籍号: boy, 性别: '男', 姓名: '阿依夏·艾山' }),
      ['合计', null, 3],
    ]
    const result = readRows(readWorkbook(bytes(rows), '一年级.csv'), studentsSheet, { todayOn: '2026-09-01' })
    expect(result.rows.map(({ row, values }) => [row, values.name, values.bornOn])).toEqual([
      [4, '王𬭎', '2020-04-29'],
      [7, '阿依夏·艾山', '2020-04-29'],
    ])
    expect(result.refused.map(({ row, why }) => [row, why])).toEqual([[5, 'name_missing']])
    expect(result.skipped).toEqual({ empty: 1, total: 1, header: 0, note: 0 })
  })
  it('dates of the 1904 system', () => {
    const workbook = {
      ...workbookOf({ 一年级: [header, pupil({ 出生日期: 43950 - 1462 })] }),
      date1904: true,
    }
    expect(readRows(workbook, studentsSheet, { todayOn: '2026-09-01' }).rows[0]?.values.bornOn).toBe(
      '2020-04-29',
    )
  })
})

it('counts a guardian of two children once', () => {
  const result = read({ 一年级: [header, pupil(), pupil({ 姓名: '张四', 性别: '男', 学籍号: boy })] })
  expect(result.rows).toHaveLength(2)
  expect(countGuardians(result.rows.map(({ values }) => values))).toBe(1)
})
