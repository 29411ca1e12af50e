/** How does the money of all schools of a region stand (辖区经费一览)? Sums by school, warnings, and the classes where asked: five queries whatever the region's size. */
import { Injectable, type StreamableFile } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { HomeClass, School, scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { Invalid } from '../../platform/errors.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import { type Fen, toFen } from '../../platform/money.js'
import { entitledAt, entitledBy } from '../../grants/index.js'
import { figures, Allotment } from '../../ledger/index.js'
import { Fund, type Purpose } from '../../entitlement/index.js'
import type {
  BoardRowOut,
  RegionBoardOut,
  RegionBoardQuery,
  RegionBoardSchoolOut,
  WarningCountOut,
} from './allotments.dto.js'
import { boardSheet } from './board-sheet.js'
import { CalendarsService, type MoneyOfSchool } from './calendars.service.js'
import { figuresOf, isEmpty, type Sums, toFigures } from './figures.js'
import { Sentences } from '../../platform/sentences.js'
import { asCoded, warningNames } from './texts.js'
import { type Calendar, type Warning, warningsOf } from './warnings.js'

interface Row extends Sums {
  readonly id: number
  readonly schoolId: number
  readonly schoolName: string
  readonly regionCode: string
  readonly homeClassId: number | null
  readonly className: string | null
  readonly grade: number | null
  readonly fundId: number
  readonly fundName: string
  readonly purpose: string
}

interface OfSchool {
  readonly rows: { readonly row: Row; readonly warnings: readonly Warning[] }[]
}

@Injectable()
export class RegionBoardService {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarsService,
    private readonly sentences: Sentences,
  ) {}

  async board(actor: Actor, query: RegionBoardQuery): Promise<RegionBoardOut> {
    if (query.regionCode && actor.schoolId === null && !query.regionCode.startsWith(actor.regionCode))
      throw new Invalid('funding.region_strange')
    const [rows, calendars, schools] = await Promise.all([
      this.rows(actor, query),
      this.calendars.of(this.database.read, query.fiscalYear, query.schoolId ? [query.schoolId] : null),
      this.activeSchools(actor, query),
    ])
    const withMoney = new Set(rows.map((row) => row.schoolId))
    const bySchool = [...groupBySchool(rows, calendars).values()].filter((school) => isWanted(school, query))
    const [page, size] = [query.page ?? 1, query.pageSize ?? bySchool.length]
    const all = bySchool.flatMap((school) => school.rows.map(({ row }) => row))
    return {
      fiscalYear: query.fiscalYear,
      totals: toFigures(all),
      schools: bySchool
        .slice((page - 1) * size, page * size)
        .map((school) => this.schoolOut(actor, school, query.classes ?? false)),
      schoolCount: bySchool.length,
      classCount: new Set(all.filter((row) => row.homeClassId !== null).map((row) => row.homeClassId)).size,
      schoolsWithout: schools.filter((school) => !withMoney.has(school.id)).map((school) => school.name),
    }
  }

  async sheet(actor: Actor, query: RegionBoardQuery): Promise<StreamableFile> {
    const { schools, totals } = await this.board(actor, { ...query, classes: true })
    return sendWorkbook(`region-board-${query.fiscalYear}`, [
      boardSheet(
        actor.language,
        query.fiscalYear,
        schools.map(({ schoolName, rows }) => ({ schoolName, rows: rows ?? [] })),
        totals,
      ),
    ])
  }

  // Plain rows instead of entities: a district has thousands of them.
  private async rows(
    actor: Actor,
    { fiscalYear, fundId, regionCode, schoolId }: RegionBoardQuery,
  ): Promise<Row[]> {
    const query = scoped(
      this.database.read.createQueryBuilder(Allotment, 'allotment'),
      actor,
      'allotment.schoolId',
      schoolId,
    )
      .innerJoin(School, 'school', 'school.id = allotment.schoolId')
      .innerJoin(Fund, 'fund', 'fund.id = allotment.fundId')
      .leftJoin(HomeClass, 'homeClass', 'homeClass.id = allotment.homeClassId')
      .select([
        'allotment.id AS id',
        'allotment.schoolId AS schoolId',
        'school.name AS schoolName',
        'school.regionCode AS regionCode',
        'allotment.homeClassId AS homeClassId',
        'homeClass.name AS className',
        'homeClass.grade AS grade',
        'allotment.fundId AS fundId',
        'fund.name AS fundName',
        'allotment.purpose AS purpose',
      ])
      .andWhere('allotment.fiscalYear = :fiscalYear', { fiscalYear })
    for (const figure of figures) query.addSelect(`allotment.${figure}Fen`, `${figure}Fen`)
    if (fundId) query.andWhere('allotment.fundId = :fundId', { fundId })
    if (regionCode) query.andWhere('school.regionCode LIKE :below', { below: `${regionCode}%` })
    const entitled = entitledBy(this.database.read, actor, { fiscalYear, schoolId, fundId })
    const raw = await query
      .orderBy('school.regionCode')
      .addOrderBy('school.name')
      .addOrderBy('school.id')
      .addOrderBy('homeClass.grade')
      .addOrderBy('homeClass.number')
      .addOrderBy('allotment.fundId')
      .addOrderBy('allotment.purpose')
      .getRawMany<Omit<Row, 'entitledFen'>>()
    // A driver may give sums as text; the rows are the query's own and are mended in place.
    for (const row of raw)
      for (const figure of figures)
        (row as Record<`${typeof figure}Fen`, Fen>)[`${figure}Fen`] = toFen(row[`${figure}Fen`])
    const entitledOf = entitledAt(await entitled)
    return raw.map((row) => ({ ...row, entitledFen: entitledOf(row) })).filter((row) => !isEmpty(row))
  }

  private activeSchools(actor: Actor, { regionCode, schoolId }: RegionBoardQuery): Promise<School[]> {
    const query = scoped(
      this.database.read.createQueryBuilder(School, 'school'),
      actor,
      'school.id',
      schoolId,
    )
      .select(['school.id', 'school.name'])
      .andWhere('school.isActive = :yes', { yes: true })
    if (regionCode) query.andWhere('school.regionCode LIKE :below', { below: `${regionCode}%` })
    return query.orderBy('school.name').getMany()
  }

  private schoolOut(actor: Actor, { rows }: OfSchool, withClasses: boolean): RegionBoardSchoolOut {
    const { schoolId, schoolName, regionCode } = rows[0]!.row
    return {
      schoolId,
      schoolName,
      regionCode,
      classCount: new Set(
        rows.filter(({ row }) => row.homeClassId !== null).map(({ row }) => row.homeClassId),
      ).size,
      figures: toFigures(rows.map(({ row }) => row)),
      warnings: countWarnings(
        actor,
        rows.flatMap(({ warnings }) => warnings),
      ),
      rows: withClasses
        ? rows.map(({ row, warnings }): BoardRowOut => ({
            homeClassId: row.homeClassId,
            className: row.className,
            grade: row.grade,
            fundId: row.fundId,
            fundName: row.fundName,
            purpose: row.purpose as Purpose,
            allotmentId: row.id,
            figures: figuresOf(row),
            warnings: warnings.map((each) => ({
              code: each.code,
              message: this.sentences.say(asCoded(each), actor.language),
            })),
          }))
        : null,
    }
  }
}

