/** How an amount is written so that nobody can alter it (金额大写): as the People's Bank rules in 正确填写票据和结算凭证的基本规定. */
import { type Fen, fen } from './money.js'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']

/**
 * 1,005.06 → 壹仟零伍元零陆分. Where the rules leave a choice, the first form that they print is taken: 107,000.53 → 壹拾万柒仟元零伍角叁分.
 * 整 also closes amounts that end in 角 (allowed, and nothing can be added behind it). Below one yuan the 元 is left out; nothing is
 * 零元整. Differences below zero begin with 负. 人民币 is the form's own print and not part of the amount.
 */
export function capitalYuan(amount: Fen): string {
  const text = String(Math.abs(fen(amount))).padStart(3, '0')
  const yuan = BigInt(text.slice(0, -2))
  const jiao = Number(text.at(-2))
  const odd = Number(text.at(-1))
  const whole = yuan === 0n ? '' : `${wholeNumber(yuan)}元`
  // 零 after 元 stands for an empty 角, and for an empty place before 元 when 角 follows.
  const gap = whole !== '' && (jiao === 0 ? odd !== 0 : yuan % 10n === 0n) ? '零' : ''
  const rest = `${jiao === 0 ? '' : `${digits[jiao]}角`}${odd === 0 ? '' : `${digits[odd]}分`}`
  return `${amount < 0 ? '负' : ''}${whole || (rest ? '' : '零元')}${gap}${rest}${odd === 0 ? '整' : ''}`
}

/** Groups of four: below 万, of 万, of 亿 (up to 万亿, as far as an exact amount goes). */
function wholeNumber(value: bigint): string {
  for (const [size, name] of [
    [100_000_000n, '亿'],
    [10_000n, '万'],
  ] as const) {
    if (value < size) continue
    const rest = value % size
    const empty = rest !== 0n && rest < size / 10n ? '零' : ''
    return `${wholeNumber(value / size)}${name}${empty}${rest === 0n ? '' : wholeNumber(rest)}`
  }
  return group(String(value))
}

function group(text: string): string {
  let written = ''
  let gap = false
  for (const [i, digit] of [...text].entries()) {
    if (digit === '0') gap = true
    else {
      written += `${gap ? '零' : ''}${digits[Number(digit)]}${places[text.length - 1 - i]}`
      gap = false
    }
  }
  return written
}
