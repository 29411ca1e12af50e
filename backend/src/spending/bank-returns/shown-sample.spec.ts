import { shownSample } from './read-bank-file.js'

describe('the sample of a column of a bank file', () => {
  it.each([
    ['6222020200001234567', '622****4567'],
    ['6222 0202 0000 1234', '622****1234'],
    ['G140202201909010011', 'G14****0011'],
    ['13800138000', '138****8000'],
    ['138-0013-8000', '138****8000'],
  ])('%j is seen as %j', (text, seen) => expect(shownSample(text)).toBe(seen))
  it.each(['2026-11-20', '20261120', '2026-11-20 10:20:30', '1,234,567.00', 'KH00000012', '交易成功'])(
    '%j is seen whole',
    (text) => expect(shownSample(text)).toBe(text),
  )
})
