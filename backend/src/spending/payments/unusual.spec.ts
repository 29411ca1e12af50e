import { fen } from '../../platform/money.js'
import { type UnusualClass, unusualOf, type UnusualFacts } from './unusual.js'

const of = (given: Partial<UnusualClass> = {}): UnusualClass => ({
  className: '三(1)班',
  amountFen: fen(12_345),
  availableFen: fen(1_000_000),
  leftFen: fen(900_000),
  pupilCount: 40,
  ...given,
})
const facts = (given: Partial<UnusualFacts> = {}): UnusualFacts => ({
  status: 'submitted',
  amountFen: fen(12_345),
  classes: [of({ amountFen: given.amountFen ?? fen(12_345) })],
  bought: null,
  last4: '1234',
  lastPaidOn: '2026-10-10',
  changed: null,
  accountAlsoOf: [],
  ...given,
})
const codes = (given: Partial<UnusualFacts> = {}) => unusualOf(facts(given)).map(({ code }) => code)

describe('what is unusual about a payment', () => {
  it('is nothing about an odd sum to a known account', () => {
    expect(codes()).toEqual([])
  })

  it('is an account that was never paid, or was changed since it was last paid', () => {
    expect(codes({ lastPaidOn: null })).toEqual(['new_payee'])
    const changed = { on: '2026-11-01', by: '严丽华' }
    expect(codes({ changed })).toEqual(['account_changed'])
    expect(codes({ changed, lastPaidOn: null })).toEqual(['account_changed'])
    expect(codes({ changed, lastPaidOn: '2026-11-02' })).toEqual([])
    expect(codes({ last4: null, lastPaidOn: null })).toEqual([])
  })

  it('is a sum of whole thousands, from one thousand yuan', () => {
    expect(codes({ amountFen: fen(100_000) })).toEqual(['round_sum'])
    expect(codes({ amountFen: fen(200_000) })).toEqual(['round_sum'])
    expect(codes({ amountFen: fen(50_000) })).toEqual([])
    expect(codes({ amountFen: fen(100_001) })).toEqual([])
  })

  it("is more than four fifths of the class's money", () => {
    expect(codes({ amountFen: fen(800_001) })).toEqual(['most_of_money'])
    expect(codes({ amountFen: fen(799_999) })).toEqual([])
    expect(codes({ amountFen: fen(800_000) })).toEqual(['round_sum'])
  })

  it('is a class without pupils, and a draft of more than is left', () => {
    expect(codes({ classes: [of({ pupilCount: 0 })] })).toEqual(['class_without_pupils'])
    expect(codes({ status: 'draft', amountFen: fen(900_001) })).toEqual(['over_left'])
    expect(codes({ status: 'draft', amountFen: fen(900_000) })).toEqual(['round_sum', 'most_of_money'])
  })

  it('is something bought without an invoice', () => {
    const bought = { invoiceCount: 0, amountFen: fen(12_345) }
    expect(unusualOf(facts({ bought }))).toEqual([{ code: 'without_invoice', params: { amountFen: 12_345 } }])
    expect(codes({ bought: { ...bought, invoiceCount: 1 } })).toEqual([])
  })

  it('names three classes and counts the others', () => {
    const classes = [1, 2, 3, 4, 5].map((number) => of({ className: `三(${number})班`, pupilCount: 0 }))
    const found = unusualOf(facts({ classes }))
    expect(found.map(({ params }) => params)).toEqual([
      { className: '三(1)班' },
      { className: '三(2)班' },
      { className: '三(3)班' },
      { count: 2 },
    ])
    expect(found.at(-1)!.code).toBe('class_without_pupils_too')
  })

  it('is not asked any more once nobody decides', () => {
    for (const status of ['checked', 'paid', 'refused', 'withdrawn'] as const)
      expect(codes({ status, classes: [of({ pupilCount: 0 })] })).toEqual([])
  })
})
