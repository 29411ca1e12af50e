import fc from 'fast-check'
import { wide } from '../../../test/fixtures/sheets/make.js'
import { checkCharacter, readResidentId, readStudentNumber } from './identifiers.js'
import * as normalise from './normalise.js'
import type { CellContext } from './sheet-description.js'
import { plainName, plainText } from './text.js'
import type { Cell } from './workbook.js'

const context: CellContext = {
  todayOn: '2026-09-01',
  firstGrade: 1,
  date1904: false,
  sheetName: '一年级',
  hasColumn: () => true,
  cell: () => null,
}
const value = (result: { value: unknown } | { why: string; params?: object }) =>
  'value' in result ? result.value : result

describe('text', () => {
  it.each([
    ['  甲　乙 ', '甲 乙'],
    [wide('G123'), 'G123'],
    ['\u200b甲\ufeff', '甲'],
    [13800138000, '13800138000'],
    [1.5, '1.5'],
    [true, '是'],
    [null, ''],
    [1e20, '100000000000000000000'],
    ['a\r\nb', 'a b'],
  ])('%j is %j', (cell, text) => expect(plainText(cell as Cell)).toBe(text))
  it.each([
    [' 袁 涵远　', '袁涵远'],
    ['古丽娜尔•买买提', '古丽娜尔·买买提'],
    ['阿依夏 · 艾山', '阿依夏·艾山'],
    ['阿依夏.艾山', '阿依夏·艾山'],
    ['阿依夏・艾山', '阿依夏·艾山'],
    ['阿依夏‧艾山', '阿依夏·艾山'],
    ['Anna  Maria', 'Anna Maria'],
    ['张 Anna', '张Anna'],
    ['𬭎 子', '𬭎子'],
    ['O’Neil J. Smith', 'O’Neil J. Smith'],
    ['·张三·', '张三'],
  ])('the name %s is %s', (cell, name) => expect(plainName(cell)).toBe(name))
  it('is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        expect(plainText(plainText(text))).toBe(plainText(text)),
      ),
    )
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'张𬭎 ·•.A　\u200b') }), (text) =>
        expect(plainName(plainName(text))).toBe(plainName(text)),
      ),
    )
  })
  it('keeps to its length and knows nothing', () => {
    expect(value(normalise.text(2)('甲乙丙'))).toEqual({ why: 'too_long', params: { longest: 2, length: 3 } })
    for (const nothing of ['', null, '无', '/', '—', '暂无', ' - '])
      expect(value(normalise.text(9)(nothing))).toBeNull()
  })
})

describe('names', () => {
  it('are missing or too short or too long', () => {
    expect(value(normalise.personName(' 　'))).toEqual({ why: 'name_missing' })
    expect(value(normalise.personName('张'))).toEqual({ why: 'name_length', params: { length: 1 } })
    expect(value(normalise.personName('张'.repeat(51)))).toMatchObject({ why: 'name_length' })
    expect(value(normalise.personName('𬭎子'))).toBe('𬭎子')
  })
})

describe('phone', () => {
  it.each([
    ['13800138000'],
    [13800138000],
    ['13800138000.0'],
    [1.38e10, '13800000000'],
    ['+86 138 0013 8000'],
    ['86-13800138000'],
    ['008613800138000'],
    [wide('13800138000')],
    ['138-0013-8000'],
    ['\t13800138000'],
    ["'13800138000"],
    ['(+86)13800138000'],
    ['1.3800138000E+10'],
    ['电话:13800138000'],
  ])('%s is accepted', (cell: Cell, expected: string = '13800138000') =>
    expect(value(normalise.phone(cell))).toBe(expected),
  )
  it.each([
    ['1380013800', { problem: 'digits', digits: 10 }],
    ['138001380000', { problem: 'digits', digits: 12 }],
    ['12800138000', {}],
    ['0352-1234567', {}],
    ['1.38E+10', { problem: 'lost' }],
    ['13800138000/13900139000', { problem: 'several' }],
    ['1380013800O', { problem: 'digits', digits: 10 }],
  ])('%s is refused', (cell, params) =>
    expect(value(normalise.phone(cell))).toEqual({ why: 'phone', params }),
  )
  it('may be absent', () => expect(value(normalise.phone('无'))).toBeNull())
})

