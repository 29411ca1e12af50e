/** Which pay lists (发放表) may this person see, who stands in one, what of it is paid, and what can be done with it now? */
import { Injectable } from '@nestjs/common'
import { type EntityManager, IsNull, Not, type SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Transitions } from '../../audit/index.js'
import { scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { contains, equals } from '../../platform/filters.js'
import { toFen } from '../../platform/money.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { type Caused, eventsFrom } from '../../platform/states.js'
import { otherNames } from '../payees/shared-accounts.js'
import { Payment } from '../payments/payment.entity.js'
import { hasEnded } from './ended.js'
import { readEntries } from './entries.js'
import { PayListEntry } from './pay-list-entry.entity.js'
import { PayList } from './pay-list.entity.js'
import { payListTable } from './pay-list.states.js'
import {
  type PayListListQuery,
  type PayListOut,
  type PayListSums,
  toEntryOut,
  toPayListOut,
} from './pay-lists.dto.js'

const lists: Listing<PayListListQuery> = {
  sortable: {
    id: 'list.id',
    startsOn: 'list.startsOn',
    endsOn: 'list.endsOn',
    amountFen: 'list.amountFen',
    status: 'list.status',
  },
  filters: {
    schoolId: equals('list.schoolId'),
    schoolYear: equals('list.schoolYear'),
    fiscalYear: equals('list.fiscalYear'),
    status: equals('list.status'),
    q: contains('list.title'),
  },
}

const nobody: PayListSums = { personCount: 0, hoursHundredths: 0, paidFen: 0 }

@Injectable()
export class PayListReadingService {
  constructor(
    private readonly database: Database,
    private readonly transitions: Transitions,
  ) {}

  async list(actor: Actor, list: PayListListQuery): Promise<Page<PayListOut>> {
    const { read } = this.database
    const page = await paged(
      this.visible(read, actor),
      { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' },
      lists,
      (each) => each,
    )
    const ids = page.items.map(({ id }) => id)
    const sums = await sumsOf(read, ids)
    const own = await this.transitions.eventsOf(read, payListTable.entity, ids, actor)
    return {
      ...page,
      items: page.items.map((each) =>
        toPayListOut(each, sums.get(each.id) ?? nobody, actionsOn(each, actor, own.get(each.id))),
      ),
    }
  }

  async get(actor: Actor, id: number): Promise<PayListOut> {
    const { read } = this.database
    return this.out(read, actor, await this.find(read, actor, id))
  }

  async out(manager: EntityManager, actor: Actor, list: PayList): Promise<PayListOut> {
    const { id, schoolId } = list
    const own = await this.transitions.eventsOf(manager, payListTable.entity, [id], actor)
    const sums = await sumsOf(manager, [id])
    const payments = await manager.find(Payment, { where: { payListId: id, payListEntryId: Not(IsNull()) } })
    const paymentOf = new Map(payments.map((each) => [each.payListEntryId, each]))
    const shared = await otherNames(
      manager,
      schoolId,
      list.entries!.map(({ payee }) => ({
        payeeId: payee!.id,
        name: payee!.name,
        accountHash: payee!.accountHash,
      })),
    )
    const actions = actionsOn(list, actor, own.get(id)).filter((action) => isOpen(action, list, payments))
    return toPayListOut(
      list,
      sums.get(id) ?? nobody,
      actions,
      list.entries!.map((entry) =>
        toEntryOut(entry, paymentOf.get(entry.id), shared.get(entry.payee!.accountHash) ?? []),
      ),
    )
  }

  /** With its entries. Throws NotFound out of the actor's scope. */
  async find(manager: EntityManager, actor: Actor, id: number): Promise<PayList> {
    const list = await this.visible(manager, actor).andWhere('list.id = :id', { id }).getOne()
    if (!list) throw new NotFound('pay_list', id)
    await readEntries(manager, [list])
    return list
  }

  private visible(manager: EntityManager, actor: Actor): SelectQueryBuilder<PayList> {
    return scoped(manager.createQueryBuilder(PayList, 'list'), actor)
  }
}

/** What its people and their payments allow now. */
function isOpen(action: string, { entries }: PayList, payments: readonly Payment[]): boolean {
  if (action === 'make-payments') return entries!.length > 0
  if (action === 'make-again') return payments.some(hasEnded)
  if (action === 'reopen') return payments.every((each) => each.status === 'draft' || hasEnded(each))
  return true
}

async function sumsOf(manager: EntityManager, ids: readonly number[]): Promise<Map<number, PayListSums>> {
  if (ids.length === 0) return new Map()
  const rows = await manager
    .createQueryBuilder(PayListEntry, 'entry')
    .leftJoin(Payment, 'payment', "payment.payListEntryId = entry.id AND payment.status = 'paid'")
    .select([
      'entry.payListId AS id',
      'COUNT(*) AS personCount',
      'SUM(entry.hoursHundredths) AS hoursHundredths',
      'SUM(payment.amountFen) AS paidFen',
    ])
    .where('entry.payListId IN (:...ids)', { ids: [...ids] })
    .groupBy('entry.payListId')
    .getRawMany<{
      id: number
      personCount: number | string
      hoursHundredths: number | string | null
      paidFen: number | string | null
    }>()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        personCount: Number(row.personCount),
        hoursHundredths: Number(row.hoursHundredths ?? 0),
        paidFen: toFen(row.paidFen),
      },
    ]),
  )
}

function actionsOn({ status }: PayList, actor: Actor, own: Caused = new Set<string>()): string[] {
  const allowed = eventsFrom(payListTable, status, actor.permissions, own)
  return status === 'draft' && actor.permissions.has('payment.request') ? [...allowed, 'update'] : allowed
}
