import {
  addDays,
  columnInstant,
  datesBetween,
  daysBetween,
  FixedClock,
  instantOf,
  isLocalDate,
  isLocalTime,
  localDateOf,
  localTimeOf,
  minutesOf,
  mondayOf,
  schoolZone,
  weekdayOf,
} from './calendar.js'

describe('calendar', () => {
  it("tells the school's date wherever the process runs", () => {
    expect(localDateOf(new Date('2026-08-31T16:00:00Z'))).toBe('2026-09-01')
    expect(localDateOf(new Date('2026-08-31T15:59:59Z'))).toBe('2026-08-31')
    expect(new FixedClock('2026-11-20T17:00:00Z').today()).toBe('2026-11-21')
  })

  it('agrees with the zone itself on any instant from 1992 on, when summer time had ended', () => {
    const inZone = new Intl.DateTimeFormat('sv-SE', {
      timeZone: schoolZone,
      dateStyle: 'short',
      timeStyle: 'short',
    })
    const from = Date.UTC(1992, 0, 1)
    for (let i = 0; i < 2_000; i++) {
      const instant = new Date(from + i * 86_400_000 * 36.5 * 0.37 + i * 7_919_003)
      expect(`${localDateOf(instant)} ${localTimeOf(instant)}`).toBe(inZone.format(instant))
    }
  })

  it('knows real dates and times only', () => {
    expect(isLocalDate('2026-02-29')).toBe(false)
    expect(isLocalDate('2028-02-29')).toBe(true)
    expect(isLocalDate('2026-9-1')).toBe(false)
    expect(isLocalTime('24:00')).toBe(false)
    expect(isLocalTime('16:30')).toBe(true)
    expect(minutesOf('16:30')).toBe(990)
  })

  it('counts days across the end of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(daysBetween('2026-09-01', '2027-01-22')).toBe(143)
    expect(datesBetween('2026-09-30', '2026-10-02')).toEqual(['2026-09-30', '2026-10-01', '2026-10-02'])
  })

  it('numbers weekdays from Monday', () => {
    expect(weekdayOf('2026-09-20')).toBe(7)
    expect(weekdayOf('2026-09-21')).toBe(1)
    expect(mondayOf('2026-09-20')).toBe('2026-09-14')
  })

  it('writes an instant as the databases keep it, in UTC', () => {
    expect(columnInstant(instantOf('2026-09-01T16:30:00.5+08:00'))).toBe('2026-09-01 08:30:00.500')
  })
})
