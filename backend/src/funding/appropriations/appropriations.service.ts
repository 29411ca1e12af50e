/** Which money is granted to which school (经费下达), and who has drafted, signed and issued the notice? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, isDuplicateKey } from '../../platform/database/database.js'
import { Forbidden, NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { addFen, fen, toFen } from '../../platform/money.js'
import { likeText, type Page, paged } from '../../platform/paging.js'
import { type Caused, eventsFrom } from '../../platform/states.js'
import { Declaration } from '../declarations/declaration.entity.js'
import { Fund } from '../standards/fund.entity.js'
import { StandardsService } from '../standards/standards.service.js'
import { Appropriation } from './appropriation.entity.js'
import { AppropriationLine } from './appropriation-line.entity.js'
import { appropriationTable } from './appropriation.states.js'
import {
  type AppropriationListQuery, type AppropriationOut, type AppropriationWithLinesOut, type CreateAppropriationIn, toAppropriationLineOut, toAppropriationOut,
} from './appropriations.dto.js'

export type AppropriationEvent = keyof typeof appropriationTable.events

const sortable = { createdAt: 'appropriation.createdAt', fiscalYear: 'appropriation.fiscalYear', status: 'appropriation.status', totalFen: 'appropriation.totalFen', documentNumber: 'appropriation.documentNumber', id: 'appropriation.id' }

@Injectable()
export class AppropriationsService {
  constructor(
    private readonly database: Database, private readonly clock: Clock, private readonly audit: AuditEntries, private readonly transitions: Transitions,
    private readonly standards: StandardsService,
  ) {}

  async list(actor: Actor, list: AppropriationListQuery): Promise<Page<AppropriationOut>> {
    const query = this.visible(this.database.read, actor)
    if (list.fundId) query.andWhere('appropriation.fundId = :fundId', { fundId: list.fundId })
    if (list.fiscalYear) query.andWhere('appropriation.fiscalYear = :fiscalYear', { fiscalYear: list.fiscalYear })
    if (list.status) query.andWhere('appropriation.status = :status', { status: list.status })
    if (list.schoolId) query.andWhere(`appropriation.id IN ${linesOfSchool(query)}`, { lineSchoolId: list.schoolId })
    if (list.q) query.andWhere("(appropriation.title LIKE :q ESCAPE '!' OR appropriation.documentNumber LIKE :q ESCAPE '!')", { q: `%${likeText(list.q)}%` })
    const page = await paged(query, { ...list, sort: list.sort ?? 'createdAt', order: list.order ?? 'desc' }, sortable, (appropriation) => appropriation)
    const own = await this.transitions.eventsOf(this.database.read, 'appropriation', page.items.map((item) => item.id), actor)
    return { ...page, items: page.items.map((item) => toAppropriationOut(item, actionsOn(item, actor, own.get(item.id)))) }
  }

  async get(actor: Actor, id: number): Promise<AppropriationWithLinesOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  /** Drafts a notice for every approved declaration of the region that has not been granted yet. */
  async create(actor: Actor, given: CreateAppropriationIn): Promise<AppropriationWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const fund = await this.standards.requireFund(tx, actor.regionCode, given.fundId)
      const appropriation = await tx.save(tx.create(Appropriation, {
        ...given, regionCode: actor.regionCode, status: 'draft', documentNumber: null, totalFen: fen(0), issuedOn: null, createdAt: this.clock.now(),
      }))
      const lineCount = await this.collect(tx, appropriation)
      if (lineCount === 0) throw new RuleBroken('funding.nothing_approved', { fund: fund.name, fiscalYear: given.fiscalYear })
      const saved = await this.find(tx, actor, appropriation.id)
      await this.audit.record(tx, actor, { action: 'appropriation.create', entity: 'appropriation', entityId: saved.id, after: { ...given, totalFen: saved.totalFen, lineCount } })
      return this.out(tx, actor, saved)
    })
  }

  /** Throws a draft away; its declarations can then be granted by another notice. */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const appropriation = await this.findOwn(tx, actor, id)
      if (appropriation.status !== 'draft') throw new StateConflict('state.not_possible', { status: appropriation.status })
      await tx.delete(AppropriationLine, { appropriationId: id })
      const removed = await tx.delete(Appropriation, { id, status: 'draft' })
      if (removed.affected !== 1) throw new StateConflict('state.conflict')
      await this.audit.record(tx, actor, { action: 'appropriation.delete', entity: 'appropriation', entityId: id, before: { title: appropriation.title, totalFen: appropriation.totalFen } })
    })
  }

  /** One step of the chain. Issuing needs the document number; before it the attachment must add up to the total. */
  async act(actor: Actor, id: number, event: AppropriationEvent, { comment, documentNumber }: { comment?: string | undefined; documentNumber?: string } = {}): Promise<AppropriationWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const appropriation = await this.findOwn(tx, actor, id)
      if (event === 'submit' || event === 'issue') await this.requireExactSum(tx, appropriation)
      const set = event === 'issue' ? { documentNumber: documentNumber!.trim(), issuedOn: this.clock.today() } : {}
      try {
        await this.transitions.move(tx, appropriationTable, Appropriation, appropriation, event, actor, { comment, set })
      } catch (error) {
        if (isDuplicateKey(error)) throw new RuleBroken('funding.document_number_taken', { documentNumber: documentNumber ?? null })
        throw error
      }
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  // The unique key on the declaration is the last word: two notices cannot grant the same claim.
  private async collect(tx: EntityManager, appropriation: Appropriation): Promise<number> {
    const claims = await tx.createQueryBuilder(Declaration, 'declaration')
      .leftJoin(AppropriationLine, 'line', 'line.declarationId = declaration.id')
      .where('declaration.regionCode LIKE :region AND declaration.fundId = :fundId AND declaration.fiscalYear = :fiscalYear', {
        region: `${appropriation.regionCode}%`, fundId: appropriation.fundId, fiscalYear: appropriation.fiscalYear,
      })
      .andWhere("declaration.status = 'approved' AND line.id IS NULL").orderBy('declaration.regionCode').addOrderBy('declaration.schoolId').getMany()
    const lines = claims.map(({ id, schoolId, classCount, amountFen }) => ({ appropriationId: appropriation.id, schoolId, declarationId: id, classCount, amountFen, receivedAt: null }))
    for (let start = 0; start < lines.length; start += 500) await tx.insert(AppropriationLine, lines.slice(start, start + 500))
    await tx.update(Appropriation, { id: appropriation.id }, { totalFen: addFen(...lines.map((line) => line.amountFen)) })
    return lines.length
  }

  private async requireExactSum(tx: EntityManager, appropriation: Appropriation): Promise<void> {
    const row = await tx.createQueryBuilder(AppropriationLine, 'line').select('SUM(line.amountFen)', 'sumFen')
      .where('line.appropriationId = :id', { id: appropriation.id }).getRawOne<{ sumFen: string | number | null }>()
    const sumFen = toFen(row?.sumFen)
    if (sumFen !== appropriation.totalFen || sumFen === 0) throw new RuleBroken('funding.sum_differs', { totalFen: appropriation.totalFen, sumFen })
  }

  private async out(manager: EntityManager, actor: Actor, appropriation: Appropriation): Promise<AppropriationWithLinesOut> {
    const query = manager.createQueryBuilder(AppropriationLine, 'line').innerJoinAndMapOne('line.school', School, 'school', 'school.id = line.schoolId')
      .where('line.appropriationId = :id', { id: appropriation.id }).orderBy('line.id')
    if (actor.schoolId !== null) query.andWhere('line.schoolId = :own', { own: actor.schoolId })
    else query.andWhere('school.regionCode LIKE :region', { region: `${actor.regionCode}%` })
    const own = await this.transitions.eventsOf(manager, 'appropriation', [appropriation.id], actor)
    return { ...toAppropriationOut(appropriation, actionsOn(appropriation, actor, own.get(appropriation.id))), lines: (await query.getMany()).map(toAppropriationLineOut) }
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Appropriation> {
    const appropriation = await this.visible(manager, actor).andWhere('appropriation.id = :id', { id }).getOne()
    if (!appropriation) throw new NotFound('appropriation', id)
    return appropriation
  }

  private async findOwn(manager: EntityManager, actor: Actor, id: number): Promise<Appropriation> {
    const appropriation = await this.find(manager, actor, id)
    if (appropriation.regionCode !== actor.regionCode) throw new Forbidden('funding.notice_of_other_region')
    return appropriation
  }

  // The issuing region sees all of its notices; regions and schools below it see issued ones in which they have a row.
  private visible(manager: EntityManager, actor: Actor): SelectQueryBuilder<Appropriation> {
    const query = manager.createQueryBuilder(Appropriation, 'appropriation').innerJoinAndMapOne('appropriation.fund', Fund, 'fund', 'fund.id = appropriation.fundId')
    if (actor.schoolId !== null) {
      return query.where(`appropriation.status = 'issued' AND appropriation.id IN ${linesOfSchool(query)}`, { lineSchoolId: actor.schoolId })
    }
    const below = query.subQuery().select('line.appropriationId').from(AppropriationLine, 'line')
      .innerJoin(School, 'lineSchool', 'lineSchool.id = line.schoolId').where('lineSchool.regionCode LIKE :region').getQuery()
    return query.where(`(appropriation.regionCode LIKE :region OR (appropriation.status = 'issued' AND appropriation.id IN ${below}))`, { region: `${actor.regionCode}%` })
  }
}

function linesOfSchool(query: SelectQueryBuilder<Appropriation>): string {
  return query.subQuery().select('ownLine.appropriationId').from(AppropriationLine, 'ownLine').where('ownLine.schoolId = :lineSchoolId').getQuery()
}

// Only people of the issuing region act on a notice, however much those above or below may see.
function actionsOn(appropriation: Appropriation, actor: Actor, own: Caused = new Set<string>()): string[] {
  if (appropriation.regionCode !== actor.regionCode) return []
  const allowed = eventsFrom(appropriationTable, appropriation.status, actor.permissions, own)
  return appropriation.status === 'draft' && actor.permissions.has('appropriation.write') ? [...allowed, 'delete'] : allowed
}
