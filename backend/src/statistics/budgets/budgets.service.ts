/** What was planned, given, spent and left of each fund, year beside year (预算执行、历年对比)? Money is what the ledger's lines add up to. */
import { Injectable } from '@nestjs/common'
import type { StreamableFile } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Fund } from '../../entitlement/index.js'
import { Appropriation, AppropriationLine, Estimate } from '../../grants/index.js'
import {
  type Account,
  accounts,
  expenseAccounts,
  placedLines,
  readFigures,
  selectFigures,
} from '../../ledger/index.js'
import { Region, requireSchool, School, scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import { toFen } from '../../platform/money.js'
import type { Language } from '../../platform/texts.js'
import { Budgets, leftOfSums, type Piece, sumOf, type Sums } from './add-up.js'
import { budgetsSheet } from './budgets-sheet.js'
import type { BudgetRowOut, BudgetsOut, BudgetsQuery, BudgetYearOut, Split } from './budgets.dto.js'

type Raw = Record<string, string | number | null>

interface Asked {
  readonly years: readonly number[]
  readonly schoolId: number | undefined
  readonly by: Split | undefined
}

@Injectable()
export class BudgetsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async budgets(actor: Actor, query: BudgetsQuery): Promise<BudgetsOut> {
    const manager = this.database.read
    const asked = this.asked(query)
    const budgets = new Budgets()
    for (const piece of [
      ...(await fromLedger(manager, actor, asked)),
      ...(asked.by === 'account' ? [] : await fromEstimates(manager, actor, asked)),
      ...(asked.by === 'account' ? [] : await fromNotices(manager, actor, asked)),
    ])
      budgets.add(piece)
    const rows = budgets.list(asked.years)
    const names = await this.names(manager, rows, asked.by)
    const ordered = rows
      .map((row) => rowOut(row, names, asked, actor.language))
      .sort(
        (one, other) =>
          one.fundId - other.fundId ||
          (one.account ?? '').localeCompare(other.account ?? '') ||
          (one.schoolName ?? '').localeCompare(other.schoolName ?? '', 'zh'),
      )
    const totals = asked.years.map((year, index) =>
      yearOut(year, sumOf(rows.map((row) => row.years[index]!)), asked.by === 'account'),
    )
    return { fiscalYears: [...asked.years], rows: ordered, totals }
  }

  async sheet(actor: Actor, query: BudgetsQuery): Promise<StreamableFile> {
    const budgets = await this.budgets(actor, query)
    const whose = await this.whose(actor, query.schoolId ?? actor.schoolId)
    return sendWorkbook('budgets', [budgetsSheet(actor.language, whose, this.clock.today(), budgets)])
  }

  private asked({ untilYear, yearCount, schoolId, by }: BudgetsQuery): Asked {
    const last = untilYear ?? Number(this.clock.today().slice(0, 4))
    const count = yearCount ?? 3
    const years = Array.from({ length: count }, (_, index) => last - count + 1 + index)
    return { years, schoolId, by }
  }

  private async whose(actor: Actor, schoolId: number | null): Promise<string> {
    if (schoolId !== null) return (await requireSchool(this.database.read, actor, schoolId)).name
    const region = await this.database.read.findOneBy(Region, { code: actor.regionCode })
    return (actor.language === 'zh' ? region?.name : region?.nameEn) ?? actor.regionCode
  }

  private async names(
    manager: EntityManager,
    rows: readonly { fundId: number; splitBy: string }[],
    by: Split | undefined,
  ): Promise<Names> {
    const fundIds = [...new Set(rows.map(({ fundId }) => fundId))]
    const schoolIds = by === 'school' ? [...new Set(rows.map(({ splitBy }) => Number(splitBy)))] : []
    const funds =
      fundIds.length === 0
        ? []
        : await manager
            .createQueryBuilder(Fund, 'fund')
            .where('fund.id IN (:...fundIds)', { fundIds })
            .getMany()
    const schools =
      schoolIds.length === 0
        ? []
        : await manager
            .createQueryBuilder(School, 'school')
            .where('school.id IN (:...schoolIds)', { schoolIds })
            .getMany()
    return {
      fund: new Map(funds.map(({ id, name }) => [id, name])),
      school: new Map(schools.map(({ id, name }) => [id, name])),
    }
  }
}

interface Names {
  readonly fund: ReadonlyMap<number, string>
  readonly school: ReadonlyMap<number, string>
}

const years = 'BETWEEN :firstYear AND :lastYear'
const yearsOf = ({ years: all }: Asked) => ({ firstYear: all[0]!, lastYear: all.at(-1)! })

/** The account of a line is the one that spends; lines that spend nothing belong to none. */
const accountInSql = `CASE WHEN line.debitAccount IN (:...expenses) THEN line.debitAccount WHEN line.creditAccount IN (:...expenses) THEN line.creditAccount ELSE '' END`

