/** By which period is a fund declared (申报期), and which periods has a year? The policy says so, or the standards do. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, Like } from 'typeorm'
import { type School, regionsDownTo, Term } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { RuleBroken } from '../../platform/errors.js'
import { chooseRules, withSomeClass } from './choose-standards.js'
import { countDayOf } from './count-day.js'
import type { Fund } from './fund.entity.js'
import { FundPolicy } from './fund-policy.entity.js'
import { FundingStandard, toRule } from './funding-standard.entity.js'
import { type DeclarationPeriod, isByTerm, kindOfKey, type Period, periodsOf, wholeYear } from './periods.js'
import { policyFor } from './policy-for.js'
import type { FundingRule } from './rules.js'

export interface OfferedPeriods {
  readonly kind: DeclarationPeriod
  readonly periods: Period[]
}

/** A school, or a region as a whole. */
export type PeriodPlace = School | { readonly regionCode: string }

@Injectable()
export class PeriodsService {
  constructor(private readonly clock: Clock) {}

  /** Throws where a standard by term is to be declared by another period. */
  async offered(
    manager: EntityManager,
    place: PeriodPlace,
    fund: Fund,
    fiscalYear: number,
  ): Promise<OfferedPeriods> {
    const policies = await manager.findBy(FundPolicy, { fundId: fund.id })
    const said = policyFor(policies, place.regionCode, this.dayIn(fiscalYear))?.declarationPeriod ?? null
    const isForTerms = rulesFor(
      place,
      fiscalYear,
      (await manager.findBy(FundingStandard, { fundId: fund.id })).map(toRule),
    ).some(isByTerm)
    if (isForTerms && said !== null && said !== 'term')
      throw new RuleBroken('funding.standard_by_term', { fund: fund.name })
    const kind = isForTerms ? 'term' : (said ?? 'year')
    const terms = kind === 'term' ? await termsOf(manager, place.regionCode, fiscalYear) : []
    return { kind, periods: periodsOf(kind, fiscalYear, terms) }
  }

  /** The period asked for; left out only where the year has but one. */
  async require(
    manager: EntityManager,
    school: School,
    fund: Fund,
    fiscalYear: number,
    key?: string,
  ): Promise<Period> {
    const { kind, periods } = await this.offered(manager, school, fund, fiscalYear)
    if (periods.length === 0)
      throw new RuleBroken('funding.period_without_terms', { school: school.name, fiscalYear })
    const found =
      key === undefined && periods.length === 1 ? periods[0] : periods.find((each) => each.key === key)
    if (!found) throw new RuleBroken(`funding.period_by_${kind}`, { fund: fund.name, fiscalYear })
    return found
  }

  /** The period of something declared, whatever the policy says by now. */
  async declared(
    manager: EntityManager,
    declared: {
      readonly fiscalYear: number
      readonly periodKey: string
      readonly periodName: string
      readonly periodNameEn: string
      readonly fromMonth: number
      readonly toMonth: number
    },
  ): Promise<Period> {
    const { fiscalYear, periodKey, periodName, periodNameEn, fromMonth, toMonth } = declared
    const kind = kindOfKey(periodKey)
    const terms = kind === 'term' ? await termsAround(manager, Number(periodKey.split(':T')[1])) : []
    const usual = periodsOf(kind, fiscalYear, terms).find((each) => each.key === periodKey)!
    const isAsThen = usual.fromMonth === fromMonth && usual.toMonth === toMonth
    return {
      ...usual,
      name: periodName,
      nameEn: periodNameEn,
      fromMonth,
      toMonth,
      parts: isAsThen ? usual.parts : wholeYear([[fromMonth, toMonth]]),
    }
  }

  // Today within the year; its last day when it is over, its first before it begins.
  private dayIn(fiscalYear: number): string {
    const [first, last, today] = [`${fiscalYear}-01-01`, `${fiscalYear}-12-31`, this.clock.today()]
    return today < first ? first : today > last ? last : today
  }
}

function rulesFor(place: PeriodPlace, fiscalYear: number, candidates: FundingRule[]): FundingRule[] {
  if (!('id' in place)) return candidates
  const choice = chooseRules(withSomeClass(place), countDayOf(place, fiscalYear, candidates), candidates)
  return 'rules' in choice ? choice.rules : []
}

// The term with those of its region: together they divide the year.
async function termsAround(manager: EntityManager, id: number): Promise<Term[]> {
  const { regionCode, startsOn } = await manager.findOneByOrFail(Term, { id })
  return manager.findBy(Term, { regionCode, startsOn: Like(`${startsOn.slice(0, 4)}-%`) })
}

// Of the nearest region that has entered any for the year.
async function termsOf(manager: EntityManager, regionCode: string, fiscalYear: number): Promise<Term[]> {
  const terms = await manager.findBy(Term, {
    regionCode: In(['', ...regionsDownTo(regionCode)]),
    startsOn: Like(`${fiscalYear}-%`),
  })
  const nearest = Math.max(...terms.map((term) => term.regionCode.length))
  return terms.filter((term) => term.regionCode.length === nearest)
}
