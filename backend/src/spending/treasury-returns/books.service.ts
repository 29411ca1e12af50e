/** What of a return to the treasury stands in the books (上缴记账)? Set aside by class, then returned as it was set aside. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { type Fen, toFen } from '../../platform/money.js'
import { type Allotment, LedgerService, placedLines } from '../../ledger/index.js'
import { refuseSerial } from '../payments/refuse-serial.js'
import { treasuryReturnSource } from './treasury-return-source.js'
import type { TreasuryReturn } from './treasury-return.entity.js'

/** Where some of it is taken from: a class's money of a purpose, or the school's own. */
export type Part = Pick<Allotment, 'homeClassId' | 'fundId' | 'purpose' | 'fiscalYear'> & {
  readonly amountFen: Fen
}

const entity = 'treasury_return'

@Injectable()
export class TreasuryReturnBooksService {
  constructor(private readonly ledger: LedgerService) {}

  async reserve(tx: EntityManager, actor: Actor, one: TreasuryReturn, parts: readonly Part[]): Promise<void> {
    const source = treasuryReturnSource(one)
    const round = await this.ledger.roundOf(tx, source, 'reserve')
    await this.ledger.reserve(tx, actor, [
      {
        kind: 'reserve',
        businessKey: `reserve:${entity}:${one.id}:${round}`,
        schoolId: one.schoolId,
        source,
        lines: parts.map((part) => ({ debit: 'N310', credit: 'A110', ...part })),
      },
    ])
  }

  /** Another account is another document: what is set aside says into which account it goes. */
  async reserveAnew(
    tx: EntityManager,
    actor: Actor,
    before: TreasuryReturn,
    after: TreasuryReturn,
  ): Promise<void> {
    const source = treasuryReturnSource(before)
    if (source.hash === treasuryReturnSource(after).hash) return
    await this.ledger.takeChains(tx, [after.schoolId])
    const [pending] = await this.ledger.reserved(tx, entity, [after.id])
    const parts = await partsOf(tx, pending!)
    await this.ledger.settle(tx, actor, [{ phase: 'void', kind: 'free', source }])
    await this.reserve(tx, actor, after, parts)
  }

  /** Takes the school's chain, so that of two with one number the second sees the first. */
  async refuseSerial(
    tx: EntityManager,
    {
      id,
      schoolId,
      bankSerial,
    }: { readonly id: number; readonly schoolId: number; readonly bankSerial: string },
  ): Promise<void> {
    await this.ledger.takeChains(tx, [schoolId])
    await refuseSerial(tx, { entity, id, schoolId, bankSerial })
  }

  async post(tx: EntityManager, actor: Actor, one: TreasuryReturn): Promise<void> {
    await this.ledger.settle(tx, actor, [
      {
        phase: 'post',
        kind: 'return',
        source: treasuryReturnSource(one),
        businessKey: `return:${entity}:${one.id}`,
        accountedOn: one.returnedOn!,
      },
    ])
  }
}

/** From which standings a pending journal takes how much. */
async function partsOf(
  tx: EntityManager,
  { schoolId, sequence }: { readonly schoolId: number; readonly sequence: number },
): Promise<Part[]> {
  const rows = await placedLines(tx)
    .select([
      'standing.homeClassId AS homeClassId',
      'standing.fundId AS fundId',
      'standing.purpose AS purpose',
      'standing.fiscalYear AS fiscalYear',
      'SUM(line.amountFen) AS amountFen',
    ])
    .where('line.schoolId = :schoolId AND line.sequence = :sequence', { schoolId, sequence })
    .groupBy('standing.id')
    .addGroupBy('standing.homeClassId')
    .addGroupBy('standing.fundId')
    .addGroupBy('standing.purpose')
    .addGroupBy('standing.fiscalYear')
    .orderBy('standing.id')
    .getRawMany<Omit<Part, 'amountFen'> & { amountFen: string | number }>()
  return rows.map(({ amountFen, ...part }) => ({ ...part, amountFen: toFen(amountFen) }))
}
