/** Where does each fen stand (台账)? Posts entries, never changes them, and sums them in one way only. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import type { ActingPerson } from '../../audit/index.js'
import { HomeClass, scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { type Fen, NotMoney, toFen } from '../../platform/money.js'
import { type Page, paged } from '../../platform/paging.js'
import { type Account, type Figure, figureAccounts, figures } from './accounts.js'
import { LedgerEntry } from './ledger-entry.entity.js'
import { type LedgerEntryListQuery, type LedgerEntryOut, toLedgerEntryOut } from './ledger-entries.dto.js'

export interface Posting {
  readonly debit: Account
  readonly credit: Account
  readonly amountFen: Fen
  readonly kind: string
  /** The same key posts once. */
  readonly businessKey: string
  readonly schoolId: number
  readonly homeClassId: number
  readonly fundId: number
  readonly purpose: string
  readonly fiscalYear: number
  readonly sourceEntity: string
  readonly sourceId: number
}

export type Balances = Record<Figure, Fen>

const batch = 500

@Injectable()
export class LedgerService {
  constructor(private readonly database: Database, private readonly clock: Clock) {}

  /** Posts all or, by the unique business keys, nothing; amounts of zero are left out, negative ones refused. */
  async post(tx: EntityManager, person: ActingPerson, postings: readonly Posting[]): Promise<void> {
    if (postings.some((posting) => posting.amountFen < 0)) throw new NotMoney('negative posting')
    const rows = postings.filter((posting) => posting.amountFen > 0).map(({ debit, credit, ...posting }) => ({
      ...posting, debitAccount: debit, creditAccount: credit, reversesEntryId: null, postedAt: this.clock.now(), postedById: person.userId,
    }))
    for (let start = 0; start < rows.length; start += batch) await tx.insert(LedgerEntry, rows.slice(start, start + batch))
  }

  /** Takes back what a source has posted of a kind and has not yet been taken back: the accounts change sides. */
  async reverse(tx: EntityManager, person: ActingPerson, source: { entity: string; id: number }, kind: string): Promise<void> {
    const entries = await tx.createQueryBuilder(LedgerEntry, 'entry')
      .leftJoin(LedgerEntry, 'reversal', 'reversal.reversesEntryId = entry.id')
      .where('entry.sourceEntity = :entity AND entry.sourceId = :id AND entry.kind = :kind', { ...source, kind })
      .andWhere('entry.reversesEntryId IS NULL AND reversal.id IS NULL').getMany()
    const rows = entries.map(({ id, debitAccount, creditAccount, ...entry }) => ({
      ...entry, debitAccount: creditAccount, creditAccount: debitAccount, kind: `un-${kind}`, businessKey: `reverse:${id}`, reversesEntryId: id,
      postedAt: this.clock.now(), postedById: person.userId,
    }))
    for (let start = 0; start < rows.length; start += batch) await tx.insert(LedgerEntry, rows.slice(start, start + batch))
  }

  /** How often a source's postings of a kind have been taken back: the number of the next round. */
  async roundOf(tx: EntityManager, source: { entity: string; id: number }, kind: string): Promise<number> {
    return tx.countBy(LedgerEntry, { sourceEntity: source.entity, sourceId: source.id, kind: `un-${kind}` })
  }

  /** Sums by class, fund and purpose within the scope: one query, whatever the number of classes. */
  async balancesByClass(actor: Actor, filter: { fiscalYear: number; schoolId?: number; fundId?: number }): Promise<Map<string, Balances>> {
    const query = scoped(this.database.read.createQueryBuilder(LedgerEntry, 'entry'), actor, 'entry.schoolId', filter.schoolId)
      .select(['entry.homeClassId AS homeClassId', 'entry.fundId AS fundId', 'entry.purpose AS purpose'])
      .andWhere('entry.fiscalYear = :fiscalYear', { fiscalYear: filter.fiscalYear })
      .groupBy('entry.homeClassId').addGroupBy('entry.fundId').addGroupBy('entry.purpose')
    if (filter.fundId) query.andWhere('entry.fundId = :fundId', { fundId: filter.fundId })
    selectFigures(query)
    const rows = await query.getRawMany<Record<string, string | number>>()
    return new Map(rows.map((row) => [`${row['homeClassId']}/${row['fundId']}/${row['purpose']}`, readFigures(row)]))
  }

  entries(actor: Actor, list: LedgerEntryListQuery): Promise<Page<LedgerEntryOut>> {
    const query = scoped(this.database.read.createQueryBuilder(LedgerEntry, 'entry'), actor, 'entry.schoolId', list.schoolId)
      .innerJoinAndMapOne('entry.homeClass', HomeClass, 'homeClass', 'homeClass.id = entry.homeClassId')
    if (list.fiscalYear) query.andWhere('entry.fiscalYear = :fiscalYear', { fiscalYear: list.fiscalYear })
    if (list.homeClassId) query.andWhere('entry.homeClassId = :homeClassId', { homeClassId: list.homeClassId })
    if (list.fundId) query.andWhere('entry.fundId = :fundId', { fundId: list.fundId })
    if (list.purpose) query.andWhere('entry.purpose = :purpose', { purpose: list.purpose })
    if (list.figure) {
      const { accounts } = figureAccounts[list.figure]
      query.andWhere('(entry.debitAccount IN (:...accounts) OR entry.creditAccount IN (:...accounts))', { accounts: [...accounts] })
    }
    return paged(query, list, { id: 'entry.id', postedAt: 'entry.postedAt', amountFen: 'entry.amountFen' }, (entry) => toLedgerEntryOut(entry, list.figure))
  }
}

/** The one definition of every figure, as sums over the entries of a query with the alias `entry`. */
export function selectFigures(query: SelectQueryBuilder<LedgerEntry>): void {
  for (const figure of figures) {
    const { accounts, side } = figureAccounts[figure]
    const list = accounts.map((account) => `'${account}'`).join(', ')
    const [plus, minus] = side === 'debit' ? ['debitAccount', 'creditAccount'] : ['creditAccount', 'debitAccount']
    query.addSelect(`SUM(CASE WHEN entry.${plus} IN (${list}) THEN entry.amountFen WHEN entry.${minus} IN (${list}) THEN -entry.amountFen ELSE 0 END)`, figure)
  }
}

export function readFigures(row: Record<string, string | number | null>): Balances {
  return Object.fromEntries(figures.map((figure) => [figure, toFen(row[figure])])) as Balances
}
