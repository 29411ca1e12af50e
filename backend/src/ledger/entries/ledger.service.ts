/** Where does each fen stand (台账)? Posts entries, never changes them, chains them, and keeps each class's sums with them. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import type { ActingPerson } from '../../audit/index.js'
import { HomeClass, scoped } from '../../organisation/index.js'
import { Clock, type LocalDate } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { putRows } from '../../platform/database/many-rows.js'
import { NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { type Fen, NotMoney, toFen } from '../../platform/money.js'
import { equals, where } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { Fund, type PayingLevel } from '../../entitlement/index.js'
import { type Account, accounts, type Figure, figureAccounts, figures } from './accounts.js'
import { addToStandings } from './standings.js'
import { genesis, type NewEntry } from './chain.js'
import { insertEntries } from './insert-entries.js'
import { nextMonth } from '../periods/months.js'
import { LedgerChain } from './ledger-chain.entity.js'
import { LedgerEntry } from './ledger-entry.entity.js'
import { LedgerPeriod } from '../periods/ledger-period.entity.js'
import {
  type LedgerEntryListQuery,
  type LedgerEntryOut,
  type LedgerEntryWithReversalOut,
  toLedgerEntryOut,
} from './ledger-entries.dto.js'

export interface Posting {
  readonly debit: Account
  readonly credit: Account
  readonly amountFen: Fen
  readonly kind: string
  /** The same key posts once. */
  readonly businessKey: string
  readonly schoolId: number
  /** Null: the school's money that stands on no class. */
  readonly homeClassId: number | null
  readonly fundId: number
  readonly purpose: string
  readonly fiscalYear: number
  readonly sourceEntity: string
  readonly sourceId: number
  /** Who pays; 'whole' unless said otherwise. */
  readonly level?: PayingLevel
  readonly termId?: number | null
  /** The day of the voucher; today unless the bank says another. Its month must be open. */
  readonly accountedOn?: string
}

export type Balances = Record<Figure, Fen>

const entries: Listing<LedgerEntryListQuery> = {
  sortable: { id: 'entry.id', postedAt: 'entry.postedAt', amountFen: 'entry.amountFen' },
  filters: {
    schoolId: equals('entry.schoolId'),
    fiscalYear: equals('entry.fiscalYear'),
    homeClassId: equals('entry.homeClassId'),
    fundId: equals('entry.fundId'),
    purpose: equals('entry.purpose'),
    month: (month) => ({
      sql: 'entry.accountedOn >= :firstDay AND entry.accountedOn < :after',
      values: { firstDay: `${month}-01`, after: `${nextMonth(month)}-01` },
    }),
    account: where('entry.debitAccount = :account OR entry.creditAccount = :account'),
    sourceEntity: equals('entry.sourceEntity'),
    sourceId: equals('entry.sourceId'),
    figure: (figure) => ({
      sql: 'entry.debitAccount IN (:...accounts) OR entry.creditAccount IN (:...accounts)',
      values: { accounts: [...figureAccounts[figure].accounts] },
    }),
  },
}

/** Whether a day lies at or before the last closed month of its school, as `closedThrough` answers it. */
export const isClosed = (
  closedThrough: ReadonlyMap<number, string>,
  schoolId: number,
  on: LocalDate,
): boolean => on.slice(0, 7) <= (closedThrough.get(schoolId) ?? '')

