/** What does a funding standard (经费标准) say, and what was counted? The data that entitlement is computed from; pure. */
import type { Area, Ownership, Stage } from '../../organisation/index.js'
import type { Fen } from '../../platform/money.js'

/** By class, enrolled student, participating student, session delivered, student with a waiver. */
export const fundingModels = [
  'per_class',
  'per_enrolled',
  'per_participant',
  'per_session',
  'per_waived',
] as const
export type FundingModel = (typeof fundingModels)[number]

/** What the amount is for. */
export const units = ['year', 'term', 'month', 'session'] as const
export type Unit = (typeof units)[number]

/** Who pays, from the top down; this order also settles who gets the odd fen. */
export const levels = ['nation', 'province', 'city', 'district'] as const
export type Level = (typeof levels)[number]
/** `whole` where one level pays all and the money is not told apart. */
export const payingLevels = ['whole', ...levels] as const
export type PayingLevel = (typeof payingLevels)[number]

export interface LevelShare {
  readonly level: Level
  /** 4:6 is 4 and 6. */
  readonly weight: number
}

/** A group of regions (档) with its own coefficient and shares. */
export interface Tier {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly regionCodes: readonly string[]
  readonly coefficientPerMille: number
  /** Empty: the shares of the rule. */
  readonly shares: readonly LevelShare[]
}

export const roundings = ['fen', 'jiao', 'yuan'] as const
export const roundModes = ['half_up', 'down'] as const
export const roundPlaces = ['class', 'school'] as const
export const monthCounts = ['fixed', 'each'] as const
/** Unit month with fixed months: whether they are those of a year, or of each term. */
export const monthsPers = ['year', 'term'] as const
export type MonthsPer = (typeof monthsPers)[number]

/** Of a year's amount the part of a period: the months for which the rule pays in each period of the year, and which one it is. */
export interface RulePortion {
  readonly months: readonly number[]
  readonly index: number
}

/** So many of so many months. */
export function monthsOfPortion({ months, index }: RulePortion): readonly [number, number] {
  return [months[index]!, months.reduce((sum, each) => sum + each, 0)]
}

export interface FundingRule {
  readonly standardId: number
  readonly regionCode: string
  /** A school's own, stricter rule; null for a region's. */
  readonly schoolId: number | null
  readonly stage: Stage
  readonly area: Area | 'any'
  readonly ownership: Ownership | 'any'
  readonly model: FundingModel
  readonly unit: Unit
  /** For one of what the model counts. 0 only with per_waived: then the sum waived itself is taken, and its share. */
  readonly amountFen: Fen
  /** Of the counted students or of the waived fee: 300 is 30 %; 1000 otherwise. */
  readonly sharePerMille: number
  /** Unit year: granted months of twelve × 10. Unit month with fixed months: 45 is 4.5. Not used otherwise. */
  readonly monthTenths: number
  /** Unit month: fixed months × the count on the count day, or the sum of each month's count. */
  readonly monthsCounted: (typeof monthCounts)[number]
  /** Left out by rules of before: of a year. */
  readonly monthsPer?: MonthsPer
  /** Left out where a whole year, or a term's own amount, is declared. */
  readonly portion?: RulePortion
  /** 'MM-DD' */
  readonly countDay: string
  readonly roundTo: (typeof roundings)[number]
  readonly roundMode: (typeof roundModes)[number]
  readonly roundAt: (typeof roundPlaces)[number]
  /** Empty: no tiers. With tiers only their regions are covered. */
  readonly tiers: readonly Tier[]
  /** Empty: one payer, the level of the rule's region. */
  readonly shares: readonly LevelShare[]
  readonly validFromOn: string
  readonly validToOn: string | null
  readonly issuer: string
  /** '' where the source names none. */
  readonly documentNumber: string
  readonly version: number
}

export interface CountedClass {
  readonly homeClassId: number
  readonly className: string
  readonly grade: number
  readonly enrolled: number
  readonly participants: number
  /** 'YYYY-MM' */
  readonly participantMonths: readonly { readonly month: string; readonly count: number }[]
  readonly sessions: number
  readonly waived: number
  /** The fees waived, for rules that grant a share of them; left out where not counted. */
  readonly waivedFen?: Fen
  /** The participants that the policy asks of a class, null: none. Left out by counts of before, when every class counted. */
  readonly leastParticipants?: number | null
}

/** Why a class does not count as one: it does not run the service. */
export type NotRunning = 'no_pupil' | 'too_few_participants'

