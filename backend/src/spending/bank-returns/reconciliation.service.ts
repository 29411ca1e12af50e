/** Does what the bank says agree with what stands here (对账)? Files with their statement, the lines, and settling one by hand. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { Clock, localDateOf } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { toFen } from '../../platform/money.js'
import { Sentences } from '../../platform/sentences.js'
import type { BulkSumOut } from '../../platform/bulk-sum.dto.js'
import { eachWithSum } from '../../platform/bulk-sum.js'
import { cases, contains, equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { Correction } from '../corrections/correction.entity.js'
import { mendingStates, partialKinds } from '../corrections/correction.states.js'
import { endByLine } from '../corrections/opened-by-bank.js'
import { Payment } from '../payments/payment.entity.js'
import { spendKeyOf } from '../payments/payment-keys.js'
import { refuseSerialOfOther } from '../payments/refuse-serial.js'
import { PaymentStepsService } from '../payments/steps.service.js'
import { BankReturn } from './bank-return.entity.js'
import { BankReturnLine, type LineOutcome, lineOutcomes } from './bank-return-line.entity.js'
import {
  type BankReturnLineListQuery,
  type BankReturnLineOut,
  type BankReturnListQuery,
  type BankReturnOut,
  type BankReturnWithStatementOut,
  type CloseLineIn,
  type SettleLineIn,
  type TakeBackLineIn,
  toBankReturnLineOut,
  toBankReturnOut,
} from './bank-returns.dto.js'
import { closeLine } from './close-line.js'
import { holdFiles, noteFiles } from './note-file.js'
import { knownPayments } from './known-lines.js'
import { actionsOn, isForClosing, isOpen, type JoinedLine } from './line-actions.js'
import { waitsForSecondPerson } from './match-lines.js'
import { samePayee } from './same-payee.js'
import { isSecondPerson } from './second-person.js'
import { ReconciliationStatementService } from './reconciliation-statement.service.js'

const files: Listing<BankReturnListQuery> = {
  sortable: { id: 'file.id', importedAt: 'file.importedAt', paidFen: 'file.paidFen' },
  filters: { schoolId: equals('file.schoolId'), q: contains('file.fileName') },
}
const openInSql = "line.outcome IN ('unmatched', 'paid_twice', 'returned') AND line.closedAt IS NULL"
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
    paymentId: equals('line.paymentId'),
    isOpen: cases({ yes: openInSql, no: `NOT (${openInSql})` }),
    q: contains('line.payee', 'line.reference', 'line.serial'),
  },
}

@Injectable()
export class ReconciliationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly payments: PaymentStepsService,
    private readonly statements: ReconciliationStatementService,
    private readonly sentences: Sentences,
  ) {}

  files(actor: Actor, list: BankReturnListQuery): Promise<Page<BankReturnOut>> {
    return paged(
      this.visible(this.database.read, actor),
      { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' },
      files,
      toBankReturnOut,
    )
  }

  /** Counts only the lines that the person may see; the statement is of all files, for the days of this one. */
  async get(actor: Actor, id: number): Promise<BankReturnWithStatementOut> {
    const { read } = this.database
    const file = await this.visible(read, actor).andWhere('file.id = :id', { id }).getOne()
    if (!file) throw new NotFound('bank_return', id)
    const sums = await this.lines(read, actor)
      .andWhere('line.bankReturnId = :id', { id })
      .select([
        'line.outcome AS outcome',
        'COUNT(*) AS count',
        'SUM(line.amountFen) AS sum',
        'MIN(line.countedOn) AS fromOn',
        'MAX(line.countedOn) AS toOn',
      ])
      .groupBy('line.outcome')
      .getRawMany<{
        outcome: LineOutcome
        count: string | number
        sum: string | number | null
        fromOn: string
        toOn: string
      }>()
    const importedOn = localDateOf(file.importedAt)
    const days = sums.flatMap(({ fromOn, toOn }) => [fromOn, toOn]).sort()
    return {
      ...toBankReturnOut(file),
      outcomes: lineOutcomes.flatMap((outcome) => {
        const own = sums.find((row) => row.outcome === outcome)
        return own ? [{ outcome, count: Number(own.count), amountFen: toFen(own.sum) }] : []
      }),
      statement: await this.statements.of(
        actor,
        { fromOn: days[0] ?? importedOn, toOn: days.at(-1) ?? importedOn },
        file.schoolId ?? actor.schoolId,
      ),
    }
  }

  list(actor: Actor, list: BankReturnLineListQuery): Promise<Page<BankReturnLineOut>> {
    return paged(this.lines(this.database.read, actor), list, lines, (line) => out(line as JoinedLine, actor))
  }

  /** A second person confirms many lines that wait only because their importer had a hand in the payment (经办人自己导入的回单). */
  settleMany(actor: Actor, ids: readonly number[]): Promise<BulkSumOut> {
    const settled = async (id: number) => {
      const { reason, paymentId } = await this.find(this.database.read, actor, id)
      if (paymentId === null || !waitsForSecondPerson(reason))
        throw new RuleBroken('funding.bank_line_by_itself')
      const { amountFen } = await this.settle(actor, id, { paymentId })
      return { amountFen: amountFen! }
    }
    return eachWithSum(ids, settled, this.sentences, actor.language)
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
      await this.requireFitting(tx, line, payment, { paidOn, comment: given.comment })
      await holdFiles(tx, [line.bankReturnId])
      const taken = await tx
        .createQueryBuilder()
        .update(BankReturnLine)
        .set({
          outcome: 'settled_by_hand',
          paymentId: payment.id,
          schoolId: payment.schoolId,
          spendKey: spendKeyOf(payment),
          comment: given.comment ?? null,
        })
        .where("id = :id AND outcome = 'unmatched' AND closedAt IS NULL", { id })
        .execute()
      if (taken.affected !== 1) throw new StateConflict('funding.bank_line_matched')
      await this.payments.step(tx, actor, payment, 'settle', { paidOn, bankSerial: line.serial })
      // Of a number that is known the list says so, and the second person has seen it; of any other nobody has.
      if (line.serial && line.reason !== 'serial_known')
        await refuseSerialOfOther(tx, {
          entity: 'payment',
          id: payment.id,
          schoolId: payment.schoolId,
          bankSerial: line.serial,
        })
      await this.audit.record(tx, actor, {
        action: 'bank_return_line.settle',
        entity: 'bank_return_line',
        entityId: id,
        schoolId: payment.schoolId,
        after: {
          paymentId: payment.id,
          amountFen: payment.amountFen,
          paidOn,
          rowNumber: line.rowNumber,
          comment: given.comment ?? null,
        },
      })
      await noteFiles(tx, this.audit, actor, [line.bankReturnId], { lineId: id })
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
      if (line.outcome !== 'returned' || !isOpen(line) || line.paymentId === null)
        throw new StateConflict('funding.bank_line_not_returned')
      if (!isSecondPerson(line.file, actor)) throw new RuleBroken('funding.bank_second_person')
      const why = comment?.trim() || line.bankRemark || '退汇'
      await endByLine(tx, this.transitions, actor, id, 'take-back', why)
      const payment = await this.payments.take(tx, actor, line.paymentId, 'take-back', { revision })
      // Another try of the same payment is none of this line's business.
      if (spendKeyOf(payment) !== line.spendKey) throw new StateConflict('funding.bank_line_not_returned')
      await holdFiles(tx, [line.bankReturnId])
      const taken = await tx
        .createQueryBuilder()
        .update(BankReturnLine)
        .set({ outcome: 'taken_back' })
        .where("id = :id AND outcome = 'returned' AND closedAt IS NULL", { id })
        .execute()
      if (taken.affected !== 1) throw new StateConflict('funding.bank_line_not_returned')
      await this.payments.step(tx, actor, payment, 'take-back', { comment: why })
      await this.audit.record(tx, actor, {
        action: 'bank_return_line.take-back',
        entity: 'bank_return_line',
        entityId: id,
        schoolId: payment.schoolId,
        after: { paymentId: payment.id, amountFen: payment.amountFen, rowNumber: line.rowNumber, why },
      })
      await noteFiles(tx, this.audit, actor, [line.bankReturnId], { lineId: id })
      return out(await this.find(tx, actor, id), actor)
    })
  }

  /** A second person has looked into a difference (已查明): it stays in the statement, with what was found out, and waits no more. */
  async close(actor: Actor, id: number, { comment }: CloseLineIn): Promise<BankReturnLineOut> {
    return this.database.transaction(async (tx) => {
      const line = await this.find(tx, actor, id)
      if (!isOpen(line)) throw new StateConflict('funding.bank_line_closed')
      if (!isSecondPerson(line.file, actor)) throw new RuleBroken('funding.bank_second_person')
      if (!isForClosing(line)) throw new RuleBroken('funding.bank_line_take_back')
      await endByLine(tx, this.transitions, actor, id, 'close', comment)
      await closeLine(tx, this.audit, line, { actor, at: this.clock.now(), comment })
      await this.audit.record(tx, actor, {
        action: 'bank_return_line.close',
        entity: 'bank_return_line',
        entityId: id,
        schoolId: line.schoolId,
        after: { outcome: line.outcome, reason: line.reason, rowNumber: line.rowNumber, comment },
      })
      return out(await this.find(tx, actor, id), actor)
    })
  }

  /** The bank cannot have paid before it was told to; that it paid somebody else's name is for a person to explain. */
  private async requireFitting(
    tx: EntityManager,
    line: JoinedLine,
    payment: Payment,
    { paidOn, comment }: { paidOn: string; comment: string | undefined },
  ): Promise<void> {
    const [known] = await knownPayments(tx, [payment])
    // On an earlier try it was sent before it was sent again.
    const isEarlier = line.reason === 'earlier_reference' && line.paymentId === payment.id
    const sentOn = (isEarlier ? known?.firstSentOn : known?.sentOn) ?? payment.requestedOn
    if (line.reason === 'before_request' || paidOn < sentOn || (line.paidOn !== null && line.paidOn < sentOn))
      throw new RuleBroken('funding.bank_before_request', { paidOn: line.paidOn ?? paidOn, sentOn })
    if (!samePayee(line.payee, payment.payee) && !comment)
      throw Invalid.field('comment', 'funding.bank_payee_differs', {
        payee: line.payee,
        asked: payment.payee,
      })
  }

  private requireSettleable(actor: Actor, line: JoinedLine, given: SettleLineIn): string {
    const { rowNumber } = line
    if (line.outcome !== 'unmatched' || !isOpen(line)) throw new StateConflict('funding.bank_line_matched')
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
      .leftJoinAndMapOne(
        'line.mendedBy',
        Correction,
        'mendedBy',
        `mendedBy.id = (SELECT MIN(mend.id) FROM correction mend WHERE mend.paymentId = line.paymentId
           AND mend.kind IN (:...partialKinds) AND mend.status IN (:...mendingStates))`,
        { partialKinds: [...partialKinds], mendingStates: [...mendingStates] },
      )
    if (actor.schoolId === null)
      return query.andWhere('file.regionCode LIKE :region', { region: `${actor.regionCode}%` })
    return query.andWhere('line.schoolId = :own', { own: actor.schoolId })
  }
}

const out = (line: JoinedLine, actor: Actor): BankReturnLineOut =>
  toBankReturnLineOut(line, actionsOn(line, actor))