async function fromLedger(manager: EntityManager, actor: Actor, asked: Asked): Promise<Piece[]> {
  const query = scoped(placedLines(manager), actor, 'line.schoolId', asked.schoolId)
    .select(['standing.fundId AS fundId', 'standing.fiscalYear AS fiscalYear'])
    .andWhere(`standing.fiscalYear ${years}`, yearsOf(asked))
    // Declared and approved are no money.
    .andWhere("line.debitAccount <> 'M000' AND line.creditAccount <> 'M000'")
    .groupBy('standing.fundId')
    .addGroupBy('standing.fiscalYear')
  if (asked.by === 'school') query.addSelect('line.schoolId', 'splitBy').addGroupBy('line.schoolId')
  if (asked.by === 'account')
    query
      .addSelect(accountInSql, 'splitBy')
      .addGroupBy(accountInSql)
      .setParameter('expenses', expenseAccounts)
      .andWhere('(line.debitAccount IN (:...expenses) OR line.creditAccount IN (:...expenses))')
  selectFigures(query)
  return (await query.getRawMany<Raw>()).map((row) => ({ ...placeOf(row), parts: readFigures(row) }))
}

async function fromEstimates(manager: EntityManager, actor: Actor, asked: Asked): Promise<Piece[]> {
  const query = scoped(
    manager.createQueryBuilder(Estimate, 'estimate'),
    actor,
    'estimate.schoolId',
    asked.schoolId,
  )
    .select([
      'estimate.fundId AS fundId',
      'estimate.fiscalYear AS fiscalYear',
      'SUM(estimate.amountFen) AS sumFen',
    ])
    .andWhere(`estimate.status = 'approved' AND estimate.fiscalYear ${years}`, yearsOf(asked))
    .groupBy('estimate.fundId')
    .addGroupBy('estimate.fiscalYear')
  if (asked.by === 'school') query.addSelect('estimate.schoolId', 'splitBy').addGroupBy('estimate.schoolId')
  return (await query.getRawMany<Raw>()).map((row) => ({
    ...placeOf(row),
    parts: { estimated: toFen(row['sumFen']) },
  }))
}

async function fromNotices(manager: EntityManager, actor: Actor, asked: Asked): Promise<Piece[]> {
  const query = scoped(
    manager.createQueryBuilder(AppropriationLine, 'noticeLine'),
    actor,
    'noticeLine.schoolId',
    asked.schoolId,
  )
    .innerJoin(Appropriation, 'notice', "notice.id = noticeLine.appropriationId AND notice.status = 'issued'")
    .select([
      'notice.fundId AS fundId',
      'notice.fiscalYear AS fiscalYear',
      'SUM(noticeLine.amountFen) AS sumFen',
    ])
    .andWhere(`notice.fiscalYear ${years}`, yearsOf(asked))
    .groupBy('notice.fundId')
    .addGroupBy('notice.fiscalYear')
  if (asked.by === 'school')
    query.addSelect('noticeLine.schoolId', 'splitBy').addGroupBy('noticeLine.schoolId')
  return (await query.getRawMany<Raw>()).map((row) => ({
    ...placeOf(row),
    parts: { appropriated: toFen(row['sumFen']) },
  }))
}

const placeOf = (row: Raw) => ({
  fundId: Number(row['fundId']),
  fiscalYear: Number(row['fiscalYear']),
  splitBy: String(row['splitBy'] ?? ''),
})

function rowOut(
  { fundId, splitBy, years: sums }: { fundId: number; splitBy: string; years: readonly Sums[] },
  names: Names,
  { years: asked, by }: Asked,
  language: Language,
): BudgetRowOut {
  const schoolId = by === 'school' ? Number(splitBy) : null
  const account = by === 'account' ? splitBy : null
  return {
    fundId,
    fundName: names.fund.get(fundId) ?? '',
    schoolId,
    schoolName: schoolId === null ? null : (names.school.get(schoolId) ?? ''),
    account,
    accountName: account === null ? null : accounts[account as Account][language],
    years: sums.map((each, index) => yearOut(asked[index]!, each, by === 'account')),
  }
}

function yearOut(fiscalYear: number, sums: Sums, isByAccount: boolean): BudgetYearOut {
  return {
    fiscalYear,
    estimatedFen: isByAccount ? null : sums.estimated,
    appropriatedFen: isByAccount ? null : sums.appropriated,
    receivedFen: sums.received,
    carriedFen: sums.carried,
    returnedFen: sums.returned,
    committedFen: sums.committed,
    spentFen: sums.spent,
    leftFen: isByAccount ? null : leftOfSums(sums),
  }
}
