import { describe, expect, it } from 'vitest'
import { slotWords } from './PlanWrite'

const slot = (weekday: number, startTime: string, endTime: string) => ({ weekday, startTime, endTime })

describe('the slots of a week in words', () => {
  it('name days with the same times together', () => {
    const week = [1, 2, 3, 4, 5].flatMap((day) => [slot(day, '17:10', '18:10'), slot(day, '16:10', '17:10')])
    expect(slotWords(week)).toBe('周一至周五 16:10–17:10、17:10–18:10')
  })

  it('keep days apart that differ', () => {
    expect(slotWords([slot(1, '16:10', '17:10'), slot(3, '16:10', '17:10'), slot(5, '15:30', '16:30')])).toBe(
      '周一、周三 16:10–17:10；周五 15:30–16:30',
    )
  })
})
