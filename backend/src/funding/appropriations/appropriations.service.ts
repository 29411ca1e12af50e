/** Which money is granted to which school (经费下达), and who has drafted, signed and issued the notice? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, isDuplicateKey } from '../../platform/database/database.js'
import { addToRows, insertRows } from '../../platform/database/many-rows.js'
import { Forbidden, NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { addFen, type Fen, fen, shareOut, subtractFen, toFen } from '../../platform/money.js'
import { likeText, type Page, paged } from '../../platform/paging.js'
import { type Caused, eventsFrom } from '../../platform/states.js'
import { Declaration } from '../declarations/declaration.entity.js'
import { Fund } from '../standards/fund.entity.js'
import { StandardsService } from '../standards/standards.service.js'
import type { PayingLevel } from '../standards/rules.js'
import { Appropriation } from './appropriation.entity.js'
import { AppropriationLine } from './appropriation-line.entity.js'
import { appropriationTable } from './appropriation.states.js'
import { Claim } from './claim.entity.js'
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

  /** Drafts a notice for every open claim of the region; where there is less to give, by largest remainder over the claims. */
  async create(actor: Actor, given: CreateAppropriationIn): Promise<AppropriationWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const fund = await this.standards.requireFund(tx, actor.regionCode, given.fundId)
      const policy = await this.standards.policy(tx, fund.id, actor.regionCode, this.clock.today())
      const open = await this.openClaims(tx, actor.regionCode, given)
      if (open.length === 0) throw new RuleBroken('funding.nothing_approved', { fund: fund.name, fiscalYear: given.fiscalYear })
      const amounts = draftAmounts(open.map((each) => each.openFen), given.availableFen)
      const { level } = open[0]!
      const appropriation = await tx.save(tx.create(Appropriation, {
        regionCode: actor.regionCode, fundId: fund.id, fiscalYear: given.fiscalYear, level, title: given.title, status: 'draft', documentNumber: null, totalFen: addFen(...amounts),
        availableFen: given.availableFen === undefined ? null : fen(given.availableFen), budgetCategory: policy?.budgetCategory ?? null, spendByOn: given.spendByOn ?? null, issuedOn: null, snapshotHash: null, createdAt: this.clock.now(),
      }))
      const lines = open.map(({ schoolId, classCount, openFen }, index) => ({ appropriationId: appropriation.id, schoolId, classCount, claimFen: openFen, amountFen: amounts[index]! })).filter((line) => line.amountFen > 0)
      await insertRows(tx, 'appropriation_line', lines)
      await this.takeFromClaims(tx, appropriation, lines)
      await this.audit.record(tx, actor, { action: 'appropriation.create', entity: 'appropriation', entityId: appropriation.id, after: { ...given, totalFen: appropriation.totalFen, lineCount: lines.length } })
      return this.out(tx, actor, await this.find(tx, actor, appropriation.id))
    })
  }

  /** Throws a draft away; its declarations can then be granted by another notice. */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const appropriation = await this.findOwn(tx, actor, id)
      if (appropriation.status !== 'draft') throw new StateConflict('state.not_possible', { status: appropriation.status })
      const lines = await tx.findBy(AppropriationLine, { appropriationId: id })
      await this.takeFromClaims(tx, appropriation, lines.map(({ schoolId, amountFen }) => ({ schoolId, amountFen: subtractFen(fen(0), amountFen) })))
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

  // What claims of one paying level still have open; a notice is for one level.
  private async openClaims(tx: EntityManager, regionCode: string, { fundId, fiscalYear, level }: CreateAppropriationIn): Promise<OpenClaim[]> {
    const query = tx.createQueryBuilder(Claim, 'claim').innerJoin(School, 'school', 'school.id = claim.schoolId')
      .leftJoin(Declaration, 'declaration', 'declaration.schoolId = claim.schoolId AND declaration.fundId = claim.fundId AND declaration.fiscalYear = claim.fiscalYear AND declaration.sequence = 0')
      .select(['claim.schoolId AS schoolId', 'claim.level AS level', 'declaration.classCount AS classCount', 'claim.approvedFen - claim.grantedFen AS openFen'])
      .where('school.regionCode LIKE :region AND claim.fundId = :fundId AND claim.fiscalYear = :fiscalYear AND claim.approvedFen > claim.grantedFen', { region: `${regionCode}%`, fundId, fiscalYear })
    if (level) query.andWhere('claim.level = :level', { level })
    const rows = await query.orderBy('school.regionCode').addOrderBy('school.name').addOrderBy('school.id').getRawMany<{ schoolId: number; level: PayingLevel; classCount: number | null; openFen: string | number }>()
    if (new Set(rows.map((row) => row.level)).size > 1) throw new RuleBroken('funding.level_needed')
    return rows.map((row) => ({ schoolId: row.schoolId, level: row.level, classCount: row.classCount ?? 0, openFen: toFen(row.openFen) }))
  }

  // The write takes the claims' locks; a claim that stands below zero after it refuses the notice.
  private async takeFromClaims(tx: EntityManager, { fundId, fiscalYear, level }: Appropriation, lines: readonly { schoolId: number; amountFen: Fen }[]): Promise<void> {
    await addToRows(tx, 'claim', ['schoolId', 'fundId', 'fiscalYear', 'level'], ['grantedFen'], lines.map(({ schoolId, amountFen }) => ({ schoolId, fundId, fiscalYear, level, approvedFen: 0, grantedFen: amountFen })))
    const over = await tx.createQueryBuilder(Claim, 'claim').innerJoin(AppropriationLine, 'line', 'line.schoolId = claim.schoolId').innerJoin(Appropriation, 'notice', 'notice.id = line.appropriationId')
      .where('claim.fundId = :fundId AND claim.fiscalYear = :fiscalYear AND claim.level = :level AND claim.grantedFen > claim.approvedFen AND line.amountFen > 0', { fundId, fiscalYear, level })
      .andWhere('notice.fundId = :fundId AND notice.fiscalYear = :fiscalYear AND notice.status = :draft', { draft: 'draft' }).getExists()
    if (over && lines.some((line) => line.amountFen > 0)) throw new StateConflict('funding.claims_taken')
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

interface OpenClaim {
  readonly schoolId: number
  readonly level: PayingLevel
  readonly classCount: number
  readonly openFen: Fen
}

/** All claims in full, or what there is shared out over them to the fen. */
function draftAmounts(open: readonly Fen[], availableFen?: number): Fen[] {
  const claimed = addFen(...open)
  if (availableFen === undefined || availableFen >= claimed) return [...open]
  return shareOut(fen(availableFen), open)
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
