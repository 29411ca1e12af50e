/** What is unusual about one payment (异常提示), said in the reader's language before they decide on it. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { localDateOf } from '../../platform/calendar.js'
import { Sentences } from '../../platform/sentences.js'
import { addFen, fen } from '../../platform/money.js'
import { availableOf, leftOf, paysPeople } from '../../ledger/index.js'
import { CommitmentMoneyService } from '../commitments/money.service.js'
import { otherNames } from '../payees/shared-accounts.js'
import { Payee } from '../payees/payee.entity.js'
import { Payment } from './payment.entity.js'
import { pupilsOf } from './pupils-of.js'
import { takenBy } from './lines.js'
import type { UnusualOut } from './payments.dto.js'
import { decided, unusualOf, type UnusualFacts } from './unusual.js'

@Injectable()
export class UnusualService {
  constructor(
    private readonly sentences: Sentences,
    private readonly commitments: CommitmentMoneyService,
  ) {}

  async of(manager: EntityManager, actor: Actor, payment: Payment): Promise<UnusualOut[]> {
    if (!decided.has(payment.status)) return []
    const lines = payment.lines!
    const lastPaidOn = await this.lastPaidOn(manager, payment)
    const changed = await this.changed(manager, payment)
    const pupils = await pupilsOf(
      manager,
      lines.map(({ allotment }) => allotment!.homeClassId!),
    )
    const taken = takenBy(lines)
    const reserved =
      payment.commitmentId === null ? null : await this.commitments.reservedFor(manager, payment.commitmentId)
    const allotments = new Map(lines.map(({ allotment }) => [allotment!.id, allotment!]))
    return unusualOf({
      status: payment.status,
      amountFen: payment.amountFen,
      classes: [...allotments.values()].map((allotment) => ({
        className: allotment.homeClass!.name,
        amountFen: taken.get(allotment.id)!,
        availableFen: availableOf(allotment),
        leftFen: addFen(leftOf(allotment), reserved?.get(allotment.id) ?? fen(0)),
        pupilCount: pupils.get(allotment.homeClassId!) ?? 0,
      })),
      bought: await this.bought(manager, payment),
      last4: payment.payeeAccountLast4,
      lastPaidOn,
      changed,
      accountAlsoOf: await this.accountAlsoOf(manager, payment),
    }).map(({ code, params }) => ({
      code,
      message: this.sentences.say({ code: `unusual.${code}`, params }, actor.language),
    }))
  }

  private async lastPaidOn(
    manager: EntityManager,
    { id, schoolId, payeeAccountHash }: Payment,
  ): Promise<string | null> {
    if (payeeAccountHash === null) return null
    const last = await manager
      .createQueryBuilder(Payment, 'payment')
      .select(['payment.id', 'payment.paidOn'])
      .where('payment.payeeAccountHash = :payeeAccountHash AND payment.schoolId = :schoolId', {
        payeeAccountHash,
        schoolId,
      })
      .andWhere("payment.status = 'paid' AND payment.id <> :id", { id })
      .orderBy('payment.paidOn', 'DESC')
      .limit(1)
      .getOne()
    return last?.paidOn ?? null
  }

  private async accountAlsoOf(
    manager: EntityManager,
    { schoolId, payeeId, payee, payeeAccountHash }: Payment,
  ): Promise<string[]> {
    if (payeeAccountHash === null) return []
    const account = { payeeId, name: payee, accountHash: payeeAccountHash }
    return (await otherNames(manager, schoolId, [account])).get(payeeAccountHash) ?? []
  }

  private async bought(
    manager: EntityManager,
    { payeeId, lines, invoices }: Payment,
  ): Promise<UnusualFacts['bought']> {
    const bought = lines!.filter(({ account }) => !paysPeople.has(account))
    if (bought.length === 0) return null
    const payee = payeeId === null ? null : await manager.findOneBy(Payee, { id: payeeId })
    if (payee?.kind === 'person') return null
    return {
      invoiceCount: invoices!.length,
      amountFen: addFen(fen(0), ...bought.map(({ amountFen }) => amountFen)),
    }
  }

  private async changed(
    manager: EntityManager,
    { payeeId, payeeAccountHash }: Payment,
  ): Promise<UnusualFacts['changed']> {
    if (payeeId === null || payeeAccountHash === null) return null
    const payee = await manager.findOneBy(Payee, { id: payeeId, accountHash: payeeAccountHash })
    if (!payee?.accountChangedAt) return null
    return { on: localDateOf(payee.accountChangedAt), by: payee.accountChangedByName ?? '—' }
  }
}
