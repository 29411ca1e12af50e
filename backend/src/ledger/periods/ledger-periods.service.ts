/** Which months of a school's ledger are closed (结账与反结账)? Closed in order, opened backwards, each step on record. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { documentMade, type Taken, Transitions } from '../../audit/index.js'
import { requireSchool } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import { Sentences } from '../../platform/sentences.js'
import { addFen, fen, type Fen, toFen } from '../../platform/money.js'
import { eventsFrom } from '../../platform/states.js'
import { effectInSql, memoranda } from '../journal/accounts.js'
import { LedgerJournal } from '../journal/ledger-journal.entity.js'
import { LedgerPeriod } from './ledger-period.entity.js'
import { type PeriodStatus, periodTable } from './ledger-period.states.js'
import type { LedgerPeriodOut } from './ledger-periods.dto.js'
import { LedgerService } from '../journal/ledger.service.js'
import { placedLines } from '../journal/placed-lines.js'
import { VoucherNumberingService } from '../vouchers/numbering.service.js'
import { monthsBetween, nextMonth } from './months.js'

interface MonthSums {
  readonly count: number
  readonly debitFen: Fen
  /** Committed less freed in the month. */
  readonly committedFen: Fen
}

interface MonthAmongOthers {
  readonly month: string
  readonly status: PeriodStatus
  readonly present: string
  readonly firstOpen: string | undefined
  readonly lastClosed: string | undefined
}

/** Why a month is neither closed nor opened now, whoever asks; null where it can be. */
function obstacleOf({ month, status, present, firstOpen, lastClosed }: MonthAmongOthers) {
  if (status === 'closed')
    return month === lastClosed
      ? null
      : { code: 'funding.period_later_closed', params: { month: lastClosed! } }
  if (month >= present) return { code: 'funding.period_not_over', params: { month } }
  return month === firstOpen ? null : { code: 'funding.period_order', params: { month: firstOpen! } }
}

