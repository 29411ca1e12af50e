/** How does a school put received money on its classes (分配方案)? Drafted from the declaration, passed by the staff, approved by the principal. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { HomeClass, School, scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, isDuplicateKey } from '../../platform/database/database.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { addFen, fen } from '../../platform/money.js'
import { type Page, paged } from '../../platform/paging.js'
import { type Caused, eventsFrom } from '../../platform/states.js'
import { allot } from '../allotments/allot.js'
import { ReceiptsService } from '../allotments/receipts.service.js'
import type { AppropriationLine } from '../appropriations/appropriation-line.entity.js'
import { Declaration } from '../declarations/declaration.entity.js'
import { DeclarationLine } from '../declarations/declaration-line.entity.js'
import { LedgerService } from '../ledger/ledger.service.js'
import { Fund } from '../standards/fund.entity.js'
import { Scheme } from './scheme.entity.js'
import { SchemeLine } from './scheme-line.entity.js'
import { schemeTable } from './scheme.states.js'
import { type SchemeListQuery, type SchemeOut, type SchemeWithLinesOut, toSchemeLineOut, toSchemeOut } from './schemes.dto.js'

export type SchemeEvent = keyof typeof schemeTable.events

const sortable = { id: 'scheme.id', createdAt: 'scheme.createdAt', totalFen: 'scheme.totalFen', status: 'scheme.status' }

@Injectable()
export class SchemesService {
  constructor(
    private readonly database: Database, private readonly clock: Clock, private readonly audit: AuditEntries, private readonly transitions: Transitions, private readonly ledger: LedgerService,
    private readonly receipts: ReceiptsService,
  ) {}

  async list(actor: Actor, list: SchemeListQuery): Promise<Page<SchemeOut>> {
    const query = scoped(this.joined(this.database.read), actor, 'scheme.schoolId', list.schoolId)
    if (list.fiscalYear) query.andWhere('scheme.fiscalYear = :fiscalYear', { fiscalYear: list.fiscalYear })
    if (list.fundId) query.andWhere('scheme.fundId = :fundId', { fundId: list.fundId })
    if (list.status) query.andWhere('scheme.status = :status', { status: list.status })
    const page = await paged(query, { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' }, sortable, (scheme) => scheme)
    const own = await this.transitions.eventsOf(this.database.read, 'scheme', page.items.map((item) => item.id), actor)
    return { ...page, items: page.items.map((item) => toSchemeOut(item, actionsOn(item, actor, own.get(item.id)))) }
  }

  async get(actor: Actor, id: number): Promise<SchemeWithLinesOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  /** Drafts a scheme for a confirmed receipt: every class gets its share of what it declared. */
  async create(actor: Actor, receiptId: number): Promise<SchemeWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const line = await this.receipts.findReceived(tx, actor, receiptId)
      const { fundId, fiscalYear } = line.appropriation!
      const scheme = tx.create(Scheme, {
        schoolId: line.schoolId, fundId, fiscalYear, appropriationLineId: line.id, status: 'draft', totalFen: line.amountFen, staffMeetingOn: null, note: null, createdAt: this.clock.now(),
      })
      try {
        await tx.save(scheme)
      } catch (error) {
        if (isDuplicateKey(error)) throw new RuleBroken('funding.scheme_exists')
        throw error
      }
      await tx.insert(SchemeLine, (await this.proposed(tx, line)).map((share) => ({ ...share, schemeId: scheme.id, schoolId: line.schoolId })))
      await this.audit.record(tx, actor, { action: 'scheme.create', entity: 'scheme', entityId: scheme.id, schoolId: line.schoolId, after: { receiptId, totalFen: scheme.totalFen } })
      return this.out(tx, actor, await this.find(tx, actor, scheme.id))
    })
  }

  /** One step; approving puts the money on the classes. */
  async act(actor: Actor, id: number, event: SchemeEvent, { comment, staffMeetingOn }: { comment?: string | undefined; staffMeetingOn?: string } = {}): Promise<SchemeWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const scheme = await this.find(tx, actor, id)
      await this.transitions.move(tx, schemeTable, Scheme, scheme, event, actor, { comment, set: staffMeetingOn ? { staffMeetingOn } : {} })
      if (event === 'approve') await this.putOnClasses(tx, actor, scheme)
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  // The school's own standing goes down, the class's goes up: the same accounts, another place.
  private async putOnClasses(tx: EntityManager, actor: Actor, scheme: Scheme): Promise<void> {
    const lines = await tx.find(SchemeLine, { where: { schemeId: scheme.id }, order: { id: 'ASC' } })
    const { id, schoolId, fundId, fiscalYear } = scheme
    const common = { kind: 'allot', schoolId, fundId, fiscalYear, sourceEntity: 'scheme', sourceId: id } as const
    const byPurpose = new Map<string, SchemeLine[]>()
    for (const line of lines) byPurpose.set(line.purpose, [...(byPurpose.get(line.purpose) ?? []), line])
    await this.ledger.post(tx, actor, [
      ...[...byPurpose].map(([purpose, each]) => ({ ...common, debit: 'R400', credit: 'A110', amountFen: addFen(fen(0), ...each.map((line) => line.amountFen)), businessKey: `allot:${id}:from:${purpose}`, homeClassId: null, purpose } as const)),
      ...lines.map(({ homeClassId, purpose, amountFen }) => ({ ...common, debit: 'A110', credit: 'R400', amountFen, businessKey: `allot:${id}:${homeClassId}:${purpose}`, homeClassId, purpose } as const)),
    ])
  }

  private async proposed(tx: EntityManager, line: AppropriationLine): Promise<{ homeClassId: number; purpose: string; amountFen: ReturnType<typeof fen> }[]> {
    const { fundId, fiscalYear, fund } = line.appropriation!
    const declaration = await tx.findOneByOrFail(Declaration, { schoolId: line.schoolId, fundId, fiscalYear, sequence: 0 })
    const classes = await tx.find(DeclarationLine, { where: { declarationId: declaration.id }, order: { id: 'ASC' } })
    const { service, other } = fund!.purposes.find((purpose) => purpose.stage === line.school!.stage)!
    return allot(line.amountFen, classes, { service, other, serviceSharePerMille: declaration.serviceSharePerMille })
  }

  private async out(manager: EntityManager, actor: Actor, scheme: Scheme): Promise<SchemeWithLinesOut> {
    const own = await this.transitions.eventsOf(manager, 'scheme', [scheme.id], actor)
    const lines = await manager.createQueryBuilder(SchemeLine, 'line').innerJoinAndMapOne('line.homeClass', HomeClass, 'homeClass', 'homeClass.id = line.homeClassId')
      .where('line.schemeId = :id', { id: scheme.id }).orderBy('homeClass.grade').addOrderBy('homeClass.number').addOrderBy('line.purpose').getMany()
    return { ...toSchemeOut(scheme, actionsOn(scheme, actor, own.get(scheme.id))), lines: lines.map(toSchemeLineOut) }
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Scheme> {
    const scheme = await scoped(this.joined(manager), actor, 'scheme.schoolId').andWhere('scheme.id = :id', { id }).getOne()
    if (!scheme) throw new NotFound('scheme', id)
    return scheme
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Scheme> {
    return manager.createQueryBuilder(Scheme, 'scheme')
      .innerJoinAndMapOne('scheme.school', School, 'school', 'school.id = scheme.schoolId')
      .innerJoinAndMapOne('scheme.fund', Fund, 'fund', 'fund.id = scheme.fundId')
  }
}

function actionsOn(scheme: Scheme, actor: Actor, own: Caused = new Set<string>()): string[] {
  const allowed = eventsFrom(schemeTable, scheme.status, actor.permissions, own)
  return scheme.status === 'draft' && actor.permissions.has('scheme.write') ? [...allowed, 'update'] : allowed
}
