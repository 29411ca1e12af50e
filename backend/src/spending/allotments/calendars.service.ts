/** From when to when does each school's money run (资金期限)? Receipts, notices and policies in a constant number of queries, for the warnings. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock, type LocalDate } from '../../platform/calendar.js'
import { Appropriation, AppropriationLine } from '../../grants/index.js'
import { DistributionScheme } from '../distribution-schemes/distribution-scheme.entity.js'
import { FundPolicy } from '../../entitlement/index.js'
import type { Calendar } from './warnings.js'

export interface MoneyOfSchool {
  readonly schoolId: number
  readonly regionCode: string
  readonly fundId: number
  /** Of the school's whole money of the fund: it runs from the first day of the year. */
  readonly isCarried: boolean
}

interface ReceiptDays {
  readonly firstOn: string | null
  readonly spendByOn: string | null
  readonly waitingOn: string | null
}

@Injectable()
export class CalendarsService {
  constructor(private readonly clock: Clock) {}

  /** A function that answers each school's and fund's calendar; `schoolIds` narrows what is read. */
  async of(
    manager: EntityManager,
    fiscalYear: number,
    schoolIds: readonly number[] | null,
  ): Promise<(money: MoneyOfSchool) => Calendar> {
    const [receipts, policies] = await Promise.all([
      this.receipts(manager, fiscalYear, schoolIds),
      manager.find(FundPolicy),
    ])
    const today = this.clock.today()
    const known = new Map<string, FundPolicy | null>()
    const policyOf = (fundId: number, regionCode: string): FundPolicy | null => {
      const key = `${fundId}/${regionCode}`
      if (!known.has(key)) known.set(key, nearest(policies, fundId, regionCode, today))
      return known.get(key)!
    }
    return ({ schoolId, regionCode, fundId, isCarried }) => {
      const [days, policy, first] = [
        receipts.get(`${schoolId}/${fundId}`),
        policyOf(fundId, regionCode),
        `${fiscalYear}-01-01`,
      ]
      const ends = [
        `${fiscalYear}-12-31`,
        days?.spendByOn,
        policy?.spendingDueDay ? `${fiscalYear}-${policy.spendingDueDay}` : null,
      ].filter((each): each is LocalDate => Boolean(each))
      return {
        today,
        startsOn: isCarried || !days?.firstOn ? first : days.firstOn,
        endsOn: ends.sort()[0]!,
        waitingSinceOn: days?.waitingOn ?? (isCarried ? first : null),
        distributionDays: policy?.distributionDays ?? null,
      }
    }
  }

  private async receipts(
    manager: EntityManager,
    fiscalYear: number,
    schoolIds: readonly number[] | null,
  ): Promise<Map<string, ReceiptDays>> {
    const query = manager
      .createQueryBuilder(AppropriationLine, 'line')
      .innerJoin(Appropriation, 'notice', "notice.id = line.appropriationId AND notice.status = 'issued'")
      .leftJoin(
        DistributionScheme,
        'scheme',
        "scheme.appropriationLineId = line.id AND scheme.status = 'approved'",
      )
      .select([
        'line.schoolId AS schoolId',
        'notice.fundId AS fundId',
        'MIN(line.receivedOn) AS firstOn',
        'MAX(notice.spendByOn) AS spendByOn',
        'MIN(CASE WHEN scheme.id IS NULL THEN line.receivedOn END) AS waitingOn',
      ])
      .where('notice.fiscalYear = :fiscalYear', { fiscalYear })
      .groupBy('line.schoolId')
      .addGroupBy('notice.fundId')
    if (schoolIds) query.andWhere('line.schoolId IN (:...schoolIds)', { schoolIds: [...schoolIds, 0] })
    const rows = await query.getRawMany<ReceiptDays & { schoolId: number; fundId: number }>()
    return new Map(rows.map(({ schoolId, fundId, ...days }) => [`${schoolId}/${fundId}`, days]))
  }
}

function nearest(
  policies: readonly FundPolicy[],
  fundId: number,
  regionCode: string,
  on: string,
): FundPolicy | null {
  return (
    policies
      .filter(
        (each) =>
          each.fundId === fundId &&
          regionCode.startsWith(each.regionCode) &&
          each.validFromOn <= on &&
          (each.validToOn === null || on <= each.validToOn),
      )
      .sort(
        (a, b) => b.regionCode.length - a.regionCode.length || (a.validFromOn < b.validFromOn ? 1 : -1),
      )[0] ?? null
  )
}
