/** How the numbers of targets are printed and read. */
import { allOf, type Schemas } from '../../../api/contract'
import { printCount, printFen, printPerMille, printYuan, readYuan } from '../../../shared'

export type Indicator = Schemas['IndicatorOut']['indicator']
export const indicators = allOf<Indicator>()([
  'classes',
  'students',
  'sessions',
  'participantsPerMille',
  'satisfactionPerMille',
  'costPerClassFen',
  'costPerStudentFen',
])

export function printIndicator(indicator: Indicator, value: number | null): string {
  if (value === null) return '–'
  if (indicator.endsWith('PerMille')) return printPerMille(value)
  return indicator.endsWith('Fen') ? printFen(value) : printCount(value)
}

/** As it is typed: per cent without its sign, yuan without theirs. */
export function asTyped(indicator: Indicator, value: number | null): string {
  if (value === null) return ''
  if (indicator.endsWith('PerMille')) return printPerMille(value).replace(/(\.0)?%$/, '')
  return indicator.endsWith('Fen') ? printYuan(value) : String(value)
}

/** Undefined where it cannot be read; null where it is empty. */
export function readIndicator(indicator: Indicator, text: string): number | null | undefined {
  const clean = text.trim()
  if (clean === '') return null
  if (indicator.endsWith('Fen')) return readYuan(clean) ?? undefined
  if (!indicator.endsWith('PerMille')) return /^\d{1,6}$/.test(clean) ? Number(clean) : undefined
  const match = /^(\d{1,3})(?:\.(\d))?%?$/.exec(clean)
  const value = match ? Number(match[1]) * 10 + Number(match[2] ?? 0) : undefined
  return value === undefined || value > 1000 ? undefined : value
}
