/** How does a school account for a fund at the end of a term or year (结算)? Calculated, handed in frozen, approved by the principal, which clears what is left. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, IsNull, type SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type EventIn, type Seen, type Taken, Transitions } from '../../audit/index.js'
import { requireSchool, School, scoped, Term } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { equals } from '../../platform/filters.js'
import { type Fen, subtractFen } from '../../platform/money.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { type Caused, editing, eventsFrom } from '../../platform/states.js'
import { Fund, requireFund } from '../../entitlement/index.js'
import { SubmissionWatch } from '../../grants/index.js'
import { TreasuryReturn } from '../treasury-returns/treasury-return.entity.js'
import { waitingFen } from '../treasury-returns/waiting-fen.js'
import { hashOfSettlement } from './hash-of-settlement.js'
import { LeftoversService } from './leftovers.service.js'
import { Settlement } from './settlement.entity.js'
import { settlementTable } from './settlement.states.js'
import {
  type CreateSettlementIn,
  type SettlementListQuery,
  type SettlementOut,
  toSettlementOut,
} from './settlements.dto.js'
import { StatementsService } from './statements.service.js'

export type SettlementEvent = keyof typeof settlementTable.events

const settlements: Listing<SettlementListQuery> = {
  sortable: {
    id: 'settlement.id',
    fiscalYear: 'settlement.fiscalYear',
    leftFen: 'settlement.leftFen',
    status: 'settlement.status',
    createdAt: 'settlement.createdAt',
  },
  filters: {
    schoolId: equals('settlement.schoolId'),
    fiscalYear: equals('settlement.fiscalYear'),
    fundId: equals('settlement.fundId'),
    status: equals('settlement.status'),
    termId: equals('settlement.termId'),
    returning: equals('treasuryReturn.status'),
  },
}
/** From this day of the year on it may be settled, earlier only where nothing is reserved. */
const settledFrom = '12-01'

