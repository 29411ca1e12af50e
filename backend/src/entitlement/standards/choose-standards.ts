/** Which standards (适用标准) hold for a school on a day, or why is it not entitled? Pure; nation → province → city → district → school. */
import type { School } from '../../organisation/index.js'
import { allMonths, inPeriod, type Period } from './periods.js'
import {
  type CountedSchool,
  countsMonths,
  type FundingModel,
  fundingModels,
  type FundingRule,
  monthsOfPortion,
  tierOf,
} from './rules.js'

export const notEntitledReasons = [
  'no_standard',
  'stage_not_covered',
  'area_not_covered',
  'ownership_not_covered',
  'region_not_covered',
  'not_yet_in_force',
  'no_longer_in_force',
  'no_classes',
] as const
export type NotEntitledReason = (typeof notEntitledReasons)[number]

/** As if it had a class: which rules hold depends on the school alone, and on whether it has classes at all. */
export const withSomeClass = ({ id, name, regionCode, stage, area, ownership }: School): CountedSchool => ({
  schoolId: id,
  schoolName: name,
  regionCode,
  stage,
  area,
  ownership,
  classes: [
    {
      homeClassId: 0,
      className: '',
      grade: 1,
      enrolled: 0,
      participants: 0,
      participantMonths: [],
      sessions: 0,
      waived: 0,
    },
  ],
})

export type Choice = { readonly rules: FundingRule[] } | { readonly notEntitled: NotEntitledReason }

/**
 * One rule for each model: the nearest region, then the more specific area and ownership, then the later beginning.
 * A school's own rule takes the place of the inherited one only while it is stricter; it never grants by itself.
 */
export function chooseRules(school: CountedSchool, on: string, candidates: readonly FundingRule[]): Choice {
  const inherited = candidates.filter(
    (rule) => rule.schoolId === null && school.regionCode.startsWith(rule.regionCode),
  )
  const reason = whyNot(school, on, inherited)
  if (reason) return { notEntitled: reason }
  const own = candidates.filter((rule) => rule.schoolId === school.schoolId)
  const rules = fundingModels.flatMap((model) => {
    const chosen = best(school, on, model, inherited)
    if (!chosen) return []
    const stricter = best(school, on, model, own)
    return [stricter && isStricter(stricter, chosen) ? stricter : chosen]
  })
  return { rules }
}

/**
 * Each standard for its months: of standards by the whole year, the one that holds on the first of a month gives that
 * month. A model that has others too is chosen on the count day alone, so that no month is given twice.
 */
