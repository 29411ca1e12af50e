/** Which money goes back to the treasury (上缴财政), and how far has it come? Within the actor's scope. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Transitions } from '../../audit/index.js'
import { School, scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { eventsFrom } from '../../platform/states.js'
import { Fund } from '../../entitlement/index.js'
import { TreasuryReturn } from './treasury-return.entity.js'
import { treasuryReturnTable } from './treasury-return.states.js'
import {
  toTreasuryReturnOut,
  type TreasuryReturnListQuery,
  type TreasuryReturnOut,
} from './treasury-returns.dto.js'

const returns: Listing<TreasuryReturnListQuery> = {
  sortable: {
    id: 'treasuryReturn.id',
    fiscalYear: 'treasuryReturn.fiscalYear',
    amountFen: 'treasuryReturn.amountFen',
    status: 'treasuryReturn.status',
    createdAt: 'treasuryReturn.createdAt',
  },
  filters: {
    schoolId: equals('treasuryReturn.schoolId'),
    settlementId: equals('treasuryReturn.settlementId'),
    fiscalYear: equals('treasuryReturn.fiscalYear'),
    status: equals('treasuryReturn.status'),
  },
}

@Injectable()
export class TreasuryReturnReadingService {
  constructor(
    private readonly database: Database,
    private readonly transitions: Transitions,
  ) {}

  async list(actor: Actor, list: TreasuryReturnListQuery): Promise<Page<TreasuryReturnOut>> {
    const { read } = this.database
    const page = await paged(
      scoped(this.joined(read), actor, 'treasuryReturn.schoolId'),
      { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' },
      returns,
      (one) => one,
    )
    return { ...page, items: await this.outs(read, actor, page.items) }
  }

  async get(actor: Actor, id: number): Promise<TreasuryReturnOut> {
    return this.out(this.database.read, actor, id)
  }

  async out(manager: EntityManager, actor: Actor, id: number): Promise<TreasuryReturnOut> {
    return (await this.outs(manager, actor, [await this.find(manager, actor, id)]))[0]!
  }

  async find(manager: EntityManager, actor: Actor, id: number): Promise<TreasuryReturn> {
    const one = await scoped(this.joined(manager), actor, 'treasuryReturn.schoolId')
      .andWhere('treasuryReturn.id = :id', { id })
      .getOne()
    if (!one) throw new NotFound('treasury_return', id)
    return one
  }

  private async outs(
    manager: EntityManager,
    actor: Actor,
    found: readonly TreasuryReturn[],
  ): Promise<TreasuryReturnOut[]> {
    const { entity } = treasuryReturnTable
    const ids = found.map(({ id }) => id)
    const own = await this.transitions.eventsOf(manager, entity, ids, actor)
    return found.map((one) =>
      toTreasuryReturnOut(
        one,
        eventsFrom(treasuryReturnTable, one.status, actor.permissions, own.get(one.id)),
      ),
    )
  }

  private joined(manager: EntityManager): SelectQueryBuilder<TreasuryReturn> {
    return manager
      .createQueryBuilder(TreasuryReturn, 'treasuryReturn')
      .innerJoinAndMapOne('treasuryReturn.school', School, 'school', 'school.id = treasuryReturn.schoolId')
      .innerJoinAndMapOne('treasuryReturn.fund', Fund, 'fund', 'fund.id = treasuryReturn.fundId')
  }
}
