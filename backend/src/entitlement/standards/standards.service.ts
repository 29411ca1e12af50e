/** Which funds and standards (资金与经费标准) are in force where, and what is a school entitled to by them? */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Region, requireSchool, School, regionsDownTo } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { contains, equals, where } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { Sentences } from '../../platform/sentences.js'
import { type Choice, chooseRules, chooseRulesByTime } from './choose-standards.js'
import { countDayWithin, countDayOf } from './count-day.js'
import { CountsService } from './counts.service.js'
import { entitle } from './entitle.js'
import { type EntitlementOut, type EntitlementQuery, toEntitlementOut } from './entitlement.dto.js'
import { Fund } from './fund.entity.js'
import { FundPolicy } from './fund-policy.entity.js'
import { FundingStandard, toRule } from './funding-standard.entity.js'
import type { CountedSchool, FundingRule } from './rules.js'
import {
  type FundingStandardListQuery,
  type FundingStandardOut,
  type FundListQuery,
  type FundOut,
  toFundingStandardOut,
  toFundOut,
} from './standards.dto.js'
import { notEntitled } from './not-entitled.js'
import { inPeriod, type Period } from './periods.js'
import { PeriodsService } from './periods.service.js'
import { policyFor } from './policy-for.js'
import { requireFund } from './require-fund.js'

/** What holds for a school and year, counted on the day that the standards name. */
export interface Judged {
  readonly choice: Choice
  readonly counted: CountedSchool
  readonly countedOn: string
}

const funds: Listing<FundListQuery> = {
  sortable: { code: 'fund.code', name: 'fund.name', id: 'fund.id' },
  filters: { q: contains('fund.name', 'fund.code') },
}
const fundingStandards: Listing<FundingStandardListQuery> = {
  sortable: { validFromOn: 'standard.validFromOn', amountFen: 'standard.amountFen', id: 'standard.id' },
  filters: {
    fundId: equals('standard.fundId'),
    stage: equals('standard.stage'),
    model: equals('standard.model'),
    on: where('standard.validFromOn <= :on AND (standard.validToOn IS NULL OR standard.validToOn >= :on)'),
  },
}

@Injectable()
export class StandardsService {
  constructor(
    private readonly database: Database,
    private readonly counts: CountsService,
    readonly periods: PeriodsService,
    private readonly sentences: Sentences,
  ) {}

  funds(actor: Actor, list: FundListQuery): Promise<Page<FundOut>> {
    const query = ofRegion(this.database.read.createQueryBuilder(Fund, 'fund'), actor.regionCode)
    return paged(query, list, funds, toFundOut)
  }

  standards(actor: Actor, list: FundingStandardListQuery): Promise<Page<FundingStandardOut>> {
    return paged(this.visible(actor), list, fundingStandards, toFundingStandardOut)
  }

  async standard(actor: Actor, id: number): Promise<FundingStandardOut> {
    const found = await this.visible(actor).andWhere('standard.id = :id', { id }).getOne()
    if (!found) throw new NotFound('funding_standard', id)
    return toFundingStandardOut(found)
  }

  /** What the school would be entitled to now; "not entitled" comes with its reason and is never 0. */
  async entitlement(
    actor: Actor,
    { schoolId, fundId, fiscalYear, periodKey }: EntitlementQuery,
  ): Promise<EntitlementOut> {
    const school = await requireSchool(this.database.read, actor, schoolId)
    const fund = await requireFund(this.database.read, school.regionCode, fundId)
    const period = periodKey
      ? await this.periods.require(this.database.read, school, fund, fiscalYear, periodKey)
      : undefined
    const { choice, counted, countedOn } = await this.judge(
      this.database.read,
      school,
      fund,
      fiscalYear,
      period ? { period } : {},
    )
    const common = { schoolId, schoolName: school.name, fundId, fundName: fund.name, fiscalYear, countedOn }
    if ('rules' in choice)
      return {
        ...common,
        ...toEntitlementOut(counted, choice.rules, entitle(counted, choice.rules), actor.language),
        notEntitled: null,
      }
    const sentence = this.sentences.say(
      notEntitled(choice.notEntitled, school, fund, fiscalYear),
      actor.language,
    )
    return {
      ...common,
      notEntitled: { code: choice.notEntitled, sentence },
      totalFen: null,
      sentences: [],
      levels: [],
      lines: [],
      standardIds: [],
    }
  }

