/** Which groups are too small to be shown (小样本隐去)? Pure; also nothing from which a small one could be worked out. */

/** Results of fewer answers than this are not shown. */
export const smallestGroup = 5

/**
 * For the counts of the parts of a whole: which parts must be hidden. Every part of 1 to 4 is hidden; if what is
 * hidden adds up to less than five answers, the next smallest shown part is hidden too, since the whole less the shown
 * parts would tell it. Parts of nothing hide nothing.
 */
export function hiddenParts(counts: readonly number[]): boolean[] {
  const hidden = counts.map((count) => count > 0 && count < smallestGroup)
  const hiddenSum = () => counts.reduce((sum, count, index) => (hidden[index] ? sum + count : sum), 0)
  const hiddenCount = () => hidden.filter(Boolean).length
  while (hiddenCount() > 0 && (hiddenSum() < smallestGroup || hiddenCount() === 1)) {
    const next = counts
      .map((count, index) => ({ count, index }))
      .filter(({ count, index }) => count > 0 && !hidden[index])
      .sort((a, b) => a.count - b.count || a.index - b.index)[0]
    if (!next) break
    hidden[next.index] = true
  }
  return hidden
}

/** Whether the whole itself may be shown. */
export function isWholeShown(count: number): boolean {
  return count >= smallestGroup
}

/** satisfied ÷ valid, per mille, halves up; null without valid answers. */
export function perMille(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part * 2000 + whole) / (2 * whole))
}
