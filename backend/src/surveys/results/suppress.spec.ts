import fc from 'fast-check'
import { hiddenParts, isWholeShown, perMille, smallestGroup } from './suppress.js'

describe('suppression of small groups', () => {
  it('shows everything where every group is large or empty', () => {
    expect(hiddenParts([12, 0, 7])).toEqual([false, false, false])
  })

  it('hides a small group and the next smallest, since the whole would tell it', () => {
    expect(hiddenParts([30, 3, 12])).toEqual([false, true, true])
    expect(hiddenParts([30, 2, 4])).toEqual([false, true, true])
    expect(hiddenParts([30, 2, 1])).toEqual([true, true, true])
  })

  it('never leaves a single hidden part, nor fewer than five answers behind what is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 30 }), (counts) => {
        const hidden = hiddenParts(counts)
        const behind = counts.filter((_, index) => hidden[index])
        counts.forEach((count, index) => {
          if (count > 0 && count < smallestGroup) expect(hidden[index]).toBe(true)
        })
        const shown = counts.filter((count, index) => !hidden[index] && count > 0)
        if (behind.length > 0 && shown.length > 0) {
          expect(behind.length).toBeGreaterThan(1)
          expect(behind.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(smallestGroup)
        }
      }),
    )
  })

  it('rounds shares to a tenth of a per cent', () => {
    expect(perMille(1, 3)).toBe(333)
    expect(perMille(2, 3)).toBe(667)
    expect(perMille(0, 0)).toBeNull()
    expect([isWholeShown(4), isWholeShown(5)]).toEqual([false, true])
  })
})
