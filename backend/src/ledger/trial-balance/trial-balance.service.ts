/** Do debits and credits agree (试算平衡)? Sums by account of what is money, for a school or a region, in two statements whatever their number. */
import { Injectable, type StreamableFile } from '@nestjs/common'
import type { SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Region, requireSchool, scoped, type Scope } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import { addFen, fen, subtractFen, toFen } from '../../platform/money.js'
import { accounts, memoranda } from '../journal/accounts.js'
import type { LedgerLine } from '../journal/ledger-line.entity.js'
import { placedLines } from '../journal/placed-lines.js'
import { nextMonth } from '../periods/months.js'
import { trialBalanceSheet } from './trial-balance-sheet.js'
import { toTrialBalanceLineOut, type TrialBalanceOut, type TrialBalanceQuery } from './trial-balance.dto.js'

type Sum = { account: string; sum: string | number; count: string | number }

@Injectable()
export class TrialBalanceService {
  constructor(private readonly database: Database) {}

  async balance(actor: Actor, query: TrialBalanceQuery): Promise<TrialBalanceOut> {
    return this.of(actor, query)
  }

  async sheet(actor: Actor, query: TrialBalanceQuery): Promise<StreamableFile> {
    const schoolId = actor.schoolId ?? query.schoolId
    const of =
      schoolId === undefined || schoolId === null
        ? await this.database.read.findOneBy(Region, { code: actor.regionCode })
        : await requireSchool(this.database.read, actor, schoolId)
    const balance = await this.of(actor, query)
    return sendWorkbook('trial-balance', [
      trialBalanceSheet(actor.language, of?.name ?? actor.regionCode, query, balance),
    ])
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
    const lineCount = [...debits.values()].reduce((sum, { count }) => sum + Number(count), 0)
    return {
      lineCount,
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
    const sums: SelectQueryBuilder<LedgerLine> = scoped(
      placedLines(this.database.read),
      scope,
      'line.schoolId',
      query.schoolId,
    ).andWhere("line.phase IN ('single', 'post') AND line.debitAccount NOT IN (:...memoranda)", { memoranda })
    if (query.fiscalYear !== undefined)
      sums.andWhere('standing.fiscalYear = :fiscalYear', { fiscalYear: query.fiscalYear })
    if (query.fundId) sums.andWhere('standing.fundId = :fundId', { fundId: query.fundId })
    if (query.untilMonth)
      sums.andWhere('journal.accountedOn < :after', { after: `${nextMonth(query.untilMonth)}-01` })
    const rows = await sums
      .select(`line.${column}`, 'account')
      .addSelect('SUM(line.amountFen)', 'sum')
      .addSelect('COUNT(*)', 'count')
      .groupBy(`line.${column}`)
      .getRawMany<Sum>()
    return new Map(rows.map((row) => [row.account, row]))
  }
}