@Injectable()
export class LedgerPeriodsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly transitions: Transitions,
    private readonly ledger: LedgerService,
    private readonly vouchers: VoucherNumberingService,
    private readonly sentences: Sentences,
  ) {}

  /** From the month of the first entry to the present one, the latest first. */
  async list(actor: Actor, schoolId: number): Promise<LedgerPeriodOut[]> {
    const { read } = this.database
    await requireSchool(read, actor, schoolId)
    return this.months(read, actor, schoolId)
  }

  /** Closes a month that is over; every month before it must be closed. Nothing can be posted into it afterwards. */
  async close(actor: Actor, schoolId: number, month: string): Promise<LedgerPeriodOut> {
    if (month >= this.clock.today().slice(0, 7)) throw new RuleBroken('funding.period_not_over', { month })
    return this.database.transaction(async (tx) => {
      const school = await requireSchool(tx, actor, schoolId)
      // The lock under which entries are posted: what is being posted is in the chain before, or finds the month closed.
      const { lastSequence, lastHash } = await this.ledger.takeChain(tx, schoolId)
      await this.refuseGap(tx, schoolId, month)
      const period = await this.take(tx, (await this.row(tx, schoolId, month)).id)
      await this.transitions.move(tx, periodTable, LedgerPeriod, period, 'close', actor, {
        comment: month,
        set: { closingSequence: lastSequence, closingHash: lastHash },
      })
      await this.vouchers.number(tx, actor, school, `${nextMonth(month)}-01`)
      return this.one(tx, actor, schoolId, month)
    })
  }

  /** Opens the latest closed month again. Where the chain ended stays on record, and `ledger verify` still compares it. */
  async reopen(actor: Actor, schoolId: number, month: string, comment: string): Promise<LedgerPeriodOut> {
    return this.database.transaction(async (tx) => {
      await requireSchool(tx, actor, schoolId)
      await this.ledger.takeChain(tx, schoolId)
      const closed = await this.closed(tx, schoolId)
      const found = closed.find((each) => each.month === month)
      if (!found) throw new RuleBroken('funding.period_never_closed', { month })
      const last = closed.at(-1)!
      if (last.month !== month) throw new RuleBroken('funding.period_later_closed', { month: last.month })
      const period = await this.take(tx, found.id)
      await this.transitions.move(tx, periodTable, LedgerPeriod, period, 'reopen', actor, { comment })
      return this.one(tx, actor, schoolId, month)
    })
  }

  private async closed(tx: EntityManager, schoolId: number): Promise<LedgerPeriod[]> {
    return tx.find(LedgerPeriod, { where: { schoolId, status: 'closed' }, order: { month: 'ASC' } })
  }

  private async take(tx: EntityManager, periodId: number): Promise<Taken<LedgerPeriod>> {
    const [period] = await this.transitions.takeAll(tx, LedgerPeriod, [periodId], ([id]) =>
      tx.findBy(LedgerPeriod, { id: id! }),
    )
    return period!
  }

  private async refuseGap(tx: EntityManager, schoolId: number, month: string): Promise<void> {
    const first = await tx.findOne(LedgerJournal, {
      where: { schoolId },
      order: { accountedOn: 'ASC', id: 'ASC' },
    })
    if (!first || first.accountedOn.slice(0, 7) > month)
      throw new RuleBroken('funding.period_nothing', { month })
    const closed = new Set((await this.closed(tx, schoolId)).map((period) => period.month))
    const open = monthsBetween(first.accountedOn.slice(0, 7), month).find(
      (each) => each !== month && !closed.has(each),
    )
    if (open) throw new RuleBroken('funding.period_order', { month: open })
  }

  private async row(tx: EntityManager, schoolId: number, month: string): Promise<LedgerPeriod> {
    const known = await tx.findOneBy(LedgerPeriod, { schoolId, month })
    if (known) return known
    const row = await tx.save(
      tx.create(LedgerPeriod, { schoolId, month, status: 'open', closingSequence: 0, closingHash: '' }),
    )
    documentMade(tx, 'ledger_period', row.id)
    return row
  }

  private async one(
    manager: EntityManager,
    actor: Actor,
    schoolId: number,
    month: string,
  ): Promise<LedgerPeriodOut> {
    return (await this.months(manager, actor, schoolId)).find((period) => period.month === month)!
  }

  private async months(manager: EntityManager, actor: Actor, schoolId: number): Promise<LedgerPeriodOut[]> {
    const sums = await this.sums(manager, schoolId)
    if (sums.size === 0) return []
    const present = this.clock.today().slice(0, 7)
    const periods = new Map(
      (await manager.findBy(LedgerPeriod, { schoolId })).map((period) => [period.month, period]),
    )
    const last = [present, ...sums.keys()].reduce((a, b) => (a > b ? a : b))
    const months = monthsBetween(
      [...sums.keys()].reduce((a, b) => (a < b ? a : b)),
      last,
    )
    const firstOpen = months.find((month) => periods.get(month)?.status !== 'closed')
    const lastClosed = months.findLast((month) => periods.get(month)?.status === 'closed')
    let committedFen = fen(0)
    const outs = months.map((month): LedgerPeriodOut => {
      const own = sums.get(month)
      const period = periods.get(month)
      committedFen = addFen(committedFen, own?.committedFen ?? fen(0))
      const status = period?.status ?? 'open'
      const obstacle = obstacleOf({ month, status, present, firstOpen, lastClosed })
      return {
        id: period?.id ?? null,
        schoolId,
        month,
        status,
        journalCount: own?.count ?? 0,
        debitFen: own?.debitFen ?? fen(0),
        committedFen,
        closingSequence: period?.closingSequence || null,
        closingHash: period?.closingHash || null,
        actions: obstacle ? [] : eventsFrom(periodTable, status, actor.permissions),
        obstacle: obstacle && this.sentences.say(obstacle, actor.language),
      }
    })
    return outs.reverse()
  }

  private async sums(manager: EntityManager, schoolId: number): Promise<Map<string, MonthSums>> {
    const month = 'SUBSTR(journal.accountedOn, 1, 7)'
    const rows = await placedLines(manager)
      .select(month, 'month')
      .addSelect('COUNT(DISTINCT journal.id)', 'count')
      .addSelect(
        "SUM(CASE WHEN line.phase IN ('pending', 'void') OR line.debitAccount IN (:...memoranda) THEN 0 ELSE line.amountFen END)",
        'debit',
      )
      .addSelect(`SUM(${effectInSql('committed')})`, 'committed')
      .where('line.schoolId = :schoolId', { schoolId, memoranda })
      .groupBy(month)
      .getRawMany<{
        month: string
        count: string | number
        debit: string | number
        committed: string | number
      }>()
    return new Map(
      rows.map(({ month, count, debit, committed }) => [
        month,
        { count: Number(count), debitFen: toFen(debit), committedFen: toFen(committed) },
      ]),
    )
  }
}
