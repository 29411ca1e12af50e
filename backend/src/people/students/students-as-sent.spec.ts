import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRows } from '../../platform/sheets/read-rows.js'
import { readWorkbook } from '../../platform/sheets/read-workbook.js'
import { reasonSentence } from '../../platform/sheets/sheet-description.js'
import { UnreadableSheet, unreadableTexts } from '../../platform/sheets/unreadable-sheet.js'
import { Sentences } from '../../platform/sentences.js'
import { studentsSheet } from './students.sheet.js'

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures', name))
const read = (name: string, todayOn = '2026-09-01') =>
  readRows(readWorkbook(fixture(name), name), studentsSheet, { todayOn })
const notesOf = ({ notes }: ReturnType<typeof read>) =>
  notes.map(({ why, field, params, count }) => [why, field, params['problem'] ?? null, count])

describe('rosters as they are sent', () => {
  it('cells without a reference stay in their columns', () => {
    const [row] = read('implicit.xlsx').rows.filter(({ values }) => values.name === '寅一')
    expect(row?.values).toMatchObject({ aidCategory: null, remark: '花生过敏' })
  })
  it('.xls of Excel 95 in code page 936', () =>
    expect(read('gbk.xls')).toMatchObject({ rows: [{ values: { name: '庚一' } }], refused: [] }))
  it.each([
    ['html.xls', 'sheets.web_page', '网页'],
    ['xml2003.xls', 'sheets.xml_2003', 'XML 表格 2003'],
  ])('%s is told as what it is, with what to do', (name, code, word) => {
    const error = (() => {
      try {
        return read(name)
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toBeInstanceOf(UnreadableSheet)
    expect((error as UnreadableSheet).code).toBe(code)
    const said = new Sentences(unreadableTexts).say(error as UnreadableSheet, 'zh')
    expect(said).toContain(word)
    expect(said).toContain('另存为 .xlsx')
  })
  it('year and month of birth agree with the number, which tells the day', () => {
    const result = read('yearmonth.csv')
    expect(result.refused).toEqual([])
    expect(result.rows.map(({ values }) => values.bornOn)).toEqual([
      '2019-09-03',
      '2019-09-03',
      '2019-10-03',
      '2019-10-03',
    ])
    const wrong = fixture('yearmonth.csv')
      .toString()
      .replace('201909\n', '201908\n')
      .replace('201909\r', '201908\r')
    const [refused] = readRows(readWorkbook(Buffer.from(wrong), 'a.csv'), studentsSheet, {
      todayOn: '2026-09-01',
    }).refused
    expect(refused).toMatchObject({ why: 'birth_date', params: { problem: 'contradicts' } })
  })
  it('the number 2019.1 may be January or October', () => {
    const book = (cell: number | string) => ({
      fileName: 'a.xlsx',
      kind: 'xlsx' as const,
      date1904: false,
      sheets: [
        {
          name: '表',
          hidden: false,
          lastRow: 2,
          merges: [],
          rows: [
            { row: 1, cells: ['班级', '姓名', '性别', '学籍号', '出生年月'] },
            { row: 2, cells: ['一(1)班', '甲三', '男', 'G140213201910031055', cell] },
          ],
        },
      ],
    })
    const accepted = (cell: number | string) =>
      readRows(book(cell), studentsSheet, { todayOn: '2026-09-01' }).rows.length
    expect([accepted(2019.1), accepted('2019.1'), accepted(2019.09), accepted(201910)]).toEqual([1, 0, 0, 1])
  })
  it('passports and permits beside a student number cost nobody a place', () => {
    const result = read('documents.csv')
    expect(result.refused).toEqual([])
    expect(result.rows.map(({ values }) => values.residentId !== null)).toEqual([
      false,
      false,
      false,
      true,
      false,
      true,
    ])
    expect(notesOf(result)).toEqual([['left_out', 'residentId', 'document', 3]])
  })
  it('a mistyped resident id is still a fault', () => {
    const text = fixture('documents.csv').toString().replace('140213201909031197', '14021320190903119')
    const result = readRows(readWorkbook(Buffer.from(text), 'a.csv'), studentsSheet, {
      todayOn: '2026-09-01',
    })
    expect(result.refused).toMatchObject([{ why: 'length', field: 'residentId' }])
  })
  it('classes by year of entry and with a nickname, the rule in words', () => {
    const result = read('classes.csv', '2026-11-02')
    expect(result.refused).toEqual([])
    expect(result.rows.map(({ values }) => values.className.name)).toEqual([
      '二(1)班',
      '二(1)班',
      '二(1)班',
      '一(1)班',
    ])
    const [note] = result.notes
    expect(note).toMatchObject({ why: 'class_by_entry_year', count: 3, params: { year: 2025, grade: 2 } })
    expect(reasonSentence(studentsSheet, { ...note!, column: null }, 'zh')).toContain('9 月 1 日')
    // The school year before: the same class is grade one, and the row that says grade two contradicts itself.
    expect(read('classes.csv', '2026-06-30').rows.map(({ values }) => values.className.name)).toEqual([
      '一(1)班',
      '一(1)班',
      '一(1)班',
    ])
  })
  it('class 1.10 as a number is class ten, as it is shown', () => {
    const result = read('class-number.xlsx')
    expect(result.refused).toEqual([])
    expect(result.rows.map(({ values }) => values.className.name)).toContain('一(10)班')
  })
  it('codes of the national register, fixed lines, and whose number it is', () => {
    const result = read('codes.csv')
    expect(result.refused).toEqual([])
    expect(result.rows.map(({ values }) => [values.name, values.leftBehind, values.migrant])).toEqual([
      ['辛一', false, false],
      ['辛二', true, true],
      ['辛三', false, false],
      ['辛四', false, false],
      ['辛五', false, false],
    ])
    expect(result.rows.map(({ values }) => values.guardians[0]?.phone ?? null)).toEqual([
      '13800000005',
      '13800000005',
      null,
      null,
      '13800000005',
    ])
    expect(notesOf(result)).toEqual([['left_out', 'guardian1Phone', 'fixed_line', 2]])
  })
  it('a private-use character is stored as the character it stands for; an unknown one is refused', () => {
    expect(read('pua.csv').rows[0]?.values.name).toBe('张䶮')
    const unknown = Buffer.from(fixture('pua.csv').toString().replace('\ue863', '\ue001'))
    const { refused } = readRows(readWorkbook(unknown, 'a.csv'), studentsSheet, { todayOn: '2026-09-01' })
    expect(refused).toMatchObject([{ why: 'name_unknown_characters' }])
  })
})
