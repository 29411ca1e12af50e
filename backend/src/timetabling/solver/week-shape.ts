/**
 * What the hours of one day or week look like (课时分布): gaps, rows, late starts, read off bit masks in which bit p
 * stands for period p. Pure.
 */

export function countOf(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** All bits from the lowest to the highest that is set. */
function spanOf(mask: number): number {
  const lowest = mask & -mask
  const highest = 31 - Math.clz32(mask)
  return ((2 << highest) - 1) & ~(lowest - 1)
}

/** Free open periods between the first and the last busy one. */
export function gapsOf(busy: number, open: number): number {
  return busy === 0 ? 0 : countOf(spanOf(busy) & open & ~busy)
}

/** Open periods before the first busy one. */
export function lateBy(busy: number, open: number): number {
  return busy === 0 ? 0 : countOf(open & ~busy & ((busy & -busy) - 1))
}

/** The longest row of busy periods. */
export function longestRow(busy: number): number {
  let length = 0
  for (let rest = busy; rest !== 0; rest &= rest << 1) length += 1
  return length
}
