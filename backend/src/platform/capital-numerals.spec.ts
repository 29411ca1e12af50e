import fc from 'fast-check'
import { capitalYuan } from './capital-numerals.js'
import { type Fen, fen, NotMoney, readYuan } from './money.js'

const cases: [string, string][] = [
  ['0', '零元整'],
  ['0.01', '壹分'],
  ['0.05', '伍分'],
  ['0.10', '壹角整'],
  ['0.50', '伍角整'],
  ['0.53', '伍角叁分'],
  ['0.99', '玖角玖分'],
  ['1', '壹元整'],
  ['1.01', '壹元零壹分'],
  ['1.10', '壹元壹角整'],
  ['1.11', '壹元壹角壹分'],
  ['9.09', '玖元零玖分'],
  ['10', '壹拾元整'],
  ['10.05', '壹拾元零伍分'],
  ['10.50', '壹拾元零伍角整'],
  ['11', '壹拾壹元整'],
  ['15.50', '壹拾伍元伍角整'],
  ['20.30', '贰拾元零叁角整'],
  ['100', '壹佰元整'],
  ['101', '壹佰零壹元整'],
  ['110', '壹佰壹拾元整'],
  ['325.04', '叁佰贰拾伍元零肆分'],
  ['1000', '壹仟元整'],
  ['1001', '壹仟零壹元整'],
  ['1005.06', '壹仟零伍元零陆分'],
  ['1010', '壹仟零壹拾元整'],
  ['1409.50', '壹仟肆佰零玖元伍角整'],
  ['1680.32', '壹仟陆佰捌拾元零叁角贰分'],
  ['6007.14', '陆仟零柒元壹角肆分'],
  ['10000', '壹万元整'],
  ['10000.01', '壹万元零壹分'],
  ['10001', '壹万零壹元整'],
  ['10010', '壹万零壹拾元整'],
  ['10100', '壹万零壹佰元整'],
  ['11000', '壹万壹仟元整'],
  ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
  ['50600', '伍万零陆佰元整'],
  ['100000', '壹拾万元整'],
  ['107000.53', '壹拾万柒仟元零伍角叁分'],
  ['1000000', '壹佰万元整'],
  ['1010000', '壹佰零壹万元整'],
  ['10000001', '壹仟万零壹元整'],
  ['12345678.90', '壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整'],
  ['100000000', '壹亿元整'],
  ['100000001', '壹亿零壹元整'],
  ['100010000.00', '壹亿零壹万元整'],
  ['100100000', '壹亿零壹拾万元整'],
  ['110000000', '壹亿壹仟万元整'],
  ['1000000000000', '壹万亿元整'],
  ['1000100000000', '壹万零壹亿元整'],
  ['1000000000000.05', '壹万亿元零伍分'],
  ['90071992547409.91', '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
  ['-0.05', '负伍分'],
  ['-1005.06', '负壹仟零伍元零陆分'],
  ['-10000', '负壹万元整'],
]

/** Reads the words from left to right, knowing nothing of how they were made. Gives fen. */
function readCapitals(text: string): bigint {
  const scale: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n }
  let [yuan, ten, four, digit, rest] = [0n, 0n, 0n, 0n, 0n]
  for (const letter of text) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(letter)
    if (value >= 0) digit = BigInt(value)
    else if (scale[letter]) [four, digit] = [four + digit * scale[letter], 0n]
    else if (letter === '万') [ten, four, digit] = [(four + digit) * 10_000n, 0n, 0n]
    else if (letter === '亿') [yuan, ten, four, digit] = [(ten + four + digit) * 100_000_000n, 0n, 0n, 0n]
    else if (letter === '元') [yuan, ten, four, digit] = [yuan + ten + four + digit, 0n, 0n, 0n]
    else if (letter === '角') [rest, digit] = [rest + digit * 10n, 0n]
    else if (letter === '分') [rest, digit] = [rest + digit, 0n]
    else if (letter !== '整' && letter !== '负') throw new Error(`unknown letter ${letter} in ${text}`)
  }
  const size = yuan * 100n + rest
  return text.startsWith('负') ? -size : size
}

describe('amounts in capital numerals', () => {
  it.each(cases)('%s is %s', (yuan, words) => {
    expect(capitalYuan(readYuan(yuan))).toBe(words)
    expect(readCapitals(words)).toBe(BigInt(readYuan(yuan)))
  })

  it('is read back as the same amount by a reader of its own, for every amount there is', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => readCapitals(capitalYuan(fen(value))) === BigInt(value)),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('0', '0', '0', '1', '5'), { minLength: 1, maxLength: 15 }),
        (figures) => {
          const value = Number(figures.join(''))
          return readCapitals(capitalYuan(fen(value))) === BigInt(value)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('never writes two 零 in a row, none before a unit, and one of 整 and 分 at the end', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        const words = capitalYuan(fen(value))
        return !/零零|零[拾佰仟万亿]|万万|亿亿/.test(words) && /[整分]$/.test(words)
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses what is no exact amount', () => {
    for (const value of [0.5, Number.NaN, 2 ** 53]) expect(() => capitalYuan(value as Fen)).toThrow(NotMoney)
  })
})
