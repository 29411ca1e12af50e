/** For which months of a fiscal year does a school declare (申报期): the year, a half, a term or a month? Pure. */
import { addDays, type LocalDate } from '../../platform/calendar.js'
import { countsMonths, type FundingRule } from './rules.js'

export const declarationPeriods = ['year', 'half', 'term', 'month'] as const
export type DeclarationPeriod = (typeof declarationPeriods)[number]

/** Whole months of one fiscal year. `key` is '2026', '2026:H1', '2026:T7' (the term's id) or '2026:09'. */
export interface Period {
  readonly kind: DeclarationPeriod
  readonly key: string
  readonly fiscalYear: number
  readonly name: string
  readonly nameEn: string
  readonly fromMonth: number
  readonly toMonth: number
  readonly termId: number | null
  /** The whole year as it is divided: first and last month of each part, this one among them. */
  readonly parts: readonly MonthSpan[]
  /** On which is counted where the standard's count day lies outside the period. */
  readonly lastOn: LocalDate
}

export const periodKeyForm = /^\d{4}(:(H[12]|T\d{1,9}|0[1-9]|1[0-2]))?$/

export type MonthSpan = readonly [from: number, to: number]

export interface TermDates {
  readonly id: number
  readonly name: string
  readonly nameEn: string
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
}

const monthsEn = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const two = (month: number): string => String(month).padStart(2, '0')

export const firstDayOf = ({ fiscalYear, fromMonth }: Pick<Period, 'fiscalYear' | 'fromMonth'>): LocalDate =>
  `${fiscalYear}-${two(fromMonth)}-01`

export const lastDayOf = ({ fiscalYear, toMonth }: Pick<Period, 'fiscalYear' | 'toMonth'>): LocalDate =>
  toMonth === 12 ? `${fiscalYear}-12-31` : addDays(firstDayOf({ fiscalYear, fromMonth: toMonth + 1 }), -1)

const usualParts: Readonly<Record<DeclarationPeriod, readonly MonthSpan[]>> = {
  year: [[1, 12]],
  half: [
    [1, 6],
    [7, 12],
  ],
  term: [],
  month: monthsEn.map((_, index) => [index + 1, index + 1]),
}

/** These and what lies between, before and after them. */
export function wholeYear(spans: readonly MonthSpan[]): MonthSpan[] {
  const parts: MonthSpan[] = []
  let next = 1
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (next < from) parts.push([next, from - 1])
    parts.push([from, to])
    next = to + 1
  }
  return next <= 12 ? [...parts, [next, 12]] : parts
}

/** The periods of a year in their order; together they have no month twice. Without terms there are none by term. */
export function periodsOf(
  kind: DeclarationPeriod,
  fiscalYear: number,
  terms: readonly TermDates[] = [],
): Period[] {
  const of = (key: string, name: string, nameEn: string, fromMonth: number, toMonth: number): Period => ({
    kind,
    key,
    fiscalYear,
    name,
    nameEn,
    fromMonth,
    toMonth,
    parts: usualParts[kind],
    termId: null,
    lastOn: lastDayOf({ fiscalYear, toMonth }),
  })
  switch (kind) {
    case 'year':
      return [of(String(fiscalYear), `${fiscalYear}年度`, String(fiscalYear), 1, 12)]
    case 'half':
      return [
        of(`${fiscalYear}:H1`, `${fiscalYear}年上半年`, `first half of ${fiscalYear}`, 1, 6),
        of(`${fiscalYear}:H2`, `${fiscalYear}年下半年`, `second half of ${fiscalYear}`, 7, 12),
      ]
    case 'month':
      return monthsEn.map((nameEn, index) =>
        of(
          `${fiscalYear}:${two(index + 1)}`,
          `${fiscalYear}年${index + 1}月`,
          `${nameEn} ${fiscalYear}`,
          index + 1,
          index + 1,
        ),
      )
    case 'term':
      return termPeriods(fiscalYear, terms)
  }
}

// From August a new school year begins: what is before it belongs to its terms, whether the next one is entered yet or not.
const halves = [
  [1, 7],
  [8, 12],
] as const

/** A term belongs to the year in which it begins, and takes the months up to the next term; the first also those before it. */
function termPeriods(fiscalYear: number, terms: readonly TermDates[]): Period[] {
  const monthOf = ({ startsOn }: TermDates) => Number(startsOn.slice(5, 7))
  const own = terms
    .filter(({ startsOn }) => startsOn.startsWith(`${fiscalYear}-`))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  const periods = halves.flatMap(([first, last]) => {
    const within = own.filter((term) => first <= monthOf(term) && monthOf(term) <= last)
    return within.flatMap((term, index): Period[] => {
      const next = within[index + 1]
      const fromMonth = index === 0 ? first : monthOf(term)
      const toMonth = next ? monthOf(next) - 1 : last
      if (toMonth < fromMonth) return []
      const lastDay = lastDayOf({ fiscalYear, toMonth })
      return [
        {
          kind: 'term',
          key: `${fiscalYear}:T${term.id}`,
          fiscalYear,
          name: term.name,
          nameEn: term.nameEn,
          fromMonth,
          toMonth,
          parts: [],
          termId: term.id,
          lastOn: term.endsOn < lastDay ? term.endsOn : lastDay,
        },
      ]
    })
  })
  const parts = wholeYear(periods.map(({ fromMonth, toMonth }) => [fromMonth, toMonth]))
  return periods.map((period) => ({ ...period, parts }))
}

/** What kind a key is of. */
export function kindOfKey(key: string): DeclarationPeriod {
  const [, part] = key.split(':')
  if (part === undefined) return 'year'
  return part.startsWith('H') ? 'half' : part.startsWith('T') ? 'term' : 'month'
}

/** Whether a standard's amount or months are those of a term, so that it can only be declared by term. */
export function isByTerm(rule: FundingRule): boolean {
  return rule.unit === 'term' || (rule.unit === 'month' && countsMonths(rule) && rule.monthsPer === 'term')
}

export const allMonths: readonly number[] = monthsEn.map((_, index) => index + 1)

/** The rule with the part of its year that lies in the period; a whole year, a term's own amount and what is counted by month are as they are. */
export function inPeriod(
  rule: FundingRule,
  period: Period | undefined,
  of: readonly number[] = allMonths,
): FundingRule {
  if (!period || period.kind === 'year' || !countsMonths(rule) || isByTerm(rule)) return rule
  return {
    ...rule,
    portion: {
      months: period.parts.map(([from, to]) => of.filter((month) => from <= month && month <= to).length),
      index: period.parts.findIndex(([from]) => from === period.fromMonth),
    },
  }
}
