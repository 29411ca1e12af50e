import fc from 'fast-check'
import {
  addFen,
  exactFen,
  fen,
  fractionOfFen,
  multiplyFen,
  NotMoney,
  printExactYuan,
  printYuan,
  readYuan,
  roundExact,
  shareOut,
  toFen,
} from './money.js'

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
    fc.assert(
      fc.property(
        fc.nat(10 ** 12),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 }),
        (total, weights) => {
          fc.pre(weights.some((weight) => weight > 0))
          const parts = shareOut(fen(total), weights)
          const sum = weights.reduce((a, b) => a + b, 0)
          expect(addFen(...parts)).toBe(total)
          parts.forEach((part, index) =>
            expect(Math.abs(part - (total * weights[index]!) / sum)).toBeLessThanOrEqual(1),
          )
        },
      ),
    )
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

  it('multiplies exactly and rounds once, to fen, jiao or yuan', () => {
    const exact = exactFen(fen(1_000_000), [3, 1], [5, 12])
    expect(exact).toEqual({ numerator: 1_250_000n, denominator: 1n })
    const third = exactFen(fen(10_000), [1, 3])
    expect([
      roundExact(third, 1, 'half_up'),
      roundExact(third, 10, 'half_up'),
      roundExact(third, 100, 'half_up'),
    ]).toEqual([3333, 3330, 3300])
    const half = exactFen(fen(25), [1, 2])
    expect([
      roundExact(half, 1, 'half_up'),
      roundExact(half, 1, 'down'),
      roundExact(half, 10, 'down'),
    ]).toEqual([13, 12, 10])
    expect(exactFen(fen(0), [5, 12])).toEqual({ numerator: 0n, denominator: 1n })
    expect(() => exactFen(fen(1), [1, 0])).toThrow(NotMoney)
    expect(() => exactFen(fen(1), [-1, 2])).toThrow(NotMoney)
    expect(() => roundExact({ numerator: -1n, denominator: 1n }, 1, 'down')).toThrow(NotMoney)
  })

  it('rounds like fractionOfFen and never away from the exact amount by more than half a step', () => {
    fc.assert(
      fc.property(
        fc.nat(10 ** 9),
        fc.nat(5000),
        fc.integer({ min: 1, max: 5000 }),
        fc.constantFrom(1, 10, 100),
        (amount, above, below, step) => {
          const exact = exactFen(fen(amount), [above, below])
          expect(roundExact(exact, 1, 'half_up')).toBe(fractionOfFen(fen(amount), above, below))
          const off = 2n * (BigInt(roundExact(exact, step, 'half_up')) * exact.denominator - exact.numerator)
          const limit = BigInt(step) * exact.denominator
          expect(off > -limit && off <= limit).toBe(true)
          expect(roundExact(exact, step, 'down') <= roundExact(exact, step, 'half_up')).toBe(true)
        },
      ),
    )
  })

  it('prints exact amounts and says where they go on', () => {
    const printed = (amount: number, above: number, below: number) =>
      printExactYuan(exactFen(fen(amount), [above, below]))
    expect(printed(1_000_000, 24, 1)).toBe('240,000.00')
    expect(printed(1_000_000, 5, 12)).toBe('4,166.6666…')
    expect(printed(25, 1, 2)).toBe('0.125')
    expect(printed(10, 1, 1)).toBe('0.10')
    expect(printed(1, 1, 3)).toBe('0.0033…')
    expect(printed(3, 1, 100)).toBe('0.0003')
  })
})