  /**
   * The rules for a school and year with its counts on the count day; throws funding.not_entitled_… with the reason where
   * there are none.
   */
  async inForce(
    manager: EntityManager,
    school: School,
    fund: Fund,
    fiscalYear: number,
    period: Period,
  ): Promise<{ rules: FundingRule[]; counted: CountedSchool; countedOn: string }> {
    const { choice, counted, countedOn } = await this.judge(manager, school, fund, fiscalYear, { period })
    if ('notEntitled' in choice) throw notEntitled(choice.notEntitled, school, fund, fiscalYear)
    return { rules: choice.rules, counted, countedOn }
  }

  /**
   * For a period only what lies in it, for the whole year otherwise. `countOn` counts on another day than the rules name:
   * an estimate looks ahead and counts today.
   */
  async judge(
    manager: EntityManager,
    school: School,
    fund: Fund,
    fiscalYear: number,
    { countOn, period }: { countOn?: string; period?: Period } = {},
  ): Promise<Judged> {
    const candidates = (await manager.findBy(FundingStandard, { fundId: fund.id })).map(toRule)
    const countedOn = countDayWithin(period, countDayOf(school, fiscalYear, candidates))
    const policy = await this.policy(manager, fund.id, school.regionCode, countOn ?? countedOn)
    const counted = await this.counts.count(
      manager,
      school,
      countOn ?? countedOn,
      policy?.leastParticipants ?? null,
      period,
    )
    const choice =
      policy?.standardsBy === 'time'
        ? chooseRulesByTime(counted, countedOn, candidates, period)
        : chosenFor(chooseRules(counted, countedOn, candidates), period)
    return { choice, counted, countedOn: countOn ?? countedOn }
  }

  /** The fund's policy for a region on a day: the nearest region's, then the latest; null where none has been laid down. */
  async policy(
    manager: EntityManager,
    fundId: number,
    regionCode: string,
    on: string,
  ): Promise<FundPolicy | null> {
    return policyFor(await manager.findBy(FundPolicy, { fundId }), regionCode, on)
  }

  /** The same for several funds at once; a fund without one is not among the answer. */
  async policies(
    manager: EntityManager,
    fundIds: readonly number[],
    regionCode: string,
    on: string,
  ): Promise<Map<number, FundPolicy>> {
    const all = await manager.findBy(FundPolicy, { fundId: In([...fundIds]) })
    return new Map(
      fundIds.flatMap((fundId) => {
        const found = policyFor(
          all.filter((each) => each.fundId === fundId),
          regionCode,
          on,
        )
        return found ? [[fundId, found] as const] : []
      }),
    )
  }

  // Standards of the regions above and below; a school's own only for that school and the regions above it.
  private visible(actor: Actor): SelectQueryBuilder<FundingStandard> {
    const query = this.database.read
      .createQueryBuilder(FundingStandard, 'standard')
      .innerJoinAndMapOne('standard.fund', Fund, 'fund', 'fund.id = standard.fundId')
      .leftJoinAndMapOne('standard.region', Region, 'region', 'region.code = standard.regionCode')
      .leftJoinAndMapOne('standard.school', School, 'school', 'school.id = standard.schoolId')
    ofRegion(query, actor.regionCode)
    query.andWhere('(standard.regionCode IN (:...above) OR standard.regionCode LIKE :below)')
    if (actor.schoolId !== null)
      query.andWhere('(standard.schoolId IS NULL OR standard.schoolId = :ownSchool)', {
        ownSchool: actor.schoolId,
      })
    return query
  }
}

const chosenFor = (choice: Choice, period?: Period): Choice =>
  'rules' in choice ? { rules: choice.rules.map((rule) => inPeriod(rule, period)) } : choice

function ofRegion<E extends object>(query: SelectQueryBuilder<E>, regionCode: string): SelectQueryBuilder<E> {
  // '140213' sees the funds of the nation, 14, 1402 and 140213; '1402' also those of its districts.
  const above = ['', ...regionsDownTo(regionCode)]
  return query.andWhere('(fund.regionCode IN (:...above) OR fund.regionCode LIKE :below)', {
    above,
    below: `${regionCode}%`,
  })
}