/** Null: it counts. A class without a pupil never does; where a policy asks for participants, one with fewer neither. */
export function notRunning({
  enrolled,
  participants,
  leastParticipants,
}: Pick<CountedClass, 'enrolled' | 'participants' | 'leastParticipants'>): NotRunning | null {
  if (leastParticipants === undefined) return null
  if (enrolled === 0) return 'no_pupil'
  return participants < (leastParticipants ?? 0) ? 'too_few_participants' : null
}

export interface CountedSchool {
  readonly schoolId: number
  readonly schoolName: string
  readonly regionCode: string
  readonly stage: Stage
  readonly area: Area
  readonly ownership: Ownership
  readonly classes: readonly CountedClass[]
}

/** Version of the arithmetic; old versions stay computable. */
export const ruleVersion = 1

export const ruleProblems = [
  'unit_not_for_model',
  'each_month_only_for_participants',
  'amount_wrong',
  'share_wrong',
  'months_wrong',
  'count_day_wrong',
  'shares_wrong',
  'tiers_wrong',
  'dates_wrong',
] as const
export type RuleProblem = (typeof ruleProblems)[number]

/** Why this rule is refused where it is entered; null for a sound rule. */
export function ruleProblem(rule: FundingRule): RuleProblem | null {
  const problem = formulaProblem(rule)
  if (problem) return problem
  if (!isCountDay(rule.countDay)) return 'count_day_wrong'
  return rule.validToOn !== null && rule.validToOn < rule.validFromOn ? 'dates_wrong' : null
}

/** Why nothing can be computed by this rule; dates do not enter the formula. */
export function formulaProblem(rule: FundingRule): RuleProblem | null {
  if ((rule.unit === 'session') !== (rule.model === 'per_session')) return 'unit_not_for_model'
  if (rule.monthsCounted === 'each' && (rule.model !== 'per_participant' || rule.unit !== 'month'))
    return 'each_month_only_for_participants'
  if (!isCount(rule.amountFen) || (rule.amountFen === 0 && rule.model !== 'per_waived')) return 'amount_wrong'
  if (!isCount(rule.sharePerMille) || rule.sharePerMille === 0 || rule.sharePerMille > 1000)
    return 'share_wrong'
  if (countsMonths(rule) && (!isCount(rule.monthTenths) || rule.monthTenths === 0 || rule.monthTenths > 120))
    return 'months_wrong'
  if (!areShares(rule.shares)) return 'shares_wrong'
  return new Set(rule.tiers.map(({ code }) => code)).size < rule.tiers.length || !rule.tiers.every(isTier)
    ? 'tiers_wrong'
    : null
}

/** Whether monthTenths enters the formula; a sum waived is what it is, no months to multiply it by. */
export function countsMonths(rule: FundingRule): boolean {
  return (
    !grantsOfWaivedSum(rule) &&
    (rule.unit === 'year' || (rule.unit === 'month' && rule.monthsCounted === 'fixed'))
  )
}

/** A share of the fees actually waived, not an amount for each student. */
export function grantsOfWaivedSum({ model, amountFen }: FundingRule): boolean {
  return model === 'per_waived' && amountFen === 0
}

/** The tier with the nearest region; null where the rule has no tiers, undefined where none covers the region. */
export function tierOf(rule: FundingRule, regionCode: string): Tier | null | undefined {
  if (rule.tiers.length === 0) return null
  const reach = (tier: Tier) =>
    Math.max(-1, ...tier.regionCodes.filter((code) => regionCode.startsWith(code)).map((code) => code.length))
  const nearest = Math.max(...rule.tiers.map(reach))
  return nearest < 0 ? undefined : rule.tiers.find((tier) => reach(tier) === nearest)
}

/** '' nation, '14' province, '1402' city, '140213' and finer district. */
export function levelOf(regionCode: string): Level {
  return levels[Math.min(regionCode.length / 2, 3)] ?? 'district'
}

const lastDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day that every year has: 02-29 is none. */
function isCountDay(text: string): boolean {
  if (!/^\d{2}-\d{2}$/.test(text) || text === '02-29') return false
  const [month, day] = text.split('-').map(Number)
  return day! >= 1 && day! <= (lastDays[month! - 1] ?? 0)
}

function isTier({ regionCodes, coefficientPerMille, shares }: Tier): boolean {
  return (
    regionCodes.length > 0 && isCount(coefficientPerMille) && coefficientPerMille > 0 && areShares(shares)
  )
}

/** None, or each level once and at least one that pays. */
function areShares(shares: readonly LevelShare[]): boolean {
  const named = new Set(shares.map(({ level }) => level))
  return (
    shares.length === 0 ||
    (named.size === shares.length &&
      shares.every(({ level, weight }) => levels.includes(level) && isCount(weight)) &&
      shares.some(({ weight }) => weight > 0))
  )
}

/** A whole number from 0: nothing else may enter the formula. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
