import { expect, it } from 'vitest'
import { markOf, nextMark } from './wish-marks'

it('a slot goes from possible to unwelcome to impossible and back, and is never two at once', () => {
  let wish = { unavailableSlotIds: [9], ratherNotSlotIds: [8] }
  const seen = []
  for (let press = 0; press < 4; press += 1) {
    seen.push(markOf(wish, 1))
    wish = nextMark(wish, 1)
  }
  expect(seen).toEqual(['can', 'rather_not', 'cannot', 'can'])
  expect(wish).toEqual({ unavailableSlotIds: [9], ratherNotSlotIds: [8, 1] })
})
