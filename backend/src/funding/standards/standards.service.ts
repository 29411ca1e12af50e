/** Which funds and standards (资金与经费标准) are in force where? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { type School, regionsDownTo } from '../../organisation/index.js'
import { Database, isDuplicateKey } from '../../platform/database/database.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { fen } from '../../platform/money.js'
import { type Page, paged } from '../../platform/paging.js'
import { Fund } from './fund.entity.js'
import { chooseRules } from './choose-standards.js'
import { CountsService } from './counts.service.js'
import { FundPolicy } from './fund-policy.entity.js'
import { FundingStandard, toRule } from './funding-standard.entity.js'
import type { CountedSchool, FundingRule } from './rules.js'
import { type CreateFundIn, type CreateFundingStandardIn, type FundingStandardListQuery, type FundingStandardOut, type FundListQuery, type FundOut, toFundingStandardOut, toFundOut } from './standards.dto.js'

@Injectable()
export class StandardsService {
  constructor(private readonly database: Database, private readonly audit: AuditEntries, private readonly counts: CountsService) {}

  funds(actor: Actor, list: FundListQuery): Promise<Page<FundOut>> {
    const query = ofRegion(this.database.read.createQueryBuilder(Fund, 'fund'), actor.regionCode)
    return paged(query, list, { code: 'fund.code', name: 'fund.name', id: 'fund.id' }, toFundOut)
  }

  standards(actor: Actor, list: FundingStandardListQuery): Promise<Page<FundingStandardOut>> {
    const query = this.database.read.createQueryBuilder(FundingStandard, 'standard').innerJoinAndMapOne('standard.fund', Fund, 'fund', 'fund.id = standard.fundId')
    ofRegion(query, actor.regionCode)
    if (list.fundId) query.andWhere('standard.fundId = :fundId', { fundId: list.fundId })
    if (list.stage) query.andWhere('standard.stage = :stage', { stage: list.stage })
    return paged(query, list, { validFromOn: 'standard.validFromOn', amountFen: 'standard.amountFen', id: 'standard.id' }, toFundingStandardOut)
  }

  async createFund(actor: Actor, given: CreateFundIn): Promise<FundOut> {
    return this.database.transaction(async (tx) => {
      const purposes = given.purposes.map(({ stage, service, other }) => ({ stage, service, other: other ?? null }))
      const fund = await this.named(() => tx.save(tx.create(Fund, { ...given, purposes, regionCode: actor.regionCode })), 'funding.fund_exists', { code: given.code })
      await this.audit.record(tx, actor, { action: 'fund.create', entity: 'fund', entityId: fund.id, after: fund })
      return toFundOut(fund)
    })
  }

  /** A new standard; earlier ones stay, since what was declared by them must be computed again years later. */
  async createStandard(actor: Actor, given: CreateFundingStandardIn): Promise<FundingStandardOut> {
    return this.database.transaction(async (tx) => {
      const fund = await this.requireFund(tx, actor.regionCode, given.fundId)
      if (!fund.purposes.some((purpose) => purpose.stage === given.stage)) throw new RuleBroken('funding.fund_not_for_stage', { fund: fund.name })
      if (given.validToOn && given.validToOn < given.validFromOn) throw new RuleBroken('funding.standard_dates_wrong', { validFromOn: given.validFromOn })
      const row = {
        ...given, regionCode: fund.regionCode, schoolId: null, schoolKey: 0, area: 'any' as const, ownership: 'any' as const, model: 'per_class' as const, unit: 'year' as const, amountFen: fen(given.amountFen),
        sharePerMille: 1000, monthsCounted: 'fixed' as const, roundTo: 'fen' as const, roundMode: 'half_up' as const, roundAt: 'class' as const, tiers: [], shares: [], validToOn: given.validToOn ?? null, version: 1, packCode: null,
      }
      const standard = await this.named(() => tx.save(tx.create(FundingStandard, row)), 'funding.standard_exists', { validFromOn: given.validFromOn })
      await this.audit.record(tx, actor, { action: 'funding_standard.create', entity: 'funding_standard', entityId: standard.id, after: standard })
      return toFundingStandardOut({ ...standard, fund })
    })
  }

  private async named<T>(write: () => Promise<T>, code: string, params: Record<string, string>): Promise<T> {
    try {
      return await write()
    } catch (error) {
      if (isDuplicateKey(error)) throw new RuleBroken(code, params)
      throw error
    }
  }

  /** The fund, if it is one of the region or of a region above it. */
  async requireFund(manager: EntityManager, regionCode: string, fundId: number): Promise<Fund> {
    const fund = await manager.findOneBy(Fund, { id: fundId })
    if (!fund || !(regionCode.startsWith(fund.regionCode) || fund.regionCode.startsWith(regionCode))) throw new NotFound('fund', fundId)
    return fund
  }

  /**
   * The rules for a school and year with its counts on the count day; throws funding.not_entitled with the reason where
   * there are none. The first rule's count day is the declaration's.
   */
  async inForce(manager: EntityManager, school: School, fund: Fund, fiscalYear: number): Promise<{ rules: FundingRule[]; counted: CountedSchool; countedOn: string }> {
    const standards = await manager.findBy(FundingStandard, { fundId: fund.id })
    const candidates = standards.map(toRule)
    const days = [...new Set(candidates.map((rule) => rule.countDay))]
    const countedOn = `${fiscalYear}-${days[0] ?? '10-01'}`
    const counted = await this.counts.count(manager, school, countedOn)
    const chosen = chooseRules(counted, countedOn, candidates)
    if ('notEntitled' in chosen) throw new RuleBroken('funding.not_entitled', { school: school.name, fund: fund.name, fiscalYear, reason: chosen.notEntitled })
    return { rules: chosen.rules, counted, countedOn }
  }

  /** The fund's policy for a region on a day: the nearest region's, then the latest; null where none has been laid down. */
  async policy(manager: EntityManager, fundId: number, regionCode: string, on: string): Promise<FundPolicy | null> {
    const policies = await manager.findBy(FundPolicy, { fundId })
    return policies.filter((each) => regionCode.startsWith(each.regionCode) && each.validFromOn <= on && (each.validToOn === null || on <= each.validToOn))
      .sort((a, b) => b.regionCode.length - a.regionCode.length || (a.validFromOn < b.validFromOn ? 1 : -1))[0] ?? null
  }
}

function ofRegion<E extends object>(query: SelectQueryBuilder<E>, regionCode: string): SelectQueryBuilder<E> {
  // '140213' sees the funds of 14, 1402 and 140213; '1402' also those of its districts.
  const above = regionsDownTo(regionCode)
  return query.andWhere('(fund.regionCode IN (:...above) OR fund.regionCode LIKE :below)', { above, below: `${regionCode}%` })
}
