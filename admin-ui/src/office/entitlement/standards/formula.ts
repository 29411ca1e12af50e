/** A standard in words: what is multiplied by what. */
import { printFen } from '../../../shared'
import type { Standard } from '../types'

type Translate = (key: string, params?: Record<string, unknown>) => string
export type Formula = Pick<
  Standard,
  'model' | 'unit' | 'amountFen' | 'sharePerMille' | 'monthTenths' | 'monthsCounted'
>

const tenths = (value: number): string =>
  value % 10 === 0 ? String(value / 10) : `${Math.floor(value / 10)}.${value % 10}`

/** Whether months, and a fixed number of them, enter the formula. */
export const countsMonths = ({ model, unit, amountFen, monthsCounted }: Partial<Formula>): boolean =>
  !(model === 'per_waived' && amountFen === 0) &&
  (unit === 'year' || (unit === 'month' && monthsCounted !== 'each'))

/** "每名参加学生 × ¥20.00 每月 × 10 个月" */
export function formulaOf(standard: Formula, translate: Translate): string {
  const isSum = standard.model === 'per_waived' && standard.amountFen === 0
  const factors = [isSum ? translate('standards.waivedSum') : translate(`standards.one.${standard.model}`)]
  if (standard.sharePerMille !== 1000)
    factors.push(translate('standards.share', { percent: tenths(standard.sharePerMille) }))
  if (!isSum) factors.push(`${printFen(standard.amountFen)} ${translate(`standards.units.${standard.unit}`)}`)
  if (standard.unit === 'month' && standard.monthsCounted === 'each')
    factors[0] = translate('standards.eachMonth')
  else if (countsMonths(standard) && standard.unit === 'month')
    factors.push(translate('standards.months', { months: tenths(standard.monthTenths) }))
  else if (countsMonths(standard) && standard.monthTenths !== 120)
    factors.push(translate('standards.ofYear', { months: tenths(standard.monthTenths) }))
  return factors.join(' × ')
}
