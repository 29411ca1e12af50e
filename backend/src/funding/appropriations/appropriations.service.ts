/** Which money is granted to which school (经费下达), and who has drafted, signed and issued the notice? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type EventIn, type Seen, type Taken, Transitions } from '../../audit/index.js'
import { School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, isDuplicateKey } from '../../platform/database/database.js'
import { addToRows, insertRows } from '../../platform/database/many-rows.js'
import { Forbidden, Invalid, NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { addFen, type Fen, fen, shareOut, subtractFen, toFen } from '../../platform/money.js'
import { likeText, type Page, paged } from '../../platform/paging.js'
import { type Caused, editing, eventsFrom } from '../../platform/states.js'
import { Declaration } from '../declarations/declaration.entity.js'
import { snapshotHash } from '../snapshot.js'
import { Fund } from '../standards/fund.entity.js'
import { StandardsService } from '../standards/standards.service.js'
import type { PayingLevel } from '../standards/rules.js'
import { Appropriation } from './appropriation.entity.js'
import { AppropriationLine } from './appropriation-line.entity.js'
import { appropriationTable } from './appropriation.states.js'
import { Claim } from './claim.entity.js'
import {
  type AppropriationListQuery,
  type AppropriationOut,
  type AppropriationWithLinesOut,
  type CreateAppropriationIn,
  toAppropriationLineOut,
  toAppropriationOut,
  type UpdateAppropriationIn,
} from './appropriations.dto.js'
import { requireFund } from '../standards/require-fund.js'

export type AppropriationEvent = keyof typeof appropriationTable.events

const sortable = {
  createdAt: 'appropriation.createdAt',
  fiscalYear: 'appropriation.fiscalYear',
  status: 'appropriation.status',
  totalFen: 'appropriation.totalFen',
  documentNumber: 'appropriation.documentNumber',
  id: 'appropriation.id',
}

@Injectable()
export class AppropriationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly standards: StandardsService,
  ) {}

  async list(actor: Actor, list: AppropriationListQuery): Promise<Page<AppropriationOut>> {
    const query = this.visible(this.database.read, actor)
    if (list.fundId) query.andWhere('appropriation.fundId = :fundId', { fundId: list.fundId })
    if (list.fiscalYear)
      query.andWhere('appropriation.fiscalYear = :fiscalYear', { fiscalYear: list.fiscalYear })
    if (list.status) query.andWhere('appropriation.status = :status', { status: list.status })
    if (list.schoolId)
      query.andWhere(`appropriation.id IN ${linesOfSchool(query)}`, { lineSchoolId: list.schoolId })
    if (list.q)
      query.andWhere(
        "(appropriation.title LIKE :q ESCAPE '!' OR appropriation.documentNumber LIKE :q ESCAPE '!')",
        { q: `%${likeText(list.q)}%` },
      )
    const page = await paged(
      query,
      { ...list, sort: list.sort ?? 'createdAt', order: list.order ?? 'desc' },
      sortable,
      (appropriation) => appropriation,
    )
    const own = await this.transitions.eventsOf(
      this.database.read,
      'appropriation',
      page.items.map((item) => item.id),
      actor,
    )
    return {
      ...page,
      items: page.items.map((item) => toAppropriationOut(item, actionsOn(item, actor, own.get(item.id)))),
    }
  }

  async get(actor: Actor, id: number): Promise<AppropriationWithLinesOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  /** Drafts a notice for every open claim of the region; where there is less to give, by largest remainder over the claims. */
  async create(actor: Actor, given: CreateAppropriationIn): Promise<AppropriationWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const fund = await requireFund(tx, actor.regionCode, given.fundId)
      const policy = await this.standards.policy(tx, fund.id, actor.regionCode, this.clock.today())
      const open = await this.openClaims(tx, actor.regionCode, given)
      if (open.length === 0)
        throw new RuleBroken('funding.nothing_approved', { fund: fund.name, fiscalYear: given.fiscalYear })
      const amounts = draftAmounts(
        open.map((each) => each.openFen),
        given.availableFen,
      )
      const { level } = open[0]!
      const appropriation = await tx.save(
        tx.create(Appropriation, {
          regionCode: actor.regionCode,
          fundId: fund.id,
          fiscalYear: given.fiscalYear,
          level,
          title: given.title,
          status: 'draft',
          documentNumber: null,
          totalFen: addFen(...amounts),
          availableFen: given.availableFen === undefined ? null : fen(given.availableFen),
          budgetCategory: policy?.budgetCategory ?? null,
          spendByOn: given.spendByOn ?? null,
          reason: null,
          issuedOn: null,
          snapshotHash: null,
          createdAt: this.clock.now(),
        }),
      )
      const lines = open
        .map(({ schoolId, classCount, openFen }, index) => ({
          appropriationId: appropriation.id,
          schoolId,
          classCount,
          claimFen: openFen,
          amountFen: amounts[index]!,
        }))
        .filter((line) => line.amountFen > 0)
      await insertRows(tx, 'appropriation_line', lines)
      await this.takeFromClaims(tx, appropriation, lines)
      await this.transitions.made(tx, appropriationTable, appropriation, actor)
      await this.audit.record(tx, actor, {
        action: 'appropriation.create',
        entity: 'appropriation',
        entityId: appropriation.id,
        after: { ...given, totalFen: appropriation.totalFen, lineCount: lines.length },
      })
      return this.out(tx, actor, await this.find(tx, actor, appropriation.id))
    })
  }

  /** Mends a draft; changed amounts need a reason, stay within the claims and make the total anew. */
  async update(
    actor: Actor,
    id: number,
    { amounts = [], revision, ...given }: UpdateAppropriationIn,
  ): Promise<AppropriationWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const taken = await this.take(tx, actor, id, editing, { revision })
      const before = { ...taken }
      const lines = await tx.find(AppropriationLine, { where: { appropriationId: id }, order: { id: 'ASC' } })
      const changed = changedAmounts(lines, amounts)
      if (changed.length > 0 && !given.reason?.trim()) throw new RuleBroken('funding.reason_needed')
      const totalFen = addFen(
        before.totalFen,
        ...changed.map(({ line, amountFen }) => subtractFen(amountFen, line.amountFen)),
      )
      if (before.availableFen !== null && totalFen > before.availableFen)
        throw new RuleBroken('funding.over_available', { totalFen, availableFen: before.availableFen })
      const change = {
        totalFen,
        title: given.title ?? before.title,
        spendByOn: given.spendByOn === undefined ? before.spendByOn : given.spendByOn,
        reason: given.reason?.trim() ?? before.reason,
      }
      await this.transitions.edit(tx, appropriationTable, Appropriation, taken, change, actor)
      await this.writeAmounts(tx, before, changed)
      const after = await this.find(tx, actor, id)
      await this.audit.record(tx, actor, {
        action: 'appropriation.update',
        entity: 'appropriation',
        entityId: id,
        before: { ...plain(before), amounts: changed.map(({ line }) => [line.schoolId, line.amountFen]) },
        after: { ...plain(after), amounts: changed.map(({ line, amountFen }) => [line.schoolId, amountFen]) },
      })
      return this.out(tx, actor, after)
    })
  }

  // One statement for all rows; a row that somebody else has changed since it was read is not hit.
  private async writeAmounts(
    tx: EntityManager,
    appropriation: Appropriation,
    changed: readonly ChangedAmount[],
  ): Promise<void> {
    if (changed.length === 0) return
    const cases = changed.map(({ line, amountFen }) => `WHEN ${line.id} THEN ${amountFen}`).join(' ')
    const written = await tx
      .createQueryBuilder()
      .update(AppropriationLine)
      .set({ amountFen: () => `CASE id ${cases} END` })
      .where(changed.map(({ line }) => `(id = ${line.id} AND amountFen = ${line.amountFen})`).join(' OR '))
      .execute()
    if (written.affected !== changed.length) throw new StateConflict('state.conflict')
    await this.takeFromClaims(
      tx,
      appropriation,
      changed.map(({ line, amountFen }) => ({
        schoolId: line.schoolId,
        amountFen: subtractFen(amountFen, line.amountFen),
      })),
    )
  }

  /** Throws a draft away; its declarations can then be granted by another notice. */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const appropriation = await this.take(tx, actor, id, editing)
      const lines = await tx.findBy(AppropriationLine, { appropriationId: id })
      await this.takeFromClaims(
        tx,
        appropriation,
        lines.map(({ schoolId, amountFen }) => ({ schoolId, amountFen: subtractFen(fen(0), amountFen) })),
      )
      await tx.delete(AppropriationLine, { appropriationId: id })
      await tx.delete(Appropriation, { id })
      await this.audit.record(tx, actor, {
        action: 'appropriation.delete',
        entity: 'appropriation',
        entityId: id,
        before: { title: appropriation.title, totalFen: appropriation.totalFen },
      })
    })
  }

  /** One step of the chain. Issuing needs the document number; before it the attachment must add up to the total. */
  async act(
    actor: Actor,
    id: number,
    event: AppropriationEvent,
    { comment, documentNumber, ...seen }: EventIn & { documentNumber?: string } = {},
  ): Promise<AppropriationWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const appropriation = await this.take(tx, actor, id, event, seen)
      if (event === 'submit' || event === 'issue') await this.requireExactSum(tx, appropriation)
      const set =
        event === 'issue'
          ? await this.frozen(tx, appropriation, {
              documentNumber: documentNumber!.trim(),
              issuedOn: this.clock.today(),
            })
          : {}
      try {
        await this.transitions.move(tx, appropriationTable, Appropriation, appropriation, event, actor, {
          comment,
          set,
        })
      } catch (error) {
        if (isDuplicateKey(error))
          throw new RuleBroken('funding.document_number_taken', { documentNumber: documentNumber ?? null })
        throw error
      }
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  // What claims of one paying level still have open; a notice is for one level.
  private async openClaims(
    tx: EntityManager,
    regionCode: string,
    { fundId, fiscalYear, level }: CreateAppropriationIn,
  ): Promise<OpenClaim[]> {
    const query = tx
      .createQueryBuilder(Claim, 'claim')
      .innerJoin(School, 'school', 'school.id = claim.schoolId')
      .leftJoin(
        Declaration,
        'declaration',
        'declaration.schoolId = claim.schoolId AND declaration.fundId = claim.fundId AND declaration.fiscalYear = claim.fiscalYear AND declaration.sequence = 0',
      )
      .select([
        'claim.schoolId AS schoolId',
        'claim.level AS level',
        'declaration.classCount AS classCount',
        'claim.approvedFen - claim.grantedFen AS openFen',
      ])
      .where(
        'school.regionCode LIKE :region AND claim.fundId = :fundId AND claim.fiscalYear = :fiscalYear AND claim.approvedFen > claim.grantedFen',
        { region: `${regionCode}%`, fundId, fiscalYear },
      )
    if (level) query.andWhere('claim.level = :level', { level })
    const rows = await query
      .orderBy('school.regionCode')
      .addOrderBy('school.name')
      .addOrderBy('school.id')
      .getRawMany<{
        schoolId: number
        level: PayingLevel
        classCount: number | null
        openFen: string | number
      }>()
    if (new Set(rows.map((row) => row.level)).size > 1) throw new RuleBroken('funding.level_needed')
    return rows.map((row) => ({
      schoolId: row.schoolId,
      level: row.level,
      classCount: row.classCount ?? 0,
      openFen: toFen(row.openFen),
    }))
  }

  // The write takes the claims' locks; one of the claims just taken from that stands below zero after it refuses the notice.
  private async takeFromClaims(
    tx: EntityManager,
    { fundId, fiscalYear, level }: Appropriation,
    lines: readonly { schoolId: number; amountFen: Fen }[],
  ): Promise<void> {
    const sorted = [...lines].sort((a, b) => a.schoolId - b.schoolId)
    await addToRows(
      tx,
      'claim',
      ['schoolId', 'fundId', 'fiscalYear', 'level'],
      ['grantedFen'],
      sorted.map(({ schoolId, amountFen }) => ({
        schoolId,
        fundId,
        fiscalYear,
        level,
        approvedFen: 0,
        grantedFen: amountFen,
      })),
    )
    const schoolIds = sorted.filter((line) => line.amountFen > 0).map((line) => line.schoolId)
    if (schoolIds.length === 0) return
    const over = (await tx
      .createQueryBuilder(Claim, 'claim')
      .innerJoinAndMapOne('claim.school', School, 'school', 'school.id = claim.schoolId')
      .where(
        'claim.schoolId IN (:...schoolIds) AND claim.fundId = :fundId AND claim.fiscalYear = :fiscalYear AND claim.level = :level AND claim.grantedFen > claim.approvedFen',
        { schoolIds, fundId, fiscalYear, level },
      )
      .orderBy('claim.schoolId')
      .limit(1)
      .getOne()) as (Claim & { school: School }) | null
    if (over)
      throw new RuleBroken('funding.claims_taken', {
        school: over.school.name,
        overFen: subtractFen(over.grantedFen, over.approvedFen),
      })
  }

  // Rows of zero were only kept so that a draft could be mended; what is issued is hashed whole.
  private async frozen(
    tx: EntityManager,
    appropriation: Appropriation,
    given: { documentNumber: string; issuedOn: string },
  ): Promise<object> {
    await tx.delete(AppropriationLine, { appropriationId: appropriation.id, amountFen: fen(0) })
    return { ...given, snapshotHash: await this.hashOf(tx, { ...appropriation, ...given }) }
  }

  private async hashOf(
    manager: EntityManager,
    {
      id,
      regionCode,
      fundId,
      fiscalYear,
      level,
      title,
      documentNumber,
      totalFen,
      budgetCategory,
      spendByOn,
      issuedOn,
    }: Appropriation,
  ): Promise<string> {
    const lines = await manager.find(AppropriationLine, {
      where: { appropriationId: id },
      order: { id: 'ASC' },
    })
    return snapshotHash({
      regionCode,
      fundId,
      fiscalYear,
      level,
      title,
      documentNumber,
      totalFen,
      budgetCategory,
      spendByOn,
      issuedOn,
      lines: lines.map(({ schoolId, classCount, claimFen, amountFen }) => ({
        schoolId,
        classCount,
        claimFen,
        amountFen,
      })),
    })
  }

  private async requireExactSum(tx: EntityManager, appropriation: Appropriation): Promise<void> {
    const row = await tx
      .createQueryBuilder(AppropriationLine, 'line')
      .select('SUM(line.amountFen)', 'sumFen')
      .where('line.appropriationId = :id', { id: appropriation.id })
      .getRawOne<{ sumFen: string | number | null }>()
    const sumFen = toFen(row?.sumFen)
    if (sumFen !== appropriation.totalFen || sumFen === 0)
      throw new RuleBroken('funding.sum_differs', { totalFen: appropriation.totalFen, sumFen })
  }

  private async out(
    manager: EntityManager,
    actor: Actor,
    appropriation: Appropriation,
  ): Promise<AppropriationWithLinesOut> {
    const query = manager
      .createQueryBuilder(AppropriationLine, 'line')
      .innerJoinAndMapOne('line.school', School, 'school', 'school.id = line.schoolId')
      .where('line.appropriationId = :id', { id: appropriation.id })
      .orderBy('line.id')
    if (actor.schoolId !== null) query.andWhere('line.schoolId = :own', { own: actor.schoolId })
    else query.andWhere('school.regionCode LIKE :region', { region: `${actor.regionCode}%` })
    const own = await this.transitions.eventsOf(manager, 'appropriation', [appropriation.id], actor)
    const isAsIssued =
      appropriation.snapshotHash === null
        ? null
        : appropriation.snapshotHash === (await this.hashOf(manager, appropriation))
    return {
      ...toAppropriationOut(appropriation, actionsOn(appropriation, actor, own.get(appropriation.id))),
      isAsIssued,
      lines: (await query.getMany()).map(toAppropriationLineOut),
    }
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Appropriation> {
    const appropriation = await this.visible(manager, actor)
      .andWhere('appropriation.id = :id', { id })
      .getOne()
    if (!appropriation) throw new NotFound('appropriation', id)
    return appropriation
  }

  private take(
    tx: EntityManager,
    actor: Actor,
    id: number,
    event: AppropriationEvent | typeof editing,
    seen?: Seen,
  ): Promise<Taken<Appropriation>> {
    const read = () => this.findOwn(tx, actor, id)
    return this.transitions.take(tx, appropriationTable, Appropriation, id, event, actor, { read, seen })
  }

  private async findOwn(manager: EntityManager, actor: Actor, id: number): Promise<Appropriation> {
    const appropriation = await this.find(manager, actor, id)
    if (appropriation.regionCode !== actor.regionCode) throw new Forbidden('funding.notice_of_other_region')
    return appropriation
  }

  // The issuing region sees all of its notices; regions and schools below it see issued ones in which they have a row.
  private visible(manager: EntityManager, actor: Actor): SelectQueryBuilder<Appropriation> {
    const query = manager
      .createQueryBuilder(Appropriation, 'appropriation')
      .innerJoinAndMapOne('appropriation.fund', Fund, 'fund', 'fund.id = appropriation.fundId')
    if (actor.schoolId !== null) {
      return query.where(`appropriation.status = 'issued' AND appropriation.id IN ${linesOfSchool(query)}`, {
        lineSchoolId: actor.schoolId,
      })
    }
    const below = query
      .subQuery()
      .select('line.appropriationId')
      .from(AppropriationLine, 'line')
      .innerJoin(School, 'lineSchool', 'lineSchool.id = line.schoolId')
      .where('lineSchool.regionCode LIKE :region')
      .getQuery()
    return query.where(
      `(appropriation.regionCode LIKE :region OR (appropriation.status = 'issued' AND appropriation.id IN ${below}))`,
      { region: `${actor.regionCode}%` },
    )
  }
}

