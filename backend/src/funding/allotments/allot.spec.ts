import fc from 'fast-check'
import { addFen, fen } from '../../platform/money.js'
import { allot } from './allot.js'

describe('class allotment', () => {
  it('gives each class what it declared where the grant is whole', () => {
    const shares = allot(fen(3_000_000), [{ homeClassId: 1, amountFen: fen(1_000_000) }, { homeClassId: 2, amountFen: fen(2_000_000) }], { service: 'care', other: null, serviceSharePerMille: 1000 })
    expect(shares).toEqual([{ homeClassId: 1, purpose: 'care', amountFen: 1_000_000 }, { homeClassId: 2, purpose: 'care', amountFen: 2_000_000 }])
  })

  it('splits by purpose where the fund has two', () => {
    const shares = allot(fen(3_000_000), [{ homeClassId: 1, amountFen: fen(3_000_000) }], { service: 'junior', other: 'general', serviceSharePerMille: 400 })
    expect(shares).toEqual([{ homeClassId: 1, purpose: 'junior', amountFen: 1_200_000 }, { homeClassId: 1, purpose: 'general', amountFen: 1_800_000 }])
  })

  it('always adds up to the grant', () => {
    fc.assert(fc.property(fc.nat(10 ** 11), fc.array(fc.integer({ min: 1, max: 10 ** 8 }), { minLength: 1, maxLength: 40 }), fc.nat(1000), fc.boolean(), (grant, weights, share, hasOther) => {
      const classes = weights.map((weight, index) => ({ homeClassId: index, amountFen: fen(weight) }))
      const shares = allot(fen(grant), classes, { service: 'a', other: hasOther ? 'b' : null, serviceSharePerMille: share })
      expect(addFen(...shares.map((each) => each.amountFen))).toBe(grant)
    }))
  })

  it('refuses to allot to nobody', () => {
    expect(() => allot(fen(1), [], { service: 'a', other: null, serviceSharePerMille: 1000 })).toThrow(RangeError)
  })
})
