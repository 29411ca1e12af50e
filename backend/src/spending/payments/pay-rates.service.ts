/** How much may a class-hour cost (课时费上限)? Teachers and lecturers are paid by the class-hour, and a region may say how much at most: fund by fund, line by line. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { type FundPolicy, StandardsService } from '../../entitlement/index.js'
import { Allotment, paysPeople } from '../../ledger/index.js'
import { School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Invalid, RuleBroken } from '../../platform/errors.js'
import { fractionOfFen, multiplyFen } from '../../platform/money.js'
import type { Payment } from './payment.entity.js'
import type { PaymentLine } from './payment-line.entity.js'

/** From an account and a class's money to others. */
export interface Move {
  readonly allotmentId: number
  readonly account: string
  readonly toAllotmentId: number | null
  readonly toAccount: string | null
}

@Injectable()
export class PayRatesService {
  constructor(
    private readonly clock: Clock,
    private readonly standards: StandardsService,
  ) {}

  /** Throws Invalid without class-hours, RuleBroken above the cap of the fund's policy. */
  async requireWithin(tx: EntityManager, payment: Payment): Promise<void> {
    const toPeople = payment.lines!.filter(({ account }) => paysPeople.has(account))
    const policies = await this.policies(
      tx,
      payment.schoolId,
      toPeople.map(({ allotment }) => allotment!.fundId),
    )
    for (const line of toPeople) requireRate(line, policies.get(line.allotment!.fundId))
  }

  /**
   * What was not asked for by the class-hour does not become pay by being booked anew: nobody would have asked how much an
   * hour costs. Throws RuleBroken where the fund has a cap.
   */
  async refuseMovesAround(tx: EntityManager, schoolId: number, moves: readonly Move[]): Promise<void> {
    const toPeople = moves.filter(({ toAccount }) => toAccount !== null && paysPeople.has(toAccount))
    if (toPeople.length === 0) return
    const ids = toPeople.flatMap(({ allotmentId, toAllotmentId }) => [allotmentId, toAllotmentId!])
    const fundOf = new Map(
      (await tx.findBy(Allotment, { id: In(ids) })).map(({ id, fundId }) => [id, fundId]),
    )
    const policies = await this.policies(
      tx,
      schoolId,
      toPeople.map(({ toAllotmentId }) => fundOf.get(toAllotmentId!)!),
    )
    for (const { allotmentId, account, toAllotmentId } of toPeople) {
      const fundId = fundOf.get(toAllotmentId!)!
      const capFen = policies.get(fundId)?.payRateCapFen ?? null
      // Its class-hours were asked for already, under the same cap.
      const wasPay = paysPeople.has(account) && fundOf.get(allotmentId) === fundId
      if (capFen !== null && !wasPay) throw new RuleBroken('funding.correction_into_pay', { capFen })
    }
  }

  private async policies(
    tx: EntityManager,
    schoolId: number,
    fundIds: readonly number[],
  ): Promise<Map<number, FundPolicy>> {
    if (fundIds.length === 0) return new Map()
    const school = await tx.findOneByOrFail(School, { id: schoolId })
    return this.standards.policies(tx, [...new Set(fundIds)], school.regionCode, this.clock.today())
  }
}

function requireRate(line: PaymentLine, policy: FundPolicy | undefined): void {
  const { lessonCount, amountFen, allotment } = line
  if (!policy || policy.payRateCapFen === null) return
  const className = allotment!.homeClass!.name
  if (lessonCount === null)
    throw Invalid.field('lines', 'funding.lessons_needed', { className, capFen: policy.payRateCapFen })
  if (amountFen <= multiplyFen(policy.payRateCapFen, lessonCount)) return
  throw new RuleBroken('funding.pay_rate_exceeded', {
    className,
    capFen: policy.payRateCapFen,
    rateFen: fractionOfFen(amountFen, 1, lessonCount),
    lessonCount,
    documentNumber: policy.documentNumber,
  })
}