interface OpenClaim {
  readonly schoolId: number
  readonly level: PayingLevel
  readonly classCount: number
  readonly openFen: Fen
}

interface ChangedAmount {
  readonly line: AppropriationLine
  readonly amountFen: Fen
}

function changedAmounts(
  lines: readonly AppropriationLine[],
  amounts: readonly { lineId: number; amountFen: number }[],
): ChangedAmount[] {
  const byId = new Map(lines.map((line) => [line.id, line]))
  if (new Set(amounts.map((each) => each.lineId)).size !== amounts.length)
    throw new Invalid('funding.row_twice')
  return amounts
    .map(({ lineId, amountFen }) => {
      const line = byId.get(lineId)
      if (!line) throw new NotFound('appropriation_line', lineId)
      return { line, amountFen: fen(amountFen) }
    })
    .filter(({ line, amountFen }) => line.amountFen !== amountFen)
}

function plain({ fund: _fund, ...row }: Appropriation): object {
  return row
}

/** All claims in full, or what there is shared out over them to the fen. */
function draftAmounts(open: readonly Fen[], availableFen?: number): Fen[] {
  const claimed = addFen(...open)
  if (availableFen === undefined || availableFen >= claimed) return [...open]
  return shareOut(fen(availableFen), open)
}

function linesOfSchool(query: SelectQueryBuilder<Appropriation>): string {
  return query
    .subQuery()
    .select('ownLine.appropriationId')
    .from(AppropriationLine, 'ownLine')
    .where('ownLine.schoolId = :lineSchoolId')
    .getQuery()
}

// Only people of the issuing region act on a notice, however much those above or below may see.
function actionsOn(appropriation: Appropriation, actor: Actor, own: Caused = new Set<string>()): string[] {
  if (appropriation.regionCode !== actor.regionCode) return []
  const allowed = eventsFrom(appropriationTable, appropriation.status, actor.permissions, own)
  return appropriation.status === 'draft' && actor.permissions.has('appropriation.write')
    ? [...allowed, 'update', 'delete']
    : allowed
}
