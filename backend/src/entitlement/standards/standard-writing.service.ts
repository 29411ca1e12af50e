/** How does a fund or a standard (经费标准) come into force? Always as a new, dated version; nothing that was in force is changed. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { requireSchool, type School } from '../../organisation/index.js'
import { addDays } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import { fen } from '../../platform/money.js'
import { chooseRules, laxerIn, withSomeClass } from './choose-standards.js'
import { Fund } from './fund.entity.js'
import { FundingStandard, toRule } from './funding-standard.entity.js'
import { ruleProblem } from './rules.js'
import {
  type CreateFundIn,
  type CreateFundingStandardIn,
  type FundingStandardOut,
  type FundOut,
  type LevelShareIn,
  toFundingStandardOut,
  toFundOut,
} from './standards.dto.js'
import { StandardsService } from './standards.service.js'
import { requireFund } from './require-fund.js'

@Injectable()
export class StandardWritingService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly standards: StandardsService,
  ) {}

  async createFund(actor: Actor, given: CreateFundIn): Promise<FundOut> {
    return this.database.transaction(async (tx) => {
      const purposes = given.purposes.map(({ stage, service, other }) => ({
        stage,
        service,
        other: other ?? null,
      }))
      const fund = await onDuplicate(
        () => tx.save(tx.create(Fund, { ...given, purposes, regionCode: actor.regionCode })),
        () => new RuleBroken('funding.fund_exists', { code: given.code }),
      )
      await this.audit.record(tx, actor, {
        action: 'fund.create',
        entity: 'fund',
        entityId: fund.id,
        after: fund,
      })
      return toFundOut(fund)
    })
  }

  /** A new standard, or the next version of one; the version before it ends on the day before, with all that it said. */
  async createStandard(actor: Actor, given: CreateFundingStandardIn): Promise<FundingStandardOut> {
    return this.database.transaction(async (tx) => {
      const fund = await requireFund(tx, actor.regionCode, given.fundId)
      if (!fund.purposes.some((purpose) => purpose.stage === given.stage))
        throw new RuleBroken('funding.fund_not_for_stage', { fund: fund.name })
      const school = given.schoolId ? await requireSchool(tx, actor, given.schoolId) : null
      const row = tx.create(FundingStandard, {
        ...toRow(given),
        regionCode: school?.regionCode ?? regionFor(actor, fund, given.regionCode),
        schoolId: school?.id ?? null,
        schoolKey: school?.id ?? 0,
        version: 1,
      })
      const problem = ruleProblem(toRule(row))
      if (problem) throw new RuleBroken(`funding.rule_${problem}`)
      if (school) await this.requireStricter(tx, school, fund, row)
      row.version = await this.followEarlier(tx, actor, row)
      const standard = await onDuplicate(
        () => tx.save(row),
        () => new RuleBroken('funding.standard_exists', { validFromOn: given.validFromOn }),
      )
      await this.audit.record(tx, actor, {
        action: 'funding_standard.create',
        entity: 'funding_standard',
        entityId: standard.id,
        schoolId: standard.schoolId,
        after: standard,
      })
      return toFundingStandardOut({ ...standard, fund, school })
    })
  }

  private async requireStricter(
    tx: EntityManager,
    school: School,
    fund: Fund,
    own: FundingStandard,
  ): Promise<void> {
    const inherited = (await tx.findBy(FundingStandard, { fundId: fund.id, schoolKey: 0 })).map(toRule)
    const choice = chooseRules(withSomeClass(school), own.validFromOn, inherited)
    const above = 'rules' in choice ? choice.rules.find((rule) => rule.model === own.model) : undefined
    if (!above) throw new RuleBroken('funding.school_standard_alone', { school: school.name })
    const laxer = laxerIn(toRule(own), above)
    if (!laxer) return
    const params = {
      form: {},
      amount: { aboveFen: above.amountFen },
      share: { above: above.sharePerMille },
      months: { above: above.monthTenths },
    }
    throw new RuleBroken(`funding.school_laxer_${laxer}`, params[laxer])
  }

  private async followEarlier(tx: EntityManager, actor: Actor, row: FundingStandard): Promise<number> {
    const { fundId, regionCode, schoolKey, stage, area, ownership, model, validFromOn } = row
    const [latest] = await tx.find(FundingStandard, {
      where: { fundId, regionCode, schoolKey, stage, area, ownership, model },
      order: { validFromOn: 'DESC' },
      take: 1,
    })
    if (!latest) return 1
    if (latest.validFromOn === validFromOn) throw new RuleBroken('funding.standard_exists', { validFromOn })
    if (latest.validFromOn > validFromOn)
      throw new RuleBroken('funding.standard_not_later', { validFromOn: latest.validFromOn })
    if (latest.validToOn === null || latest.validToOn >= validFromOn) {
      const validToOn = addDays(validFromOn, -1)
      await tx.update(FundingStandard, { id: latest.id }, { validToOn })
      await this.audit.record(tx, actor, {
        action: 'funding_standard.end',
        entity: 'funding_standard',
        entityId: latest.id,
        schoolId: latest.schoolId,
        before: { validToOn: latest.validToOn },
        after: { validToOn },
      })
    }
    return latest.version + 1
  }
}

function toRow(
  given: CreateFundingStandardIn,
): Omit<FundingStandard, 'id' | 'regionCode' | 'schoolId' | 'schoolKey' | 'version' | 'fund' | 'school'> {
  const shares = (list?: readonly LevelShareIn[]) =>
    (list ?? []).map(({ level, weight }) => ({ level, weight }))
  return {
    fundId: given.fundId,
    stage: given.stage,
    area: given.area ?? 'any',
    ownership: given.ownership ?? 'any',
    model: given.model,
    unit: given.unit,
    amountFen: fen(given.amountFen),
    sharePerMille: given.sharePerMille ?? 1000,
    monthTenths: given.monthTenths ?? 120,
    monthsCounted: given.monthsCounted ?? 'fixed',
    monthsPer: given.monthsPer ?? 'year',
    countDay: given.countDay,
    roundTo: given.roundTo ?? 'fen',
    roundMode: given.roundMode ?? 'half_up',
    roundAt: given.roundAt ?? 'class',
    shares: shares(given.shares),
    tiers: (given.tiers ?? []).map(
      ({ code, name, nameEn, regionCodes, coefficientPerMille, shares: own }) => ({
        code,
        name,
        nameEn,
        regionCodes: [...regionCodes],
        coefficientPerMille,
        shares: shares(own),
      }),
    ),
    validFromOn: given.validFromOn,
    validToOn: given.validToOn ?? null,
    issuer: given.issuer.trim(),
    documentNumber: given.documentNumber.trim(),
    packCode: null,
  }
}

/** The nearer of the person's and the fund's region, unless a region below both is named. */
export function regionFor(
  actor: Pick<Actor, 'regionCode'>,
  fund: Pick<Fund, 'regionCode'>,
  asked?: string,
): string {
  const nearer = actor.regionCode.length > fund.regionCode.length ? actor.regionCode : fund.regionCode
  if (asked === undefined) return nearer
  if (!asked.startsWith(nearer)) throw new RuleBroken('funding.region_not_yours')
  return asked
}
