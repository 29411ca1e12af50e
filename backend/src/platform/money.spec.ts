import fc from 'fast-check'
import { addFen, fen, fractionOfFen, multiplyFen, NotMoney, printYuan, readYuan, shareOut, toFen } from './money.js'

describe('money', () => {
  it('refuses anything that is not a whole, safe number of fen', () => {
    for (const value of [0.5, Number.NaN, Infinity, 2 ** 53]) expect(() => fen(value)).toThrow(NotMoney)
    expect(() => multiplyFen(fen(100), 1.5)).toThrow(NotMoney)
  })

  it('reads what each driver returns for a sum', () => {
    expect(toFen('1000000')).toBe(1000000)
    expect(toFen(1000000)).toBe(1000000)
    expect(toFen(null)).toBe(0)
    expect(() => toFen('10.5')).toThrow(NotMoney)
  })

  it('reads and prints yuan by string', () => {
    expect(readYuan('10,000')).toBe(1000000)
    expect(readYuan('¥0.07')).toBe(7)
    expect(readYuan('１２.５元')).toBe(1250)
    expect(() => readYuan('1.005')).toThrow(NotMoney)
    expect(printYuan(fen(1000000))).toBe('10,000.00')
    expect(printYuan(fen(-5))).toBe('-0.05')
    fc.assert(fc.property(fc.maxSafeInteger(), (value) => readYuan(printYuan(fen(value))) === value))
  })

  it('shares 100.00 by thirds: the first gets the odd fen and the sum is exact', () => {
    const parts = shareOut(fen(10000), [1, 1, 1])
    expect(parts).toEqual([3334, 3333, 3333])
    expect(addFen(...parts)).toBe(10000)
  })

  it('always shares exactly, within one fen of the exact share', () => {
    fc.assert(fc.property(fc.nat(10 ** 12), fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 }), (total, weights) => {
      fc.pre(weights.some((weight) => weight > 0))
      const parts = shareOut(fen(total), weights)
      const sum = weights.reduce((a, b) => a + b, 0)
      expect(addFen(...parts)).toBe(total)
      parts.forEach((part, index) => expect(Math.abs(part - (total * weights[index]!) / sum)).toBeLessThanOrEqual(1))
    }))
  })

  it('refuses to share by nothing', () => {
    expect(() => shareOut(fen(100), [0, 0])).toThrow(RangeError)
    expect(() => shareOut(fen(100), [])).toThrow(RangeError)
  })

  it('takes a fraction with halves rounded up', () => {
    expect(fractionOfFen(fen(1000000), 12, 12)).toBe(1000000)
    expect(fractionOfFen(fen(1000000), 5, 12)).toBe(416667)
    expect(fractionOfFen(fen(1), 1, 2)).toBe(1)
  })
})
