/** Division codes (行政区划代码) by their shape alone: the code of a region starts with the code of the one above it. Pure. */

/** '140213' → ['14', '1402', '140213']: the region itself and all above it, from the top. */
export function regionsDownTo(regionCode: string): string[] {
  return Array.from({ length: regionCode.length / 2 }, (_, index) => regionCode.slice(0, (index + 1) * 2))
}
