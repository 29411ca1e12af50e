import fc from 'fast-check'
import { wide } from '../../../test/fixtures/sheets/make.js'
import { parseClassName, parseGrade, printClassName } from './class-name.js'

describe('parseClassName', () => {
  it.each([
    ['一(1)班', '一(1)班'],
    [wide('一(1)班'), '一(1)班'],
    ['一年级3班', '一(3)班'],
    ['1.3', '一(3)班'],
    [1.3, '一(3)班'],
    ['一年级(3)班', '一(3)班'],
    [wide('一年级(3)班'), '一(3)班'],
    ['1年3班', '一(3)班'],
    ['一3', '一(3)班'],
    ['一3班', '一(3)班'],
    ['1-3', '一(3)班'],
    ['1(3)', '一(3)班'],
    [wide('1(3)班'), '一(3)班'],
    ['三年级二班', '三(2)班'],
    ['三年二班', '三(2)班'],
    ['三(二)班', '三(2)班'],
    ['初一(2)班', '七(2)班'],
    ['初二3班', '八(3)班'],
    ['初三年级十二班', '九(12)班'],
    ['七年级2班', '七(2)班'],
    ['七(1)班', '七(1)班'],
    ['7.2', '七(2)班'],
    ['103班', '一(3)班'],
    ['712', '七(12)班'],
    [203, '二(3)班'],
    ['三一班', '三(1)班'],
    ['二年级十一班', '二(11)班'],
    ['小学三年级2班', '三(2)班'],
    ['六 年 级 4 班', '六(4)班'],
    [' 五(3) 班 ', '五(3)班'],
    ['一年级第3班', '一(3)班'],
    ['一【3】班', '一(3)班'],
    ['一、3班', '一(3)班'],
    ['一·3', '一(3)班'],
    ['四(01)班', '四(1)班'],
    ['1 3', '一(3)班'],
  ])('%s is %s', (text, name) => expect(parseClassName(text)?.name).toBe(name))

  it.each([
    '',
    null,
    '3班',
    '(3)班',
    '12',
    '12班',
    '十一班',
    '高一(1)班',
    '0.3',
    '1.0',
    '一(0)班',
    '一(100)班',
    '大班',
    '一年级',
    '2025级3班',
    '1.3.2',
    '一(1)班2',
    'abc',
    true,
  ])('%s alone is no class', (text) => expect(parseClassName(text)).toBeNull())

  it('takes the grade of the sheet or of the row for a bare class', () => {
    expect(parseClassName('3班', { sheetName: '一年级' })?.name).toBe('一(3)班')
    expect(parseClassName(3, { sheetName: '初二' })?.name).toBe('八(3)班')
    expect(parseClassName('(12)', { grade: 4 })?.name).toBe('四(12)班')
    expect(parseClassName('十一班', { sheetName: '2026年秋三年级名单' })?.name).toBe('三(11)班')
    expect(parseClassName('二(3)班', { sheetName: '一年级' })?.name).toBe('二(3)班')
    expect(parseClassName('3班', { sheetName: 'Sheet1' })).toBeNull()
  })
  it('knows a year of entry only when told what it means', () => {
    expect(
      parseClassName('2025级3班', { gradeOfEntry: (text) => (text.startsWith('2025级') ? 2 : null) }),
    ).toEqual({
      grade: 2,
      number: 3,
      name: '二(3)班',
    })
    expect(
      parseClassName('2024级3班', { gradeOfEntry: (text) => (text.startsWith('2025级') ? 2 : null) }),
    ).toBeNull()
  })
  it('reads back what it prints', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 99 }), (grade, number) => {
        const name = printClassName(grade, number)
        expect(parseClassName(name)).toEqual({ grade, number, name })
      }),
    )
  })
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'一二三十年级班初小()().-1230 ') }),
        (text) => void parseClassName(text, { sheetName: text }),
      ),
    )
  })
})

describe('parseGrade', () => {
  it.each([
    ['一年级', 1],
    ['初二', 8],
    ['7年级', 7],
    ['八', 8],
    [3, 3],
    ['三年', 3],
    ['九年级', 9],
    ['小六', 6],
    ['高一', null],
    ['', null],
    ['十年级', null],
  ])('%s is %s', (text, grade) => expect(parseGrade(text)).toBe(grade))
})

it('refuses to print what is no class', () => {
  expect(() => printClassName(0, 1)).toThrow(RangeError)
  expect(() => printClassName(1, 100)).toThrow(RangeError)
})
