/** What came in, what went out, what is left (收支情况)? A statement of a fund over a period, summed from the ledger's lines in two queries. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import { addFen, type Fen, fen, subtractFen, toFen } from '../../platform/money.js'
import {
  expenseAccounts,
  type LedgerLine,
  type Balances,
  placedLines,
  readFigures,
  selectFigures,
} from '../../ledger/index.js'
import { Payment } from '../payments/payment.entity.js'
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

  private async spent(manager: EntityManager, of: StatementOf): Promise<Statement['spent']> {
    const query = this.lines(manager, of)
      .leftJoin(Payment, 'payment', "journal.sourceEntity = 'payment' AND payment.id = journal.sourceId")
      .select([
        'line.debitAccount AS debitAccount',
        'line.creditAccount AS creditAccount',
        // A payment may draw on several levels: it counts with its first line.
        'COUNT(DISTINCT journal.id) AS paymentCount',
        'SUM(CASE WHEN line.number = 1 THEN COALESCE(payment.lessonCount, 0) ELSE 0 END) AS lessonCount',
        'SUM(line.amountFen) AS amountFen',
      ])
      .andWhere("line.phase IN ('single', 'post')")
      .andWhere('(line.debitAccount IN (:...expenses) OR line.creditAccount IN (:...expenses))', {
        expenses: expenseAccounts,
      })
      .groupBy('line.debitAccount')
      .addGroupBy('line.creditAccount')
    if (!of.isYear) query.andWhere('journal.accountedOn >= :fromOn', { fromOn: of.fromOn })
    const rows = await query.getRawMany<{
      debitAccount: string
      creditAccount: string
      paymentCount: string | number
      lessonCount: string | number
      amountFen: string | number
    }>()
    const expenses = new Set<string>(expenseAccounts)
    const byAccount = new Map<string, { paymentCount: number; lessonCount: number; amountFen: Fen }>()
    for (const row of rows) {
      const [account, sign] = expenses.has(row.debitAccount) ? [row.debitAccount, 1] : [row.creditAccount, -1]
      const sums = byAccount.get(account) ?? { paymentCount: 0, lessonCount: 0, amountFen: fen(0) }
      const amount = toFen(row.amountFen)
      byAccount.set(account, {
        paymentCount: sums.paymentCount + sign * Number(row.paymentCount),
        lessonCount: sums.lessonCount + sign * Number(row.lessonCount),
        amountFen: sign === 1 ? addFen(sums.amountFen, amount) : subtractFen(sums.amountFen, amount),
      })
    }
    return [...byAccount]
      .map(([account, sums]) => ({ account, ...sums }))
      .sort((a, b) => (a.account < b.account ? -1 : 1))
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
