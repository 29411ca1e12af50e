/** What is a school entitled to (应得经费)? A pure function of frozen counts, rules and a version of the arithmetic; rounded once, exact to the fen. */
import {
  addFen,
  type ExactFen,
  exactFen,
  fen,
  type Fen,
  roundExact,
  shareOut,
  shareOutInSteps,
} from '../../platform/money.js'
import {
  type CountedClass,
  type CountedSchool,
  countsMonths,
  formulaProblem,
  type FundingModel,
  type FundingRule,
  grantsOfWaivedSum,
  isCount,
  monthsOfPortion,
  notRunning,
  type NotRunning,
  type RulePortion,
  ruleVersion,
  tierOf,
  type Unit,
} from './rules.js'
import { addLevels, type LevelAmount, sharesFor, splitByLevel } from './shares.js'

/** What one rule gives one class. */
export interface ClassPart {
  readonly standardId: number
  readonly model: FundingModel
  /** Classes, students, student-months, sessions or waivers. */
  readonly count: number
  readonly amountFen: Fen
}

export interface EntitlementLine {
  readonly homeClassId: number
  readonly className: string
  readonly parts: readonly ClassPart[]
  readonly amountFen: Fen
  /** Why standards by class give it nothing. */
  readonly notRunning: NotRunning | null
}

/** What one rule gives the school, with all that entered the formula. */
export interface RulePart {
  readonly standardId: number
  readonly model: FundingModel
  readonly unit: Unit
  readonly count: number
  readonly standardFen: Fen
  /** The sum waived, where the rule grants a share of it. */
  readonly waivedFen: Fen | null
  readonly sharePerMille: number
  /** null where months do not enter the formula. */
  readonly monthTenths: number | null
  /** The counts of each month, from the first; only where each month counts. */
  readonly months: readonly { readonly month: string; readonly count: number }[] | null
  /** Left out where it is not a part of a year. */
  readonly portion?: RulePortion
  readonly tierCode: string | null
  readonly coefficientPerMille: number
  /** Before rounding, in fen, as a fraction: text, so that it freezes. */
  readonly exact: { readonly numerator: string; readonly denominator: string }
  readonly amountFen: Fen
  readonly levels: readonly (LevelAmount & { readonly weight: number })[]
}

export interface Entitlement {
  readonly ruleVersion: number
  readonly lines: readonly EntitlementLine[]
  readonly parts: readonly RulePart[]
  readonly levels: readonly LevelAmount[]
  readonly totalFen: Fen
}

/** Thrown where counts or a rule cannot be computed by: a missing input must not become 0. */
export class NotComputable extends Error {
  constructor(
    readonly problem: string,
    readonly standardId: number | null,
  ) {
    super(`standard ${standardId}: ${problem}`)
  }
}

const arithmetics: Readonly<
  Record<number, (school: CountedSchool, rules: readonly FundingRule[]) => Omit<Entitlement, 'ruleVersion'>>
> = { 1: firstArithmetic }

/** The rules are those of chooseRules and add up; without any the school is not entitled, which is not 0 and is an error here. */
export function entitle(
  school: CountedSchool,
  rules: readonly FundingRule[],
  version: number = ruleVersion,
): Entitlement {
  const compute = arithmetics[version]
  if (!compute) throw new NotComputable(`arithmetic ${version} is unknown`, null)
  if (rules.length === 0) throw new NotComputable('no rule', null)
  return { ruleVersion: version, ...compute(school, rules) }
}

function firstArithmetic(
  school: CountedSchool,
  rules: readonly FundingRule[],
): Omit<Entitlement, 'ruleVersion'> {
  const computed = rules.map((rule) => byRule(school, rule))
  const lines = school.classes.map((counted, index) => {
    const { homeClassId, className } = counted
    const parts = computed.map(({ classParts }) => classParts[index]!)
    const amountFen = addFen(...parts.map((part) => part.amountFen))
    return { homeClassId, className, parts, amountFen, notRunning: notRunning(counted) }
  })
  const parts = computed.map(({ part }) => part)
  return {
    lines,
    parts,
    levels: addLevels(parts.map((part) => part.levels)),
    totalFen: addFen(...parts.map((part) => part.amountFen)),
  }
}

