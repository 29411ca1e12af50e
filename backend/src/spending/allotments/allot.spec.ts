import fc from 'fast-check'
import { addFen, fen } from '../../platform/money.js'
import { allot, weigh } from './allot.js'

const stands = (homeClassId: number, declared: number, open: number) => ({
  homeClassId,
  declaredFen: fen(declared),
  openFen: fen(open),
})

describe('class allotment', () => {
  it('gives each class by its weight', () => {
    expect(
      allot(
        [{ purpose: 'care', amountFen: fen(3_000_000) }],
        [
          { homeClassId: 1, weight: 1 },
          { homeClassId: 2, weight: 2 },
        ],
      ),
    ).toEqual([
      { homeClassId: 1, purpose: 'care', amountFen: 1_000_000 },
      { homeClassId: 2, purpose: 'care', amountFen: 2_000_000 },
    ])
  })

  it('keeps each purpose to the fen and leaves out nothing and nobody but zeros', () => {
    const shares = allot(
      [
        { purpose: 'a', amountFen: fen(1) },
        { purpose: 'b', amountFen: fen(2) },
      ],
      [
        { homeClassId: 1, weight: 1 },
        { homeClassId: 2, weight: 1 },
      ],
    )
    expect(shares).toEqual([
      { homeClassId: 1, purpose: 'a', amountFen: 1 },
      { homeClassId: 1, purpose: 'b', amountFen: 1 },
      { homeClassId: 2, purpose: 'b', amountFen: 1 },
    ])
  })

  it('always adds up, purpose by purpose', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(10 ** 11), { minLength: 1, maxLength: 3 }),
        fc.array(fc.integer({ min: 0, max: 10 ** 8 }), { minLength: 1, maxLength: 40 }),
        (amounts, weights) => {
          fc.pre(weights.some((weight) => weight > 0))
          const parts = amounts.map((amount, index) => ({ purpose: `p${index}`, amountFen: fen(amount) }))
          const shares = allot(
            parts,
            weights.map((weight, index) => ({ homeClassId: index, weight })),
          )
          for (const { purpose, amountFen } of parts)
            expect(
              addFen(
                fen(0),
                ...shares.filter((share) => share.purpose === purpose).map((share) => share.amountFen),
              ),
            ).toBe(amountFen)
          for (const { homeClassId } of shares) expect(weights[homeClassId]).toBeGreaterThan(0)
        },
      ),
    )
  })

  it('refuses to allot to nobody', () => {
    expect(() => allot([{ purpose: 'a', amountFen: fen(1) }], [])).toThrow(RangeError)
  })

  it('weighs what is still open, then what was declared, then all alike, and never below zero', () => {
    expect(weigh([stands(1, 100, 0), stands(2, 50, 50)])).toEqual([
      { homeClassId: 1, weight: 0 },
      { homeClassId: 2, weight: 50 },
    ])
    expect(weigh([stands(1, 100, -20), stands(2, 50, 0)])).toEqual([
      { homeClassId: 1, weight: 100 },
      { homeClassId: 2, weight: 50 },
    ])
    expect(weigh([stands(1, -5, 0), stands(2, 0, 0)])).toEqual([
      { homeClassId: 1, weight: 1 },
      { homeClassId: 2, weight: 1 },
    ])
    expect(weigh([])).toEqual([])
  })
})
