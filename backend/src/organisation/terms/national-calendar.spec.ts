import { proposeCalendar } from './national-calendar.js'

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
    })
    expect(days.get('2026-09-05')).toMatchObject({ kind: 'weekend', weekdayFollowed: null })
    expect(days.size).toBe(144)
  })
})
