/** Which schemes (分配方案) may this person see, with their lines, and what can be done with them now? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Transitions } from '../../audit/index.js'
import { HomeClass, School, scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { type Caused, eventsFrom } from '../../platform/states.js'
import { Fund } from '../../entitlement/index.js'
import { DistributionScheme } from './distribution-scheme.entity.js'
import { DistributionSchemeLine } from './distribution-scheme-line.entity.js'
import { distributionSchemeTable } from './distribution-scheme.states.js'
import {
  type DistributionSchemeListQuery,
  type DistributionSchemeOut,
  type DistributionSchemeWithLinesOut,
  toDistributionSchemeLineOut,
  toDistributionSchemeOut,
} from './distribution-schemes.dto.js'

const schemes: Listing<DistributionSchemeListQuery> = {
  sortable: {
    id: 'scheme.id',
    createdAt: 'scheme.createdAt',
    totalFen: 'scheme.totalFen',
    status: 'scheme.status',
  },
  filters: {
    schoolId: equals('scheme.schoolId'),
    fiscalYear: equals('scheme.fiscalYear'),
    fundId: equals('scheme.fundId'),
    status: equals('scheme.status'),
  },
}

@Injectable()
export class DistributionSchemeReadingService {
  constructor(
    private readonly database: Database,
    private readonly transitions: Transitions,
  ) {}

  async list(actor: Actor, list: DistributionSchemeListQuery): Promise<Page<DistributionSchemeOut>> {
    const page = await paged(
      scoped(this.joined(this.database.read), actor),
      { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' },
      schemes,
      (scheme) => scheme,
    )
    const own = await this.transitions.eventsOf(
      this.database.read,
      'scheme',
      page.items.map((item) => item.id),
      actor,
    )
    return {
      ...page,
      items: page.items.map((item) =>
        toDistributionSchemeOut(item, actionsOn(item, actor, own.get(item.id))),
      ),
    }
  }

  async get(actor: Actor, id: number): Promise<DistributionSchemeWithLinesOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  async out(
    manager: EntityManager,
    actor: Actor,
    scheme: DistributionScheme,
  ): Promise<DistributionSchemeWithLinesOut> {
    const own = await this.transitions.eventsOf(manager, 'scheme', [scheme.id], actor)
    const lines = await manager
      .createQueryBuilder(DistributionSchemeLine, 'line')
      .innerJoinAndMapOne('line.homeClass', HomeClass, 'homeClass', 'homeClass.id = line.homeClassId')
      .where('line.schemeId = :id', { id: scheme.id })
      .orderBy('homeClass.grade')
      .addOrderBy('homeClass.number')
      .addOrderBy('line.purpose')
      .getMany()
    return {
      ...toDistributionSchemeOut(scheme, actionsOn(scheme, actor, own.get(scheme.id))),
      classCount: new Set(lines.map((line) => line.homeClassId)).size,
      lines: lines.map(toDistributionSchemeLineOut),
    }
  }

  async find(manager: EntityManager, actor: Actor, id: number): Promise<DistributionScheme> {
    const scheme = await scoped(this.joined(manager), actor, 'scheme.schoolId')
      .andWhere('scheme.id = :id', { id })
      .getOne()
    if (!scheme) throw new NotFound('scheme', id)
    return scheme
  }

  private joined(manager: EntityManager): SelectQueryBuilder<DistributionScheme> {
    return manager
      .createQueryBuilder(DistributionScheme, 'scheme')
      .innerJoinAndMapOne('scheme.school', School, 'school', 'school.id = scheme.schoolId')
      .innerJoinAndMapOne('scheme.fund', Fund, 'fund', 'fund.id = scheme.fundId')
  }
}

function actionsOn(scheme: DistributionScheme, actor: Actor, own: Caused = new Set<string>()): string[] {
  const allowed = eventsFrom(distributionSchemeTable, scheme.status, actor.permissions, own)
  return scheme.status === 'draft' && actor.permissions.has('scheme.write')
    ? [...allowed, 'update', 'delete']
    : allowed
}
