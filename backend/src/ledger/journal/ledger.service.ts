/** Where does each fen stand (台账)? Posts journals, never changes them, chains them, and keeps each class's sums with them. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ActingPerson } from '../../audit/index.js'
import { Clock, type LocalDate } from '../../platform/calendar.js'
import { onDuplicate } from '../../platform/database/database.js'
import { putRows } from '../../platform/database/many-rows.js'
import { RuleBroken, StateConflict } from '../../platform/errors.js'
import { NotMoney, toFen } from '../../platform/money.js'
import type { Phase } from './accounts.js'
import { addToStandings, drawByLevel, levelsLeft, placeName } from '../standings/standings.js'
import { Allotment } from '../standings/allotment.entity.js'
import { type ChainedJournal, type ChainedLine, genesis } from './chain.js'
import { type ChainEnd, insertJournals } from './insert-journals.js'
import { LedgerChain } from './ledger-chain.entity.js'
import { LedgerJournal } from './ledger-journal.entity.js'
import { placedLines } from './placed-lines.js'
import type { Ending, Posting, PostingLine, ReservationLine, Source } from './posting.js'
import { LedgerPeriod } from '../periods/ledger-period.entity.js'

/** Whether a day lies at or before the last closed month of its school, as `closedThrough` answers it. */
export const isClosed = (
  closedThrough: ReadonlyMap<number, string>,
  schoolId: number,
  on: LocalDate,
): boolean => on.slice(0, 7) <= (closedThrough.get(schoolId) ?? '')

@Injectable()
export class LedgerService {
  constructor(private readonly clock: Clock) {}

  /**
   * Posts all or nothing: the journals, the chain and every standing they touch. Lines of zero are left out, negative ones
   * refused. Throws funding.ceiling_exceeded where a class or school would stand below zero, funding.period_closed where
   * a month is closed, funding.posted_already where a business key was used before.
   */
  async post(tx: EntityManager, person: ActingPerson, postings: readonly Posting[]): Promise<void> {
    await this.write(
      tx,
      postings.map((posting) => this.journal(person, 'single', posting)),
    )
  }

  /**
   * Sets money aside: pending, with amounts that never change, to be posted or voided whole. Each level gives in proportion
   * to what it has left there.
   */
  async reserve(
    tx: EntityManager,
    person: ActingPerson,
    postings: readonly Posting<ReservationLine>[],
  ): Promise<void> {
    if (postings.length === 0) return
    const places = postings.flatMap(({ schoolId, lines }) => lines.map((line) => ({ ...line, schoolId })))
    const ends = await this.takeChains(tx, [...new Set(postings.map(({ schoolId }) => schoolId))])
    const standings = await this.standingsOf(tx, places)
    const left = await levelsLeft(tx, [...standings.values()])
    await this.write(
      tx,
      postings.map(({ lines, ...posting }) =>
        this.journal(person, 'pending', {
          ...posting,
          lines: lines.flatMap((line) =>
            drawByLevel(
              left.get(standings.get(placeName({ ...line, schoolId: posting.schoolId })) ?? 0) ?? [],
              line.amountFen,
              'whole',
            ).map((part) => ({ ...line, ...part })),
          ),
        }),
      ),
      ends,
    )
  }

  /** Ends what these sources have reserved. Throws an Error where one of them has nothing reserved. */
  async settle(tx: EntityManager, person: ActingPerson, endings: readonly Ending[]): Promise<void> {
    if (endings.length === 0) return
    const { entity } = endings[0]!.source
    const pending = await this.reserved(
      tx,
      entity,
      endings.map(({ source }) => source.id),
    )
    const bySource = new Map(pending.map((journal) => [journal.sourceId, journal]))
    const lines = await this.linesOf(tx, pending)
    await this.write(
      tx,
      endings.map(({ phase, kind, source, businessKey, accountedOn }) => {
        const own = bySource.get(source.id)
        if (!own) throw new Error(`nothing is reserved for ${entity} ${source.id}`)
        const { id, schoolId, sequence } = own
        return {
          ...this.header(person, phase, {
            kind,
            schoolId,
            source,
            businessKey: businessKey ?? `${phase}:${id}`,
            ...(accountedOn ? { accountedOn } : {}),
          }),
          settles: sequence,
          reverses: null,
          lines: lines.get(id)!,
        }
      }),
    )
  }

  /** Takes back what sources have posted of a kind and has not yet been taken back: the accounts change sides. */
  async reverse(
    tx: EntityManager,
    person: ActingPerson,
    sources: readonly Source[],
    kind: string,
  ): Promise<void> {
    if (sources.length === 0) return
    const { entity } = sources[0]!
    const journals = await tx
      .createQueryBuilder(LedgerJournal, 'journal')
      .leftJoin(
        LedgerJournal,
        'reversal',
        'reversal.schoolId = journal.schoolId AND reversal.reverses = journal.sequence',
      )
      .where('journal.sourceEntity = :entity AND journal.sourceId IN (:...ids) AND journal.kind = :kind', {
        entity,
        ids: sources.map(({ id }) => id),
        kind,
      })
      .andWhere('reversal.id IS NULL')
      .orderBy('journal.id')
      .getMany()
    const lines = await this.linesOf(tx, journals)
    const hashes = new Map(sources.map(({ id, hash }) => [id, hash]))
    await this.write(
      tx,
      journals.map(({ id, schoolId, sequence, sourceId }) => ({
        ...this.header(person, 'single', {
          kind: `un-${kind}`,
          businessKey: `reverse:${id}`,
          schoolId,
          source: { entity, id: sourceId, hash: hashes.get(sourceId)! },
        }),
        settles: null,
        reverses: sequence,
        lines: lines.get(id)!.map((line) => ({ ...line, debit: line.credit, credit: line.debit })),
      })),
    )
  }

