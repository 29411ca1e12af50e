/** How do bank and ledger stand (银行存款余额调节表)? For one school or all of a region, over some days, with every difference. */
import { Injectable } from '@nestjs/common'
import { Brackets, type EntityManager, In, type SelectQueryBuilder } from 'typeorm'
import { type Actor, User } from '../../access/index.js'
import { requireSchool, School, scoped } from '../../organisation/index.js'
import { addDays, Clock, daysBetween } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Invalid } from '../../platform/errors.js'
import { addFen, type Fen, fen, subtractFen } from '../../platform/money.js'
import { Payment } from '../payments/payment.entity.js'
import { BankReturn } from './bank-return.entity.js'
import { BankReturnLine } from './bank-return-line.entity.js'
import {
  type BankItem,
  compareSides,
  type Difference,
  type DifferenceClass,
  differenceClasses,
} from './differences.js'
import { type LedgerItem, ledgerSide } from './ledger-side.js'
import { actionsOn, type JoinedLine } from './line-actions.js'
import type { UnmatchedReason } from './match-lines.js'
import type {
  BankDifferenceGroupOut,
  BankDifferenceOut,
  ReconciliationStatementOut,
  ReconciliationQuery,
} from './reconciliation-statement.dto.js'

const mostDays = 366
const mostShown = 500

export interface Span {
  readonly fromOn: string
  readonly toOn: string
}

