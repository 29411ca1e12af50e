import { monthsBetween, nextMonth } from './months.js'

describe('months', () => {
  it('follow one another over the end of a year', () => {
    expect(['2026-01', '2026-09', '2026-12', '2099-12'].map(nextMonth)).toEqual([
      '2026-02',
      '2026-10',
      '2027-01',
      '2100-01',
    ])
  })
  it('between two, both included', () => {
    expect(monthsBetween('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
    expect(monthsBetween('2026-11', '2026-11')).toEqual(['2026-11'])
    expect(monthsBetween('2026-12', '2026-11')).toEqual([])
  })
})