  /** How often a source has posted of a kind: the number of the next round. */
  async roundOf(tx: EntityManager, source: Pick<Source, 'entity' | 'id'>, kind: string): Promise<number> {
    return tx.countBy(LedgerJournal, { sourceEntity: source.entity, sourceId: source.id, kind })
  }

  /** The pending journals of these sources that are neither posted nor voided. */
  async reserved(
    manager: EntityManager,
    entity: string,
    sourceIds: readonly number[],
  ): Promise<LedgerJournal[]> {
    if (sourceIds.length === 0) return []
    return manager
      .createQueryBuilder(LedgerJournal, 'journal')
      .leftJoin(
        LedgerJournal,
        'ending',
        'ending.schoolId = journal.schoolId AND ending.settles = journal.sequence',
      )
      .where('journal.sourceEntity = :entity AND journal.sourceId IN (:...ids)', {
        entity,
        ids: [...sourceIds],
      })
      .andWhere("journal.phase = 'pending' AND ending.id IS NULL")
      .orderBy('journal.id')
      .getMany()
  }

  private journal(person: ActingPerson, phase: Phase, posting: Posting): ChainedJournal {
    return {
      ...this.header(person, phase, posting),
      settles: null,
      reverses: null,
      lines: withoutZeros(posting.lines),
    }
  }

  private header(
    person: ActingPerson,
    phase: Phase,
    { kind, businessKey, schoolId, source, accountedOn }: Omit<Posting, 'lines'>,
  ) {
    return {
      schoolId,
      phase,
      kind,
      businessKey,
      sourceEntity: source.entity,
      sourceId: source.id,
      sourceHash: source.hash,
      accountedOn: accountedOn ?? this.clock.today(),
      postedAt: this.clock.now(),
      postedById: person.userId,
    }
  }

  // The chain's update comes first: it takes the lock of each school, so that everything after it is alone. `held`: taken already.
  private async write(
    tx: EntityManager,
    all: readonly ChainedJournal[],
    held?: ReadonlyMap<number, ChainEnd>,
  ): Promise<void> {
    const journals = all.filter(({ lines }) => lines.length > 0)
    if (journals.length === 0) return
    const schoolIds = [...new Set(journals.map(({ schoolId }) => schoolId))].sort((a, b) => a - b)
    const ends = held ?? (await this.takeChains(tx, schoolIds))
    await this.refuseClosedMonths(tx, journals, schoolIds)
    const standingIds = await addToStandings(tx, journals)
    await onDuplicate(
      () => insertJournals(tx, journals, standingIds, ends),
      () => new StateConflict('funding.posted_already'),
    )
    await putRows(
      tx,
      'ledger_chain',
      ['schoolId'],
      ['lastSequence', 'lastHash'],
      schoolIds.map((schoolId) => ({ schoolId, ...ends.get(schoolId)!, revision: 1 })),
    )
  }

  /** The lines of these journals, with what their standings are. */
  private async linesOf(
    tx: EntityManager,
    journals: readonly LedgerJournal[],
  ): Promise<Map<number, ChainedLine[]>> {
    const lines = new Map<number, ChainedLine[]>()
    if (journals.length === 0) return lines
    const rows = await placedLines(tx)
      .select([
        'journal.id AS journalId',
        'line.debitAccount AS debit',
        'line.creditAccount AS credit',
        'line.amountFen AS amountFen',
        'line.level AS level',
        'standing.homeClassId AS homeClassId',
        'standing.fundId AS fundId',
        'standing.purpose AS purpose',
        'standing.fiscalYear AS fiscalYear',
      ])
      .where('journal.id IN (:...ids)', { ids: journals.map(({ id }) => id) })
      .orderBy('line.schoolId')
      .addOrderBy('line.sequence')
      .addOrderBy('line.number')
      .getRawMany<Omit<ChainedLine, 'amountFen'> & { journalId: number; amountFen: string | number }>()
    for (const { journalId, ...line } of rows)
      lines.set(journalId, [...(lines.get(journalId) ?? []), { ...line, amountFen: toFen(line.amountFen) }])
    return lines
  }

  private async standingsOf(
    tx: EntityManager,
    places: readonly (Omit<ReservationLine, 'amountFen' | 'debit' | 'credit'> & { schoolId: number })[],
  ): Promise<Map<string, number>> {
    const wanted = new Set(places.map(placeName))
    const known = await tx
      .createQueryBuilder(Allotment, 'standing')
      .where('standing.schoolId IN (:...schoolIds) AND standing.fiscalYear IN (:...years)', {
        schoolIds: [...new Set(places.map(({ schoolId }) => schoolId))],
        years: [...new Set(places.map(({ fiscalYear }) => fiscalYear))],
      })
      .getMany()
    return new Map(
      known.flatMap((standing) => {
        const name = placeName(standing)
        return wanted.has(name) ? [[name, standing.id] as const] : []
      }),
    )
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
    journals: readonly ChainedJournal[],
    schoolIds: readonly number[],
  ): Promise<void> {
    const closed = await this.closedThrough(tx, schoolIds)
    const hit = journals.find((journal) => isClosed(closed, journal.schoolId, journal.accountedOn))
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
}

function withoutZeros(lines: readonly PostingLine[]): readonly PostingLine[] {
  if (lines.some(({ amountFen }) => amountFen < 0)) throw new NotMoney('negative posting')
  return lines.some(({ amountFen }) => amountFen === 0)
    ? lines.filter(({ amountFen }) => amountFen !== 0)
    : lines
}
