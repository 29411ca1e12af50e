/** How does a school put received money on its classes (分配方案)? Drafted from the declaration, passed by the staff, approved by the principal. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type EventIn, type Seen, type Taken, Transitions } from '../../audit/index.js'
import { HomeClass, requireSchool, School, scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { Invalid, NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { addFen, type Fen, fen, subtractFen } from '../../platform/money.js'
import { equals, notSearched } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { type Caused, editing, eventsFrom } from '../../platform/states.js'
import type { PurposePart } from '../allotments/allot.js'
import { ReceiptsService } from '../allotments/receipts.service.js'
import { Appropriation } from '../appropriations/appropriation.entity.js'
import { AppropriationLine } from '../appropriations/appropriation-line.entity.js'
import { LedgerService } from '../ledger/ledger.service.js'
import { Fund } from '../standards/fund.entity.js'
import { type Purpose, purposeNames } from '../standards/purposes.js'
import type { PayingLevel } from '../standards/rules.js'
import { Scheme } from './scheme.entity.js'
import { SchemeLine } from './scheme-line.entity.js'
import { schemeTable } from './scheme.states.js'
import { SchemeProposalsService } from './scheme-proposals.service.js'
import {
  type CreateSchemeIn,
  type SchemeLineIn,
  type SchemeListQuery,
  type SchemeOut,
  type SchemeWithLinesOut,
  toSchemeLineOut,
  toSchemeOut,
  type UpdateSchemeIn,
} from './schemes.dto.js'
import { requireFund } from '../standards/require-fund.js'

export type SchemeEvent = keyof typeof schemeTable.events

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
export class SchemesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly ledger: LedgerService,
    private readonly receipts: ReceiptsService,
    private readonly proposals: SchemeProposalsService,
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

  /** Drafts a scheme for a confirmed receipt, or for money carried over from the year before. */
  async create(
    actor: Actor,
    { receiptId, fundId, fiscalYear, schoolId }: CreateSchemeIn,
  ): Promise<SchemeWithLinesOut> {
    return this.database.transaction(async (tx) => {
      if (receiptId === undefined)
        return this.draft(
          tx,
          actor,
          await this.ofCarried(tx, actor, schoolId ?? actor.schoolId ?? 0, fundId!, fiscalYear!),
        )
      const line = await this.receipts.findReceived(tx, actor, receiptId)
      const { fundId: ofFund, fiscalYear: ofYear } = line.appropriation!
      return this.draft(tx, actor, {
        school: line.school!,
        fundId: ofFund,
        fiscalYear: ofYear,
        appropriationLineId: line.id,
        parts: await this.proposals.received(tx, line),
      })
    })
  }

  private async ofCarried(
    tx: EntityManager,
    actor: Actor,
    schoolId: number,
    fundId: number,
    fiscalYear: number,
  ): Promise<Draft> {
    const school = await requireSchool(tx, actor, schoolId)
    const fund = await requireFund(tx, school.regionCode, fundId)
    const open = await tx
      .createQueryBuilder(Scheme, 'scheme')
      .where(
        "scheme.schoolId = :schoolId AND scheme.fundId = :fundId AND scheme.fiscalYear = :fiscalYear AND scheme.appropriationLineId IS NULL AND scheme.status <> 'approved'",
        { schoolId, fundId, fiscalYear },
      )
      .getExists()
    if (open) throw new RuleBroken('funding.scheme_open')
    const parts = await this.proposals.carried(tx, { schoolId, fundId, fiscalYear })
    if (parts.length === 0) throw new RuleBroken('funding.scheme_nothing', { fund: fund.name })
    return { school, fundId, fiscalYear, appropriationLineId: null, parts }
  }

  private async draft(
    tx: EntityManager,
    actor: Actor,
    { school, fundId, fiscalYear, appropriationLineId, parts }: Draft,
  ): Promise<SchemeWithLinesOut> {
    const pot = { schoolId: school.id, fundId, fiscalYear }
    const shares = await this.proposals.shares(tx, school, pot, parts, appropriationLineId === null)
    const scheme = tx.create(Scheme, {
      ...pot,
      appropriationLineId,
      status: 'draft',
      totalFen: addFen(fen(0), ...parts.map((part) => part.amountFen)),
      staffMeetingOn: null,
      note: null,
      createdAt: this.clock.now(),
    })
    await onDuplicate(
      () => tx.save(scheme),
      () => new RuleBroken('funding.scheme_exists'),
    )
    await insertRows(
      tx,
      'scheme_line',
      shares.map(({ homeClassId, purpose, amountFen }) => ({
        schemeId: scheme.id,
        schoolId: school.id,
        homeClassId,
        purpose,
        amountFen,
      })),
    )
    await this.transitions.made(tx, schemeTable, scheme, actor)
    await this.audit.record(tx, actor, {
      action: 'scheme.create',
      entity: 'scheme',
      entityId: scheme.id,
      schoolId: school.id,
      after: { ...pot, receiptId: appropriationLineId, totalFen: scheme.totalFen },
    })
    return this.out(tx, actor, await this.find(tx, actor, scheme.id))
  }

  /** Changes a draft's note or lines; what is given to the classes stays, purpose by purpose, what there is to give. */
  async update(
    actor: Actor,
    id: number,
    { lines, note, ...seen }: UpdateSchemeIn,
  ): Promise<SchemeWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const before = await this.take(tx, actor, id, editing, seen)
      const change = note === undefined ? {} : { note: note?.trim() || null }
      await this.transitions.edit(tx, schemeTable, Scheme, before, change, actor)
      const old = await tx.find(SchemeLine, { where: { schemeId: id }, order: { id: 'ASC' } })
      if (lines) await this.replaceLines(tx, actor, before, old, lines)
      await this.audit.record(tx, actor, {
        action: 'scheme.update',
        entity: 'scheme',
        entityId: id,
        schoolId: before.schoolId,
        before: { note: before.note, lines: old.map(toPlainLine) },
        after: { note: note === undefined ? before.note : note, lines: (lines ?? old).map(toPlainLine) },
      })
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  private async replaceLines(
    tx: EntityManager,
    actor: Actor,
    scheme: Scheme,
    old: readonly SchemeLine[],
    given: readonly SchemeLineIn[],
  ): Promise<void> {
    if (new Set(given.map((line) => `${line.homeClassId}/${line.purpose}`)).size !== given.length)
      throw new Invalid('funding.row_twice')
    const known = new Set([
      ...(await tx.findBy(HomeClass, { schoolId: scheme.schoolId, isActive: true })).map((each) => each.id),
      ...old.map((line) => line.homeClassId),
    ])
    if (given.some((line) => !known.has(line.homeClassId)))
      throw new RuleBroken('funding.scheme_class_strange')
    const lines = given.map((line) => ({ ...line, amountFen: fen(line.amountFen) }))
    for (const [purpose, { sumFen, totalFen }] of sumsByPurpose(old, lines)) {
      if (sumFen === totalFen) continue
      const isMore = sumFen > totalFen
      throw new RuleBroken('funding.scheme_sum_differs', {
        purpose: purposeNames[purpose as Purpose][actor.language],
        sumFen,
        totalFen,
        differenceFen: isMore ? subtractFen(sumFen, totalFen) : subtractFen(totalFen, sumFen),
        side: sides[actor.language][isMore ? 'more' : 'less'],
      })
    }
    const removed = await tx.delete(SchemeLine, { schemeId: scheme.id })
    if (removed.affected !== old.length) throw new StateConflict('state.conflict')
    await insertRows(
      tx,
      'scheme_line',
      lines
        .filter((line) => line.amountFen > 0)
        .map(({ homeClassId, purpose, amountFen }) => ({
          schemeId: scheme.id,
          schoolId: scheme.schoolId,
          homeClassId,
          purpose,
          amountFen,
        })),
    )
  }

  /** Throws a draft away; the money stays with the school and can be distributed by another scheme. */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const scheme = await this.take(tx, actor, id, editing)
      await tx.delete(SchemeLine, { schemeId: id })
      await tx.delete(Scheme, { id })
      await this.audit.record(tx, actor, {
        action: 'scheme.delete',
        entity: 'scheme',
        entityId: id,
        schoolId: scheme.schoolId,
        before: { receiptId: scheme.appropriationLineId, totalFen: scheme.totalFen },
      })
    })
  }

  /** One step; approving puts the money on the classes. */
  async act(
    actor: Actor,
    id: number,
    event: SchemeEvent,
    { comment, staffMeetingOn, ...seen }: EventIn & { staffMeetingOn?: string } = {},
  ): Promise<SchemeWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const scheme = await this.take(tx, actor, id, event, seen)
      await this.transitions.move(tx, schemeTable, Scheme, scheme, event, actor, {
        comment,
        set: staffMeetingOn ? { staffMeetingOn } : {},
      })
      if (event === 'approve') await this.putOnClasses(tx, actor, scheme)
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  // The school's own standing goes down, the class's goes up: the same accounts, another place.
  private async putOnClasses(tx: EntityManager, actor: Actor, scheme: Scheme): Promise<void> {
    const lines = await tx.find(SchemeLine, { where: { schemeId: scheme.id }, order: { id: 'ASC' } })
    const { id, schoolId, fundId, fiscalYear } = scheme
    const common = {
      kind: 'allot',
      schoolId,
      fundId,
      fiscalYear,
      sourceEntity: 'scheme',
      sourceId: id,
      level: await this.levelOf(tx, scheme),
    } as const
    const byPurpose = new Map<string, SchemeLine[]>()
    for (const line of lines) byPurpose.set(line.purpose, [...(byPurpose.get(line.purpose) ?? []), line])
    await this.ledger.post(tx, actor, [
      ...[...byPurpose].map(
        ([purpose, each]) =>
          ({
            ...common,
            debit: 'R400',
            credit: 'A110',
            amountFen: addFen(fen(0), ...each.map((line) => line.amountFen)),
            businessKey: `allot:${id}:from:${purpose}`,
            homeClassId: null,
            purpose,
          }) as const,
      ),
      ...lines.map(
        ({ homeClassId, purpose, amountFen }) =>
          ({
            ...common,
            debit: 'A110',
            credit: 'R400',
            amountFen,
            businessKey: `allot:${id}:${homeClassId}:${purpose}`,
            homeClassId,
            purpose,
          }) as const,
      ),
    ])
  }

  private async levelOf(tx: EntityManager, { appropriationLineId }: Scheme): Promise<PayingLevel> {
    if (appropriationLineId === null) return 'whole'
    const notice = await tx
      .createQueryBuilder(Appropriation, 'notice')
      .innerJoin(AppropriationLine, 'line', 'line.appropriationId = notice.id')
      .where('line.id = :id', { id: appropriationLineId })
      .getOneOrFail()
    return notice.level
  }

  private async out(manager: EntityManager, actor: Actor, scheme: Scheme): Promise<SchemeWithLinesOut> {
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

  private take(
    tx: EntityManager,
    actor: Actor,
    id: number,
    event: SchemeEvent | typeof editing,
    seen?: Seen,
  ): Promise<Taken<Scheme>> {
    const read = () => this.find(tx, actor, id)
    return this.transitions.take(tx, schemeTable, Scheme, id, event, actor, { read, seen })
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Scheme> {
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

interface Draft {
  readonly school: School
  readonly fundId: number
  readonly fiscalYear: number
  readonly appropriationLineId: number | null
  readonly parts: readonly PurposePart[]
}

const sides = { zh: { more: '多', less: '少' }, en: { more: 'much', less: 'little' } } as const

const toPlainLine = ({
  homeClassId,
  purpose,
  amountFen,
}: {
  homeClassId: number
  purpose: string
  amountFen: number
}): [number, string, number] => [homeClassId, purpose, amountFen]

function sumsByPurpose(
  old: readonly SchemeLine[],
  given: readonly { purpose: string; amountFen: Fen }[],
): Map<string, { totalFen: Fen; sumFen: Fen }> {
  const sum = (lines: readonly { purpose: string; amountFen: Fen }[], purpose: string) =>
    addFen(fen(0), ...lines.filter((line) => line.purpose === purpose).map((line) => line.amountFen))
  return new Map(
    [...new Set([...old, ...given].map((line) => line.purpose))].map((purpose) => [
      purpose,
      { totalFen: sum(old, purpose), sumFen: sum(given, purpose) },
    ]),
  )
}
