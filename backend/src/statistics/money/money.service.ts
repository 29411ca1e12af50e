/** Which money reached which school (各校经费), from entitlement to what is left? Sums of the classes' standings, which the ledger keeps. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { Allotment, type Figure, figures } from '../../ledger/index.js'
import { entitledBy } from '../../grants/index.js'
import { boardFigures } from '../../spending/index.js'
import { Fund } from '../../entitlement/index.js'
import { School, scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { addFen, type Fen, fen, toFen } from '../../platform/money.js'
import type { MoneyOut, MoneyQuery, SchoolMoneyOut } from './money.dto.js'

@Injectable()
export class MoneyService {
  constructor(private readonly database: Database) {}

  async money(actor: Actor, { fiscalYear, schoolId }: MoneyQuery): Promise<MoneyOut> {
    const query = scoped(
      this.database.read.createQueryBuilder(Allotment, 'allotment'),
      actor,
      'allotment.schoolId',
      schoolId,
    )
      .innerJoin(School, 'school', 'school.id = allotment.schoolId')
      .innerJoin(Fund, 'fund', 'fund.id = allotment.fundId')
      .select([
        'allotment.schoolId AS schoolId',
        'school.name AS schoolName',
        'school.regionCode AS regionCode',
        'allotment.fundId AS fundId',
        'fund.name AS fundName',
        'COUNT(DISTINCT allotment.homeClassId) AS classCount',
      ])
      .andWhere('allotment.fiscalYear = :fiscalYear', { fiscalYear })
      .groupBy('allotment.schoolId')
      .addGroupBy('school.name')
      .addGroupBy('school.regionCode')
      .addGroupBy('allotment.fundId')
      .addGroupBy('fund.name')
      .orderBy('school.name')
      .addOrderBy('allotment.fundId')
    for (const figure of figures) query.addSelect(`SUM(allotment.${figure}Fen)`, figure)
    const entitled = new Map<string, Fen>()
    for (const each of await entitledBy(this.database.read, actor, { fiscalYear, schoolId })) {
      const name = `${each.schoolId}/${each.fundId}`
      entitled.set(name, addFen(entitled.get(name) ?? fen(0), each.entitledFen))
    }
    const rows = (await query.getRawMany<Record<string, string | number>>()).map((row) => ({
      row,
      sums: {
        ...(Object.fromEntries(figures.map((figure) => [`${figure}Fen`, toFen(row[figure])])) as Record<
          `${Figure}Fen`,
          Fen
        >),
        entitledFen: entitled.get(`${row['schoolId']}/${row['fundId']}`) ?? fen(0),
      },
    }))
    const schools = await scoped(
      this.database.read.createQueryBuilder(School, 'school'),
      actor,
      'school.id',
      schoolId,
    )
      .andWhere('school.isActive = :yes', { yes: true })
      .orderBy('school.name')
      .getMany()
    const known = new Set(rows.map(({ row }) => Number(row['schoolId'])))
    return {
      fiscalYear,
      totals: boardFigures(rows.map(({ sums }) => sums)),
      schools: rows.map(({ row, sums }): SchoolMoneyOut => ({
        schoolId: Number(row['schoolId']),
        schoolName: String(row['schoolName']),
        regionCode: String(row['regionCode']),
        fundId: Number(row['fundId']),
        fundName: String(row['fundName']),
        classCount: Number(row['classCount']),
        ...boardFigures([sums]),
      })),
      schoolsWithout: schools.filter((school) => !known.has(school.id)).map((school) => school.name),
    }
  }
}
