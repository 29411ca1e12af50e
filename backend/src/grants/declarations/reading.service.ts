/** Which declarations (资金申报) may this person see, where do they stand, and what do they add up to? */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Transitions } from '../../audit/index.js'
import { requireSchool, scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { cases, equals } from '../../platform/filters.js'
import { toFen } from '../../platform/money.js'
import { filtered, type Listing, type Page, paged } from '../../platform/paging.js'
import { PeriodsService, requireFund } from '../../entitlement/index.js'
import { Publication } from '../publications/publication.entity.js'
import { actionsOn } from './declaration-actions.js'
import { Declaration } from './declaration.entity.js'
import { DeclarationLine } from './declaration-line.entity.js'
import {
  type DeclarationListQuery,
  type DeclarationOut,
  type DeclarationPeriodsOut,
  type DeclarationPeriodsQuery,
  type DeclarationSumOut,
  type DeclarationWithLinesOut,
  toDeclarationLineOut,
  toDeclarationOut,
  toPeriodOut,
} from './declarations.dto.js'
import { DraftingService } from './drafting.service.js'
import { joinedDeclarations } from './joined-declarations.js'

const declarations: Listing<DeclarationListQuery> = {
  sortable: {
    schoolId: 'declaration.schoolId',
    fiscalYear: 'declaration.fiscalYear',
    fromMonth: 'declaration.fromMonth',
    status: 'declaration.status',
    amountFen: 'declaration.amountFen',
    updatedAt: 'declaration.updatedAt',
    id: 'declaration.id',
  },
  filters: {
    schoolId: equals('declaration.schoolId'),
    fundId: equals('declaration.fundId'),
    fiscalYear: equals('declaration.fiscalYear'),
    periodKey: equals('declaration.periodKey'),
    status: equals('declaration.status'),
    publicationId: equals('declaration.publicationId'),
    kind: cases({ regular: 'declaration.sequence = 0', supplementary: 'declaration.sequence > 0' }),
  },
}

@Injectable()
export class DeclarationReadingService {
  constructor(
    private readonly database: Database,
    private readonly transitions: Transitions,
    private readonly drafting: DraftingService,
    private readonly declarationPeriods: PeriodsService,
  ) {}

  async list(actor: Actor, list: DeclarationListQuery): Promise<Page<DeclarationOut>> {
    const page = await paged(
      scoped(joinedDeclarations(this.database.read), actor),
      list,
      declarations,
      (declaration) => declaration,
    )
    const own = await this.transitions.eventsOf(
      this.database.read,
      'declaration',
      page.items.map((item) => item.id),
      actor,
    )
    const pupils = await this.pupils(page.items.map((item) => item.id))
    return {
      ...page,
      items: page.items.map((item) =>
        toDeclarationOut(item, actionsOn(item, actor, own.get(item.id)), pupils.get(item.id) ?? 0),
      ),
    }
  }

  private async pupils(declarationIds: readonly number[]): Promise<Map<number, number>> {
    if (declarationIds.length === 0) return new Map()
    const rows = await this.database.read
      .createQueryBuilder(DeclarationLine, 'line')
      .select(['line.declarationId AS id', 'SUM(line.studentCount) AS count'])
      .where('line.declarationId IN (:...ids)', { ids: [...declarationIds] })
      .groupBy('line.declarationId')
      .getRawMany<{ id: number; count: number | string }>()
    return new Map(rows.map(({ id, count }) => [id, Number(count)]))
  }

  /** The periods of a fund's year, for a school with what it has declared of them. */
  async periods(
    actor: Actor,
    { fundId, fiscalYear, schoolId }: DeclarationPeriodsQuery,
  ): Promise<DeclarationPeriodsOut> {
    const manager = this.database.read
    const school = schoolId === undefined ? null : await requireSchool(manager, actor, schoolId)
    const place = school ?? { regionCode: actor.regionCode }
    const fund = await requireFund(manager, place.regionCode, fundId)
    const { kind, periods } = await this.declarationPeriods.offered(manager, place, fund, fiscalYear)
    const declared = school
      ? await manager.find(Declaration, {
          where: { schoolId: school.id, fundId, fiscalYear, sequence: 0 },
          order: { id: 'ASC' },
        })
      : []
    return {
      kind,
      periods: periods.map(({ key, name, nameEn, fromMonth, toMonth }) => ({
        key,
        name,
        nameEn,
        fromMonth,
        toMonth,
        declarationId:
          declared.find((each) => each.fromMonth <= toMonth && fromMonth <= each.toMonth)?.id ?? null,
      })),
      serviceSharePerMille: declared[0]?.serviceSharePerMille ?? null,
    }
  }

  /** What a question about many names: how many declarations of how many schools, and their sum. */
  async sum(actor: Actor, list: DeclarationListQuery): Promise<DeclarationSumOut> {
    const query = filtered(scoped(joinedDeclarations(this.database.read), actor), list, declarations).select([
      'COUNT(declaration.id) AS count',
      'COUNT(DISTINCT declaration.schoolId) AS schoolCount',
      'SUM(declaration.amountFen) AS amountFen',
    ])
    const row = await query.getRawOne<Record<'count' | 'schoolCount' | 'amountFen', string | number | null>>()
    return {
      count: Number(row?.count ?? 0),
      schoolCount: Number(row?.schoolCount ?? 0),
      amountFen: toFen(row?.amountFen),
    }
  }

  async get(actor: Actor, id: number): Promise<DeclarationWithLinesOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  async find(manager: EntityManager, actor: Actor, id: number): Promise<Declaration> {
    const declaration = await scoped(joinedDeclarations(manager), actor, 'declaration.schoolId')
      .andWhere('declaration.id = :id', { id })
      .getOne()
    if (!declaration) throw new NotFound('declaration', id)
    return declaration
  }

  async out(
    manager: EntityManager,
    actor: Actor,
    declaration: Declaration,
  ): Promise<DeclarationWithLinesOut> {
    const own = await this.transitions.eventsOf(manager, 'declaration', [declaration.id], actor)
    const lines = await this.drafting.linesOf(manager, declaration.id)
    const { schoolId, fundId, fiscalYear, periodKey } = declaration
    const chain = await manager.find(Declaration, {
      where: { schoolId, fundId, fiscalYear, periodKey },
      order: { sequence: 'ASC' },
    })
    const publication =
      declaration.publicationId === null
        ? null
        : await manager.findOneByOrFail(Publication, { id: declaration.publicationId })
    return {
      ...toDeclarationOut(
        declaration,
        actionsOn(declaration, actor, own.get(declaration.id)),
        lines.reduce((sum, line) => sum + line.studentCount, 0),
      ),
      lines: lines.map(toDeclarationLineOut),
      sentences: await this.drafting.explained(manager, declaration, actor.language),
      publication: publication && toPeriodOut(publication),
      chain: chain.map(({ id, sequence, status, amountFen }) => ({ id, sequence, status, amountFen })),
    }
  }
}
