import { compactText } from '../../platform/sheets/text.js'
import { isTotalWord, readAmount, readBankDay, readCode } from './bank-cells.js'
import { readResult, readResultBy } from './result-words.js'

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

  const words = { paid: ['已入账', 'Posted'], failed: ['失败'], returned: ['退 回'] }
  it.each([
    ['已入账', 'paid'],
    ['已 入账 ', 'paid'],
    ['ＰＯＳＴＥＤ', 'paid'],
    ['00-已入账', 'paid'],
    ['失败：户名不符', 'failed'],
    ['退回', 'failed'],
    ['失败，已入账', 'unclear'],
    ['已入账，待复核', 'unclear'],
    // With this bank it is said of orders that have only arrived.
    ['成功', 'unclear'],
    ['', 'unclear'],
  ])('the result %j is %j by words of its own', (cell, result) => {
    expect(readResultBy(cell, words)).toBe(result)
  })
  it.each([
    ['1', 'paid'],
    [1, 'paid'],
    ['1-成功', 'paid'],
    ['0-成功', 'unclear'],
    ['2', 'unclear'],
    ['2-成功', 'unclear'],
  ])('the result %j is %j by codes', (cell, result) => {
    expect(readResultBy(cell, { paid: ['1', '成功'], failed: ['0'], returned: [] })).toBe(result)
  })
})
