/** How does money left over reach the treasury (上缴办理)? Reserved from the settlement on; returned only by the bank's slip. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import {
  AuditEntries,
  type EventIn,
  makersOfThing,
  noteSupplied,
  othersThan,
  type Supplied,
  Transitions,
} from '../../audit/index.js'
import { requireOfSchool } from '../../organisation/index.js'
import { Clock, localDateOf } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, RuleBroken } from '../../platform/errors.js'
import { addFen, fen } from '../../platform/money.js'
import { type Allotment, leftOf } from '../../ledger/index.js'
import { PaidToService } from '../payees/paid-to.service.js'
import { Payee } from '../payees/payee.entity.js'
import type { Settlement } from '../settlements/settlement.entity.js'
import { TreasuryReturnBooksService } from './books.service.js'
import { TreasuryReturnReadingService } from './reading.service.js'
import { TreasuryReturn } from './treasury-return.entity.js'
import { treasuryReturnTable } from './treasury-return.states.js'
import type { TreasuryReturnOut } from './treasury-returns.dto.js'

export type TreasuryReturnEvent = keyof typeof treasuryReturnTable.events

interface Said {
  readonly payeeId?: number
  readonly returnedOn?: string
  readonly bankSerial?: string
}

const { entity } = treasuryReturnTable
const longestReason = 200

@Injectable()
export class TreasuryReturnStepsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly paidTo: PaidToService,
    private readonly books: TreasuryReturnBooksService,
    private readonly reading: TreasuryReturnReadingService,
  ) {}

  /** Sets aside what is left on these standings; in the transaction that settles the year, under the school's chain. */
  async open(
    tx: EntityManager,
    actor: Actor,
    { id: settlementId, schoolId, fundId, fiscalYear }: Settlement,
    standings: readonly Allotment[],
  ): Promise<void> {
    const parts = standings.map((standing) => ({ ...partOf(standing), amountFen: leftOf(standing) }))
    const draft = tx.create(TreasuryReturn, {
      schoolId,
      settlementId,
      fundId,
      fiscalYear,
      amountFen: addFen(fen(0), ...parts.map(({ amountFen }) => amountFen)),
      status: 'waiting',
      ...noPayee,
      failure: null,
      returnedOn: null,
      bankSerial: null,
      createdAt: this.clock.now(),
    })
    await tx.save(draft)
    const made = await this.transitions.made(tx, treasuryReturnTable, draft, actor)
    const at = this.clock.now()
    // None of those who have drawn it up or handed it in checks where its money goes.
    await noteSupplied(
      tx,
      { entity, things: [made], at },
      await makersOfThing(tx, 'settlement', settlementId),
      actor,
    )
    await this.audit.record(tx, actor, {
      action: 'treasury_return.create',
      entity,
      entityId: made.id,
      schoolId,
      after: { settlementId, amountFen: made.amountFen },
    })
    await this.books.reserve(tx, actor, made, parts)
  }

  /** One step: the state and the books move together or not at all. */
  async act(
    actor: Actor,
    id: number,
    event: TreasuryReturnEvent,
    { comment, revision, ...said }: EventIn & Said = {},
  ): Promise<TreasuryReturnOut> {
    return this.database.transaction(async (tx) => {
      const read = () => this.reading.find(tx, actor, id)
      const taken = await this.transitions.take(tx, treasuryReturnTable, TreasuryReturn, id, event, actor, {
        read,
        seen: { revision },
      })
      const to = event === 'submit' ? await this.payTo(tx, taken, said.payeeId!) : { set: {}, makers: [] }
      // Whoever submits it is one already.
      const of = { entity, things: [taken], at: this.clock.now() }
      await noteSupplied(tx, of, othersThan(actor, to.makers), actor)
      if (event === 'register-slip') await this.refuseSlip(tx, taken, said as Required<Said>)
      const set: Partial<TreasuryReturn> = { ...to.set, ...changedBy(event, said, comment) }
      await this.transitions.move(tx, treasuryReturnTable, TreasuryReturn, taken, event, actor, {
        comment,
        set,
      })
      const after: TreasuryReturn = { ...taken, ...set }
      if (event === 'submit') {
        await this.books.reserveAnew(tx, actor, taken, after)
        await this.audit.record(tx, actor, {
          action: 'treasury_return.payee',
          entity,
          entityId: id,
          schoolId: taken.schoolId,
          before: { payee: taken.payee, payeeAccountLast4: taken.payeeAccountLast4 },
          after: { payee: after.payee, payeeAccountLast4: after.payeeAccountLast4 },
        })
      }
      if (event === 'register-slip') await this.books.post(tx, actor, after)
      return this.reading.out(tx, actor, id)
    })
  }

  private async payTo(
    tx: EntityManager,
    { schoolId }: TreasuryReturn,
    payeeId: number,
  ): Promise<{ set: Partial<TreasuryReturn>; makers: Supplied[] }> {
    const payee = await requireOfSchool(tx, Payee, schoolId, payeeId, 'payeeId')
    if (payee.kind === 'person')
      throw Invalid.field('payeeId', 'funding.return_to_person', { name: payee.name })
    return this.paidTo.frozen(tx, { ...noPayee, payee: payee.name, payeeId, schoolId })
  }

  // The bank cannot have moved it before it was told to, nor tomorrow, nor under a number that is another's.
  private async refuseSlip(
    tx: EntityManager,
    { id, schoolId }: TreasuryReturn,
    { returnedOn, bankSerial }: Required<Said>,
  ): Promise<void> {
    const checkedOn = localDateOf(await this.transitions.lastAt(tx, entity, id, 'check'))
    const today = this.clock.today()
    if (returnedOn < checkedOn || returnedOn > today)
      throw new RuleBroken('funding.return_day', { returnedOn, checkedOn, today })
    await this.books.refuseSerial(tx, { id, schoolId, bankSerial })
  }
}

const noPayee = {
  payeeId: null,
  payee: null,
  payeeAccountSealed: null,
  payeeAccountLast4: null,
  payeeAccountHash: null,
  payeeBank: null,
  payeeBankCode: null,
}

const partOf = ({ homeClassId, fundId, purpose, fiscalYear }: Allotment) => ({
  homeClassId,
  fundId,
  purpose,
  fiscalYear,
})

function changedBy(
  event: TreasuryReturnEvent,
  { returnedOn, bankSerial }: Said,
  comment: string | undefined,
): Partial<TreasuryReturn> {
  if (event === 'submit') return { failure: null }
  if (event === 'register-slip') return { returnedOn: returnedOn!, bankSerial: bankSerial! }
  if (event === 'register-failure' || event === 'refer-back')
    return { failure: [...(comment?.trim() ?? '')].slice(0, longestReason).join('') || null }
  return {}
}
