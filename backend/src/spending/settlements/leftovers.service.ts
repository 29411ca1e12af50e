/** What becomes of the money that is left when a year is settled (结转与上缴)? By the fund's policy into the next year, or set aside for the treasury, class by class. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { RuleBroken, StateConflict } from '../../platform/errors.js'
import { addFen, fen } from '../../platform/money.js'
import {
  Allotment,
  drawByLevel,
  leftOf,
  LedgerService,
  levelsLeft,
  type Posting,
  type PostingLine,
} from '../../ledger/index.js'
import { openCommitments } from '../commitments/open-commitments.js'
import { Payment } from '../payments/payment.entity.js'
import { committedStates } from '../payments/payment.states.js'
import { StandardsService } from '../../entitlement/index.js'
import { TreasuryReturnStepsService } from '../treasury-returns/steps.service.js'
import { hashOfSettlement } from './hash-of-settlement.js'
import type { Settlement } from './settlement.entity.js'

const shownPayments = 5

@Injectable()
export class LeftoversService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly standards: StandardsService,
    private readonly returns: TreasuryReturnStepsService,
  ) {}

  /** What the policy in force at the year's end says; 'stays' where none has been laid down. */
  async ruleFor(
    manager: EntityManager,
    { fundId, regionCode, fiscalYear }: Pick<Settlement, 'fundId' | 'regionCode' | 'fiscalYear'>,
  ): Promise<Settlement['leftover']> {
    const policy = await this.standards.policy(manager, fundId, regionCode, `${fiscalYear}-12-31`)
    return policy?.leftover ?? 'stays'
  }

  /** Until this transaction ends nobody else reserves, spends or receives at the school. */
  async holdStill(tx: EntityManager, { schoolId }: Pick<Settlement, 'schoolId'>): Promise<void> {
    await this.ledger.takeChain(tx, schoolId)
  }

  /** Throws funding.payments_open or funding.commitments_open with the first of them while anything is reserved. */
  async requireNothingCommitted(tx: EntityManager, settlement: Settlement): Promise<void> {
    const { schoolId, fundId, fiscalYear } = settlement
    await this.requireCommitmentsEnded(tx, settlement)
    const query = tx.createQueryBuilder(Payment, 'payment').where(
      `payment.schoolId = :schoolId AND payment.status IN (:...committed) AND payment.fiscalYear = :fiscalYear
          AND EXISTS (SELECT 1 FROM payment_line line JOIN allotment ON allotment.id = line.allotmentId
            WHERE line.paymentId = payment.id AND allotment.fundId = :fundId)`,
      { schoolId, fundId, fiscalYear, committed: [...committedStates] },
    )
    const count = await query.getCount()
    if (count === 0) return
    const first = await query.orderBy('payment.id').limit(shownPayments).getMany()
    throw new RuleBroken('funding.payments_open', {
      count,
      payments: first.map((payment) => `${payment.reference ?? payment.id} ${payment.payee}`).join('、'),
    })
  }

  private async requireCommitmentsEnded(tx: EntityManager, settlement: Settlement): Promise<void> {
    const open = await openCommitments(tx, settlement)
    const reserved = await this.ledger.reserved(
      tx,
      'commitment',
      open.map(({ id }) => id),
    )
    if (reserved.length === 0) return
    const first = open.filter(({ id }) => reserved.some(({ sourceId }) => sourceId === id))
    throw new RuleBroken('funding.commitments_open', {
      count: first.length,
      commitments: first
        .slice(0, shownPayments)
        .map(({ number, title }) => `${number} ${title}`)
        .join('、'),
    })
  }

  /**
   * Takes what is left from every class and from the school's own money of the year. Carried money stands with the school
   * in the next year, each level's apart; money to be returned is set aside until the bank says that the treasury has it.
   * The keys let a settlement do so once; what does not come to zero undoes everything.
   */
  async clear(tx: EntityManager, actor: Actor, settlement: Settlement): Promise<void> {
    const { schoolId, fundId, fiscalYear, leftover } = settlement
    await this.holdStill(tx, settlement)
    const standings = (
      await tx.find(Allotment, {
        where: { schoolId, fundId, fiscalYear },
        order: { classKey: 'ASC', purpose: 'ASC' },
      })
    ).filter((standing) => leftOf(standing) > 0)
    if (standings.length === 0) return
    if (leftover === 'stays') throw new RuleBroken('funding.leftover_undecided', { fiscalYear })
    if (leftover === 'return') await this.returns.open(tx, actor, settlement, standings)
    else await this.carry(tx, actor, settlement, standings)
    const after = await tx.findBy(Allotment, { schoolId, fundId, fiscalYear })
    if (after.some((standing) => leftOf(standing) !== 0)) throw new StateConflict('funding.statement_stale')
  }

  private async carry(
    tx: EntityManager,
    actor: Actor,
    settlement: Settlement,
    standings: readonly Allotment[],
  ): Promise<void> {
    const { id, schoolId, fundId, fiscalYear } = settlement
    const levels = await levelsLeft(
      tx,
      standings.map((standing) => standing.id),
    )
    const source = { entity: 'settlement', id, hash: hashOfSettlement(settlement) }
    const out = standings.flatMap((standing): PostingLine[] =>
      drawByLevel(levels.get(standing.id) ?? [], leftOf(standing), 'whole').map((part) => ({
        ...part,
        debit: 'N300',
        credit: 'A110',
        homeClassId: standing.homeClassId,
        fundId,
        purpose: standing.purpose,
        fiscalYear,
      })),
    )
    const clearing: Posting = {
      kind: 'carry-out',
      businessKey: `settle:${id}:out`,
      schoolId,
      source,
      lines: out,
    }
    const into: Posting = {
      kind: 'carry-in',
      businessKey: `settle:${id}:in`,
      schoolId,
      source,
      lines: withSchool(out).map((line) => ({ ...line, fiscalYear: fiscalYear + 1 })),
    }
    await this.ledger.post(tx, actor, [clearing, into])
  }
}

/** What was taken, as it comes in with the school: by purpose and level. */
function withSchool(taken: readonly PostingLine[]): PostingLine[] {
  const lines = new Map<string, PostingLine>()
  for (const line of taken) {
    const name = `${line.purpose}/${line.level}`
    lines.set(name, {
      ...line,
      debit: 'A110',
      credit: 'N300',
      homeClassId: null,
      amountFen: addFen(lines.get(name)?.amountFen ?? fen(0), line.amountFen),
    })
  }
  return [...lines.values()]
}
