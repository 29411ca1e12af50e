import { PassThrough } from 'node:stream'
import { studentNumberOf, workbookOf } from '../../../test/fixtures/sheets/make.js'
import { studentsSheet } from './students.sheet.js'
import { readRows } from '../../platform/sheets/read-rows.js'
import { readWorkbook } from '../../platform/sheets/read-workbook.js'
import { refusedWorkbook } from '../../platform/sheets/refused-workbook.js'
import type { Mapping } from '../../platform/sheets/recognise-columns.js'
import type { Cell, Workbook } from '../../platform/sheets/workbook.js'
import { writeWorkbook } from '../../platform/sheets/write-workbook.js'

const header = ['序号', '班级', '姓名', '性别', '出生日期', '学籍号', '监护人1电话', '血型']
const number = studentNumberOf('20200429', 12)
const rows: Cell[][] = [
  ['花名册'],
  header,
  [1, '1班', '张三', '女', 43950, number, '138', 'A'],
  [2, '1班', '李四', '女', 43950, studentNumberOf('20200429', 14), '13800138000', 'B'],
  [3, '', '', '女', 59231, studentNumberOf('20200429', 16), 13800138000, '=1+1'],
]
const options = (mapping?: Mapping) => ({ todayOn: '2026-09-01', mapping })

async function again(workbook: Workbook, language: 'zh' | 'en', mapping?: Mapping): Promise<Workbook> {
  const result = readRows(workbook, studentsSheet, options(mapping))
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  await writeWorkbook(stream, { sheets: refusedWorkbook(workbook, studentsSheet, result, language) })
  return readWorkbook(Buffer.concat(chunks), 'refused.xlsx')
}

describe.each(['zh', 'en'] as const)('the refused rows in %s', (language) => {
  it('stand in their columns with the reason in front', async () => {
    const refused = await again(workbookOf({ 一年级: rows }), language)
    expect(refused.sheets.map(({ name }) => name)).toEqual(['一年级'])
    const [titles, first, second] = refused.sheets[0]!.rows.map(({ cells }) => cells)
    expect(titles!.slice(2)).toEqual(header)
    expect(first!.slice(1)).toEqual([3, 1, '1班', '张三', '女', '2020-04-29', number, '138', 'A'])
    expect(String(first![0])).toContain('G')
    expect(String(second![0]).split('\n')).toHaveLength(3)
    expect(second!.slice(5)).toEqual([
      '女',
      '2062-03-01',
      studentNumberOf('20200429', 16),
      13800138000,
      '=1+1',
    ])
  })
  it('are refused again for the same reasons, and accepted once mended', async () => {
    const before = readRows(workbookOf({ 一年级: rows }), studentsSheet, options())
    const refused = await again(workbookOf({ 一年级: rows }), language)
    const whys = (workbook: Workbook) =>
      readRows(workbook, studentsSheet, options()).refused.map(({ reasons }) => reasons.map(({ why }) => why))
    expect(whys(refused)).toEqual(before.refused.map(({ reasons }) => reasons.map(({ why }) => why)))
    const twice = await again(refused, language)
    expect(twice.sheets[0]!.rows[0]!.cells).toEqual(refused.sheets[0]!.rows[0]!.cells)
    expect(whys(twice)).toEqual(whys(refused))
    refused.sheets[0]!.rows[1]!.cells[8] = '13800138001'
    expect(readRows(refused, studentsSheet, options()).rows).toMatchObject([
      { row: 2, values: { name: '张三', className: { name: '一(1)班' }, bornOn: '2020-04-29' } },
    ])
  })
  it('need no second correction of the columns', async () => {
    const odd = workbookOf({
      一年级: [
        ['孩子', '归属', '号', '备注'],
        ['张三', '一(1)班', number, '随班'],
        ['', '一(1)班', studentNumberOf('20200429', 14), ''],
      ],
    })
    const mapping = { 一年级: { 0: 'name', 1: 'className', 2: 'studentNumber', 3: null } }
    const refused = await again(odd, language, mapping)
    expect(refused.sheets[0]!.rows[0]!.cells.slice(2)).toEqual(['姓名', '班级', '学籍号', '不导入:备注'])
    expect(readRows(refused, studentsSheet, options()).refused).toMatchObject([{ why: 'name_missing' }])
  })
})
