import fc from 'fast-check'
import { sessionsByClass } from './sessions-by-class.js'

describe('sessions by class', () => {
  it('count for the own class, else for the class of most children, and never twice', () => {
    const held = [
      { sectionId: 1, homeClassId: 10, count: 5 },
      { sectionId: 2, homeClassId: null, count: 7 },
      { sectionId: 3, homeClassId: 99, count: 2 },
      { sectionId: 4, homeClassId: null, count: 9 },
    ]
    const children = [
      { sectionId: 1, homeClassId: 11, count: 30 },
      { sectionId: 2, homeClassId: 11, count: 4 },
      { sectionId: 2, homeClassId: 10, count: 4 },
      { sectionId: 2, homeClassId: 77, count: 20 },
      { sectionId: 3, homeClassId: 11, count: 1 },
    ]
    expect([...sessionsByClass([10, 11], held, children)]).toEqual([
      [10, 12],
      [11, 2],
    ])
  })

  it('are the same in any order and never more than were held', () => {
    const small = fc.integer({ min: 1, max: 4 })
    const children = fc.uniqueArray(
      fc.record({ sectionId: small, homeClassId: small, count: fc.integer({ min: 1, max: 3 }) }),
      { selector: (each) => `${each.sectionId}/${each.homeClassId}` },
    )
    const held = fc.uniqueArray(
      fc.record({
        sectionId: small,
        homeClassId: fc.option(small, { nil: null }),
        count: fc.integer({ min: 1, max: 9 }),
      }),
      { selector: (each) => each.sectionId },
    )
    fc.assert(
      fc.property(held, children, (sections, own) => {
        const there = sessionsByClass([1, 2, 3], sections, own)
        const back = sessionsByClass([3, 2, 1], [...sections].reverse(), [...own].reverse())
        expect([...there].sort()).toEqual([...back].sort())
        expect([...there.values()].reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(
          sections.reduce((sum, { count }) => sum + count, 0),
        )
      }),
    )
  })
})
