import { overlap, slotProblem, type SlotTime, usualWeek } from './ban-1.js'
import { serviceTypes } from './service-types.js'

const facts = { lastLessonEndTime: '16:00', weekdaysWithSchool: new Set([1, 2, 3, 4, 5]) }
const slot = (overrides: Partial<SlotTime> = {}): SlotTime => ({
  weekday: 1,
  startTime: '16:30',
  endTime: '17:30',
  serviceType: 'after_school',
  ...overrides,
})

describe('BAN-1: the time of after-school service', () => {
  it('allows what lies on a school day after the last lesson', () => {
    expect(slotProblem(slot(), facts)).toBeNull()
    expect(slotProblem(slot({ startTime: '16:00' }), facts)).toBeNull()
    expect(
      slotProblem(slot({ serviceType: 'extended_care', startTime: '18:00', endTime: '19:00' }), facts),
    ).toBeNull()
  })

  it('refuses a start before the last lesson ends', () => {
    expect(slotProblem(slot({ startTime: '15:59' }), facts)).toMatchObject({
      rule: 'BAN-1',
      code: 'scheduling.slot_before_last_lesson',
      params: { lastLessonEndTime: '16:00' },
    })
    expect(slotProblem(slot({ startTime: '12:00', endTime: '13:30' }), facts)).toMatchObject({
      rule: 'BAN-1',
    })
  })

  it('refuses noon, early, evening and holiday care by their type', () => {
    for (const serviceType of serviceTypes.slice(2))
      expect(slotProblem(slot({ serviceType }), facts)).toMatchObject({
        rule: 'BAN-1',
        code: `scheduling.slot_is_${serviceType}`,
      })
  })

  it('refuses evening self-study by its time', () => {
    expect(slotProblem(slot({ startTime: '18:30', endTime: '19:30' }), facts)).toMatchObject({
      rule: 'BAN-1',
      code: 'scheduling.slot_is_evening',
    })
    expect(slotProblem(slot({ startTime: '18:00', endTime: '20:01' }), facts)).toMatchObject({
      code: 'scheduling.slot_is_evening',
    })
  })

  it('refuses weekdays without school, unless the calendar lets a day follow them', () => {
    expect(slotProblem(slot({ weekday: 6 }), facts)).toMatchObject({ rule: 'TIME-6', params: { weekday: 6 } })
    expect(slotProblem(slot({ weekday: 6 }), { ...facts, weekdaysWithSchool: new Set([1, 6]) })).toBeNull()
  })

  it('refuses an end that is not after the start', () => {
    expect(slotProblem(slot({ endTime: '16:30' }), facts)).toMatchObject({ rule: 'TIME-2' })
  })

  it('lets times touch but not overlap', () => {
    expect(overlap(slot(), slot({ startTime: '17:30', endTime: '18:00' }))).toBe(false)
    expect(overlap(slot(), slot({ startTime: '17:29', endTime: '18:00' }))).toBe(true)
    expect(overlap(slot({ startTime: '16:00', endTime: '18:00' }), slot())).toBe(true)
  })

  it('proposes a week that keeps its own rules', () => {
    const week = usualWeek('16:10')
    expect(week).toHaveLength(10)
    expect(week.slice(0, 2).map(({ startTime, endTime }) => `${startTime}–${endTime}`)).toEqual([
      '16:10–17:10',
      '17:10–18:10',
    ])
    expect(week.every((each) => slotProblem(each, { ...facts, lastLessonEndTime: '16:10' }) === null)).toBe(
      true,
    )
  })
})
