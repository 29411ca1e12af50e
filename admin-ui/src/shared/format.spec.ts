import { describe, expect, it } from 'vitest'
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  inSentence,
  isLocalDate,
  mondayOf,
  monthGrid,
  printCount,
  printDate,
  printDayOfYear,
  printFen,
  printInstant,
  printMonth,
  printPerMille,
  printShare,
  printTimeRange,
  printWan,
  readDate,
  readTime,
  readYuan,
  today,
  weekdayOf,
} from './format'

describe('money', () => {
  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [1_000_000, '¥10,000.00'],
    [-50, '-¥0.50'],
    [123_456_789, '¥1,234,567.89'],
  ])('%d fen is %s', (fen, text) => expect(printFen(fen)).toBe(text))
  it.each([
    [24_000_000, '24 万元'],
    [12_345_678, '12.35 万元'],
    [5000, '0.01 万元'],
    [4999, '0 万元'],
    [1_000_000_000, '1,000 万元'],
    [-24_000_000, '-24 万元'],
  ])('%d fen is %s', (fen, text) => expect(printWan(fen)).toBe(text))
  it('writes whole yuan in English overviews', () => expect(printWan(24_000_050, 'en')).toBe('¥240,001'))
  it.each([
    ['10000', 1_000_000],
    ['10,000.5', 1_000_050],
    ['¥ 10，000.05', 1_000_005],
    ['１２．３０', 1230],
    ['0.07', 7],
    ['1.', 100],
    ['-3.10', -310],
    ['4.35', 435],
    ['1.005', null],
    ['abc', null],
    ['', null],
    ['1e3', null],
    ['12345678901234', null],
    ['99999999999999999', null],
  ])('reads %s', (text, fen) => expect(readYuan(text)).toBe(fen))
  it('reads back whatever it prints', () => {
    for (let fen = -2000; fen < 2000; fen += 7) expect(readYuan(printFen(fen))).toBe(fen === 0 ? 0 : fen)
  })
})

describe('dates', () => {
  it('counts days by the calendar', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    for (let n = -40_000; n < 40_000; n += 97) {
      const on = dateOfDayNumber(n)
      expect(on).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10))
      expect(dayNumber(on)).toBe(n)
    }
  })
  it('knows weekdays', () => {
    expect(weekdayOf('2026-09-01')).toBe(2)
    expect(weekdayOf('2026-09-06')).toBe(7)
    expect(mondayOf('2026-09-06')).toBe('2026-08-31')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })
  it('prints', () => {
    expect(printDate('2026-09-01')).toBe('2026-09-01 周二')
    expect(printDate('2026-09-01', 'en')).toBe('2026-09-01 Tue')
    expect(printDayOfYear('2026-09-01')).toBe('9月1日 周二')
    expect(printDayOfYear('2026-09-01', 'en')).toBe('Tue 1 September')
    expect(printMonth(2026, 9)).toBe('2026年9月')
  })
  it.each([
    ['2026-9-1', '2026-09-01'],
    ['2026/09/01', '2026-09-01'],
    ['20260901', '2026-09-01'],
    ['2026年9月1日', '2026-09-01'],
    ['２０２６－０９－０１', '2026-09-01'],
    ['2026-02-29', null],
    ['2024-02-29', '2024-02-29'],
    ['1.9.2026', null],
    ['', null],
  ])('reads %s', (text, on) => expect(readDate(text)).toBe(on))
  it('lays out a month from Monday', () => {
    const weeks = monthGrid(2026, 9)
    expect(weeks[0]).toEqual([
      null,
      '2026-09-01',
      '2026-09-02',
      '2026-09-03',
      '2026-09-04',
      '2026-09-05',
      '2026-09-06',
    ])
    expect(weeks.flat().filter(Boolean)).toHaveLength(30)
    expect(weeks.every((week) => week.length === 7)).toBe(true)
  })
  it('has no 31 November', () => expect(isLocalDate('2026-11-31')).toBe(false))
})

describe('times', () => {
  it('shows instants on the clock of the school, wherever the reader is', () => {
    expect(printInstant('2026-09-01T08:30:00Z')).toBe('2026-09-01 16:30')
    expect(printInstant('2026-08-31T16:00:00Z')).toBe('2026-09-01 00:00')
  })
  it('knows today', () => expect(isLocalDate(today())).toBe(true))
  it.each([
    ['1630', '16:30'],
    ['16:30', '16:30'],
    ['9:05', '09:05'],
    ['16点30分', '16:30'],
    ['１６：３０', '16:30'],
    ['24:00', null],
    ['12:60', null],
  ])('reads %s', (text, time) => expect(readTime(text)).toBe(time))
  it('prints a range', () => expect(printTimeRange('16:30', '18:00')).toBe('16:30–18:00'))
})

describe('shares and counts', () => {
  it.each([
    [1, 3, '33.3%'],
    [2, 3, '66.7%'],
    [0, 5, '0.0%'],
    [5, 5, '100.0%'],
    [1, 0, '–'],
    [1, 8, '12.5%'],
  ])('%d of %d', (part, whole, text) => expect(printShare(part, whole)).toBe(text))
  it('prints per mille as per cent', () => expect(printPerMille(975)).toBe('97.5%'))
  it('groups', () => expect(printCount(38_000_000)).toBe('38,000,000'))
  it('puts labels into sentences', () => {
    expect(inSentence('Home class', 'en')).toBe('home class')
    expect(inSentence('行政班', 'zh')).toBe('行政班')
  })
})
