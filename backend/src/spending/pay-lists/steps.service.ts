/** How does a pay list make its payments (生成支付)? One a person, all of them or none, and never a second one beside the first. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { type EventIn, makersOfThing, type Taken, Transitions } from '../../audit/index.js'
import { Database } from '../../platform/database/database.js'
import { RuleBroken, StateConflict } from '../../platform/errors.js'
import type { Payment } from '../payments/payment.entity.js'
import { ListPaymentsService } from '../payments/list-payments.service.js'
import { hasEnded } from './ended.js'
import type { PayListEntry } from './pay-list-entry.entity.js'
import { PayList } from './pay-list.entity.js'
import { payListTable } from './pay-list.states.js'
import type { PayListOut } from './pay-lists.dto.js'
import { PayListReadingService } from './reading.service.js'

export type PayListEvent = keyof typeof payListTable.events

@Injectable()
export class PayListStepsService {
  constructor(
    private readonly database: Database,
    private readonly transitions: Transitions,
    private readonly payments: ListPaymentsService,
    private readonly reading: PayListReadingService,
  ) {}

  async act(
    actor: Actor,
    id: number,
    event: PayListEvent,
    { comment, revision }: EventIn = {},
  ): Promise<PayListOut> {
    return this.database.transaction(async (tx) => {
      const read = () => this.reading.find(tx, actor, id)
      const seen = { revision }
      const taken = await this.transitions.take(tx, payListTable, PayList, id, event, actor, { read, seen })
      if (event === 'make-payments') await this.make(tx, actor, taken, taken.entries!)
      if (event === 'make-again') await this.makeAgain(tx, actor, taken)
      if (event === 'reopen') await this.letGo(tx, actor, taken)
      await this.transitions.move(tx, payListTable, PayList, taken, event, actor, { comment })
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, id))
    })
  }

  private async make(
    tx: EntityManager,
    actor: Actor,
    list: Taken<PayList>,
    entries: readonly PayListEntry[],
  ): Promise<void> {
    if (entries.length === 0) throw new RuleBroken('funding.pay_list_empty')
    const unfit = entries.find(({ payee }) => !payee!.isActive || payee!.kind !== 'person')
    if (unfit) {
      const { isActive, name } = unfit.payee!
      throw new RuleBroken(isActive ? 'funding.pay_list_not_person' : 'funding.payee_inactive', {
        name,
        number: unfit.number,
      })
    }
    const makers = await makersOfThing(tx, payListTable.entity, list.id)
    const listed = entries.map(({ id, payee, lines }) => ({
      payListEntryId: id,
      payee: payee!,
      lines: lines!,
    }))
    await this.payments.draft(tx, actor, list, listed, makers)
  }

  private async makeAgain(tx: EntityManager, actor: Actor, list: Taken<PayList>): Promise<void> {
    const ended = (await this.payments.take(tx, actor, list.id)).filter(hasEnded)
    if (ended.length === 0) throw new RuleBroken('funding.pay_list_nothing_again')
    await this.payments.letGo(tx, actor, ended)
    const ids = new Set(ended.map(({ payListEntryId }) => payListEntryId))
    await this.make(
      tx,
      actor,
      list,
      list.entries!.filter(({ id }) => ids.has(id)),
    )
  }

  private async letGo(tx: EntityManager, actor: Actor, list: Taken<PayList>): Promise<void> {
    const payments = await this.payments.take(tx, actor, list.id)
    const onItsWay = payments.filter((payment: Payment) => payment.status !== 'draft' && !hasEnded(payment))
    if (onItsWay.length > 0)
      throw new StateConflict('funding.pay_list_on_its_way', {
        payee: onItsWay[0]!.payee,
        count: onItsWay.length,
      })
    await this.payments.letGo(tx, actor, payments)
  }
}