@Injectable()
export class ReconciliationStatementService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async statement(actor: Actor, query: ReconciliationQuery): Promise<ReconciliationStatementOut> {
    return this.of(actor, this.spanOf(query), query.schoolId ?? actor.schoolId)
  }

  /** Throws NotFound where the school is not in the actor's scope. */
  async of(actor: Actor, span: Span, schoolId: number | null): Promise<ReconciliationStatementOut> {
    const { read } = this.database
    const school = schoolId === null ? null : await requireSchool(read, actor, schoolId)
    const ofSchool = schoolId ?? undefined
    const [bank, ledger] = await Promise.all([
      this.bankSide(read, actor, span, ofSchool),
      ledgerSide(read, actor, span, ofSchool),
    ])
    // Of the same spendings what stands on other days on the other side.
    const [said, posted] = [keysOf(bank), new Set(ledger.map(({ spendKey }) => spendKey))]
    const elsewhere = {
      bank: await this.bankSide(
        read,
        actor,
        { spendKeys: [...posted].filter((key) => !said.has(key)) },
        ofSchool,
      ),
      ledger: outside(
        span,
        await ledgerSide(read, actor, { spendKeys: [...said].filter((key) => !posted.has(key)) }, ofSchool),
      ),
    }
    const sides = compareSides(bank, ledger, elsewhere)
    const { differences } = sides
    const sumOf = (each: DifferenceClass) => sum(differences.filter((one) => one.class === each))
    const net = {
      bankNetFen: subtractFen(sides.bankPaidFen, sides.bankReturnedFen),
      ledgerNetFen: subtractFen(sides.ledgerSpentFen, sides.ledgerTakenBackFen),
    }
    const only = {
      ledgerOnlyFen: sumOf('ledger_only'),
      takenBackOnlyFen: sumOf('taken_back_only'),
      bankOnlyFen: sumOf('bank_only'),
      returnedFen: sumOf('returned'),
    }
    const openCount = differences.filter(({ isOpen }) => isOpen).length
    // What waits for somebody is shown first.
    const shown = [...differences]
      .sort((one, other) => Number(other.isOpen) - Number(one.isOpen) || one.on.localeCompare(other.on))
      .slice(0, mostShown)
    return {
      schoolId,
      schoolName: school?.name ?? null,
      ...span,
      bankPaidFen: sides.bankPaidFen,
      bankReturnedFen: sides.bankReturnedFen,
      ledgerSpentFen: sides.ledgerSpentFen,
      ledgerTakenBackFen: sides.ledgerTakenBackFen,
      ...net,
      ...only,
      adjustedBankFen: subtractFen(addFen(net.bankNetFen, only.ledgerOnlyFen), only.takenBackOnlyFen),
      adjustedLedgerFen: subtractFen(addFen(net.ledgerNetFen, only.bankOnlyFen), only.returnedFen),
      openCount,
      explainedCount: differences.length - openCount,
      unknownCount: differences.filter(({ amountFen }) => amountFen === null).length,
      isAgreed: openCount === 0,
      groups: groupsOf(differences),
      differences: await this.shown(read, actor, shown),
      leftOffCount: differences.length - shown.length,
    }
  }

  private spanOf({ month, fromOn, toOn }: ReconciliationQuery): Span {
    const today = this.clock.today()
    if (month !== undefined) {
      if (fromOn !== undefined || toOn !== undefined) throw new Invalid('funding.statement_days')
      return monthOf(month)
    }
    const span = { fromOn: fromOn ?? `${(toOn ?? today).slice(0, 7)}-01`, toOn: toOn ?? today }
    if (span.fromOn > span.toOn || daysBetween(span.fromOn, span.toOn) >= mostDays)
      throw new Invalid('funding.statement_days')
    return span
  }

  /** Lines of the bank for the schools in scope; of a region also those that no school is known for. */
  private async bankSide(
    manager: EntityManager,
    actor: Actor,
    of: Span | { readonly spendKeys: readonly string[] },
    schoolId?: number,
  ): Promise<BankItem[]> {
    if ('spendKeys' in of && of.spendKeys.length === 0) return []
    const query = this.lines(manager, actor, schoolId)
      .leftJoin(Payment, 'payment', 'payment.id = line.paymentId')
      .andWhere("line.outcome NOT IN ('repeated', 'failed')")
      .orderBy('line.id')
      .select([
        'line.id AS id',
        'line.outcome AS outcome',
        'line.reason AS reason',
        'line.result AS result',
        'line.amountFen AS amountFen',
        'line.countedOn AS countedOn',
        'line.spendKey AS spendKey',
        'line.paymentId AS paymentId',
        'line.closedAt AS closedAt',
        'payment.status AS status',
      ])
    if ('spendKeys' in of) query.andWhere('line.spendKey IN (:...keys)', { keys: [...of.spendKeys] })
    else query.andWhere('line.countedOn BETWEEN :fromOn AND :toOn', { fromOn: of.fromOn, toOn: of.toOn })
    const rows = await query.getRawMany<
      Pick<BankItem, 'id' | 'outcome' | 'result' | 'spendKey' | 'paymentId'> & {
        reason: string | null
        amountFen: string | number | null
        countedOn: string
        closedAt: unknown
        status: string | null
      }
    >()
    return rows.map(({ amountFen, countedOn, closedAt, status, reason, ...row }) => ({
      ...row,
      reason: reason as UnmatchedReason | null,
      amountFen: amountFen === null ? null : fen(Number(amountFen)),
      on: countedOn,
      isPaymentPaid: status === 'paid',
      isClosed: closedAt !== null,
    }))
  }

  private lines(
    manager: EntityManager,
    actor: Actor,
    schoolId: number | undefined,
  ): SelectQueryBuilder<BankReturnLine> {
    const query = manager
      .createQueryBuilder(BankReturnLine, 'line')
      .innerJoin(BankReturn, 'file', 'file.id = line.bankReturnId')
    if (actor.schoolId !== null || schoolId !== undefined)
      return scoped(query, actor, 'line.schoolId', schoolId)
    return query.andWhere(
      new Brackets((either) => {
        const inRegion = query
          .subQuery()
          .select('own.id')
          .from(School, 'own')
          .where('own.regionCode LIKE :region')
          .getQuery()
        either
          .where(`line.schoolId IN ${inRegion}`)
          .orWhere('(line.schoolId IS NULL AND file.regionCode LIKE :region)')
      }),
      { region: `${actor.regionCode}%` },
    )
  }

  /** What the page says of each, and what may be done with it. */
  private async shown(
    manager: EntityManager,
    actor: Actor,
    differences: readonly Difference[],
  ): Promise<BankDifferenceOut[]> {
    const lines = await byId(
      differences.map(({ lineId }) => lineId),
      (ids) =>
        manager
          .createQueryBuilder(BankReturnLine, 'line')
          .innerJoinAndMapOne('line.file', BankReturn, 'file', 'file.id = line.bankReturnId')
          .leftJoinAndMapOne('line.payment', Payment, 'payment', 'payment.id = line.paymentId')
          .where('line.id IN (:...ids)', { ids })
          .getMany() as Promise<JoinedLine[]>,
    )
    const payments = await byId(
      differences.map(({ paymentId }) => paymentId),
      (ids) => manager.findBy(Payment, { id: In(ids) }),
    )
    const schools = await byId(
      [...lines.values(), ...payments.values()].map(({ schoolId }) => schoolId),
      (ids) => manager.findBy(School, { id: In(ids) }),
    )
    const people = await byId(
      [...lines.values()].map(({ closedById }) => closedById),
      (ids) => manager.findBy(User, { id: In(ids) }),
    )
    return differences.map(({ lineId, paymentId, ...rest }): BankDifferenceOut => {
      const line = lineId === null ? undefined : lines.get(lineId)
      const payment = paymentId === null ? undefined : payments.get(paymentId)
      const schoolId = line?.schoolId ?? payment?.schoolId ?? null
      return {
        ...rest,
        lineAmountFen: line?.amountFen ?? null,
        schoolId,
        schoolName: schoolId === null ? null : (schools.get(schoolId)?.name ?? null),
        lineId,
        bankReturnId: line?.bankReturnId ?? null,
        rowNumber: line?.rowNumber ?? null,
        reference: line ? line.reference : (payment?.reference ?? null),
        serial: line ? line.serial : (payment?.bankSerial ?? null),
        payee: line ? line.payee : null,
        paymentId,
        paymentAmountFen: payment?.amountFen ?? null,
        paymentPayee: payment?.payee ?? null,
        comment: line?.comment ?? null,
        closedAt: line?.closedAt?.toISOString() ?? null,
        closedByName: line?.closedById ? (people.get(line.closedById)?.displayName ?? null) : null,
        actions: line ? actionsOn(line, actor) : [],
      }
    })
  }
}

