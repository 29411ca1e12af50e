/** What came in, what went out, what is left (收支情况)? A statement of a fund over a period, summed from the ledger's lines in two queries. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import { addFen, type Fen, fen, subtractFen, toFen } from '../../platform/money.js'
import {
  Allotment,
  expenseAccounts,
  type LedgerLine,
  type Balances,
  placedLines,
  readFigures,
  selectFigures,
} from '../../ledger/index.js'
import { PaymentLine } from '../payments/payment-line.entity.js'
import type { Statement } from './settlement.entity.js'

export interface StatementOf {
  readonly schoolId: number
  readonly fundId: number
  readonly fiscalYear: number
  readonly fromOn: string
  readonly toOn: string
  /** A year takes in every entry of its money, also what was settled after its last day. */
  readonly isYear: boolean
}

@Injectable()
export class StatementsService {
  async compute(manager: EntityManager, of: StatementOf): Promise<Statement> {
    const phases = await this.phases(manager, of)
    const spent = await this.spent(manager, of)
    const sum = (of_: (phase: Phase) => Fen) => addFen(fen(0), ...phases.map(of_))
    const within = (figure: keyof Balances, kind?: string) =>
      sum((phase) =>
        phase.isBefore || (kind !== undefined && phase.kind !== kind) ? fen(0) : phase.sums[figure],
      )
    const before = (figure: keyof Balances) => sum((phase) => (phase.isBefore ? phase.sums[figure] : fen(0)))
    const brought = subtractFen(
      subtractFen(addFen(before('received'), before('carried')), before('returned')),
      before('spent'),
    )
    const carriedIn = within('carried', 'carry-in')
    const openingFen = addFen(brought, carriedIn)
    const carriedOutFen = subtractFen(carriedIn, within('carried'))
    const [receivedFen, spentFen, returnedFen, committedFen] = [
      within('received'),
      within('spent'),
      within('returned'),
      sum((phase) => phase.sums.committed),
    ]
    const leftFen = [spentFen, carriedOutFen, returnedFen, committedFen].reduce(
      subtractFen,
      addFen(openingFen, receivedFen),
    )
    return { openingFen, receivedFen, spent, spentFen, carriedOutFen, returnedFen, committedFen, leftFen }
  }

  private async phases(manager: EntityManager, of: StatementOf): Promise<Phase[]> {
    const query = this.lines(manager, of)
      .select([
        `CASE WHEN ${of.isYear ? '0 = 1' : 'journal.accountedOn < :fromOn'} THEN 1 ELSE 0 END AS isEarlier`,
        'journal.kind AS kind',
      ])
      .groupBy('isEarlier')
      .addGroupBy('journal.kind')
      .setParameter('fromOn', of.fromOn)
    selectFigures(query)
    const rows = await query.getRawMany<Record<string, string | number | null>>()
    return rows.map((row) => ({
      isBefore: Number(row['isEarlier']) === 1,
      kind: String(row['kind']),
      sums: readFigures(row),
    }))
  }

  /** By account: payments and amounts as they are booked, class-hours as the payments say. */
  private async spent(manager: EntityManager, of: StatementOf): Promise<Statement['spent']> {
    const rows = await this.spending(manager, of)
      .select([
        'line.debitAccount AS debitAccount',
        'line.creditAccount AS creditAccount',
        // A payment may draw on several classes and levels: it counts once for an account.
        "COUNT(DISTINCT CASE WHEN journal.sourceEntity = 'payment' THEN journal.id END) AS paymentCount",
        'SUM(line.amountFen) AS amountFen',
      ])
      .groupBy('line.debitAccount')
      .addGroupBy('line.creditAccount')
      .getRawMany<{
        debitAccount: string
        creditAccount: string
        paymentCount: string | number
        amountFen: string | number
      }>()
    const hours = await this.lessonCounts(manager, of)
    const expenses = new Set<string>(expenseAccounts)
    const byAccount = new Map<string, { paymentCount: number; lessonCount: number; amountFen: Fen }>()
    for (const row of rows) {
      const [account, sign] = expenses.has(row.debitAccount) ? [row.debitAccount, 1] : [row.creditAccount, -1]
      const sums = byAccount.get(account) ?? {
        paymentCount: 0,
        lessonCount: hours.get(account) ?? 0,
        amountFen: fen(0),
      }
      const amount = toFen(row.amountFen)
      byAccount.set(account, {
        ...sums,
        paymentCount: sums.paymentCount + sign * Number(row.paymentCount),
        amountFen: sign === 1 ? addFen(sums.amountFen, amount) : subtractFen(sums.amountFen, amount),
      })
    }
    return [...byAccount]
      .map(([account, sums]) => ({ account, ...sums }))
      .sort((a, b) => (a.account < b.account ? -1 : 1))
  }

  /** Class-hours by account, of the payments that were spent, less those that were taken back. */
  private async lessonCounts(manager: EntityManager, of: StatementOf): Promise<Map<string, number>> {
    const booked = this.spending(manager, of)
      .select([
        'journal.sourceId AS sourceId',
        'COUNT(DISTINCT CASE WHEN journal.reverses IS NULL THEN journal.id END) - COUNT(DISTINCT CASE WHEN journal.reverses IS NULL THEN NULL ELSE journal.id END) AS times',
      ])
      .andWhere("journal.sourceEntity = 'payment'")
      .groupBy('journal.sourceId')
    const rows = await manager
      .createQueryBuilder(PaymentLine, 'asked')
      .innerJoin(
        Allotment,
        'allotment',
        'allotment.id = asked.allotmentId AND allotment.fundId = :askedFund',
        {
          askedFund: of.fundId,
        },
      )
      .innerJoin(`(${booked.getQuery()})`, 'booked', 'booked.sourceId = asked.paymentId')
      .setParameters({ ...booked.getParameters(), askedFund: of.fundId })
      .select([
        'asked.account AS account',
        'SUM(COALESCE(asked.lessonCount, 0) * booked.times) AS lessonCount',
      ])
      .groupBy('asked.account')
      .getRawMany<{ account: string; lessonCount: string | number }>()
    return new Map(rows.map(({ account, lessonCount }) => [account, Number(lessonCount)]))
  }

  /** What was spent, and what of it was taken back. */
  private spending(manager: EntityManager, of: StatementOf): SelectQueryBuilder<LedgerLine> {
    const query = this.lines(manager, of)
      .andWhere("line.phase IN ('single', 'post')")
      .andWhere('(line.debitAccount IN (:...expenses) OR line.creditAccount IN (:...expenses))', {
        expenses: expenseAccounts,
      })
    return of.isYear ? query : query.andWhere('journal.accountedOn >= :fromOn', { fromOn: of.fromOn })
  }

  private lines(
    manager: EntityManager,
    { schoolId, fundId, fiscalYear, toOn, isYear }: StatementOf,
  ): SelectQueryBuilder<LedgerLine> {
    const query = placedLines(manager).where(
      'line.schoolId = :schoolId AND standing.fiscalYear = :fiscalYear AND standing.fundId = :fundId',
      { schoolId, fiscalYear, fundId },
    )
    return isYear ? query : query.andWhere('journal.accountedOn <= :toOn', { toOn })
  }
}

interface Phase {
  readonly isBefore: boolean
  readonly kind: string
  readonly sums: Balances
}
