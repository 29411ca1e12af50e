/** How evenly is the work spread (课时分布)? Means, shares and steps of counts. Pure. */

/** Rounded half up; null: there is nobody. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0
    ? null
    : Math.floor((2 * values.reduce((sum, value) => sum + value, 0) + values.length) / (2 * values.length))
}

export function perMilleOf(part: number, whole: number | null): number | null {
  return whole === null || whole === 0 ? null : Math.floor((part * 2000 + whole) / (whole * 2))
}

export interface Step {
  readonly fromCount: number
  readonly toCount: number
  readonly teacherCount: number
}

const mostSteps = 8

/** Steps of equal width from 1 to the most; those with nothing apart, as the first. */
export function stepsOf(counts: readonly number[]): Step[] {
  const most = Math.max(0, ...counts)
  const width = Math.max(1, Math.ceil(most / mostSteps))
  const between = (fromCount: number, toCount: number): Step => ({
    fromCount,
    toCount,
    teacherCount: counts.filter((count) => count >= fromCount && count <= toCount).length,
  })
  return [
    between(0, 0),
    ...Array.from({ length: Math.ceil(most / width) }, (_, step) =>
      between(step * width + 1, (step + 1) * width),
    ),
  ]
}
