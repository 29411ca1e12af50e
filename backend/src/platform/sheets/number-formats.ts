/** What a number looks like in its cell (数字格式), where the look holds more than the number: 1.1 shown as 1.10. Pure. */

/** Decimals that a format always shows: '0.00' → 2, '0.0_ ' → 1; 0 for every other format. */
export function shownDecimals(format: string | undefined): number {
  const plain = /^(?:#,##)?0\.(0{1,9})(?:_.)?(?:;|$)/.exec(format ?? '')
  return plain ? plain[1]!.length : 0
}

/** 1.1 with two shown decimals → '1.10'; a number that says as much itself stays a number. */
export function asShown(value: number, decimals: number): number | string {
  if (decimals === 0 || Number.isInteger(value)) return value
  const own = String(value)
  if (!/^-?\d+\.\d+$/.test(own)) return value
  return own.length - own.indexOf('.') - 1 < decimals ? value.toFixed(decimals) : value
}

/** The built-in formats that show decimals (ECMA-376 18.8.30); the others are told by styles.xml itself. */
export const builtInFormats: Readonly<Record<number, string>> = { 2: '0.00', 4: '#,##0.00' }
