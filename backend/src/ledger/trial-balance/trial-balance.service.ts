/** Do debits and credits agree (试算平衡)? Sums by account for a school or a region, in two statements whatever their number. */
import { Injectable } from '@nestjs/common'
import type { SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { scoped, type Scope } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { addFen, fen, subtractFen, toFen } from '../../platform/money.js'
import { accounts } from '../entries/accounts.js'
import { LedgerEntry } from '../entries/ledger-entry.entity.js'
import { nextMonth } from '../periods/months.js'
import { toTrialBalanceLineOut, type TrialBalanceOut, type TrialBalanceQuery } from './trial-balance.dto.js'

type Sum = { account: string; sum: string | number; count: string | number }

@Injectable()
export class TrialBalanceService {
  constructor(private readonly database: Database) {}

  async balance(actor: Actor, query: TrialBalanceQuery): Promise<TrialBalanceOut> {
    return this.of(actor, query)
  }

  /** The same for the command line, which sees every school. */
  async of(scope: Scope, query: TrialBalanceQuery): Promise<TrialBalanceOut> {
    const [debits, credits] = await Promise.all([
      this.side('debitAccount', scope, query),
      this.side('creditAccount', scope, query),
    ])
    const lines = Object.keys(accounts)
      .filter((account) => debits.has(account) || credits.has(account))
      .map((account) => {
        const [debitFen, creditFen] = [toFen(debits.get(account)?.sum), toFen(credits.get(account)?.sum)]
        return toTrialBalanceLineOut(account, debitFen, creditFen, subtractFen(debitFen, creditFen))
      })
    const total = (pick: (line: (typeof lines)[number]) => number) =>
      addFen(fen(0), ...lines.map((line) => fen(pick(line))))
    const [debitFen, creditFen] = [total((line) => line.debitFen), total((line) => line.creditFen)]
    const entryCount = [...debits.values()].reduce((sum, { count }) => sum + Number(count), 0)
    return {
      entryCount,
      debitFen,
      creditFen,
      isBalanced: debitFen === creditFen && total((line) => line.balanceFen) === 0,
      lines,
    }
  }

  private async side(
    column: 'debitAccount' | 'creditAccount',
    scope: Scope,
    query: TrialBalanceQuery,
  ): Promise<Map<string, Sum>> {
    const sums: SelectQueryBuilder<LedgerEntry> = scoped(
      this.database.read.createQueryBuilder(LedgerEntry, 'entry'),
      scope,
      'entry.schoolId',
      query.schoolId,
    )
    if (query.fiscalYear !== undefined)
      sums.andWhere('entry.fiscalYear = :fiscalYear', { fiscalYear: query.fiscalYear })
    if (query.fundId) sums.andWhere('entry.fundId = :fundId', { fundId: query.fundId })
    if (query.untilMonth)
      sums.andWhere('entry.accountedOn < :after', { after: `${nextMonth(query.untilMonth)}-01` })
    const rows = await sums
      .select(`entry.${column}`, 'account')
      .addSelect('SUM(entry.amountFen)', 'sum')
      .addSelect('COUNT(*)', 'count')
      .groupBy(`entry.${column}`)
      .getRawMany<Sum>()
    return new Map(rows.map((row) => [row.account, row]))
  }
}