export function monthOf(month: string): Span {
  const fromOn = `${month}-01`
  const next = `${addDays(fromOn, 31).slice(0, 7)}-01`
  return { fromOn, toOn: addDays(next, -1) }
}

const outside = ({ fromOn, toOn }: Span, items: readonly LedgerItem[]) =>
  items.filter(({ on }) => on < fromOn || on > toOn)

const keysOf = (bank: readonly BankItem[]) =>
  new Set(bank.flatMap(({ spendKey }) => (spendKey === null ? [] : [spendKey])))

const sum = (differences: readonly Difference[]): Fen =>
  addFen(fen(0), ...differences.map(({ amountFen }) => amountFen ?? fen(0)))

function groupsOf(differences: readonly Difference[]): BankDifferenceGroupOut[] {
  const groups = new Map<string, Difference[]>()
  for (const each of differences) {
    const key = `${differenceClasses.indexOf(each.class)} ${each.reason}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([, own]) => ({
      class: own[0]!.class,
      reason: own[0]!.reason,
      count: own.length,
      openCount: own.filter(({ isOpen }) => isOpen).length,
      amountFen: sum(own),
      unknownCount: own.filter(({ amountFen }) => amountFen === null).length,
    }))
}

async function byId<Row extends { id: number }>(
  ids: readonly (number | null)[],
  read: (ids: number[]) => Promise<Row[]>,
): Promise<Map<number, Row>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  return new Map(wanted.length === 0 ? [] : (await read(wanted)).map((row) => [row.id, row]))
}
