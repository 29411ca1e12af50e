import { divisionCode } from './division-code.js'

describe('a division code', () => {
  it.each([
    ['140200', '1402'],
    ['140000', '14'],
    ['1400', '14'],
    [' 140213 ', '140213'],
    ['100100', '1001'],
    ['1402', '1402'],
    ['14', '14'],
    ['00', '00'],
    ['14020', '14020'],
    ['14O200', '14O200'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(divisionCode(typed)).toBe(kept)
  })
})
