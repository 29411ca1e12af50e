/** What else does a region lay down for a fund (资金管理规定): deadlines, publication, money left, caps? Versions, never changes. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Region, regionsDownTo } from '../../organisation/index.js'
import { addDays } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import { fen } from '../../platform/money.js'
import { equals, where } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { Fund } from './fund.entity.js'
import { FundPolicy } from './fund-policy.entity.js'
import {
  type CreateFundPolicyIn,
  type FundPolicyListQuery,
  type FundPolicyOut,
  toFundPolicyOut,
} from './policies.dto.js'
import { regionFor } from './standard-writing.service.js'
import { StandardsService } from './standards.service.js'
import { requireFund } from './require-fund.js'

const policies: Listing<FundPolicyListQuery> = {
  sortable: { validFromOn: 'policy.validFromOn', id: 'policy.id' },
  filters: {
    fundId: equals('policy.fundId'),
    on: where('policy.validFromOn <= :on AND (policy.validToOn IS NULL OR policy.validToOn >= :on)'),
  },
}

@Injectable()
export class PoliciesService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly standards: StandardsService,
  ) {}

  list(actor: Actor, list: FundPolicyListQuery): Promise<Page<FundPolicyOut>> {
    const query = this.database.read
      .createQueryBuilder(FundPolicy, 'policy')
      .innerJoinAndMapOne('policy.fund', Fund, 'fund', 'fund.id = policy.fundId')
      .leftJoinAndMapOne('policy.region', Region, 'region', 'region.code = policy.regionCode')
      .where('(policy.regionCode IN (:...above) OR policy.regionCode LIKE :below)', {
        above: ['', ...regionsDownTo(actor.regionCode)],
        below: `${actor.regionCode}%`,
      })
    return paged(query, list, policies, toFundPolicyOut)
  }

  /** A new version; the one before it ends on the day before. */
  async create(actor: Actor, given: CreateFundPolicyIn): Promise<FundPolicyOut> {
    return this.database.transaction(async (tx) => {
      const fund = await requireFund(tx, actor.regionCode, given.fundId)
      const regionCode = regionFor(actor, fund, given.regionCode)
      const [latest] = await tx.find(FundPolicy, {
        where: { fundId: fund.id, regionCode },
        order: { validFromOn: 'DESC' },
        take: 1,
      })
      if (latest?.validFromOn === given.validFromOn)
        throw new RuleBroken('funding.policy_exists', { validFromOn: given.validFromOn })
      if (latest && latest.validFromOn > given.validFromOn)
        throw new RuleBroken('funding.policy_not_later', { validFromOn: latest.validFromOn })
      if (latest && (latest.validToOn === null || latest.validToOn >= given.validFromOn)) {
        const validToOn = addDays(given.validFromOn, -1)
        await tx.update(FundPolicy, { id: latest.id }, { validToOn })
        await this.audit.record(tx, actor, {
          action: 'fund_policy.end',
          entity: 'fund_policy',
          entityId: latest.id,
          before: { validToOn: latest.validToOn },
          after: { validToOn },
        })
      }
      const policy = await onDuplicate(
        () =>
          tx.save(
            tx.create(FundPolicy, {
              fundId: fund.id,
              regionCode,
              publicationWorkdays: given.publicationWorkdays,
              leftover: given.leftover,
              estimateDueDay: given.estimateDueDay ?? null,
              declarationDueDay: given.declarationDueDay ?? null,
              spendingDueDay: given.spendingDueDay ?? null,
              distributionDays: given.distributionDays ?? null,
              payRateCapFen: given.payRateCapFen ? fen(given.payRateCapFen) : null,
              teacherSharePerMille: given.teacherSharePerMille ?? null,
              leastParticipants: given.leastParticipants ?? null,
              standardsBy: given.standardsBy ?? 'count_day',
              declarationPeriod: given.declarationPeriod ?? null,
              budgetCategory: given.budgetCategory ?? null,
              validFromOn: given.validFromOn,
              validToOn: null,
              issuer: given.issuer.trim(),
              documentNumber: given.documentNumber.trim(),
            }),
          ),
        () => new RuleBroken('funding.policy_exists', { validFromOn: given.validFromOn }),
      )
      await this.audit.record(tx, actor, {
        action: 'fund_policy.create',
        entity: 'fund_policy',
        entityId: policy.id,
        after: policy,
      })
      return toFundPolicyOut({ ...policy, fund })
    })
  }
}
