import { describe, expect, it } from 'vitest'
import { countsMonths, formulaOf } from './formula'
import { zh } from './texts'

const translate = (key: string, params: Record<string, unknown> = {}): string => {
  const text = key
    .split('.')
    .reduce<unknown>((tree, part) => (tree as Record<string, unknown>)[part], zh) as string
  return text.replace(/%\{(\w+)\}/g, (_, name: string) => String(params[name]))
}
const usual = {
  model: 'per_class',
  unit: 'year',
  amountFen: 1_000_000,
  sharePerMille: 1000,
  monthTenths: 120,
  monthsCounted: 'fixed',
} as const

describe('a standard in words', () => {
  it('names only what enters the formula', () => {
    expect(formulaOf(usual, translate)).toBe('每班 × ¥10,000.00 每年')
    expect(formulaOf({ ...usual, monthTenths: 45 }, translate)).toBe('每班 × ¥10,000.00 每年 × 4.5/12')
    expect(
      formulaOf(
        { ...usual, model: 'per_participant', unit: 'month', amountFen: 2_000, monthTenths: 100 },
        translate,
      ),
    ).toBe('每名参加学生 × ¥20.00 每月 × 10 个月')
    expect(
      formulaOf(
        { ...usual, model: 'per_participant', unit: 'month', amountFen: 2_000, monthsCounted: 'each' },
        translate,
      ),
    ).toBe('逐月人数之和 × ¥20.00 每月')
    expect(formulaOf({ ...usual, model: 'per_waived', amountFen: 0, sharePerMille: 500 }, translate)).toBe(
      '实际减免金额 × 50%',
    )
    expect(
      formulaOf({ ...usual, model: 'per_enrolled', sharePerMille: 305, amountFen: 30_000 }, translate),
    ).toBe('每名在籍学生 × 30.5% × ¥300.00 每年')
    expect(formulaOf({ ...usual, model: 'per_session', unit: 'session', amountFen: 6_000 }, translate)).toBe(
      '每课次 × ¥60.00 每次',
    )
  })

  it('asks for months only where they count', () => {
    expect(countsMonths(usual)).toBe(true)
    expect(countsMonths({ ...usual, unit: 'term' })).toBe(false)
    expect(countsMonths({ ...usual, model: 'per_waived', amountFen: 0 })).toBe(false)
  })
})
