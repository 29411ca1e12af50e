/** What was each class entitled to, granted, what is committed, spent and left (到班经费一览)? Every figure is a sum of ledger entries. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { HomeClass, SchoolScope, scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { addFen, fen, subtractFen } from '../../platform/money.js'
import { type Page, paged } from '../../platform/paging.js'
import { type Balances, LedgerService } from '../ledger/ledger.service.js'
import { Fund } from '../standards/fund.entity.js'
import type { Purpose } from '../standards/purposes.js'
import { Allotment } from './allotment.entity.js'
import { type AllotmentListQuery, type AllotmentOut, type BoardFiguresOut, type BoardOut, type BoardQuery, type BoardRowOut, toAllotmentOut } from './allotments.dto.js'

const sortable = { homeClassId: 'homeClass.grade', id: 'allotment.id', allottedFen: 'allotment.allottedFen', spentFen: 'allotment.spentFen' }

@Injectable()
export class BoardService {
  constructor(private readonly database: Database, private readonly ledger: LedgerService, private readonly schools: SchoolScope) {}

  allotments(actor: Actor, list: AllotmentListQuery): Promise<Page<AllotmentOut>> {
    const query = scoped(this.database.read.createQueryBuilder(Allotment, 'allotment'), actor, 'allotment.schoolId', list.schoolId)
      .innerJoinAndMapOne('allotment.homeClass', HomeClass, 'homeClass', 'homeClass.id = allotment.homeClassId')
      .innerJoinAndMapOne('allotment.fund', Fund, 'fund', 'fund.id = allotment.fundId')
    if (list.fiscalYear) query.andWhere('allotment.fiscalYear = :fiscalYear', { fiscalYear: list.fiscalYear })
    if (list.fundId) query.andWhere('allotment.fundId = :fundId', { fundId: list.fundId })
    if (list.homeClassId) query.andWhere('allotment.homeClassId = :homeClassId', { homeClassId: list.homeClassId })
    return paged(query, list, sortable, toAllotmentOut)
  }

  async board(actor: Actor, filter: BoardQuery): Promise<BoardOut> {
    await this.schools.require(actor, filter.schoolId)
    const [balances, classes, funds, allotments] = await Promise.all([
      this.ledger.balancesByClass(actor, filter),
      this.database.read.find(HomeClass, { where: { schoolId: filter.schoolId }, order: { grade: 'ASC', number: 'ASC' } }),
      this.database.read.find(Fund, { order: { id: 'ASC' } }),
      this.database.read.findBy(Allotment, { schoolId: filter.schoolId, fiscalYear: filter.fiscalYear }),
    ])
    const allotmentIds = new Map(allotments.map(({ id, homeClassId, fundId, purpose }) => [`${homeClassId}/${fundId}/${purpose}`, id]))
    const fundOrder = new Map(funds.map((fund, index) => [fund.id, index]))
    const keys = [...balances.keys()].map((key) => {
      const [homeClassId, fundId, purpose] = key.split('/')
      return { key, homeClassId: Number(homeClassId), fundId: Number(fundId), purpose: purpose as Purpose }
    })
    const rows = classes.flatMap((homeClass) => keys.filter((each) => each.homeClassId === homeClass.id)
      .sort((a, b) => fundOrder.get(a.fundId)! - fundOrder.get(b.fundId)! || (a.purpose < b.purpose ? -1 : 1))
      .map(({ key, fundId, purpose }): BoardRowOut => ({
        homeClassId: homeClass.id, className: homeClass.name, grade: homeClass.grade, fundId, fundName: funds[fundOrder.get(fundId)!]!.name, purpose,
        allotmentId: allotmentIds.get(key) ?? null, figures: toFigures([balances.get(key)!]),
      })))
    const withRows = new Set(rows.map((row) => row.homeClassId))
    const classesWithout = classes.filter((homeClass) => homeClass.isActive && !withRows.has(homeClass.id)).map((homeClass) => homeClass.name)
    return { schoolId: filter.schoolId, fiscalYear: filter.fiscalYear, rows, totals: toFigures([...balances.values()]), classesWithout }
  }
}

export function toFigures(balances: readonly Balances[]): BoardFiguresOut {
  const sum = (figure: keyof Balances) => addFen(fen(0), ...balances.map((balance) => balance[figure]))
  const [receivedFen, committedFen, spentFen] = [sum('received'), sum('committed'), sum('spent')]
  return {
    entitledFen: sum('entitled'), declaredFen: sum('declared'), approvedFen: sum('approved'), receivedFen, committedFen, spentFen,
    leftFen: subtractFen(subtractFen(receivedFen, committedFen), spentFen),
  }
}
