/** Which policy packs (地区政策包) are there, and what does loading one bring? Adds what is missing, changes nothing that is there. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Region } from '../../organisation/index.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { Fund } from './fund.entity.js'
import { FundPolicy } from './fund-policy.entity.js'
import { FundingStandard } from './funding-standard.entity.js'
import { policyPacks, type PolicyPack } from './packs/index.js'
import { type LoadedPackOut, type PolicyPackOut, toPolicyPackOut } from './packs.dto.js'

@Injectable()
export class PacksService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
  ) {}

  /** Loaded is a pack where all of its funds have the policy that it brings. */
  async list(actor: Actor): Promise<PolicyPackOut[]> {
    const policies = await this.database.read
      .createQueryBuilder(FundPolicy, 'policy')
      .innerJoinAndMapOne('policy.fund', Fund, 'fund', 'fund.id = policy.fundId')
      .where('policy.regionCode LIKE :region', { region: `${actor.regionCode}%` })
      .orderBy('policy.regionCode')
      .getMany()
    return policyPacks.map((pack) => {
      const regions = [
        ...new Set(
          policies
            .filter((each) => each.issuer === pack.issuer && each.validFromOn === pack.effectiveOn)
            .map((each) => each.regionCode),
        ),
      ]
      const isLoaded = (regionCode: string) =>
        pack.policies.every(({ fundCode }) =>
          policies.some(
            (each) =>
              each.regionCode === regionCode && each.issuer === pack.issuer && each.fund!.code === fundCode,
          ),
        )
      return toPolicyPackOut(pack, regions.filter(isLoaded))
    })
  }

  /** Brings the pack's funds, standards and policies into a region: all or nothing, and a second time nothing. */
  async load(actor: Actor, code: string, regionCode: string): Promise<LoadedPackOut> {
    const pack = policyPacks.find((each) => each.code === code)
    if (!pack) throw new NotFound('policy_pack', code)
    // Two who load it at once: the unique keys let one through.
    return onDuplicate(
      () =>
        this.database.transaction(async (tx) => {
          if (!regionCode.startsWith(actor.regionCode) || !(await tx.findOneBy(Region, { code: regionCode })))
            throw new NotFound('region', regionCode)
          requireTiersWithin(pack, regionCode)
          const funds = await this.addFunds(tx, pack, regionCode)
          const standardCount = await this.addStandards(tx, pack, regionCode, funds.byCode)
          const policyCount = await this.addPolicies(tx, pack, regionCode, funds.byCode)
          const counts = { fundCount: funds.added, standardCount, policyCount }
          await this.audit.record(tx, actor, {
            action: 'policy_pack.load',
            entity: 'policy_pack',
            entityId: null,
            after: { pack: pack.code, regionCode, ...counts },
          })
          return {
            id: pack.code,
            regionCode,
            ...counts,
            isUnchanged: funds.added + standardCount + policyCount === 0,
          }
        }),
      () => new StateConflict('state.conflict'),
    )
  }

  private async addFunds(
    tx: EntityManager,
    pack: PolicyPack,
    regionCode: string,
  ): Promise<{ byCode: Map<string, number>; added: number }> {
    const known = new Set((await tx.findBy(Fund, { regionCode })).map((fund) => fund.code))
    const missing = pack.funds.filter((fund) => !known.has(fund.code))
    if (missing.length > 0)
      await tx.insert(
        Fund,
        missing.map(({ code, name, nameEn, purposes }) => ({
          regionCode,
          code,
          name,
          nameEn,
          purposes: [...purposes],
        })),
      )
    return {
      byCode: new Map((await tx.findBy(Fund, { regionCode })).map((fund) => [fund.code, fund.id])),
      added: missing.length,
    }
  }

  private async addStandards(
    tx: EntityManager,
    pack: PolicyPack,
    regionCode: string,
    funds: ReadonlyMap<string, number>,
  ): Promise<number> {
    const keyOf = (
      each: Pick<FundingStandard, 'fundId' | 'stage' | 'area' | 'ownership' | 'model' | 'validFromOn'>,
    ) => [each.fundId, each.stage, each.area, each.ownership, each.model, each.validFromOn].join('/')
    const known = new Set((await tx.findBy(FundingStandard, { regionCode, schoolKey: 0 })).map(keyOf))
    const rows = pack.standards
      .map(({ fundCode, portion: _portion, monthsPer = 'year', ...stated }) => ({
        ...stated,
        monthsPer,
        fundId: funds.get(fundCode)!,
        tiers: [...stated.tiers],
        shares: [...stated.shares],
        regionCode,
        schoolId: null,
        schoolKey: 0,
        version: 1,
        packCode: pack.code,
      }))
      .filter((row) => !known.has(keyOf(row)))
    if (rows.length > 0) await tx.insert(FundingStandard, rows)
    return rows.length
  }

  private async addPolicies(
    tx: EntityManager,
    pack: PolicyPack,
    regionCode: string,
    funds: ReadonlyMap<string, number>,
  ): Promise<number> {
    const known = new Set(
      (await tx.findBy(FundPolicy, { regionCode })).map((policy) => `${policy.fundId}/${policy.validFromOn}`),
    )
    const rows = pack.policies
      .map(({ fundCode, publicationWorkdays, leftover, budgetCategory, declarationPeriod }) => ({
        fundId: funds.get(fundCode)!,
        regionCode,
        publicationWorkdays,
        leftover,
        budgetCategory,
        declarationPeriod,
        estimateDueDay: null,
        declarationDueDay: null,
        spendingDueDay: null,
        distributionDays: null,
        payRateCapFen: null,
        teacherSharePerMille: null,
        leastParticipants: null,
        standardsBy: 'count_day' as const,
        validFromOn: pack.effectiveOn,
        validToOn: null,
        issuer: pack.issuer,
        documentNumber: pack.documentNumber ?? '',
      }))
      .filter((row) => !known.has(`${row.fundId}/${row.validFromOn}`))
    if (rows.length > 0) await tx.insert(FundPolicy, rows)
    return rows.length
  }
}

// Tiers name regions: elsewhere nobody would be covered.
function requireTiersWithin(pack: PolicyPack, regionCode: string): void {
  const codes = pack.standards.flatMap((standard) => standard.tiers.flatMap((tier) => tier.regionCodes))
  if (codes.length > 0 && !codes.some((code) => code.startsWith(regionCode) || regionCode.startsWith(code)))
    throw new RuleBroken('funding.pack_of_other_region')
}
