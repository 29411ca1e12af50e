/** How a home class (行政班) is written: 三(2)班. Pure. */
const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** grade 1–9, number ≥ 1 → '三(2)班'. */
export function printClassName(grade: number, number: number): string {
  return `${numerals[grade] ?? String(grade)}(${number})班`
}
