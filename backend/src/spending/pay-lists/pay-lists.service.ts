/** Whom does a school pay for a period (发放表)? Drafted with its people, changed and filled until its payments are made. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type Seen, type Taken, Transitions } from '../../audit/index.js'
import { requireSchool } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Invalid } from '../../platform/errors.js'
import { editing } from '../../platform/states.js'
import { schoolYearOf } from '../../entitlement/index.js'
import {
  type AskedEntry,
  checkEntries,
  putEntries,
  removeEntries,
  sumOf,
  toldOf,
  toldOfKept,
} from './entries.js'
import { PayList } from './pay-list.entity.js'
import { payListTable } from './pay-list.states.js'
import type { CreatePayListIn, PayListOut, UpdatePayListIn } from './pay-lists.dto.js'
import { PayListReadingService } from './reading.service.js'

@Injectable()
export class PayListsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly reading: PayListReadingService,
  ) {}

  async create(actor: Actor, { entries = [], ...given }: CreatePayListIn): Promise<PayListOut> {
    return this.database.transaction(async (tx) => {
      requireDays(given)
      await requireSchool(tx, actor, given.schoolId)
      const checked = await checkEntries(tx, actor, given, entries)
      const list = await tx.save(
        tx.create(PayList, {
          ...given,
          schoolYear: schoolYearOf(given.startsOn),
          amountFen: sumOf(checked),
          status: 'draft',
          createdAt: this.clock.now(),
        }),
      )
      await putEntries(tx, list, checked, 0)
      await this.transitions.made(tx, payListTable, list, actor)
      await this.audit.record(tx, actor, {
        action: 'pay_list.create',
        entity: 'pay_list',
        entityId: list.id,
        schoolId: list.schoolId,
        after: { ...given, amountFen: list.amountFen, entries: checked.map(toldOf) },
      })
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, list.id))
    })
  }

  async update(
    actor: Actor,
    id: number,
    { entries, revision, ...given }: UpdatePayListIn,
  ): Promise<PayListOut> {
    return this.database.transaction(async (tx) => {
      const taken = await this.take(tx, actor, id, { revision })
      requireDays({ ...taken, ...given })
      const checked = entries && (await checkEntries(tx, actor, taken, entries))
      const old = taken.entries!
      const change: Partial<PayList> = {
        ...given,
        ...(given.startsOn === undefined ? {} : { schoolYear: schoolYearOf(given.startsOn) }),
        ...(checked ? { amountFen: sumOf(checked) } : {}),
      }
      await this.transitions.edit(tx, payListTable, PayList, taken, change, actor)
      if (checked) {
        await removeEntries(tx, old)
        await putEntries(tx, taken, checked, 0)
      }
      const told = checked ? checked.map(toldOf) : old.map(toldOfKept)
      await this.tell(tx, actor, taken, change, told)
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, id))
    })
  }

  /**
   * Adds people to a draft, within the caller's transaction: what a sheet says, or whatever else knows who has worked how
   * long. Throws Invalid naming each of `added` with whom something is wrong; then nothing is added.
   */
  async fill(
    tx: EntityManager,
    actor: Actor,
    taken: Taken<PayList>,
    added: readonly AskedEntry[],
  ): Promise<void> {
    const kept = taken.entries!
    const checked = await checkEntries(tx, actor, taken, added, kept)
    const change = { amountFen: sumOf(checked, kept) }
    await this.transitions.edit(tx, payListTable, PayList, taken, change, actor)
    await putEntries(tx, taken, checked, kept.length)
    await this.tell(tx, actor, taken, change, [...kept.map(toldOfKept), ...checked.map(toldOf)])
  }

  /** The draft with its people, locked to be changed, within the actor's scope. */
  take(tx: EntityManager, actor: Actor, id: number, seen?: Seen): Promise<Taken<PayList>> {
    const read = () => this.reading.find(tx, actor, id)
    return this.transitions.take(tx, payListTable, PayList, id, editing, actor, { read, seen })
  }

  private async tell(
    tx: EntityManager,
    actor: Actor,
    taken: Taken<PayList>,
    change: Partial<PayList>,
    entries: readonly object[],
  ): Promise<void> {
    const { entries: old, ...before } = taken
    await this.audit.record(tx, actor, {
      action: 'pay_list.update',
      entity: 'pay_list',
      entityId: taken.id,
      schoolId: taken.schoolId,
      before: { ...before, entries: old!.map(toldOfKept) },
      after: { ...before, ...change, entries },
    })
  }
}

function requireDays({ startsOn, endsOn }: Pick<PayList, 'startsOn' | 'endsOn'>): void {
  if (endsOn < startsOn) throw Invalid.field('endsOn', 'funding.pay_list_days', { startsOn, endsOn })
}
