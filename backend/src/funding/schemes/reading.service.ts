/** Which schemes (分配方案) may this person see, with their lines, and what can be done with them now? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Transitions } from '../../audit/index.js'
import { HomeClass, School, scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { equals, notSearched } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { type Caused, eventsFrom } from '../../platform/states.js'
import { Fund } from '../standards/fund.entity.js'
import { Scheme } from './scheme.entity.js'
import { SchemeLine } from './scheme-line.entity.js'
import { schemeTable } from './scheme.states.js'
import {
  type SchemeListQuery,
  type SchemeOut,
  type SchemeWithLinesOut,
  toSchemeLineOut,
  toSchemeOut,
} from './schemes.dto.js'

const schemes: Listing<SchemeListQuery> = {
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
    q: notSearched,
  },
}

@Injectable()
export class SchemeReadingService {
  constructor(
    private readonly database: Database,
    private readonly transitions: Transitions,
  ) {}

  async list(actor: Actor, list: SchemeListQuery): Promise<Page<SchemeOut>> {
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
      items: page.items.map((item) => toSchemeOut(item, actionsOn(item, actor, own.get(item.id)))),
    }
  }

  async get(actor: Actor, id: number): Promise<SchemeWithLinesOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  async out(manager: EntityManager, actor: Actor, scheme: Scheme): Promise<SchemeWithLinesOut> {
    const own = await this.transitions.eventsOf(manager, 'scheme', [scheme.id], actor)
    const lines = await manager
      .createQueryBuilder(SchemeLine, 'line')
      .innerJoinAndMapOne('line.homeClass', HomeClass, 'homeClass', 'homeClass.id = line.homeClassId')
      .where('line.schemeId = :id', { id: scheme.id })
      .orderBy('homeClass.grade')
      .addOrderBy('homeClass.number')
      .addOrderBy('line.purpose')
      .getMany()
    return {
      ...toSchemeOut(scheme, actionsOn(scheme, actor, own.get(scheme.id))),
      classCount: new Set(lines.map((line) => line.homeClassId)).size,
      lines: lines.map(toSchemeLineOut),
    }
  }

  async find(manager: EntityManager, actor: Actor, id: number): Promise<Scheme> {
    const scheme = await scoped(this.joined(manager), actor, 'scheme.schoolId')
      .andWhere('scheme.id = :id', { id })
      .getOne()
    if (!scheme) throw new NotFound('scheme', id)
    return scheme
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Scheme> {
    return manager
      .createQueryBuilder(Scheme, 'scheme')
      .innerJoinAndMapOne('scheme.school', School, 'school', 'school.id = scheme.schoolId')
      .innerJoinAndMapOne('scheme.fund', Fund, 'fund', 'fund.id = scheme.fundId')
  }
}

function actionsOn(scheme: Scheme, actor: Actor, own: Caused = new Set<string>()): string[] {
  const allowed = eventsFrom(schemeTable, scheme.status, actor.permissions, own)
  return scheme.status === 'draft' && actor.permissions.has('scheme.write')
    ? [...allowed, 'update', 'delete']
    : allowed
}
