/** Money (金额) as whole fen: the only place where amounts are added, multiplied, shared out, read and printed. */

declare const fenBrand: unique symbol
/** An amount in fen (分); always a safe integer, may be negative only in differences. */
export type Fen = number & { readonly [fenBrand]: true }

/** Thrown where a value is no exact amount of fen. */
export class NotMoney extends Error {
  constructor(readonly value: unknown) {
    super(`not an exact amount: ${String(value)}`)
  }
}

/** Checks a whole number of fen; throws NotMoney for fractions, NaN and numbers beyond 2^53. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new NotMoney(value)
  return value as Fen
}

/** Reads what a database driver gives for a bigint column or SUM (number, string, null as 0). */
export function toFen(value: number | string | bigint | null | undefined): Fen {
  if (value === null || value === undefined) return fen(0)
  if (typeof value === 'string' && !/^-?\d+(\.0+)?$/.test(value)) throw new NotMoney(value)
  return fen(Number(value))
}

export function addFen(...amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce<number>((sum, amount) => sum + fen(amount), 0))
}

export function subtractFen(from: Fen, amount: Fen): Fen {
  return fen(from - amount)
}

/** amount × count; count is a whole number. */
export function multiplyFen(amount: Fen, count: number): Fen {
  if (!Number.isSafeInteger(count)) throw new NotMoney(count)
  return fen(amount * count)
}

/** amount × numerator ÷ denominator, halves rounded up: months of a year, a rate per mille. */
export function fractionOfFen(amount: Fen, numerator: number, denominator: number): Fen {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0 || numerator < 0) {
    throw new NotMoney(`${numerator}/${denominator}`)
  }
  const doubled = 2n * BigInt(amount) * BigInt(numerator) + BigInt(denominator)
  const divisor = 2n * BigInt(denominator)
  const floor = doubled / divisor - (doubled < 0n && doubled % divisor !== 0n ? 1n : 0n)
  return fen(Number(floor))
}

/**
 * Shares a total by whole-number weights with the largest remainder; the parts add up exactly.
 * Ties go by the order given. All-zero weights, a negative weight or total are errors.
 */
export function shareOut(total: Fen, weights: readonly number[]): Fen[] {
  if (total < 0 || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) throw new NotMoney(total)
  const weightSum = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (weightSum === 0n) throw new RangeError('nothing to share by: all weights are zero')
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight))
  const parts = exact.map((product) => product / weightSum)
  let missing = Number(BigInt(total) - parts.reduce((sum, part) => sum + part, 0n))
  const byRemainder = exact
    .map((product, index) => ({ index, remainder: product % weightSum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  for (const { index } of byRemainder) {
    if (missing === 0) break
    parts[index] = parts[index]! + 1n
    missing -= 1
  }
  return parts.map((part) => fen(Number(part)))
}

/** Reads yuan as people type it ("10,000", "¥12.5", "12.50元"); throws NotMoney for anything finer than a fen. */
export function readYuan(text: string): Fen {
  const plain = text.normalize('NFKC').replace(/[\s,¥]|元$/g, '')
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(plain)
  if (!match) throw new NotMoney(text)
  const whole = BigInt(match[2]!) * 100n + BigInt((match[3] ?? '').padEnd(2, '0'))
  return fen(Number(match[1] ? -whole : whole))
}

/** Prints fen as yuan with two decimals and thousands: 1000000 → "10,000.00". */
export function printYuan(amount: Fen): string {
  const digits = String(Math.abs(fen(amount))).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`
}