function byRule(school: CountedSchool, rule: FundingRule): { part: RulePart; classParts: ClassPart[] } {
  const problem = formulaProblem(rule)
  if (problem) throw new NotComputable(problem, rule.standardId)
  const tier = tierOf(rule, school.regionCode)
  if (tier === undefined) throw new NotComputable('region_not_covered', rule.standardId)
  const coefficientPerMille = tier?.coefficientPerMille ?? 1000
  const quantities = school.classes.map((each) => quantityOf(rule, each))
  const exactOf = (of: number) => exactFor(rule, coefficientPerMille, of)
  const quantity = quantities.reduce((sum, each) => sum + each, 0)
  const exact = exactOf(quantity)
  const shown = exactFor(rule, coefficientPerMille, quantity, rule.portion)
  const amounts =
    rule.roundAt === 'class'
      ? quantities.map((each) => inPortion(rule, rounded(rule, exactOf(each))))
      : sharedOut(rule, exact, school.classes, quantities)
  const classParts = school.classes.map((each, index) => ({
    standardId: rule.standardId,
    model: rule.model,
    count: countOf(rule, each),
    amountFen: amounts[index]!,
  }))
  const amountFen = addFen(...amounts)
  const shares = sharesFor(rule, school.regionCode)
  const part: RulePart = {
    standardId: rule.standardId,
    model: rule.model,
    unit: rule.unit,
    count: classParts.reduce((sum, { count }) => sum + count, 0),
    standardFen: rule.amountFen,
    waivedFen: grantsOfWaivedSum(rule) ? addFen(...school.classes.map((each) => each.waivedFen!)) : null,
    sharePerMille: rule.sharePerMille,
    monthTenths: countsMonths(rule) ? rule.monthTenths : null,
    months: rule.monthsCounted === 'each' ? monthsOf(school) : null,
    ...(rule.portion ? { portion: rule.portion } : {}),
    tierCode: tier?.code ?? null,
    coefficientPerMille,
    exact: { numerator: String(shown.numerator), denominator: String(shown.denominator) },
    amountFen,
    levels: splitByLevel(amountFen, shares).map((split, index) => ({
      ...split,
      weight: shares[index]!.weight,
    })),
  }
  return { part, classParts }
}

/** The whole formula: quantity × standard × share × months × coefficient. */
function exactFor(
  rule: FundingRule,
  coefficientPerMille: number,
  quantity: number,
  portion?: RulePortion,
): ExactFen {
  const months: [number, number] = !countsMonths(rule)
    ? [1, 1]
    : rule.unit === 'year'
      ? [rule.monthTenths, 120]
      : [rule.monthTenths, 10]
  const ofYear: readonly [number, number] = portion ? monthsOfPortion(portion) : [1, 1]
  const oneFen = grantsOfWaivedSum(rule) ? fen(1) : rule.amountFen
  return exactFen(
    oneFen,
    [quantity, 1],
    [rule.sharePerMille, 1000],
    months,
    [coefficientPerMille, 1000],
    ofYear,
  )
}

const steps = { fen: 1, jiao: 10, yuan: 100 } as const

function rounded(rule: FundingRule, exact: ExactFen): Fen {
  return roundExact(exact, steps[rule.roundTo], rule.roundMode)
}

/**
 * A period's part of a year's amount. The year is shared over its periods by largest remainder, in the unit to which it is
 * rounded, so that they give exactly the year.
 */
function inPortion({ portion, roundTo }: FundingRule, yearFen: Fen): Fen {
  if (!portion) return yearFen
  return shareOutInSteps(yearFen, portion.months, steps[roundTo])[portion.index]!
}

// Rounded once for the school. By number, not by place in the list, so that the odd fen falls on the same class in any order.
function sharedOut(
  rule: FundingRule,
  exact: ExactFen,
  classes: readonly CountedClass[],
  quantities: readonly number[],
): Fen[] {
  if (exact.numerator === 0n) return quantities.map(() => fen(0))
  const order = classes
    .map((each, index) => ({ homeClassId: each.homeClassId, index }))
    .sort((a, b) => a.homeClassId - b.homeClassId)
  const parts = shareOut(
    inPortion(rule, rounded(rule, exact)),
    order.map(({ index }) => quantities[index]!),
  )
  const amounts: Fen[] = []
  order.forEach(({ index }, place) => {
    amounts[index] = parts[place]!
  })
  return amounts
}

function quantityOf(rule: FundingRule, counted: CountedClass): number {
  const count = countOf(rule, counted)
  const quantity = grantsOfWaivedSum(rule) ? counted.waivedFen : count
  const all = [count, quantity ?? Number.NaN, ...counted.participantMonths.map((each) => each.count)]
  const wrong = all.find((each) => !isCount(each))
  if (quantity === undefined || wrong !== undefined)
    throw new NotComputable(`${counted.className} counts ${wrong}`, rule.standardId)
  return quantity
}

/** What the rule counts of a class: classes, students, student-months, sessions or waivers. */
export function countOf({ model, monthsCounted }: FundingRule, counted: CountedClass): number {
  switch (model) {
    case 'per_class':
      return notRunning(counted) === null ? 1 : 0
    case 'per_enrolled':
      return counted.enrolled
    case 'per_participant':
      return monthsCounted === 'each'
        ? counted.participantMonths.reduce((sum, { count }) => sum + count, 0)
        : counted.participants
    case 'per_session':
      return counted.sessions
    case 'per_waived':
      return counted.waived
  }
}

function monthsOf(school: CountedSchool): { month: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { month, count } of school.classes.flatMap((each) => each.participantMonths))
    counts.set(month, (counts.get(month) ?? 0) + count)
  return [...counts].map(([month, count]) => ({ month, count })).sort((a, b) => (a.month < b.month ? -1 : 1))
}

/** The two purposes of one class's money: the service's share per mille, the rest for the other; the parts add up. */
export function splitByPurpose(
  amountFen: Fen,
  serviceSharePerMille: number,
): { serviceFen: Fen; otherFen: Fen } {
  if (amountFen === 0) return { serviceFen: amountFen, otherFen: amountFen }
  const [serviceFen, otherFen] = shareOut(amountFen, [serviceSharePerMille, 1000 - serviceSharePerMille])
  return { serviceFen: serviceFen!, otherFen: otherFen! }
}