describe('sex, yes and no, numbers', () => {
  it.each([
    ['男', 'male'],
    ['男生', 'male'],
    ['1', 'male'],
    [1, 'male'],
    [' 女 ', 'female'],
    ['F', 'female'],
    [2, 'female'],
    ['', null],
  ])('%s', (cell, sex) => expect(value(normalise.sex(cell))).toBe(sex))
  it('refuses another sex', () => expect(value(normalise.sex('未知'))).toEqual({ why: 'sex' }))
  it.each([
    ['是', true],
    ['√', true],
    ['Y', true],
    [1, true],
    ['否', false],
    ['×', false],
    [0, false],
    ['', false],
    ['无', false],
    ['有', true],
    [true, true],
  ])('%s', (cell, answer) => expect(value(normalise.yesNo()(cell))).toBe(answer))
  it('refuses perhaps', () => expect(value(normalise.yesNo()('大概'))).toEqual({ why: 'yes_no' }))
  it('reads whole numbers', () => {
    expect(
      ['45', 45, '45.0', '45人', '1,200', wide('45')].map((cell) => value(normalise.integer(1, 5000)(cell))),
    ).toEqual([45, 45, 45, 45, 1200, 45])
    expect(value(normalise.integer(1, 5000)('45.5'))).toEqual({ why: 'integer' })
    expect(value(normalise.integer(1, 5000)(0))).toMatchObject({ why: 'out_of_range' })
  })
  it('splits lists', () =>
    expect(value(normalise.list('语文、数学,语文;体育\n美术'))).toEqual(['语文', '数学', '体育', '美术']))
})

describe('birth dates', () => {
  const born = (cell: Cell) => value(normalise.birthDate(3, 25)(cell, context))
  it('stay in a plausible range', () => {
    expect(born(43950)).toBe('2020-04-29')
    expect(born(59231)).toMatchObject({ why: 'birth_date', params: { problem: 'range' } })
    expect(born('2018-02-30')).toMatchObject({ why: 'birth_date', params: { problem: 'unreadable' } })
    expect(born('2026-08-31')).toMatchObject({ why: 'birth_date' })
    expect(born('1985-01-01')).toMatchObject({ why: 'birth_date' })
    expect(born('')).toBeNull()
  })
})

describe('numbers with a check digit', () => {
  const ids = [
    '140299201503010011',
    '211299201409150025',
    '420199201306200037',
    '469099201601010041',
    '610699201212310051',
    '14029920150301002X',
    '11010519491231002X',
  ]
  it.each(ids)('resident id %s', (id) => expect(readResidentId(id)).toMatchObject({ number: id }))
  it.each(['G140299201503010011', 'G14029920150301002X', 'J211299201409150025', 'L140299201503014821'])(
    'student number %s',
    (number) => expect(readStudentNumber(number)).toMatchObject({ number }),
  )
  it('says what is inside', () => {
    expect(readStudentNumber('G140299201503010011')).toEqual({
      number: 'G140299201503010011',
      bornOn: '2015-03-01',
      sex: 'male',
    })
    expect(readStudentNumber('L140299201503014821')).toEqual({
      number: 'L140299201503014821',
      bornOn: '2015-03-01',
      sex: null,
    })
  })
  it.each([
    ['G140299201503010012', 'check_digit'],
    ['G14029920150301001', 'length'],
    ['G1402992015030100111', 'length'],
    ['X140299201503010011', 'number_format'],
    ['G14029920150301O011', 'number_format'],
    ['L140299201513014821', 'number_format'],
    ['140299201503010011', 'length'],
  ])('%s: %s', (number, why) => expect(readStudentNumber(number)).toBe(why))
  it('is read in any dress', () => {
    for (const cell of ['g14029920150301002x', ' G140299 20150301 002X ', wide('G14029920150301002X')])
      expect(value(normalise.studentNumber(cell))).toMatchObject({ number: 'G14029920150301002X' })
  })
  it('says that a spreadsheet ate digits', () => {
    expect(value(normalise.residentId(140299201503010000))).toEqual({ why: 'digits_lost' })
    expect(value(normalise.residentId('1.40299E+17'))).toEqual({ why: 'digits_lost' })
  })
  it('finds each single wrong digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (id, at, by) => {
          const wrong = id.slice(0, at) + ((Number(id[at]) + by) % 10) + id.slice(at + 1)
          expect(checkCharacter(wrong.slice(0, 17))).not.toBe(wrong[17])
        },
      ),
    )
  })
})
