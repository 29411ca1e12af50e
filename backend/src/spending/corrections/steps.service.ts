/** How does a correction move (更正办理)? What it takes is held from submission on; the books move when it is posted. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type EventIn, type Taken, Transitions } from '../../audit/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { RuleBroken, StateConflict } from '../../platform/errors.js'
import {
  type Account,
  type Allotment,
  drawByLevel,
  LedgerService,
  levelsLeft,
  type PostingLine,
} from '../../ledger/index.js'
import { BankReturnLine } from '../bank-returns/bank-return-line.entity.js'
import { closeLine } from '../bank-returns/close-line.js'
import { PaymentStepsService } from '../payments/steps.service.js'
import { spendKeyOf } from '../payments/payment-keys.js'
import { refuseSerial } from '../payments/refuse-serial.js'
import { correctionSource } from './correction-source.js'
import { Correction } from './correction.entity.js'
import { correctionTable } from './correction.states.js'
import type { CorrectionOut } from './corrections.dto.js'
import { requireFree } from './lines.js'
import { CorrectionReadingService, endingOf } from './reading.service.js'
import { placeKey, spentPlaces } from './spent-places.js'

export type CorrectionEvent = 'submit' | 'withdraw' | 'approve' | 'refuse' | 'post' | 'refer-back' | 'receive'

interface Received {
  readonly receivedOn: string
  readonly bankSerial: string
}

@Injectable()
export class CorrectionStepsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly ledger: LedgerService,
    private readonly payments: PaymentStepsService,
    private readonly reading: CorrectionReadingService,
  ) {}

  /** One step: the state, the books and what the bank's line waits for move together or not at all. */
  async act(
    actor: Actor,
    id: number,
    event: CorrectionEvent,
    { comment, revision, ...received }: EventIn & Partial<Received> = {},
  ): Promise<CorrectionOut> {
    return this.database.transaction(async (tx) => {
      const read = () => this.reading.find(tx, actor, id)
      const taken = await this.transitions.take(tx, correctionTable, Correction, id, event, actor, {
        read,
        seen: { revision },
      })
      this.requireFitting(taken, event)
      if (event === 'submit') await this.hold(tx, actor, taken)
      const set = event === 'receive' ? (received as Received) : {}
      await this.transitions.move(tx, correctionTable, Correction, taken, event, actor, { comment, set })
      const after: Correction = { ...taken, ...set }
      if (event === 'receive') await this.receive(tx, actor, after)
      if (event === 'post') await this.post(tx, actor, after, comment)
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, id))
    })
  }

  private requireFitting({ kind, bankLineId }: Correction, event: CorrectionEvent): void {
    const ending = endingOf[kind]
    if ((event === 'post' || event === 'receive') && event !== ending)
      throw new StateConflict('state.not_possible')
    if ((event === 'submit' && ending === 'take-back') || (event === 'withdraw' && bankLineId !== null))
      throw new RuleBroken('funding.correction_of_bank')
  }

  /** Locks the payment, so that two corrections never hold the same yuan, nor one what the bank takes back at this instant. */
  private async hold(tx: EntityManager, actor: Actor, correction: Taken<Correction>): Promise<void> {
    const [payment] = await this.payments.takeMany(tx, actor, [correction.paymentId])
    if (payment!.status !== 'paid') throw new StateConflict('funding.correct_unpaid')
    // What the bank has paid twice was never booked twice: nothing of the payment is taken.
    if (correction.kind === 'double_payment') return
    await requireFree(tx, correction.paymentId, correction.id, correction.lines!)
    await this.payments.refuseMovesAround(tx, correction.schoolId, correction.lines!)
  }

  private async receive(tx: EntityManager, actor: Actor, correction: Correction): Promise<void> {
    const { paymentId, schoolId, bankLineId, kind } = correction
    const [receivedOn, bankSerial] = [correction.receivedOn!, correction.bankSerial!]
    const [payment] = await this.payments.takeMany(tx, actor, [paymentId])
    const today = this.clock.today()
    const paidOn = payment!.paidOn ?? payment!.requestedOn
    if (receivedOn < paidOn || receivedOn > today)
      throw new RuleBroken('funding.received_day', { receivedOn, paidOn, today })
    await this.ledger.takeChains(tx, [schoolId])
    await refuseSerial(tx, {
      entity: 'correction',
      id: correction.id,
      schoolId,
      bankSerial,
      ownLineId: bankLineId,
    })
    if (kind === 'refund') await this.book(tx, actor, correction, receivedOn)
    if (bankLineId !== null)
      await closeLine(
        tx,
        this.audit,
        { id: bankLineId, outcome: 'paid_twice' },
        { actor, at: this.clock.now(), comment: correction.reason },
      )
  }

  private async post(
    tx: EntityManager,
    actor: Actor,
    correction: Correction,
    comment: string | undefined,
  ): Promise<void> {
    if (correction.kind === 'reclassification') return this.book(tx, actor, correction, this.clock.today())
    const payment = await this.payments.take(tx, actor, correction.paymentId, 'register-return')
    const line = await tx.findOneBy(BankReturnLine, { spendKey: spendKeyOf(payment) })
    if (line) throw new RuleBroken('funding.red_letter_bank_paid', { rowNumber: line.rowNumber })
    await this.payments.step(tx, actor, payment, 'register-return', {
      comment: comment?.trim() || correction.reason,
    })
  }

  /** Off where it stands, level by level as it was paid; of a reclassification, on where it belongs. */
  private async book(
    tx: EntityManager,
    actor: Actor,
    correction: Correction,
    accountedOn: string,
  ): Promise<void> {
    await this.payments.takeMany(tx, actor, [correction.paymentId])
    await this.ledger.takeChains(tx, [correction.schoolId])
    await requireFree(tx, correction.paymentId, correction.id, correction.lines!)
    const places = await spentPlaces(tx, correction.paymentId, correction.id)
    const to = correction.lines!.flatMap(({ toAllotmentId }) => toAllotmentId ?? [])
    const left = await levelsLeft(tx, [...new Set(to)])
    const lines = correction.lines!.flatMap((line): PostingLine[] => {
      const place = places.get(placeKey(line.allotmentId, line.account))!
      const parts = drawByLevel(place.levels, line.amountFen, 'whole')
      const off = parts.map((part) => ({
        debit: 'A110' as const,
        credit: line.account as Account,
        ...part,
        ...standingOf(line.allotment!),
      }))
      if (!line.toAllotment) return off
      // On the same money it is the same level that has paid; on other money, those that have something there.
      const given =
        line.toAllotmentId === line.allotmentId
          ? parts
          : drawByLevel(left.get(line.toAllotmentId!) ?? [], line.amountFen, 'whole')
      const on = given.map((part) => ({
        debit: line.toAccount as Account,
        credit: 'A110' as const,
        ...part,
        ...standingOf(line.toAllotment!),
      }))
      return [...off, ...on]
    })
    const kind = correction.kind === 'refund' ? 'refund' : 'reclassify'
    await this.ledger.post(tx, actor, [
      {
        kind,
        businessKey: `${kind}:correction:${correction.id}`,
        schoolId: correction.schoolId,
        source: correctionSource(correction),
        accountedOn,
        lines,
      },
    ])
  }
}

const standingOf = ({ homeClassId, fundId, purpose, fiscalYear }: Allotment) => ({
  homeClassId,
  fundId,
  purpose,
  fiscalYear,
})
