/** What came in, what went out, what is left (收支情况)? A statement of a fund over a period, summed from the ledger's entries in two queries. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import { addFen, type Fen, fen, subtractFen, toFen } from '../../platform/money.js'
import {
  expenseAccounts,
  LedgerEntry,
  type Balances,
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
    const query = this.entries(manager, of)
      .select([
        `CASE WHEN ${of.isYear ? '0 = 1' : 'entry.accountedOn < :fromOn'} THEN 1 ELSE 0 END AS phase`,
        'entry.kind AS kind',
      ])
      .groupBy('phase')
      .addGroupBy('entry.kind')
      .setParameter('fromOn', of.fromOn)
    selectFigures(query)
    const rows = await query.getRawMany<Record<string, string | number | null>>()
    return rows.map((row) => ({
      isBefore: Number(row['phase']) === 1,
      kind: String(row['kind']),
      sums: readFigures(row),
    }))
  }

  private async spent(manager: EntityManager, of: StatementOf): Promise<Statement['spent']> {
    const query = this.entries(manager, of)
      .leftJoin(Payment, 'payment', "entry.sourceEntity = 'payment' AND payment.id = entry.sourceId")
      .select([
        'entry.debitAccount AS debitAccount',
        'entry.creditAccount AS creditAccount',
        'COUNT(entry.id) AS paymentCount',
        'SUM(COALESCE(payment.lessonCount, 0)) AS lessonCount',
        'SUM(entry.amountFen) AS amountFen',
      ])
      .andWhere('(entry.debitAccount IN (:...expenses) OR entry.creditAccount IN (:...expenses))', {
        expenses: expenseAccounts,
      })
      .groupBy('entry.debitAccount')
      .addGroupBy('entry.creditAccount')
    if (!of.isYear) query.andWhere('entry.accountedOn >= :fromOn', { fromOn: of.fromOn })
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

  private entries(
    manager: EntityManager,
    { schoolId, fundId, fiscalYear, toOn, isYear }: StatementOf,
  ): SelectQueryBuilder<LedgerEntry> {
    const query = manager
      .createQueryBuilder(LedgerEntry, 'entry')
      .where('entry.schoolId = :schoolId AND entry.fiscalYear = :fiscalYear AND entry.fundId = :fundId', {
        schoolId,
        fiscalYear,
        fundId,
      })
    return isYear ? query : query.andWhere('entry.accountedOn <= :toOn', { toOn })
  }
}

interface Phase {
  readonly isBefore: boolean
  readonly kind: string
  readonly sums: Balances
}
