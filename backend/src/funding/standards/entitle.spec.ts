import fc from 'fast-check'
import { addFen, fen } from '../../platform/money.js'
import { entitle, splitByPurpose } from './entitle.js'

const classes = (count: number) => Array.from({ length: count }, (_, index) => ({ homeClassId: index + 1, className: `${index + 1}班`, studentCount: 40 }))

describe('entitlement', () => {
  it('grants 24 primary classes 10,000 yuan each for a whole year', () => {
    const { lines, totalFen } = entitle(classes(24), { amountFen: fen(1_000_000), months: 12 })
    expect(totalFen).toBe(24_000_000)
    expect(addFen(...lines.map((line) => line.amountFen))).toBe(totalFen)
  })

  it('takes the months granted and keeps the total the sum of its lines', () => {
    const { totalFen, perClassFen } = entitle(classes(3), { amountFen: fen(1_000_000), months: 5 })
    expect(perClassFen).toBe(416_667)
    expect(totalFen).toBe(1_250_001)
  })

  it('reaches over 30 million yuan with 3,000 classes, to the fen', () => {
    expect(entitle(classes(3_012), { amountFen: fen(1_000_000), months: 12 }).totalFen).toBe(3_012_000_000)
  })

  it('is nothing, not missing, for a school without classes', () => {
    expect(entitle([], { amountFen: fen(1_000_000), months: 12 })).toMatchObject({ lines: [], totalFen: 0 })
  })

  it('splits by purpose without losing a fen', () => {
    fc.assert(fc.property(fc.nat(10 ** 11), fc.nat(1000), (amount, share) => {
      const { serviceFen, otherFen } = splitByPurpose(fen(amount), share)
      expect(serviceFen + otherFen).toBe(amount)
    }))
    expect(splitByPurpose(fen(3_000_000), 400)).toEqual({ serviceFen: 1_200_000, otherFen: 1_800_000 })
  })
})
