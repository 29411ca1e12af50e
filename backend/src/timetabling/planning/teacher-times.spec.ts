import { firstUncleared, freeAtAllTimes } from './teacher-times.js'

describe('times of a teacher', () => {
  const times = {
    ...freeAtAllTimes,
    uncleared: [
      { dayOn: '2026-11-23', weekday: 1 },
      { dayOn: '2026-11-24', weekday: 2 },
      { dayOn: '2026-11-30', weekday: 1 },
    ],
  }

  it('name the first day without clearance, within the days of a placement', () => {
    const whole = { startsOn: null, endsOn: null }
    expect([
      firstUncleared(times, 1, whole),
      firstUncleared(times, 2, whole),
      firstUncleared(times, 3, whole),
    ]).toEqual(['2026-11-23', '2026-11-24', null])
    expect(firstUncleared(times, 1, { startsOn: '2026-11-24', endsOn: null })).toBe('2026-11-30')
    expect(firstUncleared(times, 1, { startsOn: '2026-11-24', endsOn: '2026-11-29' })).toBeNull()
    expect(firstUncleared(freeAtAllTimes, 1, whole)).toBeNull()
  })
})
