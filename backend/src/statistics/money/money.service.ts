/** Which money reached which school (各校经费), from entitlement to what is left? Sums of ledger entries, one query. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { boardFigures, Fund, LedgerEntry, readFigures, selectFigures } from '../../funding/index.js'
import { School, scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import type { MoneyOut, MoneyQuery, SchoolMoneyOut } from './money.dto.js'

@Injectable()
export class MoneyService {
  constructor(private readonly database: Database) {}

  async money(actor: Actor, { fiscalYear, schoolId }: MoneyQuery): Promise<MoneyOut> {
    const query = scoped(this.database.read.createQueryBuilder(LedgerEntry, 'entry'), actor, 'entry.schoolId', schoolId)
      .innerJoin(School, 'school', 'school.id = entry.schoolId').innerJoin(Fund, 'fund', 'fund.id = entry.fundId')
      .select(['entry.schoolId AS schoolId', 'school.name AS schoolName', 'school.regionCode AS regionCode', 'entry.fundId AS fundId', 'fund.name AS fundName', 'COUNT(DISTINCT entry.homeClassId) AS classCount'])
      .andWhere('entry.fiscalYear = :fiscalYear', { fiscalYear })
      .groupBy('entry.schoolId').addGroupBy('school.name').addGroupBy('school.regionCode').addGroupBy('entry.fundId').addGroupBy('fund.name').orderBy('school.name').addOrderBy('entry.fundId')
    selectFigures(query)
    const rows = (await query.getRawMany<Record<string, string | number>>()).map((row) => ({ row, balances: readFigures(row) }))
    const schools = await scoped(this.database.read.createQueryBuilder(School, 'school'), actor, 'school.id', schoolId).andWhere('school.isActive = :yes', { yes: true }).orderBy('school.name').getMany()
    const known = new Set(rows.map(({ row }) => Number(row['schoolId'])))
    return {
      fiscalYear, totals: boardFigures(rows.map(({ balances }) => balances)),
      schools: rows.map(({ row, balances }): SchoolMoneyOut => ({
        schoolId: Number(row['schoolId']), schoolName: String(row['schoolName']), regionCode: String(row['regionCode']), fundId: Number(row['fundId']), fundName: String(row['fundName']), classCount: Number(row['classCount']), ...boardFigures([balances]),
      })),
      schoolsWithout: schools.filter((school) => !known.has(school.id)).map((school) => school.name),
    }
  }
}
