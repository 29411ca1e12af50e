/** Does what the bank says agree with what stands here (对账)? Files with their statement, the lines, and settling one by hand. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { subtractFen, toFen } from '../../platform/money.js'
import { contains, equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { LedgerJournal, placedLines } from '../../ledger/index.js'
import { Payment } from '../payments/payment.entity.js'
import { spendKeyOf } from '../payments/payment-keys.js'
import { PaymentStepsService } from '../payments/steps.service.js'
import { BankReturn } from './bank-return.entity.js'
import { BankReturnLine, type LineOutcome, lineOutcomes } from './bank-return-line.entity.js'
import {
  type BankReturnLineListQuery,
  type BankReturnLineOut,
  type BankReturnListQuery,
  type BankReturnOut,
  type BankReturnWithStatementOut,
  type SettleLineIn,
  type TakeBackLineIn,
  toBankReturnLineOut,
  toBankReturnOut,
} from './bank-returns.dto.js'
import { isSecondPerson } from './second-person.js'

type JoinedLine = BankReturnLine & { file: BankReturn; payment: Payment | null }

const files: Listing<BankReturnListQuery> = {
  sortable: { id: 'file.id', importedAt: 'file.importedAt', paidFen: 'file.paidFen' },
  filters: { schoolId: equals('file.schoolId'), q: contains('file.fileName') },
}
const lines: Listing<BankReturnLineListQuery> = {
  sortable: {
    id: 'line.id',
    rowNumber: 'line.rowNumber',
    amountFen: 'line.amountFen',
    paidOn: 'line.paidOn',
  },
  filters: {
    schoolId: equals('line.schoolId'),
    bankReturnId: equals('line.bankReturnId'),
    outcome: equals('line.outcome'),
    reason: equals('line.reason'),
    q: contains('line.payee', 'line.reference', 'line.serial'),
  },
}

@Injectable()
export class ReconciliationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly payments: PaymentStepsService,
  ) {}

  files(actor: Actor, list: BankReturnListQuery): Promise<Page<BankReturnOut>> {
    return paged(
      this.visible(this.database.read, actor),
      { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' },
      files,
      toBankReturnOut,
    )
  }

  /** The statement counts only the lines that the person may see. */
  async get(actor: Actor, id: number): Promise<BankReturnWithStatementOut> {
    const { read } = this.database
    const file = await this.visible(read, actor).andWhere('file.id = :id', { id }).getOne()
    if (!file) throw new NotFound('bank_return', id)
    const sums = await this.lines(read, actor)
      .andWhere('line.bankReturnId = :id', { id })
      .select([
        'line.outcome AS outcome',
        'line.result AS result',
        'COUNT(*) AS count',
        'SUM(line.amountFen) AS sum',
      ])
      .groupBy('line.outcome')
      .addGroupBy('line.result')
      .getRawMany<{
        outcome: LineOutcome
        result: string
        count: string | number
        sum: string | number | null
      }>()
    const total = (keep: (row: { outcome: LineOutcome; result: string }) => boolean) =>
      toFen(sums.filter(keep).reduce((sum, row) => sum + Number(row.sum ?? 0), 0))
    const isPaid = ({ outcome }: { outcome: LineOutcome }) =>
      outcome === 'paid' || outcome === 'settled_by_hand'
    const bankPaidFen = total(isPaid)
    const bankReturnedFen = total(({ outcome }) => outcome === 'returned' || outcome === 'taken_back')
    const [ledgerSpentFen, ledgerReturnedFen] = [
      await this.spentBy(read, actor, id, ['paid', 'settled_by_hand']),
      await this.spentBy(read, actor, id, ['returned', 'taken_back'], 'un-spend'),
    ]
    return {
      ...toBankReturnOut(file),
      bankPaidFen,
      ledgerSpentFen,
      bankReturnedFen,
      ledgerReturnedFen,
      differenceFen: subtractFen(
        subtractFen(bankPaidFen, bankReturnedFen),
        subtractFen(ledgerSpentFen, ledgerReturnedFen),
      ),
      unmatchedPaidFen: total((row) => row.outcome === 'unmatched' && row.result === 'paid'),
      outcomes: lineOutcomes.flatMap((outcome) => {
        const own = sums.filter((row) => row.outcome === outcome)
        return own.length === 0
          ? []
          : [
              {
                outcome,
                count: own.reduce((sum, row) => sum + Number(row.count), 0),
                amountFen: total((row) => row.outcome === outcome),
              },
            ]
      }),
    }
  }

  list(actor: Actor, list: BankReturnLineListQuery): Promise<Page<BankReturnLineOut>> {
    return paged(this.lines(this.database.read, actor), list, lines, (line) => out(line as JoinedLine, actor))
  }

  /** A second person says which payment an unmatched line has paid; amount and state must fit as in an import. */
  async settle(actor: Actor, id: number, given: SettleLineIn): Promise<BankReturnLineOut> {
    return this.database.transaction(async (tx) => {
      const line = await this.find(tx, actor, id)
      const paidOn = this.requireSettleable(actor, line, given)
      const [payment] = await this.payments.takeMany(tx, actor, [given.paymentId])
      if (!payment) throw new NotFound('payment', given.paymentId)
      if (payment.status !== 'checked') throw new StateConflict('funding.bank_not_sent')
      if (payment.amountFen !== line.amountFen)
        throw new RuleBroken('funding.bank_amount_differs', {
          bankFen: line.amountFen,
          amountFen: payment.amountFen,
        })
      const taken = await tx
        .createQueryBuilder()
        .update(BankReturnLine)
        .set({
          outcome: 'settled_by_hand',
          paymentId: payment.id,
          schoolId: payment.schoolId,
          spendKey: spendKeyOf(payment),
        })
        .where("id = :id AND outcome = 'unmatched'", { id })
        .execute()
      if (taken.affected !== 1) throw new StateConflict('funding.bank_line_matched')
      await this.payments.step(tx, actor, payment, 'settle', { paidOn, bankSerial: line.serial })
      // Of a number that is known the list says so, and the second person has seen it; of any other nobody has.
      if (line.serial && line.reason !== 'serial_known')
        await this.payments.refuseSerialOfOther(tx, payment, line.serial)
      await this.audit.record(tx, actor, {
        action: 'bank_return_line.settle',
        entity: 'bank_return_line',
        entityId: id,
        schoolId: payment.schoolId,
        after: { paymentId: payment.id, amountFen: payment.amountFen, paidOn, rowNumber: line.rowNumber },
      })
      return out(await this.find(tx, actor, id), actor)
    })
  }

  /**
   * Money that has come back (退汇) is no longer spent: a second person says so, the ledger takes its entry back, and the
   * payment waits to be sent again or given up.
   */
  async takeBack(
    actor: Actor,
    id: number,
    { comment, revision }: TakeBackLineIn,
  ): Promise<BankReturnLineOut> {
    return this.database.transaction(async (tx) => {
      const line = await this.find(tx, actor, id)
      if (line.outcome !== 'returned' || line.paymentId === null)
        throw new StateConflict('funding.bank_line_not_returned')
      if (!isSecondPerson(line.file, actor)) throw new RuleBroken('funding.bank_second_person')
      const payment = await this.payments.take(tx, actor, line.paymentId, 'take-back', { revision })
      // Another try of the same payment is none of this line's business.
      if (spendKeyOf(payment) !== line.spendKey) throw new StateConflict('funding.bank_line_not_returned')
      const taken = await tx
        .createQueryBuilder()
        .update(BankReturnLine)
        .set({ outcome: 'taken_back' })
        .where("id = :id AND outcome = 'returned'", { id })
        .execute()
      if (taken.affected !== 1) throw new StateConflict('funding.bank_line_not_returned')
      const why = comment?.trim() || line.bankRemark || '退汇'
      await this.payments.step(tx, actor, payment, 'take-back', { comment: why })
      await this.audit.record(tx, actor, {
        action: 'bank_return_line.take-back',
        entity: 'bank_return_line',
        entityId: id,
        schoolId: payment.schoolId,
        after: { paymentId: payment.id, amountFen: payment.amountFen, rowNumber: line.rowNumber, why },
      })
      return out(await this.find(tx, actor, id), actor)
    })
  }

  private requireSettleable(actor: Actor, line: JoinedLine, given: SettleLineIn): string {
    const { rowNumber } = line
    if (line.outcome !== 'unmatched') throw new StateConflict('funding.bank_line_matched')
    if (!isSecondPerson(line.file, actor)) throw new RuleBroken('funding.bank_second_person')
    if (line.result === 'failed') throw new RuleBroken('funding.bank_line_not_paid')
    if (line.amountFen === null) throw new RuleBroken('funding.bank_line_no_amount', { rowNumber })
    const paidOn = given.paidOn ?? line.paidOn
    if (paidOn === null) throw new RuleBroken('funding.bank_line_no_date', { rowNumber })
    if (paidOn > this.clock.today()) throw new RuleBroken('funding.paid_in_future', { paidOn })
    return paidOn
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<JoinedLine> {
    const line = await this.lines(manager, actor).andWhere('line.id = :id', { id }).getOne()
    if (!line) throw new NotFound('bank_return_line', id)
    return line as JoinedLine
  }

  // A school sees its own files and the lines for it in those of the centre, a region what was imported in it.
  private visible(manager: EntityManager, actor: Actor): SelectQueryBuilder<BankReturn> {
    const query = manager.createQueryBuilder(BankReturn, 'file')
    if (actor.schoolId === null)
      return query.andWhere('file.regionCode LIKE :region', { region: `${actor.regionCode}%` })
    return query.andWhere(
      `(file.schoolId = :own OR file.id IN ${query.subQuery().select('own.bankReturnId').from(BankReturnLine, 'own').where('own.schoolId = :own').getQuery()})`,
      { own: actor.schoolId },
    )
  }

  private lines(manager: EntityManager, actor: Actor): SelectQueryBuilder<BankReturnLine> {
    const query = manager
      .createQueryBuilder(BankReturnLine, 'line')
      .innerJoinAndMapOne('line.file', BankReturn, 'file', 'file.id = line.bankReturnId')
      .leftJoinAndMapOne('line.payment', Payment, 'payment', 'payment.id = line.paymentId')
    if (actor.schoolId === null)
      return query.andWhere('file.regionCode LIKE :region', { region: `${actor.regionCode}%` })
    return query.andWhere('line.schoolId = :own', { own: actor.schoolId })
  }

  /** What the ledger has posted for the spendings of these lines: each try of a payment has its own. */
  private async spentBy(
    manager: EntityManager,
    actor: Actor,
    id: number,
    outcomes: LineOutcome[],
    kind: 'spend' | 'un-spend' = 'spend',
  ) {
    const keys = this.lines(manager, actor)
      .andWhere('line.bankReturnId = :id AND line.outcome IN (:...outcomes)', { id, outcomes })
      .select('line.spendKey')
    const query = placedLines(manager)
      .select('SUM(line.amountFen)', 'sum')
      .where(`journal.businessKey IN (${keys.getQuery()})`)
      .setParameters(keys.getParameters())
    if (kind === 'un-spend')
      query.innerJoin(
        LedgerJournal,
        'reversal',
        'reversal.schoolId = journal.schoolId AND reversal.reverses = journal.sequence',
      )
    return toFen((await query.getRawOne<{ sum: string | number | null }>())?.sum)
  }
}

function out(line: JoinedLine, actor: Actor): BankReturnLineOut {
  const mayReconcile = isSecondPerson(line.file, actor) && actor.permissions.has('payment.reconcile')
  const maySettle =
    line.outcome === 'unmatched' && line.result !== 'failed' && line.amountFen !== null && mayReconcile
  const mayTakeBack = line.outcome === 'returned' && line.payment?.status === 'paid' && mayReconcile
  return toBankReturnLineOut(line, maySettle ? ['settle'] : mayTakeBack ? ['take-back'] : [])
}