@Injectable()
export class SettlementsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly statements: StatementsService,
    private readonly leftovers: LeftoversService,
    private readonly watch: SubmissionWatch,
  ) {}

  async list(actor: Actor, list: SettlementListQuery): Promise<Page<SettlementOut>> {
    const page = await paged(
      scoped(this.joined(this.database.read), actor),
      { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' },
      settlements,
      (settlement) => settlement,
    )
    const own = await this.transitions.eventsOf(
      this.database.read,
      'settlement',
      page.items.map((item) => item.id),
      actor,
    )
    return {
      ...page,
      items: page.items.map((item) => toSettlementOut(item, actionsOn(item, actor, own.get(item.id)))),
    }
  }

  async get(actor: Actor, id: number): Promise<SettlementOut> {
    return this.out(this.database.read, actor, id)
  }

  /** Draws up the statement of a term, or of the year; one of each, and of a settled year another for what came later. */
  async create(
    actor: Actor,
    { schoolId, fundId, fiscalYear, termId }: CreateSettlementIn,
  ): Promise<SettlementOut> {
    return this.database.transaction(async (tx) => {
      const school = await requireSchool(tx, actor, schoolId)
      const fund = await requireFund(tx, school.regionCode, fundId)
      if (!fund || !school.regionCode.startsWith(fund.regionCode)) throw new NotFound('fund', fundId)
      const period =
        termId === undefined ? this.year(fiscalYear) : await this.term(tx, school, termId, fiscalYear)
      const statement = await this.statements.compute(tx, {
        schoolId,
        fundId,
        fiscalYear,
        ...period,
        isYear: termId === undefined,
      })
      if (termId === undefined)
        await this.refuseTooEarly(tx, { schoolId, fundId, fiscalYear }, statement.committedFen)
      const periodKey =
        termId === undefined
          ? await this.keyOfYear(tx, { schoolId, fundId, fiscalYear }, fund.name, statement.leftFen)
          : `term:${termId}`
      const draft = tx.create(Settlement, {
        schoolId,
        regionCode: school.regionCode,
        fundId,
        fiscalYear,
        termId: termId ?? null,
        periodKey,
        ...period,
        status: 'draft',
        statement,
        leftFen: statement.leftFen,
        leftover:
          termId === undefined
            ? await this.leftovers.ruleFor(tx, { fundId, regionCode: school.regionCode, fiscalYear })
            : 'stays',
        snapshotHash: null,
        createdAt: this.clock.now(),
      })
      await onDuplicate(
        () => tx.save(draft),
        () => new RuleBroken('funding.settlement_exists', { fund: fund.name, fiscalYear }),
      )
      await this.transitions.made(tx, settlementTable, draft, actor)
      await this.audit.record(tx, actor, {
        action: 'settlement.create',
        entity: 'settlement',
        entityId: draft.id,
        schoolId,
        after: { fundId, fiscalYear, periodKey: draft.periodKey, leftFen: draft.leftFen },
      })
      return this.out(tx, actor, draft.id)
    })
  }

  // What waits for the treasury is settled: it keeps nobody from settling what came later.
  private async refuseTooEarly(
    tx: EntityManager,
    of: Pick<Settlement, 'schoolId' | 'fundId' | 'fiscalYear'>,
    reservedFen: Fen,
  ): Promise<void> {
    const [today, { fiscalYear }] = [this.clock.today(), of]
    if (today >= `${fiscalYear}-${settledFrom}`) return
    const committedFen = subtractFen(reservedFen, await waitingFen(tx, of))
    if (today < `${fiscalYear}-01-01` || committedFen > 0)
      throw new RuleBroken('funding.settle_too_early', { fiscalYear, committedFen })
  }

  // Money that comes after a year was settled is settled by itself: the statement says what was carried out before.
  private async keyOfYear(
    tx: EntityManager,
    of: Pick<Settlement, 'schoolId' | 'fundId' | 'fiscalYear'>,
    fund: string,
    leftFen: Fen,
  ): Promise<string> {
    const known = await tx.findBy(Settlement, { ...of, termId: IsNull() })
    if (known.length === 0) return 'year'
    if (known.some(({ status }) => status !== 'settled'))
      throw new RuleBroken('funding.settlement_exists', { fund, fiscalYear: of.fiscalYear })
    if (leftFen === 0)
      throw new RuleBroken('funding.settlement_nothing_later', { fund, fiscalYear: of.fiscalYear })
    return `year:${known.length + 1}`
  }

  /** Sums a draft up anew. */
  async recalculate(actor: Actor, id: number, seen: Seen): Promise<SettlementOut> {
    return this.database.transaction(async (tx) => {
      const before = await this.take(tx, actor, id, editing, seen)
      const fresh = await this.fresh(tx, before)
      await this.transitions.edit(tx, settlementTable, Settlement, before, fresh, actor)
      await this.audit.record(tx, actor, {
        action: 'settlement.recalculate',
        entity: 'settlement',
        entityId: id,
        schoolId: before.schoolId,
        before: { leftFen: before.leftFen },
        after: { leftFen: fresh.leftFen },
      })
      return this.out(tx, actor, id)
    })
  }

  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const settlement = await this.take(tx, actor, id, editing)
      await tx.delete(Settlement, { id })
      await this.audit.record(tx, actor, {
        action: 'settlement.delete',
        entity: 'settlement',
        entityId: id,
        schoolId: settlement.schoolId,
        before: { periodKey: settlement.periodKey, leftFen: settlement.leftFen },
      })
    })
  }

  /** One step. Submitting sums up anew and freezes; approving a year clears what is left. All of it or nothing. */
  async act(
    actor: Actor,
    id: number,
    event: SettlementEvent,
    { comment, ...seen }: EventIn,
  ): Promise<SettlementOut> {
    return this.database.transaction(async (tx) => {
      const settlement = await this.take(tx, actor, id, event, seen)
      const set = event === 'submit' ? await this.frozen(tx, settlement) : {}
      await this.transitions.move(tx, settlementTable, Settlement, settlement, event, actor, { comment, set })
      if (event === 'submit') await this.watch.submitted(tx, settlement)
      if (event === 'approve') await this.close(tx, actor, settlement)
      return this.out(tx, actor, id)
    })
  }

  private async frozen(tx: EntityManager, settlement: Settlement): Promise<object> {
    const today = this.clock.today()
    if (settlement.termId !== null && today < settlement.toOn)
      throw new RuleBroken('funding.term_running', { endsOn: settlement.toOn })
    await this.leftovers.holdStill(tx, settlement)
    const fresh = await this.fresh(tx, settlement)
    if (settlement.termId === null) {
      await this.leftovers.requireNothingCommitted(tx, settlement)
      if (fresh.leftover === 'stays' && fresh.leftFen > 0)
        throw new RuleBroken('funding.leftover_undecided', { fiscalYear: settlement.fiscalYear })
    }
    return { ...fresh, snapshotHash: hashOfSettlement({ ...settlement, ...fresh }) }
  }

  // What was handed in must still be what the ledger says; then the year's money moves. The chain first: what another
  // reserves at this instant is either read here, or finds nothing left.
  private async close(tx: EntityManager, actor: Actor, settlement: Settlement): Promise<void> {
    await this.leftovers.holdStill(tx, settlement)
    if (settlement.termId === null) await this.leftovers.requireNothingCommitted(tx, settlement)
    const fresh = await this.fresh(tx, settlement)
    if (hashOfSettlement({ ...settlement, ...fresh, toOn: settlement.toOn }) !== settlement.snapshotHash)
      throw new RuleBroken('funding.statement_stale')
    if (settlement.termId === null) await this.leftovers.clear(tx, actor, settlement)
  }

  private async fresh(
    tx: EntityManager,
    settlement: Settlement,
  ): Promise<Pick<Settlement, 'statement' | 'leftFen' | 'leftover' | 'toOn'>> {
    const { schoolId, fundId, fiscalYear, fromOn, termId } = settlement
    const toOn = termId === null ? this.year(fiscalYear).toOn : settlement.toOn
    const statement = await this.statements.compute(tx, {
      schoolId,
      fundId,
      fiscalYear,
      fromOn,
      toOn,
      isYear: termId === null,
    })
    return {
      statement,
      leftFen: statement.leftFen,
      leftover: termId === null ? await this.leftovers.ruleFor(tx, settlement) : 'stays',
      toOn,
    }
  }

  // A year settled in January takes in what the bank paid until that day.
  private year(fiscalYear: number): { fromOn: string; toOn: string } {
    const [last, today] = [`${fiscalYear}-12-31`, this.clock.today()]
    return { fromOn: `${fiscalYear}-01-01`, toOn: today > last ? today : last }
  }

  private async term(
    tx: EntityManager,
    school: School,
    termId: number,
    fiscalYear: number,
  ): Promise<{ fromOn: string; toOn: string }> {
    const term = await tx.findOneBy(Term, { id: termId })
    if (!term || !school.regionCode.startsWith(term.regionCode)) throw new NotFound('term', termId)
    if (fiscalYear < Number(term.startsOn.slice(0, 4)) || fiscalYear > Number(term.endsOn.slice(0, 4)))
      throw new RuleBroken('funding.term_of_other_year', { term: term.name, fiscalYear })
    return { fromOn: term.startsOn, toOn: term.endsOn }
  }

  private take(
    tx: EntityManager,
    actor: Actor,
    id: number,
    event: SettlementEvent | typeof editing,
    seen?: Seen,
  ): Promise<Taken<Settlement>> {
    const read = () => this.find(tx, actor, id)
    return this.transitions.take(tx, settlementTable, Settlement, id, event, actor, { read, seen })
  }

  private async out(manager: EntityManager, actor: Actor, id: number): Promise<SettlementOut> {
    const settlement = await this.find(manager, actor, id)
    const own = await this.transitions.eventsOf(manager, 'settlement', [id], actor)
    return toSettlementOut(settlement, actionsOn(settlement, actor, own.get(id)))
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Settlement> {
    const settlement = await scoped(this.joined(manager), actor, 'settlement.schoolId')
      .andWhere('settlement.id = :id', { id })
      .getOne()
    if (!settlement) throw new NotFound('settlement', id)
    return settlement
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Settlement> {
    return manager
      .createQueryBuilder(Settlement, 'settlement')
      .innerJoinAndMapOne('settlement.school', School, 'school', 'school.id = settlement.schoolId')
      .innerJoinAndMapOne('settlement.fund', Fund, 'fund', 'fund.id = settlement.fundId')
      .leftJoinAndMapOne(
        'settlement.treasuryReturn',
        TreasuryReturn,
        'treasuryReturn',
        'treasuryReturn.settlementId = settlement.id',
      )
  }
}

function actionsOn(settlement: Settlement, actor: Actor, own: Caused = new Set<string>()): string[] {
  const allowed = eventsFrom(settlementTable, settlement.status, actor.permissions, own)
  return settlement.status === 'draft' && actor.permissions.has('settlement.write')
    ? [...allowed, 'recalculate', 'delete']
    : allowed
}