@Injectable()
export class LedgerService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Posts all or nothing: the entries, the chain and the standing of every class they touch. Amounts of zero are left
   * out, negative ones refused. Throws funding.ceiling_exceeded where a class or school would stand below zero,
   * funding.period_closed where a month is closed, funding.posted_already where a business key was used before.
   */
  async post(tx: EntityManager, person: ActingPerson, postings: readonly Posting[]): Promise<void> {
    const [now, today] = [this.clock.now(), this.clock.today()]
    const entries: NewEntry[] = []
    for (const posting of postings) {
      if (posting.amountFen < 0) throw new NotMoney('negative posting')
      if (posting.amountFen === 0) continue
      entries.push({
        debitAccount: posting.debit,
        creditAccount: posting.credit,
        amountFen: posting.amountFen,
        kind: posting.kind,
        businessKey: posting.businessKey,
        reversesEntryId: null,
        schoolId: posting.schoolId,
        homeClassId: posting.homeClassId,
        fundId: posting.fundId,
        purpose: posting.purpose,
        level: posting.level ?? 'whole',
        termId: posting.termId ?? null,
        fiscalYear: posting.fiscalYear,
        economicCategory: accounts[posting.debit].statutory?.economicCategory ?? null,
        accountedOn: posting.accountedOn ?? today,
        sourceEntity: posting.sourceEntity,
        sourceId: posting.sourceId,
        postedAt: now,
        postedById: person.userId,
      })
    }
    await this.write(tx, entries)
  }

  /** Takes back what a source, or several, have posted of a kind and has not yet been taken back: the accounts change sides. */
  async reverse(
    tx: EntityManager,
    person: ActingPerson,
    source: { entity: string; id: number } | { entity: string; ids: readonly number[] },
    kind: string,
  ): Promise<void> {
    const { entity } = source
    const ids = 'ids' in source ? [...source.ids] : [source.id]
    const entries = await tx
      .createQueryBuilder(LedgerEntry, 'entry')
      .leftJoin(LedgerEntry, 'reversal', 'reversal.reversesEntryId = entry.id')
      .where('entry.sourceEntity = :entity AND entry.sourceId IN (:...ids) AND entry.kind = :kind', {
        entity,
        ids,
        kind,
      })
      .andWhere('entry.reversesEntryId IS NULL AND reversal.id IS NULL')
      .orderBy('entry.id')
      .getMany()
    await this.write(
      tx,
      entries.map(
        ({
          id,
          sequence: _sequence,
          hash: _hash,
          homeClass: _joined,
          debitAccount,
          creditAccount,
          ...entry
        }) => ({
          ...entry,
          debitAccount: creditAccount,
          creditAccount: debitAccount,
          kind: `un-${kind}`,
          businessKey: `reverse:${id}`,
          reversesEntryId: id,
          accountedOn: this.clock.today(),
          postedAt: this.clock.now(),
          postedById: person.userId,
        }),
      ),
    )
  }

  /** How often a source's postings of a kind have been taken back: the number of the next round. */
  async roundOf(tx: EntityManager, source: { entity: string; id: number }, kind: string): Promise<number> {
    return tx.countBy(LedgerEntry, { sourceEntity: source.entity, sourceId: source.id, kind: `un-${kind}` })
  }

  // The chain's update comes first: it takes the lock of each school, so that everything after it is alone.
  private async write(tx: EntityManager, entries: readonly NewEntry[]): Promise<void> {
    if (entries.length === 0) return
    const schoolIds = [...new Set(entries.map((entry) => entry.schoolId))].sort((a, b) => a - b)
    const ends = await this.takeChains(tx, schoolIds)
    await this.refuseClosedMonths(tx, entries, schoolIds)
    await onDuplicate(
      () => insertEntries(tx, entries, ends),
      () => new StateConflict('funding.posted_already'),
    )
    await putRows(
      tx,
      'ledger_chain',
      ['schoolId'],
      ['lastSequence', 'lastHash'],
      schoolIds.map((schoolId) => ({ schoolId, ...ends.get(schoolId)!, revision: 1 })),
    )
    await addToStandings(tx, entries)
  }

  /** Of several schools, in the order of their ids. */
  async takeChains(
    tx: EntityManager,
    schoolIds: readonly number[],
  ): Promise<Map<number, { lastSequence: number; lastHash: string }>> {
    const take = () =>
      tx
        .createQueryBuilder()
        .update(LedgerChain)
        .set({ revision: () => 'revision + 1' })
        .where('schoolId IN (:...schoolIds)', { schoolIds })
        .execute()
    if ((await take()).affected !== schoolIds.length) {
      await tx
        .createQueryBuilder()
        .insert()
        .into(LedgerChain)
        .values(schoolIds.map((schoolId) => ({ schoolId, lastSequence: 0, lastHash: genesis, revision: 0 })))
        .orIgnore()
        .execute()
      await take()
    }
    const chains = await tx
      .createQueryBuilder(LedgerChain, 'chain')
      .where('chain.schoolId IN (:...schoolIds)', { schoolIds })
      .getMany()
    return new Map(
      chains.map(({ schoolId, lastSequence, lastHash }) => [schoolId, { lastSequence, lastHash }]),
    )
  }

  // The chains are held: who closes a month takes its school's chain first, so none is closed in between.
  private async refuseClosedMonths(
    tx: EntityManager,
    entries: readonly NewEntry[],
    schoolIds: readonly number[],
  ): Promise<void> {
    const closed = await this.closedThrough(tx, schoolIds)
    const hit = entries.find((entry) => isClosed(closed, entry.schoolId, entry.accountedOn))
    if (hit) throw new RuleBroken('funding.period_closed', { month: hit.accountedOn.slice(0, 7) })
  }

  /** The last closed month of each school, 'YYYY-MM': months are closed in order, so nothing at or before it is open. */
  async closedThrough(
    manager: EntityManager,
    schoolIds: readonly number[],
  ): Promise<ReadonlyMap<number, string>> {
    if (schoolIds.length === 0) return new Map()
    const closed = await manager
      .createQueryBuilder(LedgerPeriod, 'period')
      .select('period.schoolId', 'schoolId')
      .addSelect('MAX(period.month)', 'month')
      .where("period.status = 'closed' AND period.schoolId IN (:...schoolIds)", { schoolIds: [...schoolIds] })
      .groupBy('period.schoolId')
      .getRawMany<{ schoolId: number; month: string }>()
    return new Map(closed.map(({ schoolId, month }) => [schoolId, month]))
  }

  /** Takes the lock under which a school's entries are posted, and says where its chain ends. */
  async takeChain(tx: EntityManager, schoolId: number): Promise<{ lastSequence: number; lastHash: string }> {
    return (await this.takeChains(tx, [schoolId])).get(schoolId)!
  }

  /** One entry with what it takes back and what took it back. */
  async entry(actor: Actor, id: number): Promise<LedgerEntryWithReversalOut> {
    const entry = await scoped(this.joined(), actor, 'entry.schoolId')
      .andWhere('entry.id = :id', { id })
      .getOne()
    if (!entry) throw new NotFound('ledger_entry', id)
    const reversal = await this.database.read.findOneBy(LedgerEntry, { reversesEntryId: id })
    return {
      ...toLedgerEntryOut(entry),
      businessKey: entry.businessKey,
      hash: entry.hash,
      reversedByEntryId: reversal?.id ?? null,
      postedById: entry.postedById,
      termId: entry.termId,
    }
  }

  private joined(): SelectQueryBuilder<LedgerEntry> {
    return this.database.read
      .createQueryBuilder(LedgerEntry, 'entry')
      .leftJoinAndMapOne('entry.homeClass', HomeClass, 'homeClass', 'homeClass.id = entry.homeClassId')
      .leftJoinAndMapOne('entry.fund', Fund, 'fund', 'fund.id = entry.fundId')
  }

  entries(actor: Actor, list: LedgerEntryListQuery): Promise<Page<LedgerEntryOut>> {
    return paged(scoped(this.joined(), actor), list, entries, (entry) => toLedgerEntryOut(entry, list.figure))
  }
}

/** The one definition of every figure, as sums over the entries of a query with the alias `entry`. */
export function selectFigures(query: SelectQueryBuilder<LedgerEntry>): void {
  for (const figure of figures) {
    const { accounts: own, side } = figureAccounts[figure]
    const list = own.map((account) => `'${account}'`).join(', ')
    const [plus, minus] =
      side === 'debit' ? ['debitAccount', 'creditAccount'] : ['creditAccount', 'debitAccount']
    query.addSelect(
      `SUM(CASE WHEN entry.${plus} IN (${list}) THEN entry.amountFen WHEN entry.${minus} IN (${list}) THEN -entry.amountFen ELSE 0 END)`,
      figure,
    )
  }
}

export function readFigures(row: Record<string, string | number | null>): Balances {
  return Object.fromEntries(figures.map((figure) => [figure, toFen(row[figure])])) as Balances
}
