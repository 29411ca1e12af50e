import lunarDays from 'chinese-days'
import { nthWorkday, proposeCalendar, unannouncedYears } from './national-calendar.js'
import { statutoryDays } from './statutory-days.js'

describe('national calendar', () => {
  const days = new Map(proposeCalendar('2026-09-01', '2027-01-22').map((day) => [day.dayOn, day]))

  it('knows the holidays and make-up workdays of autumn 2026', () => {
    expect(days.get('2026-10-01')).toMatchObject({ kind: 'holiday', weekdayFollowed: null, note: '国庆节' })
    expect(days.get('2026-09-25')).toMatchObject({ kind: 'holiday', note: '中秋' })
    expect([...days.values()].filter((day) => day.kind === 'makeup_day').map((day) => day.dayOn)).toEqual([
      '2026-09-20',
      '2026-10-10',
    ])
  })

  it('lets make-up days follow the last weekdays that the holiday takes away', () => {
    expect(days.get('2026-09-20')!.weekdayFollowed).toBe(2)
    expect(days.get('2026-10-10')!.weekdayFollowed).toBe(3)
  })

  it('leaves ordinary days as they are', () => {
    expect(days.get('2026-09-01')).toEqual({
      dayOn: '2026-09-01',
      kind: 'school_day',
      weekdayFollowed: 2,
      note: null,
      isConfirmed: true,
    })
    expect(days.get('2026-09-05')).toMatchObject({ kind: 'weekend', weekdayFollowed: null })
    expect(days.size).toBe(144)
  })

  it('proposes the days of the law, not yet confirmed, for a year that is not announced', () => {
    const spring = proposeCalendar('2027-02-22', '2027-07-09')
    expect(
      spring.filter((day) => !day.isConfirmed).map(({ dayOn, kind, note }) => `${dayOn} ${kind} ${note}`),
    ).toEqual([
      '2027-04-05 holiday 清明',
      '2027-05-01 holiday 劳动节',
      '2027-05-02 holiday 劳动节',
      '2027-06-09 holiday 端午',
    ])
    expect(spring.filter((day) => day.weekdayFollowed !== null)).toHaveLength(98)
    expect(days.get('2027-01-01')).toMatchObject({ kind: 'holiday', note: '元旦', isConfirmed: false })
    expect([
      unannouncedYears('2026-03-01', '2026-07-01'),
      unannouncedYears('2026-09-01', '2027-01-22'),
    ]).toEqual([[], [2027]])
  })

  it('counts no workday on a day of the law', () => {
    expect(nthWorkday('2027-04-02', 1)).toBe('2027-04-06')
    expect(nthWorkday('2026-12-31', 1)).toBe('2027-01-04')
    expect(nthWorkday('2026-09-30', 1)).toBe('2026-10-08')
  })

  it('has the days of the law that the announced years have', () => {
    const announced = new Map(proposeCalendar('2026-01-01', '2026-12-31').map((day) => [day.dayOn, day]))
    for (const [dayOn, name] of [...statutoryDays(2026), ...statutoryDays(2025)])
      if (dayOn.startsWith('2026'))
        expect(announced.get(dayOn)).toMatchObject({ kind: 'holiday', note: name })
    expect(statutoryDays(2027).size).toBe(13)
    // National Day and 中秋 fall together.
    expect(statutoryDays(2031).size).toBe(12)
  })

  it('has the lunar days of another table', () => {
    // The other table's dates are a day early where the machine runs west of Greenwich.
    if (new Date(2027, 0, 1).getTimezoneOffset() > 0) return
    for (let year = 2027; year <= 2045; year += 1) {
      const lawful = new Map([...statutoryDays(year)].map(([dayOn, name]) => [name, dayOn]))
      const of = (day: string) => lunarDays.getSolarDateFromLunar(`${year}-${day}`).date
      expect([year, lawful.get('端午'), of('05-05')]).toEqual([year, of('05-05'), of('05-05')])
      // The last of the four is the third of the first month.
      expect([year, lawful.get('春节')]).toEqual([year, of('01-03')])
    }
  })
})
