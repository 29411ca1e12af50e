import { describe, expect, it } from 'vitest'
import { today } from '../../../shared'
import { dayIn } from './SessionWeek'

describe('the day that is opened first', () => {
  it('is the one asked for, if it is a day', () => {
    expect(dayIn('2026-10-10', undefined)).toBe('2026-10-10')
    expect(dayIn('yesterday', undefined)).toBe(today())
  })

  it('is the first of a term that is not now', () => {
    expect(dayIn(null, { startsOn: '2999-09-01', endsOn: '2999-12-31' })).toBe('2999-09-01')
    expect(dayIn(null, { startsOn: '2000-01-01', endsOn: '2999-12-31' })).toBe(today())
  })
})