function groupBySchool(
  rows: readonly Row[],
  calendarOf: (money: MoneyOfSchool) => Calendar,
): Map<number, OfSchool> {
  const carried = new Set(
    rows.filter((row) => row.carriedFen > 0).map((row) => `${row.schoolId}/${row.fundId}`),
  )
  const calendars = new Map<string, Calendar>()
  const schools = new Map<number, OfSchool>()
  for (const row of rows) {
    const key = `${row.schoolId}/${row.fundId}`
    if (!calendars.has(key)) calendars.set(key, calendarOf({ ...row, isCarried: carried.has(key) }))
    if (!schools.has(row.schoolId)) schools.set(row.schoolId, { rows: [] })
    schools.get(row.schoolId)!.rows.push({
      row,
      warnings: warningsOf(row, calendars.get(key)!, row.homeClassId === null ? 'pot' : 'class'),
    })
  }
  return schools
}

function isWanted({ rows }: OfSchool, { warning }: RegionBoardQuery): boolean {
  return (
    warning === undefined ||
    rows.some(({ warnings }) => warnings.some((each) => warning === 'any' || each.code === warning))
  )
}

function countWarnings(actor: Actor, warnings: readonly Warning[]): WarningCountOut[] {
  const counts = new Map<Warning['code'], number>()
  for (const { code } of warnings) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, count]) => ({ code, name: warningNames[code][actor.language], count }))
}
