import fc from 'fast-check'
import { meanOf, perMilleOf, stepsOf } from './load.js'

it('means and shares are whole numbers, rounded half up', () => {
  expect([meanOf([]), meanOf([1, 2]), meanOf([60, 60, 61])]).toEqual([null, 2, 60])
  expect([perMilleOf(1, 3), perMilleOf(2, 1), perMilleOf(1, 0), perMilleOf(1, null)]).toEqual([
    333,
    2000,
    null,
    null,
  ])
})

describe('stepsOf', () => {
  it('counts those without anything apart', () => {
    expect(stepsOf([0, 0, 1, 3, 3])).toEqual([
      { fromCount: 0, toCount: 0, teacherCount: 2 },
      { fromCount: 1, toCount: 1, teacherCount: 1 },
      { fromCount: 2, toCount: 2, teacherCount: 0 },
      { fromCount: 3, toCount: 3, teacherCount: 2 },
    ])
    expect(stepsOf([])).toEqual([{ fromCount: 0, toCount: 0, teacherCount: 0 }])
    expect(stepsOf([160])).toHaveLength(9)
  })

  it('counts everybody once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(500)),
        (counts) => stepsOf(counts).reduce((sum, step) => sum + step.teacherCount, 0) === counts.length,
      ),
    )
  })
})
