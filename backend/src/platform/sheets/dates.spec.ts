import fc from 'fast-check'
import { wide } from '../../../test/fixtures/sheets/make.js'
import { addYears, fromSerial, readDate, toDate, toSerial } from './dates.js'

describe('readDate', () => {
  it.each([
    [43950, '2020-04-29'],
    ['43950', '2020-04-29'],
    ['43950.0', '2020-04-29'],
    [43950.75, '2020-04-29'],
    [20181228, '2018-12-28'],
    ['20181228', '2018-12-28'],
    ['2015.5.16', '2015-05-16'],
    ['2018年9月1日', '2018-09-01'],
    ['2018/9/1', '2018-09-01'],
    ['2018-09-01 00:00:00', '2018-09-01'],
    ['2018-09-01T08:30:00Z', '2018-09-01'],
    [wide('20181228'), '2018-12-28'],
    [wide('2018/9/1'), '2018-09-01'],
    [' 2018 - 9 - 1 ', '2018-09-01'],
    ['2018.09.01.', '2018-09-01'],
    ['2018年9月1号', '2018-09-01'],
    ['2018、9、1', '2018-09-01'],
    ['20181228.0', '2018-12-28'],
    [59231, '2062-03-01'],
    ['2020-02-29', '2020-02-29'],
  ])('%s is %s', (cell, date) => expect(readDate(cell, false)).toBe(date))
  it.each([
    null,
    '',
    '2018-02-30',
    '2019-02-29',
    '2018-13-01',
    '20181301',
    '9/1/2018',
    '18/9/1',
    '2018',
    2018,
    '2018年9月',
    'abc',
    -5,
    0.5,
    true,
    '#N/A',
    1e20,
    '2018-9-1 abc',
  ])('%s is no date', (cell) => expect(readDate(cell, false)).toBeNull())
  it('knows the 1904 system', () => {
    expect(readDate(43950 - 1462, true)).toBe('2020-04-29')
    expect(fromSerial(0, true)).toBe('1904-01-01')
  })
})

it('knows that the 1900 system has a day too many', () => {
  expect([1, 59, 60, 61].map((day) => fromSerial(day, false))).toEqual([
    '1900-01-01',
    '1900-02-28',
    null,
    '1900-03-01',
  ])
})
it('reads back every day it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) =>
      expect(toSerial(fromSerial(serial, false)!)).toBe(serial),
    ),
  )
})
it('has each day follow the day before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 100_000 }), (serial) => {
      const [year, month, day] = fromSerial(serial, false)!.split('-').map(Number) as [number, number, number]
      expect(fromSerial(serial + 1, false)).toBe(
        toDate(year, month, day + 1) ?? toDate(year, month + 1, 1) ?? toDate(year + 1, 1, 1),
      )
    }),
  )
  expect([fromSerial(25_569, false), fromSerial(46_266, false)]).toEqual(['1970-01-01', '2026-09-01'])
})
it('adds years', () =>
  expect([addYears('2024-02-29', 1), addYears('2026-09-01', -3)]).toEqual(['2025-02-28', '2023-09-01']))
it('has no day that is none', () =>
  expect([toDate(2023, 2, 29), toDate(2024, 2, 29), toDate(2024, 4, 31)]).toEqual([null, '2024-02-29', null]))
it('refuses to write what is no date', () => expect(() => toSerial('2018-02-30')).toThrow(RangeError))
