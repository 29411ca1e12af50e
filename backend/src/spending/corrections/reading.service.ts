/** Which corrections (更正) may this person see, and what of a payment can still be mended? */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Transitions } from '../../audit/index.js'
import { HomeClass, scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { contains, equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { type Caused, eventsFrom } from '../../platform/states.js'
import { Allotment } from '../../ledger/index.js'
import { Fund } from '../../entitlement/index.js'
import { Payment } from '../payments/payment.entity.js'
import { PaymentReadingService } from '../payments/reading.service.js'
import { Correction } from './correction.entity.js'
import { CorrectionLine } from './correction-line.entity.js'
import { type CorrectionKind, correctionTable } from './correction.states.js'
import {
  type CorrectablePlaceOut,
  type CorrectionListQuery,
  type CorrectionOut,
  toCorrectableOut,
  toCorrectionOut,
} from './corrections.dto.js'
import { freeOf, spentPlaces } from './spent-places.js'

const corrections: Listing<CorrectionListQuery> = {
  sortable: {
    id: 'correction.id',
    createdAt: 'correction.createdAt',
    amountFen: 'correction.amountFen',
    status: 'correction.status',
  },
  filters: {
    schoolId: equals('correction.schoolId'),
    paymentId: equals('correction.paymentId'),
    fiscalYear: equals('payment.fiscalYear'),
    status: equals('correction.status'),
    kind: equals('correction.kind'),
    q: contains('payment.payee', 'payment.reference', 'correction.reason'),
  },
}

/** Which step ends a correction of each kind. */
export const endingOf: Readonly<Record<CorrectionKind, 'post' | 'receive' | 'take-back'>> = {
  refund: 'receive',
  double_payment: 'receive',
  returned: 'take-back',
  red_letter: 'post',
  reclassification: 'post',
}

@Injectable()
export class CorrectionReadingService {
  constructor(
    private readonly database: Database,
    private readonly transitions: Transitions,
    private readonly payments: PaymentReadingService,
  ) {}

  async list(actor: Actor, list: CorrectionListQuery): Promise<Page<CorrectionOut>> {
    const { read } = this.database
    const page = await paged(
      scoped(this.joined(read), actor, 'correction.schoolId'),
      { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' },
      corrections,
      (correction) => correction,
    )
    return { ...page, items: await this.outs(read, actor, page.items) }
  }

  async get(actor: Actor, id: number): Promise<CorrectionOut> {
    const { read } = this.database
    return this.out(read, actor, await this.find(read, actor, id))
  }

  /** What of a payment can still be mended: nothing of one that is not paid. */
  async correctable(actor: Actor, paymentId: number): Promise<CorrectablePlaceOut[]> {
    const { read } = this.database
    const payment = await this.payments.find(read, actor, paymentId)
    if (payment.status !== 'paid') return []
    const places = [...(await spentPlaces(read, payment.id)).values()].filter((place) => freeOf(place) > 0)
    const allotments = await allotmentsById(
      read,
      places.map(({ allotmentId }) => allotmentId),
    )
    return places.map((place) =>
      toCorrectableOut(allotments.get(place.allotmentId)!, place.account, freeOf(place)),
    )
  }

  async find(manager: EntityManager, actor: Actor, id: number): Promise<Correction> {
    const correction = await scoped(this.joined(manager), actor, 'correction.schoolId')
      .andWhere('correction.id = :id', { id })
      .getOne()
    if (!correction) throw new NotFound('correction', id)
    await readLines(manager, [correction])
    return correction
  }

  async out(manager: EntityManager, actor: Actor, correction: Correction): Promise<CorrectionOut> {
    return (await this.outs(manager, actor, [correction]))[0]!
  }

  private async outs(
    manager: EntityManager,
    actor: Actor,
    found: readonly Correction[],
  ): Promise<CorrectionOut[]> {
    await readLines(manager, found)
    const ids = found.map(({ id }) => id)
    const own = await this.transitions.eventsOf(manager, correctionTable.entity, ids, actor)
    return found.map((each) => toCorrectionOut(each, actionsOn(each, actor, own.get(each.id))))
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Correction> {
    return manager
      .createQueryBuilder(Correction, 'correction')
      .innerJoinAndMapOne('correction.payment', Payment, 'payment', 'payment.id = correction.paymentId')
  }
}

/** What the bank has opened is ended by its line, and each kind by its own step. */
function actionsOn(correction: Correction, actor: Actor, own: Caused = new Set<string>()): string[] {
  const { kind, status, bankLineId } = correction
  const ending = endingOf[kind]
  const fits = (event: string) =>
    ['post', 'receive'].includes(event)
      ? event === ending
      : !['take-back', 'close'].includes(event) &&
        !(event === 'submit' && ending === 'take-back') &&
        !(event === 'withdraw' && bankLineId !== null)
  const allowed = eventsFrom(correctionTable, status, actor.permissions, own).filter(fits)
  return status === 'draft' && bankLineId === null && actor.permissions.has('payment.request')
    ? [...allowed, 'update']
    : allowed
}

async function readLines(manager: EntityManager, found: readonly Correction[]): Promise<void> {
  if (found.length === 0) return
  const lines = await manager.find(CorrectionLine, {
    where: { correctionId: In(found.map(({ id }) => id)) },
    order: { correctionId: 'ASC', number: 'ASC' },
  })
  const allotments = await allotmentsById(
    manager,
    lines.flatMap(({ allotmentId, toAllotmentId }) =>
      toAllotmentId === null ? [allotmentId] : [allotmentId, toAllotmentId],
    ),
  )
  for (const correction of found)
    correction.lines = lines
      .filter(({ correctionId }) => correctionId === correction.id)
      .map((line) =>
        Object.assign(line, {
          allotment: allotments.get(line.allotmentId)!,
          toAllotment: line.toAllotmentId === null ? null : allotments.get(line.toAllotmentId)!,
        }),
      )
}

async function allotmentsById(
  manager: EntityManager,
  ids: readonly number[],
): Promise<Map<number, Allotment>> {
  const found = await manager
    .createQueryBuilder(Allotment, 'allotment')
    .innerJoinAndMapOne('allotment.homeClass', HomeClass, 'homeClass', 'homeClass.id = allotment.homeClassId')
    .innerJoinAndMapOne('allotment.fund', Fund, 'fund', 'fund.id = allotment.fundId')
    .where('allotment.id IN (:...ids)', { ids: [0, ...ids] })
    .getMany()
  return new Map(found.map((each) => [each.id, each]))
}
