/** Which money is granted to which school (经费下达), and who has drafted, signed and issued the notice? */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type EventIn, type Seen, type Taken, Transitions } from '../../audit/index.js'
import { School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { Forbidden, Invalid, NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { addFen, type Fen, fen, shareOut, subtractFen } from '../../platform/money.js'
import { contains, equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { type Caused, editing, eventsFrom } from '../../platform/states.js'
import { StandardsService, requireFund } from '../../entitlement/index.js'
import { Appropriation } from './appropriation.entity.js'
import { AppropriationLine } from './appropriation-line.entity.js'
import { appropriationTable } from './appropriation.states.js'
import {
  type AppropriationListQuery,
  type AppropriationOut,
  type AppropriationWithLinesOut,
  type CreateAppropriationIn,
  toAppropriationLineOut,
  toAppropriationOut,
  type UpdateAppropriationIn,
} from './appropriations.dto.js'
import { openClaims, takeFromClaims } from './claims.js'
import { frozenNotice, hashOfNotice, requireExactSum } from './notice-content.js'
import { linesOfSchool, visibleNotices } from './visible-notices.js'

export type AppropriationEvent = keyof typeof appropriationTable.events

const appropriations: Listing<AppropriationListQuery> = {
  sortable: {
    createdAt: 'appropriation.createdAt',
    fiscalYear: 'appropriation.fiscalYear',
    status: 'appropriation.status',
    totalFen: 'appropriation.totalFen',
    documentNumber: 'appropriation.documentNumber',
    id: 'appropriation.id',
  },
  filters: {
    fundId: equals('appropriation.fundId'),
    fiscalYear: equals('appropriation.fiscalYear'),
    status: equals('appropriation.status'),
    schoolId: (schoolId, field, query) => ({
      sql: `appropriation.id IN ${linesOfSchool(query, field)}`,
      values: { [field]: schoolId },
    }),
    q: contains('appropriation.title', 'appropriation.documentNumber'),
  },
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
    const page = await paged(
      visibleNotices(this.database.read, actor),
      { ...list, sort: list.sort ?? 'createdAt', order: list.order ?? 'desc' },
      appropriations,
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
      const open = await openClaims(tx, actor.regionCode, given)
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
      await takeFromClaims(tx, appropriation, lines)
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
      if (changed.length > 0 && !given.reason?.trim()) throw new RuleBroken('funding.notice_reason_needed')
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
    await takeFromClaims(
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
      await takeFromClaims(
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
      if (event === 'submit' || event === 'issue') await requireExactSum(tx, appropriation)
      const set =
        event === 'issue'
          ? await frozenNotice(tx, appropriation, {
              documentNumber: documentNumber!.trim(),
              issuedOn: this.clock.today(),
            })
          : {}
      await onDuplicate(
        () =>
          this.transitions.move(tx, appropriationTable, Appropriation, appropriation, event, actor, {
            comment,
            set,
          }),
        () => new RuleBroken('funding.document_number_taken', { documentNumber: documentNumber ?? null }),
      )
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
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
        : appropriation.snapshotHash === (await hashOfNotice(manager, appropriation))
    return {
      ...toAppropriationOut(appropriation, actionsOn(appropriation, actor, own.get(appropriation.id))),
      isAsIssued,
      lines: (await query.getMany()).map(toAppropriationLineOut),
    }
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Appropriation> {
    const appropriation = await visibleNotices(manager, actor)
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
    throw new Invalid('request.row_twice')
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

// Only people of the issuing region act on a notice, however much those above or below may see.
function actionsOn(appropriation: Appropriation, actor: Actor, own: Caused = new Set<string>()): string[] {
  if (appropriation.regionCode !== actor.regionCode) return []
  const allowed = eventsFrom(appropriationTable, appropriation.status, actor.permissions, own)
  return appropriation.status === 'draft' && actor.permissions.has('appropriation.write')
    ? [...allowed, 'update', 'delete']
    : allowed
}
