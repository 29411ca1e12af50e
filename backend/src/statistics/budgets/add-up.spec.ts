import { fen } from '../../platform/money.js'
import { Budgets, leftOfSums, sumOf } from './add-up.js'

describe('budgets', () => {
  it('add pieces of several sources up by fund, split and year', () => {
    const budgets = new Budgets()
    const piece = { fundId: 1, fiscalYear: 2026, splitBy: '' }
    budgets.add({ ...piece, parts: { estimated: fen(100) } })
    budgets.add({
      ...piece,
      parts: { received: fen(90), carried: fen(5), spent: fen(30), committed: fen(10) },
    })
    budgets.add({ ...piece, parts: { spent: fen(7), returned: fen(3) } })
    budgets.add({ ...piece, fiscalYear: 2025, parts: { received: fen(50) } })
    budgets.add({ ...piece, fundId: 2, splitBy: '7', parts: { received: fen(1) } })
    const [first, second] = budgets.list([2025, 2026])
    expect(first).toMatchObject({ fundId: 1, splitBy: '' })
    expect(first!.years.map(({ received, spent, estimated }) => [received, spent, estimated])).toEqual([
      [50, 0, 0],
      [90, 37, 100],
    ])
    expect(leftOfSums(first!.years[1]!)).toBe(90 + 5 - 3 - 10 - 37)
    expect(second).toMatchObject({ fundId: 2, splitBy: '7' })
    expect(sumOf([first!.years[0]!, first!.years[1]!]).received).toBe(140)
  })
})
