/** What was each class entitled to, granted, what is committed, spent and left (到班经费一览)? Every figure is a sum of ledger entries. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { HomeClass, SchoolScope, scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { addFen, fen, subtractFen } from '../../platform/money.js'
import { type Page, paged } from '../../platform/paging.js'
import type { Balances } from '../ledger/ledger.service.js'
import { figures } from '../ledger/accounts.js'
import { Fund } from '../standards/fund.entity.js'
import type { Purpose } from '../standards/purposes.js'
import { Allotment } from './allotment.entity.js'
import { type AllotmentListQuery, type AllotmentOut, type BoardFiguresOut, type BoardOut, type BoardQuery, type BoardRowOut, toAllotmentOut } from './allotments.dto.js'

const sortable = { homeClassId: 'homeClass.grade', id: 'allotment.id', receivedFen: 'allotment.receivedFen', spentFen: 'allotment.spentFen' }

@Injectable()
export class BoardService {
  constructor(private readonly database: Database, private readonly schools: SchoolScope) {}

  /** Money that stands on classes: what a spending request can be made against. */
  allotments(actor: Actor, list: AllotmentListQuery): Promise<Page<AllotmentOut>> {
    const query = scoped(this.database.read.createQueryBuilder(Allotment, 'allotment'), actor, 'allotment.schoolId', list.schoolId)
      .innerJoinAndMapOne('allotment.homeClass', HomeClass, 'homeClass', 'homeClass.id = allotment.homeClassId')
      .innerJoinAndMapOne('allotment.fund', Fund, 'fund', 'fund.id = allotment.fundId')
      .andWhere('(allotment.receivedFen <> 0 OR allotment.carriedFen <> 0)')
    if (list.fiscalYear) query.andWhere('allotment.fiscalYear = :fiscalYear', { fiscalYear: list.fiscalYear })
    if (list.fundId) query.andWhere('allotment.fundId = :fundId', { fundId: list.fundId })
    if (list.homeClassId) query.andWhere('allotment.homeClassId = :homeClassId', { homeClassId: list.homeClassId })
    return paged(query, list, sortable, toAllotmentOut)
  }

  async board(actor: Actor, { schoolId, fiscalYear, fundId }: BoardQuery): Promise<BoardOut> {
    await this.schools.require(actor, schoolId)
    const [allotments, classes, funds] = await Promise.all([
      this.database.read.findBy(Allotment, { schoolId, fiscalYear, ...(fundId ? { fundId } : {}) }),
      this.database.read.find(HomeClass, { where: { schoolId }, order: { grade: 'ASC', number: 'ASC' } }),
      this.database.read.find(Fund),
    ])
    const fundNames = new Map(funds.map((fund) => [fund.id, fund.name]))
    const places = new Map(classes.map((homeClass, index) => [homeClass.id, index]))
    const byId = new Map(classes.map((homeClass) => [homeClass.id, homeClass]))
    // The school's own money that no class has yet comes first, and only while there is some.
    const place = (allotment: Allotment) => (allotment.homeClassId === null ? -1 : places.get(allotment.homeClassId)!)
    const shown = allotments.filter((each) => figures.some((figure) => each[`${figure}Fen`] !== 0))
      .sort((a, b) => place(a) - place(b) || a.fundId - b.fundId || (a.purpose < b.purpose ? -1 : 1))
    const rows = shown.map((allotment): BoardRowOut => {
      const homeClass = allotment.homeClassId === null ? null : byId.get(allotment.homeClassId)!
      return {
        homeClassId: allotment.homeClassId, className: homeClass?.name ?? null, grade: homeClass?.grade ?? null, fundId: allotment.fundId, fundName: fundNames.get(allotment.fundId)!,
        purpose: allotment.purpose as Purpose, allotmentId: allotment.id, figures: toFigures([balancesOf(allotment)]),
      }
    })
    const withRows = new Set(shown.map((allotment) => allotment.homeClassId))
    const classesWithout = classes.filter((homeClass) => homeClass.isActive && !withRows.has(homeClass.id)).map((homeClass) => homeClass.name)
    return { schoolId, fiscalYear, rows, totals: toFigures(allotments.map(balancesOf)), classesWithout }
  }
}

export function balancesOf(allotment: Allotment): Balances {
  return Object.fromEntries(figures.map((figure) => [figure, allotment[`${figure}Fen`]])) as Balances
}

export function toFigures(balances: readonly Balances[]): BoardFiguresOut {
  const sum = (figure: keyof Balances) => addFen(fen(0), ...balances.map((balance) => balance[figure]))
  const [receivedFen, carriedFen, returnedFen, committedFen, spentFen] = [sum('received'), sum('carried'), sum('returned'), sum('committed'), sum('spent')]
  return {
    entitledFen: sum('entitled'), declaredFen: sum('declared'), approvedFen: sum('approved'), receivedFen, carriedFen, returnedFen, committedFen, spentFen,
    leftFen: subtractFen(subtractFen(subtractFen(addFen(receivedFen, carriedFen), returnedFen), committedFen), spentFen),
  }
}
