import fc from 'fast-check'
import { fen } from '../../platform/money.js'
import { paymentStates } from '../payments/payment.states.js'
import { type BankRow, readAmount, readResult } from './bank-lines.sheet.js'
import { type Known, type KnownPayment, matchLines } from './match-lines.js'

const row = (change: Partial<BankRow> = {}): BankRow => ({
  reference: 'KH00000001',
  amountFen: 100_000,
  payee: '文具店',
  result: 'paid',
  paidOn: '2026-11-19',
  serial: 'S1',
  remark: null,
  ...change,
})
const payment = (change: Partial<KnownPayment> = {}): KnownPayment => ({
  id: 1,
  schoolId: 7,
  status: 'checked',
  amountFen: fen(100_000),
  isOwnApproval: false,
  ...change,
})
const known = (change: Partial<Known> = {}, own = payment()): Known => ({
  payments: new Map([['KH00000001', own]]),
  serials: new Set(),
  todayOn: '2026-11-20',
  isClosed: () => false,
  ...change,
})
const verdict = (given: BankRow, rest: Known = known()) => {
  const [line] = matchLines([given], rest)
  return [line!.outcome, line!.reason]
}

describe('matching a line', () => {
  it('settles what agrees in reference, amount and state, and fails what the bank could not pay', () => {
    expect(verdict(row())).toEqual(['paid', null])
    expect(verdict(row({ result: 'failed', paidOn: null }))).toEqual(['failed', null])
  })

  it.each<[Partial<BankRow>, string]>([
    [{ reference: null }, 'no_reference'],
    [{ reference: 'KH00000002' }, 'unknown_reference'],
    [{ amountFen: 100_050 }, 'amount_differs'],
    [{ amountFen: 99_999 }, 'amount_differs'],
    [{ amountFen: 'unreadable' }, 'unreadable_amount'],
    [{ amountFen: null }, 'no_amount'],
    [{ result: 'unclear' }, 'unclear_result'],
    [{ paidOn: null }, 'no_date'],
    [{ paidOn: 'unreadable' }, 'unreadable_date'],
    [{ paidOn: '2026-11-21' }, 'future_date'],
  ])('lists %j as unmatched: %s', (change, reason) => {
    expect(verdict(row(change))).toEqual(['unmatched', reason])
  })

  it.each([
    ['draft', 'unmatched', 'not_sent'],
    ['submitted', 'unmatched', 'not_sent'],
    ['approved', 'unmatched', 'not_sent'],
    ['refused', 'unmatched', 'given_up'],
    ['withdrawn', 'unmatched', 'given_up'],
    ['paid', 'repeated', 'paid_already'],
    ['failed', 'repeated', 'failed_already'],
  ] as const)('leaves a payment that is %s alone', (status, outcome, reason) => {
    expect(verdict(row(), known({}, payment({ status })))).toEqual([outcome, reason])
  })

  it("posts nothing into a closed month, of one's own approval, or under a known serial number", () => {
    expect(
      verdict(row(), known({ isClosed: (schoolId, on) => schoolId === 7 && on === '2026-11-19' })),
    ).toEqual(['unmatched', 'month_closed'])
    expect(verdict(row(), known({}, payment({ isOwnApproval: true })))).toEqual(['unmatched', 'own_approval'])
    expect(verdict(row(), known({ serials: new Set(['S1']) }))).toEqual(['repeated', 'serial_known'])
  })

  it('counts the first of two lines for one payment', () => {
    expect(matchLines([row(), row({ serial: 'S2' }), row()], known()).map((line) => line.reason)).toEqual([
      null,
      'paid_already',
      'serial_known',
    ])
    expect(
      matchLines([row({ amountFen: 1 }), row({ serial: 'S2' })], known()).map((line) => line.outcome),
    ).toEqual(['unmatched', 'paid'])
  })

  it('never settles a payment twice, another amount, or one that does not wait for the bank', () => {
    const rows = fc.array(
      fc.record<BankRow>({
        reference: fc.constantFrom('KH00000001', 'KH00000002', 'X', null),
        amountFen: fc.constantFrom(100, 200, 'unreadable' as const, null),
        payee: fc.constant(null),
        result: fc.constantFrom('paid', 'failed', 'unclear'),
        paidOn: fc.constantFrom('2026-11-19', '2026-12-01', null),
        serial: fc.constantFrom('a', 'b', null),
        remark: fc.constant(null),
      }),
    )
    fc.assert(
      fc.property(rows, fc.constantFrom(...paymentStates), (lines, status) => {
        const payments = new Map([
          ['KH00000001', payment({ amountFen: fen(100) })],
          ['KH00000002', payment({ id: 2, amountFen: fen(200), status })],
        ])
        const matched = matchLines(lines, known({ payments })).filter(
          (line) => line.outcome === 'paid' || line.outcome === 'failed',
        )
        expect(new Set(matched.map((line) => line.payment!.id)).size).toBe(matched.length)
        for (const line of matched)
          expect([line.payment!.status, line.row.amountFen]).toEqual(['checked', line.payment!.amountFen])
      }),
    )
  })
})

describe('reading a cell', () => {
  it.each([
    [1000.5, 100_050],
    ['1,000.50', 100_050],
    ['¥1,000.50元', 100_050],
    ['１，０００', 100_000],
    ['CNY 12.30', 1230],
    [0.1, 10],
    ['0', 'unreadable'],
    ['-5', 'unreadable'],
    ['1.005', 'unreadable'],
    ['一千', 'unreadable'],
    ['1e3', 'unreadable'],
    ['', null],
    ['—', null],
    [null, null],
  ])('the amount %j is %j', (cell, amount) => {
    expect(readAmount(cell)).toBe(amount)
  })

  it.each([
    ['成功', 'paid'],
    ['交易成功', 'paid'],
    ['已支付', 'paid'],
    ['Success', 'paid'],
    ['失败', 'failed'],
    ['未成功', 'failed'],
    ['不成功', 'failed'],
    ['退汇', 'failed'],
    ['REJECTED', 'failed'],
    ['处理中', 'unclear'],
    ['', 'unclear'],
    ['未支付', 'unclear'],
    ['待支付', 'unclear'],
    ['unpaid', 'unclear'],
  ])('the result %j is %j', (cell, result) => {
    expect(readResult(cell)).toBe(result)
  })
})
