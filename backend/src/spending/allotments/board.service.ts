/** What was each class entitled to, granted, what is committed, spent and left (到班经费一览)? Figures are sums of the ledger's lines, but for what a class is entitled to. */
import { Injectable, type StreamableFile } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { HomeClass, type School, SchoolScope, scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import { addFen, fen } from '../../platform/money.js'
import { equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { Appropriation, AppropriationLine, entitledAt, entitledBy } from '../../grants/index.js'
import { DistributionScheme } from '../distribution-schemes/distribution-scheme.entity.js'
import { Fund, type Purpose } from '../../entitlement/index.js'
import { Allotment } from '../../ledger/index.js'
import {
  type AllotmentListQuery,
  type AllotmentOut,
  type BoardOut,
  type BoardQuery,
  type BoardRowOut,
  type FlowNoticeOut,
  type FlowOut,
  type FlowQuery,
  toAllotmentOut,
  type WarningOut,
} from './allotments.dto.js'
import { boardSheet } from './board-sheet.js'
import { CalendarsService } from './calendars.service.js'
import { figuresOf, isEmpty, type Sums, toFigures } from './figures.js'
import { Sentences } from '../../platform/sentences.js'
import { asCoded } from './texts.js'
import { type Calendar, warningsOf } from './warnings.js'

const allotments: Listing<AllotmentListQuery> = {
  sortable: {
    homeClassId: 'homeClass.grade',
    id: 'allotment.id',
    receivedFen: 'allotment.receivedFen',
    spentFen: 'allotment.spentFen',
  },
  filters: {
    schoolId: equals('allotment.schoolId'),
    fiscalYear: equals('allotment.fiscalYear'),
    fundId: equals('allotment.fundId'),
    homeClassId: equals('allotment.homeClassId'),
  },
}

type Standing = Allotment & Pick<Sums, 'entitledFen'>

@Injectable()
export class BoardService {
  constructor(
    private readonly database: Database,
    private readonly schools: SchoolScope,
    private readonly calendars: CalendarsService,
    private readonly sentences: Sentences,
  ) {}

  /** Money that stands on classes: what a spending request can be made against. */
  allotments(actor: Actor, list: AllotmentListQuery): Promise<Page<AllotmentOut>> {
    const query = scoped(this.database.read.createQueryBuilder(Allotment, 'allotment'), actor)
      .innerJoinAndMapOne(
        'allotment.homeClass',
        HomeClass,
        'homeClass',
        'homeClass.id = allotment.homeClassId',
      )
      .innerJoinAndMapOne('allotment.fund', Fund, 'fund', 'fund.id = allotment.fundId')
      .andWhere('(allotment.receivedFen <> 0 OR allotment.carriedFen <> 0)')
    return paged(query, list, allotments, toAllotmentOut)
  }

  async board(
    actor: Actor,
    { schoolId, fiscalYear, fundId, homeClassId, warning }: BoardQuery,
  ): Promise<BoardOut> {
    const school = await this.schools.require(actor, schoolId)
    const { allotments, classes, funds } = await this.standings(actor, schoolId, fiscalYear, fundId)
    const calendarOf = await this.calendarsOf(school, fiscalYear, allotments)
    const byId = new Map(classes.map((homeClass, index) => [homeClass.id, { homeClass, index }]))
    // The school's own money that no class has yet comes first, and only while there is some.
    const place = (allotment: Standing) =>
      allotment.homeClassId === null ? -1 : byId.get(allotment.homeClassId)!.index
    const known = allotments
      .filter((each) => !isEmpty(each))
      .sort((a, b) => place(a) - place(b) || a.fundId - b.fundId || (a.purpose < b.purpose ? -1 : 1))
    const rows = known
      .filter((each) => homeClassId === undefined || each.classKey === homeClassId)
      .map((allotment): BoardRowOut => {
        const homeClass = allotment.homeClassId === null ? null : byId.get(allotment.homeClassId)!.homeClass
        return {
          homeClassId: allotment.homeClassId,
          className: homeClass?.name ?? null,
          grade: homeClass?.grade ?? null,
          fundId: allotment.fundId,
          fundName: funds.get(allotment.fundId)!,
          purpose: allotment.purpose as Purpose,
          allotmentId: allotment.id,
          figures: figuresOf(allotment),
          warnings: this.warnings(actor, allotment, calendarOf(allotment.fundId)),
        }
      })
      .filter(
        (row) =>
          warning === undefined || row.warnings.some((each) => warning === 'any' || each.code === warning),
      )
    const withRows = new Set(known.map((allotment) => allotment.homeClassId))
    const shown = new Set(rows.map((row) => row.allotmentId))
    const classesWithout = classes
      .filter((homeClass) => homeClass.isActive && !withRows.has(homeClass.id))
      .map((homeClass) => homeClass.name)
    return {
      schoolId,
      fiscalYear,
      rows,
      totals: toFigures(known.filter((each) => shown.has(each.id))),
      classesWithout,
    }
  }

  async sheet(actor: Actor, query: BoardQuery): Promise<StreamableFile> {
    const [school, { rows, totals }] = await Promise.all([
      this.schools.require(actor, query.schoolId),
      this.board(actor, query),
    ])
    return sendWorkbook(`board-${query.fiscalYear}`, [
      boardSheet(actor.language, query.fiscalYear, [{ schoolName: school.name, rows }], totals),
    ])
  }

  /** From the notices to the school and from there to its classes. */
  async flow(actor: Actor, { schoolId, fiscalYear, fundId }: FlowQuery): Promise<FlowOut> {
    await this.schools.require(actor, schoolId)
    const [{ allotments, classes }, notices] = await Promise.all([
      this.standings(actor, schoolId, fiscalYear, fundId),
      this.notices(schoolId, fiscalYear, fundId),
    ])
    const of = (homeClassId: number | null) =>
      toFigures(allotments.filter((each) => each.homeClassId === homeClassId))
    const withMoney = new Set(allotments.map((each) => each.homeClassId))
    return {
      schoolId,
      fiscalYear,
      grantedFen: addFen(fen(0), ...notices.map((notice) => fen(notice.amountFen))),
      figures: toFigures(allotments),
      notices,
      pot: of(null),
      classes: classes
        .filter((homeClass) => withMoney.has(homeClass.id))
        .map(({ id, name }) => ({ homeClassId: id, className: name, figures: of(id) })),
    }
  }

  private async notices(schoolId: number, fiscalYear: number, fundId?: number): Promise<FlowNoticeOut[]> {
    const query = this.database.read
      .createQueryBuilder(AppropriationLine, 'line')
      .innerJoinAndMapOne(
        'line.appropriation',
        Appropriation,
        'notice',
        "notice.id = line.appropriationId AND notice.status = 'issued'",
      )
      .leftJoinAndMapOne('line.scheme', DistributionScheme, 'scheme', 'scheme.appropriationLineId = line.id')
      .where('line.schoolId = :schoolId AND notice.fiscalYear = :fiscalYear', { schoolId, fiscalYear })
      .orderBy('line.id')
    if (fundId) query.andWhere('notice.fundId = :fundId', { fundId })
    return ((await query.getMany()) as (AppropriationLine & { scheme?: DistributionScheme | null })[]).map(
      ({ id, amountFen, receivedOn, appropriation, scheme }) => ({
        appropriationId: appropriation!.id,
        receiptId: id,
        title: appropriation!.title,
        documentNumber: appropriation!.documentNumber,
        level: appropriation!.level,
        amountFen,
        issuedOn: appropriation!.issuedOn,
        receivedOn,
        schemeId: scheme?.id ?? null,
        schemeStatus: scheme?.status ?? null,
      }),
    )
  }

  private async standings(
    actor: Actor,
    schoolId: number,
    fiscalYear: number,
    fundId?: number,
  ): Promise<{ allotments: Standing[]; classes: HomeClass[]; funds: Map<number, string> }> {
    const [allotments, classes, funds, entitled] = await Promise.all([
      this.database.read.findBy(Allotment, { schoolId, fiscalYear, ...(fundId ? { fundId } : {}) }),
      this.database.read.find(HomeClass, { where: { schoolId }, order: { grade: 'ASC', number: 'ASC' } }),
      this.database.read.find(Fund),
      entitledBy(this.database.read, actor, { fiscalYear, schoolId, fundId }),
    ])
    const entitledOf = entitledAt(entitled)
    return {
      allotments: allotments.map((each) => ({ ...each, entitledFen: entitledOf(each) })),
      classes,
      funds: new Map(funds.map((fund) => [fund.id, fund.name])),
    }
  }

  private async calendarsOf(
    school: School,
    fiscalYear: number,
    allotments: readonly Allotment[],
  ): Promise<(fundId: number) => Calendar> {
    const calendars = await this.calendars.of(this.database.read, fiscalYear, [school.id])
    const carried = new Set(allotments.filter((each) => each.carriedFen > 0).map((each) => each.fundId))
    return (fundId) =>
      calendars({
        schoolId: school.id,
        regionCode: school.regionCode,
        fundId,
        isCarried: carried.has(fundId),
      })
  }

  private warnings(actor: Actor, allotment: Standing, calendar: Calendar): WarningOut[] {
    return warningsOf(allotment, calendar, allotment.homeClassId === null ? 'pot' : 'class').map((each) => ({
      code: each.code,
      message: this.sentences.say(asCoded(each), actor.language),
    }))
  }
}
