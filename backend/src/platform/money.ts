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
  if (
    !Number.isSafeInteger(numerator) ||
    !Number.isSafeInteger(denominator) ||
    denominator <= 0 ||
    numerator < 0
  ) {
    throw new NotMoney(`${numerator}/${denominator}`)
  }
  const doubled = 2n * BigInt(amount) * BigInt(numerator) + BigInt(denominator)
  const divisor = 2n * BigInt(denominator)
  const floor = doubled / divisor - (doubled < 0n && doubled % divisor !== 0n ? 1n : 0n)
  return fen(Number(floor))
}

/** An exact amount that need not be whole fen, such as a third of a yuan; in lowest terms. */
export interface ExactFen {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** amount × each numerator/denominator, nothing rounded: classes, months of twelve, a share per mille. */
export function exactFen(
  amount: Fen,
  ...factors: readonly (readonly [numerator: number, denominator: number])[]
): ExactFen {
  let numerator = BigInt(fen(amount))
  let denominator = 1n
  for (const [above, below] of factors) {
    if (!Number.isSafeInteger(above) || !Number.isSafeInteger(below) || below <= 0 || above < 0)
      throw new NotMoney(`${above}/${below}`)
    numerator *= BigInt(above)
    denominator *= BigInt(below)
  }
  const common = commonDivisor(numerator < 0n ? -numerator : numerator, denominator)
  return { numerator: numerator / common, denominator: denominator / common }
}

/** Rounds an exact amount that is not negative to whole steps of so many fen (1 fen, 10 jiao, 100 yuan). */
export function roundExact(
  { numerator, denominator }: ExactFen,
  stepFen: number,
  mode: 'half_up' | 'down',
): Fen {
  if (numerator < 0n || denominator <= 0n || !Number.isSafeInteger(stepFen) || stepFen <= 0)
    throw new NotMoney(`${numerator}/${denominator}`)
  const step = denominator * BigInt(stepFen)
  const steps = mode === 'down' ? numerator / step : (2n * numerator + step) / (2n * step)
  return fen(Number(steps * BigInt(stepFen)))
}

/** Prints an exact amount as yuan, at least two and at most four decimals; "…" says that more would follow. */
export function printExactYuan({ numerator, denominator }: ExactFen): string {
  const scaled = numerator * 100n
  const finer = scaled / denominator
  const digits = String(finer % 10_000n)
    .padStart(4, '0')
    .replace(/0{1,2}$/, '')
  const isCut = scaled % denominator !== 0n
  return `${String(finer / 10_000n).replace(/\B(?=(\d{3})+$)/g, ',')}.${isCut ? String(finer % 10_000n).padStart(4, '0') : digits}${isCut ? '…' : ''}`
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b)
}

/**
 * Shares a total by whole-number weights with the largest remainder; the parts add up exactly.
 * Ties go by the order given. All-zero weights, a negative weight or total are errors.
 */
export function shareOut(total: Fen, weights: readonly number[]): Fen[] {
  if (total < 0 || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))
    throw new NotMoney(total)
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

/** shareOut in whole steps of so many fen, such as yuan; the total must be a whole number of steps. */
export function shareOutInSteps(total: Fen, weights: readonly number[], step: number): Fen[] {
  if (total % step !== 0) throw new NotMoney(total)
  return shareOut(fen(total / step), weights).map((part) => multiplyFen(part, step))
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