export function chooseRulesByTime(
  school: CountedSchool,
  on: string,
  candidates: readonly FundingRule[],
  period?: Period,
): Choice {
  const choice = chooseRules(school, on, candidates)
  const onDay = 'rules' in choice ? choice.rules : []
  const byMonth = allMonths.flatMap((month): InMonth[] => {
    const first = `${on.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
    const inMonth = chooseRules(school, first, candidates)
    return 'rules' in inMonth ? inMonth.rules.map((rule) => ({ month, rule })) : []
  })
  const rules = fundingModels.flatMap((model) => {
    const day = onDay.filter((rule) => rule.model === model)
    const own = byMonth.filter(({ rule }) => rule.model === model)
    return [...day, ...own.map(({ rule }) => rule)].every(isByYear)
      ? inMonths(own, period)
      : day.map((rule) => inPeriod(rule, period))
  })
  return rules.length > 0 ? { rules } : choice
}

interface InMonth {
  readonly month: number
  readonly rule: FundingRule
}

// Each with its months of the year; of a period's, those that have none in it pay nothing for it.
function inMonths(byMonth: readonly InMonth[], period?: Period): FundingRule[] {
  const own = new Map<number, { rule: FundingRule; months: number[] }>()
  for (const { month, rule } of byMonth)
    own.set(rule.standardId, { rule, months: [...(own.get(rule.standardId)?.months ?? []), month] })
  return [...own.values()]
    .map(({ rule, months }) =>
      inPeriod({ ...rule, monthTenths: months.length * monthTenthsOfOne }, period, months),
    )
    .filter(({ portion }) => !portion || monthsOfPortion(portion)[0] > 0)
}

const monthTenthsOfOne = 10
const isByYear = (rule: FundingRule): boolean =>
  rule.unit === 'year' && countsMonths(rule) && rule.monthTenths === 12 * monthTenthsOfOne

/**
 * Whether a school's own rule takes nothing that the inherited one would not give: it may lower the amount, the share and the months;
 * what is counted, when, how it is rounded and who pays stay as they are. Refused at entry as school_not_stricter otherwise.
 */
export function isStricter(own: FundingRule, inherited: FundingRule): boolean {
  return laxerIn(own, inherited) === null
}

export const laxities = ['form', 'amount', 'share', 'months'] as const

/** In what a school's own rule would give more, or count otherwise, than the inherited one; null where it is stricter or the same. */
export function laxerIn(own: FundingRule, inherited: FundingRule): (typeof laxities)[number] | null {
  if (essence(own) !== essence(inherited) || own.amountFen > 0 !== inherited.amountFen > 0) return 'form'
  if (own.amountFen > inherited.amountFen) return 'amount'
  if (own.sharePerMille > inherited.sharePerMille) return 'share'
  return countsMonths(own) && own.monthTenths > inherited.monthTenths ? 'months' : null
}

function essence({
  stage,
  model,
  unit,
  monthsCounted,
  monthsPer = 'year',
  countDay,
  roundTo,
  roundMode,
  roundAt,
  tiers,
  shares,
}: FundingRule): string {
  const plainShares = (list: FundingRule['shares']) => list.map(({ level, weight }) => [level, weight])
  const plainTiers = tiers.map(({ code, regionCodes, coefficientPerMille, shares: own }) => [
    code,
    regionCodes,
    coefficientPerMille,
    plainShares(own),
  ])
  return JSON.stringify([
    stage,
    model,
    unit,
    monthsCounted,
    monthsPer,
    countDay,
    roundTo,
    roundMode,
    roundAt,
    plainTiers,
    plainShares(shares),
  ])
}

const fits: Record<
  'stage' | 'area' | 'ownership' | 'region',
  (school: CountedSchool, rule: FundingRule) => boolean
> = {
  stage: (school, rule) => rule.stage === school.stage,
  area: (school, rule) => rule.area === 'any' || rule.area === school.area,
  ownership: (school, rule) => rule.ownership === 'any' || rule.ownership === school.ownership,
  region: (school, rule) => tierOf(rule, school.regionCode) !== undefined,
}

// Narrows step by step: the step that leaves nothing is the reason.
function whyNot(
  school: CountedSchool,
  on: string,
  inherited: readonly FundingRule[],
): NotEntitledReason | null {
  if (inherited.length === 0) return 'no_standard'
  let left = inherited
  for (const step of ['stage', 'area', 'ownership', 'region'] as const) {
    left = left.filter((rule) => fits[step](school, rule))
    if (left.length === 0) return `${step}_not_covered`
  }
  if (left.every((rule) => rule.validFromOn > on)) return 'not_yet_in_force'
  if (!left.some((rule) => isInForce(rule, on))) return 'no_longer_in_force'
  return school.classes.length === 0 ? 'no_classes' : null
}

/** validToOn is the last day. */
export function isInForce(rule: FundingRule, on: string): boolean {
  return rule.validFromOn <= on && (rule.validToOn === null || on <= rule.validToOn)
}

function best(
  school: CountedSchool,
  on: string,
  model: FundingModel,
  rules: readonly FundingRule[],
): FundingRule | undefined {
  return rules
    .filter(
      (rule) =>
        rule.model === model && isInForce(rule, on) && Object.values(fits).every((fit) => fit(school, rule)),
    )
    .sort(nearerFirst)[0]
}

function nearerFirst(a: FundingRule, b: FundingRule): number {
  return (
    b.regionCode.length - a.regionCode.length ||
    Number(b.area !== 'any') - Number(a.area !== 'any') ||
    Number(b.ownership !== 'any') - Number(a.ownership !== 'any') ||
    (a.validFromOn === b.validFromOn ? 0 : a.validFromOn < b.validFromOn ? 1 : -1) ||
    b.version - a.version ||
    a.standardId - b.standardId
  )
}
