import fc from 'fast-check'
import { fen } from '../../platform/money.js'
import { compactText } from '../../platform/sheets/text.js'
import { paymentStates } from '../payments/payment.states.js'
import { isTotalWord, readAmount, readBankDay, readCode } from './bank-cells.js'
import type { BankRow } from './bank-lines.sheet.js'
import { type Known, type KnownPayment, matchLines } from './match-lines.js'
import { readResult } from './result-words.js'

const row = (change: Partial<BankRow> = {}): BankRow => ({
  reference: 'KH00000001',
  amountFen: 100_000,
  isNegative: false,
  payee: '文具店',
  result: 'paid',
  paidOn: '2026-11-19',
  serial: 'S1',
  remark: null,
  isTotal: false,
  ...change,
})
const payment = (change: Partial<KnownPayment> = {}): KnownPayment => ({
  id: 1,
  schoolId: 7,
  status: 'checked',
  amountFen: fen(100_000),
  isReturned: false,
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
    [{ reference: 'digits_lost' }, 'digits_lost'],
    [{ isNegative: true }, 'negative_amount'],
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
    // Paid after all, when it was written down as failed: a person has to see that.
    ['failed', 'unmatched', 'failed_already'],
  ] as const)('leaves a payment that is %s alone', (status, outcome, reason) => {
    expect(verdict(row(), known({}, payment({ status })))).toEqual([outcome, reason])
  })

  it("posts nothing into a closed month, of one's own approval, or under a known serial number", () => {
    expect(
      verdict(row(), known({ isClosed: (schoolId, on) => schoolId === 7 && on === '2026-11-19' })),
    ).toEqual(['unmatched', 'month_closed'])
    expect(verdict(row(), known({}, payment({ isOwnApproval: true })))).toEqual(['unmatched', 'own_approval'])
    // Of another payment: this one still waits, and a second person may settle it.
    expect(verdict(row(), known({ serials: new Set(['S1']) }))).toEqual(['unmatched', 'serial_known'])
    expect(verdict(row(), known({ serials: new Set(['S1']) }, payment({ status: 'paid' })))).toEqual([
      'repeated',
      'serial_known',
    ])
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

  it('shows once that the money of what is paid here has come back, under whatever serial number', () => {
    const isPaid = payment({ status: 'paid' })
    const back = row({ result: 'failed', paidOn: null })
    expect(verdict(back, known({}, isPaid))).toEqual(['returned', null])
    expect(verdict(back, known({ serials: new Set(['S1']) }, isPaid))).toEqual(['returned', null])
    expect(verdict(back, known({}, { ...isPaid, isReturned: true }))).toEqual([
      'repeated',
      'returned_already',
    ])
    expect(verdict({ ...back, amountFen: 1 }, known({}, isPaid))).toEqual(['unmatched', 'amount_differs'])
    expect(matchLines([row(), back, back], known()).map((line) => `${line.outcome} ${line.reason}`)).toEqual([
      'paid null',
      'returned null',
      'repeated returned_already',
    ])
  })

  it('never settles a payment twice, another amount, or one that does not wait for the bank', () => {
    const rows = fc.array(
      fc.record<BankRow>({
        reference: fc.constantFrom('KH00000001', 'KH00000002', 'X', null),
        amountFen: fc.constantFrom(100, 200, 'unreadable' as const, null),
        isNegative: fc.boolean(),
        isTotal: fc.constant(false),
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
    ['105.00 CNY', 10_500],
    ['101.0000', 10_100],
    ['+12.5', 1250],
    [0.1, 10],
  ])('the amount %j is %j', (cell, amount) => {
    expect(readAmount(cell)).toEqual({ fen: amount, isNegative: false })
  })

  it.each(['-106.00', '(106.00)', '−106', '-¥106.00', '¥-106.00'])('the amount %j goes out', (cell) => {
    expect(readAmount(cell)).toEqual({ fen: 10_600, isNegative: true })
  })

  it.each([
    ['0', 'unreadable'],
    ['1.005', 'unreadable'],
    ['1.0050', 'unreadable'],
    ['一千', 'unreadable'],
    ['1e3', 'unreadable'],
    ['', null],
    ['—', null],
    [null, null],
  ])('the amount %j is none: %j', (cell, amount) => {
    expect(readAmount(cell)).toBe(amount)
  })

  it.each([
    ['20261127102345', '2026-11-27'],
    [20261127102345, '2026-11-27'],
    ['20261127 10:23:45', '2026-11-27'],
    ['20261127102345123', '2026-11-27'],
    ['2026-11-27T10:23:45+08:00', '2026-11-27'],
    ['2026-11-26T17:00:00Z', '2026-11-27'],
    ['2026-11-27-10.23.45.123456', '2026-11-27'],
    ['2026年11月27日 10时23分45秒', '2026-11-27'],
    ['2026年11月27日10时23分', '2026-11-27'],
    ['2026/11/27 10:23', '2026-11-27'],
    ['2026-11-27', '2026-11-27'],
    [46353, '2026-11-27'],
    ['20261327102345', 'unreadable'],
    ['2026-13-27T10:23:45Z', 'unreadable'],
    ['下周', 'unreadable'],
    ['', null],
  ])('the day %j is %j', (cell, day) => {
    expect(readBankDay(cell, false)).toBe(day)
  })

  it.each([
    ["'KH00000007", 'KH00000007'],
    ['`kh00000008', 'KH00000008'],
    ['="KH00000009"', 'KH00000009'],
    [' ＫＨ00000010 ', 'KH00000010'],
    [123456, '123456'],
    ['20261127000000000017', '20261127000000000017'],
    ['', null],
    ['2.02611E+19', 'digits_lost'],
    ['2E+19', 'digits_lost'],
    [Number('20261127000000000017'), 'digits_lost'],
    [Number('9007199254740993'), 'digits_lost'],
    ['20261127123456700000', 'digits_lost'],
  ])('the number %j is %j', (cell, code) => {
    expect(readCode(cell, 60)).toBe(code)
  })

  it.each(['合计', '合计笔数:7', '总金额', '总笔数：12笔', '本页小计', 'TOTAL', 'Total: 7', '共7笔'])(
    '%j adds up the lines above it',
    (text) => {
      expect(isTotalWord(compactText(text))).toBe(true)
    },
  )
  it.each(['KH00000007', '合计会计师事务所', '总务处', 'TOTALENERGIES'])('%j does not', (text) => {
    expect(isTotalWord(text)).toBe(false)
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
    // The bank has the order; nobody has the money.
    ['提交成功', 'unclear'],
    ['受理成功', 'unclear'],
    ['已受理', 'unclear'],
    ['预约成功', 'unclear'],
    ['授权成功待复核', 'unclear'],
    ['指令发送成功', 'unclear'],
    ['部分成功', 'unclear'],
    ['交易成功，银行处理中', 'unclear'],
    ['已处理', 'unclear'],
    ['Accepted', 'unclear'],
    ['Submitted successfully', 'unclear'],
    ['partially paid', 'unclear'],
    // A failure of what would have undone it.
    ['撤销失败', 'unclear'],
    ['退款失败', 'unclear'],
    ['失败0笔，成功1笔', 'unclear'],
    ['未支付成功', 'failed'],
    ['未能成功', 'failed'],
    ['没有成功', 'failed'],
    ['Unsuccessful', 'failed'],
    ['Not successful', 'failed'],
    ['not settled', 'unclear'],
    ['not paid', 'unclear'],
    ['已退款', 'failed'],
    ['已退汇', 'failed'],
    ['付款失败：户名不符', 'failed'],
    ['交易失败(余额不足)', 'failed'],
    ['银行拒绝', 'failed'],
    ['Cancelled', 'failed'],
    ['00-成功', 'paid'],
    ['成功(0000)', 'paid'],
    ['S 交易成功', 'paid'],
    ['支付成功。', 'paid'],
    ['银行已付款', 'paid'],
    ['付款完成', 'paid'],
    ['Payment completed', 'paid'],
  ])('the result %j is %j', (cell, result) => {
    expect(readResult(cell)).toBe(result)
  })
})
