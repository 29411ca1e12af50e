/** On which day of a fiscal year is counted (计数日)? Pure. */
import type { School } from '../../organisation/index.js'
import { chooseRules, withSomeClass } from './choose-standards.js'
import { firstDayOf, type Period } from './periods.js'
import type { FundingRule } from './rules.js'

const usualCountDay = '10-01'

/** The day of the first rule that holds for the school; which rule holds depends on the day, so each day named is tried. */
export function countDayOf(school: School, fiscalYear: number, candidates: readonly FundingRule[]): string {
  const days = [...new Set(candidates.map((rule) => rule.countDay))].sort()
  const fitting = days.find((day) => {
    const choice = chooseRules(withSomeClass(school), `${fiscalYear}-${day}`, candidates)
    return 'rules' in choice && choice.rules[0]?.countDay === day
  })
  return `${fiscalYear}-${fitting ?? days[0] ?? usualCountDay}`
}

/** The count day where it lies in the period, otherwise the period's last. */
export function countDayWithin(period: Period | undefined, countedOn: string): string {
  if (!period || period.kind === 'year') return countedOn
  return firstDayOf(period) <= countedOn && countedOn <= period.lastOn ? countedOn : period.lastOn
}
